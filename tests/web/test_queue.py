"""The queue as a browser without scripts sees it."""

import html
import re

from fastapi.testclient import TestClient

from rashomon.records import Verdict
from rashomon.views import queue
from rashomon.web import Room


def form_of(text: str) -> dict[str, str]:
    (form,) = re.findall(r'<form class="decide keys".*?</form>', text, re.DOTALL)
    return {
        name: html.unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    }


def test_the_likeliest_pair_is_open_and_all_are_listed(client: TestClient, room: Room) -> None:
    page = client.get("/queue").text
    asked = queue(room.ledger).asked
    assert asked
    for one in asked:
        assert f"{one.join.left}%3A{one.join.right}" in page
    assert form_of(page)["left"] == asked[0].join.left
    for told in (asked[0].left, asked[0].right):
        assert html.escape(told.mention.span.quote, quote=False) in html.unescape(page).replace("&", "&amp;")


def test_a_decision_goes_on_to_the_next_pair_and_can_be_undone(client: TestClient, room: Room) -> None:
    before = queue(room.ledger).asked
    form = form_of(client.get("/queue").text)
    page = client.post("/judgements", data=form | {"verdict": "different", "why": "another day"})
    assert page.status_code == 200
    (judged,) = room.ledger.judgements()
    assert (judged.verdict, judged.by, judged.why) == (Verdict.DIFFERENT, "ada", "another day")
    assert before[0].join.left not in form_of(page.text).values() if len(before) > 1 else "No pair waits" in page.text
    undo = re.findall(r"<form class=\"done\".*?</form>", page.text, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', undo))
    again = client.post("/judgements", data={name: html.unescape(value) for name, value in fields.items()})
    assert not room.ledger.judgements()
    assert form_of(again.text)["left"] == form["left"]


def test_each_kind_has_its_page(client: TestClient, room: Room) -> None:
    for kind in ("left", "places", "origins"):
        assert client.get(f"/queue?of={kind}").status_code == 200
    one_origin = [row for row in room.ledger.incidents() if row.origins == 1 and (row.killed[1] or 0) > 0]
    page = client.get("/queue?of=origins").text
    assert all(row.id in page for row in one_origin)
    assert client.get("/queue?of=nothing").status_code == 422
