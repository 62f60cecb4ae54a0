"""Who asks: the visitor of a request, what he may do, and the day that he looks back from."""

import hmac
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast

from fastapi import Depends, Form, Request

from rashomon.errors import BadInput, RashomonError
from rashomon.ledger import Ledger
from rashomon.web.roles import Role
from rashomon.web.room import Room

TOKEN_COOKIE = "rashomon_form"  # noqa: S105 (the cookie's name)


class Refused(RashomonError):
    """The visitor may not do this: another may."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """name: what decisions bear. signed_in: False on loopback, where nobody needs to sign in."""

    name: str
    role: Role
    signed_in: bool = False

    def may(self, role: str) -> bool:
        """True where the visitor may do what this role may: "editor"."""
        return self.role >= Role[role.upper()]


def room_of(request: Request) -> Room:
    """The room that the application was made with."""
    return cast("Room", request.app.state.room)


def visitor_of(request: Request) -> Visitor:
    """Who asks."""
    return Visitor(room_of(request).by, Role.ADMIN)


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
    sent = token or request.headers.get("x-form-token", "")
    kept = request.cookies.get(TOKEN_COOKIE, "")
    if not kept or not hmac.compare_digest(sent.encode(), kept.encode()):
        raise Refused("this form was not made for you or is too old: load the page again, then send it again")


def at_least(role: Role) -> Callable[[Request], Visitor]:
    """A dependency that gives the visitor, and raises Refused for one who may not do what this role may."""

    def who(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if visitor.role < role:
            raise Refused(
                f"{visitor.name} is {visitor.role.name.lower()}; this needs the role {role.name.lower()}: ask an admin"
            )
        return visitor

    return who


Then = Annotated[Ledger, Depends(ledger_then)]
Coder = Annotated[Visitor, Depends(at_least(Role.CODER))]
Editor = Annotated[Visitor, Depends(at_least(Role.EDITOR))]
