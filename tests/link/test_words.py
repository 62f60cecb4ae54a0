"""What words of a report are compared: its own prose, its names, the rarer the more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.link.compare_words import overlap
from rashomon.link.gist import bag, report_gist
from rashomon.link.prose import headline, names, prose
from rashomon.link.words import rarity, words
from rashomon.records import Report


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The 12-year-old's well-kept house", ["the", "well-kept", "house"]),
        ("Zürich, ZURICH and zurich", ["zurich", "zurich", "and", "zurich"]),
        ("7 dead at 4100 Elm Streets", ["dead", "at", "4100", "elm", "street"]),
        ("", []),
        ("🙂 \u202b…", []),
    ],
)
def test_words_are_folded_and_small_numbers_left_out(text: str, found: list[str]) -> None:
    """Accents, case, plural s."""
    assert words(text) == found


def test_the_page_around_a_report_is_not_read() -> None:
    """Requests to the reader, and other stories' headlines."""
    text = (
        "Raid at Marrow\nThe raid began at dawn.\nOther news from Stell\nSign up for our newsletter today.\nIt ended."
    )
    assert prose(text, 1000) == "Raid at Marrow\nThe raid began at dawn.\nIt ended."


def test_the_outlet_is_cut_from_a_title() -> None:
    """Its name says who printed it."""
    assert headline("Four hurt on Elm Street - Marrow Courier") == "Four hurt on Elm Street"


def test_names_of_two_words_are_found_in_sentences_only() -> None:
    """Not at a sentence's start, and not those that everybody knows."""
    text = "Mayor Blames Quarry Owners\nOn Sunday the mayor, Ossian Thrale, left the United States."
    assert names(text, 9) == ("ossian thrale",)


def test_a_body_that_bears_a_name_is_no_name() -> None:
    """A hospital is named in every report of its town."""
    text = "He was taken to Ossian Thrale Memorial Hospital by Brannoc Ull of Marrow."
    assert names(text, 9) == ("brannoc ull",)


def test_an_outlet_s_call_sign_is_not_a_word_of_its_reports() -> None:
    """Its web address begins with it."""
    told = Report("r", "Raid at Marrow\nReporters of qxtv saw the raid.", url="https://qxtvnews7.example/raid")
    assert "qxtv" not in report_gist(told).whole.words


@given(st.text(max_size=300), st.text(max_size=300))
def test_overlap_is_the_same_from_either_side(one: str, two: str) -> None:
    """Exactly, for any text, and nearly 1 with itself."""
    left, right = bag(words(one), 20), bag(words(two), 20)
    assert overlap(left, right) == overlap(right, left)
    assert not left.words or 0.9 < overlap(left, left) < 1.1


def test_a_surname_is_rarer_than_a_common_word() -> None:
    """By the table that comes with the program."""
    assert rarity().of("thrale") > rarity().of("police")


def test_a_word_of_the_trade_is_common() -> None:
    """Any report of a shooting holds it, however rare it is in other news."""
    assert rarity().of("gunshot") < 7 <= rarity().of("knoll")
