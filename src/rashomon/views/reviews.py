"""Claims by the names that a reviewer gives them, and the reviews that stand beside what was read."""

from collections.abc import Iterator, Mapping, Set

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, claim_id
from rashomon.ledger.codec import decoded
from rashomon.records import Claim, EntryKind, Review, Ruling
from rashomon.views.wording import chain_words, claim_words, place_name

Reviews = Mapping[tuple[str, Claim | None], tuple[Review, ...]]  # by mention and claim; None: of the whole mention
_LEAST = 6  # characters of a handle: fewer would name a claim by chance
_DONE = {
    Ruling.ACCEPTED: "accepted",
    Ruling.REJECTED: "rejected: the report does not say so",
    Ruling.AMENDED: "amended",
    Ruling.NOTED: "noted",
}


def to_review(ledger: Ledger, handle: str, report: str | None = None) -> tuple[str, Claim | None]:
    """The mention's id and the claim that "c-..." names; claim None for the whole mention that "m-..." names.

    handle: an id as `rashomon report` prints it, or an unambiguous beginning. What no current reading holds is looked
    for among what was reviewed before, so that a review left behind can be taken back. report: where it stands, if that
    is known; without it every reading is looked through. Raises BadInput for any other.
    """
    if not handle.startswith(("c-", "m-")):
        raise BadInput(f"{handle} names neither a claim (c-...) nor a mention (m-...): rashomon report prints both")
    if len(handle) < _LEAST:
        raise BadInput(f"{handle} is too short to name one; give more of it")
    for named in (_read(ledger, report), _reviewed(ledger)):
        found = {name: pair for name, pair in named if name.startswith(handle)}
        if len(found) > 1:
            first, second = sorted(found)[:2]
            raise BadInput(f"{handle} begins {len(found)} ids ({first}, {second}); give more of it")
        if found:
            return next(iter(found.values()))
    raise BadInput(f"no reading holds {handle}: rashomon report prints the ids of what is read")


def _read(ledger: Ledger, report: str | None) -> Iterator[tuple[str, tuple[str, Claim | None]]]:
    readings = ledger.readings() if report is None else ledger.readings_of([report])
    for reading in readings:
        for mention in reading.mentions:
            yield mention.id, (mention.id, None)
            yield from ((claim_id(mention.id, claim), (mention.id, claim)) for claim in mention.claims)


def _reviewed(ledger: Ledger) -> Iterator[tuple[str, tuple[str, Claim | None]]]:
    for waiting in ledger.waiting():
        entry = next(ledger.entries(waiting.entry - 1))
        if entry.kind is EntryKind.REVIEW:
            review = decoded(entry.payload, Review)
            yield entry.subject.split(" ")[-1], (review.mention, review.claim)


def reviews_beside(ledger: Ledger, mentions: Set[str]) -> Reviews:
    """The reviews that hold on these mentions, the oldest first of each."""
    found: dict[tuple[str, Claim | None], tuple[Review, ...]] = {}
    for held in ledger.reviews(mentions):
        key = (held.mention, held.claim)
        found[key] = (*found.get(key, ()), held.review)
    return found


def review_words(review: Review) -> str:
    """A review in a line: "ada amended: police: 5 killed (a man was counted twice)"; ruling None was taken back.

    One that gives a mention's place: "ada placed it at Rundu, Kavango East, NA, “the river town” (why)".
    """
    done = _DONE[review.ruling] if review.ruling else "took a review back"
    read = ""
    if review.amended:
        amended = review.amended
        read = f": {chain_words(amended.speakers)}: {claim_words(amended)}, “{amended.span.quote}”"
    if review.where:
        done, read = "placed it", f" at {place_name(review.where.value)}, “{review.where.span.quote}”"
    return f"{review.by} {done}{read}" + (f" ({review.why})" if review.why else "")
