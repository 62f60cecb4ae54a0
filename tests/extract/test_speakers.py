"""Who said what: attributions found, speakers traced, and the speakers in force for given words."""

import pytest

from rashomon.extract.attribution import find_attributions, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, names of the chain. The case's own words are in the project's own telling.
CHAINS = [
    (
        "Six guards were killed, a security source told reporters on Sunday.",
        "Six guards were killed",
        ["a security source"],
    ),
    ("The ministry said nine people died in the blast.", "nine people died", ["The ministry"]),
    ("Nine people died in the blast, said the ministry.", "Nine people died", ["the ministry"]),
    ("At least four died, according to hospital officials.", "At least four died", ["hospital officials"]),
    (
        "Al-Noor TV, citing army sources, said the strike killed two.",
        "the strike killed two",
        ["army sources", "Al-Noor TV"],
    ),
    ("A bomb killed two people on Sunday.", "killed two people", []),
    ("The rebels, the army says, fired first, wounding six.", "wounding six", ["the army"]),
]


@pytest.mark.parametrize(("text", "words", "names"), CHAINS)
def test_speakers_at_gives_the_chain_in_force(text: str, words: str, names: list[str]) -> None:
    read = parse(text)
    start = text.index(words)
    speakers = speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words)))
    assert [s.name for s in speakers] == names
    assert all(s.span.fits(text) for s in speakers)
