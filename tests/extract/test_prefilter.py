"""Most articles need not be parsed; no incident may be lost."""

import pytest

from rashomon.extract import may_tell_of_an_incident


@pytest.mark.parametrize(
    "text",
    [
        "A drone struck a boat.",
        "Two people died in an attack on a bus.",
        "Police said that five bodies were found after the raid.",
        "HOODED MEN DRAGGED FOUR YOUTHS FROM A HOUSE AND SHOT THEM DEAD.",
    ],
)
def test_what_tells_of_violence_is_parsed(text: str) -> None:
    assert may_tell_of_an_incident(text)


@pytest.mark.parametrize(
    "text", ["", "The council approved a budget for roads.", "The striker scored twice on Saturday."]
)
def test_what_has_no_words_of_violence_is_not(text: str) -> None:
    assert not may_tell_of_an_incident(text)
