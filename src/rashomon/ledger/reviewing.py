"""Reviews of claims: which hold now, on which claim of the newest readings, and which wait for a person."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from sqlalchemy import Connection, false, or_, select

from rashomon.errors import BadInput
from rashomon.ledger import fold
from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.following import Trail, Trails, follow, in_current_text, overlap
from rashomon.ledger.judging import Waiting, refuse_overtaken, require_mention
from rashomon.ledger.schema import entry, mention, reading, revision
from rashomon.ledger.writing import Writer
from rashomon.records import Claim, Entry, EntryKind, Mention, Place, Reading, Review, Ruling, Span, Stated

_CHUNK = 500
_FEW, _LOOKED_UP = 100, 400  # mentions asked for, and mentions of their reports
FARTHEST_KM = 20_016.0  # half of the way round the earth


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review that holds, on the newest reading.

    entry: the number of its entry. mention, claim: what it is on now; claim is None for a review of the whole mention.
    amended, where: the review's own, in the words of the newest text; None where it has none.
    """

    entry: int
    review: Review
    mention: str
    claim: Claim | None
    amended: Claim | None = None
    where: Stated[Place] | None = None


def claim_id(mention_id: str, claim: Claim) -> str:
    """A claim's name: "c-" and 16 hexadecimal digits, made from its mention and all that it says."""
    return "c-" + sha256(f"{mention_id} {canonical(claim)}".encode()).hexdigest()[:16]


def add_review(writer: Writer, review: Review, seen: int | None) -> Entry:
    """Append a review.

    Raises BadInput for a mention or a claim that was never read, or for an amendment that is none or whose words are
    not in the text; Overtaken where somebody has reviewed the same since the entry `seen`.
    """
    if not review.by.strip():
        raise BadInput("a review needs the name of who reviews")
    _refuse_ill_formed(review)
    writer.flush()
    connection = writer.connection
    require_mention(connection, review.mention)
    if review.claim is not None and not _was_read(connection, review.mention, review.claim):
        raise BadInput(f"no reading of {review.mention} ever held that claim: review one as it was read")
    if review.amended is not None:
        _refuse_unfit(connection, review.mention, "amended claim", fold.spans_of_claim(review.amended))
    if review.where is not None:
        _refuse_unfit(connection, review.mention, "place", [review.where.span])
    subject = subject_of(review)
    refuse_overtaken(connection, subject, EntryKind.REVIEW, seen)
    return writer.append(EntryKind.REVIEW, subject, review, by=review.by, why=review.why)


def _refuse_ill_formed(review: Review) -> None:
    """Raises BadInput where a review amends and does not say to what, or says so and does not amend."""
    amends = review.ruling is Ruling.AMENDED
    if (amends and review.claim is not None) != (review.amended is not None):
        raise BadInput(
            "a review that amends a claim gives the claim read instead in `amended`, and no other review does"
        )
    if (amends and review.claim is None) != (review.where is not None):
        raise BadInput("a review that amends a mention gives the place in `where`, and no other review does")
    if review.where is not None:
        _refuse_impossible(review.where.value)


def _refuse_impossible(place: Place) -> None:
    on_earth = -90 <= place.lat <= 90 and -180 <= place.lon <= 180  # false for what is no number, too
    if not on_earth or not 0 < place.radius_km <= FARTHEST_KM or not place.name.strip():
        raise BadInput(
            f"{place.name!r} within {place.radius_km} km of {place.lat}, {place.lon} is no place: give a name, a "
            f"latitude from -90 to 90, a longitude from -180 to 180 and a radius of more than 0 km"
        )


def subject_of(review: Review) -> str:
    """What a review is about: the mention's id, and the claim's where it is on one."""
    return review.mention if review.claim is None else f"{review.mention} {claim_id(review.mention, review.claim)}"


def _was_read(connection: Connection, one: str, claim: Claim) -> bool:
    payloads = connection.execute(
        select(entry.c.payload).join(mention, mention.c.entry == entry.c.number).where(mention.c.id == one)
    ).scalars()
    told = (decoded(payload, Reading).mentions for payload in payloads if payload is not None)
    return any(each.id == one and claim in each.claims for mentions in told for each in mentions)


def _refuse_unfit(connection: Connection, one: str, what: str, spans: Iterable[Span]) -> None:
    number = connection.execute(
        select(revision.c.entry)
        .join(reading, reading.c.digest == revision.c.digest)
        .join(mention, mention.c.entry == reading.c.entry)
        .where(mention.c.id == one)
        .order_by(mention.c.entry.desc())
        .limit(1)
    ).scalar_one()
    report = fold.report_at(connection, number)
    if report is None or not all(span.fits(report.text) for span in spans):
        raise BadInput(f"the {what} holds words that are not in the text of {one}: take them from it, with Span.of")


def holding(
    connection: Connection, of: Sequence[str] | None = None
) -> tuple[tuple[Reviewed, ...], tuple[Waiting, ...]]:
    """The reviews that hold, by entry, and those that wait for a person.

    Of one claim the newest ruling holds, one taken back (ruling None) is left out, and every note is kept.
    of: mentions; then only reviews of what their reports told in any reading are looked at. None for all.
    """
    newest: dict[str, tuple[int, Review]] = {}
    notes: list[tuple[int, Review]] = []
    for number, subject, review in _reviews(connection, of):
        if review.ruling is Ruling.NOTED:
            notes.append((number, review))
        else:
            newest[subject] = (number, review)
    held: list[Reviewed] = []
    waiting: list[Waiting] = []
    ruled: dict[tuple[str, Claim | None], Reviewed] = {}
    every = sorted([*notes, *newest.values()], key=lambda pair: pair[0])
    follower = _Follower(connection, [review.mention for _, review in every])
    for number, review in every:
        found = follower.now(number, review)
        if isinstance(found, Waiting):
            waiting += [found] if review.ruling is not None else []
        elif review.ruling is Ruling.NOTED:
            held.append(found)
        else:  # two readings' names for one claim: what was ruled last on either holds
            ruled[found.mention, found.claim] = found
    held += [found for found in ruled.values() if found.review.ruling is not None]
    return tuple(sorted(held, key=lambda found: found.entry)), tuple(waiting)


def _reviews(connection: Connection, of: Sequence[str] | None) -> Iterator[tuple[int, str, Review]]:
    """Every review's number, subject and record, in their order; of: as in `holding`."""
    listed = (
        select(entry.c.number, entry.c.subject)
        .where(entry.c.kind == EntryKind.REVIEW.value, entry.c.payload.is_not(None))
        .order_by(entry.c.number)
    )
    beside = None if of is None or len(of) > _FEW else _beside(connection, of)
    if beside is not None:  # few mentions are looked up, many are looked for among all reviews
        about = [(entry.c.subject >= one) & (entry.c.subject < one + "!") for one in beside]  # "m-1", "m-1 c-2"
        listed = listed.where(or_(false(), *about))
    rows = connection.execute(listed).all()
    if of is not None and beside is None and rows:
        wanted = set(_reports(connection, of).values())
        told_in = _reports(connection, sorted({row.subject.split(" ")[0] for row in rows}))
        rows = [row for row in rows if told_in.get(row.subject.split(" ")[0]) in wanted]
    for at in range(0, len(rows), _CHUNK):
        some = {row.number: row.subject for row in rows[at : at + _CHUNK]}
        payloads = select(entry.c.number, entry.c.payload).where(entry.c.number.in_(some)).order_by(entry.c.number)
        for row in connection.execute(payloads):
            yield row.number, some[row.number], decoded(row.payload, Review)


def _beside(connection: Connection, of: Sequence[str]) -> list[str] | None:
    """What the reports of these mentions told in any reading; None where that is more than is quickly looked up."""
    reports = set(_reports(connection, of).values())
    told = (
        select(mention.c.id)
        .join(reading, reading.c.entry == mention.c.entry)
        .join(revision, revision.c.digest == reading.c.digest)
        .where(revision.c.report_id.in_(reports))
    )
    found = sorted(set(connection.execute(told.limit(_LOOKED_UP)).scalars()))
    return found if len(found) < _LOOKED_UP else None


def _reports(connection: Connection, mentions: Sequence[str]) -> dict[str, str]:
    """The report of each of these mentions, of any reading."""
    found: dict[str, str] = {}
    for at in range(0, len(mentions), _CHUNK):
        told = select(mention.c.id, mention.c.report_id).where(mention.c.id.in_(mentions[at : at + _CHUNK]))
        found.update((row.id, row.report_id) for row in connection.execute(told))
    return found


def rulings(connection: Connection, mentions: Sequence[str]) -> dict[tuple[str, Claim | None], Review]:
    """The rulings that hold on these mentions and their claims, what they amend to in the newest text's words."""
    found = holding(connection, mentions)[0]
    return {
        (one.mention, one.claim): replace(one.review, amended=one.amended, where=one.where)
        for one in found
        if one.review.ruling is not Ruling.NOTED
    }


class _Follower:
    """Follows many reviews to the newest readings; what they share is asked for once."""

    def __init__(self, connection: Connection, mentions: Sequence[str]) -> None:
        self._connection = connection
        self._followed = follow(connection, mentions)
        self._trails = Trails(connection, mentions)
        self._readings = lru_cache(maxsize=_CHUNK)(self._mentions_of)

    def _mentions_of(self, number: int) -> tuple[Mention, ...]:
        """What the reading in an entry tells."""
        payload = self._connection.execute(select(entry.c.payload).where(entry.c.number == number)).scalar_one()
        return decoded(payload, Reading).mentions

    def now(self, number: int, review: Review) -> Reviewed | Waiting:
        """Where a review is now, or why it waits for a person."""
        followed, left = self._followed[review.mention], self._trails.of(review.mention, number)
        if review.claim is None:
            return self._whole(number, review, left)
        if left is None or left.now is None:
            return Waiting(number, followed.why)
        # The mention that the review's own became comes first: a claim said of two incidents stays with its own.
        told = tuple(sorted(self._readings(left.now), key=lambda each: each.id != followed.now))
        place = in_current_text(self._connection, left, (review.claim.span.start, review.claim.span.end))
        best = _same_claim(review.claim, place, told) if place else None
        if best is None:
            return Waiting(number, f"the newest reading no longer says what {review.by} reviewed in {review.mention}")
        amended = review.amended and moved(review.amended, lambda span: _moved(self._connection, left, span))
        if review.amended and not amended:
            gone = f"the words of what {review.by} amended {review.mention} to are not in its newest text"
            return Waiting(number, gone)
        return Reviewed(number, review, best[0], best[1], amended)

    def _whole(self, number: int, review: Review, left: Trail | None) -> Reviewed | Waiting:
        followed = self._followed[review.mention]
        if followed.now is None:
            return Waiting(number, followed.why)
        if review.where is None:
            return Reviewed(number, review, followed.now, None)
        words = _moved(self._connection, left, review.where.span) if left else None
        if words is None:
            why = f"the words by which {review.by} placed {review.mention} do not stand once in its newest text"
            return Waiting(number, why)
        return Reviewed(number, review, followed.now, None, where=replace(review.where, span=words))


def _moved(connection: Connection, left: Trail, span: Span) -> Span | None:
    place = in_current_text(connection, left, (span.start, span.end))
    return Span(place[0], place[1], span.quote) if place else None


def moved(claim: Claim, place: Callable[[Span], Span | None]) -> Claim | None:
    """The claim with its words where they stand in another text; None where one of them has no place there."""
    spans = {span: place(span) for span in fold.spans_of_claim(claim)}
    found = {old: new for old, new in spans.items() if new is not None}
    if len(found) < len(spans):
        return None
    return replace(
        claim,
        span=found[claim.span],
        speakers=tuple(replace(speaker, span=found[speaker.span]) for speaker in claim.speakers),
        who=claim.who and found[claim.who],
        actor=claim.actor and replace(claim.actor, span=found[claim.actor.span]),
    )


def _same_claim(old: Claim, place: tuple[int, int], told: tuple[Mention, ...]) -> tuple[str, Claim] | None:
    """The claim that says the same in words that overlap: the same thing, stance, value and nearest speaker."""
    best: tuple[int, str, Claim] | None = None
    for each in told:
        for claim in each.claims:
            shared = overlap(place, (claim.span.start, claim.span.end))
            if shared > 0 and says(claim) == says(old) and (best is None or shared > best[0]):
                best = (shared, each.id, claim)
    return best and (best[1], best[2])


def says(claim: Claim) -> tuple[object, ...]:
    """What a claim says, whatever its words."""
    actor = claim.actor.value if claim.actor else None
    speaker = claim.speakers[0].name if claim.speakers else None
    return claim.about, claim.stance, claim.low, claim.high, claim.part, actor, speaker
