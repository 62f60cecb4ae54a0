"""Places found and resolved in texts of our own, parsed by the product's parser."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.parse import parse
from rashomon.records import PlaceExpression, PlaceKind, kilometres
from rashomon.where import find_places


def found(text: str) -> list[PlaceExpression]:
    return list(find_places(parse(text)))


def named(text: str, name: str) -> PlaceExpression:
    return next(e for e in found(text) if e.name.quote == name)


def whole(text: str, words: str) -> PlaceExpression:
    return next(e for e in found(text) if e.span.quote == words)


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("Rockets fell on Mosul on Monday.", "Mosul", "IQ", PlaceKind.SETTLEMENT),
        ("A bomb went off in Deir ez-Zor, eastern Syria.", "Deir ez-Zor", "SY", PlaceKind.SETTLEMENT),
        ("Two soldiers died in Anbar province, Iraq.", "Anbar", "IQ", PlaceKind.PROVINCE),
        ("Shells hit two farms in Kunduz province, Afghanistan.", "Kunduz", "AF", PlaceKind.PROVINCE),
        ("A grenade was thrown in Kunduz city, Afghanistan.", "Kunduz", "AF", PlaceKind.SETTLEMENT),
        ("Rebels attacked Tripoli, the Libyan capital.", "Tripoli", "LY", PlaceKind.SETTLEMENT),
        ("A car bomb exploded in Tripoli, northern Lebanon.", "Tripoli", "LB", PlaceKind.SETTLEMENT),
        ("Fighters shot at a convoy near Kobani in Syria.", "Kobani", "SY", PlaceKind.SETTLEMENT),
        ("A patrol was ambushed in Darfur, Sudan.", "Darfur", "SD", PlaceKind.REGION),
        ("A tanker was hit in the Strait of Hormuz.", "Strait of Hormuz", None, PlaceKind.SEA),
        ("Drones were shot down over Ain al-Asad air base in Iraq.", "Ain al-Asad air base", "IQ", PlaceKind.SITE),
        ("Police in Georgia, in the United States, and in Atlanta, Ga., said so.", "Ga", "US", PlaceKind.PROVINCE),
    ],
)
def test_a_name_means_the_place_that_its_report_speaks_of(
    text: str, name: str, country: str | None, kind: PlaceKind
) -> None:
    place = named(text, name).place
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize("spelling", ["Al-Hasakah", "Hasaka", "al-Hassakeh", "Hasakeh", "AL-HASAKAH"])
def test_a_town_is_known_under_the_spellings_of_every_newsroom(spelling: str) -> None:
    place = named(f"Gunmen killed a farmer in {spelling}, Syria.", spelling).place
    assert place is not None
    assert kilometres(place.lat, place.lon, 36.5, 40.75) < 15


def test_a_name_that_is_only_a_little_alike_is_another_place() -> None:
    place = named("The village of Baghuz in Syria was shelled.", "Baghuz").place
    assert place is not None
    assert place.name != "Ghabāghib"


@pytest.mark.parametrize(
    "text",
    [
        "Kurdistan 24 said that nobody was hurt.",
        "The New York Times spoke to two officers.",
        "Jordan Smith, a teacher, saw the fire.",
        "The Bank of Baghdad closed its doors.",
        "We're told that it was Nice of the Police to come on Monday.",
        "Gen. Aziz Salim spoke in March.",
        "The Houthi movement told SANA and Xinhua.",
    ],
)
def test_names_of_people_organisations_and_days_are_no_places(text: str) -> None:
    assert found(text) == []


def test_an_adjective_says_its_country_and_that_it_is_an_adjective() -> None:
    (expression,) = found("Iraqi soldiers fired back.")
    assert expression.adjective
    assert expression.place is not None
    assert expression.place.country == "IQ"


def test_a_distance_and_a_direction_move_the_place() -> None:
    expression = whole("A mine exploded 15 km west of Ramadi, Iraq.", "15 km west of Ramadi")
    assert expression.name.quote == "Ramadi"
    place = expression.place
    town = named("A mine exploded in Ramadi, Iraq.", "Ramadi").place
    assert place is not None
    assert town is not None
    assert kilometres(place.lat, place.lon, town.lat, town.lon) == pytest.approx(15, abs=0.5)
    assert place.lon < town.lon
    assert place.radius_km > 4


@pytest.mark.parametrize(
    ("words", "north", "east"),
    [("northern Iraq", 1, 0), ("western Iraq", 0, -1), ("the south of Iraq", -1, 0), ("Iraq's south-east", -1, 1)],
)
def test_a_part_of_a_country_lies_to_its_side(words: str, north: int, east: int) -> None:
    moved = next(e for e in found(f"Gunmen fought in {words} on Sunday.") if not e.adjective).place
    centre = named("Gunmen fought in Iraq on Sunday.", "Iraq").place
    assert moved is not None
    assert centre is not None
    assert (moved.lat > centre.lat + 0.3) - (moved.lat < centre.lat - 0.3) == north
    assert (moved.lon > centre.lon + 0.3) - (moved.lon < centre.lon - 0.3) == east
    assert moved.radius_km > 100


@pytest.mark.parametrize(
    "words", ["the Iraq-Syria border", "the Iraqi-Syrian border", "the border between Iraq and Syria"]
)
def test_a_border_is_where_two_countries_meet_nearest_to_the_reports_places(words: str) -> None:
    expressions = found(f"Trucks were hit near {words} on Monday, not far from al-Qaim.")
    border = next(e.place for e in expressions if e.place and e.place.kind is PlaceKind.BORDER)
    assert kilometres(border.lat, border.lon, 34.4, 41.0) < 60
    assert border.radius_km < 100


def test_a_border_without_a_place_near_it_is_the_whole_line() -> None:
    border = next(
        e.place
        for e in found("Trucks were hit near the Iraq-Syria border.")
        if e.place and e.place.kind is PlaceKind.BORDER
    )
    assert border.radius_km > 150


@pytest.mark.parametrize(
    ("text", "words", "capital"),
    [
        ("Rockets hit the Yemeni capital on Monday.", "Yemeni capital", "Sanaa"),
        ("Somalia was calm. A bomb went off in the capital.", "capital", "Mogadishu"),
        ("A blast shook the capital of Mali.", "capital of Mali", "Bamako"),
    ],
)
def test_an_unnamed_capital_is_its_countrys(text: str, words: str, capital: str) -> None:
    place = whole(text, words).place
    assert place is not None
    assert place.name == capital


def test_a_provincial_capital_is_not_the_countrys() -> None:
    assert not [e for e in found("In Mali, a blast shook the provincial capital.") if e.name.quote == "capital"]


def test_an_unknown_village_lies_in_the_area_that_the_text_names() -> None:
    expression = named("Gunmen burnt Qurzabad, a village in Diyala province, Iraq.", "Qurzabad")
    assert expression.place is not None
    assert expression.place.kind is PlaceKind.PROVINCE
    assert expression.rule == "in no gazetteer; the area that the text names with it"


def test_an_unknown_village_without_an_area_is_openly_without_a_place() -> None:
    assert named("Gunmen burnt the village of Qurzabad.", "Qurzabad").place is None


def test_an_unknown_village_beside_a_town_lies_where_the_text_says() -> None:
    place = named("Gunmen raided Qurbunga, some 20 km north of Bujumbura, Burundi.", "Qurbunga").place
    assert place is not None
    assert place.lat == pytest.approx(-3.2, abs=0.05)


def test_a_dateline_is_named_by_its_rule() -> None:
    text = "NAIROBI, Kenya (AP) — Gunmen attacked a bus near Mandera, police said."
    assert named(text, "NAIROBI").rule.startswith("dateline")
    assert not named(text, "Mandera").rule.startswith("dateline")


def test_a_government_named_by_its_capital_is_named_by_its_rule() -> None:
    text = "Kyiv said that a depot in Kharkiv burnt."
    assert named(text, "Kyiv").rule.startswith("government")
    assert not named(text, "Kharkiv").rule.startswith("government")


def test_the_first_part_of_a_compound_adjective_is_an_adjective() -> None:
    assert named("Iran-backed fighters hid in Iraq.", "Iran").adjective


def test_between_two_towns_is_half_way() -> None:
    place = whole("A bus was hit between Ramadi and Fallujah in Iraq.", "between Ramadi and Fallujah").place
    assert place is not None
    assert 43.4 < place.lon < 43.7
    assert 15 < place.radius_km < 40


def test_a_place_of_a_country_that_the_report_does_not_speak_of_is_no_answer() -> None:
    text = "Kenyan police said gunmen raided Mangai village in Lamu, Kenya. Nairobi sent soldiers to Lamu."
    place = named(text, "Mangai").place
    assert place is None or place.country == "KE"


def test_given_toponyms_are_resolved_by_the_same_rules() -> None:
    text = "Paris, Texas, has a fire brigade."
    (paris, texas) = find_places(parse(text), spans=[(0, 5), (7, 12)])
    assert paris.place is not None
    assert texas.place is not None
    assert (paris.place.country, paris.place.admin1, texas.place.name) == ("US", "Texas", "Texas")


def test_the_same_text_gives_the_same_places() -> None:
    text = "A bomb in Springfield and another in Georgetown, near Victoria, killed three."
    assert found(text) == found(text)


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from("Iraq 's Mosul al - near the border of 15 km west ( \u200f 🚀 \n".split(" "))).map(
        " ".join
    )
)
def test_every_span_holds_its_words_whatever_the_text(text: str) -> None:
    expressions = found(text)
    assert [e.span.start for e in expressions] == sorted(e.span.start for e in expressions)
    for expression in expressions:
        assert expression.span.fits(text)
        assert expression.name.fits(text)
        assert expression.span.covers(expression.name)


@pytest.mark.parametrize("text", ["", " ", "🚀", "\u200f\u200e", '"((([', "A" * 20_000, "Al-" * 3_000, "Iraq " * 2_000])
def test_odd_text_gives_no_crash(text: str) -> None:
    assert isinstance(found(text), list)
