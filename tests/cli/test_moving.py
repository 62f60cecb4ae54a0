"""A whole ledger moved, made anew, or relieved of a report: `copy`, `bundle`, `open`, `rebuild`, `redact`."""

import zipfile
from pathlib import Path

import pytest
from tests.by_hand import FIRST
from tests.conftest import Places
from tests.ledger.test_verifying import meddle
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.ledger import Ledger


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="rashomon")


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RASHOMON_LEDGER", raising=False)


def everything(location: str) -> tuple[object, ...]:
    with Ledger.open(location, create=False) as ledger:
        assert ledger.verify() == []
        return tuple(ledger.entries()), tuple(ledger.incidents()), tuple(ledger.each_incident())


def test_a_copy_is_equal_and_verifies(small_ledger: Ledger, places: Places) -> None:
    result = run("copy", small_ledger.location, places("copy"))
    assert result.exit_code == 0
    head = small_ledger.head()
    assert head
    assert "4 entries, every hash fits" in result.stdout
    assert result.stdout.rstrip().endswith(f"{head.number}:{head.digest}")
    assert everything(places("copy")) == everything(small_ledger.location)


def test_a_copy_never_goes_over_another_ledger(small_ledger: Ledger, places: Places) -> None:
    assert run("copy", small_ledger.location, places("copy")).exit_code == 0
    before = everything(places("copy"))
    again = run("copy", small_ledger.location, places("copy"))
    assert again.exit_code == 2
    assert "holds 4 entries: give a new one" in again.stderr
    assert everything(places("copy")) == before


def test_a_copy_of_a_damaged_ledger_leaves_nothing_behind(small_ledger: Ledger) -> None:
    meddle(small_ledger, "UPDATE entry SET payload = replace(payload, 'killed four', 'killed nine') WHERE number = 1")
    assert run("copy", small_ledger.location, "copy.db").exit_code == 4
    assert run("copy", "none.db", "copy.db").exit_code == 2
    assert [found.name for found in Path().iterdir() if found.name.startswith("copy")] == []


def test_a_bundle_is_opened_as_an_equal_ledger(small_ledger: Ledger, places: Places) -> None:
    bundled = run("bundle", "all.zip", "--ledger", small_ledger.location)
    assert bundled.exit_code == 0
    assert "README.txt" in zipfile.ZipFile("all.zip").namelist()
    result = run("open", "all.zip", "--ledger", places("opened"))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == bundled.stdout.splitlines()[-1]
    assert everything(places("opened")) == everything(small_ledger.location)


def test_a_bundle_never_goes_over_a_file(small_file: Ledger) -> None:
    result = run("bundle", small_file.location, "--ledger", small_file.location)
    assert result.exit_code == 2
    assert "is there already" in result.stderr
    assert everything(small_file.location)


@pytest.mark.parametrize(("content", "status"), [(None, 2), (b"no zip", 2), (b"cut", 2), (b"altered", 4)])
def test_what_is_no_whole_bundle_is_refused_and_makes_no_ledger(
    small_ledger: Ledger, content: bytes | None, status: int
) -> None:
    assert run("bundle", "good.zip", "--ledger", small_ledger.location).exit_code == 0
    if content == b"cut":
        content = Path("good.zip").read_bytes()[:-200]
    if content == b"altered":
        with zipfile.ZipFile("good.zip") as good, zipfile.ZipFile("bad.zip", "w") as bad:
            for name in good.namelist():
                bad.writestr(name, good.read(name).replace(b"four people", b"nine people"))
    elif content is not None:
        Path("bad.zip").write_bytes(content)
    result = run("open", "bad.zip", "--ledger", "opened.db")
    assert (result.exit_code, result.stdout) == (status, "")
    assert len(result.stderr.splitlines()) == 1
    assert [found.name for found in Path().iterdir() if found.name.startswith("opened")] == []


def test_rebuilt_tables_are_the_same(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location)
    first = run("rebuild", *where)
    assert first.exit_code == 0
    assert "made anew from 4 entries: " in first.stdout
    before = everything(small_ledger.location)
    assert run("rebuild", *where).stdout == first.stdout
    assert everything(small_ledger.location) == before


def test_a_withdrawn_report_is_gone_from_the_file_and_the_rest_verifies(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location)
    result = run("redact", FIRST.id, "--why", "a witness is in danger", "--by", "ada", *where)
    assert result.exit_code == 0
    assert result.stdout.startswith("ada withdrew r-first (entry 5). The ledger now holds ")
    assert "copies, bundles and backups" in result.stdout
    assert run("verify", *where).exit_code == 0
    shown = run("report", FIRST.id, *where)
    assert shown.exit_code == 2
    assert "withdrawn" in shown.stderr
    small_ledger.close()
    if "://" not in small_ledger.location:
        assert b"killed four people" not in Path(small_ledger.location).read_bytes()


@pytest.mark.parametrize("arguments", [("r-first",), ("r-first", "--why", " "), ("r-none", "--why", "court order"), ()])
def test_a_withdrawal_needs_a_report_and_a_reason(small_ledger: Ledger, arguments: tuple[str, ...]) -> None:
    before = small_ledger.head()
    assert run("redact", *arguments, "--ledger", small_ledger.location).exit_code == 2
    assert small_ledger.head() == before


def test_on_a_terminal_a_withdrawal_is_asked_about(small_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.cli.redact.on_a_terminal", lambda: True)
    command = ("redact", FIRST.id, "--why", "court order", "--ledger", small_ledger.location)
    refused = run(*command, stdin="n\n")
    assert refused.exit_code != 0
    assert "Jetty struck" in refused.stdout
    assert small_ledger.report(FIRST.id) == FIRST
    assert run(*command, stdin="y\n").exit_code == 0
