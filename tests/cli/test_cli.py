"""The commands: what they print, what they say of bad input, and the status they end with."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.ledger.test_verifying import meddle
from typer.testing import CliRunner, Result

from rashomon import __version__, pipeline
from rashomon.cli import app
from rashomon.cli.report import STYLES
from rashomon.errors import BadInput
from rashomon.ledger import Ledger
from rashomon.records import Reading, Report
from rashomon.views import MarkKind
from rashomon.who.catalogue import COLUMNS, extended, read_actors

COMMANDS = (
    *("build", "incidents", "show", "report", "search", "history", "export"),
    *("queue", "judge", "review", "redact"),
    *("verify", "copy", "bundle", "open", "rebuild"),
)
BODY = "A drone killed four people at Rundu on Monday, a nurse said.\n"


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RASHOMON_LEDGER", location)


@pytest.fixture
def reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds nothing, at once: these tests are of the command."""

    def read(report: Report) -> Reading:
        return Reading(report.id, report.digest, pipeline.READER)

    monkeypatch.setattr(pipeline, "READ", read)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="rashomon")


def lines(text: str) -> Sequence[str]:
    return text.splitlines()


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_examples(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"rashomon {command}" in result.stdout
    assert "--ledger" in result.stdout or command == "copy"


def test_the_version_and_the_list_of_commands() -> None:
    assert run("--version").stdout == f"rashomon {__version__}\n"
    found = run("--help").stdout
    assert all(command in found for command in COMMANDS)


def test_help_answers_without_loading_the_reader() -> None:
    code = "import sys; import rashomon.cli; print({'spacy', 'sqlalchemy', 'numpy', 'trafilatura'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "set()\n"


def test_a_command_that_does_not_exist_is_a_usage_error() -> None:
    assert run("guess").exit_code == 2
    assert run("build").exit_code == 2


@pytest.mark.parametrize("command", [("incidents",), ("show", "i-1"), ("report", "r"), ("verify",)])
def test_a_ledger_that_is_not_there_is_one_message(command: tuple[str, ...]) -> None:
    result = run(*command, "--ledger", "none.db")
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(lines(result.stderr)) == 1
    assert "none.db" in result.stderr
    assert not Path("none.db").exists()


@pytest.mark.usefixtures("reads_nothing")
def test_a_build_names_what_it_passes_over_and_goes_on(location: str) -> None:
    Path("in").mkdir()
    Path("in/good.txt").write_text(f"title: Jetty struck\npublished: 2024-05-14\n\n{BODY}")
    Path("in/cut.json").write_text('{"title": "Jetty')
    Path("in/late.txt").write_text(f"title: Jetty struck again\npublished: 2999-01-01\n\n{BODY}")
    result = run("build", "in", "--ledger", location)
    assert result.exit_code == 1
    assert result.stdout == f"2 reports added. {location} holds 0 incidents.\n"
    assert [line.split(": ")[0] for line in lines(result.stderr)[:2]] == ["in/cut.json", "in/late.txt"]
    assert "1 input passed over" in result.stderr
    assert run("verify", "--ledger", location).exit_code == 0


@pytest.mark.usefixtures("reads_nothing")
def test_a_second_build_adds_only_what_is_new(location: str) -> None:
    Path("one.txt").write_text(f"title: Jetty struck\npublished: 2024-05-14\nid: one\n\n{BODY}")
    assert run("build", "one.txt").exit_code == 0
    again = run("build", "one.txt")
    assert (again.exit_code, again.stdout) == (0, f"0 reports added, 1 known already. {location} holds 0 incidents.\n")
    Path("one.txt").write_text(f"title: Jetty struck\npublished: 2024-05-14\nid: one\n\nCorrected. {BODY}")
    assert "1 revised" in run("build", "one.txt").stdout
    assert "2 revisions are kept" in run("report", "one").stdout


@pytest.mark.usefixtures("reads_nothing")
def test_published_dates_the_undated_and_stdin_is_read(location: str) -> None:
    assert run("build", "-", "--published", "2024-05-14", stdin=BODY).exit_code == 0
    with Ledger.open(location) as ledger:
        (report,) = ledger.reports()
    assert report.published is not None
    assert report.published.isoformat() == "2024-05-14"
    assert run("build", "-", "--published", "May", stdin=BODY).exit_code == 2


@pytest.mark.parametrize("given", ["none.txt", "empty"])
def test_nothing_to_read_makes_no_ledger(location: str, given: str) -> None:
    Path("empty").mkdir()
    result = run("build", given)
    assert result.exit_code == 2
    assert given in result.stderr
    with pytest.raises(BadInput, match="no ledger"):
        Ledger.open(location, create=False)


@pytest.mark.usefixtures("reads_nothing")
def test_where_no_ledger_is_named_it_is_a_file_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_LEDGER")
    assert run("build", "-", stdin=BODY).stdout == "1 report added. rashomon.db holds 0 incidents.\n"
    assert Path("rashomon.db").exists()


def test_an_interrupted_build_says_what_is_safe_and_is_completed_by_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        Path(f"{number}.txt").write_text(f"id: r{number}\n\n{number} {BODY}")
    seen: list[str] = []

    def read(report: Report) -> Reading:
        seen.append(report.id)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return Reading(report.id, report.digest, pipeline.READER)

    monkeypatch.setattr(pipeline, "READ", read)
    result = run("build", "0.txt", "1.txt", "2.txt")
    assert result.exit_code == 130
    assert "1 report" in result.stderr
    assert run("verify").exit_code == 0
    assert run("build", "0.txt", "1.txt", "2.txt").stdout.startswith("2 reports added, 1 known already")
    assert run("verify").exit_code == 0


def test_the_table_and_its_conditions(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location)
    table = run("incidents", *where).stdout
    assert re.search(r"i-jetty +13 May 2024 +Rundu, NA +Air/drone strike +6 \(4-6\) +\? +- +2/2", table), (
        "who only denies is no author"
    )
    assert "2 incidents." in table
    conditions: list[tuple[str, ...]] = [("--country", "na"), ("--since", "2024-05-13"), ("--near", "-17.9,19.8,20")]
    for condition in conditions:
        assert "i-jetty" in run("incidents", *condition, *where).stdout
    for condition in [("--country", "IQ"), ("--until", "2024-05-12", "--country", "NA"), ("--near", "0,0,20")]:
        assert "i-jetty" not in run("incidents", *condition, *where).stdout
    assert "1 incident." in run("incidents", "--text", "barn", *where).stdout
    for condition in [("--box=-18,19,-17,20",), ("--killed", "5+"), ("--killed", "-6"), ("--dated",), ("--placed",)]:
        assert "i-jetty" in run("incidents", *condition, *where).stdout
    for condition in [
        ("--box=-18,20,-17,21",),
        ("--killed", "7+"),
        ("--wounded", "1+"),
        ("--undated",),
        ("--unplaced",),
    ]:
        assert "i-jetty" not in run("incidents", *condition, *where).stdout
    assert "i-barn" in run("incidents", "--box=-19.5,17.5,-18.3,18", "--vague", *where).stdout
    assert run("incidents", "--text", "helicopter", *where).stdout == "No incident fits.\n"


@pytest.mark.parametrize(
    ("asked", "found"),
    [("Coast Front", True), ("coastal front", True), ("Pier Brigade", True), ("Hill Men", False)],
)
def test_an_umbrella_is_found_by_what_its_members_did(
    small_ledger: Ledger, monkeypatch: pytest.MonkeyPatch, asked: str, found: bool
) -> None:
    rows = "coast,Coast Front,umbrella,Coastal Front,,,own\nfront,Front,armed group,,,pier::,own\n"
    others = "pier,Pier Brigade,armed group,,,coast:2020:2021,own\nhill,Hill Men,armed group,,,,own\n"
    known = extended(read_actors(",".join(COLUMNS) + "\n" + rows + others, "by hand"))
    for module in ("rashomon.who.find", "rashomon.who.catalogue", "rashomon.views.asked"):
        monkeypatch.setattr(f"{module}.catalogue", lambda: known)
    shown = run("incidents", "--actor", asked, "--ledger", small_ledger.location).stdout
    assert ("i-jetty" in shown) is found


@pytest.mark.parametrize(
    "condition",
    [
        ("--box", "1,2,3"),
        ("--killed", "many"),
        ("--country", "Iraq"),
        ("--since", "May"),
        ("--near", "Rundu"),
        ("--near", "Xyzzyq,5"),
    ],
)
def test_a_condition_that_cannot_be_meant_is_explained(small_ledger: Ledger, condition: tuple[str, str]) -> None:
    result = run("incidents", *condition, "--ledger", small_ledger.location)
    assert result.exit_code == 2
    assert condition[0] in result.stderr or condition[1].split(",")[0] in result.stderr


def test_words_are_searched_in_the_texts_of_reports(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location)
    shown = run("search", "NURSES drone", *where).stdout
    assert "Northern Dispatch, 14 May 2024 [r-first]" in shown
    assert "killed four people at Rundu" in re.sub(r"\s+", " ", shown)
    assert shown.endswith("1 report\n")
    assert run("search", "rundu", "--most", "1", *where).stdout.endswith(
        "1 report; more hold them: rashomon search --most 5\n"
    )
    assert run("search", "rundu", "--as-of", "2024-05-14", *where).stdout.endswith("1 report\n")
    assert run("search", "helicopter", *where).stdout == "0 reports\n"
    assert run("search", "!", *where).exit_code == 2


def test_the_table_as_json(small_ledger: Ledger) -> None:
    rows = json.loads(run("incidents", "--json", "--ledger", small_ledger.location).stdout)
    assert [row["id"] for row in rows] == ["i-jetty", "i-barn"]
    assert rows[0]["killed"] == {"low": 4, "best": 6, "high": 6}
    assert (rows[0]["first"], rows[1]["first"]) == ("2024-05-13", None)


def test_one_incident_shows_accounts_speakers_words_reports_and_reasons(small_ledger: Ledger) -> None:
    shown = run("show", "i-jetty", "--ledger", small_ledger.location).stdout
    for words in (
        "low 4, best 6, high 6",
        "the newest figure of an official source",
        "police, through Radio",
        "“A drone killed four people”",
        "Northern Dispatch [r-first]",
        "Deny it:                  Front",
        "Not aware of it:          The army",
        "A nurse says 4 killed, police say 6.",
        "both are on 13 May 2024",
        "part of i-barn",
        "one report tells them apart",
    ):
        assert words in shown, words
    assert max(len(line) for line in lines(shown)) <= 100
    assert all(line == line.rstrip() for line in lines(shown))


def test_an_incident_s_toll_under_another_rule_and_its_grade(small_ledger: Ledger) -> None:
    where = ("i-jetty", "--ledger", small_ledger.location)
    shown = " ".join(run("show", *where, "--rule", "acled").stdout.split())
    assert "low 4, best 4, high 6" in shown
    assert "the lowest figure reported (after ACLED)" in shown
    assert "after Airwars" in shown
    refused = run("show", *where, "--rule", "median")
    assert refused.exit_code == 2
    assert "origins, ucdp, acled, airwars" in refused.stderr


def test_an_unknown_incident_is_one_message(small_ledger: Ledger) -> None:
    result = run("show", "i-jettison", "--ledger", small_ledger.location)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "i-jetty" in result.stderr


def test_a_report_is_marked_in_brackets_where_there_are_no_colours(small_ledger: Ledger) -> None:
    shown = run("report", "r-second", "--ledger", small_ledger.location).stdout
    assert "[claim: [speaker: [actor: The Front]] denied" in shown or "[actor: " in shown
    assert "[where: Rundu]" in shown
    assert "by hand 1" in shown
    plain = re.sub(r"\[(?:incident \d+|[a-z]+): |\]", "", shown)
    assert "Six people were killed on 13 May at Rundu, police said, quoted by Radio Kavango." in plain
    assert set(STYLES) == {kind.value for kind in MarkKind}


def test_no_control_codes_reach_a_pipe_or_steer_a_terminal(small_ledger: Ledger) -> None:
    hostile = Report("evil", "\x1b[2J\x1b]0;owned\x07 \x9b31m Two killed.", "\x1b[31mred", outlet="a\x1bb")
    small_ledger.add_read(hostile, Reading("evil", hostile.digest, "by hand 1"))
    shown = run("report", "evil", "--ledger", small_ledger.location).stdout
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)


@pytest.mark.parametrize("kind", ["desk", "csv", "geojson"])
def test_an_export_to_a_file_is_that_to_the_screen(small_ledger: Ledger, kind: str) -> None:
    where = ("--ledger", small_ledger.location)
    printed = run("export", "--format", kind, *where)
    assert run("export", "--format", kind, "-o", "out", *where).exit_code == 0
    assert Path("out").read_bytes() == printed.stdout_bytes
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []


def test_an_export_takes_the_conditions_of_the_table(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location, "--type", "shelling/artillery/missile attack")
    table = json.loads(run("incidents", "--json", *where).stdout)
    assert [row["id"] for row in table] == ["i-barn"]
    assert json.loads(run("export", "--format", "json", *where).stdout) == table
    (line,) = run("export", "--format", "desk", *where).stdout.splitlines()
    assert [mention["incident"] for mention in json.loads(line)["mentions"]] == ["i-barn"]
    wrong = run("export", "--format", "csv", "--ledger", small_ledger.location, "--means", "rain")
    assert wrong.exit_code == 2 and "--means 'rain' is none of drone" in wrong.stderr


def test_an_export_that_cannot_be_written_says_so(small_ledger: Ledger) -> None:
    result = run("export", "--format", "csv", "-o", "no/such/folder/out.csv", "--ledger", small_ledger.location)
    assert result.exit_code == 3
    assert len(lines(result.stderr)) == 1


def test_an_export_never_goes_over_its_ledger(small_file: Ledger) -> None:
    result = run("export", "--format", "csv", "-o", small_file.location, "--ledger", small_file.location)
    assert result.exit_code == 2
    assert "is the ledger itself" in result.stderr
    assert run("verify", "--ledger", small_file.location).exit_code == 0


def test_a_csv_opens_as_a_table(small_ledger: Ledger) -> None:
    printed = run("export", "--format", "csv", "--ledger", small_ledger.location).stdout
    assert len(list(csv.DictReader(io.StringIO(printed)))) == 5


def test_verify_tells_a_damaged_ledger(small_ledger: Ledger) -> None:
    good = run("verify", "--ledger", small_ledger.location)
    assert good.exit_code == 0
    noted = good.stdout.split()[-1]
    assert run("verify", "--noted", noted, "--ledger", small_ledger.location).exit_code == 0
    assert run("verify", "--noted", f"9{noted}", "--ledger", small_ledger.location).exit_code == 4
    meddle(small_ledger, "UPDATE entry SET payload = replace(payload, 'killed four', 'killed nine') WHERE number = 1")
    result = run("verify", "--ledger", small_ledger.location)
    assert result.exit_code == 4
    assert result.stdout or result.stderr


def test_a_judgement_is_kept_and_undone(small_ledger: Ledger) -> None:
    where = ("--ledger", small_ledger.location, "--by", "ada")
    result = run("judge", "i-jetty", "i-barn", "different", "--why", "two places", *where)
    assert result.exit_code == 0
    assert result.stdout.startswith("ada: m-")
    (judgement,) = small_ledger.judgements()
    assert (judgement.verdict, judgement.by, judgement.why) == ("different", "ada", "two places")
    assert run("judge", judgement.left, judgement.right, "undo", *where).exit_code == 0
    assert small_ledger.judgements() == ()
    assert run("judge", "i-jetty", "i-jetty", "same", *where).exit_code == 2
    assert run("judge", "m-000000", judgement.right, "same", *where).exit_code == 2


def test_the_module_is_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rashomon", "incidents"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
