"""What reviewers leave to be counted: claims rejected are set aside, those amended count as amended, places likewise.

The claim as it was read is never lost: what is set aside is kept beside the accounts, what counts as amended bears it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.records import About, Claim, Mention, Placed, Review, Ruling

# The ruling that holds on each claim of a mention, as it is read now; claim None: on the whole mention.
Rulings = Mapping[tuple[str, Claim | None], Review]


@dataclass(frozen=True, slots=True)
class Counted:
    """mentions: with the claims that count, and the place that does.

    read: for each of these claims, in order, what it was read as where a reviewer amended it, else None. rejected: the
    same mentions with the claims that do not count.
    """

    mentions: tuple[Mention, ...]
    read: tuple[Claim | None, ...]
    rejected: tuple[Mention, ...]


def as_reviewed(mentions: Sequence[Mention], rulings: Rulings) -> Counted:
    """The mentions as the rulings leave them.

    A ruling on the claim goes before one on its whole mention, of which only a rejection counts.
    """
    counted: list[Mention] = []
    read: list[Claim | None] = []
    rejected: list[Mention] = []
    for mention in mentions:
        stays: list[Claim] = []
        goes: list[Claim] = []
        for claim in mention.claims:
            review = ruling_on(mention.id, claim, rulings)
            if review and review.ruling is Ruling.REJECTED:
                goes.append(claim)
            elif review and review.ruling is Ruling.AMENDED and review.amended:
                stays.append(review.amended)
                read.append(claim)
            else:
                stays.append(claim)
                read.append(None)
        whole = rulings.get((mention.id, None))
        where = whole.where if whole and whole.where else mention.where
        counted.append(replace(mention, claims=tuple(stays), where=where) if rulings else mention)
        if goes:
            rejected.append(replace(mention, claims=tuple(goes)))
    return Counted(tuple(counted), tuple(read), tuple(rejected))


def ruling_on(mention: str, claim: Claim, rulings: Rulings) -> Review | None:
    """The review that decides whether and how a claim counts; None where none does."""
    own = rulings.get((mention, claim))
    whole = rulings.get((mention, None))
    return own or (whole if whole and whole.ruling is Ruling.REJECTED else None)


def placed(mentions: Sequence[Mention], rulings: Rulings) -> Placed | None:
    """The place that a reviewer gave one of these mentions, of several the newest; None where none did."""
    found = [(mention.id, review) for mention in mentions if (review := rulings.get((mention.id, None)))]
    given = [(review.at, Placed(review.where, one, review.by, review.why)) for one, review in found if review.where]
    return max(given, key=lambda pair: pair[0])[1] if given else None


def ruled(mentions: Sequence[Mention], rulings: Rulings) -> tuple[str, ...]:
    """The mentions that a reviewer accepted, rejected or amended as a whole."""
    whole = ((mention.id, rulings.get((mention.id, None))) for mention in mentions)
    return tuple(one for one, review in whole if review and review.ruling is not Ruling.NOTED)


def vouched(mentions: Sequence[Mention], rulings: Rulings) -> tuple[About, ...]:
    """What reviewers accepted or amended a claim of, in the order of `About`."""
    told = {
        (review.amended or claim).about
        for mention in mentions
        for claim in mention.claims
        if (review := rulings.get((mention.id, claim))) and review.ruling in (Ruling.ACCEPTED, Ruling.AMENDED)
    }
    return tuple(about for about in About if about in told)


def rule_of(about: About, mentions: Sequence[Mention], rulings: Rulings) -> str:
    """What reviews did to a toll's claims, for its rule: "; left out: 1 claim that Ada rejected"; "" for nothing."""
    rejected: list[Review] = []
    amended: list[Review] = []
    for mention in mentions:
        for claim in mention.claims:
            review = ruling_on(mention.id, claim, rulings)
            if review and review.ruling is Ruling.REJECTED and claim.about is about:
                rejected.append(review)
            elif review and review.ruling is Ruling.AMENDED and review.amended:
                amended += [review] if about in (claim.about, review.amended.about) else []
    left_out = f"; left out: {_claims(rejected)} rejected" if rejected else ""
    return left_out + (f"; counted as amended: {_claims(amended)} amended" if amended else "")


def _claims(reviews: Sequence[Review]) -> str:
    names = sorted({review.by for review in reviews})
    return f"{len(reviews)} claim{'' if len(reviews) == 1 else 's'} that {', '.join(names)}"
