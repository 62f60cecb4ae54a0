"""The people of a report and the words that introduced them: "Sirait" back to "Col. Agus Sirait, an army spokesman"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.blame.lexicon import LEADERS, SPEECH, SPOKESMEN, words
from rashomon.records import Parse, Token

_REACH = 40  # sentences between "the spokesman" and the one who is meant
_BODIES = words(
    """ministry authority government military police media television tv agency channel department source statement army
    news force outlet radio newspaper newscast website office embassy headquarters command wing"""
)
ROLES = (LEADERS | SPOKESMEN) - _BODIES | words(
    """deputy delegate organiser organizer convener envoy adviser aide negotiator elder captain lieutenant sergeant
    premier president marshal superintendent member"""
)
_ATTACHED = frozenset({"appos", "compound", "nmod"})
_ARTICLES = frozenset({"the", "this", "that", "same"})


@dataclass(slots=True)
class Register:
    """Which token introduced a person by name, and which an office, in the order of the text."""

    names: dict[str, Token] = field(default_factory=dict)
    offices: dict[str, list[Token]] = field(default_factory=dict)
    voices: Sequence[Token] = ()

    def introduced(self, noun: Token, parse: Parse) -> Token | None:
        """The token that introduced the person of a bare surname or of "the spokesman"; None where nothing did."""
        told = self.names.get(noun.lower) if noun.pos == "PROPN" else None
        if told is not None:
            return told if told.i != noun.i else None
        if not bare(parse, noun):
            return None
        before = self.offices.get(noun.lemma.lower(), ())
        at = bisect_left(before, noun.i, key=lambda t: t.i)
        found = before[at - 1] if at else None
        return found if found is not None and noun.sentence - found.sentence <= _REACH else None

    def voice_before(self, here: int, reach: int) -> Token | None:
        """The last noun before token `here` that said something, not before token `reach`."""
        at = bisect_left(self.voices, here, key=lambda t: t.i)
        return self.voices[at - 1] if at and self.voices[at - 1].i >= reach else None


def register(parse: Parse) -> Register:
    """The register of a report."""
    found = Register()
    for first, last, kind in parse.entities():
        name = parse.tokens[last - 1]
        if kind == "PERSON":
            role = _role_of(parse, name, first)
            if role is not None:
                found.names.setdefault(name.lower, role)
    for token in parse.tokens:
        if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in ROLES and not bare(parse, token):
            found.offices.setdefault(token.lemma.lower(), []).append(token)
    found.voices = [
        t
        for t in parse.tokens
        if t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") and parse.tokens[t.head].lemma in SPEECH
    ]
    return found


def bare(parse: Parse, noun: Token) -> bool:
    """True for "the spokesman" and nothing else: one who was introduced before."""
    below = parse.children(noun.i)
    return any(c.lower in _ARTICLES for c in below) and all(
        c.dep in ("det", "amod") and c.lower in _ARTICLES for c in below
    )


def _role_of(parse: Parse, name: Token, first: int) -> Token | None:
    """The token through which a name's words tell an office: the name itself, or the noun that it stands beside."""
    head = parse.tokens[name.head]
    if name.dep == "appos" and head.lemma.lower() in ROLES:
        return head
    beside = any(c.dep in _ATTACHED and c.lemma.lower() in ROLES for c in parse.children(name.i))
    titled = any(parse.tokens[i].lemma.lower() in ROLES for i in range(first, name.i))
    return name if beside or titled else None
