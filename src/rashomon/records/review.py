"""What an analyst says of a reading, beside it: reviews of claims, and texts withdrawn."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rashomon.records.mention import Claim, Stated
from rashomon.records.place import Place

PLACED = "placed by a reviewer"  # the rule of a place that a reviewer gave


class Ruling(StrEnum):
    """What a reviewer made of a claim, or of a whole mention, as it was read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"  # the report does not say this
    AMENDED = "amended"  # the report says something else: `Review.amended`, or of a mention `where`, stands beside it
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody checked what was read against the words, and what came of it. The claim itself stays.

    mention: the mention it was read in. claim: as it was read; None reviews the whole mention.
    ruling: the newest of one claim holds; None takes the one before back, as undo of a judgement does.
    amended: only with AMENDED on a claim, the claim that the reviewer reads in its place. at: UTC.
    where: only with AMENDED on a whole mention, the place of the happening; its span is the report's words for it, the
    mention's own where it has none, and its rule is `PLACED`.
    """

    mention: str
    claim: Claim | None
    ruling: Ruling | None
    by: str
    at: datetime
    why: str
    amended: Claim | None = None
    where: Stated[Place] | None = None


@dataclass(frozen=True, slots=True)
class WithdrawnText:
    """What stays of one revision: the entry it stood in, its `Report.digest` and its day."""

    entry: int
    digest: str
    published: date | None


@dataclass(frozen=True, slots=True)
class WithdrawnReading:
    """What stays of one reading: its entry, the revision's digest, the reader, and each mention's id, start and end."""

    entry: int
    digest: str
    reader: str
    mentions: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class WithdrawnReview:
    """What stays of one review: its entry, and what was decided on which mention."""

    entry: int
    mention: str
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class Redaction:
    """That a report's text was withdrawn for legal or safety reasons: its words are gone, these traces stay.

    Hashes, ids, offsets and decisions, no words. at: UTC. why: must not repeat what was withdrawn.
    """

    report: str
    texts: tuple[WithdrawnText, ...]
    readings: tuple[WithdrawnReading, ...]
    reviews: tuple[WithdrawnReview, ...]
    by: str
    at: datetime
    why: str

    @property
    def entries(self) -> tuple[int, ...]:
        """The numbers of the entries whose words went, in order."""
        return tuple(sorted(one.entry for group in (self.texts, self.readings, self.reviews) for one in group))
