"""Places found and resolved in texts of our own, parsed by the product's parser."""

import pytest

from rashomon.extract.parse import parse
from rashomon.records import PlaceExpression, PlaceKind
from rashomon.where import find_places


def found(text: str) -> list[PlaceExpression]:
    return list(find_places(parse(text)))


def named(text: str, name: str) -> PlaceExpression:
    return next(e for e in found(text) if e.name.quote == name)


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("Rockets fell on Mosul on Monday.", "Mosul", "IQ", PlaceKind.SETTLEMENT),
        ("A bomb went off in Deir ez-Zor, eastern Syria.", "Deir ez-Zor", "SY", PlaceKind.SETTLEMENT),
        ("Two soldiers died in Anbar province, Iraq.", "Anbar", "IQ", PlaceKind.PROVINCE),
        ("Rebels attacked Tripoli, the Libyan capital.", "Tripoli", "LY", PlaceKind.SETTLEMENT),
        ("A car bomb exploded in Tripoli, northern Lebanon.", "Tripoli", "LB", PlaceKind.SETTLEMENT),
    ],
)
def test_a_name_means_the_place_that_its_report_speaks_of(text: str, name: str, country: str, kind: PlaceKind) -> None:
    place = named(text, name).place
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Kurdistan 24 said that nobody was hurt.",
        "The New York Times spoke to two officers.",
        "Jordan Smith, a teacher, saw the fire.",
        "The Bank of Baghdad closed its doors.",
    ],
)
def test_names_of_people_and_organisations_are_no_places(text: str) -> None:
    assert found(text) == []


def test_every_span_holds_its_words() -> None:
    text = "Iraqi troops shelled two villages near Kirkuk — «الموصل» — in Iraq’s north 🚀."
    for expression in found(text):
        assert expression.span.fits(text)
        assert expression.name.fits(text)


@pytest.mark.parametrize("text", ["", " ", "🚀", "\u200f\u200e", '"((([', "A" * 50_000, "Al-" * 5_000])
def test_odd_text_gives_no_crash(text: str) -> None:
    assert isinstance(found(text), list)
