"""Which times and places are a unit's own."""

from datetime import date

import pytest

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


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("The governor condemned the attacks in Rundu on Sunday night.", "attacks", "Sunday night"),
        ("Angolan troops reported a clash on Monday with a band of raiders.", "clash", "Monday"),
        ("The government accused the group of killing six people in late March.", "killing", "late March"),
        ("The envoy condemns the attack of 21 April on the camp.", "attack", "21 April"),
        ("Older people will remember 1985, when a bomb killed a clerk.", "killed", "1985"),
    ],
)
def test_a_day_of_the_event_that_is_spoken_of_is_the_events(sentence: str, word: str, day: str) -> None:
    assert [t.span.quote for t in unit(sentence, word).times] == [day]


def test_a_time_in_a_clause_about_somebody_is_no_time_of_the_event() -> None:
    found = unit("The Front, which was formed three years ago, killed four soldiers.", "killed")
    assert found.times == []
    found = unit("The camp, which was hit on Friday, lost its water; a shell killed a cook.", "hit")
    assert [t.span.quote for t in found.times] == ["Friday"]
    found = unit("The attack that took place on Friday wounded a cook.", "attack")
    assert [t.span.quote for t in found.times] == ["Friday"]


def test_an_event_is_no_saying_whatever_its_verb_may_mean_elsewhere() -> None:
    """Some cues of speech are event words too: "fired back" in an interview, rockets fired at an airport."""
    found = unit("Rebels fired four rockets at Loikaw Airport at dawn on Friday.", "fired")
    assert found.own_time
    assert found.own_place


def test_units_of_a_list_have_the_day_and_place_of_their_entry() -> None:
    text = (
        "1 March: Sicuani. Gunmen shoot a mayor.\n3 March: Huancayo. A bomb goes off. Nobody is hurt.\n"
        "4 March: Tarma. Soldiers kill a farmer."
    )
    hurt = unit(text, "hurt")
    assert (hurt.listed, [t.span.quote for t in hurt.times]) == ("entry", ["3 March"])
    assert [p.span.quote for p in hurt.places] == ["Huancayo"]


def test_entries_of_a_live_page_are_told_by_their_hours() -> None:
    text = "16:05 - A shell kills two.\n13:20 - The army says it fired none.\n9:50 - Good morning."
    assert unit(text, "kills").listed == "clock"


def test_a_place_in_a_dateline_is_no_place_of_the_event() -> None:
    assert unit("NAIROBI, Kenya (AP) — A bomb killed five people.", "killed").places == []


def test_the_article_tells_a_new_event_from_a_known_one() -> None:
    assert unit("A second attack followed.", "attack").article == "another"
    assert unit("The attack killed two.", "attack").article == "the"
    assert unit("An attack killed two.", "attack").article == "a"
    assert unit("He said that the army attacked.", "attacked").article == ""


def test_a_time_counted_from_the_incident_is_that_of_the_saying() -> None:
    assert unit("Hours later he wrote that one man had died in hospital.", "died").times == []
    found = unit("Hours later a second bomb killed a guard.", "killed")
    assert [t.span.quote for t in found.times] == ["Hours later"]


def test_the_places_of_sentences_that_tell_of_nothing_go_with_the_unit_before() -> None:
    text = "Gunmen killed nine people in Lamu.\n\nThe men had walked to Poromo from Witu.\n\nPolice came late."
    found = findings_of(Report("r", text, published=date(2024, 5, 20)), parse(text))
    killed = next(u for u in found.units if u.token.text == "killed")
    assert killed.trailing >= {"witu"}
