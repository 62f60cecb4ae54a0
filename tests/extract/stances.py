"""Blame as tests ask for it: the words of each candidate with one stance and one actor, before any gate."""

from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.parse import parse
from rashomon.who import find_actors


def quotes(text: str, stance: str, actor: str) -> list[str]:
    """The words of the candidates with this stance and actor, each checked against the text."""
    parsed = parse(text)
    found = read_with(sighted(parsed, find_actors(parsed)), None)
    spans = [b.span for b in found if (b.stance.value, b.actor) == (stance, actor)]
    assert all(text[span.start : span.end] == span.quote for span in spans)
    return [span.quote for span in spans]
