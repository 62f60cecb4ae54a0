"""Who may use the API: tokens, roles, and what browsers' sessions must show."""

from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from tests.web.api.conftest import a_pair

from rashomon.web import Room, create_app
from rashomon.web.accounts import hashing
from rashomon.web.roles import Role
from rashomon.web.visitors import SESSION_COOKIE, TOKEN_COOKIE

SECRET = "an otter under the jetty"  # noqa: S105 - of nobody


@pytest.fixture
def people(room: Room, decided: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    """A room in which a person of each role has an account."""
    monkeypatch.setattr(hashing, "_HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    for role in reversed(Role):
        name = "ben" if role is Role.CODER else role.value
        room.accounts.add(name, role, SECRET, by="root")
    yield room
    hashing._nobodys.cache_clear()


def program(room: Room, name: str) -> TestClient:
    """A program with a token of this person's."""
    role = room.accounts.person(name).role
    made = room.accounts.make_token(name, "test", role, by=name)
    client = TestClient(create_app(room), base_url="http://127.0.0.1/api/v1")
    client.headers["Authorization"] = f"Bearer {made.secret}"
    return client


def test_without_a_token_nothing_is_given(people: Room) -> None:
    client = TestClient(create_app(people), base_url="http://127.0.0.1/api/v1")
    for path in ("/incidents", "/openapi.json", "/", "/me"):
        answer = client.get(path)
        assert (answer.status_code, answer.json()["error"]["kind"]) == (401, "sign in")
        assert answer.headers["www-authenticate"] == "Bearer"
    assert client.get("/me", headers={"Authorization": "Bearer rsh_wrong"}).status_code == 401
    known = {"If-None-Match": "*"}
    assert client.get("/incidents", headers=known).status_code == 401


def test_a_token_tells_who_asks(people: Room) -> None:
    assert program(people, "editor").get("/me").json() == {"name": "editor", "role": "editor", "signed_in": True}


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/codings", Role.CODER),
        ("/codings/waiting", Role.CODER),
        ("/codings/agreement", Role.EDITOR),
        ("/entries", Role.EDITOR),
        ("/entries/1", Role.EDITOR),
        ("/verify", Role.EDITOR),
        ("/incidents", Role.VIEWER),
        ("/judgements", Role.VIEWER),
    ],
)
def test_reading_is_held_to_roles(people: Room, path: str, least: Role) -> None:
    for role in Role:
        name = "ben" if role is Role.CODER else role.value
        assert program(people, name).get(path).status_code == (200 if role.may(least) else 403)


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("/codings", Role.CODER),
        ("/codings/agreed", Role.EDITOR),
        ("/judgements", Role.EDITOR),
        ("/reviews", Role.EDITOR),
        ("/redactions", Role.EDITOR),
    ],
)
def test_writing_is_held_to_roles(people: Room, path: str, least: Role) -> None:
    bodies = {
        "/reviews": {"on": "m-nothing", "ruling": "accepted"},
        "/codings/agreed": {},
        "/redactions": {"report": "nothing", "why": "x"},
    }
    body = bodies.get(path, {"left": "a", "right": "b", "verdict": "same"})
    for role in Role:
        name = "ben" if role is Role.CODER else role.value
        answer = program(people, name).post(path, json=body)
        assert (answer.status_code == 403) is not role.may(least), answer.text


def test_a_coder_sees_no_other_coders_codings(people: Room) -> None:
    assert [one["by"] for one in program(people, "ben").get("/codings").json()["items"]] == ["ben"]
    assert [one["by"] for one in program(people, "editor").get("/codings").json()["items"]] == ["ben", "cato"]


def test_a_browsers_session_must_send_the_secret_of_its_pages(people: Room) -> None:
    client = TestClient(create_app(people), base_url="http://127.0.0.1")
    client.cookies.set(SESSION_COOKIE, people.accounts.sign_in("editor", SECRET, address="::1").secret)
    client.get("/account")
    left, right = a_pair(people)
    body = {"left": left, "right": right, "verdict": "different"}
    assert client.post("/api/v1/judgements", json=body).status_code == 403
    secret = {"X-Form-Token": client.cookies[TOKEN_COOKIE]}
    assert client.post("/api/v1/judgements", json=body, headers=secret | {"Origin": "http://evil"}).status_code == 403
    assert client.post("/api/v1/judgements", json=body, headers=secret).status_code == 201
    (held,) = [one for one in people.ledger.judgements() if one.verdict and one.verdict.value == "different"]
    assert held.by == "editor"


def test_answers_differ_by_who_asks_and_so_do_their_tags(people: Room) -> None:
    first, second = (program(people, name).get("/me").headers["etag"] for name in ("editor", "admin"))
    assert first != second
