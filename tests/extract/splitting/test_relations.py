"""How a unit stands to an incident told already."""

from datetime import date, timedelta

import pytest

from rashomon.extract.parse import parse
from rashomon.extract.splitting.introduction import opening, participants
from rashomon.extract.splitting.relations import Cluster, time_relation
from rashomon.pipeline import findings_of
from rashomon.records import Interval, Report

DAY = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("days", "relation"), [(0, "equal"), (2, "apart"), (20, "far"), (400, "ages")], ids=lambda value: str(value)
)
def test_days_apart_weigh_by_how_far_apart_they_are(days: int, relation: str) -> None:
    other = DAY - timedelta(days=days)
    assert time_relation(Interval(other, other), Interval(DAY, DAY)) == relation


def test_days_that_overlap_meet() -> None:
    assert time_relation(Interval(DAY - timedelta(days=3), DAY), Interval(DAY, DAY)) == "meet"


@pytest.mark.parametrize(
    ("sentence", "word", "named"),
    [
        ("Gunmen shot a teacher in Rundu.", "shot", ("bare", "a")),
        ("The gunmen killed him on the spot.", "killed", ("the", "pronoun")),
        ("Four farmers were killed.", "killed", ("number", "")),
        ("A second bomb wounded the mayor.", "wounded", ("another", "the")),
    ],
)
def test_new_people_stand_apart_from_known_ones(sentence: str, word: str, named: tuple[str, str]) -> None:
    found = findings_of(Report("r", sentence, published=DAY), parse(sentence))
    unit = next(u for u in found.units if u.token.text == word)
    assert participants(found.parse, unit) == named


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        ("In Mombasa, a bomb killed two people.", "place"),
        ("And in Mombasa, on Monday, a bomb killed two people.", "place+time"),
        ("A bomb killed two people in Mombasa.", ""),
    ],
)
def test_what_opens_a_sentence(sentence: str, opens: str) -> None:
    found = findings_of(Report("r", sentence, published=DAY), parse(sentence))
    unit = next(u for u in found.units if u.token.text == "killed")
    assert opening(found.parse, unit) == opens


def test_a_time_beside_a_later_word_is_no_time_of_the_incident() -> None:
    text = "A drone struck a base near Rundu. The Front, which was formed three years ago, said the strike killed four."
    found = findings_of(Report("r", text, published=DAY), parse(text))
    struck, killed = (next(u for u in found.units if u.token.text == word) for word in ("struck", "killed"))
    killed.own_time = False
    assert Cluster([struck, killed]).interval is None


def test_the_day_of_a_later_words_own_clause_is_the_incidents() -> None:
    text = "A drone struck a base near Rundu. Four people were killed in the strike on Friday."
    found = findings_of(Report("r", text, published=DAY), parse(text))
    struck, killed = (next(u for u in found.units if u.token.text == word) for word in ("struck", "killed"))
    assert Cluster([struck, killed]).interval == Interval(date(2024, 5, 17), date(2024, 5, 17))
