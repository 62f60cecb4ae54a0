"""Who is said to have done it: constructions in sentences of our own, the words, and odd text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.blame import Blame, find_blame
from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.blame.record import LONGEST
from rashomon.extract.parse import parse
from rashomon.records import About, Stance
from rashomon.who import find_actors

PIECES = [*" .,\"'()-\n‘’“”\u202e\u200fé😀", "Israel", " Hamas ", "claimed", " killed by ", "the attack", "IS", "al-"]


def suggested(text: str) -> tuple[Blame, ...]:
    """What the constructions of a text suggest, before the gate weighs them against the rest of a report."""
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert all(b.span.fits(text) and len(b.span) <= LONGEST for b in found)
    assert all(b.actor_span is None or b.actor_span.fits(text) for b in found)
    assert all(b.speaker is None or b.speaker.fits(text) for b in found)
    return found


def told(text: str) -> list[tuple[str, str | None]]:
    """The stances and actors of a text."""
    return [(b.stance.value, b.actor) for b in suggested(text)]


CLAIMS = [
    ("The PKK said it had killed 14 soldiers in the raid.", "Kurdistan Workers' Party (PKK)"),
    ("A caller saying he represented the Real IRA claimed responsibility for the car bomb.", "Real IRA"),
    ("In a statement, the ELN accepted responsibility for bombing the academy.", "National Liberation Army (ELN)"),
    ("Responsibility was claimed by the Resistance Front.", "The Resistance Front (TRF)"),
    ("The Islamic State said one of its soldiers carried out the attack.", "Islamic State"),
    ("NATO acknowledged that its aircraft had bombed the column by mistake.", "NATO"),
    ("Moscow said its missiles had struck only military targets.", "Russia"),
    ("TTP owned up to the attack.", "Tehreek-e-Taliban Pakistan (TTP, Pakistani Taliban)"),
    ("Hezbollah said the strike was in retaliation for the killing of its commander.", "Hezbollah"),
    ("The Maoists apologised for the bus bombing.", "Maoists (Naxals, Naxalites, Communist Party of India (Maoist))"),
    ("The Ozark Vengeance Brigade claimed responsibility for the fire.", "Ozark Vengeance Brigade"),
]
BLAMES = [
    ("The killings were blamed on ETA by the minister.", "ETA (Euskadi Ta Askatasuna)"),
    ("Officials attributed the massacre to the Allied Democratic Forces.", "Allied Democratic Forces (ADF)"),
    ("Belgrade accused NATO of bombing the refugees.", "NATO"),
    ("Officials pointed the finger at the Haqqani network.", "Haqqani network"),
    ("We hold Eritrea responsible for the raid, he said.", "Eritrea"),
    ("The rebels of the Kachin Independence Army ambushed a convoy.", "Kachin Independence Army (KIA)"),
    ("Russian missiles struck a block of flats in Dnipro.", "Russia"),
    ("Artillery shelling by the Rapid Support Forces killed 12 people.", "Rapid Support Forces (RSF)"),
    ("The massacre was perpetrated by Interahamwe militiamen.", "Interahamwe"),
    ("An IED planted by Naxals went off.", "Maoists (Naxals, Naxalites, Communist Party of India (Maoist))"),
    ("The attackers were identified as members of Abu Sayyaf.", "Abu Sayyaf"),
    ("Soldiers opened fire on protesters in Lagos, Nigeria.", "Nigerian military"),
    ("It was the Taliban who attacked the convoy, the governor said.", "Taliban"),
    ("Armed herdsmen invaded the village on Sunday night.", "herdsmen"),
]
SUSPECTS = [
    ("Police suspect New People's Army rebels were behind the ambush.", "New People's Army (NPA)"),
    ("FARC dissidents are suspected of carrying out the bombing.", "FARC dissidents"),
    ("The attack bore the hallmarks of Jemaah Islamiyah.", "Jemaah Islamiyah (JI)"),
    ("Gunmen believed to be members of the Abu Sayyaf opened fire on the bus.", "Abu Sayyaf"),
    ("Investigators said the bombing was probably the work of ETA.", "ETA (Euskadi Ta Askatasuna)"),
    ("Islamic State may have been behind the blast, the minister said.", "Islamic State"),
    ("Suspected Boko Haram gunmen killed nine farmers.", "Boko Haram"),
    ("Suspicion fell on the Tamil Tigers.", "Tamil Tigers (LTTE)"),
]
DENIES = [
    ("Islamabad denied any role.", "Pakistan"),
    ("Tbilisi said it was not involved.", "Georgia"),
    ("Ukraine denied it was behind the explosion.", "Ukraine"),
    ("The LTTE had nothing to do with the bombing, its spokesman said.", "Tamil Tigers (LTTE)"),
    ("The Afghan Taliban said it had no hand in the attack.", "Taliban"),
    ("Pakistan called the accusation baseless.", "Pakistan"),
]
DECLINES = [
    ("There was no immediate comment from Ukraine.", "Ukraine"),
    ("The CIA declined comment.", "CIA"),
    ("Kyiv did not immediately comment on the strike.", "Ukraine"),
    ("Israel neither confirmed nor denied involvement.", "Israel"),
    ("Rwanda has yet to comment on the raid.", "Rwanda"),
]


@pytest.mark.parametrize(
    ("stance", "text", "actor"),
    [
        (stance, *case)
        for stance, cases in (
            (Stance.CLAIMS, CLAIMS),
            (Stance.BLAMES, BLAMES),
            (Stance.SUSPECTS, SUSPECTS),
            (Stance.DENIES, DENIES),
            (Stance.DECLINES, DECLINES),
        )
        for case in cases
    ],
)
def test_each_construction_gives_its_stance_and_actor(stance: Stance, text: str, actor: str) -> None:
    assert (stance.value, actor) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "Ukraine has not claimed responsibility.",
        "Unidentified gunmen shot dead two teachers.",
        "Officers shot dead the attacker.",
        "Two soldiers were captured and killed.",
        "The army spokesman could not be reached.",
        "Who carried out the strike is not known.",
        "A bomb went off in northern Iraq.",
    ],
)
def test_nobody_is_blamed_where_nobody_is_named(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "stance", "rule"),
    [
        ("The ministry said it was not aware of the incident.", Stance.UNAWARE, "not aware"),
        ("The Pentagon said it had no information on the strike.", Stance.UNAWARE, "no reports"),
        ("The governor denied that any attack had taken place.", Stance.DENIES, "denied it"),
        ("The army said no such strike had occurred.", Stance.DENIES, "no such attack"),
    ],
)
def test_the_occurrence_itself_is_put_in_doubt(text: str, stance: Stance, rule: str) -> None:
    (found,) = [b for b in suggested(text) if b.about is About.OCCURRENCE]
    assert (found.stance, found.rule, found.actor, found.actor_span) == (stance, rule, None, None)


def test_the_speaker_is_told_where_the_construction_says_who_speaks() -> None:
    text = "On Monday the Haqqani network claimed responsibility for the blast."
    (found,) = suggested(text)
    assert found.speaker is not None
    assert (found.speaker.quote, found.span.quote) == (
        "the Haqqani network",
        "On Monday the Haqqani network claimed responsibility for the blast",
    )
    (other,) = suggested("Russian missiles struck a block of flats in Dnipro.")
    assert other.speaker is None


def test_a_denial_by_somebody_not_accused_denies_what_is_said_of_another() -> None:
    text = "Rebels said Israel bombed the camp. An Egyptian spokesman denied that Israel was involved."
    denials = [b for b in suggested(text) if b.stance is Stance.DENIES]
    assert [(b.about, b.actor) for b in denials] == [(About.PERPETRATOR, "Israel")]


def test_a_whole_report_is_read_with_its_pronouns_and_capitals() -> None:
    text = (
        "A bomb killed six soldiers near Sirnak in south-east Turkey on Monday.\n"
        "The Kurdistan Workers' Party (PKK) claimed responsibility for the blast.\n"
        "The army blamed the group for a raid in Van, where two guards died last week.\n"
        "The group has not commented on that.\n"
    )
    parsed = parse(text)
    found = [(b.stance.value, b.actor) for b in find_blame(parsed, find_actors(parsed))]
    assert ("claims", "Kurdistan Workers' Party (PKK)") in found
    assert ("blames", "Kurdistan Workers' Party (PKK)") in found
    assert ("declines", "Kurdistan Workers' Party (PKK)") in found


def test_reading_twice_gives_the_same() -> None:
    text = "Russia and Ukraine blamed each other for the shelling of the plant. Moscow denied its forces had fired."
    assert suggested(text) == suggested(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_is_read_without_harm(text: str) -> None:
    suggested(text)


def test_time_grows_with_the_length_only() -> None:
    sentence = (
        "Hamas claimed responsibility after Israel bombed Gaza, and the army denied that it was behind the raid. "
    )
    short, long = parse(sentence * 50), parse(sentence * 400)
    seconds = []
    for parsed in (short, long):
        actors = find_actors(parsed)
        start = time.perf_counter()
        sighted(parsed, actors)
        seconds.append(time.perf_counter() - start)
    assert seconds[1] < 40 * max(seconds[0], 0.01)
