"""Datelines: "BAGHDAD, Aug. 25 (Xinhua) --" tells where the report was filed, not where something happened."""

import re

from rashomon.records import Layout, Parse

# A place, perhaps a country and a day, perhaps an agency in brackets, then a dash or a bracket.
_DATELINE = re.compile(
    r"\W{0,2}(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, (?:[A-Z][\w.'’-]*\s?){1,4})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)?"
    r"(?: ?[(/](?P<agency>[A-Z][\w .'’&-]{1,30})[)/])?\s?(?P<mark>[-–—:]{1,2}|$)\s"
)
LONGEST = 90  # characters


# An entry of a list: "* KIRKUK - ...", "May 24, Divundu: ...", "Tuesday 23. Tocache: ...".
_HEAD = re.compile(r"[\W_]{0,3}(?P<head>(?:[^\s.:]+[.,]? ){0,7}[^\s.:]+)(?: ?[:–—]| -{1,2}) \S")
LEAST_ENTRIES = 3
_ENTRIES = (Layout.BODY, Layout.SUBTITLE)


def entry_heads(parse: Parse) -> dict[int, tuple[int, int]]:
    """The heads of entries in a report that is told as a list: by paragraph, half-open offsets.

    The day and the place in such a head are those of what its paragraph tells. Empty for fewer than LEAST_ENTRIES
    heads: one is a dateline, two may be anything.
    """
    found = {}
    for paragraph in parse.paragraphs:
        match = _HEAD.match(parse.text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST))
        if (
            paragraph.layout in _ENTRIES
            and match
            and match["head"][0].isupper()
            and ")" not in match["head"]
            and match.end("head") - match.start("head") <= LONGEST_HEAD
        ):
            found[paragraph.i] = (match.start("head"), match.end("head"))
    return found if len(found) >= LEAST_ENTRIES else {}


LONGEST_HEAD = 40  # characters


def datelines(parse: Parse) -> list[tuple[int, int]]:
    """The datelines that open paragraphs, as half-open offsets, in the order of the text."""
    found = []
    entries = entry_heads(parse)
    for paragraph in parse.paragraphs:
        if paragraph.i in entries:
            continue
        opening = parse.text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST)]
        match = _DATELINE.match(opening)
        if match and (match["agency"] or match["place"].isupper() or "—" in match["mark"]):
            found.append((paragraph.start, paragraph.start + match.end()))
        else:
            agency = re.match(r"[^.()]{3,40} ?\([A-Z][\w .'’&-]{1,30}\) ", opening)
            if agency:
                found.append((paragraph.start, paragraph.start + agency.end()))
    return found
