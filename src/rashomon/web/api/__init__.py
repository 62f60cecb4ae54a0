"""The API under /api/v1: everything that the pages show and do."""

from typing import Any

from fastapi import APIRouter, Depends
from fastapi.security import HTTPBearer

from rashomon.web.api import decisions, describing, entries, figures, incidents, reports, shapes
from rashomon.web.tags import tagged

PREFIX = "/api/v1"
_TELLS = {
    400: "A value cannot be meant; the message says which and why.",
    401: "Nobody is signed in, or the token is unknown, expired or revoked.",
    403: "The visitor may not do this, or another site's page sent it.",
    404: "It names something that is not there; the message names what is near.",
    422: "The request has parts that cannot be used; each is in `details`.",
    500: "The program failed, or the ledger does not fit its own hashes.",
    503: "The database cannot be reached or written now: try again.",
}
_NOT_MODIFIED: dict[int | str, dict[str, Any]] = {304: {"description": "As named in If-None-Match: nothing new."}}
_OVERTAKEN: dict[int | str, dict[str, Any]] = {
    409: {"model": shapes.Error, "description": "Somebody decided on the same after you looked; the message says what."}
}
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": shapes.Error, "description": words} for status, words in _TELLS.items()
}
_token = HTTPBearer(auto_error=False, description="A token of your account's page, or of `rashomon accounts token`.")

router = APIRouter(prefix=PREFIX, responses=_ERRORS, dependencies=[Depends(_token)])
for _part in (incidents.router, reports.router, figures.router, decisions.reading, entries.open_router, entries.router):
    router.include_router(_part, dependencies=[Depends(tagged)], responses=_NOT_MODIFIED)
router.include_router(decisions.writing, responses=_OVERTAKEN)
router.include_router(describing.router)

__all__ = ["PREFIX", "router"]
