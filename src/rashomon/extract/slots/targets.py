"""What was hit: the objects of an incident's event words."""

from rashomon.extract.splitting import Cluster
from rashomon.records import Parse, Span, Token

LONGEST = 120  # characters
MOST = 3
_PREPOSITIONS = frozenset(("on", "against", "at", "targeting", "toward", "towards"))

_NO_TARGETS = frozenset("fire attack strike responsibility bomb device explosive life people".split())


def targets_of(parse: Parse, cluster: Cluster) -> tuple[Span, ...]:
    """The noun phrases that were attacked, in the order of the text, at most MOST; empty where none is told."""
    found: dict[str, Span] = {}
    for unit in cluster.members:
        if unit.event is None or unit.event.kind in ("kill", "wound"):
            continue
        for child in parse.children(unit.token.i):
            phrase = _phrase(parse, child)
            if phrase and len(phrase) <= LONGEST:
                found.setdefault(phrase.quote.casefold(), phrase)
    return tuple(sorted(found.values()))[:MOST]


def _phrase(parse: Parse, child: Token) -> Span | None:
    if child.dep in ("dobj", "nsubjpass") and child.pos in ("NOUN", "PROPN"):
        head = child
    elif child.dep == "prep" and child.lower in _PREPOSITIONS:
        objects = [t for t in parse.children(child.i) if t.dep == "pobj"]
        if not objects or objects[0].ent in ("DATE", "TIME", "GPE"):
            return None
        head = objects[0]
    else:
        return None
    if head.lemma in _NO_TARGETS:
        return None
    inside = [t for t in parse.subtree(head.i) if t.sentence == head.sentence]
    clause = next((t.i for t in inside if t.dep in ("relcl", "acl", "advcl") and t.i > head.i), inside[-1].i + 1)
    inside = [t for t in inside if t.i < clause] or [head]
    last = inside[-1].i + 1
    while last - 1 > head.i and parse.tokens[last - 1].pos in ("PUNCT", "PRON", "ADP"):
        last -= 1
    return parse.span(inside[0].i, last)
