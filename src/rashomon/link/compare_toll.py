"""Whether the tolls of two mentions can be of one happening: the same, or rising as reports come in."""

from rashomon.link.gist import Gist

Figure = tuple[int | None, int | None]
CLOSE = 0.7  # smaller by larger; counts of one incident differ by about a third in the first days


def killed(left: Gist, right: Gist) -> str:
    """Whether the dead agree. A larger figure in a later report fits: tolls rise for days."""
    return _best(left, right, left.killed, right.killed)[0]


def killed_sentence(left: Gist, right: Gist) -> str:
    """ "6 and at least 5 killed"."""
    return _sentence(_best(left, right, left.killed, right.killed), "killed")


def wounded(left: Gist, right: Gist) -> str:
    """Whether the wounded agree. A larger figure in a later report fits."""
    return _best(left, right, left.wounded, right.wounded)[0]


def wounded_sentence(left: Gist, right: Gist) -> str:
    """ "6 and at least 5 wounded"."""
    return _sentence(_best(left, right, left.wounded, right.wounded), "wounded")


_ORDER = (
    "same, tens",
    "same, several",
    "same, one or two",
    "same, none",
    "fits",
    "close",
    "later higher",
    "later lower",
)
Best = tuple[str, Figure, Figure]


def _best(left: Gist, right: Gist, ones: tuple[Figure, ...], twos: tuple[Figure, ...]) -> Best:
    """The level of the two figures that agree best, and they."""
    if not ones or not twos:
        return "not told", (None, None), (None, None)
    later = _later(left, right)
    found = ((_level(one, two, later), one, two) for one in ones for two in twos)
    return min(found, key=lambda best: _rank(best[0]))


def _sentence(best: Best, what: str) -> str:
    level, one, two = best
    return (
        f"at least one does not tell how many were {what}"
        if level == "not told"
        else f"{_said(one)} and {_said(two)} {what}"
    )


def _rank(level: str) -> int:
    return _ORDER.index(level) if level in _ORDER else len(_ORDER)


def _later(left: Gist, right: Gist) -> int:
    """1 where the right report is the later one, -1 the left, 0 where that is not known or the same day."""
    one, two = left.report.published, right.report.published
    return 0 if one is None or two is None else (two > one) - (two < one)


def _level(one: Figure, two: Figure, later: int) -> str:
    if one == two:
        size = one[0] if one[0] is not None else one[1] or 0
        return (
            "same, tens"
            if size >= 10
            else "same, several"
            if size >= 3
            else "same, one or two"
            if size
            else "same, none"
        )
    low, high = _point(one), _point(two)
    if (low == 0) != (high == 0):
        return "none against some"
    if _meet(one, two):
        return "fits"
    small, large = sorted((low, high))
    if large - small <= 1 or small >= CLOSE * large:
        return "close"
    if later and (high > low) == (later > 0):
        return "later higher" if small * 4 >= large else "far apart"
    return "later lower" if small * 3 >= large else "far apart"


def _point(figure: Figure) -> int:
    return figure[0] if figure[0] is not None else figure[1] or 0


def _meet(one: Figure, two: Figure) -> bool:
    """True where both ranges hold a common number and one of them is open or a range."""
    low = max(one[0] or 0, two[0] or 0)
    highs = [high for high in (one[1], two[1]) if high is not None]
    return not highs or low <= min(highs)


def _said(figure: Figure) -> str:
    low, high = figure
    if low is None and high is None:
        return "an unknown number"
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"
