"""Pages from templates: every value is escaped, every address keeps the day that the visitor looks back from."""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon import __version__, views
from rashomon.errors import BadInput
from rashomon.ledger import IncidentRow, claim_id
from rashomon.records import Interval
from rashomon.web.visitors import as_of, form_token, room_of, visitor_or_none

STATIC = Path(str(files("rashomon.web") / "static"))
_WORDING = (
    views.account_words,
    views.by_words,
    views.chain_words,
    views.cited,
    views.claim_words,
    views.days_words,
    views.figures_words,
    views.number_words,
    views.place_name,
    views.review_words,
    views.short_type,
    views.toll_words,
    claim_id,
)


def days_of(row: IncidentRow) -> str:
    """The days of a row in words."""
    return views.days_words(Interval(row.first, row.last) if row.first and row.last else None)


def place_words(row: IncidentRow) -> str:
    """The place of a row: "Rundu, Kavango East, NA"; "place not known" without one."""
    return ", ".join(dict.fromkeys(part for part in (row.place, row.admin1, row.country) if part)) or "place not known"


def counted(number: int, word: str) -> str:
    """ "1 report", "2,048 reports".

    >>> counted(1, "report")
    '1 report'
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


@lru_cache(maxsize=256)
def asset(name: str) -> str:
    """The address of a file in static/ with its content's hash; "" where the installation lacks it."""
    path = STATIC / name
    return f"/static/{name}?v={sha256(path.read_bytes()).hexdigest()[:12]}" if path.is_file() else ""


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("rashomon.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update({function.__name__: function for function in _WORDING})
    made.globals.update(
        asset=asset, counted=counted, days_of=days_of, place_words=place_words, version=__version__, own=views.OWN_VOICE
    )
    made.filters["q"] = lambda value: quote(str(value), safe="")
    return made


_TEMPLATES = _environment()


def link_of(request: Request) -> Any:
    """A function that makes addresses within the room: `link("/incidents/i-1", day="2")`."""
    day = request.query_params.get("as_of", "")

    def link(path: str, **parameters: object) -> str:
        asked = {name: str(value) for name, value in parameters.items() if value not in ("", None)}
        asked |= {"as_of": day} if day else {}
        return path + (f"?{urlencode(asked)}" if asked else "")

    return link


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """A whole page, or the part of one that a template makes."""
    try:
        day = as_of(request)
    except BadInput:  # the page that says so must stand
        day = None
    shared: Mapping[str, Any] = {
        "request": request,
        "link": link_of(request),
        "visitor": visitor_or_none(request),
        "as_of": day,
        "token": form_token(request),
        "ledger_name": room_of(request).ledger.name,
        "path": request.url.path,
        "partial": "hx-request" in request.headers,
    }
    return HTMLResponse(_TEMPLATES.get_template(template).render({**shared, **context}), status)
