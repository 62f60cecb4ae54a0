"""Days counted from the report's day: "today", "overnight", "on Sunday", "last Wednesday", "this morning"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain, Interval
from rashomon.when import calendar
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import (
    MONTHS,
    NAMES_AFTER_WEEKDAY,
    NAMES_BEFORE_WEEKDAY,
    PARTS,
    REPORTING,
    TITLES,
    WEEKDAYS,
)
from rashomon.when.sense import Frame, Parsed, Sense, counted_from_publication, lower

WEEKDAY_TITLES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tonite": 0}


def days_from(frame: Frame, least: int, most: int, rule: str, relative: str, grain: Grain = Grain.DAY) -> Sense:
    """The days from `least` to `most` after the report's day."""
    return counted_from_publication(
        frame, grain, rule, relative, lambda at: Interval(calendar.moved(at, least), calendar.moved(at, most))
    )


def named_day(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "today", "yesterday", "tonight", "tomorrow", "now"."""
    word = words[i].lower
    if word in _NAMED:
        named = i and words[i].text[0].isupper() and words[i - 1].kind is Kind.WORD and words[i - 1].text[0].isupper()
        if named and not words[i].text.isupper():  # "Russia Today", "USA Today"
            return None
        grain = Grain.PART_OF_DAY if word.startswith("toni") else Grain.DAY
        return i + 1, days_from(frame, _NAMED[word], _NAMED[word], word, f"{word}, of an unknown day", grain)
    return None


def day_before_yesterday(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the day before yesterday", "the day after tomorrow"; `i` is at "day"."""
    step = {("before", "yesterday"): -2, ("after", "tomorrow"): 2, ("after", "tmrw"): 2}.get(
        (lower(words, i + 1), lower(words, i + 2))
    )
    if step is None:
        return None
    name = f"the day {words[i + 1].lower} {words[i + 2].lower}"
    return i + 3, days_from(frame, step, step, name, f"{name}, of an unknown day")


def overnight(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "overnight": the night that ended on the report's day, so two days; "overnight Saturday": from then on."""
    j = i + 1
    ending = lower(words, j) in ("to", "into")
    if lower(words, j) in ("on", "to", "into", "from"):
        j += 1
    weekday = weekday_at(words, j)
    if weekday is None:
        return i + 1, days_from(frame, -1, 0, "overnight", "overnight, of an unknown day", Grain.PART_OF_DAY)
    relative = f"the night of {WEEKDAY_TITLES[weekday]}, of an unknown week"

    def nights(at: date) -> Interval:
        day = calendar.weekday_before(at, weekday)
        if ending or day == at:
            return Interval(calendar.moved(day, -1), day)
        return Interval(day, calendar.moved(day, 1))

    return j + 1, replace(
        counted_from_publication(frame, Grain.PART_OF_DAY, "overnight", relative, nights), weekday=weekday
    )


def weekday_at(words: Sequence[Lexeme], i: int) -> int | None:
    """The weekday named at `i`, 0 for Monday; None for the names and words that only look like one."""
    if i >= len(words):
        return None
    number = WEEKDAYS.get(words[i].lower)
    if number is None:
        return None
    word, before, following = words[i], lower(words, i - 1), lower(words, i + 1)
    if before in NAMES_BEFORE_WEEKDAY or _is_surname_or_first_name(words, i):
        return None
    if word.lower.endswith("day"):
        title = following in NAMES_AFTER_WEEKDAY and words[i + 1].text[0].isupper() and word.text[0].isupper()
        return None if title and not words[i + 1].text.isupper() else number
    if not word.text[0].isupper() and word.lower in ("sun", "sat", "mon", "wed", "fri"):
        return None
    if word.lower in ("sun", "sat", "mon", "wed", "weds"):
        dated = following in (",", ".") and i + 2 < len(words) and words[i + 2].kind is not Kind.BREAK
        expected = before in (
            "on",
            "last",
            "since",
            "from",
            "to",
            "next",
            "this",
            "and",
            "or",
            "-",
            "(",
            "until",
            "late",
            "early",
        )
        numbered = i + 1 < len(words) and words[i + 1].kind in (Kind.NUMBER, Kind.ORDINAL, Kind.DATE)
        return number if expected or (dated and before in ("", "\n")) or numbered else None
    return number


def _is_surname_or_first_name(words: Sequence[Lexeme], i: int) -> bool:
    """True for "Mr Sunday", and for "Friday Okello," and "Monday Okello said" where a sentence begins."""
    if lower(words, i - 1) in TITLES or (lower(words, i - 1) == "." and lower(words, i - 2) in TITLES):
        return True
    opens = i == 0 or words[i - 1].kind is Kind.BREAK or words[i - 1].lower in (".", '"', "“")
    if not opens or i + 2 >= len(words):
        return False
    name, after = words[i + 1], words[i + 2]
    capital = (
        name.kind is Kind.WORD and name.text[0].isupper() and not name.text.isupper() and name.start == words[i].end + 1
    )
    return (
        capital
        and name.lower not in MONTHS
        and name.lower not in PARTS
        and (after.lower == "," or after.lower in REPORTING)
    )


def weekday(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "Sunday": the nearest one not after the report's day; the next one where a future cue governs.

    "Sunday last week" and "Sunday of next week" are the one of that week.
    """
    found = weekday_at(words, i)
    if found is None:
        return None
    end = i + 1
    if lower(words, end) == "." and words[end].start == words[i].end and not words[i].lower.endswith("day"):
        end += 1
    j = end + 1 if lower(words, end) in ("of", "in", "the") else end
    j = j + 1 if lower(words, j) == "the" else j
    week = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1, "past": -1}.get(lower(words, j))
    if week is not None and lower(words, j + 1) == "week":
        return j + 2, of_week(frame, found, week)
    if lower(words, end) == "last" and lower(words, end + 1) != "week":
        following = words[end + 1] if end + 1 < len(words) else None
        if following is None or following.kind is not Kind.WORD:
            return end + 1, last_weekday(frame, found)
    return end, nearest_weekday(frame, found)


def nearest_weekday(frame: Frame, number: int) -> Sense:
    """The nearest such weekday not after the report's day, or not before it where a future cue governs."""
    find = calendar.weekday_after if frame.future else calendar.weekday_before
    rule = "next weekday" if frame.future else "nearest past weekday"
    relative = f"{WEEKDAY_TITLES[number]}, of an unknown week"
    sense = counted_from_publication(frame, Grain.DAY, rule, relative, lambda at: calendar.one_day(find(at, number)))
    return replace(sense, weekday=number)


def last_weekday(frame: Frame, number: int) -> Sense:
    """ "Last Wednesday": the nearest one before the report's day.

    Where that day lies in the report's own week (Monday to Sunday), English leaves open whether it or the one a
    week before is meant: the interval runs from the one to the other.
    """

    def find(at: date) -> Interval:
        near = calendar.weekday_before(calendar.moved(at, -1), number)
        same_week = near >= calendar.week_of(at).first
        return Interval(calendar.moved(near, -7) if same_week else near, near)

    relative = f"last {WEEKDAY_TITLES[number]}, of an unknown week"
    return replace(counted_from_publication(frame, Grain.DAY, "last weekday", relative, find), weekday=number)


def past_weekday(frame: Frame, number: int) -> Sense:
    """ "This past Sunday": the nearest one before the report's day."""

    def find(at: date) -> Interval:
        return calendar.one_day(calendar.weekday_before(calendar.moved(at, -1), number))

    relative = f"{WEEKDAY_TITLES[number]}, of an unknown week"
    return replace(counted_from_publication(frame, Grain.DAY, "nearest past weekday", relative, find), weekday=number)


def of_week(frame: Frame, number: int, weeks: int) -> Sense:
    """That weekday of the report's week, or of the week so many weeks on."""

    def find(at: date) -> Interval:
        return calendar.one_day(calendar.moved(calendar.week_of(at).first, 7 * weeks + number))

    name = {-1: "last week", 0: "this week", 1: "next week"}.get(weeks, f"{weeks} weeks on")
    relative = f"{WEEKDAY_TITLES[number]} of {name}, of an unknown week"
    return replace(counted_from_publication(frame, Grain.DAY, f"weekday of {name}", relative, find), weekday=number)


def weekday_after_modifier(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "last Wednesday", "this Friday", "next Sunday", "this past Monday"; `i` is at the modifier."""
    modifier, j = words[i].lower, i + 1
    if modifier == "this" and lower(words, j) in ("past", "last"):
        modifier, j = "past", j + 1
    elif modifier == "this" and lower(words, j) in ("coming", "next"):
        modifier, j = "coming", j + 1
    if lower(words, j) == "week":
        at = j + 2 if lower(words, j + 1) in ("on", "'s", "-", "–") else j + 1
        number = weekday_at(words, at)
        week = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(modifier)
        return (at + 1, of_week(frame, number, week)) if number is not None and week is not None else None
    found = weekday_at(words, j)
    if found is None:
        return None
    if modifier in ("last", "previous"):
        return j + 1, last_weekday(frame, found)
    if modifier == "past":
        return j + 1, past_weekday(frame, found)
    if modifier == "coming":
        return j + 1, nearest_weekday(replace(frame, future=True), found)
    weeks = {"this": 0, "next": 1}.get(modifier)
    return (j + 1, of_week(frame, found, weeks)) if weeks is not None else None


def part_after_modifier(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "this morning", "last night"; `i` is at the modifier."""
    part = lower(words, i + 1)
    if part not in PARTS:
        return None
    if words[i].lower == "this" and part != "overnight":
        return i + 2, days_from(frame, 0, 0, "part of today", f"this {part}, of an unknown day", Grain.PART_OF_DAY)
    if words[i].lower == "last" and part in ("night", "evening"):
        least = -1
        most = 0 if part == "night" else -1
        return i + 2, days_from(
            frame, least, most, f"last {part}", f"last {part}, of an unknown day", Grain.PART_OF_DAY
        )
    return None
