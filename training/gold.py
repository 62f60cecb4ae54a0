"""The desk's annotations laid over our findings: which unit belongs to which annotated incident."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import parsed, report_of, scorer
from rashomon.extract import Findings
from rashomon.extract.events import Modality
from rashomon.extract.splitting.units import Unit
from rashomon.pipeline import findings_of


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report with its gold record and our findings. weight: how much its decisions count in a fit."""

    record: dict[str, Any]
    findings: Findings
    weight: float = 1.0

    @property
    def mentions(self) -> list[dict[str, Any]]:
        """The gold mentions."""
        return list(self.record["mentions"])


DESK_WEIGHT = 2.0  # real and realistic reports beside invented ones; 1, 2 and 3 were tried, files left out


def annotated(records: Iterable[dict[str, Any]], weight: float = 1.0) -> list[Annotated]:
    """These gold records with our findings."""
    found = []
    for record in records:
        report = report_of(record)
        found.append(Annotated(record, findings_of(report, parsed(report.text, report.title)), weight))
    return found


def allowed(example: Annotated, segment: Sequence[Unit]) -> tuple[set[int], bool]:
    """The gold mentions (by index) that a segment may tell of, and whether it may tell of none.

    Words within a quote tell of that incident. Outside of all quotes, what repeats a gold claim tells of its incident;
    a figure or a blame that no gold claim has, and words of habits, plans and counts, tell of none. Other words, in a
    sentence that quotes one incident, tell of it or of none; else of any told already (no number) or of none.
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
    said, repeated = _repeats(example, segment)
    if repeated:
        return repeated, True
    if said or (not touching and any(_generic(unit) for unit in segment)):
        return {NO_INCIDENT}, True
    return touching, True


NO_INCIDENT = -2  # no mention has this index: only "none" is right


def _repeats(example: Annotated, segment: Sequence[Unit]) -> tuple[bool, set[int]]:
    """Whether a segment makes claims, and the gold mentions that have one of them."""
    found = example.findings
    tolls = [found.tolls[n] for unit in segment for n in unit.tolls]
    blames = [found.blames[n] for unit in segment for n in unit.blames]
    claims: list[dict[str, object]] = [
        {"about": t.about, "stance": t.stance, "low": t.low, "high": t.high} for t in tolls
    ]
    claims += [{"about": b.about, "stance": b.stance, "actor": b.actor} for b in blames]
    same = scorer().same_value
    repeated = {
        number
        for number, mention in enumerate(example.mentions)
        if any(same(g, c) for g in mention.get("claims", []) for c in claims)
    }
    return bool(claims), repeated


def _generic(unit: Unit) -> bool:
    return (
        bool(unit.counted)
        or any(t.period for t in unit.times)
        or (unit.event is not None and unit.event.modality is not Modality.REAL)
    )
