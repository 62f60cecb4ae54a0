"""The gazetteer's file: built whole or not at all, and added to by a user's own dump."""

from collections import defaultdict
from pathlib import Path

import pytest

from rashomon.errors import BadInput, Unavailable
from rashomon.records import PlaceKind, kilometres
from rashomon.where import build, gather, gazetteer, geonames
from rashomon.where.gather import Row
from rashomon.where.names import sound, spelling

DEGREES = 1.0  # of latitude and longitude: a cell and its neighbours reach 70 to 220 km from a place in it
# Border places whose own country has no town of the list so near.
LONELY = frozenset(
    {"Tina", "Akobo", "Pochalla", "Renk", "Bili", "Ango", "Arar", "Assamaka", "Boma", "Al-Tina", "Debdeb"}
)
# Names that end on the name of their country or of a region of it, and are written so.
ENDING_SO = frozenset(
    {
        "Khas Uruzgan", "Nova Zambezia", "El Quiché", "Santa Cruz del Quiché", "Jisr Diyala", "New Baghdad",
        "Kart-e Parwan", "Karte Parwan", "Ungwar Kaduna", "Mambilla Plateau", "Bab el Oued",
        "Ciudad Bolivar", "Ciudad Bolívar", "Villa Colombia",
    }
)  # fmt: skip
TOWN = Row("test:1", ("Qaṣr al-Waḥa", "Kasr el Waha"), PlaceKind.SETTLEMENT, "IQ", None, 33.5, 43.5, 2.0, 900)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ḩalab", "halab"),
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana'a", "sanaa"),
        ("St. John's", "saint johns"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
        ("", ""),
    ],
)
def test_a_spelling_key_drops_case_marks_and_punctuation(name: str, key: str) -> None:
    assert spelling(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Deir al-Zour", "Dayr az Zawr"), ("al-Hasaka", "Hassakah"), ("Mukalla", "Al-Mukallah"), ("Qamishli", "Kamishli")],
)
def test_two_romanisations_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_baghuz_does_not_sound_like_ghabaghib() -> None:
    assert sound("Baghuz") != sound("Ghabaghib")


def test_a_place_is_found_under_every_spelling_and_by_its_sound(tmp_path: Path) -> None:
    build.write(tmp_path / "small.sqlite", [TOWN])
    places = gazetteer.Gazetteer((tmp_path / "small.sqlite",))
    levels = [
        places.named(key)[0].level
        for key in (spelling("Qasr al-Waha"), spelling("Kasr el-Waha"), "~" + sound("Kassr al-Wahah"))
    ]
    assert levels == [0, 1, 2]
    assert places.named("nowhere") == ()
    places.close()


def test_an_interrupted_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[Row]:
        raise KeyboardInterrupt

    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    monkeypatch.setattr(build, "all_rows", broken)
    with pytest.raises(KeyboardInterrupt):
        build.ensure()
    assert list(tmp_path.iterdir()) == []


def test_a_build_tells_its_progress_and_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    monkeypatch.setattr(build, "all_rows", lambda: [TOWN])
    path = build.ensure(lambda done, total: seen.append((done, total)))
    assert seen == [(1, 1)]
    assert build.ensure(lambda done, total: seen.append((done, total))) == path
    assert seen == [(1, 1)]


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path / "file"))
    with pytest.raises(Unavailable, match="RASHOMON_CACHE"):
        build.ensure()


def dump_line(number: int, name: str, feature: str, code: str, country: str = "IQ") -> str:
    cells = [str(number), name, name, f"{name} al-Jadida", "33.1", "44.2", feature, code, country, "", "", "", "", ""]
    return "\t".join([*cells, "0", "", "40", "Asia/Baghdad", "2020-01-01"]) + "\n"


def test_a_users_dump_is_found_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    monkeypatch.setattr(build, "all_rows", lambda: [TOWN])
    gazetteer.reopen()
    dump = tmp_path / "IQ.txt"
    dump.write_text(
        dump_line(1, "Qurzabad", "P", "PPL")
        + dump_line(2, "Nahr Qurz", "H", "STM")
        + dump_line(3, "Qurz Base", "S", "MILB"),
        encoding="utf-8",
    )
    assert geonames.import_geonames(dump) == 2
    (candidate,) = gazetteer.gazetteer().named("qurzabad")
    assert (candidate.place.kind, candidate.place.country, candidate.place.source) == (
        PlaceKind.SETTLEMENT,
        "IQ",
        "geonames:1",
    )
    assert gazetteer.gazetteer().named("nahr qurz") == ()
    gazetteer.reopen()


def test_a_file_that_is_no_dump_is_refused_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_CACHE", str(tmp_path))
    dump = tmp_path / "notes.txt"
    dump.write_text(dump_line(1, "Qurzabad", "P", "PPL") + "hello\n", encoding="utf-8")
    with pytest.raises(BadInput, match="line 2: 1 columns"):
        geonames.import_geonames(dump)
    assert not list(tmp_path.glob("imported-*"))


def test_the_own_lists_are_well_formed() -> None:
    rows = list(gather.own_places())
    assert len(rows) > 500
    for row in rows:
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180
        assert 0 < row.radius_km <= 6000
        assert row.names[0].strip()
        assert (row.country is None) or len(row.country) == 2


def test_a_place_of_ours_lies_among_towns_of_its_country() -> None:
    towns = defaultdict(set)
    for town in gather.cities():
        towns[int(town.latitude // DEGREES), int(town.longitude // DEGREES)].add(town.countrycode)
    abroad = []
    for row in gather.own_places():
        cell = int(row.lat // DEGREES), int(row.lon // DEGREES)
        around = {code for i in (-1, 0, 1) for j in (-1, 0, 1) for code in towns[cell[0] + i, cell[1] + j]}
        small = row.kind in (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.PROVINCE)
        if small and around and row.country not in around and row.names[0] not in LONELY:
            abroad.append((row.source, row.names[0], row.country))
    assert abroad == []


def test_a_place_of_ours_is_named_as_reports_name_it_without_its_region_behind() -> None:
    places, areas = gazetteer.gazetteer(), {PlaceKind.COUNTRY, PlaceKind.PROVINCE}
    told_apart_in_the_name = [
        (row.source, name)
        for row in gather.own_places()
        if row.kind is PlaceKind.SETTLEMENT
        for name in row.names
        if any(
            c.place.kind in areas and c.place.country == row.country and c.level == 0
            for end in range(1, len(spelling(name).split()))
            for c in places.named(" ".join(spelling(name).split()[end:]))
        )
        and name not in ENDING_SO
    ]
    assert told_apart_in_the_name == []


@pytest.mark.parametrize(("code", "name", "lat", "lon"), [("IQ", "anbar", 32.8, 41.6), ("NG", "borno", 12.0, 13.2)])
def test_a_province_is_an_area_and_no_pin(code: str, name: str, lat: float, lon: float) -> None:
    (place,) = [
        c.place
        for c in gazetteer.gazetteer().named(name)
        if c.place.country == code and c.place.kind is PlaceKind.PROVINCE
    ]
    assert kilometres(place.lat, place.lon, lat, lon) < 60
    assert 100 < place.radius_km < 300
