"""What a person makes of a claim: `rashomon review`, and where the review is shown."""

import re
from datetime import UTC, datetime

import pytest
from tests.by_hand import FIRST, SECOND, readings
from typer.testing import CliRunner, Result

from rashomon.cli import app
from rashomon.ledger import Ledger, claim_id
from rashomon.pipeline import decide
from rashomon.records import Judgement, Ruling, Stance, Verdict

MENTION = readings()[0].mentions[0]
FOUR = MENTION.claims[0]
NAME = claim_id(MENTION.id, FOUR)
LEFT, RIGHT = sorted((MENTION.id, readings()[1].mentions[0].id))
AT = datetime(2024, 5, 16, tzinfo=UTC)
DENIAL = readings()[1].mentions[0].claims[1]
DENIAL_NAME = claim_id(readings()[1].mentions[0].id, DENIAL)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="rashomon")


@pytest.fixture
def where(small_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("RASHOMON_BY", "ada")
    return "--ledger", small_ledger.location


def test_a_report_prints_the_name_of_every_claim(where: tuple[str, ...]) -> None:
    assert f"“A drone killed four people” [{NAME}]" in run("report", FIRST.id, *where).stdout


@pytest.mark.parametrize(
    ("ruling", "kept"), [("accept", Ruling.ACCEPTED), ("reject", Ruling.REJECTED), ("note", Ruling.NOTED)]
)
def test_a_ruling_is_kept_and_shown_beside_the_claim(
    small_ledger: Ledger, where: tuple[str, ...], ruling: str, kept: Ruling
) -> None:
    result = run("review", NAME[:9], ruling, "--why", "seen in the words", *where)
    assert result.exit_code == 0
    assert result.stdout.startswith("entry 5: ada ")
    (held,) = small_ledger.reviews()
    assert (held.claim, held.review.ruling, held.review.by, held.review.why) == (FOUR, kept, "ada", "seen in the words")
    shown = run("report", FIRST.id, *where).stdout
    assert re.search(rf"\[{NAME}\]\n +review: ada {ruling}e?d.*\(seen in the words\)", shown)
    assert "4 killed" in shown
    assert not small_ledger.stale()


def test_an_amendment_stands_beside_the_claim_in_the_reports_words(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    amend = ("--figure", "5+", "--part", "--speaker", "The army", "--words", "four people", "--stance", "asserts")
    assert run("review", NAME, "amend", *amend, *where).exit_code == 0
    (held,) = small_ledger.reviews()
    amended = held.review.amended
    assert amended
    assert (amended.low, amended.high, amended.part, amended.span.quote) == (5, None, True, "four people")
    assert [speaker.name for speaker in amended.speakers] == ["The army"]
    assert amended.span.fits(FIRST.text)
    assert held.claim == FOUR
    shown = re.sub(r"\s+", " ", run("report", FIRST.id, *where).stdout)
    assert "ada amended: The army: at least 5 killed (of them people), “four people”" in shown
    assert small_ledger.verify() == []


def test_an_actor_is_amended_in_its_words_or_openly_by_the_reviewer(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    amend = ("review", DENIAL_NAME, "amend", "--stance", "claims")
    for actor, quote, rule in (
        ("The Front", "The Front", ""),
        ("Tidal Front", DENIAL.span.quote, "named by a reviewer"),
    ):
        assert run(*amend, "--actor", actor, "--speaker", "", *where).exit_code == 0
        amended = small_ledger.reviews()[-1].review.amended
        assert amended
        assert amended.actor
        assert (amended.actor.value, amended.actor.span.quote, amended.actor.rule) == (actor, quote, rule)
        assert (amended.stance, amended.speakers) == (Stance.CLAIMS, ())
    assert DENIAL.span.fits(SECOND.text)


def test_undo_takes_the_ruling_back_and_notes_stay(small_ledger: Ledger, where: tuple[str, ...]) -> None:
    for ruling in ("note", "reject", "undo"):
        assert run("review", NAME, ruling, "--why", ruling, *where).exit_code == 0
    assert [held.review.ruling for held in small_ledger.reviews()] == [Ruling.NOTED]


def test_a_whole_mention_is_reviewed(small_ledger: Ledger, where: tuple[str, ...]) -> None:
    assert run("review", MENTION.id, "reject", "--why", "a drill", *where).exit_code == 0
    (held,) = small_ledger.reviews()
    assert (held.mention, held.claim) == (MENTION.id, None)
    assert "(a drill)" in run("report", FIRST.id, *where).stdout


def test_the_review_stands_in_the_history_and_beside_the_account(where: tuple[str, ...]) -> None:
    assert run("review", NAME, "reject", "--why", "a rumour", *where).exit_code == 0
    assert "review, by ada" in run("history", "i-jetty", *where).stdout
    assert re.search(r"ada rejected", run("show", "i-jetty", *where).stdout)


def killed(ledger: Ledger) -> tuple[int | None, int | None, int | None]:
    """The toll in the incident's row."""
    return next(row for row in ledger.incidents() if "jetty" not in row.words and row.reports == 2).killed


def test_the_incident_follows_a_review_at_once_and_undo_brings_it_back(
    small_ledger: Ledger, where: tuple[str, ...]
) -> None:
    decide(small_ledger, Judgement(LEFT, RIGHT, Verdict.SAME, "ada", AT, "the same jetty"))
    before = list(small_ledger.each_incident())
    assert killed(small_ledger) == (4, 4, 6)
    assert run("review", NAME, "reject", "--why", "last year's", *where).exit_code == 0
    assert killed(small_ledger) == (6, 6, 6)
    (toll,) = next(each for each in small_ledger.each_incident() if each.tolls).tolls
    assert toll.rule.endswith("; left out: 1 claim that ada rejected")
    shown = re.sub(r"\s+", " ", run("show", small_ledger.incidents()[0].id, *where).stdout)
    assert "rejected a nurse “A drone killed four people”" in shown.replace("not counted ", "")
    assert run("review", NAME, "amend", "--figure", "9", *where).exit_code == 0
    assert killed(small_ledger) == (6, 6, 9)
    assert "counted as amended; read: 4 killed" in run("show", small_ledger.incidents()[0].id, *where).stdout
    assert "killed: 6, now 6 to 9" in run("history", small_ledger.incidents()[0].id, *where).stdout
    assert run("review", NAME, "undo", *where).exit_code == 0
    assert list(small_ledger.each_incident()) == before
    assert small_ledger.verify() == []


def test_a_mention_is_placed_and_its_incident_moves_there(small_ledger: Ledger, where: tuple[str, ...]) -> None:
    decide(small_ledger, Judgement(LEFT, RIGHT, Verdict.SAME, "ada", AT, "the same jetty"))
    before = list(small_ledger.each_incident())
    placing = ("review", MENTION.id, "amend", "--place", "Katima Mulilo,NA", "--words", "the second strike")
    result = run(*placing, "--why", "the jetty is there", *where)
    assert result.exit_code == 0
    said = re.sub(r"\s+", " ", result.stdout)
    assert "ada placed it at Katima Mulilo, Zambezi, NA, “the second strike” (the jetty is there)" in said
    (row,) = [row for row in small_ledger.incidents() if row.reports == 2]
    assert (row.place, row.country) == ("Katima Mulilo", "NA")
    shown = re.sub(r"\s+", " ", run("show", row.id, *where).stdout)
    assert "placed by ada: the jetty is there" in shown
    assert "and places it at Katima Mulilo, NA" in re.sub(r"\s+", " ", run("history", row.id, *where).stdout)
    assert run("review", MENTION.id, "undo", *where).exit_code == 0
    assert list(small_ledger.each_incident()) == before
    assert small_ledger.verify() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((MENTION.id, "accept", "--place", "Rundu"), "goes with amend"),
        ((NAME, "amend", "--place", "Rundu"), "--place goes with a mention"),
        ((MENTION.id, "amend", "--place", "Rundu", "--figure", "5"), "alone or with --words"),
        ((MENTION.id, "amend", "--place", "Gaza"), "places are called 'Gaza'"),
        ((MENTION.id, "amend", "--place", "Zzyzzyx"), "no place 'Zzyzzyx'"),
        ((MENTION.id, "amend", "--place=-95,10"), "is no place"),
        ((MENTION.id, "amend", "--place", "Rundu", "--words", "the bridge"), "does not hold the words"),
        (("i-jetty", "accept"), "names neither a claim"),
        (("c-", "accept"), "too short"),
        (("c-00000000", "accept"), "no reading holds c-00000000"),
        ((MENTION.id, "amend", "--figure", "5"), "amend a claim"),
        ((NAME, "amend"), "say what it should be"),
        ((NAME, "accept", "--figure", "5"), "goes with amend"),
        ((NAME, "note"), "--why"),
        ((NAME, "amend", "--words", "helicopter"), "does not hold the words 'helicopter'"),
        ((NAME, "amend", "--words", " "), "does not hold the words"),
        ((NAME, "amend", "--speaker", "a pilot"), "does not hold the words 'a pilot'"),
        ((NAME, "amend", "--stance", "swears"), "asserts, claims"),
        *(((NAME, "amend", "--figure", one), "no count of people") for one in ("x", "9-5", "", "-", "+", "5+6", "5-x")),
    ],
)
def test_what_cannot_be_reviewed_is_explained_and_nothing_is_written(
    small_ledger: Ledger, where: tuple[str, ...], arguments: tuple[str, ...], said: str
) -> None:
    result = run("review", *arguments, *where)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert small_ledger.reviews() == ()


@pytest.mark.parametrize(
    ("figure", "low", "high"), [("5", 5, 5), ("5-8", 5, 8), ("5+", 5, None), ("-8", None, 8), ("0", 0, 0)]
)
def test_figures_are_written_as_people_write_them(
    small_ledger: Ledger, where: tuple[str, ...], figure: str, low: int | None, high: int | None
) -> None:
    assert run("review", NAME, "amend", f"--figure={figure}", *where).exit_code == 0
    amended = small_ledger.reviews()[0].review.amended
    assert amended
    assert (amended.low, amended.high) == (low, high)
