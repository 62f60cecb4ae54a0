"""The days of publication that an undated report's own text leaves, and its times read against them."""

from datetime import date

import pytest

from rashomon.records import Interval, Span, Stated
from rashomon.when import find_times_narrowed, narrow

CASES = [
    ("Blast kills six\n25 August 2019\nA bomb went off.", "date line", "2019-08-25", "2019-08-25"),
    ("Blast kills six\nPublished: August 25, 2019, 10:15\nA bomb went off.", "date line", "2019-08-25", "2019-08-25"),
    ("KABUL, Aug. 25, 2019 (Wire) - A bomb went off.", "dateline", "2019-08-25", "2019-08-26"),
    ("KABUL, Aug. 25 (Wire) - A bomb.\nA guard, August 24, 2019.", "dateline", "2019-08-25", "2019-08-26"),
    ("A bomb went off on Sunday.\nA guard stands by, 24 August 2019.", "latest full date", "2019-08-24", "2019-09-23"),
    ("Eight bombs so far in 2019, one on Sunday.", "running year", "2019-01-01", "2019-12-31"),
]


@pytest.mark.parametrize(("text", "rule", "first", "last"), CASES)
def test_a_named_rule_narrows_the_day_of_publication(text: str, rule: str, first: str, last: str) -> None:
    found = narrow(text)
    assert found is not None
    assert found.span.fits(text)
    assert (found.rule, str(found.value.first), str(found.value.last)) == (rule, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off on Sunday.",
        "The war began in 2014; a bomb went off on Sunday.",  # a year looked back to says little of today
        "Posted 3/7/2019\nA bomb went off.",  # March or July
    ],
)
def test_what_leaves_the_day_open_narrows_nothing(text: str) -> None:
    assert narrow(text) is None


def test_a_relative_time_is_as_wide_as_the_days_of_publication_leave_it() -> None:
    text = "Six died on Sunday. Three more died hours later."
    week = Stated(Interval(date(2019, 8, 25), date(2019, 8, 31)), Span(0, 3, "Six"), "latest full date")
    sunday, later = find_times_narrowed(text, week)
    assert sunday.interval == Interval(date(2019, 8, 25), date(2019, 8, 25))  # the only Sunday on or before those days
    assert sunday.rule == "nearest past weekday; publication by latest full date"
    assert later.shift == (0, 1)


def test_a_time_wider_than_a_year_stays_in_words() -> None:
    years = Stated(Interval(date(2015, 1, 1), date(2019, 12, 31)), Span(0, 3, "Six"), "told")
    (sunday,) = find_times_narrowed("Six died on Sunday.", years)
    assert (sunday.interval, sunday.relative) == (None, "Sunday, of an unknown week")


@pytest.mark.parametrize(
    "unit", ["On May 5 it rained, ", "On 5 May 2019 it rained, ", "KABUL, Aug. 25 (Wire) - ", "© so far in "]
)
def test_a_long_line_of_dates_is_read(unit: str) -> None:
    narrow(unit * 5_000)
