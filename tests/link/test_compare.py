"""Levels of comparisons that look at more than one thing."""

from datetime import date, timedelta

import pytest

from rashomon.link.compare import FEATURES
from rashomon.link.gist import ASSUMED, Gist, gist
from rashomon.records import Interval, Mention, Place, PlaceKind, Report, Span, Stated, SubEventType

LEVELS = {feature.name: feature for feature in FEATURES}
TOWNS = {"Marrow": (34.0, 41.0), "Farhaven": (36.5, 44.0)}


def told(
    text: str, published: date | None = None, day: date | None = None, town: str | None = None, rule: str = ""
) -> Gist:
    """A mention whose words are the whole text."""
    report = Report(f"r-{text[:9]}-{published}", text, published=published)
    span = Span.of(text, 0, len(text))
    place = Place(town, PlaceKind.SETTLEMENT, "IQ", *TOWNS[town], 8.0, "test") if town else None
    mention = Mention(
        "",
        report.id,
        span,
        Stated(SubEventType.ATTACK, span),
        when=Stated(Interval(day, day), span, rule) if day else None,
        where=Stated(place, span) if place else None,
    )
    return gist(mention.with_id(), report)


DAY = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("published", "level"),
    [
        (date(2024, 3, 1), "published before"),
        (date(2024, 3, 7), "published next"),
        (date(2024, 3, 12), "published that week"),
        (date(2024, 4, 2), "published that month"),
        (date(2025, 4, 2), "published long after"),
        (None, "not told"),
    ],
)
def test_a_day_is_set_against_the_publication_of_a_report_that_tells_none(published: date | None, level: str) -> None:
    """The same from either side; a day that nothing in the report tells counts as untold."""
    one = told("Raid one.", DAY, DAY)
    assumed = told("Raid two.", published, published, rule=ASSUMED)
    for two in (told("Raid two.", published), assumed):
        assert LEVELS["day"].level(one, two) == LEVELS["day"].level(two, one) == level
        assert LEVELS["day"].sentence(one, two)


def test_a_late_report_of_a_trial_is_no_stranger() -> None:
    """It is the later of the two that looks back."""
    first, trial = told("Raid one.", DAY), told("The jury found him guilty of the raid.", date(2025, 3, 6))
    assert LEVELS["published"].level(first, trial) == "months apart, the later looks back"
    assert LEVELS["published"].level(told("Raid one.", date(2026, 3, 6)), trial) == "months apart"


def test_a_far_place_that_the_other_report_names_is_likely_misread() -> None:
    """Its name stands among the other's telling words."""
    one = told("The raid on the market of Farhaven was told.", town="Marrow")
    assert LEVELS["place"].level(one, told("Raid.", town="Farhaven")) == "far apart, but named"
    assert LEVELS["place"].level(told("A raid.", town="Marrow"), told("Raid.", town="Farhaven")) == "far apart"


def test_people_in_both_reports_are_counted() -> None:
    """Where at least one calls them hit, sought or tried."""
    one = told("On Sunday Ossian Thrale, 34, was killed. Ysolde Quenby was shot.")
    two = told("Later the wife of Ossian Thrale told how it was.")
    assert LEVELS["people"].level(one, two) == LEVELS["people"].level(two, one) == "1"
    assert LEVELS["people"].level(one, told("Mirek Dvandra, 20, fell.")) == "others"
    assert LEVELS["people"].level(one, told("A raid was told.")) == "not told"
    assert "ossian thrale" in LEVELS["people"].sentence(one, two)


@pytest.mark.parametrize(
    ("name", "one", "two", "level", "said"),
    [
        ("streets", "On Thrale Street.", "Near the 4900 block of N. Thrale Ave.", "1", "thrale"),
        ("streets", "On Thrale Street.", "On Quenby Street.", "others", "other streets"),
        ("streets", "On Thrale Street.", "In a house.", "not told", "no streets"),
        ("streets", "At Thrale Road and 33rd Street.", "At 33rd Street, on Thrale Road.", "2 and more", "33rd, thrale"),
        ("venues", "In the Old Thrale Club.", "Outside Thrale Club.", "1", "thrale club"),
        ("venues", "In Thrale Mosque.", "In Quenby Mosque.", "others", "other venues"),
        ("rare words", "By Thrale of Quenby.", "By Thrale of Quenby.", "6", "quenby, thrale"),
        ("rare words", "The police said.", "The police said.", "none", "no rare word"),
    ],
)
def test_names_finer_than_a_town_are_compared(name: str, one: str, two: str, level: str, said: str) -> None:
    """Streets and venues, the same from either side; rare words by how rare they are."""
    left, right = told(one), told(two)
    assert LEVELS[name].level(left, right) == LEVELS[name].level(right, left) == level
    assert said in LEVELS[name].sentence(left, right)


@pytest.mark.parametrize(
    ("days", "level"),
    [(0, "same day"), (1, "next day"), (3, "days apart"), (30, "a month apart"), (90, "months apart")],
)
def test_where_neither_tells_the_day_publication_stands_for_it(days: int, level: str) -> None:
    """Two reports of one day tell of it more likely than two of two months."""
    one, two = told("Raid one.", DAY), told("Raid two.", DAY + timedelta(days))
    assert LEVELS["day"].level(one, two) == LEVELS["day"].level(two, one) == f"not told, published {level}"
    assert LEVELS["day"].level(one, told("Raid two.")) == "not told"
    assert LEVELS["together"].level(one, two).startswith("day not told")


def test_ages_in_both_reports_are_counted() -> None:
    """Three boys of 9, 12 and 13."""
    one, two = told("Boys, ages 9, 12 and 13, fell."), told("A 12-year-old and a 9-year-old fell.")
    assert LEVELS["ages"].level(one, two) == "2"
    assert LEVELS["ages"].level(one, told("A 40-year-old fell.")) == "others"
