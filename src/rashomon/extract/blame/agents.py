"""By whom: the nouns after "by" of a verb or an act, also behind the victims, a place, or what somebody calls them."""

from collections.abc import Iterator

from rashomon.extract.blame.clause import passive
from rashomon.extract.blame.lexicon import SPEECH
from rashomon.extract.blame.making import after
from rashomon.records import Parse, Token

_CALLS = SPEECH | frozenset({"call", "term", "brand", "label", "consider", "regard"})


def agents_of_verb(parse: Parse, verb: Token) -> Iterator[Token]:
    """The nouns that a passive verb names as its doers: "killed by", "attacked by what X calls"."""
    found = [
        noun
        for child in parse.children(verb.i)
        if child.lower == "by" and child.dep in ("agent", "prep")
        for noun in parse.children(child.i)
        if noun.dep == "pobj"
    ]
    for child in parse.children(verb.i):  # "attacked by what the ministry describes as an armed group, the Front"
        told = (c for c in parse.children(child.i) if child.dep == "agent" and c.dep == "pcomp" and c.lemma in _CALLS)
        found += [n for t in told for n in _told_to_be(parse, t)]
    up = parse.tokens[verb.head]
    if not found and verb.dep == "ccomp" and up.lemma in SPEECH and up.i > verb.i and passive(parse, verb):
        found = after(parse, up, "by")  # "was killed, the army said, by X"
    if not found and verb.tag == "VBN" and passive(parse, verb):  # "taken from a house by X", read as X's house
        nouns = [n for t in parse.children(verb.i) if t.dep == "prep" for n in parse.children(t.i) if n.dep == "pobj"]
        found = [n for noun in nouns for n in after(parse, noun, "by")]
    yield from found


def agents_of_act(parse: Parse, act: Token) -> Iterator[Token]:
    """The nouns after "by", also behind the victims: "the killing of nine farmers by X"."""
    yield from agents_of_verb(parse, act)
    following = parse.tokens[min(act.i + 1, len(parse.tokens) - 1)]
    if following.lower == "by" and following.head != act.i:  # "spoke of air strikes by its planes", read as spoken by
        yield from (n for n in parse.children(following.i) if n.dep == "pobj")
    for child in parse.children(act.i):
        if child.lower == "of" and child.dep == "prep":
            for victim in parse.children(child.i):
                yield from agents_of_verb(parse, victim)


def _told_to_be(parse: Parse, verb: Token) -> list[Token]:
    """Whom "by what X said was a sniper of Y", "by what X calls members of Y" name, and what stands beside them."""
    below = [verb, *(c for c in parse.children(verb.i) if c.dep in ("ccomp", "xcomp") or c.lower == "as")]
    nouns = [c for b in below for c in parse.children(b.i) if c.dep in ("attr", "oprd", "pobj") and c.i > verb.i]
    return [n for noun in nouns for n in (noun, *(c for c in parse.children(noun.i) if c.dep == "appos"))]
