"""Times told in a report, each with its exact words and the days they mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Anchor, TimeExpression
from rashomon.when import find_times

SUNDAY = date(2019, 8, 25)  # every case below is read on this day, a Sunday


def the_only(text: str, published: date | None = SUNDAY) -> TimeExpression:
    found = find_times(text, published)
    assert len(found) == 1, found
    return found[0]


def days(expression: TimeExpression) -> str:
    interval = expression.interval
    return f"{interval.first}..{interval.last}" if interval else "none"


CASES = [
    # text, the words, first day, last day
    ("Six died on 25 August 2019.", "25 August 2019", "2019-08-25", "2019-08-25"),
    ("KABUL, Aug. 24 (Wire) - A blast", "Aug. 24", "2019-08-24", "2019-08-24"),
    ("It was dated 2019-08-20.", "2019-08-20", "2019-08-20", "2019-08-20"),
    ("It was dated 20/8/2019.", "20/8/2019", "2019-08-20", "2019-08-20"),
    ("The shelling of December 3 was worse.", "December 3", "2018-12-03", "2018-12-03"),
    ("Shells fell in March 2018.", "March 2018", "2018-03-01", "2018-03-31"),
    ("A car bomb in 2014 killed five.", "2014", "2014-01-01", "2014-12-31"),
    ("Last year two convoys burned.", "Last year", "2018-01-01", "2018-12-31"),
    ("Fighting began in the summer of 2017.", "summer of 2017", "2017-06-01", "2017-08-31"),
    ("They came late on Friday.", "late on Friday", "2019-08-23", "2019-08-23"),
    ("They came on Sunday.", "Sunday", "2019-08-25", "2019-08-25"),
    ("They came Monday night.", "Monday night", "2019-08-19", "2019-08-19"),
    ("They came the day before yesterday.", "the day before yesterday", "2019-08-23", "2019-08-23"),
    ("They came overnight.", "overnight", "2019-08-24", "2019-08-25"),
    ("They came two days ago.", "two days ago", "2019-08-23", "2019-08-23"),
    ("They came a week ago.", "a week ago", "2019-08-17", "2019-08-19"),
    ("They came earlier this month.", "earlier this month", "2019-08-01", "2019-08-24"),
    ("They came last week.", "last week", "2019-08-12", "2019-08-18"),
    ("It happened between 3 and 5 May.", "between 3 and 5 May", "2019-05-03", "2019-05-05"),
    ("It went on from Monday to Thursday.", "from Monday to Thursday", "2019-08-19", "2019-08-22"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), CASES)
def test_a_time_has_its_exact_words_and_days(text: str, words: str, first: str, last: str) -> None:
    found = the_only(text)
    assert found.span.quote == words
    assert text[found.span.start : found.span.end] == words
    assert days(found) == f"{first}..{last}"


@pytest.mark.parametrize(("text", "shift"), [("Hours later they fled.", (0, 1)), ("The next day they fled.", (1, 1))])
def test_words_counted_from_a_happening_keep_their_shift(text: str, shift: tuple[int, int]) -> None:
    found = the_only(text)
    assert (found.anchor, found.shift, found.interval) == (Anchor.EVENT, shift, None)


@pytest.mark.parametrize(
    "text",
    [
        "The 25-year-old man of the 45th Brigade may march again.",
        "Theresa May spoke to the Sunday Times.",
        "Some 2,000 people fled; 1500 soldiers stayed.",
        "A second man held a 24-hour strike.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


@given(st.text())
def test_every_span_fits_any_text(text: str) -> None:
    end = 0
    for found in find_times(text, SUNDAY):
        assert found.span.fits(text)
        assert found.span.start >= end
        end = found.span.end
