"""Which times and places are a unit's own."""

from datetime import date

from rashomon.extract.parse import parse
from rashomon.extract.splitting import Unit
from rashomon.pipeline import findings_of
from rashomon.records import Report


def unit(sentence: str, word: str) -> Unit:
    """The unit of a word in a sentence."""
    found = findings_of(Report("r", sentence, published=date(2024, 5, 20)), parse(sentence))
    return next(u for u in found.units if u.token.text == word)


def test_a_day_that_hangs_on_a_reporting_verb_dates_the_saying() -> None:
    assert unit("Police said on Saturday that a bomb killed five people.", "killed").times == []


def test_a_day_before_the_speaker_dates_what_is_told() -> None:
    found = unit("On Sunday, the radio quoted sources as saying that a drone struck a base.", "struck")
    assert [t.span.quote for t in found.times] == ["Sunday"]


def test_a_place_in_a_dateline_is_no_place_of_the_event() -> None:
    assert unit("NAIROBI, Kenya (AP) — A bomb killed five people.", "killed").places == []


def test_the_article_tells_a_new_event_from_a_known_one() -> None:
    assert unit("A second attack followed.", "attack").article == "another"
    assert unit("The attack killed two.", "attack").article == "the"
    assert unit("An attack killed two.", "attack").article == "a"
    assert unit("He said that the army attacked.", "attacked").article == ""
