"""Places as a reviewer writes them."""

from dataclasses import replace

import pytest
from tests.by_hand import FIRST, readings

from rashomon.errors import BadInput
from rashomon.records import PLACED, PlaceKind
from rashomon.views import offers, words_for
from rashomon.views.placing import placed_by

MENTION = readings()[0].mentions[0]


@pytest.mark.parametrize(
    ("asked", "name", "country"),
    [
        ("Rundu", "Rundu", "NA"),
        (" rundu , na ", "Rundu", "NA"),
        ("Rundu,Kavango East", "Rundu", "NA"),
        ("Villazon,BO", "Villazón", "BO"),
        ("San Jose,PH,Caraga", "San Jose", "PH"),
        ("Washington, D.C.,geonames:4140963", "Washington", "US"),
    ],
)
def test_a_name_narrowed_to_one_place_means_it(asked: str, name: str, country: str) -> None:
    place = placed_by(asked, None, MENTION, FIRST.text).value
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize(
    ("asked", "kind", "km", "country"),
    [
        ("-17.93,19.77", PlaceKind.SITE, 5.0, None),
        ("-17.93, 19.77, 12.5", PlaceKind.SITE, 12.5, None),
        ("-17.93,19.77,na", PlaceKind.SITE, 5.0, "NA"),
        ("-17.93,19.77,60,NA", PlaceKind.REGION, 60.0, "NA"),
    ],
)
def test_a_point_says_how_far_off_it_may_be(asked: str, kind: PlaceKind, km: float, country: str | None) -> None:
    place = placed_by(asked, None, MENTION, FIRST.text).value
    assert (place.lat, place.lon, place.kind, place.radius_km, place.country) == (-17.93, 19.77, kind, km, country)
    assert (place.name, place.source) == ("-17.93, 19.77", PLACED)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            "San Jose",
            r'places are called \'San Jose\'; write the one that you mean: "San Jose,.*and \d+ more, name the',
        ),
        ("San Jose,CR", '3 places .*"San Jose,CR,Alajuela" is San José, Alajuela, CR'),
        ("Rundoo", r'no place \'Rundoo\' in the gazetteer, but alike; .*"Rundu,NA" is Rundu, Kavango East, NA'),
        ("Zzyzzyx", "no place 'Zzyzzyx' in the gazetteer; try another spelling, or \"LAT,LON,KM\""),
        ("", "no place ''"),
        (" , ", "no place"),
        ("-17.93,19.77,near", "is no point"),
    ],
)
def test_what_is_not_one_place_is_explained_with_what_to_write(asked: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        placed_by(asked, None, MENTION, FIRST.text)


def test_every_offer_can_be_chosen_alone() -> None:
    for asked in ("San Jose", "Gaza", "Washington, D.C.", "Rundoo", "-17.9,19.7"):
        for offer in offers(asked)[:9]:
            assert [one.place for one in offers(offer.alone)] == [offer.place]


def test_its_words_are_the_reports() -> None:
    assert placed_by("Rundu", None, MENTION, FIRST.text).span.quote == "Rundu"
    assert placed_by("Villazon", None, MENTION, FIRST.text).span == MENTION.span
    chosen = placed_by("Villazon", "this month", MENTION, FIRST.text)
    assert (chosen.span.quote, chosen.rule) == ("this month", PLACED)
    assert chosen.span.fits(FIRST.text)
    assert (
        placed_by("-17.9,19.7", "the army", replace(MENTION), FIRST.text.replace("The", "the")).value.name == "the army"
    )
    with pytest.raises(BadInput, match="does not hold the words 'the bridge'"):
        placed_by("Rundu", "the bridge", MENTION, FIRST.text)


def test_a_name_within_a_longer_word_is_none_of_the_reports_words() -> None:
    assert words_for("Rund", FIRST.text) == ""
    assert words_for("Rundu,NA", FIRST.text) == "Rundu"
