"""How a sentence introduces what it tells: whether its participants are new or known, and how it opens.

A new incident brings new people: "gunmen shot a teacher", "a bus was stopped". One told already has its people by
name, by "the" or by a pronoun: "the gunmen fled", "he died on the spot".
"""

from rashomon.extract.splitting.units import ANOTHER, Unit, clause_head
from rashomon.records import Parse, Token

OPENING = 40  # characters; a place or a day that stands further in opens nothing
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_KNOWN = frozenset("the this that these those both".split())
_LINKS = frozenset("and but also meanwhile then in on at near around outside".split())


def participants(parse: Parse, unit: Unit) -> tuple[str, str]:
    """How the subject and the object of a unit's clause are named: "a", "the", "pronoun", "name", "number", or ""."""
    verb = parse.tokens[clause_head(parse, unit.token.i)]
    if unit.token.pos == "VERB":
        verb = unit.token
    subject = next((c for c in parse.children(verb.i) if c.dep in _SUBJECTS), None)
    if subject is None and verb.dep == "conj":
        subject = next((c for c in parse.children(verb.head) if c.dep in _SUBJECTS), None)
    told = next((c for c in parse.children(verb.i) if c.dep in ("dobj", "attr")), None)
    if told is None:
        preposition = next((c for c in parse.children(verb.i) if c.dep == "prep" and c.i > verb.i), None)
        told = next((c for c in parse.children(preposition.i) if c.dep == "pobj"), None) if preposition else None
    return _naming(parse, subject), _naming(parse, told)


def _naming(parse: Parse, head: Token | None) -> str:
    if head is None:
        return ""
    if head.pos == "PRON":
        return "pronoun"
    before = [c for c in parse.children(head.i) if c.i < head.i]
    words = {c.lower for c in before}
    if words & ANOTHER:
        return "another"
    if words & _KNOWN:
        return "the"
    if words & {"a", "an"}:
        return "a"
    if any(c.dep == "poss" for c in before):
        return "poss"
    if any(c.dep == "nummod" for c in before) or head.pos == "NUM":
        return "number"
    if head.pos == "PROPN":
        return "name"
    return "bare"


def opening(parse: Parse, unit: Unit) -> str:
    """What opens the unit's sentence: its "place", its "time", both, or ""."""
    sentence = parse.sentences[unit.token.sentence]
    place = any(0 <= p.span.start - sentence.start < OPENING for p in unit.places) and _frames(parse, unit, "place")
    time = any(0 <= t.span.start - sentence.start < OPENING for t in unit.times) and _frames(parse, unit, "time")
    return "+".join(name for name, stands in (("place", place), ("time", time)) if stands)


def _frames(parse: Parse, unit: Unit, kind: str) -> bool:
    """True where nothing but links stands before the unit's place or time in its sentence."""
    sentence = parse.sentences[unit.token.sentence]
    spans = [e.span for e in (unit.places if kind == "place" else unit.times)]
    other = [e.span for e in (unit.times if kind == "place" else unit.places)]
    for span in spans:
        if not sentence.start <= span.start < sentence.start + OPENING:
            continue
        between = [
            t
            for t in parse.words(sentence)
            if t.end <= span.start
            and t.pos not in ("PUNCT", "DET", "SPACE")
            and t.lower not in _LINKS
            and not any(o.start <= t.start < o.end for o in other)
        ]
        if len(between) <= 1:
            return True
    return False
