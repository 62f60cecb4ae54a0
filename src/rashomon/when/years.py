"""Years, decades and centuries: which numbers are years, and the year that goes on with a date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rashomon.records import Grain, Interval
from rashomon.when.counts import ordinal, year_number
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import DECADES, HAPPENINGS, UNITS, listed
from rashomon.when.sense import Frame, Parsed, after_the, lower, on_the_calendar

BEFORE_A_YEAR = listed(
    "in since of during until till by from late early mid year years before after around about through throughout"
    " to between and ( the a for past throughout back '"
)
COUNTED = listed(
    "people civilians men women children soldiers troops police policemen officers km kilometers kilometres miles"
    " meters metres feet dead wounded injured dollars euros pounds percent million billion thousand others more m"
    " ft personnel men homes houses families members hostages prisoners staff year-old tons tonnes acres hectares"
    " lives casualties deaths victims"
)


def year_after(words: Sequence[Lexeme], i: int, frame: Frame) -> tuple[int, int] | None:
    """The year that goes on with a date: ", 2019", "of 2019", "last year", "this year"."""
    mark = lower(words, i)
    j = i + 1 if mark in (",", "of", "in", "-", "'", "/") else i
    j = after_the(words, j)
    found = year_number(words, j)
    if found and (words[j].kind is Kind.WORD or not counts_something(words, found[0]) or mark in (",", "of")):
        return found
    if lower(words, j + 1) == "year" and frame.published:
        shift = {"last": -1, "this": 0, "next": 1, "previous": -1}.get(lower(words, j))
        if shift is not None:
            return j + 2, frame.published.year + shift
    two_digits = mark in ("of", "'") and j < len(words) and words[j].kind is Kind.NUMBER and len(words[j].text) == 2
    return (j + 1, short_year(words[j].value, frame)) if two_digits else None


def short_year(number: int, frame: Frame) -> int:
    """The year of two digits: the latest that is at most twenty years ahead of the report ("89" is 1989)."""
    ahead = (frame.published.year if frame.published else 2000) + 20
    year = ahead - ahead % 100 + number
    return year if year <= ahead else year - 100


def counts_something(words: Sequence[Lexeme], end: int) -> bool:
    """True where the number before `end` counts people or things."""
    following = lower(words, end)
    if following == "-":
        return end + 1 < len(words) and words[end + 1].kind is Kind.WORD and not words[end + 1].text[0].isupper()
    return following in COUNTED or following == "%"


def stands_as_year(words: Sequence[Lexeme], i: int, end: int, year: int) -> bool:
    """Whether a number of four digits is a year: of our times, after words that expect one, counting nothing."""
    before, following = lower(words, i - 1), lower(words, end)
    spelled = words[i].kind is Kind.WORD
    if counts_something(words, end) and not (following == "-" and before in BEFORE_A_YEAR):
        return False
    if before == "year" or (before == "-" and lower(words, i - 2) in ("mid", "late", "early", "pre", "post")):
        return True
    if following in ("-", "–", "to", "through", "until", "till", "~") and year_number(words, end + 1):
        return before not in ("$", "€", "£") and 1900 <= year <= 2100
    joined = before in ("to", "through", "until", "till", "-", "–", "~")
    if joined and 1900 <= year <= 2100 and (spelled or year_number(words, i - 2)):
        return True
    if 1800 <= year < 1900 and before in ("in", "since", "to", "until", "from", "of"):
        return before in ("in", "since") or end >= len(words) or words[end].kind in (Kind.MARK, Kind.BREAK)
    if not (1900 <= year <= 2100) or spelled:
        return before in ("in", "year", "since", "of") and (spelled or year >= 1400)
    if before in ("$", "€", "£", "than", "some", "nearly", "least", "over", "almost"):
        return False
    ending = end >= len(words) or words[end].kind in (Kind.MARK, Kind.BREAK)
    if before in BEFORE_A_YEAR:
        plural = following.endswith("s") and following.isalpha() and following not in HAPPENINGS
        return before != "of" or ending or not plural
    return ending and before not in ("-", "/", ".", "#")


def the_year(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the year 2011", "year 247"; `i` is at "year"."""
    found = year_number(words, i + 1)
    word = words[i + 1] if i + 1 < len(words) else None
    if not found and word and word.kind is Kind.NUMBER and 100 <= word.value < 1000:
        found = i + 2, word.value
    if lower(words, i) != "year" or not found:
        return None
    interval = Interval(date(found[1], 1, 1), date(found[1], 12, 31))
    return found[0], replace(on_the_calendar(frame, interval, Grain.YEAR, "calendar year"), nominal=True)


def decade(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the 1990s", "the nineties", "the 70s", "nineteen seventies"; without a century the last one that is over."""
    word, before = words[i], lower(words, i - 1)
    end = i + 1
    if word.kind is Kind.DECADE:
        first = word.value
        if first < 100:
            if before not in ("the", "early", "late", "mid", "'", "in", "-"):
                return None
            first += 1900
    elif word.lower in DECADES and before in ("the", "early", "late", "mid", "in"):
        first = 2000 if word.lower == "noughties" else 1900 + DECADES[word.lower]
    elif word.value == 20 and lower(words, end) == "-" and lower(words, end + 1) in ("tens", "teens", "twenties"):
        first, end = 2020 if lower(words, end + 1) == "twenties" else 2010, end + 2
    elif word.value == 2 and lower(words, end) in ("thousands", "thousand"):
        if words[end].lower == "thousand" and [lower(words, end + 1), lower(words, end + 2)] != ["and", "tens"]:
            return None
        first, end = (2000, end + 1) if words[end].lower == "thousands" else (2010, end + 3)
    elif word.value in (18, 19) and lower(words, end) in DECADES:
        first, end = word.value * 100 + DECADES[words[end].lower], end + 1
    else:
        return None
    interval = Interval(date(first, 1, 1), date(first + 9, 12, 31))
    return end, replace(on_the_calendar(frame, interval, Grain.LONGER, "decade"), nominal=True)


def century(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """ "the 20th century": from its year 00, as speech has it."""
    number = ordinal(words, i)
    if not number or not 1 < number[1] <= 30 or UNITS.get(lower(words, number[0])) != "century":
        return None
    first = (number[1] - 1) * 100
    interval = Interval(date(first, 1, 1), date(first + 99, 12, 31))
    return number[0] + 1, replace(on_the_calendar(frame, interval, Grain.LONGER, "century"), nominal=True)
