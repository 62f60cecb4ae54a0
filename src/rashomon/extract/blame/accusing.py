"""Accusing: "blamed X", "accused X of", "attributed to X", "held X responsible", "put the blame on X"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast
from rashomon.extract.blame.clause import negated, passive, subject
from rashomon.extract.blame.lexicon import words
from rashomon.extract.blame.making import accused, after, has, make, named_here, objects, with_conjuncts
from rashomon.records import Stance, Token

_BLAME_NOUNS = words("blame finger responsibility suspicion accusation")
_ASCRIBES = words("attribute impute ascribe")
_POINTS = words("pin point")
_SIGNS = words("sign evidence indication clue trail intelligence everything all suspicion evidence lead")
_EACH_OTHER = words("other another")


def accusations(cast: Cast) -> Iterator[Candidate]:
    """The accusations in the order of the text."""
    for token in cast.parse.tokens:
        if token.tag.startswith("VB") and token.lemma in ("blame", "accuse", "finger"):
            yield from _blamed(cast, token)
        elif token.tag.startswith("VB") and token.lemma in _ASCRIBES:
            yield from _attributed(cast, token)
        elif token.tag.startswith("VB") and token.lemma in _POINTS:
            yield from _pointed_at(cast, token)
        elif token.lower in ("responsible", "accountable") and cast.parse.tokens[token.head].lemma == "hold":
            yield from _held(cast, token)
        elif token.lemma in _BLAME_NOUNS and token.pos in ("NOUN", "PROPN"):
            yield from _put_on(cast, token)


def _blamed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    if negated(parse, verb):
        return
    stands = parse.tokens[verb.head].lemma == "stand" and verb.tag == "VBN"  # "stands accused of"
    if stands:
        verb_of = parse.tokens[verb.head]
        for noun in with_conjuncts(parse, [held] if (held := subject(parse, verb_of)) is not None else []):
            yield from make(cast, Stance.BLAMES, accused(cast, noun), verb, verb.lemma, None, [noun])
        return
    turned = passive(parse, verb)
    doer = None if turned else subject(parse, verb)
    named = objects(parse, verb)
    if turned:
        held = parse.tokens[verb.head] if verb.dep == "acl" else subject(parse, verb)
        named = [held] if held is not None else []
    on = [n for n in after(parse, verb, "on") if accused(cast, n) is not None]
    if verb.lemma == "blame" and on:
        named = on
    if doer is not None and any(n.lower in _EACH_OTHER and has(parse, n, "each", "one") for n in named):
        for each in with_conjuncts(parse, [doer]):
            yield from make(cast, Stance.BLAMES, accused(cast, each), verb, "each other", None, [doer])
        return
    voice = doer or next(iter(after(parse, verb, "by")), None)
    for noun in with_conjuncts(parse, named):
        actor = accused(cast, noun) or named_here(cast, noun)
        yield from make(cast, Stance.BLAMES, actor, verb, verb.lemma, voice, [noun])


def _attributed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    doer = next(iter(after(parse, verb, "by")), None) if passive(parse, verb) else subject(parse, verb)
    named = after(parse, verb, "to") or [n for o in objects(parse, verb) for n in after(parse, o, "to")]
    for noun in with_conjuncts(parse, named):
        actor = accused(cast, noun) or named_here(cast, noun)
        yield from make(cast, Stance.BLAMES, actor, verb, "attributed", doer, [noun])


def _pointed_at(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "pinned it on X", "pointed to X"."""
    parse = cast.parse
    things, doer = objects(parse, verb), subject(parse, verb)
    named = after(parse, verb, "on", "to", "at")
    if verb.lemma == "pin":
        named += [n for o in things for t in parse.subtree(o.i) for n in after(parse, t, "on")]
    stance = Stance.SUSPECTS if doer is not None and doer.lemma in _SIGNS else Stance.BLAMES
    for noun in with_conjuncts(parse, named):
        if not any(o.lemma == "finger" for o in things):
            yield from make(cast, stance, cast.named_by(noun), verb, "pointed at", doer, [noun])


def _held(cast: Cast, responsible: Token) -> Iterator[Candidate]:
    """ "hold X responsible"."""
    parse = cast.parse
    verb = parse.tokens[responsible.head]
    named = [*objects(parse, verb), *(c for c in parse.children(responsible.i) if c.dep == "nsubj")]
    named = [n for n in named if n.i != responsible.i]
    for noun in with_conjuncts(parse, named):
        doer = subject(parse, verb)
        yield from make(cast, Stance.BLAMES, accused(cast, noun), verb, "held responsible", doer, [noun, responsible])


def _put_on(cast: Cast, blame: Token) -> Iterator[Candidate]:
    """ "laid the blame on X", "pointed the finger at X", "suspicion fell on X", "X got the blame"."""
    parse = cast.parse
    verb = parse.tokens[blame.head]
    doubted = blame.lemma == "suspicion" or any(n.lemma == "suspicion" for n in after(parse, blame, "of"))
    stance = Stance.SUSPECTS if doubted else Stance.BLAMES
    voice = None if blame.dep in ("nsubj", "nsubjpass") else subject(parse, verb)
    voice = next(iter(after(parse, verb, "by")), voice)
    named = [*after(parse, verb, "on", "at", "to"), *after(parse, blame, "on", "at")]
    for noun in with_conjuncts(parse, named):
        if cast.named_by(noun) is not None:
            yield from make(cast, stance, cast.named_by(noun), verb, "put the blame on", voice, [noun, blame])
    got = subject(parse, verb) if verb.lemma == "get" and blame.dep == "dobj" else None
    if got is not None:
        yield from make(cast, stance, accused(cast, got), verb, "got the blame", None, [got, blame])
