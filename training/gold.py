"""The desk's annotations laid over our findings: which unit belongs to which annotated incident."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import gold, parsed, report_of

from rashomon.extract import Findings
from rashomon.extract.splitting.units import Unit
from rashomon.pipeline import findings_of


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report with its gold record and our findings."""

    record: dict[str, Any]
    findings: Findings

    @property
    def mentions(self) -> list[dict[str, Any]]:
        """The gold mentions."""
        return list(self.record["mentions"])


def annotated(names: Iterable[str]) -> list[Annotated]:
    """The reports of these desk files."""
    found = []
    for record in gold(names):
        report = report_of(record)
        found.append(Annotated(record, findings_of(report, parsed(report.text, report.title))))
    return found


def allowed(example: Annotated, segment: Sequence[Unit]) -> tuple[set[int], bool]:
    """The gold mentions (by index) that a segment may tell of, and whether it may tell of none.

    Words within a quote tell of that incident. Words outside of all quotes, in a sentence that quotes one incident,
    tell of it or of none; in a sentence without quotes, of any incident told already (no number) or of none.
    """
    text = example.record["report"]["text"]
    sentence = example.findings.parse.sentences[segment[0].token.sentence]
    covering: Counter[int] = Counter()
    touching: set[int] = set()
    for number, mention in enumerate(example.mentions):
        for kind, quote in enumerate([mention["quote"], *(c["quote"] for c in mention.get("claims", []))]):
            start = text.find(quote)
            end = start + len(quote)
            inside = sum(start <= unit.token.start < end for unit in segment)
            if inside:
                covering[number] = max(covering[number], inside * (3 if kind == 0 else 1))
            if start < sentence.end and sentence.start < end:
                touching.add(number)
    if covering:
        most = max(covering.values())
        return {number for number, count in covering.items() if count == most}, False
    return touching, True
