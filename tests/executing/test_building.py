"""Builds whose reports are read elsewhere."""

import pytest
from tests.conftest import Places

from rashomon.executing import Executor, in_process, pool
from rashomon.ledger import Ledger
from rashomon.pipeline import READ, build
from rashomon.records import Reading, Report


def test_a_build_in_a_pool_makes_the_same_ledger(places: Places) -> None:
    text = "A drone strike killed {} people near Rundu on Sunday, police said. The army denied it."
    reports = [Report(f"r-{number}", text.format(number)) for number in range(2, 12)]

    def made(name: str, executor: Executor) -> tuple[list[Reading], list[object]]:
        with Ledger.open(places(name)) as ledger:
            build(reports, ledger, executor=executor)
            return list(ledger.readings()), [*ledger.incidents()]

    assert made("one", in_process) == made("two", pool(2))


def test_a_build_names_the_report_that_the_reader_fails_on(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(report: Report) -> Reading:
        if report.id == "r-1":
            raise KeyError("weekday")
        return READ(report)

    monkeypatch.setattr("rashomon.pipeline.READ", failing)
    with Ledger.open(location) as ledger:
        result = build([Report("r-0", "Nothing."), Report("r-1", "Nothing at all.")], ledger)
        assert result.added == 1
        ((name, why),) = result.refused
        assert name == "r-1" and "KeyError" in why
