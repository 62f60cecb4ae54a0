"""Errors as people and programs read them: one page, one shape under /api, one status for each kind.

The shape: `{"error": {"kind": "not found", "message": "...", "details": [...]}}`.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse
from starlette.exceptions import HTTPException

from rashomon.errors import BadInput, LedgerDamaged, MissingResource, RashomonError, Unavailable, Unknown
from rashomon.ledger import Overtaken
from rashomon.web.accounts import TooManyTries, WrongPassword
from rashomon.web.render import page
from rashomon.web.visitors import FEED, NotSignedIn, Refused

API = "/api/"
_KINDS: tuple[tuple[type[RashomonError], int, str], ...] = (  # the first that fits
    (Overtaken, 409, "overtaken"),
    (WrongPassword, 401, "sign in"),
    (TooManyTries, 429, "too many tries"),
    (Unknown, 404, "not found"),
    (BadInput, 400, "bad input"),
    (Refused, 403, "refused"),
    (NotSignedIn, 401, "sign in"),
    (Unavailable, 503, "unavailable"),
    (MissingResource, 503, "missing resource"),
    (LedgerDamaged, 500, "ledger damaged"),
    (RashomonError, 500, "error"),
)
_STATUS_KINDS = {400: "bad input", 401: "sign in", 403: "refused", 404: "not found", 405: "method not allowed"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong. details: one line for each part of the request that cannot be used; mostly empty."""

    status: int
    kind: str
    message: str
    details: tuple[str, ...] = ()


def told(request: Request, problem: Problem) -> Response:
    """The answer that tells of a problem."""
    if request.url.path.startswith(API):
        error = {"kind": problem.kind, "message": problem.message, "details": list(problem.details)}
        return JSONResponse({"error": error}, problem.status)
    return page(request, "problem.html", status=problem.status, problem=problem)


def _to_sign_in(request: Request) -> Response:
    """To the page for signing in, and back again afterwards; back to the top where a form was sent."""
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "") if request.method == "GET" else "/"
    if "hx-request" in request.headers:  # a part of a page cannot hold that page
        return Response(status_code=401, headers={"HX-Redirect": "/sign-in"})
    return RedirectResponse(f"/sign-in?{urlencode({'back': back})}", 303)


def handle_errors(app: FastAPI) -> None:
    """Makes every error of the application one of these answers."""

    @app.exception_handler(RashomonError)
    def ours(request: Request, error: RashomonError) -> Response:
        status, kind = next((status, kind) for cls, status, kind in _KINDS if isinstance(error, cls))
        if isinstance(error, NotSignedIn) and request.url.path == FEED:
            said = {"WWW-Authenticate": 'Basic realm="rashomon: any name, and a token as the password"'}
            return PlainTextResponse(str(error), 401, headers=said)
        looked_at = "text/html" in request.headers.get("accept", "")
        if isinstance(error, NotSignedIn) and (looked_at or not request.url.path.startswith(API)):
            return _to_sign_in(request)
        answer = told(request, Problem(status, kind, str(error)))
        if isinstance(error, TooManyTries):
            answer.headers["Retry-After"] = str(error.seconds)
        if status == 401:
            answer.headers["WWW-Authenticate"] = "Bearer"
        return answer

    @app.exception_handler(RequestValidationError)
    def unusable(request: Request, error: RequestValidationError) -> Response:
        details = tuple(f"{'.'.join(str(at) for at in one['loc'])}: {one['msg']}" for one in error.errors())
        return told(request, Problem(422, "bad input", "the request has parts that cannot be used", details))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        message = f"there is no page {request.url.path}" if error.status_code == 404 else str(error.detail)
        answer = told(request, Problem(error.status_code, _STATUS_KINDS.get(error.status_code, "error"), message))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(Exception)
    def ours_to_mend(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server's log has it
        return told(request, Problem(500, "error", "the program failed; the log of `rashomon serve` says where"))
