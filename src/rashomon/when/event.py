"""Words counted from a happening told before: "hours later", "the next day", "a week earlier", "that night".

They carry no interval of their own: `shift` says how many days to add to that happening's day (`shifted`).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.records import Anchor, Grain
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import PARTS, UNITS
from rashomon.when.sense import Frame, Parsed, Sense, lower
from rashomon.when.units import GRAINS, amount, bare_units, bound_at, stretch

_ORIGIN = date(2001, 6, 15)  # any day: only the distance from it counts
_WAYS = {
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "afterward": 1,
    "on": 1,
    "earlier": -1,
    "before": -1,
    "previously": -1,
    "prior": -1,
}
_NEXT = {"next": 1, "following": 1, "same": 0, "previous": -1, "preceding": -1, "that": 0}
_WEEKS = {"week": ((1, 13), (-13, -1)), "month": ((1, 61), (-61, -1)), "year": ((1, 730), (-730, -1))}


def from_event(shift: tuple[int, int], grain: Grain, rule: str, relative: str) -> Sense:
    """A sense counted from a happening told before."""
    return Sense(None, grain, rule, Anchor.EVENT, relative=relative, shift=shift)


def later_or_earlier(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """ "two days later", "hours earlier", "a week before", "a year after", "just hours after"."""
    bound = bound_at(words, i)
    start = bound[0] if bound else i
    found = amount(words, start) or bare_units(words, start)
    if not found:
        return None
    end, parts = found
    sign = _WAYS.get(lower(words, end))
    if sign is None or (lower(words, end) == "on" and (end + 1 < len(words) and words[end + 1].kind is not Kind.MARK)):
        return None
    grain = GRAINS[parts[0][1]]
    relative = f"{' '.join(word.lower for word in words[i : end + 1])} what was told before"
    if parts[0][1] in ("second", "minute"):
        return end + 1, from_event((0, 0), grain, "counted from the event", relative)
    if parts[0][1] == "hour":
        hours = parts[0][0]
        least, most = hours.low // 24, -(-max(hours.high, 1) // 24)
        shift = (least, most) if sign > 0 else (-most, -least)
        return end + 1, from_event(shift, grain, "counted from the event", relative)
    interval = stretch(_ORIGIN, parts, sign, bound[1] if bound else "")
    one: timedelta = interval.first - _ORIGIN
    two: timedelta = interval.last - _ORIGIN
    return end + 1, from_event((one.days, two.days), grain, "counted from the event", relative)


def next_day(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """ "the next day", "the following morning", "the same night", "that day", "the previous week"."""
    j = i + 1 if words[i].lower == "the" else i
    step = _NEXT.get(lower(words, j))
    if step is None:
        return None
    what = lower(words, j + 1)
    article = words[i].lower == "the" or lower(words, j) == "that" or lower(words, i - 1) == "the"
    unit = UNITS.get(what, "")
    if what in PARTS or unit in ("day", "night"):
        if not article and step and what != "day":
            return None
        if what.endswith("s"):
            return None
        if what == "overnight":
            return None
        grain = Grain.DAY if unit == "day" else Grain.PART_OF_DAY
        return j + 2, from_event(
            (step, step), grain, "day after the event" if step > 0 else "day of the event", _told(words, i, j + 2)
        )
    if not article or unit not in _WEEKS or what.endswith("s"):
        return None
    if step == 0:
        reach = {"week": 6, "month": 30, "year": 365}[unit]
        return j + 2, from_event((-reach, reach), GRAINS[unit], f"the event's {unit}", _told(words, i, j + 2))
    shift = _WEEKS[unit][0 if step > 0 else 1]
    return j + 2, from_event(
        shift, GRAINS[unit], f"{unit} {'after' if step > 0 else 'before'} the event's", _told(words, i, j + 2)
    )


def day_before_after(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """ "the day before", "the night after", "the week before", "a day after"; `i` is at the article or the unit."""
    j = i + 1 if words[i].lower == "the" else i
    if j == i:
        return None
    unit = UNITS.get(lower(words, j), "")
    sign = {"before": -1, "after": 1}.get(lower(words, j + 1))
    if sign is None or lower(words, j).endswith("s"):
        return None
    if unit in ("day", "night") or lower(words, j) in PARTS:
        return j + 2, from_event((sign, sign), Grain.DAY, "day beside the event", _told(words, i, j + 2))
    if unit in _WEEKS:
        shift = _WEEKS[unit][0 if sign > 0 else 1]
        return j + 2, from_event(shift, GRAINS[unit], f"{unit} beside the event's", _told(words, i, j + 2))
    return None


def later_that_day(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """ "later that night", "earlier in the day", "later the same day", "shortly afterwards"."""
    word = words[i].lower
    if word in ("shortly", "soon", "immediately", "moments", "minutes"):
        if lower(words, i + 1) in ("after", "afterwards", "afterward", "before", "later"):
            return i + 2, from_event((0, 0), Grain.HOUR, "shortly after the event", _told(words, i, i + 2))
        return None
    j = i + 1
    if lower(words, j) in ("in", "on"):
        j += 1
    if lower(words, j) not in ("the", "that"):
        return None
    j += 1
    if lower(words, j) == "same":
        j += 1
    if lower(words, j) in PARTS or lower(words, j) in ("day", "night"):
        return j + 1, from_event((0, 0), Grain.PART_OF_DAY, "day of the event", _told(words, i, j + 1))
    return None


def anniversary(words: Sequence[Lexeme], i: int, _frame: Frame) -> Parsed:
    """ "on the anniversary of": the day itself is whatever the anniversary is of; only the words are kept."""
    if lower(words, i) != "anniversary" or lower(words, i - 1) not in ("the", "first", "second", "third"):
        return None
    return i + 1, from_event((0, 0), Grain.DAY, "anniversary", _told(words, i, i + 1))


def _told(words: Sequence[Lexeme], start: int, end: int) -> str:
    return f"{' '.join(word.lower for word in words[start:end])}, counted from what was told before"
