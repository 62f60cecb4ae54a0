"""Annotated reports as the program reads them: its own mentions, each with the gold incident that it tells of."""

from collections.abc import Iterable
from typing import Any

from desk import parsed, report_of, scorer
from rashomon.export.desk import desk_object
from rashomon.pipeline import read_parsed
from rashomon.records import Mention, Report

LEAST_ALIKE = 0.4  # what `score.py` takes for a pair


def all_of(records: Iterable[dict[str, Any]]) -> tuple[list[Mention], dict[str, Report], dict[str, str]]:
    """The mentions read in these records' reports, the reports by id, and the incident of each mention id.

    A mention that no gold mention is paired with is an incident of its own.
    """
    mentions: list[Mention] = []
    reports: dict[str, Report] = {}
    truth: dict[str, str] = {}
    score = scorer()
    for record in records:
        report = report_of(record)
        reading = read_parsed(report, parsed(report.text, report.title))
        ordered = sorted(reading.mentions, key=lambda mention: (mention.span, mention.id))
        answers = desk_object(report, reading, {})["mentions"]
        pairs = score.pair(record["mentions"], answers, score.mention_score(report.text), LEAST_ALIKE)
        told = {id(answer): gold["incident"] for gold, answer in pairs}
        reports[report.id] = report
        mentions += ordered
        truth |= {m.id: told.get(id(answer), m.id) for m, answer in zip(ordered, answers, strict=True)}
    return mentions, reports, truth
