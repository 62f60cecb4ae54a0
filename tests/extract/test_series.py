"""Series are counted over a period and are never incidents."""

from datetime import date

import pytest

from rashomon.pipeline import read
from rashomon.records import Report


def series(text: str) -> list[tuple[int | None, int | None]]:
    """Low and high of each series of a text."""
    return [(s.low, s.high) for s in read(Report("r", text, published=date(2024, 5, 20))).series]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the fourth attack on the road this month.", [(4, 4)]),
        ("There have been at least five drone attacks on the base since April.", [(5, None)]),
        ("The air force has flown hundreds of strikes in the valley since 2011.", [(200, None)]),
        ("During January the mission recorded 18 attacks on villages.", [(18, 18)]),
        ("Our volunteers documented 44 air raids and 12 shellings by the navy.", [(44, 44), (12, 12)]),
        ("The ceasefire has been broken sixteen times, according to the commission.", [(16, 16)]),
        ("Two attacks were carried out today.", []),
        ("Three attacks killed five people on Friday.", []),
        ("A bomb killed five people on Friday.", []),
    ],
)
def test_a_count_over_a_period_is_a_series(text: str, expected: list[tuple[int | None, int | None]]) -> None:
    assert series(text) == expected


def test_a_series_keeps_its_words_and_its_period() -> None:
    text = "There have been at least five drone attacks on the base since April."
    (found,) = read(Report("r", text, published=date(2024, 5, 20))).series
    assert found.span.fits(text)
    assert found.what.quote == "attacks"
    assert found.when is not None
    assert found.when.value.first == date(2024, 4, 1)


def test_a_series_is_counted_over_the_widest_place_that_its_sentence_names() -> None:
    text = "Since April there have been five attacks in Namibia, among them one at Rundu and one at Divundu."
    (found,) = read(Report("r", text, published=date(2024, 5, 20))).series
    assert found.where is not None
    assert found.where.value.name == "Namibia"
