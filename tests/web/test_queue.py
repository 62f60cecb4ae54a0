"""The queue as a browser without scripts sees it."""

import html
import re
from urllib.parse import urlsplit

from fastapi.testclient import TestClient
from tests.web.placeless import REPORTS, add_placeless

from rashomon.ledger import IncidentQuery, Unchecked
from rashomon.pipeline import build
from rashomon.records import Report, Ruling, Verdict
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
    add_placeless(room)
    for kind in ("left", "places", "origins"):
        assert client.get(f"/queue?of={kind}").status_code == 200
    one_origin = [row for row in room.ledger.incidents() if row.origins == 1 and (row.killed[1] or 0) > 0]
    page = client.get("/queue?of=origins").text
    assert one_origin
    assert all(row.id in page for row in one_origin)
    assert client.get("/queue?of=nothing").status_code == 422


def undo_of(text: str) -> dict[str, str]:
    """The form that takes the last decision back."""
    (form,) = re.findall(r'<form class="done".*?</form>', text, re.DOTALL)
    return {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}


def opened(text: str) -> str:
    """The words of the report that the opened one is decided from."""
    return html.unescape(re.findall(r"<mark>(.*?)</mark>", text, re.DOTALL)[0])


def test_a_place_is_found_given_and_taken_back(client: TestClient, room: Room) -> None:
    add_placeless(room)
    first = client.get("/queue?of=places").text
    assert opened(first).startswith("Five dock workers")
    page = client.get("/queue?of=places&name=San Jose").text
    offered = re.findall(r'<button name="place" value="([^"]+)" data-key="(\d)"', page)
    assert [key for _, key in offered] == [str(number) for number in range(1, 10)]
    assert re.search(r"and \d+ more: name the country too", page)
    page = client.get("/queue?of=places&name=Rundu").text
    ((place, key),) = re.findall(r'<button name="place" value="([^"]+)" data-key="(\d)"', page)
    assert key == "1"
    done = client.post("/reviews", data=form_of(page) | {"place": html.unescape(place), "why": "its port"})
    assert done.status_code == 200
    (held,) = room.ledger.reviews()
    assert (held.review.ruling, held.review.by, held.review.why, held.claim) == (
        Ruling.AMENDED,
        "ada",
        "its port",
        None,
    )
    assert held.where and held.where.value.name == "Rundu"
    assert opened(done.text).startswith("A roadside bomb")
    assert len(room.ledger.incidents(IncidentQuery(placed=False))) == 2
    incident = room.ledger.incidents_of([held.mention])[held.mention]
    shown = html.unescape(client.get(f"/incidents/{incident}").text)
    assert "placed by ada: its port" in shown
    again = client.post("/reviews", data=undo_of(done.text))
    assert not room.ledger.reviews()
    assert opened(again.text) == opened(first)


def test_a_place_is_given_in_the_reports_words_or_at_a_point(client: TestClient, room: Room) -> None:
    add_placeless(room)
    page = client.get("/queue?of=places&name=-17.9,19.8,12,NA").text
    (place,) = re.findall(r'<button name="place" value="([^"]+)"', page)
    form = form_of(page) | {"place": place, "words": "the old ferry landing"}
    assert client.post("/reviews", data=form).status_code == 200
    (held,) = room.ledger.reviews()
    assert held.where and (held.where.value.name, held.where.value.radius_km) == ("the old ferry landing", 12.0)
    named = client.get("/queue?of=places&name=Okashe").text
    assert "No gazetteer has" in named
    assert "is no point" in client.get("/queue?of=places&name=1,2,x").text


def test_what_is_checked_or_rejected_leaves_the_list(client: TestClient, room: Room) -> None:
    add_placeless(room)
    for ruling, left in (("accepted", 2), ("rejected", 1)):
        form = form_of(client.get("/queue?of=places").text)
        page = client.post("/reviews", data=form | {"ruling": ruling})
        assert room.ledger.count_unchecked(Unchecked.PLACE) == left
    client.post("/reviews", data=form_of(page.text) | {"ruling": "accepted"})
    assert "No incident waits for a place" in client.get("/queue?of=places").text


def test_the_next_report_of_an_incident_is_asked_about_before_the_next_incident(client: TestClient, room: Room) -> None:
    add_placeless(room)
    twin = Report("twin", REPORTS[0].text, REPORTS[0].title, "Another Post", REPORTS[0].published)
    build([twin], room.ledger)
    page = client.get("/queue?of=places").text
    assert "the first of 2 reports that nobody has looked at" in page
    assert room.ledger.count_unchecked(Unchecked.PLACE) == 3
    form = form_of(page)
    done = client.post("/reviews", data=form | {"ruling": "accepted"})
    assert opened(done.text) == opened(page)
    assert form_of(done.text)["report"] != form["report"]


def test_a_toll_is_accepted_rejected_or_amended_and_undone(client: TestClient, room: Room) -> None:
    add_placeless(room)
    before = list(room.ledger.each_incident())
    waits = room.ledger.count_unchecked(Unchecked.TOLL)
    for fields in ({"ruling": "accepted"}, {"ruling": "rejected"}, {"ruling": "amended", "low": "4", "high": "4"}):
        page = client.get("/queue?of=origins").text
        assert opened(page) in html.unescape(page)
        done = client.post("/reviews", data=form_of(page) | fields)
        assert room.ledger.count_unchecked(Unchecked.TOLL) == waits - 1
        again = client.post("/reviews", data=undo_of(done.text))
        assert form_of(again.text)["on"] == form_of(page)["on"]
        assert list(room.ledger.each_incident()) == before
    assert client.post("/reviews", data=form_of(page) | {"ruling": "amended"}).status_code == 400


def test_an_incident_beyond_the_first_page_is_opened_by_its_id(client: TestClient, room: Room) -> None:
    add_placeless(room)
    last = room.ledger.unchecked(Unchecked.PLACE, 9)[-1]
    assert opened(client.get(f"/queue?of=places&open={last.id}").text) in last.words
    second = room.ledger.unchecked(Unchecked.PLACE, 1)[-1].cursor
    assert opened(client.get(f"/queue?of=places&after={second}").text).startswith("A roadside bomb")
    found = client.get(f"/queue?of=places&after={last.cursor}&open={last.id}").text
    assert opened(found) in last.words
    assert "From the newest" in client.get(f"/queue?of=places&after={last.cursor}").text
    assert opened(client.get("/queue?of=places&open=i-nothing").text).startswith("Five dock workers")
    assert client.get("/queue?of=places&after=zz").status_code == 400


def test_who_looks_back_decides_nothing(client: TestClient, room: Room) -> None:
    add_placeless(room)
    for kind in ("places", "origins"):
        page = client.get(f"/queue?of={kind}&as_of=2024-06-30").text
        assert opened(page)
        assert not re.findall(r'<form class="decide', page)
        assert f"/queue?of={kind}&amp;open=" in page.replace("?", "?", 1)
        assert all("as_of=2024-06-30" in link for link in re.findall(r'href="(/queue\?of=[^"]+)"', page))


def test_a_mention_is_placed_from_its_reports_page(client: TestClient, room: Room) -> None:
    add_placeless(room)
    page = client.get("/reports/placeless-1").text
    form = re.findall(r'<details class="decide of-mention">.*?</form>', page, re.DOTALL)[0]
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    done = client.post("/reviews", data=hidden | {"ruling": "amended", "place": "Rundu,NA"})
    assert "ada placed it at Rundu, Kavango East, NA" in html.unescape(done.text)
    refused = client.post("/reviews", data=hidden | {"ruling": "amended", "place": "Gaza", "seen": str(room.head)})
    assert refused.status_code == 400
    assert "write the one that you mean" in refused.text
    assert urlsplit(str(done.url)).path == "/reports/placeless-1"
