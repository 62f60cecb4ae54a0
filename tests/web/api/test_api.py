"""The API gives what the pages show and does what they do, in stated shapes."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel
from tests.web.api.conftest import a_pair
from tests.web.api.test_schema import described
from tests.web.placeless import add_placeless

from rashomon.ledger import claim_id
from rashomon.records import Coding, Verdict
from rashomon.views import TOLL_RULES, incident_in_full, matrix
from rashomon.web import Room, create_app
from rashomon.web.api import shapes
from rashomon.web.filters import Filter


@pytest.fixture
def api(room: Room) -> TestClient:
    """A program that reads and decides, in a room of its own."""
    return TestClient(create_app(room), base_url="http://127.0.0.1/api/v1")


def walked(get: TestClient, path: str, **asked: object) -> list[Any]:
    """All items of a list, page by page."""
    items: list[Any] = []
    cursor = ""
    while True:
        parameters = {name: str(value) for name, value in asked.items()} | ({"cursor": cursor} if cursor else {})
        page = get.get(path, params=parameters).json()
        items += page["items"]
        if page["next"] is None:
            return items
        cursor = page["next"]


@pytest.mark.parametrize("limit", [1, 3, 500])
@pytest.mark.parametrize("order", ["old", "new"])
def test_incidents_come_page_by_page_each_once(get: TestClient, reading: Room, limit: int, order: str) -> None:
    ids = [one["id"] for one in walked(get, "/incidents", limit=limit, order=order)]
    assert sorted(ids) == sorted(row.id for row in reading.ledger.incidents())
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("path", "key"), [("/reports", "id"), ("/mentions", "id"), ("/series", "span"), ("/entries", "number")]
)
def test_lists_come_page_by_page_and_whole(get: TestClient, path: str, key: str) -> None:
    whole = walked(get, path, limit=500)
    assert len(whole) > 1
    assert [one[key] for one in walked(get, path, limit=1)] == [one[key] for one in whole]


def test_every_filter_of_the_pages_is_one_of_the_api() -> None:
    from rashomon.web.api.parameters import Filters

    assert set(Filter.__dataclass_fields__) == set(Filters.model_fields) - {"as_of"}


@pytest.mark.parametrize(
    "asked",
    [
        {"country": "na"},
        {"since": "2024-05-20"},
        {"until": "2024-05-20"},
        {"text": "jetty"},
        {"near": "Rundu,60"},
        {"box": "-19,18,-17,20"},
        {"type": "Air/drone strike"},
        {"means": "drone"},
        {"killed_min": 3},
        {"killed_max": 3},
        {"dated": "no"},
        {"placed": "yes"},
        {"disputed": "yes"},
        {"single_origin": "no"},
        {"actor": "army", "country": "NA"},
    ],
)
def test_a_filter_finds_what_the_ledger_finds(get: TestClient, reading: Room, asked: dict[str, object]) -> None:
    query = Filter.of({name: str(value) for name, value in asked.items()}).query
    assert [one["id"] for one in walked(get, "/incidents", **asked)] == [
        row.id for row in reading.ledger.incidents(query)
    ]


def test_an_incident_holds_what_its_page_holds(get: TestClient, reading: Room) -> None:
    row = max(reading.ledger.incidents(), key=lambda row: (row.reports, row.id))
    found = incident_in_full(reading.ledger, row.id)
    given = get.get(f"/incidents/{row.id}").json()
    assert given["killed"] == dict(zip(("low", "best", "high"), row.killed, strict=True))
    assert [one["id"] for one in given["mentions"]] == [told.mention.id for told in found.told]
    assert [(one["left"], one["right"]) for one in given["joins"]] == [
        (pair.join.left, pair.join.right) for pair in found.joins
    ]
    assert [one["other"] for one in given["near"]] == [pair.other for pair in found.near]
    claims = {one["claim"]["id"] for account in given["accounts"] for one in account["voiced"]}
    assert claims == {
        claim_id(one.mention, one.claim) for account in found.reconciled.accounts for one in account.voiced
    }
    assert given["seen"] == reading.head
    assert get.get(f"/incidents/{row.id[:8]}").json()["id"] == row.id


def test_every_span_stands_in_its_report(get: TestClient) -> None:
    for report in walked(get, "/reports"):
        text = get.get(f"/reports/{report['id']}").json()["text"]
        read = get.get(f"/reports/{report['id']}/reading").json()
        for span in spans_in(read):
            assert text[span["start"] : span["end"]] == span["quote"]
        marks = get.get(f"/reports/{report['id']}/marks").json()["items"]
        ids = {mention["id"] for mention in read["mentions"]}
        assert {mark["mention"] for mark in marks if mark["mention"]} == ids


def spans_in(value: Any) -> list[dict[str, Any]]:
    """Every span in a JSON value."""
    if isinstance(value, list):
        return [span for part in value for span in spans_in(part)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "quote"} <= set(value) else []
    return own + [span for part in value.values() for span in spans_in(part)]


def test_a_report_is_found_by_its_words(get: TestClient) -> None:
    found = walked(get, "/reports", text='"the jetty"', limit=2)
    assert found
    assert all("the jetty" in get.get(f"/reports/{one['id']}").json()["text"].casefold() for one in found)


def test_decisions_are_listed(get: TestClient) -> None:
    assert [one["by"] for one in walked(get, "/judgements")] == ["edda"]
    assert [one["by"] for one in walked(get, "/codings")] == ["ben", "cato"]
    (review,) = walked(get, "/reviews")
    assert (review["ruling"], review["by"]) == ("accepted", "edda")
    agreement = get.get("/codings/agreement").json()
    assert agreement["shared"] == 1
    assert agreement["items"][0]["agreed"] == "same"
    assert get.get("/queue").json()["unsure"] == len(get.get("/queue").json()["items"])


def test_the_overview_counts_what_the_list_holds(get: TestClient) -> None:
    given = get.get("/overview", params={"country": "NA"}).json()
    assert given["count"] == len(walked(get, "/incidents", country="NA"))
    assert sum(one["count"] for one in given["bins"]) == given["dated"]


@pytest.mark.parametrize("format", ["desk", "csv", "geojson", "json"])
def test_an_export_is_of_what_the_filter_finds(get: TestClient, format: str) -> None:  # noqa: A002
    every, none = get.get(f"/export/{format}").text, get.get(f"/export/{format}?text=nothingofthesort").text
    assert len(every) > len(none)


def test_looking_back_gives_what_was_known_then(get: TestClient) -> None:
    then = {one["id"] for one in walked(get, "/reports", as_of="2024-05-20")}
    assert then == {one["id"] for one in walked(get, "/reports") if (one["published"] or "9") <= "2024-05-20"}
    assert get.get("/incidents?as_of=2024-13-01").status_code in (400, 422)


def test_verify_tells_that_all_is_sound(get: TestClient, reading: Room) -> None:
    given = get.get("/verify").json()
    assert given["sound"] is True
    head = reading.ledger.head()
    assert head is not None
    assert (given["number"], given["digest"]) == (head.number, head.digest)


def test_an_answer_that_is_known_is_not_sent_again_until_the_ledger_grows(api: TestClient, room: Room) -> None:
    first = api.get("/incidents")
    tag = {"If-None-Match": first.headers["etag"]}
    again = api.get("/incidents", headers=tag)
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert api.get("/incidents?limit=2", headers=tag).status_code == 200
    assert api.get("/incidents", headers={"If-None-Match": '"other", ' + tag["If-None-Match"]}).status_code == 304
    mention = next(one.id for reading in room.ledger.readings() for one in reading.mentions)
    assert api.post("/reviews", json={"on": mention, "ruling": "noted", "why": "x"}).status_code == 201
    assert api.get("/incidents", headers=tag).status_code == 200
    assert api.get("/export/csv").headers["etag"]


def test_a_judgement_is_written_and_taken_back(api: TestClient, room: Room) -> None:
    left, right = a_pair(room)
    pair = {"left": right, "right": left, "why": "same jetty"}
    done = api.post("/judgements", json=pair | {"verdict": "same", "seen": room.head})
    assert done.status_code == 201
    assert done.json()["entry"] == room.head
    assert done.json()["incidents"]
    (held,) = room.ledger.judgements()
    assert (held.by, held.why, held.left) == ("ada", "same jetty", left)
    api.post("/judgements", json=pair | {"verdict": None})
    assert room.ledger.judgements() == ()


def test_what_was_decided_since_is_said_with_409(api: TestClient, room: Room) -> None:
    left, right = a_pair(room)
    pair = {"left": left, "right": right, "verdict": "same", "seen": room.head}
    for path in ("/judgements", "/codings"):
        assert api.post(path, json=pair).status_code == 201
        late = api.post(path, json=pair)
        assert late.status_code == 409
        assert late.json()["error"]["kind"] == "overtaken"
        assert "ada decided on" in late.json()["error"]["message"]


def test_a_claim_is_amended_in_the_reports_own_words(api: TestClient, room: Room) -> None:
    mention, claim = next(
        (one, claim)
        for reading in room.ledger.readings()
        for one in reading.mentions
        for claim in one.claims
        if claim.low is not None
    )
    on = {"on": claim_id(mention.id, claim), "ruling": "amended", "why": "counted twice"}
    assert "goes with the ruling" in api.post("/reviews", json=on).json()["error"]["message"]
    assert "says nothing" in api.post("/reviews", json=on | {"amend": {}}).json()["error"]["message"]
    assert "does not hold" in api.post("/reviews", json=on | {"amend": {"words": "zzz"}}).json()["error"]["message"]
    assert "no count" in api.post("/reviews", json=on | {"amend": {"low": 9, "high": 1}}).json()["error"]["message"]
    done = api.post("/reviews", json=on | {"amend": {"low": 1, "high": 2, "words": claim.span.quote}})
    assert done.status_code == 201
    (held,) = room.ledger.reviews()
    assert held.review.amended is not None
    assert (held.review.amended.low, held.review.amended.high) == (1, 2)


def test_a_mention_is_placed_and_its_incident_tells_who_did_so(api: TestClient, room: Room) -> None:
    row = room.ledger.incidents()[0]
    mention = room.ledger.incident(row.id).incident.mentions[0]
    on = {"on": mention, "ruling": "amended", "why": "by the map"}
    claim = claim_id(mention, room.ledger.mentions([mention])[mention].claims[0])
    for wrong, said in (
        ({"where": {"place": "Zzyzzyx"}}, "no place"),
        ({"where": {"place": "Gaza"}}, "places are called"),
        ({"where": {"place": "Rundu", "words": "zzz"}}, "does not hold"),
        ({"where": {"place": "Rundu"}, "ruling": "accepted"}, "goes with the ruling"),
        ({"where": {"place": "Rundu"}, "on": claim}, "with a mention"),
        ({"amend": {"low": 1}}, "with a claim"),
    ):
        refused = api.post("/reviews", json=on | wrong)
        assert (refused.status_code, said in refused.json()["error"]["message"]) == (400, True), said
    done = api.post("/reviews", json=on | {"where": {"place": "-17.9,19.8,30,NA"}})
    assert done.status_code == 201
    told = api.get(f"/incidents/{row.id}").json()
    assert (told["lat"], told["radius_km"], told["country"]) == (-17.9, 30.0, "NA")
    assert (told["placed"]["by"], told["placed"]["why"], told["placed"]["mention"]) == ("ada", "by the map", mention)
    assert told["placed"]["where"]["value"]["kind"] == "region"
    (review,) = api.get("/reviews").json()["items"]
    assert review["where"]["rule"] == "placed by a reviewer"
    api.post("/reviews", json={"on": mention, "ruling": None})
    assert api.get(f"/incidents/{row.id}").json()["placed"] is None


def test_what_waits_for_a_reviewer_is_listed_page_by_page(api: TestClient, room: Room) -> None:
    add_placeless(room)
    rows = room.ledger.incidents()
    unplaced = {row.id for row in rows if row.lat is None}
    alone = {row.id for row in rows if row.origins == 1 and (row.killed[1] or 0) > 0}
    assert len(unplaced) == 3
    for of, wanted in (("place", unplaced), ("toll", alone)):
        assert {one["id"] for one in walked(api, "/queue/unchecked", of=of, limit=1)} == wanted
    first = api.get("/queue/unchecked?of=place").json()["items"][0]["id"]
    (mention,) = room.ledger.incident(first).incident.mentions
    api.post("/reviews", json={"on": mention, "ruling": "accepted"})
    assert first not in {one["id"] for one in walked(api, "/queue/unchecked", of="place")}
    assert api.get("/queue/unchecked").status_code == 422


def test_a_withdrawn_report_is_gone(api: TestClient, room: Room) -> None:
    report = next(room.ledger.reports()).id
    assert api.post("/redactions", json={"report": report, "why": "names a witness"}).status_code == 201
    gone = api.get(f"/reports/{report}")
    assert gone.status_code == 404
    assert "withdrawn" in gone.json()["error"]["message"]
    assert api.post("/redactions", json={"report": report, "why": "again"}).status_code in (400, 404)


@pytest.mark.parametrize(
    ("method", "path", "status", "kind"),
    [
        ("GET", "/nothing", 404, "not found"),
        ("GET", "/incidents/i-nothing", 404, "not found"),
        ("GET", "/reports/nothing", 404, "not found"),
        ("GET", "/reports/nothing/marks", 404, "not found"),
        ("GET", "/mentions/m-nothing", 404, "not found"),
        ("GET", "/entries/99999", 404, "not found"),
        ("POST", "/incidents", 405, "method not allowed"),
        ("GET", "/incidents?since=may", 422, "bad input"),
        ("GET", "/incidents?limit=0", 422, "bad input"),
        ("GET", "/incidents?nosuch=1", 422, "bad input"),
        ("GET", "/incidents?cursor=ffffffffffffffff", 400, "bad input"),
        ("GET", "/incidents?near=nowhere,5", 400, "bad input"),
        ("GET", "/incidents?since=2024-02-02&until=2024-01-01", 400, "bad input"),
        ("POST", "/judgements", 422, "bad input"),
    ],
)
def test_every_error_has_one_shape(get: TestClient, method: str, path: str, status: int, kind: str) -> None:
    answer = get.request(method, path)
    assert answer.status_code == status
    error = shapes.Error.model_validate(answer.json()).error
    assert error.kind == kind
    assert error.message


def test_an_error_of_ours_has_the_shape_too_and_tells_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("the secret of the house")

    monkeypatch.setattr(room.ledger, "incidents", fail)
    client = TestClient(create_app(room), base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = client.get("/api/v1/incidents")
    assert answer.status_code == 500
    assert shapes.Error.model_validate(answer.json()).error.kind == "error"
    assert "secret" not in answer.text


def test_every_shape_gives_an_example_that_fits_it() -> None:
    for name in shapes.__all__:
        shape = getattr(shapes, name)
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            example = shapes.example_of(shape)
            shape.model_validate_json(json.dumps(example))


def test_every_operation_and_parameter_is_described_with_an_example() -> None:
    told = described()
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], path
            for parameter in operation.get("parameters", ()):
                assert parameter["schema"], (path, parameter)
            done = operation["responses"].get("200") or operation["responses"]["201"]
            if "application/json" in done["content"] and "/export/" not in path:
                name = done["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
                assert told["components"]["schemas"][name]["examples"], (method, path)


def test_the_page_of_the_api_tells_every_operation_and_loads_nothing_from_elsewhere(get: TestClient) -> None:
    page = get.get("/").text
    assert "https://" not in page.replace("https://northern-dispatch.example", "")
    for path in get.get("/openapi.json").json()["paths"]:
        assert path in page


def test_the_documentation_tells_every_operation() -> None:
    page = Path(__file__).resolve().parents[3].joinpath("docs", "api.md").read_text(encoding="utf-8")
    for path, methods in described()["paths"].items():
        for method in methods:
            assert f"| `{method.upper()} {path}` |" in page, "run docs/make_api.py"


def test_the_matrix_the_timeline_and_the_rules_are_those_of_the_page(get: TestClient, reading: Room) -> None:
    row = max(reading.ledger.incidents(), key=lambda row: (row.reports, row.id))
    found = incident_in_full(reading.ledger, row.id)
    told = get.get(f"/incidents/{row.id}/matrix").json()
    expected = matrix(found.reconciled)
    assert [one["speaker"] for one in told["items"]] == [one.speaker for one in expected.rows]
    assert [one["leading"] for one in told["columns"]] == list(expected.leading)
    assert [[len(cell) for cell in one["cells"]] for one in told["items"]] == [
        [len(cell) for cell in one.cells] for one in expected.rows
    ]
    days = get.get(f"/incidents/{row.id}/timeline").json()["items"]
    assert sum(len(day["reports"]) for day in days) == row.reports
    rules = get.get(f"/incidents/{row.id}/rules").json()
    assert [one["rule"] for one in rules["items"]] == list(TOLL_RULES)
    assert rules["grading"]["why"]


def test_the_method_tells_every_comparison_with_its_weights(get: TestClient) -> None:
    told = get.get("/method").json()
    assert told["toll_rules"] == dict(TOLL_RULES)
    assert all(one["levels"] and one["explained"] for one in told["comparisons"])
    assert told["measured"]


def test_codings_are_given_blind_and_taken_where_all_agree(api: TestClient, room: Room) -> None:
    waiting = api.get("/codings/waiting")
    assert "score" not in waiting.text
    first = waiting.json()["items"][0]
    pair = {"left": first["left"]["id"], "right": first["right"]["id"], "verdict": "different"}
    assert api.post("/codings", json=pair).status_code == 201
    after = api.get("/codings/waiting").json()
    assert (after["coded"], len(after["items"])) == (1, len(waiting.json()["items"]) - 1)
    left, right = sorted((pair["left"], pair["right"]))
    room.ledger.code(Coding(left, right, Verdict.DIFFERENT, "ben", datetime.now(UTC), ""))
    taken = api.post("/codings/agreed", json={"seen": room.head}).json()
    assert taken["entries"] == [room.head]
    assert [one.verdict for one in room.ledger.judgements()] == [Verdict.DIFFERENT]
    assert api.post("/codings/agreed", json={}).json() == {"entries": []}


def test_a_speaker_is_told_beside_others_incident_by_incident(get: TestClient) -> None:
    first = get.get("/speakers").json()["items"][0]
    told = get.get("/speakers/" + quote(first["key"], safe="")).json()
    assert told["speaker"] == first
    assert [one["incident"]["id"] for one in told["items"]] == first["incidents"]
    origins = {one["origin"] for each in told["items"] for one in each["said"]}
    assert len(origins) == 1
    assert not origins & {one["origin"] for each in told["items"] for one in each["others"]}
    assert get.get("/speakers/nobody").status_code == 404
