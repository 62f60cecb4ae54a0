"""Who asks: the visitor of a request, what he may do, and the day that he looks back from.

Invariant: nobody is let in without being told apart by a session or a token, but on a machine's own loopback where
nobody has an account; and there only by requests that this machine's own pages or programs send.
"""

import base64
import hmac
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast
from urllib.parse import urlsplit

from fastapi import Depends, Form, Request

from rashomon.errors import BadInput, RashomonError
from rashomon.ledger import Ledger
from rashomon.web.roles import Role
from rashomon.web.room import Room

TOKEN_COOKIE = "rashomon_form"  # noqa: S105 (the cookie's name)
SESSION_COOKIE = "rashomon_session"
FEED = "/feed.atom"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SAFE = ("GET", "HEAD", "OPTIONS")


class Refused(RashomonError):
    """The visitor may not do this: another may."""


class NotSignedIn(RashomonError):
    """Nobody is signed in, and somebody must be."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """name: what decisions bear. signed_in: False on loopback, where nobody needs to sign in.

    session: True where a browser's cookie tells who it is, so that other sites' pages might send requests in its name.
    """

    name: str
    role: Role
    signed_in: bool = False
    session: bool = False

    def may(self, role: str) -> bool:
        """True where the visitor may do what this role may: "editor"."""
        return self.role.may(Role(role))


def room_of(request: Request) -> Room:
    """The room that the application was made with."""
    return cast("Room", request.app.state.room)


def visitor_of(request: Request) -> Visitor:
    """Who asks; raises NotSignedIn where nobody is signed in and somebody must be."""
    known: Visitor | None = getattr(request.state, "visitor", None)
    if known is None:
        known = request.state.visitor = _recognised(request)
    return known


def visitor_or_none(request: Request) -> Visitor | None:
    """Who asks, for pages that stand for everybody; None for nobody that is known."""
    try:
        return visitor_of(request)
    except RashomonError:
        return None


def _recognised(request: Request) -> Visitor:
    accounts = room_of(request).accounts
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    if kind.casefold() == "basic" and request.url.path == FEED:
        # What reads feeds knows no other way. Nowhere else: browsers send it along with other sites' requests.
        kind, secret = "bearer", _password_of(secret)
    if kind.casefold() == "bearer":
        person = accounts.bearer(secret.strip())
        if person is None:
            raise NotSignedIn("the token is unknown, has expired or was revoked: make another on your account's page")
        return Visitor(person.name, person.role, signed_in=True)
    person = accounts.signed_in(request.cookies.get(SESSION_COOKIE, ""))
    if person is not None:
        return Visitor(person.name, person.role, signed_in=True, session=True)
    if room_of(request).alone and not accounts.people():
        _refuse_other_sites(request)
        return Visitor(room_of(request).by, Role.ADMIN)
    raise NotSignedIn("nobody is signed in: sign in, or give a token in the header Authorization: Bearer TOKEN")


def _password_of(basic: str) -> str:
    """The password of a header Authorization: Basic (RFC 7617); "" for one that is none."""
    try:
        return base64.b64decode(basic.strip(), validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def _refuse_other_sites(request: Request) -> None:
    """Raises Refused for what another site's page asks, where asking is enough to be let in.

    A name that resolves to this machine (DNS rebinding) is told by the Host header. A link from elsewhere that opens a
    page in the browser's window is let through: it changes nothing, and the other site cannot read what comes.
    """
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname
    if host not in LOOPBACK:
        raise Refused(f"this room answers to {LOOPBACK[0]} and {LOOPBACK[1]} alone, not to {host!r}: open it there")
    opened = request.method == "GET" and request.headers.get("sec-fetch-dest") == "document"
    if not opened and is_foreign(request):
        raise Refused("another site's page sent this request: open the room itself")


def is_foreign(request: Request) -> bool:
    """True where the browser says that a page of another origin sent the request; programs say nothing of that."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site", "none")
    # Behind a TLS proxy the scheme that is seen here may be another one than the browser's: hosts are compared.
    elsewhere = origin is not None and urlsplit(origin).netloc != request.headers.get("host", "")
    return elsewhere or site not in ("same-origin", "none")


def sent_from_here(request: Request) -> None:
    """Raises Refused for a request that would change something and comes from another site's page."""
    if request.method not in _SAFE and is_foreign(request):
        raise Refused("another site's page sent this request: open the room itself, and decide there")


def as_of(request: Request) -> date | None:
    """The day that the visitor looks back from; None for today. Raises BadInput for what is no day."""
    asked = request.query_params.get("as_of", "").strip()
    if not asked:
        return None
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise BadInput(f"as_of {asked!r} is no day; write it as YYYY-MM-DD") from None


def ledger_then(request: Request) -> Iterator[Ledger]:
    """The ledger of the day that the visitor looks back from, for as long as the request lasts."""
    with room_of(request).at(as_of(request)) as ledger:
        yield ledger


def form_token(request: Request) -> str:
    """The secret that every form of this visitor carries, so that no other site can send one in his name."""
    kept = request.cookies.get(TOKEN_COOKIE, "")
    if len(kept) < 32:
        kept = getattr(request.state, "new_token", "") or secrets.token_urlsafe(32)
        request.state.new_token = kept
    return kept


def checked_form(request: Request, token: Annotated[str, Form()] = "") -> None:
    """Raises Refused for a form that does not carry the visitor's secret."""
    _refuse_other_token(request, token or request.headers.get("x-form-token", ""))


def checked_program(request: Request) -> None:
    """Raises Refused for a change through the API by a browser's session without the secret that its pages hold."""
    if request.method not in _SAFE and visitor_of(request).session:
        _refuse_other_token(request, request.headers.get("x-form-token", ""))


def _refuse_other_token(request: Request, sent: str) -> None:
    kept = request.cookies.get(TOKEN_COOKIE, "")
    if not kept or not hmac.compare_digest(sent.encode(), kept.encode()):
        raise Refused("this form was not made for you or is too old: load the page again, then send it again")


def at_least(role: Role) -> Callable[[Request], Visitor]:
    """A dependency that gives the visitor, and raises Refused for one who may not do what this role may."""

    def who(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if not visitor.role.may(role):
            raise Refused(f"{visitor.name} is {visitor.role}; this needs the role {role}: ask an admin")
        return visitor

    return who


def address_of(request: Request) -> str:
    """Where the request comes from, for the log and for counting tries; "" where that is not known."""
    return request.client.host if request.client else ""


Then = Annotated[Ledger, Depends(ledger_then)]
Coder = Annotated[Visitor, Depends(at_least(Role.CODER))]
Editor = Annotated[Visitor, Depends(at_least(Role.EDITOR))]
Admin = Annotated[Visitor, Depends(at_least(Role.ADMIN))]
