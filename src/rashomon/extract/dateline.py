"""Datelines: "BAGHDAD, Aug. 25 (Xinhua) --" tells where the report was filed, not where something happened."""

import re

from rashomon.records import Parse

# A place, perhaps a country and a day, perhaps an agency in brackets, then a dash or a bracket.
_DATELINE = re.compile(
    r"\W{0,2}(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, (?:[A-Z][\w.'’-]*\s?){1,4})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)?"
    r"(?: ?[(/](?P<agency>[A-Z][\w .'’&-]{1,30})[)/])?\s?(?P<mark>[-–—:]{1,2}|$)\s"
)
LONGEST = 90  # characters


def datelines(parse: Parse) -> list[tuple[int, int]]:
    """The datelines that open paragraphs, as half-open offsets, in the order of the text."""
    found = []
    for paragraph in parse.paragraphs:
        opening = parse.text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST)]
        match = _DATELINE.match(opening)
        if match and (match["agency"] or match["place"].isupper() or "—" in match["mark"]):
            found.append((paragraph.start, paragraph.start + match.end()))
        else:
            agency = re.match(r"[^.()]{3,40} ?\([A-Z][\w .'’&-]{1,30}\) ", opening)
            if agency:
                found.append((paragraph.start, paragraph.start + agency.end()))
    return found
