"""Where a report was filed is not where something happened."""

import pytest

from rashomon.extract.dateline import datelines
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
    assert datelines(parse(opening)) == []
