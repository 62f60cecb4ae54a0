"""Where a report was filed is not where something happened."""

import pytest

from rashomon.extract.dateline import datelines, entry_heads
from rashomon.extract.parse import parse


@pytest.mark.parametrize(
    ("opening", "filed"),
    [
        ("WINDHOEK, May 14 (Xinhua) -- A drone struck a boat.", "WINDHOEK, May 14 (Xinhua) -- "),
        ("Rundu (AFP) - A drone struck a boat.", "Rundu (AFP) - "),
        ("LA PAZ, Bolivia (AP) — A bomb went off.", "LA PAZ, Bolivia (AP) — "),
        ("NAIROBI — A bomb went off.", "NAIROBI — "),
    ],
)
def test_a_dateline_is_found_to_its_dash(opening: str, filed: str) -> None:
    assert [opening[start:end] for start, end in datelines(parse(opening))] == [filed]


@pytest.mark.parametrize(
    "opening",
    ["A drone struck a boat in Rundu.", "The army (which denied it) said so.", "Gunmen - three of them - fled."],
)
def test_an_opening_sentence_is_no_dateline(opening: str) -> None:
    assert datelines(parse(opening)) == ()


def test_the_entries_of_a_list_are_headed_by_their_day_and_place() -> None:
    text = (
        "May 3, Rundu: Gunmen fire.\nMay 13, Rundu: A drone hits.\nMay 24, Divundu: A bomb goes off.\nAll is quiet now."
    )
    assert [text[start:end] for start, end in entry_heads(parse(text)).values()] == [
        "May 3, Rundu",
        "May 13, Rundu",
        "May 24, Divundu",
    ]


def test_a_list_may_open_its_entries_with_a_place_alone() -> None:
    text = "Amhara. A drone hits a mill.\nOromia. Gunmen seize nine.\nTigray. A mine wounds a boy."
    assert [text[start:end] for start, end in entry_heads(parse(text)).values()] == ["Amhara", "Oromia", "Tigray"]


def test_one_dateline_and_one_colon_are_no_list() -> None:
    assert entry_heads(parse("NAIROBI (AP) - A bomb went off.\nWitness: it was loud.")) == {}
