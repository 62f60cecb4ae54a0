"""The method: every rule that is in force, with the figures of the accuracy gate."""

from fastapi import APIRouter, Request, Response

from rashomon.pipeline import READER
from rashomon.views.method import method
from rashomon.web.render import page

router = APIRouter()


@router.get("/method")
def rules(request: Request) -> Response:
    """How it reads, joins, counts and keeps."""
    return page(request, "method.html", method=method(), reader=READER)
