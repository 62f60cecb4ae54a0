"""Times and places of those who speak and of what came after are not the incident's."""

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


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Ana Paz, who runs the clinic in Rundu, counted nine dead and 11 hurt.", "dead"),
        ("The mayor of Rundu, Omar Baz, said that nine people had been killed.", "killed"),
        ("Four of the wounded were sent on to Rundu with burns.", "wounded"),
        ("The toll rose to nine when a constable died in a hospital at Rundu.", "died"),
    ],
)
def test_the_place_of_a_speaker_or_of_care_is_not_where_it_happened(sentence: str, word: str) -> None:
    assert unit(sentence, word).places == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The death toll rose on Friday to nine dead.", "dead"),
        ("A third soldier died of his wounds on Friday.", "died"),
        ("One of the wounded died in hospital on Friday.", "died"),
        ("The army published on Friday the names of nine dead soldiers.", "dead"),
    ],
)
def test_the_day_of_a_changed_toll_or_a_later_death_is_not_the_day_of_the_incident(sentence: str, word: str) -> None:
    assert unit(sentence, word).times == []


@pytest.mark.parametrize(
    ("sentence", "word", "place", "day"),
    [
        ("A shell hit the hospital in Rundu on Friday.", "hit", "Rundu", "Friday"),
        ("Two guards died in Rundu on Friday when a mine went off.", "died", "Rundu", "Friday"),
        ("Gunmen killed a nurse at a clinic in Rundu on Friday.", "killed", "Rundu", "Friday"),
        ("Gunmen raided the funeral of a trader in Rundu on Friday.", "raided", "Rundu", "Friday"),
    ],
)
def test_an_event_at_a_place_of_care_keeps_its_place_and_day(sentence: str, word: str, place: str, day: str) -> None:
    found = unit(sentence, word)
    assert [p.name.quote for p in found.places] == [place]
    assert [t.span.quote for t in found.times] == [day]
