"""The comparisons: each looks at one thing in two mentions and returns a level and a sentence.

The level is a row of the weights table (`tables/weights.json`, fitted by `training/fit_link.py`); the sentence is
what a person reads. A pair's score is the sum of its levels' weights: log-odds that both tell of the same happening.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.link.compare_place import place
from rashomon.link.compare_toll import killed, wounded
from rashomon.link.compare_words import names, report_words, sentence_words, target_words, title_words
from rashomon.link.gist import Gist
from rashomon.records import SubEventType

Compared = tuple[str, str]  # level, sentence

_FAMILIES: dict[SubEventType, str] = {
    SubEventType.AIR_DRONE_STRIKE: "from afar",
    SubEventType.SHELLING: "from afar",
    SubEventType.DISRUPTED_WEAPONS_USE: "from afar",
    SubEventType.CHEMICAL_WEAPON: "from afar",
    SubEventType.REMOTE_EXPLOSIVE: "a bomb",
    SubEventType.SUICIDE_BOMB: "a bomb",
    SubEventType.GRENADE: "a bomb",
    SubEventType.UNKNOWN_EXPLOSION: "a bomb",
    SubEventType.ARMED_CLASH: "at close quarters",
    SubEventType.ATTACK: "at close quarters",
    SubEventType.ABDUCTION: "at close quarters",
    SubEventType.LOOTING: "at close quarters",
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison under the name that it has in the weights table and in reasons."""

    name: str
    compare: Callable[[Gist, Gist], Compared]


def _told(days: tuple[int, int]) -> str:
    first, last = date.fromordinal(days[0]), date.fromordinal(days[1])
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def day(left: Gist, right: Gist) -> Compared:
    """Whether the days between which each happened meet, and how narrowly both tell it."""
    if left.days is None or right.days is None:
        return "not told", "at least one does not tell the day"
    gap = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
    wide = max(left.days[1] - left.days[0], right.days[1] - right.days[0])
    told = f"{_told(left.days)} and {_told(right.days)}"
    if gap <= 0:
        for level, most in (("same day", 0), ("same days", 2), ("same week", 8), ("same month", 31)):
            if wide <= most:
                return level, f"the days meet: {told}"
        return "wide", f"one tells the time only widely: {told}"
    for level, most in (("a day apart", 1), ("days apart", 3), ("a week apart", 10)):
        if gap <= most:
            return (level if wide <= 2 else f"wide, {level}"), f"{gap} days apart: {told}"
    return "far apart", f"{gap} days apart: {told}"


def published(left: Gist, right: Gist) -> Compared:
    """How far apart the reports were published; weighs most where the day is not told."""
    one, two = left.report.published, right.report.published
    if one is None or two is None:
        return "not known", "a report's day of publication is not known"
    gap = abs(one - two)
    level = next((name for name, most in _GAPS if gap <= most), "months apart")
    return level, f"published {gap} days apart" if gap else "published on the same day"


_GAPS = (("same day", 0), ("next day", 1), ("days apart", 3), ("a week apart", 8), ("a month apart", 31))


def event_type(left: Gist, right: Gist) -> Compared:
    """Whether both are the same type of event, or types that reports take for one another."""
    if left.kind is right.kind:
        return f"same: {left.kind.value}" if left.kind is not SubEventType.ATTACK else "same", f"both {left.kind.value}"
    both = f"{left.kind.value} and {right.kind.value}"
    if SubEventType.UNKNOWN_EXPLOSION in (left.kind, right.kind):
        return "one unknown", both
    return ("related" if _FAMILIES[left.kind] == _FAMILIES[right.kind] else "different"), both


def weapon(left: Gist, right: Gist) -> Compared:
    """Whether a weapon is common to both."""
    if not left.means or not right.means:
        return "not told", "at least one does not tell the weapon"
    common = sorted(left.means & right.means)
    if common:
        return ("same" if left.means == right.means else "one in common"), f"both {', '.join(common)}"
    return "different", f"{', '.join(sorted(left.means))} and {', '.join(sorted(right.means))}"


def author(left: Gist, right: Gist) -> Compared:
    """Whether the same group or state is named as the author, by whomever, or denies it."""
    if not left.actors or not right.actors:
        return "not told", "at least one names no author"
    for one in left.actors:
        for two in right.actors:
            if one & two and (one <= two or two <= one or len(one & two) * 2 >= min(len(one), len(two))):
                return "same", f"both name {' '.join(sorted(one & two))}"
    return "different", "they name different authors"


FEATURES = (
    Feature("day", day),
    Feature("place", place),
    Feature("published", published),
    Feature("event type", event_type),
    Feature("weapon", weapon),
    Feature("author", author),
    Feature("targets", target_words),
    Feature("killed", killed),
    Feature("wounded", wounded),
    Feature("rare words", names),
    Feature("words of the sentences", sentence_words),
    Feature("words of the reports", report_words),
    Feature("titles", title_words),
)
