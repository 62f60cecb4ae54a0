"""Times counted from a happening told before."""

from datetime import date

import pytest

from rashomon.records import Interval
from rashomon.when import find_times, shifted

EVENT = Interval(date(2019, 8, 20), date(2019, 8, 21))
CASES = [
    ("Hours later they fled.", "2019-08-20", "2019-08-22"),
    ("Hours earlier they fled.", "2019-08-19", "2019-08-21"),
    ("The next day they fled.", "2019-08-21", "2019-08-22"),
    ("Later that night they fled.", "2019-08-20", "2019-08-21"),
    ("A day earlier they fled.", "2019-08-19", "2019-08-20"),
    ("Two days later they fled.", "2019-08-22", "2019-08-23"),
    ("A week later they fled.", "2019-08-26", "2019-08-29"),
    ("Nine days before that they fled.", "2019-08-11", "2019-08-12"),
    ("Days earlier they fled.", "2019-08-13", "2019-08-20"),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES)
def test_days_are_counted_from_the_happening(text: str, first: str, last: str) -> None:
    (found,) = find_times(text, date(2019, 8, 25))
    days = shifted(found, EVENT)
    assert (str(days.first), str(days.last)) == (first, last)


def test_a_time_of_its_own_is_not_counted_from_anything() -> None:
    (found,) = find_times("They fled on Sunday.", date(2019, 8, 25))
    assert shifted(found, EVENT) == Interval(date(2019, 8, 25), date(2019, 8, 25))
