"""Event words, and whether they tell of something that happened."""

import pytest

from rashomon.extract.events import Modality, find_events
from rashomon.extract.events.counts import count_of
from rashomon.extract.parse import parse


def modality(sentence: str, word: str) -> Modality:
    """How the event word `word` stands in a sentence."""
    found = parse(sentence)
    return next(e.modality for e in find_events(found) if found.tokens[e.token].text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Gunmen attacked the village.", "attacked", Modality.REAL),
        ("The group threatened to attack the village.", "attack", Modality.PLANNED),
        ("The army will strike again.", "strike", Modality.PLANNED),
        ("A force that was formed to fight the Front was hit.", "fight", Modality.PLANNED),
        ("Gunmen could attack at any time.", "attack", Modality.HYPOTHETICAL),
        ("The rebels regularly shell the town.", "shell", Modality.HABITUAL),
        ("The army did not bomb the market.", "bomb", Modality.NEGATED),
        ("Pupils took part in a mock attack.", "attack", Modality.STAGED),
    ],
)
def test_threats_plans_habits_and_drills_are_told_from_events(sentence: str, word: str, expected: Modality) -> None:
    assert modality(sentence, word) is expected


def test_a_compound_is_one_event_told_by_its_head() -> None:
    found = parse("A bomb attack shook Naryn.")
    assert [found.tokens[e.token].text for e in find_events(found)] == ["attack"]


def test_a_verb_of_many_uses_needs_its_weapon() -> None:
    found = parse("The club fired its coach. Militants fired rockets at the base.")
    fired = [found.tokens[e.token] for e in find_events(found) if found.tokens[e.token].text == "fired"]
    assert [found.text[found.sentences[t.sentence].start :][:9] for t in fired] == ["Militants"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Dynamite is thrown at the bank.", "thrown"),
        ("A bridge was dynamited on Monday night.", "dynamited"),
        ("Experts defused a bomb in front of a school.", "defused"),
        ("Raiders laid waste to Pibor.", "laid"),
        ("Gunmen took a storekeeper at gunpoint.", "took"),
        ("The two sides traded fire across the river.", "traded"),
        ("Gunmen held up a bus and led away its five passengers.", "led"),
        ("The men marched six villagers off at dawn.", "marched"),
        ("Raiders held nine clerks hostage.", "held"),
        ("Fighters riddled the convoy with machine-gun fire.", "riddled"),
        ("Raiders swooped on a camp.", "swooped"),
        ("Rebels pillaged the village.", "pillaged"),
    ],
)
def test_verbs_of_many_uses_tell_of_events_with_their_weapon_or_victim(sentence: str, word: str) -> None:
    found = parse(sentence)
    assert word in [found.tokens[e.token].text for e in find_events(found)]


@pytest.mark.parametrize(
    "sentence",
    ["The boy threw a ball.", "She took a bus.", "The firm trades shares.", "He led a delegation.", "She held talks."],
)
def test_the_same_verbs_tell_of_none_without(sentence: str) -> None:
    assert find_events(parse(sentence)) == ()


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("It was the third attack this week.", "attack", (3, 3)),
        ("There have been at least five attacks since May.", "attacks", (5, None)),
        ("Hundreds of strikes have been carried out.", "strikes", (200, None)),
        ("A series of bombings shook the town.", "bombings", (3, None)),
        ("Two attacks were reported.", "attacks", (2, 2)),
    ],
)
def test_counts_of_events_follow_the_written_rules(
    sentence: str, noun: str, expected: tuple[int | None, int | None]
) -> None:
    found = parse(sentence)
    count = count_of(found, next(t for t in found.tokens if t.text == noun))
    assert count is not None
    assert (count.low, count.high) == expected
