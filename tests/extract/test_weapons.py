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
        ("Barrel bombs fell on the quarter.", "aircraft"),
        ("A bomb left in a van outside the barracks went off.", "car_bomb"),
        ("An officer died when a bomb exploded under his car.", "car_bomb"),
        ("Two men rammed a truck full of explosives into the gate.", "car_bomb"),
        ("A bomber killed nine people.", "bomber"),
        ("Rebels dynamited the road.", "ied"),
        ("The pipeline was blown up.", "blown"),
        ("Motorcyclists threw a hand-grenade.", "grenade"),
        ("Bodies with gunshot wounds were found.", "gun"),
        ("Police killed three in a gunfight.", "gun"),
        ("They left after setting fire to the police station.", "arson"),
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
        ("A bomber jet was seen.", "bomber"),
        ("Troops with grenade launchers came.", "grenade"),
    ],
)
def test_other_uses_are_no_weapon(text: str, cue: str) -> None:
    assert cue not in cues_in(text)
