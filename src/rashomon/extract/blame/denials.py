"""What a denial denies: that one did it, that another did it, or that it happened at all."""

from collections.abc import Sequence

from rashomon.extract.blame.authors import TOLD
from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import side
from rashomon.records import About, Stance

_ACCUSES = (Stance.BLAMES, Stance.SUSPECTS, Stance.CLAIMS)


def settle_denials(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with one reading for each denial.

    A party that is accused elsewhere in the report denies its part; one that is not, and speaks of an accused actor,
    denies that actor's part; else it denies that anything happened.
    """
    accused: set[str] = set()
    for candidate in candidates:
        if candidate.actor is not None and candidate.stance in _ACCUSES and candidate.rule != TOLD:
            accused |= side(candidate.actor)
    candidates = [c for c in candidates if c.rule != TOLD or (c.actor is not None and side(c.actor) & accused)]
    by_trigger: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.stance is Stance.DENIES:
            by_trigger.setdefault(candidate.trigger.i, []).append(candidate)
    dropped: set[int] = set()
    for rivals in by_trigger.values():
        best = _best(rivals, accused)
        dropped.update(id(rival) for rival in rivals if rival is not best)
    return [candidate for candidate in candidates if id(candidate) not in dropped]


def _best(rivals: Sequence[Candidate], accused: set[str]) -> Candidate:
    own = next((r for r in rivals if r.actor is not None and r.rule != "denied of another"), None)
    other = next((r for r in rivals if r.rule == "denied of another"), None)
    happened = next((r for r in rivals if r.about is About.OCCURRENCE), None)
    if own is not None and "own act" in own.signs:
        return own
    if own is not None and own.actor is not None and (happened is None or side(own.actor) & accused):
        if not (
            other is not None
            and other.actor is not None
            and side(other.actor) & accused
            and not side(own.actor) & accused
        ):
            return own
    if other is not None and other.actor is not None and side(other.actor) & accused:
        return other
    return happened or own or rivals[0]
