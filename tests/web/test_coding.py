"""Blind coding: nobody sees the others, nothing is joined, an editor adjudicates."""

import html
import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from rashomon.views import queue
from rashomon.web import Room, create_app


@pytest.fixture
def signed_as(room: Room) -> Callable[[str], TestClient]:
    """A browser for a visitor of this name."""

    def browser(name: str) -> TestClient:
        room.by = name
        return TestClient(create_app(room), base_url="http://127.0.0.1")

    return browser


def form_of(text: str) -> dict[str, str]:
    (form,) = re.findall(r'<form class="decide keys".*?</form>', text, re.DOTALL)
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in hidden}


def test_two_code_the_same_pair_blind_and_an_editor_takes_what_they_agree_on(
    room: Room, signed_as: Callable[[str], TestClient]
) -> None:
    incidents = room.ledger.incidents()
    for name, words in (("ada", "two days apart"), ("ben", "other victims")):
        browser = signed_as(name)
        page = browser.get("/coding").text
        form = form_of(page)
        assert "two days apart" not in page and "score" not in form
        assert browser.post("/codings", data=form | {"verdict": "different", "why": words}).status_code == 200
    assert room.ledger.incidents() == incidents and not room.ledger.judgements()
    editor = signed_as("eve")
    page = editor.get("/coding/agreement").text
    assert "ada: different" in page and "two days apart" in page
    hidden = re.findall(r'<form method="post" action="/coding/agreed".*?</form>', page, re.DOTALL)[0]
    fields = {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', hidden)}
    editor.post("/coding/agreed", data=fields)
    (judged,) = room.ledger.judgements()
    assert (judged.by, judged.why) == ("eve", "coded blind and agreed by ada, ben")


def test_a_coder_is_not_given_a_pair_twice_and_can_take_it_back(
    room: Room, signed_as: Callable[[str], TestClient]
) -> None:
    browser = signed_as("ada")
    first = form_of(browser.get("/coding").text)
    after = browser.post("/codings", data=first | {"verdict": "same"}).text
    if len(queue(room.ledger).asked) > 1:
        assert form_of(after)["left"] + form_of(after)["right"] != first["left"] + first["right"]
    undo = re.findall(r'<form class="done".*?</form>', after, re.DOTALL)[0]
    fields = {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', undo)}
    again = form_of(browser.post("/codings", data=fields).text)
    assert (again["left"], again["right"]) == (first["left"], first["right"])
    assert all(coding.verdict is None for coding in room.ledger.codings())
