"""The parse keeps the report's offsets, whatever stands in the text."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.parse import LONGEST_PIECE, parse, parse_all
from rashomon.ingest import Ingested, ingest
from rashomon.records import Layout

PLAIN = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}


def test_tokens_stand_at_their_offsets_across_paragraphs_and_odd_spaces() -> None:
    text = "Blast at Rundu\n\nA\xa0drone struck.\r\n\n“It fell,” she said."
    found = parse(text, "Blast at Rundu")
    assert [text[t.start : t.end].translate(PLAIN) for t in found.tokens] == [t.text for t in found.tokens]
    assert [t.text for t in found.words(found.sentences[1])] == ["A", "drone", "struck", "."]


def test_a_heading_never_runs_into_the_next_sentence() -> None:
    found = parse("Six dead in strike\nThe army denied it.", "Six dead in strike")
    assert [found.text[s.start : s.end] for s in found.sentences] == ["Six dead in strike", "The army denied it."]
    assert [p.layout for p in found.paragraphs] == [Layout.TITLE, Layout.BODY]


def test_page_furniture_is_not_parsed() -> None:
    found = parse("A bomb went off.\n\nShare this article\n\nLeave a Reply")
    assert [p.layout for p in found.paragraphs] == [Layout.BODY, Layout.FURNITURE, Layout.FURNITURE]
    assert len(found.sentences) == 1


def test_a_text_is_parsed_among_others_as_it_is_alone() -> None:
    """To the last bit of what its words' governors are chosen by, else a reading would depend on its neighbours."""
    examples = Path(__file__).resolve().parents[2] / "examples"
    texts = [(one.report.text, one.report.title) for one in ingest([examples]) if isinstance(one, Ingested)]
    alone = [(found.tokens, found.sentences, found.paragraphs) for found in (parse(*text) for text in texts)]
    assert len(alone) > 8
    assert [(found.tokens, found.sentences, found.paragraphs) for found in parse_all(texts)] == alone
    assert [(found.tokens, found.sentences, found.paragraphs) for found in parse_all(texts[::-1])] == alone[::-1]


def test_a_paragraph_longer_than_a_piece_keeps_every_word() -> None:
    text = "shell " * (LONGEST_PIECE // 3)
    assert len(parse(text).tokens) == LONGEST_PIECE // 3


def test_governors_and_subtrees_are_those_of_the_whole_report() -> None:
    found = parse("Rain fell.\n\nA drone struck two boats near Rundu.")
    struck = next(t for t in found.tokens if t.text == "struck")
    assert {t.text for t in found.children(struck.i)} >= {"drone", "boats"}
    assert "".join(t.text for t in found.subtree(struck.i)).startswith("Adronestruck")
    assert found.sentence_at(text_at := found.text.index("drone")) is found.sentences[1]
    assert found.tokens_in(text_at, text_at + 5)[0].text == "drone"
    assert found.sentence_at(len("Rain fell.")) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_parsed_with_fitting_offsets(text: str) -> None:
    found = parse(text)
    assert all(text[t.start : t.end].translate(PLAIN) == t.text for t in found.tokens)
    assert [t.i for t in found.tokens] == list(range(len(found.tokens)))
    assert all(found.sentences[t.sentence].start <= t.start for t in found.tokens)


def test_a_shortened_rank_ends_no_sentence() -> None:
    found = parse('"We lost three," Lt. Col. Omar Baz said. The rebels fled, Brig. Gen. Ana Paz said.')
    assert len(found.sentences) == 2


def test_a_dateline_belongs_to_the_first_sentence_and_hangs_on_its_root() -> None:
    text = "ADEN, Oct 9 (Gulf News) - Two guards were killed. One fled."
    found = parse(text)
    assert [text[s.start : s.end] for s in found.sentences] == [text[:49], "One fled."]
    first = found.sentences[0]
    assert first.first == 0
    assert found.tokens[0].text == "ADEN"
    root = next(t for t in found.words(first) if t.text == "killed")
    assert found.tokens[0].head == root.i
    assert all(text[t.start : t.end] == t.text for t in found.tokens)
