"""Ways of denying, owning up, suspecting and keeping silent, by kinds of words rather than the one that was met."""

import pytest
from tests.extract.stances import quotes

ELN = "National Liberation Army (ELN)"
BLAMED = "The army blamed the ELN. "

DENYING = [
    ("The ELN protested its innocence.", "innocence"),
    ("The ELN issued a denial.", "denial"),
    ("The ELN washed its hands of the bombing.", "hands"),
    ("The ELN ruled out any involvement of its fighters.", "ruled out"),
    ("The ELN shrugged off the accusation.", "shrugged off"),
    ("The ELN absolved itself of the blast.", "absolved"),
    ("A police source exonerated the ELN.", "exonerated"),
    ("A police source ruled out the ELN.", "ruled out"),
    ("A police source said it was not the ELN.", "it was not"),
]
OWNING = [
    ("The ELN confirmed its responsibility for the bombing.", "confirmed"),
    ("The ELN acknowledged authorship of the attack.", "authorship"),
    ('"We take full responsibility," an ELN commander said.', "responsibility"),
    ("The ELN said the mayor had been executed for treason.", "executed"),
    ("The ELN said the attacker was one of its fighters.", "one of its"),
]
DOUBTING = [
    ("The ELN is likely to have carried out the attack.", "carried out"),
    ("Police said the ELN could not be ruled out.", "ruled out"),
    ("Police are investigating whether the ELN was involved.", "involved"),
]
BLAMING = [
    ("The attackers identified themselves as members of the ELN.", "identified"),
    ("The ELN cut the throats of three farmers.", "throats"),
    ("The ELN swept into the village.", "swept"),
    ("The ELN exploded a device.", "exploded"),
    ("The ELN staged an ambush.", "staged"),
    ("The ELN peppered the post with gunfire.", "peppered"),
    ("The bomb, which the ELN had planted, killed three soldiers.", "planted"),
    ("The mayor was killed, the army said, by the ELN.", "killed"),
    ("The patrol was wiped out by the ELN.", "wiped out"),
    ("The patrol hit an ELN mine.", "ELN mine"),
    ("An ELN commander ordered the attack, a witness said.", "ordered the attack"),
    ("Two ELN members were convicted of the bombing.", "convicted"),
]
SILENT = [
    ("The ELN did not return calls.", "return calls"),
    ("The ELN ignored questions about the raid.", "ignored"),
    ("The ELN left questions unanswered.", "unanswered"),
    ("Questions to the ELN went unanswered.", "unanswered"),
    ("The ELN has neither claimed nor denied the attack.", "neither"),
]


@pytest.mark.parametrize(
    ("text", "stance", "words"),
    [
        *((BLAMED + text, "denies", words) for text, words in DENYING),
        *((text, "claims", words) for text, words in OWNING),
        *((text, "suspects", words) for text, words in DOUBTING),
        *((text, "blames", words) for text, words in BLAMING),
        *((text, "declines", words) for text, words in SILENT),
    ],
)
def test_a_way_of_saying_gives_the_stance_and_its_words(text: str, stance: str, words: str) -> None:
    assert any(words in quote for quote in quotes(text, stance, ELN))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The ELN has not said whether it was behind the blast.", "claims"),
        ("The ELN neither denied nor claimed the raid.", "claims"),
        ("The ELN ruled out any involvement of its fighters.", "suspects"),
        ("Talks with the ELN were not excluded.", "suspects"),
        ("ELN fighters came under fire near the bridge.", "blames"),
        ("It was too early to assign or dismiss responsibility; the ELN kept quiet.", "denies"),
        ("An explosion on a bus carrying ELN rebels killed at least 12 of them.", "blames"),
        ("The dead were villagers; they were not ELN rebels.", "denies"),
        ("There is little doubt that the ELN is responsible.", "denies"),
        ("Police cleared the ELN of nobody's crimes and the road of stones.", "claims"),
    ],
)
def test_what_is_left_open_is_no_stance(text: str, stance: str) -> None:
    assert not quotes(text, stance, ELN)


def test_a_name_beside_a_group_that_nobody_knows_claims_the_attack() -> None:
    text = "A previously unknown group, the Sons of the River, claimed the attack."
    assert quotes(text, "claims", "Sons of the River") or quotes(text, "claims", "Sons")
