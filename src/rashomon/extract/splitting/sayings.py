"""Which times and places of a report are those of a saying, or of what came after an incident, not of the incident."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Parse, Span, Token

# Where the hurt and the dead are brought to, and what is done there.
_CARE = frozenset(
    "hospital clinic morgue mortuary infirmary ward cemetery graveyard funeral burial dispensary ambulance".split()
)
_BROUGHT = frozenset(
    "bring take rush evacuate transfer airlift fly ferry transport send move refer admit treat bury inter mourn".split()
)
# Verbs that make something known, beside those of saying, which the attributions find.
_MADE_KNOWN = frozenset(
    "announce air broadcast publish release issue post circulate read update revise identify name telephone phone "
    "visit mourn bury".split()
)
_CHANGED = frozenset("rise climb go increase grow reach jump stand revise raise put lower".split())
_COUNTS = frozenset("toll number count tally figure total".split())
_LATER = frozenset("die succumb death".split())
_WOUNDS = frozenset("wound injury burn".split())


@dataclass(frozen=True, slots=True)
class Said:
    """Which times and places are not an incident's own.

    saying: the tokens of reporting verbs and the like. events: the tokens of event words. speakers: the words for those
    who say something.
    """

    saying: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    speakers: Sequence[Span] = ()

    def holds(self, parse: Parse, span: Span, *, counted: bool = False) -> bool:
        """True where an expression hangs on a reporting verb: "said on Saturday" dates the saying.

        One that stands before the speaker dates what is told ("On Sunday, a channel quoted sources saying that ..."),
        and so does one that hangs on an event's noun, or follows the event that the verb has for its object
        ("condemned the attack of Sunday", "reported a clash on Monday"). counted: the time is counted from what was
        told before; then it is the saying's also where it opens ("Hours later he wrote that one man had died").
        """
        head = head_of(parse, span)
        if head is None or (head.dep == "dobj" and head.ent == "DATE"):
            return False
        above = next(
            (t for t in parse.ancestors(head.i) if t.pos in ("VERB", "AUX") or t.i in self.saying | self.events), None
        )
        if above is None or above.i not in self.saying - self.events or above.lemma == "call":
            return False
        if any(above.i < i < head.i and _object_of(parse, i, above.i) for i in self.events):
            return False
        subject = next((c for c in parse.children(above.i) if c.dep in ("nsubj", "nsubjpass")), above)
        opens = head.i < min(subject.i, *(t.i for t in parse.subtree(subject.i)))
        passive = any(c.dep in ("auxpass", "nsubjpass") for c in parse.children(above.i))
        return (counted or not opens) and not passive

    def elsewhere(self, parse: Parse, span: Span) -> bool:
        """True for a time or place that is told of a speaker, or of what came after an incident."""
        return self.names_speaker(parse, span) or self.afterwards(parse, span)

    def names_speaker(self, parse: Parse, span: Span) -> bool:
        """True for a time or place within the words for a speaker: "Paz, who runs a clinic in Tolva, counted nine"."""
        head = head_of(parse, span)
        for token in [head, *parse.ancestors(head.i)] if head else []:
            if token.i in self.events:
                return False
            if token.dep == "nsubj" and token.head in self.saying - self.events:
                return True
        return any(speaker.overlaps(span) for speaker in self.speakers)

    def afterwards(self, parse: Parse, span: Span) -> bool:
        """True for a time or place of what came after: the hurt brought away, a later death, a toll that changed.

        "Four were sent on to Tolva", "died in a hospital at Tolva on Friday", "the toll went up to nine yesterday".
        """
        head = head_of(parse, span)
        chain = list(parse.ancestors(head.i)) if head else []
        care = False
        for token in chain:
            if token.lemma in _LATER:
                return care or self._of_wounds(parse, token)
            if token.i in self.events:
                return False
            care = care or token.lemma in _CARE
            if token.pos == "VERB":
                brought = token.lemma in _BROUGHT and chain[0].lower in ("to", "into")
                return care or brought or token.lemma in _MADE_KNOWN or self._count_changed(parse, token)
        return False

    @staticmethod
    def _of_wounds(parse: Parse, died: Token) -> bool:
        below = [t for c in parse.children(died.i) if c.dep == "prep" for t in parse.children(c.i)]
        return any(t.lemma in _CARE | _WOUNDS for t in below)

    @staticmethod
    def _count_changed(parse: Parse, verb: Token) -> bool:
        parts = [c for c in parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass", "dobj")]
        return verb.lemma in _CHANGED and any(c.lemma in _COUNTS for c in parts)


NOTHING_SAID = Said()


def head_of(parse: Parse, span: Span) -> Token | None:
    """The token that an expression hangs by: the first whose governor stands outside of it."""
    inside = parse.tokens_in(span.start, span.end)
    if not inside:
        return None
    return next((t for t in inside if not span.start <= parse.tokens[t.head].start < span.end), inside[-1])


def _object_of(parse: Parse, i: int, verb: int) -> bool:
    """True where token `i` is what the verb has for its object, at once or through prepositions alone."""
    token = parse.tokens[i]
    while token.head not in (verb, token.i):
        token = parse.tokens[token.head]
        if token.pos not in ("ADP", "SCONJ") and token.dep not in ("conj", "pcomp"):
            return False
    return token.head == verb and token.dep in ("dobj", "prep", "pobj", "pcomp", "xcomp")
