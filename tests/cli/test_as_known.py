"""What was known on a day, in every command that shows: `--as-of`; and how it came to be: `rashomon history`."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from tests.by_hand import FIRST, readings
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.ledger import Ledger
from rashomon.records import Report

BEFORE, BETWEEN, AFTER = "2024-05-01", "2024-05-14", "2024-05-15"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="rashomon")


@pytest.fixture
def where(small_ledger: Ledger) -> tuple[str, str]:
    """The small ledger, with a report of no known day beside."""
    undated = Report("r-undated", "Nothing is told here.")
    reading = readings()[0]
    small_ledger.add_read(undated, replace(reading, report=undated.id, digest=undated.digest, mentions=(), series=()))
    return "--ledger", small_ledger.location


@pytest.mark.parametrize(("day", "killed"), [(BEFORE, []), (BETWEEN, [4]), (AFTER, [4, None])])
def test_the_table_holds_only_what_was_published(where: tuple[str, str], day: str, killed: list[int | None]) -> None:
    result = run("incidents", "--json", "--as-of", day, *where)
    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert [row["killed"]["best"] for row in rows] == killed
    assert f"as of {day}: " in result.stderr
    assert "of 3 reports; 1 report of no known day left out" in result.stderr


def test_an_incident_of_today_is_found_as_it_was_then(where: tuple[str, str]) -> None:
    shown = run("show", "i-jetty", "--as-of", BETWEEN, *where)
    assert shown.exit_code == 0
    assert "low 4, best 4, high 4" in shown.stdout
    assert "Courier" not in shown.stdout
    assert "Front" not in shown.stdout
    (own,) = re.findall(r"^(i-\w+)", shown.stdout, re.MULTILINE)
    assert run("show", own, "--as-of", BETWEEN, *where).stdout == shown.stdout


@pytest.mark.parametrize("command", [("show", "i-jetty"), ("report", "r-first")])
def test_what_nobody_had_told_then_is_not_shown(where: tuple[str, str], command: tuple[str, str]) -> None:
    result = run(*command, "--as-of", BEFORE, *where)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


def test_a_report_is_shown_as_it_stood_then(small_ledger: Ledger, where: tuple[str, str]) -> None:
    later = FIRST.published and FIRST.published.replace(day=20)
    small_ledger.add_report(replace(FIRST, text=f"Corrected. {FIRST.text}", published=later))
    assert "Corrected." in run("report", FIRST.id, *where).stdout
    then = run("report", FIRST.id, "--as-of", BETWEEN, *where)
    assert "Corrected." not in then.stdout
    assert "[claim: " in then.stdout


def test_an_export_holds_only_what_was_published(where: tuple[str, str]) -> None:
    rows = csv.DictReader(io.StringIO(run("export", "--format", "csv", "--as-of", BETWEEN, *where).stdout))
    assert {row["report"] for row in rows} == {"r-first"}


def test_nothing_is_written_into_the_ledger(small_ledger: Ledger, where: tuple[str, str]) -> None:
    before = small_ledger.head()
    incidents = small_ledger.incidents()
    run("incidents", "--as-of", BETWEEN, *where)
    assert (small_ledger.head(), small_ledger.incidents()) == (before, incidents)


@pytest.mark.parametrize(
    "command", [("incidents",), ("show", "i-jetty"), ("report", "r-first"), ("export", "-f", "csv")]
)
def test_what_is_no_day_is_explained(where: tuple[str, str], command: tuple[str, ...]) -> None:
    result = run(*command, "--as-of", "yesterday", *where)
    assert result.exit_code == 2
    assert "--as-of 'yesterday' is no day; write it as YYYY-MM-DD" in result.stderr


def test_history_tells_entry_by_entry_what_changed(where: tuple[str, str]) -> None:
    assert run("judge", "i-jetty", "i-barn", "different", "--why", "two places", "--by", "ada", *where).exit_code == 0
    handle = json.loads(run("incidents", "--json", *where).stdout)[0]["id"]
    told = run("history", handle, *where)
    assert told.exit_code == 0
    order = [
        "report added, by rashomon",
        "the report r-first",
        "killed: not known, now 4",
        "the report r-second",
        "perpetrator, denies, Front",
        "killed: 4, now 4 to 6",
        "judgement, by ada",
        "different happenings: two places",
    ]
    at = [told.stdout.index(words) for words in order]
    assert at == sorted(at)
    assert re.search(r"^ +1  20\d\d-\d\d-\d\d \d\d:\d\d UTC", told.stdout, re.MULTILINE)


def test_the_history_of_no_incident_is_one_message(where: tuple[str, str]) -> None:
    result = run("history", "i-jettison", *where)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "i-jetty" in result.stderr
