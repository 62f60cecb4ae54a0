"""Every word of a parsed report that tells of a violent event, liberally: the splitter decides which are incidents."""

from dataclasses import dataclass

from rashomon.extract.events.lexicon import ADJECTIVES, NEEDS, NOUNS, VERBS, Kind
from rashomon.extract.events.modality import Modality, modality_of
from rashomon.records import Layout, Parse, Token


@dataclass(frozen=True, slots=True)
class EventWord:
    """One word that tells of an event, as "strike" in "a drone strike on a warehouse".

    token: its index in the parse. kind: what kind of event it suggests alone. nominal: True for nouns.
    plural: True for "attacks". number: the count before a plural where there is one ("two attacks"), else None.
    """

    token: int
    kind: Kind
    nominal: bool
    plural: bool
    number: str | None
    modality: Modality


def find_events(parse: Parse) -> tuple[EventWord, ...]:
    """The event words of a report in the order of its text."""
    found = []
    for token in parse.tokens:
        kind = _kind(parse, token)
        if kind is None or parse.layout_of(parse.sentences[token.sentence]) is Layout.FURNITURE:
            continue
        nominal = token.pos in ("NOUN", "PROPN")
        found.append(
            EventWord(
                token=token.i,
                kind=kind,
                nominal=nominal,
                plural=nominal and token.tag in ("NNS", "NNPS"),
                number=_number(parse, token),
                modality=modality_of(parse, token),
            )
        )
    return tuple(found)


def _kind(parse: Parse, token: Token) -> Kind | None:
    """The kind of event that this token tells of; None where it tells of none."""
    if token.pos == "VERB" and token.lemma in VERBS and _has_what_it_needs(parse, token):
        return VERBS[token.lemma]
    if token.pos in ("NOUN", "PROPN"):
        if token.dep == "compound" and token.head > token.i:
            # "bomb attack" is one event: its head tells it. "Attack helicopters" is none.
            return None
        return NOUNS.get(token.lemma) or NOUNS.get(token.lower)
    if token.pos in ("ADJ", "VERB") and token.lower in ADJECTIVES and token.dep != "amod":
        return ADJECTIVES[token.lower]
    return None


def _has_what_it_needs(parse: Parse, token: Token) -> bool:
    needed = NEEDS.get(token.lemma)
    if needed is None:
        return True
    near = [*parse.children(token.i), *(g for c in parse.children(token.i) for g in parse.children(c.i))]
    return any(t.lemma in needed or t.lower in needed for t in near)


def _number(parse: Parse, token: Token) -> str | None:
    return next((c.lower for c in parse.children(token.i) if c.dep == "nummod"), None)
