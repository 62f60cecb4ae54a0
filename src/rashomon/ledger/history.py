"""How an incident came to be what it is, entry by entry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, or_, select
from sqlalchemy.sql.elements import ColumnElement

from rashomon.ledger import asking
from rashomon.ledger.chain import as_entry
from rashomon.ledger.codec import decoded
from rashomon.ledger.following import overlap
from rashomon.ledger.reviewing import says
from rashomon.ledger.schema import entry, mention
from rashomon.records import (
    About,
    Claim,
    Entry,
    EntryKind,
    Judgement,
    Mention,
    Reading,
    Redaction,
    Report,
    Review,
    Ruling,
    Stance,
)

_VERDICTS = {"same": "the same happening", "different": "different happenings", "unsure": "perhaps the same"}


@dataclass(frozen=True, slots=True)
class Change:
    """What one entry changed of one incident: sentences, the toll's last."""

    entry: Entry
    sentences: tuple[str, ...]


def history(connection: Connection, handle: str) -> tuple[Change, ...]:
    """The changes of the incident that bears the handle now, oldest first; entries that changed nothing are left out.

    It is told of the reports that the incident holds today: their texts, what each reading took from them for it,
    judgements and reviews of it, withdrawals. After each, the toll: the least and the most that any claim known by
    then asserts of the dead, as reviewers left them, parts and denials left out.
    """
    found = asking.by_handle(connection, handle)
    teller = _Teller(_places(connection, found.incident.mentions))
    return tuple(
        Change(one, sentences) for one in _entries(connection, teller) if (sentences := tuple(teller.tell(one)))
    )


def _places(connection: Connection, ids: tuple[str, ...]) -> dict[str, list[tuple[str, int, int]]]:
    """By report: its mentions in the incident, with their places."""
    rows = connection.execute(
        select(mention.c.id, mention.c.report_id, mention.c.start, mention.c.end)
        .where(mention.c.id.in_(ids))
        .distinct()
        .order_by(mention.c.id)
    ).all()
    places: dict[str, list[tuple[str, int, int]]] = {}
    for row in rows:
        places.setdefault(row.report_id, []).append((row.id, row.start, row.end))
    return places


def _entries(connection: Connection, teller: "_Teller") -> Iterator[Entry]:
    on_reports = entry.c.subject.in_(sorted(teller.places))
    decided = entry.c.kind.in_((EntryKind.JUDGEMENT.value, EntryKind.REVIEW.value))
    names = [one for places in teller.places.values() for one, _, _ in places]
    on_mentions = or_(*[entry.c.subject.contains(one, autoescape=True) for one in names])
    # Two questions, each of which an index answers.
    rows = [row for condition in (on_reports, decided & on_mentions) for row in _rows(connection, condition)]
    return (as_entry(row) for row in sorted(rows, key=lambda row: row.number))


def _rows(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]]:
    return connection.execute(select(entry).where(condition)).all()


@dataclass
class _Teller:
    """Tells entry after entry, keeping what was read so far."""

    places: dict[str, list[tuple[str, int, int]]]
    claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)  # of the incident, by report
    rulings: dict[tuple[str, object], Review] = field(default_factory=dict)  # by report and what the claim says
    toll: str = ""

    def tell(self, one: Entry) -> Iterator[str]:
        if one.payload.startswith('{"withdrawn":'):
            return
        if one.kind in (EntryKind.REPORT_ADDED, EntryKind.REPORT_REVISED):
            yield self._report(one, decoded(one.payload, Report))
        elif one.kind is EntryKind.READING:
            yield from self._reading(decoded(one.payload, Reading))
        elif one.kind is EntryKind.JUDGEMENT:
            yield _judgement(decoded(one.payload, Judgement))
        elif one.kind is EntryKind.REVIEW:
            review = decoded(one.payload, Review)
            self._rule(review)
            yield _review(review)
        elif one.kind is EntryKind.REDACTION:
            yield f"{one.by} withdrew the report {decoded(one.payload, Redaction).report}: {one.why}"
        toll = self._toll()
        if toll != self.toll:
            yield f"killed: {self.toll or 'not known'}, now {toll or 'not known'}"
            self.toll = toll

    def _report(self, one: Entry, report: Report) -> str:
        by = f"{report.outlet or 'an unnamed outlet'}, {report.published or 'of an unknown day'}"
        what = "came in" if one.kind is EntryKind.REPORT_ADDED else "came in with another text"
        return f"the report {report.id} ({by}) {what}" + (f': "{report.title}"' if report.title else "")

    def _reading(self, read: Reading) -> Iterator[str]:
        told = [each for each in read.mentions if self._is_ours(each)]
        now = tuple(claim for each in told for claim in each.claims)
        before = self.claims.get(read.report, ())
        for claim in now:
            if claim not in before:
                yield f"{read.reader} read in {read.report}: {said(claim)}"
        for claim in before:
            if claim not in now:
                yield f"{read.reader} no longer reads in {read.report}: {said(claim)}"
        self.claims[read.report] = now

    def _is_ours(self, told: Mention) -> bool:
        place = (told.span.start, told.span.end)
        ours = self.places.get(told.report, [])
        return any(told.id == one or overlap(place, (start, end)) > 0 for one, start, end in ours)

    def _rule(self, review: Review) -> None:
        """What a review makes of a claim, or of all that the report tells of the incident, from here on."""
        report = next(
            (of for of, places in self.places.items() if any(review.mention == one for one, *_ in places)), ""
        )
        if review.ruling is not Ruling.NOTED:
            self.rulings[report, review.claim and says(review.claim)] = review

    def _counted(self, report: str, claim: Claim) -> Claim | None:
        """The claim as reviews leave it, as `reconcile` counts it; None where it is rejected."""
        own, whole = self.rulings.get((report, says(claim))), self.rulings.get((report, None))
        if own and own.ruling:
            return None if own.ruling is Ruling.REJECTED else own.amended or claim
        return None if whole and whole.ruling is Ruling.REJECTED else claim

    def _toll(self) -> str:
        counted = (self._counted(report, claim) for report, claims in self.claims.items() for claim in claims)
        dead = [claim for claim in counted if claim and claim.about is About.KILLED]
        dead = [claim for claim in dead if not claim.part and claim.stance is not Stance.DENIES]
        lows = [claim.low for claim in dead if claim.low is not None]
        highs = [claim.high for claim in dead if claim.high is not None]
        if not lows and not highs:
            return ""
        least, most = min(lows, default=0), max(highs, default=None)
        open_end = any(claim.high is None for claim in dead) or most is None
        return f"{least} or more" if open_end else str(least) if least == most else f"{least} to {most}"


def said(claim: Claim) -> str:
    """A claim in a few words: `killed, asserts, 6 ("killed six guards", says a medic)`."""
    parts = [claim.about.value, claim.stance.value]
    if claim.low is not None or claim.high is not None:
        parts.append(str(claim.low) if claim.low == claim.high else f"{claim.low or 0} to {claim.high or 'more'}")
    if claim.actor:
        parts.append(claim.actor.value)
    speakers = ", through ".join(speaker.name for speaker in claim.speakers)
    return ", ".join(parts) + f' ("{claim.span.quote}"' + (f", says {speakers})" if speakers else ")")


def _judgement(judgement: Judgement) -> str:
    pair = f"{judgement.left} and {judgement.right}"
    if judgement.verdict is None:
        return f"{judgement.by} took back the judgement on {pair}: {judgement.why}"
    return f"{judgement.by} judged {pair} {_VERDICTS[judgement.verdict.value]}: {judgement.why}"


def _review(review: Review) -> str:
    on = said(review.claim) if review.claim else f"the mention {review.mention}"
    if review.ruling is None:
        return f"{review.by} took back the review of {on}: {review.why}"
    beside = f", and reads {said(review.amended)}" if review.amended else ""
    if review.where:
        place = review.where.value
        beside = f', and places it at {place.name}, {place.country or "no country"} ("{review.where.span.quote}")'
    return f"{review.by} {review.ruling.value} {on}{beside}: {review.why}"
