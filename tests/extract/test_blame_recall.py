"""The ways in which news English names an author of violence, one sentence of our own for each."""

import pytest

from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.parse import parse
from rashomon.who import find_actors

LTTE = "Tamil Tigers (LTTE)"
RSF = "Rapid Support Forces (RSF)"
MAOISTS = "Maoists (Naxals, Naxalites, Communist Party of India (Maoist))"

AFTER_A_DATELINE = [
    ("DENPASAR, Indonesia, May 3 (AP) - Separatist guerrillas ambushed a patrol.", "Separatist guerrillas", "ambushed"),
    ("(Bamako) \u2013 Islamist fighters executed nine men in a village on Monday.", "Islamist fighters", "executed"),
]
DEEDS = [
    ("Dozens died at the hands of the Janjaweed.", "Janjaweed", "died"),
    ("Maoists took four engineers hostage.", MAOISTS, "took"),
    ("The LTTE fired it towards the harbour.", LTTE, "fired"),
    ("The bombing was masterminded by Jemaah Islamiyah.", "Jemaah Islamiyah (JI)", "masterminded"),
    ("Indian troops resorted to unprovoked firing.", "Indian military", "resorted"),
    ("Armed men in the pay of the LTTE executed seven villagers.", LTTE, "executed"),
    ("Militiamen allied with the government of Sudan burned six villages.", "Sudan", "burned"),
]
WEAPONS = [
    ("A convoy came under fire from Tamil Tigers.", LTTE, "fire"),
    ("The shells came from Rwandan positions.", "Rwanda", "came"),
    ("Six people died under LTTE shells.", LTTE, "died"),
    ("Ten were killed in Syrian army shelling.", "Syrian military", "shelling"),
    ("Drones operated by the Rapid Support Forces hit the hospital.", RSF, "hit"),
    ("A U.S.-led raid killed 11 villagers.", "United States", "raid"),
]
ACCUSED = [
    ("Authorities pinned the attack on the LTTE.", LTTE, "pinned"),
    ("Officials fingered the LTTE.", LTTE, "fingered"),
    ("The Tamil Tigers stand accused of shooting the minister.", LTTE, "accused"),
    ("Police named the LTTE as the culprit.", LTTE, "named"),
    ("The minister attributes the attack to Los Halcones.", "Los Halcones", "attributes"),
    ("The governor blamed the Tomas Rueda column.", "Tomas Rueda column", "blamed"),
]
SUSPECTED = [
    ("The bombers are believed to be Russian.", "Russia", "believed"),
    ("All the signs point to the LTTE.", LTTE, "point"),
    ("The finger of suspicion pointed to the LTTE.", LTTE, "pointed"),
    ("Bandits suspected to be Janjaweed fighters raided the farm.", "Janjaweed", "suspected"),
]
OWNED = [
    ("The LTTE admitted to the bombing.", LTTE, "admitted"),
    ("The LTTE released a video of the ambush.", LTTE, "released"),
    ("The LTTE said in a statement that two soldiers had been hurt.", LTTE, "hurt"),
    ("The claim came from the LTTE.", LTTE, "came"),
    ("The LTTE issued a statement claiming the attack.", LTTE, "claiming"),
    ("Troops killed four rebels on the road, Pakistan's army said.", "Pakistani military", "killed"),
    ("Four gunmen died in a shootout with marines, the Mexican navy said.", "Mexico military", "died"),
]
REFUSED = [
    ("The LTTE disclaimed responsibility.", LTTE, "disclaimed", "denies"),
    ("Israel did not acknowledge the strike.", "Israel", "acknowledge", "declines"),
    ("Israel rarely comments on such reports.", "Israel", "comments", "declines"),
    ("The Pentagon declined to discuss the strike.", "US military", "declined", "declines"),
    ("Ankara has not made any statement about the bombardment.", "Turkey", "made", "declines"),
]
CASES = [
    *((*case, "blames") for group in (AFTER_A_DATELINE, DEEDS, WEAPONS, ACCUSED) for case in group),
    *((*case, "suspects") for case in SUSPECTED),
    *((*case, "claims") for case in OWNED),
    *REFUSED,
]


@pytest.mark.parametrize(("text", "actor", "trigger", "stance"), CASES)
def test_an_author_is_read_with_the_word_for_the_act(text: str, actor: str, trigger: str, stance: str) -> None:
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert (stance, actor, trigger) in [(b.stance.value, b.actor, parsed.tokens[b.trigger].text) for b in found]


@pytest.mark.parametrize(
    "text",
    [
        "Russia shot down three drones over Kursk.",
        "At least 12 people were killed, the Kenyan police said.",
        "The foreign ministry of Spain announced the death of a tourist.",
        "The planes are not Russian.",
    ],
)
def test_who_only_defends_or_counts_is_no_author(text: str) -> None:
    parsed = parse(text)
    assert not [b for b in read_with(sighted(parsed, find_actors(parsed)), None) if b.about.value == "perpetrator"]


def test_a_group_that_only_its_fighters_name_is_an_actor() -> None:
    parsed = parse("The rebels of the FDD denied any participation in the killing.")
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert [(b.stance.value, b.actor) for b in found] == [("denies", "FDD")]
