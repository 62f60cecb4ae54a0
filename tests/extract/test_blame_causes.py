"""Who did it, by the causes of misses on unseen reports: verbs of force, own planes, nominal agents, silence."""

import pytest
from tests.extract.stances import quotes

RSF = "Rapid Support Forces (RSF)"
ELN = "National Liberation Army (ELN)"
SHABAAB = "al-Shabaab"
PERU = "Peru military"

FORCE = [
    ("RSF troops opened fire on a queue for bread.", "blames", RSF, "opened fire"),
    ("The ELN lobbed two gas cylinders at the bridge.", "blames", ELN, "gas cylinders"),
    ("The RSF took the garrison of Umm Sayala on Tuesday.", "blames", RSF, "took the garrison"),
    ("ELN rebels fought their way into the port.", "blames", ELN, "fought their way"),
    ("Peruvian soldiers put down a protest in Puno.", "blames", PERU, "put down a protest"),
    ("RSF fighters fell on three hamlets before dawn.", "blames", RSF, "fell on three hamlets"),
    ("The ELN had lain in ambush for the convoy.", "blames", ELN, "lain in ambush"),
    ("RSF men turned their guns on the crowd.", "blames", RSF, "turned their guns"),
    ("The RSF finished off the wounded.", "blames", RSF, "finished off"),
    ("Al-Shabaab used two suicide bombers.", "blames", SHABAAB, "suicide bombers"),
    ("A bomb left by the ELN cut the pipeline.", "blames", ELN, "left by the ELN"),
    ("Witnesses believe that RSF men did the killing.", "suspects", RSF, "did the killing"),
    ("Five traders were shot by what the ministry calls an armed group, the RSF.", "blames", RSF, "shot"),
    ("Two clerks were shot by hooded individuals thought to be ELN rebels.", "suspects", ELN, "shot by"),
    ("Croat soldiers of the HVO shot a driver.", "blames", "Croatian Defence Council (HVO, Bosnian Croats)", "shot"),
    ("The rounds were fired from RSF positions, a nurse said.", "blames", RSF, "fired from"),
    ("An officer was sure that the ELN participated in the kidnapping.", "blames", ELN, "participated"),
    ("A deputy did not hesitate in naming the ELN.", "blames", ELN, "naming the ELN"),
]
OWN = [
    ("Jets pounded two camps in Peru, an air force spokesman said.", "claims", PERU, "pounded"),
    ("In Peru, army planes bombed a camp, the defence minister said.", "claims", PERU, "bombed a camp"),
    ("The Peruvian army killed six rebels, its general staff announced.", "claims", PERU, "killed six rebels"),
    ("The ELN said that the shooting was theirs.", "claims", ELN, "was theirs"),
    ("It was a raid which the ELN said was the work of its fighters.", "claims", ELN, "the work"),
    ("The ELN and the RSF jointly claimed the attack.", "claims", RSF, "claimed the attack"),
    ("Al-Shabaab released a photograph of the burnt car.", "claims", SHABAAB, "photograph"),
    ("Hezbollah boasted of an attack on a station.", "claims", "Hezbollah", "boasted"),
    ("A slip of paper in the bus was signed by the ELN.", "claims", ELN, "signed by"),
    ("The National Liberation Army, ELN, owned up to the raid four days later.", "claims", ELN, "owned up"),
    ("Sudan's rebels, the RSF, said its forces and allied herders had burned the mill.", "claims", RSF, "burned"),
]
DENYING = [
    ("The ELN was not party to the raid, its envoys said.", "denies", ELN, "not party"),
    ("Police blamed the ELN. It was denied by the ELN.", "denies", ELN, "denied by"),
    ("The ELN denied reports that it had placed a bomb.", "denies", ELN, "denied reports"),
    ("The ELN said the movement bore no responsibility.", "denies", ELN, "no responsibility"),
]
SILENT = [("The ELN had nothing to say.", "declines", ELN, "nothing to say")]


@pytest.mark.parametrize(("text", "stance", "actor", "words"), [*FORCE, *OWN, *DENYING, *SILENT])
def test_a_cause_gives_stance_actor_and_its_words(text: str, stance: str, actor: str, words: str) -> None:
    assert any(words in quote for quote in quotes(text, stance, actor))


@pytest.mark.parametrize(
    ("text", "stance", "actor"),
    [
        ("In Kabul a suicide bomber killed a clerk, a police spokesman said.", "claims", "Afghanistan police"),
        ("The ELN had nothing to say.", "denies", ELN),
        ("Peruvian police fired in the air.", "blames", "Peru police"),
        ("The ELN placed a wreath on the grave.", "blames", ELN),
        ("The ELN took the bus to the capital.", "blames", ELN),
        ("The ELN was party to the talks.", "denies", ELN),
        ("The note was signed by the ELN and the army agreed to it.", "denies", ELN),
    ],
)
def test_near_words_give_nothing(text: str, stance: str, actor: str) -> None:
    assert not quotes(text, stance, actor)


def test_they_are_nobody_after_residents_have_spoken() -> None:
    text = "Residents said the police of Burundi were near. They said that policemen went in and took away young men."
    assert not quotes(text, "claims", "Burundi police")
