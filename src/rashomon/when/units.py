"""Weeks, months and years counted from the report's day: "last week", "two weeks ago", "in the past month", "recently".

What English leaves open stays open: "a week ago" is a day either way, "two weeks ago" two days, "two months ago" half
a month, "two years ago" half a year; "days ago" exactly that day. "Last week" runs from Monday to Sunday.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain, Interval
from rashomon.when import calendar
from rashomon.when.absolute import month_at, undated_month
from rashomon.when.counts import Count, count
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import SEASONS, UNITS
from rashomon.when.sense import Frame, Parsed, Sense, after_the, counted_from_publication, lower

GRAINS = {
    "second": Grain.HOUR, "minute": Grain.HOUR, "hour": Grain.HOUR,
    "day": Grain.DAY, "night": Grain.DAY, "weekend": Grain.DAY, "week": Grain.WEEK, "fortnight": Grain.WEEK,
    "month": Grain.MONTH, "quarter": Grain.SEASON, "year": Grain.YEAR,
    "decade": Grain.LONGER, "century": Grain.LONGER,
}  # fmt: skip
CALENDAR_UNITS = ("week", "fortnight", "month", "quarter", "year", "decade", "century", "weekend", "day")
MODIFIERS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0,
    "next": 1, "coming": 1, "upcoming": 1, "following": 1,
}  # fmt: skip
VAGUE_DAYS = {"day": (2, 7), "night": (2, 7), "week": (7, 42), "month": (28, 180), "year": (366, 1830), "hour": (0, 1)}
RECENT_DAYS = {"hour": 1, "day": 7, "week": 42, "month": 183, "year": 1096}


def slack(unit: str, low: int) -> int:
    """By how many days "N units ago" may be off either way."""
    if unit in ("week", "fortnight"):
        return 1 if low == 1 and unit == "week" else 2
    return {"month": 15, "quarter": 45, "year": 183, "decade": 1826, "century": 18262}.get(unit, 0)


def back_and_forth(at: date, found: Count, unit: str, sign: int) -> Interval:
    """The days that lie `found` units before (sign -1) or after (sign 1) that day, with the unit's slack."""
    near = calendar.stepped(at, sign * found.low, unit)
    far = calendar.stepped(at, sign * found.high, unit)
    first, last = min(near, far), max(near, far)
    give = 0 if found.vague else slack(unit, found.low)
    return Interval(calendar.moved(first, -give), calendar.moved(last, give))


def amount(words: Sequence[Lexeme], i: int) -> tuple[int, list[tuple[Count, str]]] | None:
    """Units and how many: "two weeks", "1 month and 21 days", "a year and a half": the index after, and the parts."""
    parts: list[tuple[Count, str]] = []
    end = i
    while len(parts) < 4:
        start = end + 1 if parts and lower(words, end) in ("and", ",") else end
        found = count(words, start)
        if not found:
            break
        at = found.end
        half = lower(words, at) == "and" and lower(words, at + 1) in ("a", "half")
        if half:
            at += 3 if lower(words, at + 1) == "a" else 2
        if lower(words, at) in ("full", "calendar", "whole", "more", "long", "short"):
            at += 1
        unit = UNITS.get(lower(words, at))
        if unit is None or (parts and unit == parts[-1][1]):
            break
        end = at + 1
        parts.append((found, unit))
        half_follows = lower(words, end) == "and" and lower(words, end + 1) == "a" and lower(words, end + 2) == "half"
        if half_follows:
            end += 3
        if half or half_follows:
            smaller = {"year": ("month", 6), "month": ("day", 15), "week": ("day", 4), "decade": ("year", 5)}.get(unit)
            if smaller:
                parts.append((Count(end, smaller[1], smaller[1]), smaller[0]))
    return (end, parts) if parts else None


def bare_units(words: Sequence[Lexeme], i: int) -> tuple[int, list[tuple[Count, str]]] | None:
    """ "days", "hours": units without a number, as in "days later"."""
    # Past the end, or after a number too large to count.
    if i >= len(words) or (i and words[i - 1].kind in (Kind.NUMBER, Kind.FIGURE)):
        return None
    unit = UNITS.get(lower(words, i))
    if (
        unit is None
        or not words[i].lower.endswith("s")
        or unit not in ("minute", "hour", "day", "week", "month", "year")
    ):
        return None
    return i + 1, [(Count(i + 1, 0, 0, vague=True), unit)]


def stretch(at: date, parts: list[tuple[Count, str]], sign: int, bound: str = "") -> Interval:
    """Where "parts" before or after that day lies; bound: "over" for "more than", "under" for "nearly", else ""."""
    (found, unit), rest = parts[0], parts[1:]
    if found.low == 0:
        least, most = (
            (1 if unit == "day" and sign else VAGUE_DAYS.get(unit, (0, 0))[0]),
            VAGUE_DAYS.get(unit, (0, 0))[1],
        )
        near, far = calendar.moved(at, sign * least), calendar.moved(at, sign * most)
        return Interval(min(near, far), max(near, far))
    for extra, smaller in rest:
        at = calendar.stepped(at, sign * extra.low, smaller)
    if bound:
        other = calendar.stepped(at, sign * (found.low + (1 if bound == "over" else 0)), unit)
        edge = calendar.stepped(at, sign * found.low, unit)
        if bound == "under":
            half = (edge - calendar.stepped(at, sign * (found.low - 1), unit)).days // 2
            other = calendar.moved(edge, -half)
        return Interval(min(edge, other), max(edge, other))
    if rest:
        return calendar.one_day(calendar.stepped(at, sign * found.low, unit))
    return back_and_forth(at, found, unit, sign)


BOUNDS = {
    ("more", "than"): "over", ("just", "over"): "over", ("little", "over"): "over", ("over",): "over",
    ("at", "least"): "over", ("less", "than"): "under", ("nearly",): "under", ("almost",): "under",
    ("about",): "", ("around",): "", ("some",): "", ("roughly",): "", ("approximately",): "", ("only",): "",
    ("just", "under"): "under", ("barely",): "", ("just",): "", ("exactly",): "",
}  # fmt: skip


def bound_at(words: Sequence[Lexeme], i: int) -> tuple[int, str] | None:
    """ "just over", "nearly", "about" before a number: the index after it, and which way it opens."""
    for length in (2, 1):
        bound = BOUNDS.get(tuple(word.lower for word in words[i : i + length]))
        if bound is not None:
            if bound == "over" and lower(words, i + length) == "a" and lower(words, i + length - 1) == "little":
                return i + length, bound
            return i + length, bound
    return None


def ago(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "two weeks ago", "just over two weeks ago", "a year ago", "days ago"."""
    bound = bound_at(words, i)
    start = bound[0] if bound else i
    found = amount(words, start) or bare_units(words, start)
    if not found or lower(words, found[0]) not in ("ago", "back"):
        return None
    end, parts = found
    if lower(words, end) == "back" and lower(words, end + 1) in ("to", "in", "from", "into", "at", "on"):
        return None
    told = words[i].start, words[end - 1].end
    relative = f"{' '.join(word.lower for word in words[i:end])} before an unknown day" if told else ""
    way = bound[1] if bound else ""
    grain = GRAINS[parts[-1][1]]
    sense = counted_from_publication(frame, grain, "counted back", relative, lambda at: stretch(at, parts, -1, way))
    return end + 1, sense


def unit_after_modifier(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "last week", "this year", "next month"; `i` is at the modifier."""
    modifier = words[i].lower
    step = MODIFIERS.get(modifier)
    at = i + 2 if lower(words, i + 1) == "calendar" else i + 1
    unit = UNITS.get(lower(words, at))
    if step is None or unit not in CALENDAR_UNITS or lower(words, at).endswith("s"):
        return None
    if unit == "day":
        return None
    if modifier == "past" and unit not in ("weekend", "quarter"):
        return _past_unit(i, frame, unit)
    if modifier == "following" or (
        modifier == "previous" and lower(words, i - 1) in ("the", "a", "his", "its", "their")
    ):
        return None
    if unit == "weekend":
        return i + 2, weekend(frame, modifier)

    def whole(at: date) -> Interval:
        start = calendar.unit_around(at, unit)
        moved = calendar.stepped(
            start.first, step * (2 if unit == "fortnight" else 1), "week" if unit == "fortnight" else unit
        )
        return calendar.unit_around(moved, unit)

    relative = f"{modifier} {unit}, of an unknown day"
    sense = counted_from_publication(frame, GRAINS[unit], f"{modifier} {unit}", relative, whole)
    return at + 1, replace(sense, nominal=True)


def _past_unit(i: int, frame: Frame, unit: str) -> Parsed:
    sense = counted_from_publication(
        frame, GRAINS[unit], f"the past {unit}", f"the past {unit}, of an unknown day",
        lambda at: Interval(calendar.stepped(at, -1, unit), at),
    )  # fmt: skip
    return i + 2, replace(sense, period=True)


def weekend(frame: Frame, modifier: str = "") -> Sense:
    """ "The weekend", "last weekend": the nearest one that has begun; "last" leaves out a running one."""

    def find(at: date) -> Interval:
        saturday = calendar.weekday_before(at, 5)
        if modifier in ("next", "coming", "upcoming") or frame.future:
            saturday = calendar.moved(calendar.week_of(at).first, 5 + 7 * (modifier == "next"))
        elif modifier in ("last", "past", "previous") and at.weekday() >= 5:
            saturday = calendar.moved(saturday, -7)
        return Interval(saturday, calendar.moved(saturday, 1))

    return counted_from_publication(frame, Grain.DAY, "nearest weekend", "the weekend, of an unknown week", find)


def stretch_of_units(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the past two weeks", "the last 24 hours", "next three days", "recent months"; `i` is at the modifier."""
    modifier = words[i].lower
    if modifier == "recent":
        unit = UNITS.get(lower(words, i + 1), "")
        if unit not in RECENT_DAYS or not lower(words, i + 1).endswith("s"):
            return None
        days = RECENT_DAYS[unit]
        sense = counted_from_publication(
            frame, GRAINS[unit], "recent", f"recent {unit}s, of an unknown day",
            lambda at: Interval(calendar.moved(at, -days), at),
        )  # fmt: skip
        return i + 2, replace(sense, period=True)
    sign = MODIFIERS.get(modifier, 0)
    found = amount(words, i + 1) if sign else None
    if not found or (modifier == "following"):
        return None
    end, parts = found
    if lower(words, end) in ("ago", "later", "earlier") and len(parts) > 1:
        end, parts = parts[0][0].end + 1, parts[:1]
    return end, _up_to_publication(words[i:end], modifier, parts, frame)


def counted_stretch(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the 5 past years", "10 previous weeks"; `i` is at the number."""
    found = count(words, i)
    if not found or lower(words, found.end) not in ("past", "previous", "last", "preceding"):
        return None
    unit = UNITS.get(lower(words, found.end + 1))
    if not unit:
        return None
    end = found.end + 2
    return end, _up_to_publication(words[i:end], "last", [(found, unit)], frame)


def _up_to_publication(words: Sequence[Lexeme], modifier: str, parts: list[tuple[Count, str]], frame: Frame) -> Sense:
    """The stretch of so many units that ends with the report's day, or begins after it ("the next three days").

    Quarters are those of the calendar, the running one left out.
    """
    sign = MODIFIERS[modifier]

    def span(at: date) -> Interval:
        far = calendar.quarter_of(at).first if parts[0][1] == "quarter" and sign < 0 else at
        at = calendar.moved(far, -1) if far != at else at
        for number, unit in parts:
            far = calendar.stepped(far, sign * ((number.low + number.high) // 2), unit)
        return Interval(far, at) if sign < 0 else Interval(calendar.moved(at, 1), max(far, calendar.moved(at, 1)))

    relative = f"{' '.join(word.lower for word in words)}, of an unknown day"
    return replace(
        counted_from_publication(frame, GRAINS[parts[-1][1]], f"{modifier} N units", relative, span), period=True
    )


def month_after_modifier(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "last November", "this March", "next June"; `i` is at the modifier."""
    month = month_at(words, i + 1)
    modifier = words[i].lower
    if not month or modifier not in ("last", "this", "next", "past") or not words[i + 1].text[0].isupper():
        return None
    end, number = month
    if frame.published is None:
        return end, undated_month(number, frame)
    at = frame.published
    year = at.year
    if modifier in ("last", "past"):
        year -= number >= at.month
    elif modifier == "next":
        year += number <= at.month
    whole = calendar.month_of(year, number) or calendar.one_day(at)
    relative = f"{modifier} {words[i + 1].text}"
    sense = counted_from_publication(frame, Grain.MONTH, f"{modifier} month of that name", relative, lambda _: whole)
    return end, replace(sense, nominal=True, day=(year, number, 0))


def season(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "summer 2022", "the winter of 2019", "last summer", "this spring"; three months, as the north reckons.

    Winter belongs to the year in which it begins.
    """
    modifier = words[i].lower if words[i].lower in ("last", "this", "next") else ""
    at = i + 1 if modifier else i
    first_month = SEASONS.get(lower(words, at), 11 if lower(words, at) == "fall" and modifier else None)
    if first_month is None:
        return None
    first_month = 9 if first_month == 11 else first_month
    name = words[at].lower

    def months(year: int) -> Interval:
        first = date(min(max(year, 1), 9998), first_month, 1)
        return Interval(first, calendar.moved(calendar.moved_months(first, 3), -1))

    j = at + 1
    j = j + 1 if lower(words, j) in ("of", ",") else j
    year = _plain_year(words, j)
    if year:
        interval = months(year)
        return j + 1, replace(
            counted_from_publication(replace(frame, published=frame.published or interval.last), Grain.SEASON,
                                     "season", f"{name} {year}", lambda _: interval), nominal=True
        )  # fmt: skip
    if not modifier and lower(words, i - 1) not in ("in", "the", "since", "during", "early", "late", "mid", "over"):
        return None
    if (
        not modifier
        and lower(words, i - 1) == "the"
        and lower(words, i - 2) not in ("in", "during", "over", "since", "of")
    ):
        return None

    def find(on: date) -> Interval:
        year = on.year + (modifier == "next")
        found = months(year)
        if found.first > on and modifier != "next":
            found = months(year - 1)
        if modifier == "last" and found.last >= on:
            found = months(found.first.year - 1)
        return found

    sense = counted_from_publication(frame, Grain.SEASON, "nearest season", f"{name}, of an unknown year", find)
    return at + 1, replace(sense, nominal=True)


def _plain_year(words: Sequence[Lexeme], i: int) -> int | None:
    text = lower(words, i)
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and "1900" <= text <= "2100" else None


def earlier_in_unit(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "earlier this month", "earlier in the week", "later this year", "so far this year"; `i` is at the first word."""
    word = words[i].lower
    j = i + 1
    so_far = word == "so" and lower(words, j) == "far"
    if so_far:
        j += 1
    if lower(words, j) in ("in", "on"):
        j += 1
    if lower(words, j) not in ("this", "the", "that"):
        return None
    unit = UNITS.get(lower(words, j + 1), "")
    if unit not in ("week", "month", "year", "day", "decade") or lower(words, j + 1).endswith("s"):
        return None
    if unit == "day" or (lower(words, j) == "that"):
        return None

    def span(at: date) -> Interval:
        whole = calendar.unit_around(at, unit)
        if word == "later":
            return Interval(at, whole.last)
        last = at if so_far else max(calendar.moved(at, -1), whole.first)
        return Interval(whole.first, last)

    relative = f"{word} this {unit}, of an unknown day"
    asked = replace(frame, future=True) if word == "later" else frame
    sense = counted_from_publication(asked, GRAINS[unit], f"{'so far' if so_far else word} this {unit}", relative, span)
    return j + 2, replace(sense, period=so_far, future=word == "later")


def year_to_date(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "year to date": what "so far this year" means; `i` is at "year"."""
    if lower(words, i + 1) != "to" or lower(words, i + 2) != "date":
        return None
    sense = counted_from_publication(
        frame, Grain.YEAR, "so far this year", "so far this year", lambda at: Interval(date(at.year, 1, 1), at)
    )
    return i + 3, replace(sense, period=True)


def the_weekend(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the weekend" after "over", "at", "during", "on", "since"; `i` is at "the" or at "weekend"."""
    j = after_the(words, i)
    if lower(words, j) != "weekend" or lower(words, i - 1) not in ("over", "at", "during", "on", "since"):
        return None
    return j + 1, weekend(frame)


def recently(_words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "recently": within about two months before the report, openly imprecise."""
    sense = counted_from_publication(
        frame, Grain.LONGER, "recently: within two months", "recently", lambda at: Interval(calendar.moved(at, -61), at)
    )
    return i + 1, sense
