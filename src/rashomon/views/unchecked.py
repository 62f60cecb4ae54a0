"""Incidents that wait for a reviewer, and what of one of them is asked: where it was, or whether a toll is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger import IncidentRow, Ledger, Unchecked
from rashomon.records import About, Claim, Reconciled, Stance, Toll, Voiced
from rashomon.views.incident import Told, told_of


@dataclass(frozen=True, slots=True)
class Check:
    """What a reviewer is asked about one incident.

    told: the mention that is asked about. claim: of a toll, as it was read; None where the place is asked for. left:
    how many mentions nobody has ruled on, this one among them.
    """

    row: IncidentRow
    told: Told
    claim: Claim | None = None
    left: int = 1


def to_check(ledger: Ledger, what: Unchecked, row: IncidentRow) -> Check | None:
    """The mention or claim to be looked at first; None where no current reading holds one.

    Of a place: the first mention that nobody ruled on. Of a toll: the first claim that says its best figure.
    """
    found = ledger.incident(row.id)
    if what is Unchecked.TOLL:
        asked = min(_dead(found), key=lambda pair: pair[0], default=None)
        told = told_of(ledger, {asked[1].mention}) if asked else {}
        return Check(row, told[asked[1].mention], asked[1].as_read) if asked and asked[1].mention in told else None
    left = [one for one in found.incident.mentions if one not in found.ruled]
    told = told_of(ledger, set(left[:1]))
    return Check(row, told[left[0]], left=len(left)) if told else None


def _dead(found: Reconciled) -> Iterator[tuple[tuple[bool, bool, int], Voiced]]:
    """The claims of the dead that count, each with how far it is from the best figure; the nearest is the least."""
    toll = next((toll for toll in found.tolls if toll.about is About.KILLED), None)
    every = (one for account in found.accounts if account.about is About.KILLED for one in account.voiced)
    for at, one in enumerate(every):
        denies = one.claim.stance is Stance.DENIES
        yield (denies or one.claim.part, not _says(one.claim, toll), at), one


def _says(claim: Claim, toll: Toll | None) -> bool:
    best = toll.best if toll else None
    return best is not None and (claim.low or 0) <= best and (claim.high is None or best <= claim.high)
