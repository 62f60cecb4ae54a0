"""A report that a search found, with the words round what was looked for."""

import re
from dataclasses import dataclass

from rashomon.ledger.words import folded, phrases
from rashomon.records import Report

AROUND = 120  # characters on either side of the words found
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A report that holds the words. before, words, after: the first place where one of them stands."""

    report: Report
    before: str
    words: str
    after: str


def found_in(report: Report, asked: str) -> Found:
    """Where the first of the words stands, looked for as they were written; the text's beginning where none does."""
    wanted = [word for phrase in phrases(asked) for word in phrase]
    at, end = next(
        ((start, end) for start, end in _words(report.text) if folded(report.text[start:end]) in wanted), (0, 0)
    )
    before, after = max(0, at - AROUND), min(len(report.text), end + AROUND)
    return Found(report, report.text[before:at], report.text[at:end], report.text[end:after])


def _words(text: str) -> list[tuple[int, int]]:
    return [(found.start(), found.end()) for found in _WORD.finditer(text)]
