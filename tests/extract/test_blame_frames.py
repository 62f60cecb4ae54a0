"""Frames of accusing, owning up, denying and keeping silent, each with the words that it was read from."""

import pytest

from rashomon.extract.blame.find import find_blame, read_with, sighted
from rashomon.extract.claims import shared_blames
from rashomon.extract.parse import parse
from rashomon.extract.splitting import Cluster
from rashomon.pipeline import findings_of, read
from rashomon.records import About, Report
from rashomon.who import find_actors

TIGERS = "Tamil Tigers (LTTE)"
ELN = "National Liberation Army (ELN)"
RSF = "Rapid Support Forces (RSF)"

ACCUSING = [
    ("Sources close to the case put that down to the LTTE.", "blames", TIGERS, "put that down"),
    ("The officer laid the bombing at the door of the Tamil Tigers.", "blames", TIGERS, "laid the bombing"),
    ("The spokesman laid it all on the LTTE.", "blames", TIGERS, "laid it all"),
    ("Delhi was quick in charging the LTTE with the bombing.", "blames", TIGERS, "charging"),
    ("Police registered a case against the LTTE.", "blames", TIGERS, "a case against"),
    ("The office identified the ELN as the author of the killings.", "blames", ELN, "identified"),
    ("A detective named the ELN as the prime suspect.", "suspects", ELN, "named"),
    ("Everything leads us to think of the ELN, he said.", "suspects", ELN, "think"),
    ("The governor held the ELN responsible for both.", "blames", ELN, "held"),
    ("The survivors hold the ELN answerable.", "blames", ELN, "hold"),
    ("The siege of the market was the doing of the ELN.", "blames", ELN, "the doing"),
]
OWNING = [
    ("The ELN owned the attack in a call to a radio station.", "claims", ELN, "owned the attack"),
    (
        "The army killed four herders at Natigou. The Togolese army admitted the error.",
        "claims",
        "Togo military",
        "error",
    ),
    ("The ELN said that it had aimed at a barracks.", "claims", ELN, "it had aimed"),
    ("The ELN did accept that it was its fighters who stormed the bank.", "claims", ELN, "stormed the bank"),
    ("Azerbaijan admitted to having killed a soldier.", "claims", "Azerbaijan", "killed a soldier"),
    ("It was a bombing admitted by the ELN.", "claims", ELN, "admitted by"),
]
DENYING = [
    ("The blast was not the work of the ELN, a prosecutor said.", "denies", ELN, "not the work"),
    ("The minister blamed the ELN. The ELN said its men were nowhere near the village.", "denies", ELN, "nowhere near"),
    ("The minister blamed the ELN. The ELN said it was not the author of that crime.", "denies", ELN, "not the author"),
    ("The minister blamed the ELN. The ELN called that a lie.", "denies", ELN, "called that a lie"),
]
SILENT = [
    ("The ELN has never admitted the ambush.", "declines", ELN, "never admitted"),
    ("The ELN had not been heard from by nightfall.", "declines", ELN, "not been heard from"),
    ("The ELN has kept quiet.", "declines", ELN, "kept quiet"),
    ("The ELN could neither confirm nor deny the report.", "declines", ELN, "neither confirm"),
]
MOVING = [
    ("ELN rebels entered the hamlet at dawn and called three men out.", "blames", ELN, "entered the hamlet"),
    ("On Monday M23 drove the army from the town.", "blames", "M23 (March 23 Movement)", "drove the army"),
]


@pytest.mark.parametrize(("text", "stance", "actor", "words"), [*ACCUSING, *OWNING, *DENYING, *SILENT, *MOVING])
def test_a_frame_gives_stance_actor_and_its_words(text: str, stance: str, actor: str, words: str) -> None:
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    told = [b.span for b in found if (b.stance.value, b.actor) == (stance, actor) and words in b.span.quote]
    assert told
    assert all(text[span.start : span.end] == span.quote for span in told)


@pytest.mark.parametrize(
    "text",
    [
        "QAMISHLI, Syria - A drone hit a car on the road on Friday.",
        "Rebels in Balochistan accuse settlers of spying.",
        "No one else was killed.",
        "He was not aware of any civilian harm.",
        "The attack was claimed by the ELN.",
    ],
)
def test_datelines_other_charges_and_what_nobody_suffered_blame_nobody(text: str) -> None:
    parsed = parse(text)
    found = find_blame(parsed, find_actors(parsed))
    assert not [b for b in found if b.stance.value in ("blames", "suspects", "unaware") or b.about is About.OCCURRENCE]


@pytest.mark.parametrize(
    ("text", "stance", "actor"),
    [
        ("The Lashkar-e-Taiba is thought to be behind it, he said.", "suspects", "Lashkar-e-Taiba (LeT)"),
        ("A police chief spoke. He said the ELN had planted it for patrols.", "blames", ELN),
        ("Columns of Shining Path guerrillas killed peasants.", "blames", "Shining Path (Sendero Luminoso)"),
        (
            "The National Liberation Army, ELN, has struck before. He blamed the National Liberation Army.",
            "blames",
            ELN,
        ),
        ("The Kachin Freedom Front took a post. The Front claimed the attack.", "claims", "Kachin Freedom Front"),
        ("The ELN claimed all three in a call to a radio station.", "claims", ELN),
        ("The ELN is said to have a hand in the raid on the bank.", "suspects", ELN),
    ],
)
def test_who_speaks_and_who_is_meant(text: str, stance: str, actor: str) -> None:
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert (stance, actor) in [(b.stance.value, b.actor) for b in found]
    assert not [b for b in found if b.actor == actor and b.stance.value == "claims" and stance != "claims"]


def test_on_tuesday_gunmen_are_no_tuesday_gunmen() -> None:
    parsed = parse("On Tuesday gunmen shot dead two teachers in Mopti.")
    assert [a.span.quote for a in find_actors(parsed)] == ["gunmen"]


def test_somebodys_death_is_not_his_deed() -> None:
    text = "The ELN's commander was shot. Army officers said his death ended the hunt."
    parsed = parse(text)
    assert not [b for b in read_with(sighted(parsed, find_actors(parsed)), None) if b.actor == ELN]


def test_the_artillery_of_a_group_is_the_group() -> None:
    text = (
        "The RSF has shelled the camp before. A panel concluded that its artillery was behind the deaths of 22 people."
    )
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    assert ("blames", RSF) in [(b.stance.value, b.actor) for b in found if b.rule == "behind"]


def test_a_capitals_troops_are_its_states() -> None:
    parsed = parse("Officials in the east accused Kyiv's troops of shelling the town.")
    assert [a.name for a in find_actors(parsed)] == ["Ukraine"]


def test_responsibility_that_no_incident_was_given_goes_to_the_last_one_told() -> None:
    text = "A car bomb killed six soldiers in Gao on Monday.\n\nJNIM claimed responsibility."
    report = Report("r", text)
    found = findings_of(report, parse(text))
    told = Cluster(members=[u for u in found.units if not u.blames])
    assert [found.blames[n].stance.value for n in shared_blames(found, [told])[0]] == ["claims"]
    assert not shared_blames(found, [Cluster(members=list(found.units))])


def test_a_claim_of_both_attacks_is_a_claim_on_each() -> None:
    text = (
        "A car bomb killed six soldiers in Gao on Monday.\n\n"
        "On Tuesday gunmen shot dead two teachers in Mopti, 600 km away.\n\n"
        "JNIM said it was behind both attacks."
    )
    mentions = read(Report("r", text)).mentions
    assert len(mentions) == 2
    assert [[c.stance.value for c in m.claims if c.about is About.PERPETRATOR] for m in mentions] == [["claims"]] * 2
