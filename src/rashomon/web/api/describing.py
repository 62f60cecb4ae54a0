"""The API's own description: OpenAPI for programs, and a page for people that needs nothing from elsewhere."""

import json
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse

from rashomon.web.render import page

TAGS = [
    {"name": "Incidents", "description": "What happened, as reports tell it: every fact a sourced claim."},
    {"name": "Reports", "description": "The texts, what was read from them, and counted series."},
    {"name": "Figures", "description": "Over many incidents: the overview, speakers and outlets, exports."},
    {"name": "Decisions", "description": "What waits for a person, and deciding it; every decision is an entry."},
    {"name": "Ledger", "description": "The append-only entries, and whether they fit their hashes."},
]
ABOUT = """Everything that the pages show and do.

Lists are `{"items": [...], "next": ...}`; give `next` as `cursor` for the page after, null ends. Every error is
`{"error": {"kind": ..., "message": ..., "details": [...]}}`. Answers bear an ETag: send it as If-None-Match, and 304
says that nothing has changed. `as_of=YYYY-MM-DD` looks back from a day. Decisions take `seen`, the newest entry when
you looked; 409 says what somebody decided since. Where people have accounts, send `Authorization: Bearer TOKEN`; where
nobody has and the room answers this machine alone, nothing is needed."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that the API does, as the page tells it. example, body: JSON, "" for none."""

    method: str
    path: str
    words: str
    parameters: tuple[dict[str, Any], ...]
    statuses: tuple[tuple[str, str], ...]
    body: str
    example: str

    @property
    def anchor(self) -> str:
        """Names it within the page."""
        return f"{self.method}{self.path}".replace("/", "-").replace("{", "").replace("}", "").lower()


def operations(app: FastAPI) -> dict[str, list[Operation]]:
    """What the API does, by tag, in the order of the description."""
    described = app.openapi()
    shapes = described["components"]["schemas"]
    found: dict[str, list[Operation]] = {tag["name"]: [] for tag in TAGS}
    for path, methods in described["paths"].items():
        for method, told in methods.items():
            found[told["tags"][0]].append(_operation(method.upper(), path, told, shapes))
    return found


def _operation(method: str, path: str, told: dict[str, Any], shapes: dict[str, Any]) -> Operation:
    answers = told["responses"]
    done = next(status for status in ("200", "201") if status in answers)
    return Operation(
        method=method,
        path=path,
        words=told["description"],
        parameters=tuple(told.get("parameters", ())),
        statuses=tuple((status, answer["description"]) for status, answer in answers.items()),
        body=_example(told.get("requestBody", {}).get("content", {}), shapes),
        example=_example(answers[done].get("content", {}), shapes),
    )


def _example(content: dict[str, Any], shapes: dict[str, Any]) -> str:
    """The first example of a JSON content, written to be read."""
    name = content.get("application/json", {}).get("schema", {}).get("$ref", "").rpartition("/")[2]
    return json.dumps(shapes[name]["examples"][0], indent=2, ensure_ascii=False) if name else ""


@router.get("/openapi.json")
def openapi(request: Request) -> Response:
    """The description for programs: OpenAPI 3.1 with examples."""
    return JSONResponse(request.app.openapi())


@router.get("/")
def described(request: Request) -> Response:
    """The description for people."""
    tags = {tag["name"]: tag["description"] for tag in TAGS}
    return page(request, "api.html", operations=operations(request.app), tags=tags, about=ABOUT.split("\n\n"))
