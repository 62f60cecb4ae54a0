"""ETags: an answer is as good as new as long as the ledger has not grown and its incidents are the same."""

from hashlib import sha256

from fastapi import FastAPI, Request, Response

from rashomon import __version__
from rashomon.web.visitors import room_of, visitor_of

VARY = "Authorization, Cookie, Accept-Encoding"


class NotModified(Exception):
    """The browser or program has this answer already. tag: its ETag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def tag_of(request: Request) -> str:
    """The ETag of whatever this address gives this visitor now; weak, since what is sent may be packed."""
    ledger, visitor = room_of(request).ledger, visitor_of(request)
    head, folded = ledger.head(), ledger.folded()
    parts = (
        __version__,
        head.digest if head else "",
        f"{folded.at} {folded.maker}",
        f"{visitor.role} {visitor.name}",
        request.url.path,
        request.url.query,
    )
    hashed = sha256()
    for part in parts:
        value = part.encode("utf-8", "surrogatepass")
        hashed.update(len(value).to_bytes(8, "big") + value)
    return f'W/"{hashed.hexdigest()[:32]}"'


def tagged(request: Request, response: Response) -> None:
    """A dependency that puts the tag on the answer; raises NotModified for whoever has it already."""
    tag = tag_of(request)
    refuse_known(request, tag)
    response.headers.update({"ETag": tag, "Vary": VARY})


def refuse_known(request: Request, tag: str) -> None:
    """Raises NotModified where the request names this tag among those that it has."""
    known = [one.strip() for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or tag.removeprefix("W/") in known or "*" in known:
        raise NotModified(tag)


def handle_tags(app: FastAPI) -> None:
    """Makes NotModified the status 304."""

    @app.exception_handler(NotModified)
    async def known(request: Request, error: NotModified) -> Response:  # noqa: ARG001 - the interface's
        return Response(status_code=304, headers={"ETag": error.tag, "Vary": VARY})
