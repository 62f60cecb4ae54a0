"""The grammar: which rules may begin at which word, and how their times grow into longer ones.

`point` reads one time, the longest that any rule reads. `expression` adds what stands around it: parts of the day,
ranges, "since". Each rule looks a few words ahead and none looks back further than two, so that reading is linear.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from rashomon.records import Grain
from rashomon.when import absolute, calendar, clock, deictic, event, lexicon, period, units, weeks, years
from rashomon.when.counts import day_number
from rashomon.when.lexer import Kind, Lexeme
from rashomon.when.lexicon import listed
from rashomon.when.numeric import numeric
from rashomon.when.portion import portion
from rashomon.when.ranges import goes_on, two_days_one_month
from rashomon.when.sense import Frame, Parsed, Rule, Sense, finer, lower


def _portion(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return portion(words, i, frame, simple)


def _portion_of_flat(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return portion(words, i, frame, flat)


def _week_of(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return weeks.week_of_date(words, i + 1 if words[i].lower == "the" else i, frame, flat)


def _nth_weekday(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return weeks.nth_weekday(words, i, frame, flat)


def _since(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return period.since(words, i, frame, bare)


def _day_before_yesterday(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    return deictic.day_before_yesterday(words, i + 1 if words[i].lower == "the" else i, frame)


_COUNTED: Final[tuple[Rule, ...]] = (units.ago, event.later_or_earlier)
_DAY: Final[tuple[Rule, ...]] = (
    two_days_one_month,
    absolute.day_then_month,
    absolute.year_first,
    units.counted_stretch,
    *_COUNTED,
)
_MODIFIED: Final[tuple[Rule, ...]] = (
    deictic.weekday_after_modifier,
    deictic.part_after_modifier,
    units.unit_after_modifier,
    units.stretch_of_units,
    units.month_after_modifier,
    units.season,
    event.next_day,
)
_BY_KIND: Final[dict[Kind, tuple[Rule, ...]]] = {
    Kind.NUMBER: (*_DAY, numeric, weeks.year_quarter),
    Kind.ORDINAL: (two_days_one_month, absolute.day_then_month, _portion, _nth_weekday, years.century),
    Kind.DATE: (numeric,),
    Kind.DECADE: (years.decade,),
}


def _starters() -> dict[str, tuple[Rule, ...]]:
    """The rules that may begin at a word, by the word."""
    found: dict[str, tuple[Rule, ...]] = {}

    def add(words: str, *rules: Rule) -> None:
        for word in words.split():
            found[word] = (*found.get(word, ()), *rules)

    add(" ".join(lexicon.MONTHS), absolute.month_first)
    add(" ".join(lexicon.WEEKDAYS), deictic.weekday)
    add(" ".join(lexicon.CARDINALS), *_DAY, _portion, years.decade)
    add(" ".join(lexicon.ORDINALS), two_days_one_month, absolute.day_then_month, _portion, _nth_weekday, years.century)
    add("week weekend", _week_of, weeks.week_number)
    add("year", units.year_to_date, years.the_year)
    add("q h", weeks.quarter)
    add("a an few several couple many half dozens", *_COUNTED)
    add("just over more nearly about almost less around some roughly approximately only little barely", *_COUNTED)
    add("at exactly", *_COUNTED)
    add("minutes hours days weeks months years", *_COUNTED)
    add(
        "the",
        absolute.day_then_month,
        two_days_one_month,
        event.next_day,
        event.day_before_after,
        _day_before_yesterday,
        _portion,
        _nth_weekday,
        _week_of,
    )
    add("the weekend", units.the_weekend)
    add("day", deictic.day_before_yesterday)
    add("today yesterday tonight tomorrow tmrw tonite", deictic.named_day)
    add("last past this current next coming upcoming previous following", *_MODIFIED)
    add("same that preceding", event.next_day)
    add("last final", _portion, _nth_weekday)
    add("recent", units.stretch_of_units)
    add("earlier later so", units.earlier_in_unit, event.later_that_day)
    add("early late mid middle beginning start end earlier later close onset", _portion)
    add("shortly soon immediately moments minutes", event.later_that_day)
    add("overnight", deictic.overnight)
    add("recently lately", units.recently)
    add(" ".join(lexicon.SEASONS), units.season)
    add(" ".join(lexicon.DECADES), years.decade)
    add("christmas boxing new", absolute.festival)
    add("anniversary", event.anniversary)
    return found


_STARTERS: Final = _starters()
_PREFIXED: Final = listed("early late earlier later pre mid noon midnight midday") | lexicon.PARTS
_OPENERS: Final = listed("from between since for in within")


def begins(word: Lexeme) -> bool:
    """True where an expression may begin at that word; most words of a report are passed over by it."""
    if word.kind is Kind.WORD:
        return word.lower in _STARTERS or word.lower in _PREFIXED or word.lower in _OPENERS
    return word.kind not in (Kind.MARK, Kind.BREAK)


def _longest(rules: Sequence[Rule], words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    best: Parsed = None
    for rule in rules:
        found = rule(words, i, frame)
        if found and (best is None or found[0] > best[0]):
            best = found
    return best


# Rules that read a time inside of theirs. They may read each other no deeper than `simple` does, or a text of
# "early early early ..." would be read as deep as it is long.
_NESTING: Final = frozenset({_portion, _nth_weekday, _week_of})
_EVENTS: Final = frozenset({event.later_or_earlier, event.next_day, event.day_before_after, event.later_that_day})


def _without(rules: tuple[Rule, ...], inside: tuple[Rule, ...]) -> tuple[Rule, ...]:
    kept = tuple(rule for rule in rules if rule not in _NESTING and rule not in _EVENTS)
    return kept + inside if _portion in rules else kept


_FLAT: Final = {word: _without(rules, ()) for word, rules in _STARTERS.items()}
_FLAT_BY_KIND: Final = {kind: _without(rules, ()) for kind, rules in _BY_KIND.items()}
_SHALLOW: Final = {word: _without(rules, (_portion_of_flat,)) for word, rules in _STARTERS.items()}
_SHALLOW_BY_KIND: Final = {kind: _without(rules, (_portion_of_flat,)) for kind, rules in _BY_KIND.items()}


def flat(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """A time that holds no other: "May", "25 August", "last year"; none that is counted from a happening."""
    if i >= len(words):
        return None
    word = words[i]
    rules = _FLAT.get(word.lower, ()) if word.kind is Kind.WORD else _FLAT_BY_KIND.get(word.kind, ())
    return _longest(rules, words, i, frame)


def simple(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """What a portion can be taken of: a flat time, or a portion of one ("the end of the first week of May")."""
    if i >= len(words):
        return None
    word = words[i]
    rules = _SHALLOW.get(word.lower, ()) if word.kind is Kind.WORD else _SHALLOW_BY_KIND.get(word.kind, ())
    return _longest(rules, words, i, frame)


def point(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """One time, without what stands around it: the longest that any rule reads at `i`."""
    if i >= len(words):
        return None
    word = words[i]
    rules = _STARTERS.get(word.lower, ()) if word.kind is Kind.WORD else _BY_KIND.get(word.kind, ())
    found = _longest(rules, words, i, frame) if rules else None
    return _with_date(words, found, frame) if found and found[1].weekday is not None else found


def _with_date(words: Sequence[Lexeme], found: tuple[int, Sense], frame: Frame) -> tuple[int, Sense]:
    """ "Sunday, 25 August", "Sunday (Aug. 25)", "Friday the 13th": the date decides."""
    end, sense = found
    opened = lower(words, end) == "("
    j = end + 1 if opened or lower(words, end) in (",", "-") else end
    names = lexicon.WEEKDAYS if lower(words, j) != "the" else lexicon.UNITS
    dated = flat(words, j, frame) if j < len(words) and words[j].lower not in names else None
    if dated and dated[1].grain is Grain.DAY and dated[1].day and dated[1].shift is None:
        closed = dated[0] + 1 if opened and lower(words, dated[0]) == ")" else dated[0]
        return closed, replace(dated[1], weekday=None)
    k = j + 1 if lower(words, j) == "the" else j
    number = day_number(words, k)
    following = words[number[0]] if number and number[0] < len(words) else None
    ends = following is None or following.kind is Kind.BREAK or following.lower in (".", ",")
    ordinal = number and (words[number[0] - 1].kind is Kind.ORDINAL or (k > j and words[k].kind is Kind.WORD))
    numbered = ordinal or (ends and j == end and j < len(words) and words[j].kind is Kind.NUMBER)
    if (
        number
        and numbered
        and sense.weekday is not None
        and (following is None or following.lower not in lexicon.UNITS)
    ):
        return number[0], _weekday_of_number(sense, sense.weekday, number[1], frame)
    return found


def _weekday_of_number(sense: Sense, weekday: int, number: int, frame: Frame) -> Sense:
    """The nearest past day of that number that falls on that weekday; of three years."""
    if frame.published is None:
        return replace(sense, relative=f"{sense.relative}, the {number}th")
    step = 1 if frame.future else -1
    month = frame.published.replace(day=1)
    for _ in range(36):
        found = calendar.day(month.year, month.month, number)
        passed = found and (found >= frame.published if frame.future else found <= frame.published)
        if found and passed and found.weekday() == weekday:
            rule = "nearest such weekday and number"
            future = found > frame.published
            return replace(sense, interval=calendar.one_day(found), rule=rule, weekday=None, future=future)
        month = calendar.moved_months(month, step)
    return absolute.day_of_month(number, frame)


def bare(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """A time with the part of the day that stands before or after it, no range."""
    found = point(words, i, frame) if i < len(words) else None
    if i < len(words) and (
        words[i].lower in _PREFIXED or words[i].kind in (Kind.NUMBER, Kind.FIGURE) or words[i].value > 0
    ):
        before = clock.prefix(words, i)
        dated = point(words, before.day, frame) if before else None
        is_day = dated is not None and dated[1].grain in (Grain.DAY, Grain.PART_OF_DAY) and not dated[1].nominal
        if before and dated and is_day and (found is None or dated[0] > found[0]):
            found = dated[0], finer(dated[1], before.grain)
    if not found:
        return None
    end, sense = found
    while sense.grain in (Grain.DAY, Grain.PART_OF_DAY):
        after = clock.suffix(words, end)
        if not after or after[0] <= end:
            break
        end, sense = after[0], finer(sense, after[1])
    return end, sense


def _counted_on(words: Sequence[Lexeme], found: tuple[int, Sense], frame: Frame) -> tuple[int, Sense]:
    """ "two days after today", "three weeks before 5 May": counted from the time that follows."""
    end, sense = found
    if sense.shift is None or lower(words, end - 1) not in ("after", "before"):
        return found
    other = bare(words, end + 1 if lower(words, end) == "the" else end, frame)
    if not other or other[1].interval is None or other[1].shift is not None or not _is_day(other[1]):
        return found
    interval = calendar.shifted_by(other[1].interval, *sense.shift)
    future = frame.published is not None and interval.first > frame.published
    return other[0], replace(
        other[1], interval=interval, rule="counted from a date", future=future, weekday=None, day=None
    )


def _is_day(sense: Sense) -> bool:
    return sense.interval is not None and sense.interval.days <= 2


def expression(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """The longest time that begins at `i`, with its range, its part of the day or its "since"."""
    word = words[i].lower
    if word in _OPENERS and words[i].kind is Kind.WORD:
        return _opened(words, i, frame)
    found = bare(words, i, frame)
    alone = clock.time_of_day(words, i, frame)
    if found is None or (alone and alone[0] > found[0]):
        return alone
    found = _counted_on(words, found, frame)
    ranged = goes_on(words, found[0], found[1], frame, bare, "")
    return ranged or found


def _opened(words: Sequence[Lexeme], i: int, frame: Frame) -> Parsed:
    """What "from", "between", "since", "for" and "in" open."""
    word = words[i].lower
    if word == "since":
        return _since(words, i, frame)
    if word == "for":
        return period.nth_day(words, i, frame)
    if word in ("in", "within"):
        return period.within(words, i, frame)
    j = i + 1
    both = two_days_one_month(words, j, frame)
    if both:
        return both
    if lower(words, j) in ("the", "on") and (
        lower(words, j) == "on" or not _BY_KIND.get(words[j + 1].kind if j + 1 < len(words) else Kind.MARK)
    ):
        j += 1
    first = bare(words, j, frame)
    if not first:
        return None
    ranged = goes_on(words, first[0], first[1], frame, bare, word)
    if ranged is None and word == "from" and lower(words, first[0]) in ("on", "onwards", "onward"):
        return first[0] + 1, period.running(first[1], frame, "since")
    return ranged
