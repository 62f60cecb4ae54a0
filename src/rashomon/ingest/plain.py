"""Plain text, with an optional header of `title:`, `outlet:`, `published:`, `url:` and `id:` lines."""

import re

from rashomon.ingest.draft import Draft
from rashomon.ingest.outcome import Note

_HEADER = re.compile(r"[ \t]*(title|outlet|published|url|id)[ \t]*:[ \t]*(.*)", re.I)


def plain(text: str, notes: tuple[Note, ...] = ()) -> Draft:
    """The draft of a plain text.

    >>> plain("title: Two killed in Kirkuk\\n\\nA bomb killed two people.").title
    'Two killed in Kirkuk'

    The header ends at the first line that is none of its own; blank lines after it are not part of the text. A field
    given twice holds what was given first, the second begins the text.
    """
    fields: dict[str, str] = {}
    rest = text.lstrip("\n \t")
    while True:
        line, _, after = rest.partition("\n")
        found = _HEADER.fullmatch(line)
        if not found or found[1].lower() in fields:
            break
        fields[found[1].lower()] = found[2].strip()
        rest = after
    body = rest.strip("\n") if fields else text
    return Draft(
        text=body,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        published=fields.get("published"),
        url=fields.get("url"),
        id=fields.get("id"),
        notes=notes,
    )
