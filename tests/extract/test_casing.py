"""Text in one case reads as ordinary print does, and every offset holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.extract.casing import in_one_case, in_ordinary_case
from rashomon.extract.parse import parse

CABLE = "RUNDU, 17 MAR 89 -- GUERRILLAS OF THE RIVER LIBERATION FRONT (RLF) ATTACKED THE BARRACKS IN KATIMA LAST NIGHT."


def test_capitals_throughout_are_one_case_and_a_heading_in_capitals_is_left() -> None:
    assert in_one_case(CABLE)
    assert in_one_case(CABLE.lower())
    assert not in_one_case("HELMAND")
    assert not in_one_case("The BARRACKS in Katima was attacked last night by guerrillas of the RLF, they said.")


@pytest.mark.parametrize("text", [CABLE, CABLE.lower()])
def test_names_alone_keep_their_capitals(text: str) -> None:
    ordinary = in_ordinary_case(text)
    assert "attacked the barracks in Katima last night" in ordinary
    assert "(RLF)" in ordinary


def test_words_that_an_acronym_spells_are_a_name() -> None:
    text = "THE ATTACK WAS CLAIMED BY THE RIVER LIBERATION FRONT (RLF) IN A CALL TO THE RADIO STATION OF THE TOWN."
    assert "the River Liberation Front (RLF)" in in_ordinary_case(text)


@given(st.text(max_size=200))
def test_no_letter_moves(text: str) -> None:
    ordinary = in_ordinary_case(text)
    assert len(ordinary) == len(text)
    assert ordinary.lower() == text.lower() or len(text.lower()) != len(text)


def test_a_parse_of_capitals_finds_the_verb_and_leaves_the_text_alone() -> None:
    found = parse(CABLE)
    verb = next(t for t in found.tokens if t.lower == "attacked")
    assert verb.pos == "VERB"
    assert found.text[verb.start : verb.end] == "ATTACKED"
