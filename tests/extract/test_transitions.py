"""The parser's and the entity recognizer's steps for many texts at once are their own."""

import pytest
from spacy.tokens import Doc

from rashomon.extract.model import pipeline
from rashomon.extract.transitions import FEWEST, take_steps

TEXTS = [
    "Gunmen killed six guards near Torvale on Sunday, police said; nine others were hurt.",
    "The Ministry of Defence in Ankara did not comment.",
    "At least 12 people died.",
    "Col. Ana Paz of the 4th Brigade told Radio Okapi that two rebels, both from Ituri, had given themselves up.",
    "Nobody was hurt.",
    "",
]


def ready(name: str, texts: list[str]) -> list[Doc]:
    """The documents with all that the components before this one set."""
    docs = [pipeline().make_doc(text) for text in texts]
    for before, component in pipeline().pipeline:
        if before == name:
            break
        docs = [component(doc) for doc in docs]
    return docs


def found(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.dep, t.head.i, t.is_sent_start, t.ent_type, t.ent_iob) for t in doc]


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_the_steps_find_what_the_component_finds(name: str) -> None:
    component = pipeline().get_pipe(name)
    texts = TEXTS * 2
    together, own = ready(name, texts), ready(name, texts)
    assert take_steps(name, component, together)
    assert [found(doc) for doc in together] == [found(doc) for doc in component.pipe(own)]  # type: ignore[attr-defined]
    assert any(t.dep or t.ent_type for doc in together for t in doc)


@pytest.mark.parametrize("name", ["parser", "ner"])
def test_one_long_text_among_few_is_left_to_the_component(name: str) -> None:
    docs = ready(name, [" ".join(TEXTS), "Nobody was hurt."])
    assert sum(map(len, docs)) < FEWEST[name] * max(map(len, docs))
    assert not take_steps(name, pipeline().get_pipe(name), docs)


def test_other_components_and_no_words_are_left_to_the_component() -> None:
    docs = ready("tagger", TEXTS)
    assert not take_steps("tagger", pipeline().get_pipe("tagger"), docs)
    assert not take_steps("ner", pipeline().get_pipe("ner"), [pipeline().make_doc("")])
    assert not take_steps("ner", pipeline().get_pipe("ner"), [])


def test_a_component_that_searches_several_ways_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    component = pipeline().get_pipe("ner")
    monkeypatch.setitem(component.cfg, "beam_width", 4)  # type: ignore[attr-defined]
    assert not take_steps("ner", component, ready("ner", TEXTS * 2))
