"""Further ways in which news English tells who did it, denies it and keeps silent, a sentence of our own for each."""

import pytest

from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.parse import parse
from rashomon.records import Stance
from rashomon.who import find_actors

LTTE = "Tamil Tigers (LTTE)"
ELN = "National Liberation Army (ELN)"
UNITA = "UNITA"
GSPC = "Salafist Group for Preaching and Combat (GSPC)"

BLAMED = [
    ("Hundreds of Israeli settlers set fire to the cars.", "Israeli settlers", "set"),
    ("Suicide boats of the Sea Tigers rammed a landing craft.", "Sea Tigers", "rammed"),
    ("Sudan has answered. The attack was committed by the regime's military and local militia.", "Sudan", "committed"),
    ("It was an ambush that police have linked to Kusasi youths.", "Kusasi youths", "linked"),
    ("Azerbaijani soldiers had led him off, his brother said.", "Azerbaijan military", "led"),
    ("India responded with a raid across the border.", "India", "responded"),
    ("The minister said the massacre was a settling of scores by the LTTE.", LTTE, "settling"),
    ("Attackers whom the mayor identified as fighters of the Tamil Tigers killed six.", LTTE, "identified"),
    ('The police chief accused "the Khawarij" of the crime.', "Khawarij", "accused"),
    ("The raiders were Lou Nuer from Akobo, an elder said.", "Lou Nuer", "were"),
    ("He said it was a sniper of the Azerbaijani armed forces.", "Azerbaijan military", "was"),
    ("They were abducted from a councillor's house by LTTE cadres in two trucks.", LTTE, "abducted"),
    ("Three Russian Su-24s dropped bombs near the town of Gori.", "Russia", "dropped"),
    ("The missile came from a part of Yemen held by the Houthis.", "Houthis", "came"),
    ("Separatist mortars killed two peacekeepers at Avnevi.", "Separatist", "killed"),
    ("Gabra elders accused their Borana neighbours of the killing.", "Borana neighbours", "accused"),
    ('The office called it "a crime of the Taliban".', "Taliban", "crime"),
    ("In Colombia a police agent shot dead a trade unionist.", "Colombia police", "shot"),
    ("Some traders said that the rounds came from the base of the Ethiopian troops.", "Ethiopian military", "came"),
    ("He named the authors as the Salafist Group for Preaching and Combat.", GSPC, "named"),
    ("The Libyan air force took part in the attack, villagers said.", "Libya military", "took"),
    ("MAPUTO (SD) - Insurgents killed two guards on Wednesday.", "Insurgents", "killed"),
    ("The ELN and the LTTE attacked the village.", ELN, "attacked"),
    ("The ELN and the LTTE attacked the village.", LTTE, "attacked"),
    ("Families in Honduras hold the state responsible for the deaths. Honduras is silent.", "Honduras", "hold"),
]
SUSPECTED = [
    ("The method is that of the LTTE, a judge said.", LTTE, "is"),
    ("The blast bore the marks of the LTTE.", LTTE, "bore"),
    ("The LTTE is also under suspicion.", LTTE, "is"),
    ("Officials did not rule out that the LTTE had a hand in the attack.", LTTE, "rule"),
    ("All the signs are those of the LTTE, a judge said.", LTTE, "are"),
    ("Somali pirates were thought responsible for the attack.", "Somali pirates", "thought"),
    ("The raiders, believed to be Borana, made away with cattle.", "Borana", "believed"),
]
OWNED = [
    ("Turkey spoke of a bombing on Sunday that the LTTE claimed.", LTTE, "claimed"),
    ("A caller to an agency said that the LTTE had carried out the attacks.", LTTE, "carried"),
    (
        "Egyptian jets bombed Derna. Egypt's armed forces said the dawn strike hit camps.",
        "Egypt military",
        "hit",
    ),
    ("The LTTE did admit, in a text, having set off bombs at four shops.", LTTE, "set"),
    ("A spokesman for UNITA told Reuters it was revenge for five comrades.", UNITA, "was"),
    (
        "The LTTE was praised. The LTTE's spokesman, Colonel Kittu Mani, spoke. Mani said that they had shot six.",
        LTTE,
        "shot",
    ),
    ("The bombing was an answer to the raid, a spokesman for UNITA said.", UNITA, "was"),
]
DENIED = [
    ("The Panthic Committee disowned the deed.", "Panthic Committee", "disowned"),
    ("The LTTE dissociated itself from the killing.", LTTE, "dissociated"),
    ('A spokesman for the LTTE said his group "has no hand in it".', LTTE, "has"),
    ('"We did not fire on the boat," an LTTE commander assured a priest.', LTTE, "fire"),
    ("The minister denied that the LTTE had shelled the town.", LTTE, "denied"),
    ("The shooting was carried out by neither the ELN nor the LTTE.", "Tamil Tigers (LTTE)", "carried"),
    ("UNITA and the LTTE burned a village. Both denied it then.", UNITA, "denied"),
    (
        'Soldiers shot ten men in Niger. The defence minister called the charge "pure invention".',
        "Niger military",
        "called",
    ),
    ("The LTTE attacked Pallai. The LTTE rejected the statement.", LTTE, "rejected"),
]
SILENT = [
    ("UNITA never explained that raid.", UNITA, "explained"),
    ("The LTTE and UNITA fought. Neither has said anything.", LTTE, "said"),
    ("UNITA made no mention of the ship.", UNITA, "made"),
    ("UNITA would not say whether its men were responsible for the ambush.", UNITA, "say"),
]
CASES = [
    *((*case, "blames") for case in BLAMED),
    *((*case, "suspects") for case in SUSPECTED),
    *((*case, "claims") for case in OWNED),
    *((*case, "denies") for case in DENIED),
    *((*case, "declines") for case in SILENT),
]


@pytest.mark.parametrize(("text", "actor", "trigger", "stance"), CASES)
def test_a_stance_is_read_with_the_word_for_it(text: str, actor: str, trigger: str, stance: str) -> None:
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert (stance, actor, trigger) in [(b.stance.value, b.actor, parsed.tokens[b.trigger].text) for b in found]


@pytest.mark.parametrize(
    "text",
    [
        "The envoys said Washington paid UNITA, for which they offered nothing in proof.",
        "The Kremlin lays the bombing at the door of others.",
        "The operation was that of Russian citizens.",
        "The Committee, regarded as the political wing of the Real IRA, rejected it.",
        "In Kenya the interior ministry did not respond to questions.",
    ],
)
def test_what_is_no_stance_of_theirs_is_left_out(text: str) -> None:
    parsed = parse(text)
    assert not [b for b in read_with(sighted(parsed, find_actors(parsed)), None) if b.about.value == "perpetrator"]


def test_a_speaker_is_named_without_its_relative_clause() -> None:
    parsed = parse("The LTTE, which Colombo says is backed from abroad, claimed the attack.")
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert [b.speaker.quote for b in found if b.speaker is not None] == ["The LTTE"]


def test_police_who_tell_of_security_forces_do_not_take_their_place() -> None:
    parsed = parse("In Mali, security forces killed three militants on Monday, Malian police said.")
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert [(b.stance.value, b.actor) for b in found] == [("claims", "Mali military")]


@pytest.mark.parametrize(
    "told",
    [
        "The Okavango Front claimed responsibility for the strike, but denied that any civilians were killed.",
        "The Okavango Front says it struck Rundu jetty, denies killing civilians.",
        "The Okavango Front said it had struck the jetty at Rundu but denied killing civilians.",
    ],
)
def test_who_claims_it_and_denies_civilian_deaths_does_not_deny_it(told: str) -> None:
    read = parse(told)
    stances = {found.stance for found in read_with(sighted(read, find_actors(read)), None)}
    assert stances == {Stance.CLAIMS}
