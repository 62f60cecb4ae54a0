"""Pages as a browser without scripts sees them."""

import html
import re

import pytest
from fastapi.testclient import TestClient

from rashomon.ledger import claim_id
from rashomon.records import Ruling, Verdict
from rashomon.views import TOLL_RULES, grading, toll_words, tolls_under
from rashomon.web import Room
from rashomon.web.visitors import TOKEN_COOKIE


def form_of(text: str) -> dict[str, str]:
    """The hidden fields of the page's first form that decides on a pair."""
    form = re.findall(r'<form class="decide".*?</form>', text, re.DOTALL)[0]
    return {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}


def test_the_overview_lists_every_incident(client: TestClient, room: Room) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert all(row.id in page.text for row in room.ledger.incidents())


def test_the_incident_page_holds_every_claim_in_its_words(client: TestClient, room: Room, most_told: str) -> None:
    page = html.unescape(client.get(f"/incidents/{most_told}").text)
    for account in room.ledger.incident(most_told).accounts:
        for voiced in account.voiced:
            assert voiced.claim.span.quote in page


def test_the_report_page_shows_the_text_whole(client: TestClient, room: Room) -> None:
    for report in room.ledger.reports():
        page = client.get(f"/reports/{report.id}").text
        published = page[page.index('<div class="published">') :]
        shown = html.unescape(re.sub(r"<[^>]*>", "", published[: published.index("</article>")]))
        assert report.text in shown


def test_what_a_source_writes_is_never_markup(client: TestClient, room: Room) -> None:
    from rashomon.pipeline import build
    from rashomon.records import Report

    text = "Police said <script>alert(1)</script> six people were killed in a drone strike in Rundu on Sunday."
    build([Report("evil", text, title="<b>Bold</b>", outlet='"><img src=x>')], room.ledger)
    for path in ("/reports/evil", "/"):
        page = client.get(path).text
        assert "<script>alert" not in page and "<b>Bold" not in page and "<img src=x" not in page


def test_parting_a_join_is_kept_with_the_name_and_the_reason(client: TestClient, room: Room, most_told: str) -> None:
    form = form_of(client.get(f"/incidents/{most_told}").text) | {"verdict": "different", "why": "two jetties"}
    answer = client.post("/judgements", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/incidents/{most_told}")
    (judgement,) = room.ledger.judgements()
    assert (judgement.verdict, judgement.by, judgement.why) == (Verdict.DIFFERENT, "ada", "two jetties")
    incident = room.ledger.incident(most_told).incident
    assert not {judgement.left, judgement.right} <= set(incident.mentions)


def test_a_form_without_the_visitors_secret_decides_nothing(client: TestClient, room: Room, most_told: str) -> None:
    form = form_of(client.get(f"/incidents/{most_told}").text) | {"verdict": "different", "token": "x" * 43}
    assert client.post("/judgements", data=form).status_code == 403
    client.cookies.delete(TOKEN_COOKIE)
    assert client.post("/judgements", data=form | {"token": ""}).status_code == 403
    assert not room.ledger.judgements()


def test_a_decision_that_another_overtook_is_refused_with_what_changed(
    client: TestClient, room: Room, most_told: str
) -> None:
    form = form_of(client.get(f"/incidents/{most_told}").text)
    client.post("/judgements", data=form | {"verdict": "same", "why": "first"})
    answer = client.post("/judgements", data=form | {"verdict": "different", "why": "second"})
    assert answer.status_code == 409
    assert "first" in html.unescape(answer.text)


def test_looking_back_shows_only_what_was_published_by_then(client: TestClient, most_told: str) -> None:
    page = client.get(f"/incidents/{most_told}?as_of=2024-05-14").text
    assert "2024-05-15" not in page and "You look back from" in page
    assert 'href="/?as_of=2024-05-14"' in page


@pytest.mark.parametrize(
    ("path", "status"),
    [("/incidents/i-nothing", 404), ("/reports/none", 404), ("/?since=May", 400), ("/?as_of=May", 400), ("/no", 404)],
)
def test_a_page_that_cannot_be_says_why(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert '<section class="problem">' in answer.text


def test_every_page_forbids_what_stands_in_it_to_run(client: TestClient, most_told: str) -> None:
    for path in (
        "/",
        f"/incidents/{most_told}",
        f"/incidents/{most_told}/history",
        "/method",
        "/queue",
        "/coding",
        "/no",
    ):
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy and "default-src 'none'" in policy
        assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/json))|<style|\sstyle=|\son\w+=", answer.text)


def test_words_are_shown_where_they_stand(client: TestClient, room: Room, most_told: str) -> None:
    voiced = room.ledger.incident(most_told).accounts[0].voiced[0]
    span = voiced.claim.span
    page = client.get(f"/reports/{voiced.report}/words?start={span.start}&end={span.end}").text
    assert f"<mark>{html.escape(span.quote)}</mark>" in page.replace("&#39;", "&#x27;")


def test_the_incident_page_shows_its_tolls_under_every_rule_and_its_grade(
    client: TestClient, room: Room, most_told: str
) -> None:
    page = html.unescape(client.get(f"/incidents/{most_told}").text)
    found = room.ledger.incident(most_told)
    for name, written in TOLL_RULES.items():
        assert written in page
        for toll in tolls_under(room.ledger, found, name):
            assert f'<td class="n">{toll_words(toll)}</td>' in page
    assert grading(found).why in page


def review_form(text: str) -> dict[str, str]:
    """The hidden fields of the first review's form on a report's page."""
    form = re.findall(r'<form method="post" action="/reviews">.*?</form>', text, re.DOTALL)[0]
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in hidden}


def test_a_rejected_claim_no_longer_counts_and_undo_brings_it_back(
    client: TestClient, room: Room, most_told: str
) -> None:
    before = room.ledger.incident(most_told)
    report = before.accounts[0].voiced[0].report
    form = review_form(client.get(f"/reports/{report}").text)
    page = client.post("/reviews", data=form | {"ruling": "rejected", "why": "of another day"})
    assert page.status_code == 200 and "ada rejected" in html.unescape(page.text)
    assert [one.ruling for one in (held.review for held in room.ledger.reviews())] == [Ruling.REJECTED]
    undo = review_form(page.text) | {"ruling": "undo"}
    client.post("/reviews", data=undo)
    assert not room.ledger.reviews()
    assert room.ledger.incident(most_told) == before


def test_an_amended_figure_counts_in_its_place_and_needs_the_reports_words(
    client: TestClient, room: Room, most_told: str
) -> None:
    voiced = next(
        one
        for account in room.ledger.incident(most_told).accounts
        for one in account.voiced
        if one.claim.low is not None and not one.claim.part
    )
    form = review_form(client.get(f"/reports/{voiced.report}").text) | {
        "on": claim_id(voiced.mention, voiced.claim),
        "ruling": "amended",
        "why": "misread",
    }
    assert client.post("/reviews", data=form | {"words": "not in the report at all"}).status_code == 400
    assert client.post("/reviews", data=form).status_code == 400
    assert client.post("/reviews", data=form | {"low": "77", "high": "77"}).status_code == 200
    accounts = room.ledger.incident(most_told).accounts
    (amended,) = [one for account in accounts for one in account.voiced if one.read is not None]
    assert (amended.claim.low, amended.read) == (77, voiced.claim)


def withdrawal(text: str) -> dict[str, str]:
    """The hidden fields of the form that withdraws a report."""
    form = re.findall(r'<form class="decide" method="post" action="/withdrawals">.*?</form>', text, re.DOTALL)[0]
    return {k: html.unescape(v) for k, v in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)}


def test_a_report_is_withdrawn_where_its_id_is_typed_and_a_reason_given(client: TestClient, room: Room) -> None:
    report = next(room.ledger.reports())
    form = withdrawal(client.get(f"/reports/{report.id}").text)
    for typed, why, said in (("", "a court order", "is not the id"), (report.id, " ", "needs a reason")):
        refused = client.post("/withdrawals", data=form | {"typed": typed, "why": why})
        assert (refused.status_code, said in html.unescape(refused.text)) == (400, True)
    assert client.post("/withdrawals", data={"report": report.id, "typed": report.id, "why": "x"}).status_code == 403
    assert client.get(f"/withdrawals?report={report.id}").url.path == f"/reports/{report.id}"
    assert room.ledger.has(report.digest)
    done = client.post("/withdrawals", data=form | {"typed": report.id, "why": "a court order"})
    assert done.status_code == 200
    assert "by ada" in done.text and "a court order" in done.text
    assert report.id not in {one.id for one in room.ledger.reports()}
    assert not room.ledger.stale()
    assert client.get(f"/reports/{report.id}").status_code == 404


def test_the_report_page_tells_its_copies_and_its_origin(client: TestClient, room: Room) -> None:
    wire = next(report for report in room.ledger.reports() if report.outlet == "Pampas Gazette")
    page = html.unescape(client.get(f"/reports/{wire.id}").text)
    assert "one origin with" in page or "copies" in page
