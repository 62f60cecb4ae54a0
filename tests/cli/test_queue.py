"""What waits for a person: `rashomon queue`, and that its commands decide it."""

import re
import shlex
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.by_hand import FIRST, SECOND, readings, reconciled
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.ledger import Ledger, claim_id
from rashomon.pipeline import decide, relink
from rashomon.records import Incident, Judgement, Reading, Verdict

FIRST_READING, SECOND_READING = readings()
JETTY, AGAIN, BARN = FIRST_READING.mentions[0], *SECOND_READING.mentions


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="rashomon")


@pytest.fixture
def where(small_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("RASHOMON_BY", "ada")
    return "--ledger", small_ledger.location


def commands(shown: str) -> list[list[str]]:
    return [shlex.split(line)[1:] for line in re.findall(r"^ +(rashomon (?:judge|review) .+)$", shown, re.MULTILINE)]


def left_unsure(ledger: Ledger) -> None:
    """The small ledger with the refused pair unsure, as both of its incidents tell it."""
    strike, barn = reconciled()
    near = (replace(strike.incident.near[0], verdict=Verdict.UNSURE, score=0.3),)
    incidents = (
        replace(strike, incident=replace(strike.incident, near=near)),
        replace(barn, incident=Incident("i-barn", (BARN.id,), (), near)),
    )
    head = ledger.head()
    ledger.replace_incidents(incidents, head.number if head else 0)


def test_where_nothing_waits_it_says_so(where: tuple[str, ...]) -> None:
    assert run("queue", *where).stdout == "Nothing waits for a decision.\n"


def test_an_unsure_pair_is_asked_once_with_its_words_and_the_commands(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    left_unsure(small_ledger)
    printed = run("queue", *where).stdout
    shown = re.sub(r"\s+", " ", printed)
    assert shown.startswith("1 pair of mentions may tell of one happening")
    assert "i-jetty and i-barn score +0.3" in shown
    assert "“a shell hit a barn”" in shown
    assert "one report tells them apart" in shown
    pair = sorted((AGAIN.id, BARN.id))
    assert [given[:4] for given in commands(printed)] == [
        ["judge", *pair, "same"],
        ["judge", *pair, "different"],
        ["judge", *pair, "unsure"],
    ]


@pytest.mark.parametrize("which", [0, 1, 2])
def test_what_is_judged_is_asked_no_more(small_ledger: Ledger, where: tuple[str, ...], which: int) -> None:
    left_unsure(small_ledger)
    decided = commands(run("queue", *where).stdout)[which]
    assert run(*decided, *where).exit_code == 0
    assert decided[1:3] not in [asked[1:3] for asked in commands(run("queue", *where).stdout)]


def test_a_review_that_a_newer_reader_left_behind_waits_until_it_is_let_go(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    name = claim_id(JETTY.id, JETTY.claims[0])
    assert run("review", name, "reject", "--why", "a rumour", *where).exit_code == 0
    small_ledger.add_reading(replace(FIRST_READING, reader="by hand 2", mentions=(replace(JETTY, claims=()),)))
    shown = run("queue", *where).stdout
    assert "1 decision left behind by a newer reading" in shown
    assert "entry 5, review by ada" in shown
    assert "a rumour" in shown
    assert "no longer says what ada reviewed" in re.sub(r"\s+", " ", shown)
    (undo,) = commands(shown)
    assert run(*undo, *where).exit_code == 0
    assert "left behind" not in run("queue", *where).stdout
    assert run("review", name, "reject", *where).exit_code == 2


def test_a_judgement_that_a_newer_reader_left_behind_waits_until_it_is_let_go(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    assert run("judge", JETTY.id, AGAIN.id, "same", "--why", "one jetty", *where).exit_code == 0
    small_ledger.add_reading(Reading(FIRST.id, FIRST.digest, "by hand 2"))
    small_ledger.add_reading(Reading(SECOND.id, SECOND.digest, "by hand 2"))
    shown = run("queue", *where).stdout
    assert "judgement by ada" in shown
    (undo,) = commands(shown)
    assert run(*undo, *where).exit_code == 0
    assert run("queue", *where).stdout == "Nothing waits for a decision.\n"


def test_no_more_pairs_are_shown_than_asked_for(small_ledger: Ledger, where: tuple[str, ...]) -> None:
    left_unsure(small_ledger)
    strike, barn = small_ledger.each_incident()
    one = strike.incident.near[0]
    other = replace(one, left=min(JETTY.id, BARN.id), right=max(JETTY.id, BARN.id), score=1.5)
    head = small_ledger.head()
    both = replace(strike, incident=replace(strike.incident, near=(one, other)))
    small_ledger.replace_incidents((both, barn), head.number if head else 0)
    shown = run("queue", "--most", "1", *where).stdout
    assert "2 pairs" in shown
    assert "score +1.5" in shown
    assert "score +0.3" not in shown
    assert "and 1 more: rashomon queue --most 2" in shown


def unchecked(ledger: Ledger) -> None:
    """The small ledger's incidents, folded from its entries: no place of the barn, one origin of the jetty."""
    first, second = readings()
    barn = replace(BARN, where=None).with_id()
    ledger.add_reading(replace(second, reader="by hand 2", mentions=(AGAIN, barn)))
    ledger.add_reading(replace(first, reader="by hand 2", mentions=(replace(JETTY, claims=JETTY.claims[:1]),)))
    at = datetime(2024, 5, 16, tzinfo=UTC)
    jetty = replace(JETTY, claims=JETTY.claims[:1]).with_id()
    for one, two in ((JETTY, AGAIN), (jetty, AGAIN), (jetty, barn), (barn, AGAIN)):
        left, right = sorted((one.id, two.id))
        if left != right:
            decide(ledger, Judgement(left, right, Verdict.DIFFERENT, "ada", at, "other incidents"))
    relink(ledger, anew=True)


@pytest.mark.parametrize(("of", "waits"), [("places", "without a place"), ("tolls", "with a toll of one origin")])
def test_incidents_that_nobody_checked_are_listed_with_their_commands(
    small_ledger: Ledger, where: tuple[str, ...], of: str, waits: str
) -> None:
    unchecked(small_ledger)
    number = int(re.findall(rf"(\d+) incidents? {waits}", run("queue", *where).stdout)[0])
    shown = run("queue", "--of", of, *where).stdout
    asked = commands(shown)
    assert len(asked) == 3 * number
    place = ["--place", "Rundu,NA", *where] if of == "places" else ["--figure", "3", *where]
    assert run(*[part.replace("...", "seen") for part in asked[0]], *where).exit_code == 0
    assert f"{number - 1} incident" in run("queue", "--of", of, *where).stdout or number == 1
    assert run("review", asked[0][1], "undo", *where).exit_code == 0
    assert run("queue", "--of", of, *where).stdout == shown
    assert run("review", asked[0][1], "amend", *place).exit_code == 0


def test_where_no_incident_waits_it_says_so(small_ledger: Ledger, where: tuple[str, ...]) -> None:
    assert run("queue", "--of", "places", *where).stdout == "Nothing waits for a decision.\n"
