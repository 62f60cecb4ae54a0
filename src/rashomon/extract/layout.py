"""What each paragraph is on the page: title, caption, body, correction, or furniture that nobody reads."""

import re
from collections.abc import Sequence

from rashomon.records import Layout, Paragraph

# Openings of lines that belong to the page, not to the report.
_FURNITURE = re.compile(
    r"^\W*(?:"
    + "|".join(
        (
            r"share (?:this|it|on)\b",
            r"leave a reply",
            r"your email address",
            r"required fields",
            r"back to top",
            r"read (?:more|also|next)\b",
            r"related (?:articles?|stories|topics|news|content)\W*$",
            r"more (?:from|on)\b.{0,40}$",
            r"advertisement",
            r"sign up (?:for|to)\b",
            r"subscribe\b",
            r"follow us\b",
            r"most (?:viewed|read|popular)",
            r"top stories",
            r"editor'?s'? (?:choice|pick)",
            r"click here",
            r"all rights reserved",
            r"copyright\b",
            r"©",
            r"print this",
            r"comments?\W*$",
            r"cookies?\b.{0,60}$",
            r"download (?:our|the) app",
            r"edit(?:ed|ing) by\b",
            r"\(?reporting by\b",
            r"reported by\b.{0,60};\s*editing",
            r"source:\s.{0,80}$",
            r"\d+ min(?:ute)?s? read",
            r"photo(?:graph)? (?:by|credit)\b",
            r"image (?:credit|source)\b",
            r"\(?with (?:agencies|wires|inputs from)\b",
            r"tags?:\s",
            r"updated?:? \d[^.]{0,40}$",
            r"(?:last )?(?:updated|published|posted)\b\W*(?:on\b)?.{0,50}$",
            r"by [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}\s*$",
        )
    )
    + ")",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(?:correction|clarification|editor'?s?['’]?\ note|this (?:article|story|report|version) (?:was|has been) "
    r"(?:amended|corrected|updated|edited))|\ban earlier version of this\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:\[?\(?(?:photo|picture|image|file photo|file picture|video|caption|photograph)s?\s*[:|]|\[)|"
    r"\((?:AP|AFP|Reuters|EPA|Getty|AA|Xinhua|File|AP Photo|Photo)\b[^)]{0,40}\)\W*$|"
    r"\b(?:Getty Images|AP Photo|/AFP|/Reuters|/EPA)\W*$",
    re.IGNORECASE,
)
# A photographer's line under a caption: "Khalid Mohammed,AP", "Photo: Reuters".
_CREDIT = re.compile(
    r"^\W*(?:[A-Z][\w.'-]+[ /,|]*){1,4}[,/|] ?"
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images|AA|Xinhua|TASS|ANI|PTI|dpa)\W*$"
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*\s*$")
LONGEST_HEADING = 160  # characters
LONGEST_FURNITURE = 200  # characters; a longer line says something


def layouts(text: str, lines: Sequence[tuple[int, int]], title: str | None) -> list[Paragraph]:
    """The paragraphs at these offsets with what each is. title: the report's title where it is known."""
    found: list[Paragraph] = []
    body_begun = False
    for i, (start, end) in enumerate(lines):
        words = text[start:end].strip()
        layout = _layout(
            words, title, first=not any(p.layout is Layout.TITLE for p in found), body_begun=body_begun, number=i
        )
        if found and found[-1].layout is Layout.BODY and _CREDIT.match(words):
            above = found.pop()
            found.append(Paragraph(above.i, above.start, above.end, Layout.CAPTION))
            layout = Layout.FURNITURE
        body_begun = body_begun or layout is Layout.BODY
        found.append(Paragraph(i, start, end, layout))
    return found


def _layout(words: str, title: str | None, *, first: bool, body_begun: bool, number: int) -> Layout:
    if title and first and words == title.strip():
        return Layout.TITLE
    if len(words) <= LONGEST_FURNITURE and _FURNITURE.search(words):
        return Layout.FURNITURE
    if _CORRECTION.search(words):
        return Layout.CORRECTION
    if _CAPTION.search(words):
        return Layout.CAPTION
    heading = len(words) <= LONGEST_HEADING and not _SENTENCE_END.search(words)
    if heading and first and number == 0 and not title:
        return Layout.TITLE
    if heading and not body_begun:
        return Layout.SUBTITLE
    return Layout.BODY
