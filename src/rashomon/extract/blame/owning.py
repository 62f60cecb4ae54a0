"""Owning up: "claimed responsibility", "an attack claimed by", "admitted", "apologised", "it was in retaliation"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act, noun_lemma
from rashomon.extract.blame.clause import negated, passive, subject
from rashomon.extract.blame.lexicon import ACTS, words
from rashomon.extract.blame.making import after, has, make, named_here, objects, party, quoted, voice_of
from rashomon.records import ActorExpression, ActorKind, Parse, Stance, Token

_TAKES = words("claim reclaim take accept assume admit acknowledge own")
_ADMITS = words("acknowledge admit confirm own endorse concede justify defend boast")
_VOICES = words("offer express voice present extend convey issue")
_APOLOGISES = words("apologise apologize")
_TELLS = words("announce report hail celebrate praise")  # of an armed group's attack: its own
_SHOWS = words("publish release post issue distribute circulate air broadcast")
_PICTURES = words("photo photograph picture image video footage recording film clip")
_PAPERS = words("paper note leaflet letter message pamphlet banner placard sign communique slip card flyer text")
_DEAD = words("body corpse dead wreck wreckage")
_WRECKED = words("burning burned burnt charred destroyed wrecked captured seized blazing ambushed")
_ERRORS = words("error mistake guilt blame")
_SORRY = words("apology regret sorrow remorse")
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA)
_REASONS = words("retaliation revenge reprisal response answer reply vengeance payback punishment")
_CREDIT = words("responsibility credit authorship paternity")
_VAGUE = words("it that two three four all")
_LIVES = words("life victim casualty victory control success")
_ANY = words(
    """it both that them one two three four all blast killing bombing capture seizure takeover storming burning torching
    downing sinking"""
)


def owned_up(cast: Cast) -> Iterator[Candidate]:
    """The statements by which a side owns up, in the order of the text."""
    for token in cast.parse.tokens:
        if token.lemma == "claim" and token.pos == "NOUN":
            yield from _claim_of(cast, token)
        elif token.lemma in _REASONS and token.pos == "NOUN":
            yield from _avenged(cast, token)
        elif token.tag.startswith("VB"):
            if token.lemma in _ADMITS or token.lemma in _TELLS:
                yield from _admitted(cast, token)
            if token.lemma in _SHOWS:
                yield from _showed(cast, token)
            if token.lemma in _TAKES:
                yield from _claimed(cast, token)
            if token.lemma == "sign":
                yield from _signed(cast, token)
            sorry = token.lemma in _VOICES and any(o.lemma in _SORRY for o in objects(cast.parse, token))
            if (sorry or token.lemma in _APOLOGISES) and (doer := subject(cast.parse, token)):
                yield from make(cast, Stance.CLAIMS, party(cast, doer), token, "apologised", doer, [doer])


def _claim_of(cast: Cast, claim: Token) -> Iterator[Candidate]:
    """ "a claim of responsibility by X", "X's claim of responsibility"."""
    parse = cast.parse
    if any(n.lemma in _CREDIT for n in after(parse, claim, "of")):
        for noun in (*after(parse, claim, "by", "from"), *(c for c in parse.children(claim.i) if c.dep == "poss")):
            yield from make(cast, Stance.CLAIMS, party(cast, noun), claim, "claim of responsibility", noun)
    verb = parse.tokens[claim.head]
    if verb.lemma == "come" and claim.dep == "nsubj":
        for noun in after(parse, verb, "from"):
            yield from make(cast, Stance.CLAIMS, party(cast, noun), verb, "claim of responsibility", noun, [claim])


def _signed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "a note left in the bus was signed by X"."""
    parse = cast.parse
    held = subject(parse, verb) if verb.dep != "acl" else None
    paper = held is not None and any(t.lemma in _PAPERS for t in (held, *after(parse, held, "of")))
    for noun in after(parse, verb, "by") if paper else ():
        actor = cast.named_by(noun) or named_here(cast, noun)
        if actor is not None and actor.kind in _GROUPS:
            yield from make(cast, Stance.CLAIMS, actor, verb, "claimed by", noun, [noun])


def _showed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "released a video of the ambush", by a group: its own."""
    parse = cast.parse
    shown = [o for o in objects(parse, verb) if o.lemma in _PICTURES and _of_the_act(cast, o)]
    doer = subject(parse, verb) if shown and not passive(parse, verb) else None
    actor = party(cast, doer)
    if doer is not None and actor is not None and actor.kind in _GROUPS:
        yield from make(cast, Stance.CLAIMS, actor, verb, "showed", doer, [doer, *shown])


def _own_credit(parse: Parse, noun: Token) -> bool:
    """True for "confirmed its responsibility", "acknowledged authorship"."""
    return noun.lemma in _CREDIT and not any(c.dep == "poss" and c.pos != "PRON" for c in parse.children(noun.i))


def _of_the_act(cast: Cast, picture: Token) -> bool:
    """True for pictures of an act, or of what was done to somebody or something."""
    shown = after(cast.parse, picture, "of")
    if any(noun_lemma(n) in _DEAD or has(cast.parse, n, *_WRECKED) for n in shown):
        return True
    return any(is_act(t) for t in cast.parse.subtree(picture.i))


def _admitted(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "acknowledged the strike", "owned up to the attack"."""
    parse = cast.parse
    owned = [
        o
        for o in (*objects(parse, verb), *after(parse, verb, "to", "of"))
        if is_act(o) or o.lemma in _ERRORS or (verb.lemma not in _TAKES - {"acknowledge"} and _own_credit(parse, o))
    ]
    if verb.lemma == "own":
        owned = [verb] if has(parse, verb, "up") else []
    doer = subject(parse, verb) or (cast.before(verb) if verb.lemma == "own" else None)
    turned = passive(parse, verb) and verb.lemma != "own"
    if owned and doer is not None and not turned and not negated(parse, verb):
        actor = party(cast, doer)
        if verb.lemma in _TELLS and (actor is None or actor.kind not in _GROUPS):
            return
        yield from make(cast, Stance.CLAIMS, actor, verb, "acknowledged", doer, [doer, *owned])


def _claimed(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    if negated(parse, verb) or _neither(parse, verb):
        return
    agents = after(parse, verb, "by")
    if agents and not objects(parse, verb):
        held = subject(parse, verb) or (parse.tokens[verb.head] if verb.dep in ("acl", "relcl") else None)
        owned = verb.lemma in _ADMITS and held is not None and is_act(held)
        if verb.lemma == "claim" or owned or (held is not None and held.lemma in _CREDIT):
            needed = [held] if held is not None else []
            for noun in agents:
                actor = party(cast, noun) or named_here(cast, noun)
                yield from make(cast, Stance.CLAIMS, actor, verb, "claimed by", noun, needed)
        return
    what = [o for o in objects(parse, verb) if _claimable(cast, verb, o)] or _near(parse, verb)
    head = parse.tokens[verb.head]
    if not what and verb.lemma == "claim" and verb.dep == "relcl" and is_act(head) and not objects(parse, verb):
        what = [head]  # "a bombing on Sunday that the PKK claimed"
    # A name that looks like a verb ("IS claimed") makes the parser see a passive: an object shows that it is none.
    if not what or (passive(parse, verb) and not objects(parse, verb)):
        return
    doer, actor = _claimant(cast, verb)
    if doer is None:
        return
    yield from make(cast, Stance.CLAIMS, actor, verb, "claimed responsibility", doer, [doer, *what])
    for other in (c for c in parse.children(doer.i) if c.dep == "conj" and doer.i < c.i < verb.i):  # "X and Y claimed"
        also = party(cast, other)
        if also is not None and actor is not None and also.name != actor.name:
            yield from make(cast, Stance.CLAIMS, also, verb, "claimed responsibility", other, [other, *what])


def _neither(parse: Parse, verb: Token) -> bool:
    """True for the second half of "neither denied nor claimed"."""
    up = parse.tokens[verb.head]
    told = verb.dep == "conj" and up.lemma in ("deny", "confirm")
    return told and (negated(parse, up) or has(parse, up, "neither"))


def _claimant(cast: Cast, verb: Token) -> tuple[Token | None, ActorExpression | None]:
    """Who claims: the subject, whoever is quoted as "we", the name beside "a little-known group", a name before."""
    parse = cast.parse
    doer = subject(parse, verb)
    if doer is not None and doer.lower == "we":
        doer = voice_of(cast, verb)[1] or quoted(cast, doer) or doer
    actor = party(cast, doer)
    if actor is None and doer is not None:
        actor = next((a for c in parse.children(doer.i) if c.dep == "appos" and (a := named_here(cast, c))), None)
    if actor is None:
        doer = cast.before(verb) or doer
        actor = party(cast, doer) or named_here(cast, doer)
    return doer, actor


def _claimable(cast: Cast, verb: Token, noun: Token) -> bool:
    if noun.lemma in _CREDIT:
        return True
    if verb.lemma not in ("claim", "reclaim", "own"):
        return False
    below = cast.parse.subtree(noun.i)
    told = any(is_act(t) or t.i in cast.events for t in below if t.dep in ("dobj", "pobj", "amod", "compound", "conj"))
    return is_act(noun) or noun.lemma in _ANY or noun.lower in _ANY or (told and noun.lemma not in _LIVES)


def _near(parse: Parse, verb: Token) -> list[Token]:
    """The responsibility or the act a few words after the verb, whatever the parser made of it."""
    following = parse.tokens[verb.i + 1 : min(verb.i + 5, parse.sentences[verb.sentence].last)]
    acts = [t for t in following[:3] if is_act(t) or t.lemma in _ANY - _VAGUE] if verb.lemma == "claim" else []
    if verb.lemma == "claim" and following[:1] and following[0].lower in ("that", "this"):  # "claimed that killing too"
        acts += [t for t in following[1:2] if t.tag == "VBG" and t.lower in _ANY | ACTS]
    return acts or [t for t in following if t.lemma in _CREDIT]


def _avenged(cast: Cast, reason: Token) -> Iterator[Candidate]:
    """ "the attack was in retaliation for ...", said by the side that did it."""
    parse = cast.parse
    verb = reason
    while verb.dep in ("attr", "pobj", "prep", "conj", "acomp") and verb.head != verb.i:
        verb = parse.tokens[verb.head]
    doer = subject(parse, verb)
    _, voice = voice_of(cast, verb)
    if verb.lemma != "be" or doer is None or voice is None or negated(parse, verb):
        return
    speaking = party(cast, voice)
    own = speaking is not None and speaking.kind in _GROUPS and doer.lower in ("it", "this", "that")
    if is_act(doer) or own:
        yield from make(cast, Stance.CLAIMS, speaking, verb, "in retaliation", voice, [doer, reason])
