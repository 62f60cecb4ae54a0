"""What an analyst says of a reading, beside it: reviews of claims, and texts withdrawn."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rashomon.records.mention import Claim


class Ruling(StrEnum):
    """What a reviewer made of a claim as it was read."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"  # the report does not say this
    AMENDED = "amended"  # the report says something else: `Review.amended` stands beside the reader's claim
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody checked what was read against the words, and what came of it. The claim itself stays.

    mention: the mention it was read in. claim: as it was read; None reviews the whole mention.
    ruling: the newest of one claim holds; None takes the one before back, as undo of a judgement does.
    amended: only with AMENDED, the claim that the reviewer reads in its place. at: UTC.
    """

    mention: str
    claim: Claim | None
    ruling: Ruling | None
    by: str
    at: datetime
    why: str
    amended: Claim | None = None


@dataclass(frozen=True, slots=True)
class Redaction:
    """That a report's text was withdrawn for legal or safety reasons: its words are gone, these traces stay.

    digests: its revisions (`Report.digest`). mentions: ids of what had been read in it.
    entries: the numbers of the entries whose words went. at: UTC.
    """

    report: str
    digests: tuple[str, ...]
    mentions: tuple[str, ...]
    entries: tuple[int, ...]
    by: str
    at: datetime
    why: str
