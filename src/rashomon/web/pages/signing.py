"""Signing in and out: the only pages for whoever is not signed in."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.web.accounts import Session, TooManyTries, WrongPassword
from rashomon.web.pages.decide import within
from rashomon.web.render import page
from rashomon.web.security import by_https
from rashomon.web.visitors import SESSION_COOKIE, address_of, checked_form, room_of

router = APIRouter()


@router.get("/sign-in")
def sign_in_page(request: Request, back: str = "/") -> Response:
    """The form; where nobody has an account, what that means."""
    return _form(request, back)


@router.post("/sign-in", dependencies=[Depends(checked_form)])
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Begins a session and goes on to where the visitor wanted to go."""
    try:
        session = room_of(request).accounts.sign_in(name, password, address=address_of(request))
    except WrongPassword as error:
        return _form(request, back, name, str(error), 401)
    except TooManyTries as error:
        answer = _form(request, back, name, str(error), 429)
        answer.headers["Retry-After"] = str(error.seconds)
        return answer
    return with_session(request, RedirectResponse(within(back), 303), session)


@router.post("/sign-out", dependencies=[Depends(checked_form)])
def sign_out(request: Request) -> Response:
    """Ends the session of this browser."""
    room_of(request).accounts.sign_out(request.cookies.get(SESSION_COOKIE, ""), address=address_of(request))
    answer = RedirectResponse("/sign-in", 303)
    answer.delete_cookie(SESSION_COOKIE)
    answer.headers["Clear-Site-Data"] = '"cache"'  # what was read is not left for whoever sits down next
    return answer


def with_session(request: Request, answer: Response, session: Session) -> Response:
    """The answer with the cookie of a session."""
    secure = by_https(request)
    answer.set_cookie(
        SESSION_COOKIE, session.secret, expires=session.expires, httponly=True, samesite="lax", secure=secure
    )
    return answer


def _form(request: Request, back: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    there = bool(room_of(request).accounts.people())
    return page(
        request, "sign_in.html", status=status, back=within(back), name=name, problem_words=problem, there=there
    )
