"""When two mentions happened, and when their reports were published."""

from datetime import date

from rashomon.link.gist import Gist

_MEETING = (("same day", 0), ("same days", 2), ("same week", 8), ("same month", 31))  # by the wider of the two, days
_APART = (("a day apart", 1), ("days apart", 3), ("a week apart", 10))
_WIDE_APART = tuple((f"wide, {level}", most) for level, most in _APART)
_GAPS = (("same day", 0), ("next day", 1), ("days apart", 3), ("a week apart", 8), ("a month apart", 31))


_SOON = 8  # days; a report that is published later may tell of what came of it


def day(left: Gist, right: Gist) -> str:
    """Whether the days between which each happened meet, and how narrowly both tell it."""
    one, two = left.days, right.days
    if one is None and two is None:
        return _neither(left, right)
    if one is None or two is None:
        return _against_publication(one or two, right if one else left)
    gap = max(one[0], two[0]) - min(one[1], two[1])
    wide = max(one[1] - one[0], two[1] - two[0])
    if gap <= 0:
        return next((level for level, most in _MEETING if wide <= most), "wide")
    return next((level for level, most in (_APART if wide <= 2 else _WIDE_APART) if gap <= most), "far apart")


def _neither(left: Gist, right: Gist) -> str:
    """Where neither tells its day: how far apart they were published stands for it."""
    one, two = left.report.published, right.report.published
    if one is None or two is None:
        return "not told"
    gap = next((level for level, most in _GAPS if abs(one - two) <= most), "months apart")
    later = left if one > two else right
    return f"not told, published {gap}{_looking_back(later, abs(one - two))}"


_AFTER = (("published next", 1), ("published that week", 8), ("published that month", 31))


def _looking_back(later: Gist, days: int) -> str:
    """What is added to the level of a report that was published long after, where it tells of trials and the like."""
    return LOOKING_BACK if days > _SOON and later.report.looks_back else ""


LOOKING_BACK = ", looking back"


def _against_publication(told: tuple[int, int] | None, other: Gist) -> str:
    """Where one tells its day and the other does not: how long after that day the other was published."""
    published = other.report.published
    if told is None or published is None or told[1] - told[0] > _MEETING[-1][1]:
        return "not told"
    if published < told[0] - 1:
        return "published before"
    after = max(0, published - told[1])
    level = next((level for level, most in _AFTER if after <= most), "published long after")
    return level + _looking_back(other, after)


def day_sentence(left: Gist, right: Gist) -> str:
    """ "It happened on 2024-03-06 and on 2024-03-07"."""
    one = left.days or right.days
    if one is None:
        return "neither tells the day, so the days of publication stand for it"
    if left.days is None or right.days is None:
        against = _PUBLISHED[day(left, right).removesuffix(LOOKING_BACK)]
        return f"one tells {_told(one)}, the other does not tell the day: {against}"
    meet = max(left.days[0], right.days[0]) <= min(left.days[1], right.days[1])
    return f"the days {'meet' if meet else 'do not meet'}: {_told(left.days)} and {_told(right.days)}"


def _told(days: tuple[int, int]) -> str:
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def published(left: Gist, right: Gist) -> str:
    """How far apart the reports were published; weighs most where the day is not told.

    It says less of what a report tells after its lead, an earlier attack or another town's.
    """
    one, two = left.report.published, right.report.published
    if one is None or two is None:
        return "not known"
    gap = abs(one - two)
    level = next((level for level, most in _GAPS if gap <= most), "months apart")
    if gap > _SOON and left.days and right.days:
        level = f"{level}, both tell the day"
    elif gap > _SOON and (left if one > two else right).report.looks_back:
        level = f"{level}, the later looks back"
    return level + _BACKGROUND[(left.start >= LEAD) + (right.start >= LEAD)]


LEAD = 500  # characters: what a report tells after these is not what it was written for
_BACKGROUND = ("", ", one in the background", ", both in the background")


_PUBLISHED = {
    "published next": "it was published then",
    "published that week": "it was published in the week after",
    "published that month": "it was published in the month after",
    "published long after": "it was published long after",
    "published before": "it was published before",
    "not told": "that does not help",
}


def published_sentence(left: Gist, right: Gist) -> str:
    """ "Published 3 days apart"."""
    one, two = left.report.published, right.report.published
    if one is None or two is None:
        return "a report's day of publication is not known"
    told = f"published {abs(one - two)} days apart" if one != two else "published on the same day"
    return told + _BACKGROUND[(left.start >= LEAD) + (right.start >= LEAD)]
