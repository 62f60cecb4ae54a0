"""The examples: read whole, short, and in every format that is read."""

from pathlib import Path

from rashomon.ingest import Ingested, ingest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_the_examples_are_read_without_a_complaint_and_in_every_format() -> None:
    found = list(ingest([EXAMPLES]))
    assert all(isinstance(outcome, Ingested) for outcome in found), [str(o) for o in found]
    suffixes = {Path(outcome.source.path).suffix for outcome in found}
    assert suffixes == {".txt", ".json", ".jsonl", ".html"}


def test_one_example_is_undated_and_none_is_long() -> None:
    reports = [outcome.report for outcome in ingest([EXAMPLES]) if isinstance(outcome, Ingested)]
    assert len(reports) == 11
    assert [report.published for report in reports].count(None) == 1
    assert all(120 <= len(report.text.split()) <= 250 for report in reports)
