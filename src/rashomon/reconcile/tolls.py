"""Low, best and high for one toll, by a written rule."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.records import About, Stance, Toll, Voiced


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that some origin stands behind: people, both ends inclusive, None unbounded."""

    low: int | None
    high: int | None
    origin: str

    @property
    def point(self) -> int:
        """The one number that stands for it: the lower end, or the upper of "up to 9"."""
        return self.low if self.low is not None else self.high or 0

    @property
    def top(self) -> int:
        """The highest number that was said."""
        return self.high if self.high is not None else self.point


Chosen = tuple[int, int, int]  # low, best, high
Days = dict[str, int]  # report id to the day it was published, as an ordinal; unknown days last


def standing(voiced: Sequence[Voiced], about: About, days: Days) -> list[Figure]:
    """The whole tolls that stand: of each origin, those of its latest report; what it said before is superseded.

    "Police: 2 dead" on Monday and "police: 6 dead" on Tuesday stand as 6. Parts and denials without a figure are
    left out.
    """
    whole = [v for v in voiced if is_whole(v, about)]
    latest: dict[str, int] = {}
    for v in whole:
        latest[v.origin] = max(latest.get(v.origin, 0), days.get(v.report, 0))
    figures = {Figure(v.claim.low, v.claim.high, v.origin) for v in whole if days.get(v.report, 0) == latest[v.origin]}
    return sorted(figures, key=lambda f: (f.point, f.top, f.origin))


def is_whole(v: Voiced, about: About) -> bool:
    """True for an asserted figure over everyone hit."""
    claim = v.claim
    told = claim.low is not None or claim.high is not None
    return claim.about is about and claim.stance is Stance.ASSERTS and not claim.part and told


def _ends(figures: Sequence[Figure]) -> tuple[int, int]:
    return min(f.point for f in figures), max(f.top for f in figures)


def _backed(figures: Sequence[Figure]) -> dict[int, set[str]]:
    backed: dict[int, set[str]] = {}
    for figure in figures:
        backed.setdefault(figure.point, set()).add(figure.origin)
    return backed


def by_origins(figures: Sequence[Figure]) -> Chosen:
    """Best is the figure with the most independent origins; of equals the lower."""
    backed = _backed(figures)
    best = min(backed, key=lambda point: (-len(backed[point]), point))
    low, high = _ends(figures)
    return low, best, high


def by_acled(figures: Sequence[Figure]) -> Chosen:
    """Best is the lowest figure that stands: where reports differ, the most conservative count is taken."""
    low, high = _ends(figures)
    return low, low, high


def by_ucdp(figures: Sequence[Figure]) -> Chosen:
    """Best is the lowest figure that at least two independent origins back, else the lowest of all."""
    backed = _backed(figures)
    shared = [point for point, origins in backed.items() if len(origins) > 1]
    low, high = _ends(figures)
    return low, min(shared, default=low), high


def by_airwars(figures: Sequence[Figure]) -> Chosen:
    """Low and high are the range of all figures that stand; best is its lower end, "at least"."""
    low, high = _ends(figures)
    return low, low, high


RULES: dict[str, tuple[Callable[[Sequence[Figure]], Chosen], str]] = {
    "origins": (by_origins, "best: the figure with the most independent origins, ties to the lower"),
    "ucdp": (by_ucdp, "best: the lowest figure that two independent origins back, else the lowest (after UCDP)"),
    "acled": (by_acled, "best: the lowest figure reported (after ACLED)"),
    "airwars": (by_airwars, "the range of all figures; best is its lower end (after Airwars)"),
}
_ENDS = "; low and high: the lowest and highest figure that an origin stands by in its latest report"


def toll(voiced: Sequence[Voiced], about: About, days: Days, rule: str = "origins", reviewed: str = "") -> Toll | None:
    """Low, best and high, None where nobody gives a figure. Raises KeyError for a rule that is not in RULES.

    reviewed: what reviews did to the claims, for the end of the written rule.
    """
    choose, written = RULES[rule]
    figures = standing(voiced, about, days)
    if not figures:
        return None
    low, best, high = choose(figures)
    behind = {figure.origin for figure in figures if figure.point == best}
    return Toll(about, low, best, high, written + _ENDS + reviewed, len(behind))
