"""The application: a room, its pages, its API, its files."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import Depends, FastAPI, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import Scope

from rashomon import __version__
from rashomon.web import api
from rashomon.web.api import describing
from rashomon.web.pages import PAGES, signing
from rashomon.web.problems import handle_errors
from rashomon.web.render import STATIC
from rashomon.web.room import Room
from rashomon.web.security import guarded
from rashomon.web.tags import handle_tags
from rashomon.web.visitors import sent_from_here, visitor_of


class Kept(StaticFiles):
    """Files of the pages; a browser keeps what it asked for by the hash of its content, which never changes."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, or that it has not changed."""
        answer = await super().get_response(path, scope)
        if b"v=" in scope.get("query_string", b""):
            answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return answer


def create_app(room: Room) -> FastAPI:
    """The application over a room, which it closes at its end."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        room.close()

    app = FastAPI(
        title="rashomon",
        version=__version__,
        description=describing.ABOUT,
        openapi_tags=describing.TAGS,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
        dependencies=[Depends(sent_from_here)],
    )
    app.state.room = room
    app.middleware("http")(guarded)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    handle_errors(app)
    handle_tags(app)
    for router in PAGES:
        app.include_router(router, include_in_schema=False, dependencies=[Depends(visitor_of)])
    app.include_router(api.router, dependencies=[Depends(visitor_of)])
    app.include_router(signing.router, include_in_schema=False)  # the only pages for whoever is not signed in
    app.mount("/static", Kept(directory=STATIC), name="static")
    return app
