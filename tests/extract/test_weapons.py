"""The words for weapons, and the same words in other uses."""

import pytest

from rashomon.extract.slots.cues import cues_in


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Suicide boats rammed a landing craft.", "naval"),
        ("A warship shelled the port.", "naval"),
        ("The bus ran over a landmine.", "mine"),
        ("A man drove a van into shoppers.", "vehicle"),
        ("Three peasants were decapitated.", "knife"),
        ("Two glide bombs fell on the market.", "aircraft"),
        ("A patrol came under fire from a wood.", "gun"),
        ("Gunmen traded fire with gendarmes.", "clash"),
        ("The grenade did not explode.", "intercept"),
        ("Sappers neutralised the device.", "intercept"),
    ],
)
def test_a_weapon_is_known_by_its_words(text: str, cue: str) -> None:
    assert cue in cues_in(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The navy said it had no report.", "naval"),
        ("They attacked a gold mine.", "mine"),
        ("The truck ran over a landmine.", "vehicle"),
        ("Twelve drones were shot down.", "gun"),
        ("Police picked up spent shells.", "artillery"),
        ("Troops neutralised nine rebels.", "intercept"),
    ],
)
def test_other_uses_are_no_weapon(text: str, cue: str) -> None:
    assert cue not in cues_in(text)
