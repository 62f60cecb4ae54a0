"""One's own account: the password, and the tokens of programs that work in one's name."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.errors import BadInput
from rashomon.web.accounts import NewToken
from rashomon.web.pages.signing import with_session
from rashomon.web.render import page
from rashomon.web.roles import Role
from rashomon.web.visitors import NotSignedIn, Visitor, address_of, checked_form, room_of, visitor_of

router = APIRouter()


def own(request: Request) -> Visitor:
    """The visitor, who has an account and sits at a browser; a token cannot change its owner's account."""
    visitor = visitor_of(request)
    if not visitor.session:
        raise NotSignedIn("this page is for people with an account, who sign in with a password")
    return visitor


Own = Annotated[Visitor, Depends(own)]


@router.get("/account")
def account(request: Request) -> Response:
    """The account's page; without accounts, what that means."""
    return _page(request)


@router.post("/account/password", dependencies=[Depends(checked_form)])
def password(
    request: Request,
    visitor: Own,
    old: Annotated[str, Form(max_length=2000)] = "",
    new: Annotated[str, Form(max_length=2000)] = "",
    again: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Changes the password; every session ends but this browser's."""
    if new != again:
        return _page(request, "the two new passwords differ: nothing was changed", status=400)
    try:
        session = room_of(request).accounts.change_password(visitor.name, old, new, address=address_of(request))
    except BadInput as error:
        return _page(request, str(error), status=400)
    return with_session(request, RedirectResponse("/account?changed=password", 303), session)


@router.post("/account/tokens", dependencies=[Depends(checked_form)])
def make_token(
    request: Request,
    visitor: Own,
    purpose: Annotated[str, Form()] = "",
    role: Annotated[Role, Form()] = Role.VIEWER,
    days: Annotated[int, Form(ge=0, le=3650)] = 0,
) -> Response:
    """Makes a token and shows it, this once. days: 0 for good."""
    expires = datetime.now(UTC) + timedelta(days=days) if days else None
    accounts, address = room_of(request).accounts, address_of(request)
    try:
        made = accounts.make_token(visitor.name, purpose, role, expires=expires, by=visitor.name, address=address)
    except BadInput as error:
        return _page(request, str(error), status=400)
    return _page(request, made=made)


@router.post("/account/tokens/{number}/revoke", dependencies=[Depends(checked_form)])
def revoke_token(request: Request, visitor: Own, number: int) -> Response:
    """Ends a token."""
    accounts, address = room_of(request).accounts, address_of(request)
    accounts.revoke_token(visitor.name, number, by=visitor.name, address=address)
    return RedirectResponse("/account#tokens", 303)


def _page(request: Request, problem: str = "", *, made: NewToken | None = None, status: int = 200) -> Response:
    visitor = visitor_of(request)
    tokens = room_of(request).accounts.tokens(visitor.name) if visitor.signed_in else ()
    answer = page(
        request,
        "account.html",
        status=status,
        tokens=tokens,
        made=made,
        problem_words=problem,
        changed=request.query_params.get("changed") == "password",
        roles=[role for role in Role if visitor.role.may(role)],
        now=datetime.now(UTC),
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
