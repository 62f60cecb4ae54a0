"""Quotation marks: pairs found by planted offsets, and no odd text that breaks them or the attributions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.attribution import find_attributions, speakers_at
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.parse import parse
from rashomon.records import Layout, Paragraph, Span


def quoted_parts(text: str) -> list[str]:
    found = quotations(text, [Paragraph(0, 0, len(text), Layout.BODY)])
    return [text[q.start : q.end] for q in found]


PAIRS = [
    ('He said "we saw it" twice.', ['"we saw it"']),
    ("He said “we saw it” twice.", ["“we saw it”"]),
    ("He said «we saw it» twice.", ["«we saw it»"]),
    ("He said ''we saw it'' twice.", ["''we saw it''"]),
    ("He said ‘we saw it’ twice.", ["‘we saw it’"]),
    ("He said 'we saw it' twice.", ["'we saw it'"]),
    ("The army's men didn't fire.", []),
    ("The rebels' leader and the army’s men", []),
    ("The '90s war", []),
    ("“We heard ‘fire’ shouted,” he said.", ["“We heard ‘fire’ shouted,”", "‘fire’"]),
    ('An open "quotation runs on', ['"quotation runs on']),
    ("A stray ” closes nothing", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "parts"), PAIRS)
def test_quotations_pair_their_marks(text: str, parts: list[str]) -> None:
    assert quoted_parts(text) == parts


def test_the_share_in_quotation_marks_counts_characters() -> None:
    text = 'abcd "efgh" ijkl'
    quoted = Quoted(quotations(text, [Paragraph(0, 0, len(text), Layout.BODY)]))
    assert quoted.share(5, 11) == 1.0
    assert quoted.share(0, 4) == 0.0
    assert quoted.share(0, 10) == 0.5


ODD = st.lists(
    st.sampled_from(
        [
            "The army said ", "“", "”", '"', "'", "‘", "’", "«", "»", "''", "he added ", "according to ", ", ", ": ",
            "police ", "nine people died", "\n\n", ". ", "; ", "- ", "IS ", "citing ", "\u200f", "🙂", "which ", ")",
            "NINE DEAD, ARMY SAYS", "was claimed by ", "\u00a0", "quoted as saying ", "…", "(",
        ]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_every_attribution_of_any_text_has_its_words(text: str) -> None:
    read = parse(text)
    found = find_attributions(read)
    assert found == find_attributions(read)
    assert [a.cue.start for a in found] == sorted(a.cue.start for a in found)
    for attribution in found:
        assert attribution.content
        spans = (attribution.cue, *attribution.content, *attribution.said_by, *(s.span for s in attribution.speakers))
        assert all(span.fits(text) for span in spans)
    for token in read.tokens[::3]:
        span = Span.of(text, token.start, token.end)
        assert len(speakers_at(found, read, span)) <= 4
