"""Attitudes: who wants, fears, backs or criticises what, read where asked for; all sentences in our own words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.attitudes import with_attitudes
from rashomon.extract.attitudes.beside import FAMILIES, NAMES, apart, row
from rashomon.extract.attitudes.classes import classes
from rashomon.extract.attitudes.find import likeliest, over_union
from rashomon.extract.attitudes.scene import Scene
from rashomon.extract.attitudes.trees import Tree, Trees
from rashomon.extract.attribution import Attribution, Sense, find_attributions
from rashomon.extract.parse import parse

# text, cue, holder, what is held
HELD = [
    ("The mayor supports the plan.", "supports", "The mayor", "the plan"),
    ("Residents fear that the dam will break.", "fear", "Residents", "that the dam will break"),
    ("The union criticized the new law.", "criticized", "The union", "the new law"),
    ("Luis Paz hopes that the talks succeed.", "hopes", "Luis Paz", "that the talks succeed"),
    ("He believes the bridge was hit by mistake.", "believes", "He", "the bridge was hit by mistake"),
]


def read(text: str) -> tuple[Attribution, ...]:
    parsed = parse(text)
    return with_attitudes(parsed, find_attributions(parsed))


@pytest.mark.parametrize(("text", "cue", "holder", "held"), HELD)
def test_attitudes_have_cue_holder_and_words(text: str, cue: str, holder: str, held: str) -> None:
    (found,) = read(text)
    assert (found.cue.start, found.cue.quote) == (text.index(cue), cue)
    assert [(s.start, s.quote) for s in found.said_by] == [(text.index(holder), holder)]
    assert [(s.start, s.quote) for s in found.content] == [(text.index(held), held)]


def test_what_is_said_keeps_its_sense_and_its_traced_speaker() -> None:
    text = "Six were killed, a security source said. He denied that the army had fired."
    said, denied = read(text)
    assert (said.sense, denied.sense) == (Sense.SAYS, Sense.DENIES)
    assert denied.said_by[0].quote == "He"
    assert denied.speakers[0].name == "a security source"


def test_nothing_is_held_where_something_merely_happens() -> None:
    assert read("The bridge fell at dawn. Two lorries burned on the road.") == ()


def test_reports_are_read_without_attitudes() -> None:
    parsed = parse("The mayor hopes for rain.")
    assert {a.sense for a in find_attributions(parsed)} <= {Sense.ATTITUDE}


def test_the_layer_is_one() -> None:
    found = read("The mayor wants the governor to say that he hopes for peace.")
    cues = [a.cue for a in found]
    assert not any(piece.covers(cue) for a in found for piece in a.content for cue in cues)


def test_extents_that_share_half_of_their_union_count_for_one_another() -> None:
    assert over_union(((0, 4),), ((2, 4),)) == 0.5
    short, long, other = ((0, 4),), ((0, 6),), ((8, 12),)
    assert likeliest([short, long, other], [0.3, 0.3, 0.4])[0] != 2


def test_a_word_is_in_the_classes_of_its_like() -> None:
    assert set(classes("relish")) & set(classes("enjoy"))
    assert classes("zabo") == ()


def test_a_tree_falls_to_the_low_side_at_its_threshold() -> None:
    tree = Tree(feature=[0, -1, -1], threshold=[2.0, 0.0, 0.0], low=[1, 0, 0], high=[2, 0, 0], value=[0.0, 3.0, -3.0])
    assert (tree.leaf([2.0]), tree.leaf([2.1])) == (3.0, -3.0)
    assert Trees(0.0, (tree, tree)).probability([9.0]) < 0.01 < 0.99 < Trees(0.0, (tree, tree)).probability([0.0])


def test_the_row_of_a_candidate_has_a_number_for_each_name() -> None:
    parsed = parse("The mayor hopes for rain.")
    parts = apart(
        {"lemma hope VERB": 1.0, "class wanting VERB": 1.0}, {"lemma hope VERB": 2.0, "class wanting VERB": 1.0}
    )
    assert (parts[FAMILIES.index("lemma")], parts[FAMILIES.index("class")], sum(parts)) == (2.0, 1.0, 3.0)
    verb = next(t for t in parsed.tokens if t.text == "hopes")
    numbers = row(Scene(parsed, ()), verb, {verb.i: sum(parts)}, parts, parsed.sentences[0])
    assert len(numbers) == len(NAMES)


PIECES = ["He wants ", "the mayor ", "fears that ", "“", "”", "\n\n", ", ", "who backs ", "peace", ". ", "said ", "to "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=30, deadline=None)
def test_whatever_the_text_every_word_stands_in_it(text: str) -> None:
    for found in read(text):
        assert found.content
        for span in (found.cue, *found.content, *found.said_by):
            assert text[span.start : span.end] == span.quote
