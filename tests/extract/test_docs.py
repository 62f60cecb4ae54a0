"""The documents that we make in less time are the pipeline's own."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Token

from rashomon.extract.docs import RememberedLemmas, RememberedRuler, docs_of
from rashomon.extract.model import pipeline

TEXTS = [
    "Gunmen killed six guards near Torvale on Sunday, police said; nine others were hurt.",
    "They're gonna let's got ta ain't gonna say how many were killed, he'd said.",
    "ALL CAPITALS: NINE KILLED.",
    '"We lost seven," he said, "and they\'ve lost more.',
    "killed | 7\twounded | 9",
    "🙂 killed 5 \u200f\u202e7",
    "  two   spaces  ",
    "",
]


def told(docs: Sequence[Doc]) -> list[list[tuple[object, ...]]]:
    """All that we read of each word."""
    return [
        [
            (t.text, t.lemma, t.pos, t.tag, t.dep, t.head.i, str(t.morph), t.ent_type, t.ent_iob, t.is_sent_start)
            for t in doc
        ]
        for doc in docs
    ]


@pytest.mark.parametrize("times", [1, 2])
def test_the_documents_are_those_of_the_pipeline_at_first_sight_and_from_memory(times: int) -> None:
    for _ in range(times):
        found = told(list(docs_of(TEXTS)))
    assert found == told(list(pipeline().pipe(TEXTS)))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_any_text_gives_the_document_of_the_pipeline(text: str) -> None:
    assert told(list(docs_of([text]))) == told([pipeline()(text)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=9), st.integers(1, 30))
def test_any_texts_together_give_the_documents_of_each_alone(texts: list[str], words: int) -> None:
    """However many words a component sees at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rashomon.extract.docs.WORDS", words)
        assert told(list(docs_of(texts))) == [told([pipeline()(text)])[0] for text in texts]


def asked_of(monkeypatch: pytest.MonkeyPatch, component: object, method: str) -> list[str]:
    """The texts for which a component's method is called from here on."""
    asked: list[str] = []
    own = getattr(component, method)

    def counted(thing: Doc | Token) -> object:
        asked.append(thing.text)
        return own(thing)

    monkeypatch.setattr(component, method, counted)
    return asked


def test_what_was_seen_once_is_not_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ruler = pipeline().get_pipe("attribute_ruler")
    remembered = RememberedRuler(ruler)  # type: ignore[arg-type]
    asked = asked_of(monkeypatch, ruler, "match")
    for _ in range(3):
        remembered(pipeline().make_doc("They're gonna leave; there were nine killed."))
    assert len(asked) == 1


def test_a_lemma_found_once_is_not_looked_for_again_but_another_word_is(monkeypatch: pytest.MonkeyPatch) -> None:
    lemmatizer = pipeline().get_pipe("lemmatizer")
    remembered = RememberedLemmas(lemmatizer)  # type: ignore[arg-type]
    asked = asked_of(monkeypatch, lemmatizer, "lemmatize")
    known, new = ["The guards fled.", "The guards fled."], "The guards surrendered."
    for text in (*known, new):
        doc = pipeline().make_doc(text)
        for word, pos in zip(doc, ("DET", "NOUN", "VERB", "PUNCT"), strict=True):
            word.pos_ = pos
        found = [word.lemma_ for word in remembered(doc)]
    assert found == ["the", "guard", "surrender", "."]
    assert asked == ["The", "guards", "fled", ".", "The", "guards", "surrendered", "."]
