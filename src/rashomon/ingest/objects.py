"""Reports as JSON objects: the desk's own, and those that news crawlers write."""

import json
from collections.abc import Mapping
from typing import Any

from rashomon.ingest.draft import Draft
from rashomon.ingest.outcome import Note, Refused, Trouble

# What crawlers call a field, the first that is there and not empty.
_TEXT = ("maintext", "text", "body", "content")
_OUTLET = ("outlet", "source", "publisher", "sitename", "source_domain")
_PUBLISHED = ("published", "date_publish", "date", "publish_date")
_OF_CRAWLERS = frozenset({"maintext", "date_publish", "source_domain", "date_download"})


def parsed(text: str) -> Any:
    """The JSON value that a text holds; raises Refused where it is cut off or not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        rest = text[error.pos :].strip()
        cut = not rest or "Unterminated string" in error.msg
        at = f"line {error.lineno}, column {error.colno}"
        if cut:
            raise Refused(Trouble.TRUNCATED, f"is JSON that ends in the middle ({at}); fetch it again") from error
        raise Refused(Trouble.MALFORMED, f"is not JSON at {at} ({error.msg}); correct it there") from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, brackets nested a thousand deep
        raise Refused(Trouble.MALFORMED, f"is JSON that no report needs ({error}); leave it out") from error


def draft_of(value: Any, notes: tuple[Note, ...] = ()) -> Draft:
    """The draft of one JSON object: `{"report": {...}}`, a bare report, or a crawler's article.

    Raises Refused where it is no object with a text.
    """
    if not isinstance(value, Mapping):
        raise Refused(Trouble.MALFORMED, "is JSON but no object; give one report as {...}")
    report = value.get("report", value)
    if not isinstance(report, Mapping):
        raise Refused(Trouble.MALFORMED, "has a `report` that is no object; give its fields as {...}")
    crawled = report is value and (bool(_OF_CRAWLERS & report.keys()) or "published" not in report)
    text = _first(report, _TEXT)
    if text is None:
        raise Refused(Trouble.NO_TEXT, "has neither `text` nor `maintext`; give the report's words there")
    return Draft(
        text=text,
        title=_first(report, ("title",)),
        outlet=_first(report, _OUTLET),
        published=_first(report, _PUBLISHED),
        url=_first(report, ("url",)),
        id=_first(report, ("id",)),
        language=_first(report, ("language",)),
        as_published=not crawled,
        notes=notes,
    )


def _first(report: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = report.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, bool) or not isinstance(value, str | int):
            kind = type(value).__name__
            raise Refused(Trouble.MALFORMED, f"has a `{name}` that is a {kind}; it must be a string")
        return str(value)
    return None
