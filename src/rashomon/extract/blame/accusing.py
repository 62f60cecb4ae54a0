"""Accusing: "blamed X", "charged X with it", "attributed to X", "laid it on X", "held X responsible", "named X as"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act
from rashomon.extract.blame.clause import negated, passive, subject
from rashomon.extract.blame.lexicon import AUTHORS, DENIES, words
from rashomon.extract.blame.making import accused, after, has, make, named_here, objects, parties, party, with_conjuncts
from rashomon.records import ActorExpression, ActorKind, Stance, Token

_BLAME_NOUNS = words("blame finger responsibility suspicion accusation")
_ACCUSES = words("blame accuse finger fault implicate incriminate")
_CHARGES = words(
    "charge fault condemn denounce indict reproach criticise criticize convict sentence jail try"
)  # accuse only of something
_ASCRIBES = words("attribute impute ascribe assign credit trace link tie")
_LAYS = words("lay put pin place heap cast shift hang pin")  # "laid it on X", "put that down to X"
_THINGS = words("it all this that both everything one")
_POINTS = words("point hint look lean think")
_CASES = words("case charge complaint suit accusation allegation")
_NAMES = words("name identify list describe consider see regard single cite describe present treat")
_SIGNS = words("sign evidence indication clue trail intelligence everything all suspicion evidence lead")
_REACH = 14  # words between "hold" and "responsible"
_SOME_OF = words("neighbour neighbor community villager tribe clan people side elder family student resident")
_TRADES = words("trade exchange swap")
_EACH_OTHER = words("other another")
_ANSWERABLE = words("responsible accountable answerable liable account")


def accusations(cast: Cast) -> Iterator[Candidate]:
    """The accusations in the order of the text."""
    for token in cast.parse.tokens:
        if token.tag.startswith("VB"):
            yield from _by_verb(cast, token)
        elif token.lower in _ANSWERABLE:
            yield from _held(cast, token)
        elif token.lemma in _BLAME_NOUNS and token.pos in ("NOUN", "PROPN"):
            yield from _put_on(cast, token)
        if token.lemma in _CASES and token.dep == "dobj":
            yield from _case_against(cast, token)


def _by_verb(cast: Cast, verb: Token) -> Iterator[Candidate]:
    if verb.lemma in _ACCUSES:
        yield from _blamed(cast, verb)
    elif verb.lemma in _CHARGES:
        yield from _charged(cast, verb)
    if verb.lemma in _ASCRIBES:
        yield from _attributed(cast, verb)
    if verb.lemma in _LAYS:
        yield from _laid_on(cast, verb)
    if verb.lemma in _POINTS:
        yield from _pointed_at(cast, verb)
    if verb.lemma in _TRADES and any(o.lemma in _BLAME_NOUNS | _CASES for o in objects(cast.parse, verb)):
        doer = subject(cast.parse, verb)
        yield from _one_another(cast, verb, doer) if doer is not None else ()
    if verb.lemma in _NAMES:
        yield from _named_as(cast, verb)
    if verb.lemma == "name" and not passive(cast.parse, verb):
        yield from _named(cast, verb)


def _charged(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "charged X with the bombing", "condemned X for the raid"."""
    parse = cast.parse
    deeds = after(parse, verb, "with", "for", "over", "of")
    if not any(is_act(t) or t.lower in _THINGS for deed in deeds for t in parse.subtree(deed.i)):
        return
    turned = passive(parse, verb)
    held = subject(parse, verb) if turned else None
    for noun in with_conjuncts(parse, [held] if held is not None else objects(parse, verb)):
        if not is_act(noun):
            voice = None if turned else subject(parse, verb)
            yield from make(cast, Stance.BLAMES, cast.named_by(noun), verb, verb.lemma, voice, [noun])


def _laid_on(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "laid it all on X", "put that down to X", "lays the bombings at the door of X"."""
    parse = cast.parse
    things = objects(parse, verb)
    held = subject(parse, verb) if passive(parse, verb) else None
    things += [held] if held is not None else []
    down = has(parse, verb, "down")
    door = any(t.lower in ("door", "doorstep") for t in after(parse, verb, "at"))
    if verb.dep == "relcl":
        things.append(parse.tokens[verb.head])
    if not (down or door or verb.lemma == "pin") and not any(
        t.lower in _THINGS or t.lemma in _BLAME_NOUNS for t in things
    ):
        return
    if not any(t.lower in (*_THINGS, "which") or is_act(t) or t.lemma in _BLAME_NOUNS for t in things):
        return
    voice = None if held is not None else subject(parse, verb)
    below = [n for o in things for n in after(parse, o, "on", "upon", "to", "at")]
    for noun in with_conjuncts(parse, [*after(parse, verb, "on", "upon", "to", "at"), *below]):
        actor = accused(cast, noun) or named_here(cast, noun)
        yield from make(cast, Stance.BLAMES, actor, verb, "laid on", voice, [noun])


def _named_as(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "named X as the prime suspect", "identified the ELN as the author of the killings"."""
    parse = cast.parse
    roles = [t for n in after(parse, verb, "as", "among") for t in (n, *parse.children(n.i))]
    found = next((n for n in roles if n.lemma in AUTHORS or n.lower in ("responsible", "behind")), None)
    if found is None or negated(parse, verb):
        return
    turned = passive(parse, verb)
    held = subject(parse, verb) if turned else None
    stance = Stance.SUSPECTS if found.lemma == "suspect" else Stance.BLAMES
    for noun in with_conjuncts(parse, [held] if held is not None else objects(parse, verb)):
        voice = None if turned else subject(parse, verb)
        actor = cast.named_by(noun) or named_here(cast, noun)
        yield from make(cast, stance, actor, verb, "named as", voice, [noun, found])


def _named(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "had no hesitation in naming X", "named X as having guided them"."""
    parse = cast.parse
    below = parse.children(verb.i)
    if negated(parse, verb) or any(c.dep in ("oprd", "ccomp") for c in below) or after(parse, verb, "after"):
        return
    as_ = [c for c in below if c.lower == "as"]
    if as_ and not any(c.dep == "pcomp" for a in as_ for c in parse.children(a.i)):
        return  # told by `_named_as` where it is the author
    for noun in with_conjuncts(parse, [c for c in below if c.dep == "dobj"]):
        actor = cast.by_token.get(noun.i)
        if actor is not None and actor.kind in (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA):
            yield from make(cast, Stance.BLAMES, actor, verb, "named", subject(parse, verb), [noun])


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
    if verb.dep == "amod" and any(c.dep == "nsubj" for c in parse.children(verb.i)):  # "Damascus accused rebels"
        named, doer = [parse.tokens[verb.head]], next(c for c in parse.children(verb.i) if c.dep == "nsubj")
    on = [n for n in after(parse, verb, "on") if accused(cast, n) is not None]
    if verb.lemma == "blame" and on:
        named = on
    if doer is not None and any(n.lower in _EACH_OTHER and has(parse, n, "each", "one", "the") for n in named):
        yield from _one_another(cast, verb, doer)
        return
    voice = doer or next(iter(after(parse, verb, "by")), None)
    of = _accused_of(cast, verb)
    for noun in with_conjuncts(parse, named):
        actor = accused(cast, noun) or named_here(cast, noun) or _the_state(cast, noun) or _neighbours(cast, noun)
        for made in make(cast, Stance.BLAMES, actor, verb, verb.lemma, voice, [noun]):
            made.signs.add(of)
            yield made


def _one_another(cast: Cast, verb: Token, doer: Token) -> Iterator[Candidate]:
    """ "the two sides blamed each other", "X and Y traded accusations": each is blamed."""
    told = [accused(cast, each) or party(cast, each) for each in with_conjuncts(cast.parse, [doer])]
    for actor in told if len(told) > 1 else [actor for actor, _ in parties(cast, doer)]:
        yield from make(cast, Stance.BLAMES, actor, verb, "each other", None, [doer])


def _accused_of(cast: Cast, verb: Token) -> str:
    """What somebody is accused of: "of violence", "of something else", "of it" where that is left open."""
    parse = cast.parse
    deeds = [
        t
        for child in parse.children(verb.i)
        if child.dep in ("prep", "pcomp", "xcomp", "advcl") and child.lower not in ("by", "on", "in", "at")
        for t in parse.subtree(child.i)
        if t.pos in ("NOUN", "VERB", "PROPN")
    ]
    if not deeds:
        return "of it"
    return (
        "of violence" if any(is_act(t) or cast.harms(t) or t.i in cast.events for t in deeds) else "of something else"
    )


def _attributed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    if verb.lemma in ("link", "tie", "credit", "trace", "assign") and not _deed(cast, verb):
        return
    doer = next(iter(after(parse, verb, "by")), None) if passive(parse, verb) else subject(parse, verb)
    named = after(parse, verb, "to") or [n for o in objects(parse, verb) for n in after(parse, o, "to")]
    for noun in with_conjuncts(parse, named):
        actor = accused(cast, noun) or named_here(cast, noun)
        yield from make(cast, Stance.BLAMES, actor, verb, "attributed", doer, [noun])


def _deed(cast: Cast, verb: Token) -> bool:
    """True where what is traced, tied or assigned to somebody is an act or the responsibility."""
    parse = cast.parse
    held = subject(parse, verb) if passive(parse, verb) else None
    things = [held] if held is not None else objects(parse, verb)
    if verb.dep in ("acl", "relcl"):
        things.append(parse.tokens[verb.head])
    return any(is_act(t) or t.lemma in _BLAME_NOUNS for t in things)


def _pointed_at(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "pinned it on X", "pointed to X"."""
    parse = cast.parse
    things, doer = objects(parse, verb), subject(parse, verb)
    if verb.lemma == "look" and verb.tag != "VBG":
        return
    named = after(parse, verb, *(("of",) if verb.lemma == "think" else ("on", "to", "at", "towards", "toward")))
    doubted = verb.lemma != "point" or (doer is not None and doer.lemma in _SIGNS)
    stance = Stance.SUSPECTS if doubted else Stance.BLAMES
    for noun in with_conjuncts(parse, named):
        if not any(o.lemma == "finger" for o in things):
            yield from make(cast, stance, cast.named_by(noun), verb, "pointed at", doer, [noun])


def _held(cast: Cast, responsible: Token) -> Iterator[Candidate]:
    """ "hold X responsible"."""
    parse = cast.parse
    first = max(parse.sentences[responsible.sentence].first, responsible.i - _REACH)
    verb = next(
        (parse.tokens[i] for i in range(responsible.i - 1, first - 1, -1) if parse.tokens[i].lemma == "hold"), None
    )
    if verb is None or not verb.tag.startswith("VB") or negated(parse, verb):
        return
    named = [*objects(parse, verb), *(c for c in parse.children(responsible.i) if c.dep == "nsubj")]
    named = [n for n in named if n.i != responsible.i]
    if responsible.dep == "amod":  # "held X responsible", read as "responsible X"
        named.append(parse.tokens[responsible.head])
    held = subject(parse, verb) if passive(parse, verb) else None
    if held is not None:
        named = [held]
    for noun in with_conjuncts(parse, named):
        doer = subject(parse, verb) if held is None else None
        actor = accused(cast, noun) or _the_state(cast, noun)
        yield from make(cast, Stance.BLAMES, actor, verb, "held responsible", doer, [noun, responsible])


def _neighbours(cast: Cast, noun: Token) -> ActorExpression | None:
    """A people, by a noun for some of them: "their Borana neighbours", "the Adivasi community"."""
    parse = cast.parse
    before = parse.tokens[noun.i - 1] if noun.i > parse.sentences[noun.sentence].first else noun
    if (
        noun.lemma not in _SOME_OF
        or before.pos not in ("PROPN", "ADJ", "NOUN")
        or before.head != noun.i
        or not before.text[0].isupper()
        or before.ent == "PERSON"
    ):
        return None
    span = parse.span(before.i, noun.i + 1)
    return ActorExpression(span, None, span.quote, ActorKind.UNNAMED, "named by the construction")


def _the_state(cast: Cast, noun: Token) -> ActorExpression | None:
    """The state whose report it is, for a plain "the state", "the authorities"."""
    plain = noun.lower in ("state", "authorities") and not after(cast.parse, noun, "of")
    return cast.home(noun) if plain and has(cast.parse, noun, "the") else None


def _case_against(cast: Cast, case: Token) -> Iterator[Candidate]:
    """ "registered a case against X", "brought charges against X"."""
    parse = cast.parse
    verb = parse.tokens[case.head]
    if negated(parse, verb) or verb.lemma in DENIES:
        return
    for noun in with_conjuncts(parse, [*after(parse, verb, "against"), *after(parse, case, "against")]):
        yield from make(cast, Stance.BLAMES, accused(cast, noun), verb, "a case against", subject(parse, verb), [noun])


def _put_on(cast: Cast, blame: Token) -> Iterator[Candidate]:
    """ "laid the blame on X", "pointed the finger at X", "suspicion fell on X", "X got the blame"."""
    parse = cast.parse
    verb = parse.tokens[blame.head]
    doubted = blame.lemma == "suspicion" or any(n.lemma == "suspicion" for n in after(parse, blame, "of"))
    stance = Stance.SUSPECTS if doubted else Stance.BLAMES
    voice = None if blame.dep in ("nsubj", "nsubjpass") else subject(parse, verb)
    voice = next(iter(after(parse, verb, "by")), voice)
    named = [*after(parse, verb, "on", "at", "to", "upon", "with"), *after(parse, blame, "on", "at")]
    if any(n.lower in ("door", "doorstep", "feet") for n in named):
        return
    for noun in with_conjuncts(parse, named):
        if cast.named_by(noun) is not None:
            yield from make(cast, stance, cast.named_by(noun), verb, "put the blame on", voice, [noun, blame])
    got = subject(parse, verb) if verb.lemma == "get" and blame.dep == "dobj" else None
    if got is not None:
        yield from make(cast, stance, accused(cast, got), verb, "got the blame", None, [got, blame])
