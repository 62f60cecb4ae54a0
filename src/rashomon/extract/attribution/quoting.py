"""Whole quotations for their speakers: across sentences, around the cue, and over paragraphs that go on without one.

The rules for one sentence find the cue and the part of a quotation that stands beside it. Here each quotation of the
text goes, whole, to one attribution: the one that holds part of it; else the one whose quotation stands before it in
the same paragraph ("...," he said. "..."); else, where the paragraph before ends in an open quotation or this
paragraph is a quotation and nothing else, the one that has the last quotation there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.attribution.quotes import Quotation, Quoted
from rashomon.extract.attribution.records import Attribution
from rashomon.records import Paragraph, Parse, Span

_LEAST_WORDS = 4  # shorter ones name or doubt a thing, and are nobody's speech
_MARKED = re.compile(r"(\w*)[.!?]+(?=\s|$)")
_LONGEST_SHORTENED = 4  # letters: "Wash.", "Brig.", not "Monday."
_WHOLLY = 0.9  # share of a paragraph in quotation marks that makes it a quotation and nothing else


def with_quotations(parse: Parse, quoted: Quoted, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the whole of the quotations that are theirs; those within another's speech as they were."""
    paragraphs = _Paragraphs(parse.paragraphs)
    owned: dict[int, list[Quotation]] = {}
    last_owner, last_quotation = -1, None
    cursor = 0
    for quotation in quoted.outer:
        short = len(parse.text[quotation.start : quotation.end].split()) < _LEAST_WORDS
        while cursor < len(attributions) and attributions[cursor].cue.end < quotation.start - _FAR:
            cursor += 1
        owner = _holder(attributions, cursor, quotation, all_of_it=short)
        if short and owner < 0:
            continue
        if owner < 0 and last_quotation is not None and _goes_on(parse, paragraphs, last_quotation, quotation):
            owner = last_owner
        if owner >= 0:
            owned.setdefault(owner, []).append(quotation)
        last_owner, last_quotation = owner, quotation
    return [_extended(parse, a, owned.get(i, [])) for i, a in enumerate(attributions)]


_FAR = 1_000  # characters between a quotation and the cue of its speaker


def _holder(attributions: Sequence[Attribution], cursor: int, quotation: Quotation, *, all_of_it: bool) -> int:
    """The attribution outside of the quotation that holds the most of it; -1 for none.

    all_of_it: only one of whose content the quotation makes a whole piece.
    """
    best, most = -1, 0
    for i in range(cursor, len(attributions)):
        attribution = attributions[i]
        if attribution.cue.start > quotation.end + _FAR:
            break
        if quotation.start <= attribution.cue.start < quotation.end:
            continue
        pieces = [(c, max(0, min(c.end, quotation.end) - max(c.start, quotation.start))) for c in attribution.content]
        if all_of_it and not any(part and part >= _WHOLLY * len(c) for c, part in pieces):
            continue
        shared = sum(part for _, part in pieces)
        if shared > most and attribution.speakers:
            best, most = i, shared
    return best


class _Paragraphs:
    """Finds the paragraph of an offset, asked in the order of the text."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._at = 0

    def at(self, offset: int) -> int:
        while self._at + 1 < len(self._paragraphs) and self._paragraphs[self._at].end <= offset:
            self._at += 1
        while self._at > 0 and self._paragraphs[self._at].start > offset:
            self._at -= 1
        return self._at

    def share(self, number: int, quotation: Quotation) -> float:
        """How much of the paragraph the quotation fills, 0 to 1."""
        paragraph = self._paragraphs[number]
        return (quotation.end - quotation.start) / max(1, paragraph.end - paragraph.start)


def _goes_on(parse: Parse, paragraphs: _Paragraphs, before: Quotation, quotation: Quotation) -> bool:
    """True where a quotation without a cue of its own goes on with the one before."""
    one, two = paragraphs.at(before.start), paragraphs.at(quotation.start)
    if one == two:
        between = parse.text[before.end : quotation.start]
        return len(between) < _FAR and sum(not _shortened(m.group(1)) for m in _MARKED.finditer(between.rstrip())) <= 1
    return two == one + 1 and (not before.closed or paragraphs.share(two, quotation) >= _WHOLLY)


def _shortened(word: str) -> bool:
    """True for "Gen" and "J", whose full stop ends no sentence."""
    return word[:1].isupper() and len(word) <= _LONGEST_SHORTENED


def _extended(parse: Parse, attribution: Attribution, quotations: Sequence[Quotation]) -> Attribution:
    ranges = [(c.start, c.end) for c in attribution.content]
    for quotation in quotations:
        ranges.append((quotation.start, quotation.end))
    if not quotations:
        return attribution
    joined: list[list[int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    cue = attribution.cue
    spans = [Span.of(parse.text, start, end) for start, end in joined if not start <= cue.start < end]
    return replace(attribution, content=tuple(spans)) if spans else attribution
