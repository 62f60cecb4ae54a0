"""No row of words that tell time breaks the reading, on any day of publication, and every span fits."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Interval, Span, Stated
from rashomon.when import find_times, find_times_narrowed, lexicon, narrow, shifted

WORDS = st.sampled_from(
    [
        *lexicon.MONTHS,
        *(name.capitalize() for name in (*lexicon.MONTHS, *lexicon.WEEKDAYS)),
        *lexicon.UNITS,
        *sorted(lexicon.PARTS),
        *lexicon.SEASONS,
        *lexicon.CARDINALS,
        *lexicon.ORDINALS,
        *lexicon.DECADES,
        *"a an the few several couple of on in at from to between and or since until for by with , . - ( ) / '".split(),
        *"last past this next coming previous same recent earlier later early late mid end start half q h so".split(),
        *"ago after before later on week will said attack today yesterday overnight tomorrow now date year no".split(),
        *"1 3 15 31 45 99 2019 1066 9999 25th 1990s '70s 2019-08-25 3/7/2019 13/2/19 2/30 2014-15 9/11 10:30".split(),
        *"\n p.m. 's far ! “ ” — New Year's Eve Christmas pm GMT 1830 20190825 000 00 0".split(" "),
    ]
)
DAYS = st.sampled_from([date.min, date(2, 1, 1), date(2000, 2, 29), date(2019, 8, 25), date(9998, 12, 31), date.max])


@settings(max_examples=400, deadline=None)
@given(st.lists(WORDS, max_size=14), st.sampled_from([" ", ""]), st.none() | DAYS)
def test_any_row_of_words_is_read(words: list[str], joint: str, published: date | None) -> None:
    text = joint.join(words)
    end = 0
    for found in find_times(text, published):
        assert found.span.fits(text)
        assert found.span.start >= end
        end = found.span.end
        assert found.interval or found.shift is not None or found.relative
        shifted(found, Interval(date(2019, 8, 25), date(2019, 8, 25)))


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=20), DAYS, DAYS)
def test_any_row_of_words_of_an_undated_report_is_read(words: list[str], one: date, two: date) -> None:
    text = " ".join(words)
    told = narrow(text)
    assert told is None or told.span.fits(text)
    days = Stated(Interval(min(one, two), max(one, two)), Span(0, 1, "x"), "told")
    assert [each.span for each in find_times_narrowed(text, days)] == [each.span for each in find_times(text, None)]


def test_a_lone_word_that_wants_a_number_is_read() -> None:
    for word in ("OVER", "over", "more than", "nearly", "at least", "about"):
        assert find_times(word, date(2024, 5, 20)) == ()
