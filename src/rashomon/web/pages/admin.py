"""The accounts of everybody, for admins: who may sign in, as what, and who did what to whom."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.errors import BadInput
from rashomon.web.render import page
from rashomon.web.roles import Role
from rashomon.web.visitors import Admin, address_of, at_least, checked_form, room_of

router = APIRouter(dependencies=[Depends(at_least(Role.ADMIN))])
MOST = 100  # lines of the log on a page


@router.get("/admin")
def admin(request: Request, before: Annotated[int | None, Query(ge=1, le=2**62)] = None) -> Response:
    """Everybody with an account, and the log; before: a line's number, to go on after it."""
    return _page(request, before=before)


@router.post("/admin/people", dependencies=[Depends(checked_form)])
def add(
    request: Request,
    visitor: Admin,
    name: Annotated[str, Form()] = "",
    role: Annotated[Role, Form()] = Role.VIEWER,
    password: Annotated[str, Form(max_length=2000)] = "",
    again: Annotated[bool, Form()] = False,
) -> Response:
    """Lets somebody in. Where nobody had an account, everybody signs in from now on."""
    try:
        room_of(request).accounts.add(name, role, password, by=visitor.name, again=again, address=address_of(request))
    except BadInput as error:
        return _page(request, str(error))
    return RedirectResponse("/admin", 303)


@router.post("/admin/people/{name}/role", dependencies=[Depends(checked_form)])
def change_role(request: Request, visitor: Admin, name: str, role: Annotated[Role, Form()]) -> Response:
    """Gives somebody another role."""
    try:
        room_of(request).accounts.set_role(name, role, by=visitor.name, address=address_of(request))
    except BadInput as error:
        return _page(request, str(error))
    return RedirectResponse("/admin", 303)


@router.post("/admin/people/{name}/password", dependencies=[Depends(checked_form)])
def change_password(
    request: Request, visitor: Admin, name: str, password: Annotated[str, Form(max_length=2000)] = ""
) -> Response:
    """Gives somebody another password, and ends their sessions."""
    try:
        room_of(request).accounts.set_password(name, password, by=visitor.name, address=address_of(request))
    except BadInput as error:
        return _page(request, str(error))
    return RedirectResponse("/admin", 303)


@router.post("/admin/people/{name}/remove", dependencies=[Depends(checked_form)])
def remove(request: Request, visitor: Admin, name: str) -> Response:
    """Lets somebody in no more."""
    try:
        room_of(request).accounts.remove(name, by=visitor.name, address=address_of(request))
    except BadInput as error:
        return _page(request, str(error))
    return RedirectResponse("/admin", 303)


def _page(request: Request, problem: str = "", *, before: int | None = None) -> Response:
    accounts = room_of(request).accounts
    lines = accounts.log(before=before, limit=MOST + 1)
    answer = page(
        request,
        "admin.html",
        status=400 if problem else 200,
        people=accounts.people(),
        place=accounts.name,
        lines=lines[:MOST],
        next=lines[MOST - 1].number if len(lines) > MOST else None,
        roles=list(Role),
        problem_words=problem,
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer
