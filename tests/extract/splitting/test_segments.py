"""What is told in one breath, and where a sentence turns to another event."""

from datetime import date

import pytest

from rashomon.extract.parse import parse
from rashomon.extract.splitting.segments import segments
from rashomon.pipeline import findings_of
from rashomon.records import Report


def told(sentence: str) -> list[list[str]]:
    """The words of each segment."""
    report = Report("r", sentence, published=date(2024, 5, 20))
    found = findings_of(report, parse(sentence))
    return [[unit.token.text for unit in segment] for segment in segments(found.parse, found.units)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Six people were killed and nine wounded in a strike on Friday.",
        "Gunmen attacked a bus, killing three people.",
    ],
)
def test_one_event_is_one_segment(sentence: str) -> None:
    assert len(told(sentence)) == 1


def test_two_clauses_with_days_of_their_own_are_two_segments() -> None:
    found = told(
        "A gunman killed nine traders in Rundu in June, and four people died when gunmen attacked a ferry in March."
    )
    assert len(found) == 2
    assert found[0] == ["killed"]


def test_every_unit_is_in_exactly_one_segment() -> None:
    text = "Police shot two men after a bomb killed five. Rockets hit a base and a mine wounded a boy."
    found = findings_of(Report("r", text), parse(text))
    units = [unit.token.i for segment in segments(found.parse, found.units) for unit in segment]
    assert sorted(units) == sorted(unit.token.i for unit in found.units)
    assert len(units) == len(set(units))


def test_what_somebody_has_done_otherwise_is_a_segment_of_its_own() -> None:
    assert len(told("The governor blamed the Front, a group that has fought for the river since last year.")) == 2


def test_what_is_told_with_while_is_a_segment_of_its_own() -> None:
    found = told("Six soldiers died when a mine went off, while an ambulance driver was kidnapped in Rundu.")
    assert ["kidnapped"] in found


def test_what_is_told_of_a_speaker_is_told_apart_from_what_is_said() -> None:
    found = told("Omar Baz, who survived a bombing in May, said that two people had been killed.")
    assert ["killed"] in found
    assert ["bombing"] in found
