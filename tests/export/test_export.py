"""Exports: every quote with its offsets, one id for one incident, and the same from the same ledger."""

import csv
import importlib.util
import io
import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rashomon.export import COLUMNS, Format, export
from rashomon.ledger import IncidentQuery, Ledger
from rashomon.pipeline import decide
from rashomon.records import PLACED, Place, PlaceKind, Review, Ruling, Stated

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[3] / "shared"))


def written(ledger: Ledger, kind: Format, query: IncidentQuery | None = None) -> str:
    return "".join(export(ledger, kind, query))


def quoted(thing: Any) -> list[dict[str, Any]]:
    if isinstance(thing, list):
        return [found for part in thing for found in quoted(part)]
    if not isinstance(thing, dict):
        return []
    return ([thing] if "quote" in thing else []) + [found for part in thing.values() for found in quoted(part)]


@pytest.mark.parametrize("kind", list(Format))
def test_an_export_is_the_same_twice(small_ledger: Ledger, kind: Format) -> None:
    assert written(small_ledger, kind) == written(small_ledger, kind) != ""


def test_desk_lines_have_offsets_beside_every_quote_and_share_incidents(small_ledger: Ledger) -> None:
    lines = [json.loads(line) for line in written(small_ledger, Format.DESK).splitlines()]
    assert [line["report"]["id"] for line in lines] == ["r-first", "r-second"]
    for line in lines:
        found = quoted(line)
        assert found
        assert all(line["report"]["text"][one["start"] : one["end"]] == one["quote"] for one in found)
    assert [[mention["incident"] for mention in line["mentions"]] for line in lines] == [
        ["i-jetty"],
        ["i-jetty", "i-barn"],
    ]
    (killed, denied) = lines[1]["mentions"][0]["claims"]
    assert (killed["about"], killed["low"], killed["by"]) == ("killed", 6, ["police", "Radio Kavango"])
    assert (denied["stance"], denied["actor"]) == ("denies", "Front")
    assert lines[0]["series"][0]["low"] == 2


def test_desk_lines_are_well_formed_by_the_desks_own_check(small_ledger: Ledger) -> None:
    script = SHARED / "desk" / "score.py"
    if not script.exists():
        pytest.skip(f"{script} is absent: the desk is not beside this checkout")
    loaded = importlib.util.spec_from_file_location("score", script)
    assert loaded is not None
    assert loaded.loader is not None
    score = importlib.util.module_from_spec(loaded)
    loaded.loader.exec_module(score)
    for line in written(small_ledger, Format.DESK).splitlines():
        assert list(score.faults(json.loads(line))) == []


def test_the_table_has_a_row_a_claim_and_one_for_a_mention_without_claims(small_ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(written(small_ledger, Format.CSV))))
    assert list(rows[0]) == list(COLUMNS)
    assert [(row["incident"], row["about"], row["stance"]) for row in rows] == [
        ("i-jetty", "killed", "asserts"),
        ("i-jetty", "occurrence", "unaware"),
        ("i-jetty", "killed", "asserts"),
        ("i-jetty", "perpetrator", "denies"),
        ("i-barn", "", ""),
    ]
    assert (rows[0]["killed_low"], rows[0]["killed_best"], rows[0]["killed_high"]) == ("4", "6", "6")
    assert (rows[2]["by"], rows[2]["through"]) == ("police", "Radio Kavango")
    assert (rows[0]["where_prec"], rows[4]["where_prec"], rows[4]["geo_precision"]) == ("1", "4", "3")
    assert (rows[4]["from"], rows[4]["time_precision"]) == ("", "")


def test_the_table_marks_what_a_reviewer_ruled(small_ledger: Ledger) -> None:
    (told, *_), (again, _) = (reading.mentions for reading in small_ledger.readings())
    at = datetime(2024, 5, 16, tzinfo=UTC)
    amended = replace(told.claims[0], low=5)
    small_ledger.review(Review(told.id, told.claims[0], Ruling.AMENDED, "ada", at, "", amended))
    small_ledger.review(Review(again.id, None, Ruling.REJECTED, "ben", at, "a drill"))
    rows = list(csv.DictReader(io.StringIO(written(small_ledger, Format.CSV))))
    assert [(row["low"], row["ruling"], row["reviewer"]) for row in rows] == [
        ("5", "amended", "ada"),
        ("", "", ""),
        ("6", "rejected", "ben"),
        ("", "rejected", "ben"),
        ("", "", ""),
    ]


def test_the_table_names_who_placed_an_incident(small_ledger: Ledger) -> None:
    row = small_ledger.incidents()[0]
    mention = small_ledger.mentions(small_ledger.incident(row.id).incident.mentions)
    one = next(iter(mention.values()))
    where = Stated(Place("The ford", PlaceKind.REGION, "NA", -18.0, 20.0, 40.0, PLACED), one.span, PLACED)
    decide(small_ledger, Review(one.id, None, Ruling.AMENDED, "ada", datetime(2024, 6, 1, tzinfo=UTC), "", where=where))
    rows = list(csv.DictReader(io.StringIO(written(small_ledger, Format.CSV))))
    placed = [each for each in rows if each["incident"] == row.id]
    shown = {(each["place"], each["where_prec"], each["placed_by"]) for each in placed}
    assert shown == {("The ford", "5", "ada")}
    assert {each["placed_by"] for each in rows if each not in placed} == {""}


def test_words_that_a_spreadsheet_would_run_are_disarmed(small_ledger: Ledger) -> None:
    rows = list(csv.DictReader(io.StringIO(written(small_ledger, Format.CSV))))
    assert rows[2]["title"] == "'=Six killed at Rundu jetty"
    assert rows[0]["lat"] == "-17.93333", "a negative number is no formula"


def test_a_map_says_how_far_off_a_place_may_be(small_ledger: Ledger) -> None:
    features = json.loads(written(small_ledger, Format.GEOJSON))["features"]
    assert [feature["id"] for feature in features] == ["i-jetty", "i-barn"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [19.76667, -17.93333]}
    assert features[1]["properties"]["radius_km"] == 150.0
    assert features[1]["properties"]["from"] is None


@pytest.mark.parametrize("kind", list(Format))
def test_an_empty_ledger_exports_what_can_be_read(ledger: Ledger, kind: Format) -> None:
    text = written(ledger, kind)
    if kind is Format.GEOJSON:
        assert json.loads(text)["features"] == []
    elif kind is Format.JSON:
        assert json.loads(text) == []
    else:
        assert text == ("" if kind is Format.DESK else ",".join(COLUMNS) + "\n")


def test_a_query_chooses_the_incidents_of_every_format(small_ledger: Ledger) -> None:
    shelling = IncidentQuery(type="Shelling/artillery/missile attack")
    features = json.loads(written(small_ledger, Format.GEOJSON, shelling))["features"]
    assert [feature["id"] for feature in features] == ["i-barn"]
    rows = list(csv.DictReader(io.StringIO(written(small_ledger, Format.CSV, shelling))))
    assert [row["incident"] for row in rows] == ["i-barn"]
    (line,) = [json.loads(line) for line in written(small_ledger, Format.DESK, shelling).splitlines()]
    assert line["report"]["id"] == "r-second"
    assert [mention["incident"] for mention in line["mentions"]] == ["i-barn"], "what the report also tells is left out"
    assert line["series"] == []


@pytest.mark.parametrize("kind", list(Format))
def test_a_query_that_everything_fits_exports_every_incident(small_ledger: Ledger, kind: Format) -> None:
    chosen = written(small_ledger, kind, IncidentQuery())
    if kind is Format.DESK:
        mentions = [json.loads(line)["mentions"] for line in written(small_ledger, kind).splitlines()]
        assert [json.loads(line)["mentions"] for line in chosen.splitlines()] == mentions
    else:
        assert chosen == written(small_ledger, kind)


def test_the_rows_are_objects_in_the_order_asked_for(small_ledger: Ledger) -> None:
    rows = json.loads(written(small_ledger, Format.JSON, IncidentQuery(newest_first=True)))
    assert [row["id"] for row in rows] == ["i-jetty", "i-barn"], "the undated come last all the same"
    assert (rows[0]["first"], rows[0]["killed"]) == ("2024-05-13", {"low": 4, "best": 6, "high": 6})
