"""Whose side a person, an office, a pronoun or a pair is on, as sentences before or the words beside tell it."""

import pytest

from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.parse import parse
from rashomon.who import find_actors

LTTE = "Tamil Tigers (LTTE)"
MILF = "Moro Islamic Liberation Front (MILF)"
M23 = "M23 (March 23 Movement)"

STANCES = [
    ("Abu Kalil, a spokesman for the LTTE, was in London. Kalil said his men had attacked the post.", LTTE, "claims"),
    ("He is a spokesman for the LTTE. The spokesman said its fighters had attacked the post.", LTTE, "claims"),
    ("A spokesman for the LTTE spoke. According to him, his men attacked the post at Velan.", LTTE, "claims"),
    ('"We shot only those who shot at us. It was dark," said a spokesman for the LTTE.', LTTE, "claims"),
    ("In Velan, resistance fighters said they ambushed a convoy with mines.", "resistance fighters", "claims"),
    ("The leader of the Sarvan Movement announced that his men had shelled the airfield.", "Sarvan Movement", "claims"),
    ("A spokesman for the LTTE said that its men were not the authors.", LTTE, "denies"),
    ("A spokesman for the green-shirt movement denied that its members were implicated.", "shirt movement", "denies"),
    ('Six died. A spokesman for the LTTE called that "an absolute lie".', LTTE, "denies"),
    ("The Tamil Tigers were accused. The Tigers neither confirmed nor denied it.", LTTE, "declines"),
    ("The army and the M23 traded blame for the attack in Goma, Congo, on Monday.", M23, "blames"),
    ("The army and the M23 traded blame for the attack in Goma, Congo, on Monday.", "Congo military", "blames"),
    ("Armenia and Azerbaijan fought. Both sides blamed each other for the attack.", "Armenia", "blames"),
    ("Armenia and Azerbaijan fought. Both sides blamed each other for the attack.", "Azerbaijan", "blames"),
    ("The LTTE and the MILF fought. Neither side commented on the attack.", LTTE, "declines"),
    ("The LTTE and the MILF fought. Neither side commented on the attack.", MILF, "declines"),
    ("The LTTE claimed that killing too.", LTTE, "claims"),
    ("An elder said Israeli soldiers went in, pulled the men out and shot them.", "Israeli military", "blames"),
]
NOT = [
    ("At Velan they hacked to death nine people, says the Relief Committee.", "claims"),
    ('"He knelt, and they shot him," the bishop said.', "claims"),
    ("The nurse told of innocent people who had nothing to do with the fight.", "denies"),
    ("The Tigers beat the Bears at home. Both sides blamed each other for the attack.", "blames"),
    ("The State Minister noted that his brave pilots had won.", "claims"),
]


def stances(text: str) -> list[tuple[str | None, str]]:
    """The actor and stance of every candidate."""
    found = parse(text)
    return [(blame.actor, str(blame.stance)) for blame in read_with(sighted(found, find_actors(found)), None)]


@pytest.mark.parametrize(("text", "actor", "stance"), STANCES)
def test_whose_side_it_is(text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in stances(text)


@pytest.mark.parametrize(("text", "stance"), NOT)
def test_who_is_no_side_has_no_stance(text: str, stance: str) -> None:
    assert stance not in [told for _, told in stances(text)]
