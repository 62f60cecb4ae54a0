"""Levels of comparisons that look at more than one thing."""

from datetime import date, timedelta

import pytest

from rashomon.link.compare import FEATURES
from rashomon.link.gist import ASSUMED, Gist, gist
from rashomon.records import Interval, Means, Mention, Place, PlaceKind, Report, Span, Stated, SubEventType

LEVELS = {feature.name: feature for feature in FEATURES}
TOWNS = {"Marrow": (34.0, 41.0), "Farhaven": (36.5, 44.0), "Quenby": (34.3, 41.0)}


def told(
    text: str,
    published: date | None = None,
    day: date | None = None,
    town: str | None = None,
    rule: str = "",
    means: tuple[Means, ...] = (),
    start: int = 0,
) -> Gist:
    """A mention whose words are the whole text from `start` on."""
    report = Report(f"r-{text[:9]}-{published}", text, published=published)
    span = Span.of(text, start, len(text))
    place = Place(town, PlaceKind.SETTLEMENT, "IQ", *TOWNS[town], 8.0, "test") if town else None
    mention = Mention(
        "",
        report.id,
        span,
        Stated(SubEventType.ATTACK, span),
        when=Stated(Interval(day, day), span, rule) if day else None,
        where=Stated(place, span) if place else None,
        means=tuple(Stated(one, span) for one in means),
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
    assert LEVELS["day"].level(told("Raid one.", DAY, DAY), trial) == "published long after, looking back"
    assert "long after" in LEVELS["day"].sentence(told("Raid one.", DAY, DAY), trial)
    assert LEVELS["day"].level(first, trial) == "not told, published months apart, looking back"
    assert LEVELS["together"].level(first, trial).startswith("day not told")


def test_publication_says_less_where_both_tell_the_day_and_of_what_stands_after_the_lead() -> None:
    """A report of August that names the day in June; an earlier attack told at a report's end."""
    first, late = told("Raid one.", DAY, DAY), told("Raid two.", DAY + timedelta(60), DAY)
    assert LEVELS["published"].level(first, late) == LEVELS["published"].level(late, first)
    assert LEVELS["published"].level(first, late) == "months apart, both tell the day"
    back = told("A market. " * 60 + "Raid two.", DAY + timedelta(60), start=600)
    assert LEVELS["published"].level(first, back) == "months apart, one in the background"
    assert LEVELS["published"].level(back, back) == "same day, both in the background"
    assert LEVELS["published"].sentence(first, back) == "published 60 days apart, one in the background"


def test_a_far_place_that_the_other_report_names_is_likely_misread() -> None:
    """Its name stands among the other's telling words."""
    one = told("The raid on the market of Farhaven was told.", town="Marrow")
    assert LEVELS["place"].level(one, told("Raid.", town="Farhaven")) == "far apart, but named"
    assert LEVELS["place"].level(told("A raid.", town="Marrow"), told("Raid.", town="Farhaven")) == "far apart"


def test_two_towns_within_an_hour_are_two_unless_one_report_names_both() -> None:
    """ "Near" is what lies a little outside of how well both are known."""
    one, two = told("A raid.", town="Marrow"), told("Raid.", town="Quenby")
    assert LEVELS["place"].level(one, two) == LEVELS["place"].level(two, one) == "near"
    both = told("The raid on the road to Quenby.", town="Marrow")
    assert LEVELS["place"].level(both, two) == "near, but named"
    assert ", near, " in LEVELS["together"].level(both, two)


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ((Means.DRONE,), (Means.AIRCRAFT,), "of one kind"),
        ((Means.DRONE,), (Means.DRONE, Means.MISSILE), "one in common"),
        ((Means.IED,), (Means.CAR_BOMB, Means.SMALL_ARMS), "of one kind"),
        ((Means.DRONE,), (Means.KNIFE,), "different"),
        ((Means.ARSON,), (Means.KNIFE,), "different"),
        ((), (Means.KNIFE,), "not told"),
    ],
)
def test_weapons_that_reports_take_for_one_another_are_of_one_kind(
    one: tuple[Means, ...], two: tuple[Means, ...], level: str
) -> None:
    """The same from either side."""
    left, right = told("Raid one.", means=one), told("Raid two.", means=two)
    assert LEVELS["weapon"].level(left, right) == LEVELS["weapon"].level(right, left) == level
    assert LEVELS["weapon"].sentence(left, right)


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
