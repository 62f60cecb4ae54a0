"""Datelines: "BAGHDAD, Aug. 25 (Xinhua) --" tells where the report was filed, not where something happened."""

import re
from collections.abc import Mapping
from functools import lru_cache

from rashomon.records import Layout, Paragraph, Parse

# A place, perhaps a country and a day, perhaps an agency in brackets, then a dash or a bracket.
_DATELINE = re.compile(
    r"\W{0,2}(?P<place>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:, (?:[A-Z][\w.'’-]*\s?){1,4})?"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?)?"
    r"(?: ?[(/](?P<agency>[A-Z][\w .'’&-]{1,30})[)/])?\s?(?P<mark>[-–—:]{1,2}|$)\s"
)
LONGEST = 90  # characters


# An entry of a list: "* KIRKUK - ...", "May 24, Divundu: ...", "Tuesday 23. Tocache: ...", "1 March: Sicuani. ...".
_HEAD = re.compile(
    r"[\W_]{0,3}(?P<head>(?:[^\s.:]+[.,]? ){0,7}[^\s.:]+)(?: ?[:–—]| -{1,2}) (?P<place>(?:[A-Z][\w'’-]+ ?){1,3}\. )?\S"
)
# An entry of a live page: "16:05 - ...", "9.50 am: ...", "18:31 GMT ...".
_CLOCK = re.compile(r"\W{0,3}(?P<head>\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)(?: ?[-–—:]{1,2})? \W?[A-Z]")
# An entry that opens with its place alone: "Amhara. Fighting spread ...".
_PLACE = re.compile(r"[\W_]{0,3}(?P<head>(?:[A-Z][\w'’-]+ ?){1,3})\. [A-Z]")
LEAST_ENTRIES = 3
LONGEST_HEAD = 40  # characters
_ENTRIES = (Layout.BODY, Layout.SUBTITLE)


@lru_cache(maxsize=2)
def entry_heads(parse: Parse) -> Mapping[int, tuple[int, int]]:
    """The heads of entries in a report that is told as a list: by paragraph, half-open offsets.

    The day and the place in such a head are those of what its paragraph tells. Empty for fewer than LEAST_ENTRIES
    heads of one form: one is a dateline, two may be anything.
    """
    found: dict[int, tuple[int, int]] = {}
    for form in (_HEAD, _PLACE):
        heads = {p.i: span for p in parse.paragraphs if (span := _head(parse, p, form)) is not None}
        found |= {i: span for i, span in heads.items() if len(heads) >= LEAST_ENTRIES and i not in found}
    return found


@lru_cache(maxsize=2)
def clock_heads(parse: Parse) -> Mapping[int, tuple[int, int]]:
    """The hours that head the entries of a live page: by paragraph, half-open offsets; empty where there are few."""
    heads = {p.i: span for p in parse.paragraphs if (span := _head(parse, p, _CLOCK)) is not None}
    return heads if len(heads) >= LEAST_ENTRIES else {}


def _head(parse: Parse, paragraph: Paragraph, form: re.Pattern[str]) -> tuple[int, int] | None:
    match = form.match(parse.text, paragraph.start, min(paragraph.end, paragraph.start + LONGEST))
    if not match or paragraph.layout not in _ENTRIES:
        return None
    head = match["head"]
    begins = head[0].isupper() or head[0].isdigit()
    if not begins or ")" in head or len(head) > LONGEST_HEAD:
        return None
    if form is _HEAD and match["place"]:
        return match.start("head"), match.end("place")
    return match.start("head"), match.end("head")


def dateline_end(opening: str) -> int:
    """Where the dateline ends that a paragraph opens with; 0 without one. "ADEN, Oct 9 (AFP) - Two ..." gives 20."""
    match = _DATELINE.match(opening[:LONGEST])
    filed = match and match["mark"] and (match["agency"] or (match["place"].isupper() and len(match["place"]) > 2))
    return match.end() if match and filed and len(opening) > match.end() else 0


@lru_cache(maxsize=2)  # every stage of a report asks
def datelines(parse: Parse) -> tuple[tuple[int, int], ...]:
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
    return tuple(found)
