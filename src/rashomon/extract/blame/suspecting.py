"""Suspecting: "police suspect X", "X is under suspicion", "would not rule out X"; and its contrary, "ruled out X"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act, noun_lemma
from rashomon.extract.blame.clause import negated, passive, subject
from rashomon.extract.blame.lexicon import CARRIERS, NAMELESS, RESPONSIBILITY
from rashomon.extract.blame.making import PRONOUNS, after, has, make, objects, own_party, with_conjuncts
from rashomon.records import Stance, Token

_OWN = ("its", "their", "his", "our")


def not_ruled_out(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "would not rule out the INLA", "did not rule out that X had a hand in it"."""
    parse = cast.parse
    out = verb.lemma == "exclude" or has(parse, verb, "out")
    turned = passive(parse, verb)
    if not out or (turned and not negated(parse, verb)):
        return
    if turned:
        held = subject(parse, verb)
        for noun in with_conjuncts(parse, [held] if held is not None and _may_have(cast, held) else []):
            yield from make(cast, Stance.SUSPECTS, cast.named_by(noun), verb, "not ruled out", None, [noun])
        return
    if not negated(parse, verb):
        yield from _ruled_out(cast, verb)
        return
    clauses = [c for c in parse.children(verb.i) if c.dep == "ccomp"]
    named = [
        *(o for o in objects(parse, verb) if _may_have(cast, o)),
        *(s for c in clauses if (s := subject(parse, c)) is not None),
    ]
    for noun in with_conjuncts(parse, named):
        yield from make(cast, Stance.SUSPECTS, cast.named_by(noun), verb, "not ruled out", subject(parse, verb), [noun])


def _may_have(cast: Cast, noun: Token) -> bool:
    """True for those who may have done it, and for their part in it; not for "talks with X"."""
    return noun.i in cast.by_token or noun_lemma(noun) in CARRIERS | NAMELESS | RESPONSIBILITY


def _ruled_out(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "ruled out the ELN"; "ruled out any involvement of its fighters", said by that side."""
    parse = cast.parse
    doer = subject(parse, verb)
    for thing in objects(parse, verb):
        own = any(has(parse, n, *_OWN) or n.lower in PRONOUNS for n in after(parse, thing, "of", "by"))
        part = thing.lemma in ("involvement", "part", "role", "participation")
        actor = own_party(cast, doer) if part and own else cast.named_by(thing)
        if actor is not None and (part or thing.i in cast.by_token) and not is_act(thing):
            yield from make(cast, Stance.DENIES, actor, verb, "no involvement", doer, [thing])


def suspected(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "police suspect X", "X was linked to the attack"."""
    parse = cast.parse
    turned = passive(parse, verb)
    if negated(parse, verb) or (verb.lemma == "link" and not any(is_act(n) for n in after(parse, verb, "to"))):
        return
    held = subject(parse, verb) if turned else None
    named = [held] if held is not None else [c for c in parse.children(verb.i) if c.dep == "dobj"]
    if verb.lemma == "suspect" and turned:
        return  # "X is suspected" is told by the predicate
    for noun in with_conjuncts(parse, named):
        voice = None if turned else subject(parse, verb)
        yield from make(cast, Stance.SUSPECTS, cast.named_by(noun), verb, verb.lemma, voice, [noun])


def under_suspicion(cast: Cast, suspicion: Token) -> Iterator[Candidate]:
    """ "X is under suspicion", "X came under suspicion"."""
    verb = next((t for t in cast.parse.ancestors(suspicion.i) if t.pos in ("VERB", "AUX")), None)
    doer = subject(cast.parse, verb) if verb is not None else None
    if verb is None or doer is None or negated(cast.parse, verb):
        return
    for noun in with_conjuncts(cast.parse, [doer]):
        yield from make(cast, Stance.SUSPECTS, cast.named_by(noun), verb, "under suspicion", None, [noun, suspicion])
