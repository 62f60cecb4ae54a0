"""Speakers, series and search as a browser without scripts sees them."""

import html
import re

from fastapi.testclient import TestClient

from rashomon.views import series_told, voices
from rashomon.web import Room


def test_every_speaker_has_a_page_of_its_claims(client: TestClient, room: Room) -> None:
    listed = html.unescape(client.get("/speakers").text)
    found = voices(room.ledger, room.ledger.incidents()).speakers
    assert found
    for speaker in found:
        assert speaker.name in listed
    for address in re.findall(r'href="(/speakers/[^"]+)"', client.get("/speakers").text):
        page = client.get(html.unescape(address))
        assert page.status_code == 200
        assert '<span class="says">' in page.text


def test_a_speaker_who_says_nothing_is_named_as_missing(client: TestClient) -> None:
    assert client.get("/speakers/nobody").status_code == 404


def test_the_filter_narrows_the_speakers(client: TestClient) -> None:
    assert "Altiplano Column" in client.get("/speakers?country=BO").text
    assert "Altiplano Column" not in client.get("/speakers?country=NA").text


def test_every_series_stands_with_its_verdict(client: TestClient, room: Room) -> None:
    page = html.unescape(client.get("/series").text)
    told = list(series_told(room.ledger))
    assert told
    for one in told:
        assert one.check.sentence in page


def test_search_finds_reports_and_incidents_by_folded_words(client: TestClient) -> None:
    page = client.get("/search?text=VILLAZÓN").text
    assert re.findall(r"<mark>(.*?)</mark>", page)[0].casefold() in ("villazon", "villazón")
    assert "<h2>0 incidents" not in page
    assert "<h2>0 reports" in client.get("/search?text=zebra").text
    assert client.get('/search?text="').status_code == 400
