"""The examples from files to every export: the same whatever the order in which they came."""

import re
from pathlib import Path

import pytest
from tests.conftest import Places
from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.ingest import Ingested, ingest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMATS = ("desk", "csv", "geojson")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments), prog_name="rashomon")
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def ledger(lasting_places: Places) -> str:
    where = lasting_places("whole")
    run("build", str(EXAMPLES), "--ledger", where)
    return where


def test_the_order_of_the_reports_changes_nothing(ledger: str, places: Places) -> None:
    backwards = places("backwards")
    first, *others = sorted(map(str, EXAMPLES.iterdir()), reverse=True)
    run("build", first, "--ledger", backwards)
    run("build", *others, "--ledger", backwards)
    for kind in FORMATS:
        assert run("export", "--format", kind, "--ledger", ledger) == run(
            "export", "--format", kind, "--ledger", backwards
        )
    assert run("incidents", "--ledger", ledger) == run("incidents", "--ledger", backwards)


def test_every_incident_and_every_report_can_be_shown(ledger: str) -> None:
    table = run("incidents", "--ledger", ledger)
    handles = re.findall(r"^i-\w+", table, re.MULTILINE)
    assert len(handles) >= 5
    for handle in handles:
        shown = run("show", handle, "--ledger", ledger)
        assert "in which report" in shown or "No report makes a claim" in shown
    shown = run("show", handles[0], "--all", "--ledger", ledger)
    for report in re.findall(r"\[([\w-]+)\]", shown):
        assert report in run("report", report, "--ledger", ledger)


def test_the_strike_that_four_reports_tell_of_is_one_incident(ledger: str) -> None:
    table = run("incidents", "--since", "2024-05-13", "--until", "2024-05-13", "--ledger", ledger)
    (row,) = [row for row in table.splitlines() if row.startswith("i-")]
    shown = run("show", row.split()[0], "--ledger", ledger)
    assert "Okavango Front" in shown
    assert len(set(re.findall(r"\[([\w-]+)\]", shown))) >= 3
    assert "The Namibian army" in shown or "the Namibian army" in shown


def test_an_undated_report_says_what_is_known_of_its_day(ledger: str) -> None:
    (found,) = ingest([EXAMPLES / "nkurenkuru-undated.txt"])
    assert isinstance(found, Ingested)
    shown = run("report", found.report.id, "--ledger", ledger)
    assert "day of publication not known" in shown
    assert "of an unknown week" in shown
    assert run("verify", "--ledger", ledger).startswith("All is well")
