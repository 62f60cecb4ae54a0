"""Levels of comparisons that look at more than one thing."""

from datetime import date

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


def test_ages_in_both_reports_are_counted() -> None:
    """Three boys of 9, 12 and 13."""
    one, two = told("Boys, ages 9, 12 and 13, fell."), told("A 12-year-old and a 9-year-old fell.")
    assert LEVELS["ages"].level(one, two) == "2"
    assert LEVELS["ages"].level(one, told("A 40-year-old fell.")) == "others"
