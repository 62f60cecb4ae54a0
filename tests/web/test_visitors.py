"""Who is let in, from where, and what he may do: sessions, roles, other sites' pages."""

import re
from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from tests.web.placeless import add_placeless
from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.records import Judgement
from rashomon.web import Room, create_app
from rashomon.web.accounts import hashing
from rashomon.web.pages import PAGES
from rashomon.web.roles import Role
from rashomon.web.visitors import FEED, SESSION_COOKIE, TOKEN_COOKIE

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody
OTHER = "a heron on the other bank"
PEOPLE = {"vera": Role.VIEWER, "cato": Role.CODER, "edda": Role.EDITOR, "ada": Role.ADMIN}


@pytest.fixture(autouse=True)
def cheap_hashing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(hashing, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    hashing._nobodys.cache_clear()
    yield
    hashing._nobodys.cache_clear()


@pytest.fixture
def people(room: Room) -> Room:
    """A room in which four people have accounts, one of each role."""
    for name, role in sorted(PEOPLE.items(), key=lambda pair: pair[1] is not Role.ADMIN):
        room.accounts.add(name, role, SECRET, by="root")
    return room


def browser(room: Room) -> TestClient:
    return TestClient(create_app(room), base_url="http://127.0.0.1", follow_redirects=False)


def token_of(client: TestClient) -> str:
    """The secret of this browser's forms, as the sign-in page gives it."""
    if TOKEN_COOKIE not in client.cookies:
        client.get("/sign-in")
    return str(client.cookies[TOKEN_COOKIE])


def signed_in(room: Room, name: str) -> TestClient:
    client = browser(room)
    sent = {"token": token_of(client), "name": name, "password": SECRET, "back": "/queue"}
    answer = client.post("/sign-in", data=sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/queue")
    return client


def test_on_loopback_without_accounts_nobody_signs_in(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    assert "asked" not in client.get("/sign-in").text
    assert "open on this machine alone" in client.get("/account").text


@pytest.mark.parametrize("path", ["/", "/queue", "/incidents/i-1", "/account", "/admin", "/search?text=x"])
def test_with_accounts_every_page_asks_to_sign_in(people: Room, path: str) -> None:
    answer = browser(people).get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?back=%2F")


def test_every_route_but_signing_in_needs_somebody(people: Room) -> None:
    client = browser(people)
    routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    assert len(routes) > 10
    for route in routes:
        for method in route.methods or ():
            answer = client.request(method, re.sub(r"\{\w+(:path)?\}", "x", route.path))
            if route.path == FEED:  # feed readers follow no forms
                assert answer.status_code == 401
                continue
            assert answer.status_code == 303, (method, route.path)
            assert answer.headers["location"].startswith("/sign-in")


def test_a_part_of_a_page_leads_the_whole_page_to_sign_in(people: Room) -> None:
    answer = browser(people).get("/reports/x/words?start=0&end=1", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/sign-in")


def test_the_sign_in_page_tells_nothing_of_the_ledger(people: Room) -> None:
    page = browser(people).get("/sign-in").text
    assert people.ledger.name not in page
    assert "/queue" not in page


def test_a_session_begins_with_the_right_password_and_ends_with_signing_out(people: Room) -> None:
    client = signed_in(people, "vera")
    assert "vera" in client.get("/").text
    kept = client.cookies[SESSION_COOKIE]
    assert client.post("/sign-out", data={"token": token_of(client)}).headers["location"] == "/sign-in"
    assert SESSION_COOKIE not in client.cookies
    client.cookies.set(SESSION_COOKIE, kept)
    assert client.get("/").status_code == 303


def test_a_wrong_password_is_said_and_too_many_are_refused(people: Room) -> None:
    client = browser(people)
    sent = {"token": token_of(client), "name": "vera", "password": "wrong", "back": "/"}
    for _ in range(10):
        answer = client.post("/sign-in", data=sent)
        assert answer.status_code == 401
        assert "is not right" in answer.text
    answer = client.post("/sign-in", data=sent | {"password": SECRET})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 800


def test_the_cookie_is_for_this_site_and_no_script(people: Room) -> None:
    client = browser(people)
    sent = {"token": token_of(client), "name": "vera", "password": SECRET}
    cookie = client.post("/sign-in", data=sent).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    people.behind_tls = True
    assert "Secure" in client.post("/sign-in", data=sent).headers["set-cookie"]


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_out_of_the_room(people: Room, back: str) -> None:
    client = browser(people)
    sent = {"token": token_of(client), "name": "vera", "password": SECRET, "back": back}
    assert client.post("/sign-in", data=sent).headers["location"] == "/"


@pytest.mark.parametrize(
    "path", ["/sign-in", "/sign-out", "/judgements", "/withdrawals", "/account/password", "/admin/people"]
)
def test_a_form_without_the_secret_is_refused(people: Room, path: str) -> None:
    client = signed_in(people, "ada")
    for token in ("", "x" * 43):
        form = {"token": token, "left": "a", "right": "b", "verdict": "same", "seen": "0"}
        assert client.post(path, data=form).status_code == 403


@pytest.mark.parametrize(
    ("name", "path", "may"),
    [
        ("vera", "/judgements", False),
        ("cato", "/judgements", False),
        ("edda", "/judgements", True),
        ("edda", "/admin/people", False),
        ("ada", "/admin/people", True),
        ("ada", "/judgements", True),
    ],
)
def test_roles_are_held_to(people: Room, name: str, path: str, may: bool) -> None:
    client = signed_in(people, name)
    form = {"token": token_of(client), "left": "a", "right": "b", "verdict": "same", "seen": "0"}
    answer = client.post(path, data=form)
    assert (answer.status_code == 403) is not may
    if not may:
        assert "ask an admin" in answer.text


@pytest.mark.parametrize(("name", "may"), [("vera", False), ("cato", False), ("edda", True)])
def test_only_editors_see_what_decides(people: Room, name: str, may: bool) -> None:
    add_placeless(people)
    client = signed_in(people, name)
    for path in ("/queue?of=places", "/queue?of=origins", "/reports/placeless-0"):
        page = client.get(path).text
        assert ('action="/reviews"' in page) is may
        assert ('action="/withdrawals"' in page) is (may and path.startswith("/reports"))
    mention = people.ledger.reading("placeless-0")
    assert mention
    form = {"token": token_of(client), "report": "placeless-0", "seen": "99999", "on": mention.mentions[0].id}
    answer = client.post("/reviews", data=form | {"place": "Rundu,NA"})
    assert (answer.status_code == 403) is not may
    answer = client.post("/withdrawals", data=form | {"typed": "placeless-0", "why": "a court order"})
    assert (answer.status_code == 403) is not may
    assert ("placeless-0" in {report.id for report in people.ledger.reports()}) is not may


def test_a_decision_bears_the_name_of_who_is_signed_in(people: Room, most_told: str) -> None:
    left, right = sorted(people.ledger.incident(most_told).incident.mentions[:2])
    client = signed_in(people, "edda")
    seen = str(people.head)
    form = {"token": token_of(client), "left": left, "right": right, "verdict": "different", "seen": seen, "why": "x"}
    assert client.post("/judgements", data=form).status_code == 303
    judged: Judgement = people.ledger.judgements()[0]
    assert judged.by == "edda"


@pytest.mark.parametrize(
    ("headers", "let_in"),
    [
        ({}, True),
        ({"host": "localhost:8000"}, True),
        ({"host": "[::1]:8000"}, True),
        ({"host": "rebound.example:8000"}, False),
        ({"host": "127.0.0.1.evil.example"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"origin": "http://127.0.0.1", "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "cross-site", "sec-fetch-dest": "empty"}, False),
        ({"sec-fetch-site": "same-site", "sec-fetch-dest": "iframe"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}, True),
    ],
)
def test_what_other_sites_send_to_an_open_room_is_refused(
    client: TestClient, headers: dict[str, str], let_in: bool
) -> None:
    assert client.get("/", headers=headers).status_code == (200 if let_in else 403)


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_another_sites_form_changes_nothing_even_with_a_session(people: Room, headers: dict[str, str]) -> None:
    client = signed_in(people, "ada")
    form = {"token": token_of(client), "name": "eve", "role": "admin", "password": SECRET}
    answer = client.post("/admin/people", data=form, headers=headers)
    assert answer.status_code == 403
    assert len(people.accounts.people()) == len(PEOPLE)


def test_a_room_that_others_reach_is_never_open(room: Room) -> None:
    room.alone = False
    assert browser(room).get("/").status_code == 303


def test_serve_refuses_other_addresses_without_accounts(room: Room) -> None:
    result = CliRunner().invoke(app, ["serve", "--host", "192.0.2.1", "--ledger", room.ledger.location])
    assert result.exit_code == 2
    assert "rashomon accounts add NAME --role admin" in result.stderr


def test_the_first_admin_is_let_in_from_the_open_room(client: TestClient, room: Room) -> None:
    page = client.get("/admin")
    assert "Let the first admin in" in page.text
    form = {"token": client.cookies[TOKEN_COOKIE], "name": "ada", "role": "admin", "password": SECRET}
    client.post("/admin/people", data=form)
    assert [line.by for line in room.accounts.log()] == [room.by]
    assert client.get("/", follow_redirects=False).status_code == 303


def test_an_admin_keeps_the_accounts(people: Room) -> None:
    client = signed_in(people, "ada")
    token = token_of(client)
    form = {"token": token, "name": "new <b>one", "role": "viewer", "password": SECRET}
    assert "is no name for an account" in client.post("/admin/people", data=form).text
    form |= {"name": "Nina Ruiz"}
    assert client.post("/admin/people", data=form).status_code == 303
    client.post("/admin/people/Nina%20Ruiz/role", data={"token": token, "role": "editor"})
    client.post("/admin/people/Nina%20Ruiz/password", data={"token": token, "password": OTHER})
    assert people.accounts.sign_in("nina ruiz", OTHER, address="::1").person.role is Role.EDITOR
    client.post("/admin/people/Nina%20Ruiz/remove", data={"token": token})
    page = client.get("/admin").text
    assert "account removed" in page
    assert "viewer to editor" in page
    assert "the only admin" in client.post("/admin/people/ada/remove", data={"token": token}).text


def test_the_log_is_paged(people: Room) -> None:
    for _ in range(120):
        people.accounts.set_role("vera", Role.VIEWER, by="ada")
    client = signed_in(people, "ada")
    first = client.get("/admin").text
    (before,) = re.findall(r"/admin\?before=(\d+)", first)
    earlier = client.get(f"/admin?before={before}").text
    assert "account added" not in first
    assert "account added" in earlier


def test_ones_own_password_and_tokens(people: Room) -> None:
    client, elsewhere = signed_in(people, "edda"), signed_in(people, "edda")
    token = token_of(client)
    form = {"token": token, "old": SECRET, "new": OTHER, "again": OTHER}
    assert "differ" in client.post("/account/password", data=form | {"again": SECRET}).text
    assert "is not right" in client.post("/account/password", data=form | {"old": OTHER}).text
    assert client.post("/account/password", data=form).headers["location"] == "/account?changed=password"
    assert client.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    made = client.post("/account/tokens", data={"token": token, "purpose": "export", "role": "viewer", "days": "30"})
    (secret,) = re.findall(r"rsh_[\w-]{43}", made.text)
    assert made.headers["cache-control"] == "no-store"
    assert (
        "would be above"
        in client.post("/account/tokens", data={"token": token, "purpose": "all", "role": "admin", "days": "0"}).text
    )
    assert secret not in client.get("/account").text
    bearer = {"Authorization": f"Bearer {secret}"}
    program = browser(people)
    assert program.get("/", headers=bearer).status_code == 200
    assert program.post("/account/tokens", data={"token": token_of(program)}, headers=bearer).status_code == 303
    client.post("/account/tokens/1/revoke", data={"token": token})
    assert program.get("/", headers=bearer).status_code == 303
