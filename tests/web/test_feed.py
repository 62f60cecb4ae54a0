"""Atom feeds of any filter."""

from base64 import b64encode
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, fromstring

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from rashomon.pipeline import build, decide
from rashomon.records import Report, Review, Ruling
from rashomon.views.news import news
from rashomon.web import Room, create_app
from rashomon.web.accounts import hashing
from rashomon.web.filters import Filter
from rashomon.web.roles import Role

NAME = "{http://www.w3.org/2005/Atom}"


def entries(client: TestClient, path: str = "/feed.atom") -> list[Element]:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return fromstring(answer.content).findall(f"{NAME}entry")  # noqa: S314 - our own


def told(entry: Element, name: str) -> str:
    return entry.findtext(f"{NAME}{name}") or ""


def test_each_incident_is_one_entry_with_what_the_standard_wants(client: TestClient, room: Room) -> None:
    found = entries(client)
    assert len(found) == len(room.ledger.incidents())
    for entry in found:
        assert told(entry, "id").startswith("urn:uuid:")
        assert told(entry, "title")
        assert datetime.fromisoformat(told(entry, "updated")).tzinfo is not None
        link = entry.find(f"{NAME}link")
        assert link is not None
        assert client.get(link.attrib["href"]).status_code == 200
    feed = fromstring(client.get("/feed.atom").content)  # noqa: S314 - our own
    assert feed.findtext(f"{NAME}author/{NAME}name") == "rashomon"
    assert told(feed, "updated") == max(told(entry, "updated") for entry in found)


@pytest.mark.parametrize("asked", ["killed_min=3", "means=drone", "text=jetty", "country=AO", "since=2024-05-20"])
def test_a_feed_holds_what_the_filter_finds(client: TestClient, room: Room, asked: str) -> None:
    wanted = {row.id for row in room.ledger.incidents(Filter.of(dict([asked.split("=")])).query)}
    links = [entry.find(f"{NAME}link") for entry in entries(client, f"/feed.atom?{asked}")]
    assert {link.attrib["href"].rpartition("/")[2] for link in links if link is not None} == wanted


def test_ids_stay_and_what_is_decided_comes_first(client: TestClient, room: Room) -> None:
    before = {told(entry, "id") for entry in entries(client)}
    last = news(room.ledger, Filter().query, 50)[-1].row.id
    mention = room.ledger.incident(last).incident.mentions[0]
    entry = decide(room.ledger, Review(mention, None, Ruling.NOTED, "ada", datetime.now(UTC), "seen")).entry
    first = entries(client)[0]
    assert told(first, "updated") == entry.at.isoformat()
    assert {told(one, "id") for one in entries(client)} == before


def test_no_more_than_were_wanted_are_given(room: Room) -> None:
    assert len(news(room.ledger, Filter().query, 2)) == 2


def test_a_known_feed_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/feed.atom").headers["etag"]
    assert client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304
    assert client.get("/feed.atom?means=drone", headers={"If-None-Match": tag}).status_code == 200


def test_words_of_sources_are_text_in_it(client: TestClient, room: Room) -> None:
    text = "Police said <script>alert(1)</script> six people were \x0b killed in a strike in Rundu on 3 June 2024."
    build([Report("evil", text, title="<b>x</b>")], room.ledger)
    answer = client.get("/feed.atom")
    assert b"<script" not in answer.content
    contents = [told(entry, "content") for entry in entries(client)]
    assert any("six people were" in one for one in contents)
    assert not any("<script" in one for one in contents)


def test_a_senseless_filter_is_said(client: TestClient) -> None:
    assert client.get("/feed.atom?since=may").status_code == 400


def test_a_reader_of_feeds_gives_its_token_as_a_password(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hashing, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    room.accounts.add("ada", Role.ADMIN, "an otter under the jetty", by="root")
    secret = room.accounts.make_token("ada", "feeds", Role.VIEWER, by="ada").secret
    client = TestClient(create_app(room), base_url="http://127.0.0.1", follow_redirects=False)
    asked = client.get("/feed.atom")
    assert asked.status_code == 401
    assert asked.headers["www-authenticate"].startswith("Basic")
    basic = {"Authorization": "Basic " + b64encode(f"ada:{secret}".encode()).decode()}
    assert client.get("/feed.atom", headers=basic).status_code == 200
    for wrong in ("Basic !!", "Basic " + b64encode(b"ada:wrong").decode(), "Basic"):
        assert client.get("/feed.atom", headers={"Authorization": wrong}).status_code == 401
    assert client.get("/", headers=basic).status_code == 303
