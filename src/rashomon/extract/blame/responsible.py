"""Statements on who was responsible: "X was behind it", "the work of X", "it was X", "the attackers were X"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, is_act, noun_lemma, same_side
from rashomon.extract.blame.clause import asked, hedged, negated, passive, subject, unreal
from rashomon.extract.blame.lexicon import AUTHORS, CARRIERS, DENIES, DOES, HEDGES, NAMELESS, WEAPONS, words
from rashomon.extract.blame.making import (
    PRONOUNS,
    accused,
    after,
    has,
    last_subject,
    make,
    named_here,
    objects,
    own_party,
    party,
    voice_of,
    with_conjuncts,
)
from rashomon.extract.blame.suspecting import not_ruled_out, suspected, under_suspicion
from rashomon.records import ActorExpression, ActorKind, Stance, Token

_STANDS = words("be stand have believe suspect think seem appear")
_WORK = words("work hallmark handiwork author doing act deed signature trademark style pattern mark fingerprint stamp")
_SIGNATURES = words("hallmark signature trademark style pattern mark fingerprint stamp method manner modus tactic")
_ATTACKERS = words("author attacker assailant suspect perpetrator culprit gunman bomber killer shooter raider militant")
_IDENTIFIES = words("identify recognise recognize name present introduce")
_GUILTY = words("responsible involved culpable guilty answerable complicit")
_RAISES = {
    "believed": "suspected",
    "thought": "suspected",
    "alleged": "suspected",
    "said": "suspected",
    "known": "said to",
}
_OWN = ("its", "their", "his", "our")
_WEIGHS = words("investigate examine probe look study check consider explore")  # whether somebody was behind it
_TOKENS = words("sign indication clue evidence")
_DISTANCES = words("distance dissociate disassociate")
_THINKS = words("believe suspect think")


def responsible(cast: Cast) -> Iterator[Candidate]:
    """The statements that somebody was or was not responsible, in the order of the text."""
    for token in cast.parse.tokens:
        yield from _predicate(cast, token)
        yield from _by_a_noun(cast, token)
        yield from _by_a_verb(cast, token)


def _by_a_noun(cast: Cast, token: Token) -> Iterator[Candidate]:
    """Where a noun or "that" carries it: the work of, the authors, the attackers were, the hand of, under suspicion."""
    if token.lemma in _WORK:
        yield from _work_of(cast, token)
    if token.lower in ("that", "those"):
        yield from _that_of(cast, token)
    if token.lemma in AUTHORS:
        yield from _author(cast, token)
    if token.dep in ("nsubj", "nsubjpass") and (noun_lemma(token) in _ATTACKERS or _guilty_group(cast, token)):
        yield from _attackers_were(cast, token)
    if token.lower in ("theirs", "ours", "his") and token.dep in ("attr", "acomp"):
        yield from _theirs(cast, token)
    if token.lemma in ("involvement", "hand", "name") or token.lower == "hands":
        yield from _hand_of(cast, token)
    if token.lemma == "part" and token.dep == "dobj" and cast.parse.tokens[token.head].lemma in ("take", "have"):
        yield from _took_part(cast, token)
    if token.lemma in ("suspicion", "investigation") and cast.parse.tokens[token.head].lower == "under":
        yield from under_suspicion(cast, token)


def _by_a_verb(cast: Cast, token: Token) -> Iterator[Candidate]:
    """Where a verb carries it: identified as, it was X who, suspected of, not ruled out, distanced itself."""
    if token.lemma == "be":
        yield from _it_was(cast, token)
    if token.lemma == "participate":
        yield from _took_part(cast, token)
    if token.lemma in _DISTANCES and has(cast.parse, token, "itself", "themselves"):
        yield from _distanced(cast, token)
    if not token.tag.startswith("VB"):
        return
    if token.lemma in _IDENTIFIES:
        yield from _identified(cast, token)
    if token.lemma in ("suspect", "link", "implicate"):
        yield from suspected(cast, token)
    if token.lemma in ("rule", "exclude"):
        yield from not_ruled_out(cast, token)


def _predicate(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "X was behind", "X was responsible", "X was involved", "X is to blame", "X is suspected"."""
    parse = cast.parse
    up = parse.tokens[token.head]
    copula = up.lemma in ("be", "seem", "appear") and token.dep != "conj"
    if token.lower == "behind" and token.dep in ("prep", "advmod", "acomp", "pcomp") and up.lemma in _STANDS:
        yield from _stated(cast, up, subject(parse, up), "behind", token)
    elif token.lower == "responsible" and token.dep == "oprd" and up.lower in ("thought", "believed"):
        yield from _stated(cast, up, subject(parse, up), "suspected", token)
    elif token.lower in _GUILTY and (
        token.dep not in ("amod", "oprd", "acl") or any(c.dep.startswith("nsubj") for c in parse.children(token.i))
    ):
        verb = up if copula else token
        yield from _stated(cast, verb, subject(parse, verb), token.lower, token)
    elif token.lower == "suspected" and token.tag == "VBN" and token.dep not in ("amod", "compound"):
        doer = up if token.dep == "acl" else subject(parse, token)
        yield from _stated(cast, token, doer, "suspected", token)
    elif token.lower in ("believed", "thought") and token.tag == "VBN" and _supposed_to_be(cast, token) is not None:
        doer = up if token.dep == "acl" else subject(parse, token)
        if doer is not None and noun_lemma(doer) in NAMELESS | _ATTACKERS:
            yield from _stated(cast, token, doer, "suspected", token)
    elif token.lower in _RAISES and token.tag == "VBN" and _of_an_act(cast, token):
        yield from _stated(cast, token, subject(parse, token), _RAISES[token.lower], token)
    elif token.lemma == "blame" and token.tag == "VB" and up.lemma == "be":
        yield from _stated(cast, up, subject(parse, up), "to blame", token)


def _of_an_act(cast: Cast, token: Token) -> bool:
    """True for "is believed to be holding the hostages of the raid": an act that no verb of violence tells."""
    below = [c for c in cast.parse.children(token.i) if c.dep == "xcomp" and c.lemma != "be"]
    told = any(t.i in cast.events or is_act(t) for c in below for t in cast.parse.subtree(c.i))
    return told and not any(cast.harms(c) or c.lemma in DOES for c in below)


def _stated(cast: Cast, verb: Token, doer: Token | None, rule: str, token: Token) -> Iterator[Candidate]:
    """That somebody was responsible, with the stance of who says so."""
    weighed = cast.parse.tokens[verb.head].lemma in _WEIGHS and asked(cast.parse, verb)
    if doer is None or (asked(cast.parse, verb) and not weighed):
        return
    parse = cast.parse
    report, voice = voice_of(cast, verb)
    speaking = party(cast, voice)
    up = parse.tokens[verb.head]
    doubting = up.lemma == "doubt" and up.pos == "VERB" and not negated(parse, up)
    denied = negated(parse, verb) or doubting or (report is not None and report.lemma in DENIES)
    for noun in with_conjuncts(parse, [doer]):
        actor = _supposed_to_be(cast, token) or cast.named_by(noun)
        if rule in ("behind", "responsible", "to blame") and noun.ent == "ORG" and actor is None:
            actor = named_here(cast, noun)
        owned = noun_lemma(noun) in CARRIERS and has(parse, noun, "its", "their", "his", "our")
        if (actor is None and noun.lower in PRONOUNS) or owned:
            told = speaking or own_party(cast, voice)
            actor = told if told is not None and can_act(told) else last_subject(cast, noun)
            speaking = told
        if actor is None:
            continue
        stance = Stance.BLAMES
        if denied:
            stance = Stance.DENIES
        elif speaking is not None and same_side(speaking, actor):
            stance = Stance.CLAIMS
        elif rule == "suspected" or weighed or hedged(parse, verb, noun, token):
            stance = Stance.SUSPECTS
        yield from make(cast, stance, actor, verb, rule, voice, [noun, token])


def _hand_of(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "died at the hands of X", "saw the hand of X", "possible involvement of X", "named X as the culprit"."""
    parse = cast.parse
    up = parse.tokens[token.head]
    if token.lemma == "name":
        blamed = any(n.lemma in AUTHORS | _ATTACKERS for n in after(parse, token, "as"))
        for noun in objects(parse, token) if blamed and token.tag.startswith("VB") else []:
            yield from make(cast, Stance.BLAMES, cast.named_by(noun), token, "named", subject(parse, token), [noun])
        return
    verb = next((t for t in parse.ancestors(token.i) if t.pos in ("VERB", "AUX")), None)
    if verb is not None and (has(parse, verb, "out") or verb.lemma == "exclude"):
        return
    placed = token.lower == "involvement" or up.lower == "at" or up.lemma == "see"
    if verb is None or verb.lemma in DENIES or not placed:
        return
    stance = Stance.SUSPECTS if token.lower == "involvement" else Stance.BLAMES
    for noun in after(parse, token, "of"):
        yield from make(cast, stance, cast.named_by(noun), verb, "hand of", None, [token, noun])


def _supposed_to_be(cast: Cast, token: Token) -> ActorExpression | None:
    """Who the attackers are "suspected to be", "believed to be members of"; None where that is not told."""
    parse = cast.parse
    verbs = (c for c in parse.children(token.i) if c.dep == "xcomp" and c.lemma == "be")
    nouns = (n for verb in verbs for n in parse.children(verb.i) if n.dep in ("attr", "acomp"))
    return next((found for n in nouns if (found := cast.named_by(n) or _people(cast, n)) is not None), None)


def _work_of(cast: Cast, work: Token) -> Iterator[Candidate]:
    """ "the work of X", "bore the hallmarks of X"; "was its work", said by X."""
    parse = cast.parse
    up = parse.tokens[work.head]
    trigger = up if up.pos in ("VERB", "AUX") else work
    doubted = work.lemma in _SIGNATURES or hedged(parse, work, up) or has(parse, up, "likely", "probably")
    if work.lemma not in ("act", "style", "pattern", "mark", "stamp") or up.lemma in ("be", "bear", "carry", "have"):
        denied = negated(parse, up) or negated(parse, work)
        for noun in with_conjuncts(parse, [n for n in after(parse, work, "of") if not has(parse, n, *_OWN)]):
            stance = Stance.DENIES if denied else Stance.SUSPECTS if doubted else Stance.BLAMES
            actor = cast.named_by(noun) or (named_here(cast, noun) if up.lemma == "be" else None)
            _, voice = voice_of(cast, up)
            yield from make(cast, stance, actor, trigger, "work of", voice if denied else None, [noun, work])
    own = has(parse, work, "its", "their") or any(has(parse, n, *_OWN) for n in after(parse, work, "of"))
    if up.lemma == "be" and work.lemma in ("work", "doing", "handiwork", "deed") and own:
        _, voice = voice_of(cast, up)
        stance = Stance.DENIES if negated(parse, up) else Stance.CLAIMS
        yield from make(cast, stance, own_party(cast, voice), up, "its work", voice, [work])


def _theirs(cast: Cast, theirs: Token) -> Iterator[Candidate]:
    """ "said that the shooting was theirs", "that bomb was not ours"."""
    parse = cast.parse
    verb = parse.tokens[theirs.head]
    doer = subject(parse, verb)
    if verb.lemma != "be" or doer is None or not (is_act(doer) or noun_lemma(doer) in WEAPONS):
        return
    _, voice = voice_of(cast, verb)
    stance = Stance.DENIES if negated(parse, verb) else Stance.CLAIMS
    yield from make(cast, stance, own_party(cast, voice), verb, "its work", voice, [doer, theirs])


def _took_part(cast: Cast, part: Token) -> Iterator[Candidate]:
    """ "its air force took part in the attack"; said by that side it is a claim."""
    parse = cast.parse
    verb = part if part.lemma == "participate" else parse.tokens[part.head]
    doer = subject(parse, verb)
    acts = [n for t in (verb, part) for n in after(parse, t, "in") if is_act(n)]
    if doer is None or not acts or negated(parse, verb) or has(parse, part, "no") or unreal(parse, verb):
        return
    _, voice = voice_of(cast, verb)
    speaking = party(cast, voice)
    for noun in with_conjuncts(parse, [doer]):
        actor = cast.named_by(noun)
        own = actor is not None and speaking is not None and same_side(speaking, actor)
        stance = Stance.CLAIMS if own else Stance.SUSPECTS if hedged(parse, verb, noun) else Stance.BLAMES
        yield from make(cast, stance, actor, verb, "took part", voice if own else None, [noun, *acts])


def _distanced(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "the movement dissociated itself from the killings"."""
    doer = subject(cast.parse, verb)
    actor = own_party(cast, doer)
    yield from make(cast, Stance.DENIES, actor, verb, "distanced itself", doer)


def _that_of(cast: Cast, that: Token) -> Iterator[Candidate]:
    """ "the method is that of X", "the operation was that of X"."""
    parse = cast.parse
    up = parse.tokens[that.head]
    doer = subject(parse, up)
    if up.lemma != "be" or that.dep != "attr" or doer is None or negated(parse, up):
        return
    signed = doer.lemma in _SIGNATURES | _TOKENS
    if signed or is_act(doer):
        for noun in with_conjuncts(parse, after(parse, that, "of")):
            actor = cast.named_by(noun) or named_here(cast, noun)
            stance = Stance.SUSPECTS if signed or hedged(parse, up) else Stance.BLAMES
            citizens = actor is not None and actor.kind is ActorKind.STATE and noun.i not in cast.by_token
            if not citizens or noun_lemma(noun) in CARRIERS:
                yield from make(cast, stance, actor, up, "that of", None, [doer, noun])


def _author(cast: Cast, author: Token) -> Iterator[Candidate]:
    """ "Israel was the likely author"."""
    parse = cast.parse
    up = parse.tokens[author.head]
    doer = subject(parse, up)
    if up.lemma == "be" and doer is not None:
        doubted = author.lemma == "suspect" or hedged(parse, author, up)
        denied = negated(parse, up)
        _, voice = voice_of(cast, up) if denied else (None, None)
        stance = Stance.DENIES if denied else Stance.SUSPECTS if doubted else Stance.BLAMES
        own = doer.lower in PRONOUNS or (noun_lemma(doer) in CARRIERS and has(parse, doer, "its", "their", "his"))
        actor = own_party(cast, voice) if own else accused(cast, doer)
        yield from make(cast, stance, actor, up, "author", voice, [doer, author])


def _attackers_were(cast: Cast, attackers: Token) -> Iterator[Candidate]:
    """ "The attackers are believed to be X", "The main suspects are X"."""
    parse = cast.parse
    up = parse.tokens[attackers.head]
    doubted = attackers.lemma == "suspect" or hedged(parse, up) or up.lemma in _THINKS
    if up.lemma not in ("be", "belong") and not doubted:
        return
    said_to_be = [c for c in parse.children(up.i) if c.dep == "attr"]
    if any(has(parse, n, *_OWN) for c in said_to_be for n in (c, *after(parse, c, "of"))):
        _, voice = voice_of(cast, up)  # "the attacker was one of its fighters"
        yield from make(cast, Stance.CLAIMS, own_party(cast, voice), up, "attackers were", voice, [attackers])
        return
    for noun in parse.subtree(up.i):
        named = noun.dep in ("attr", "pobj", "dobj") and 0 < noun.i - up.i <= 8
        people = _people(cast, noun) if attackers.tag in ("NNS", "NNPS") else None
        actor = (cast.named_by(noun) or people) if noun.dep == "attr" else cast.by_token.get(noun.i)
        if named and actor is not None:
            _, voice = voice_of(cast, up)
            speaking = party(cast, voice)
            stance = Stance.SUSPECTS if doubted else Stance.BLAMES
            if speaking is not None and same_side(speaking, actor):
                stance = Stance.CLAIMS
            yield from make(cast, stance, actor, up, "attackers were", voice, [noun, attackers])
            return


def _guilty_group(cast: Cast, noun: Token) -> bool:
    """True for "the outfit involved", "the group behind it"."""
    below = cast.parse.children(noun.i)
    group = noun_lemma(noun) in ("group", "outfit", "organisation", "organization", "gang", "party", "side", "one")
    return group and any(c.lower in ("involved", "responsible", "behind") for c in below)


def _people(cast: Cast, noun: Token) -> ActorExpression | None:
    """A people that the attackers are said to be of: "the raiders were Lou Nuer"."""
    if noun.pos not in ("PROPN", "ADJ") or not noun.text[0].isupper() or noun.ent == "DATE":
        return None
    first = noun.i
    while first > 0 and cast.parse.tokens[first - 1].pos == "PROPN" and cast.parse.tokens[first - 1].head == noun.i:
        first -= 1
    span = cast.parse.span(first, noun.i + 1)
    return ActorExpression(span, None, span.quote, ActorKind.UNNAMED, "named by the construction")


def _identified(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "identified the attackers as members of X"."""
    parse = cast.parse
    turned = passive(parse, verb)
    held = parse.tokens[verb.head] if verb.dep == "acl" else subject(parse, verb)
    who = [held] if turned and held is not None else [c for c in parse.children(verb.i) if c.dep == "dobj"]
    if verb.dep == "relcl" and any(noun.lower in ("whom", "who", "that") for noun in who):
        who = [parse.tokens[verb.head]]
    if any(noun.lower in ("themselves", "himself", "itself") for noun in who):
        doer = subject(parse, verb)
        for noun in after(parse, verb, "as") if doer is not None and noun_lemma(doer) in NAMELESS | _ATTACKERS else ():
            yield from make(cast, Stance.BLAMES, accused(cast, noun), verb, "identified as", None, [noun])
        return
    if verb.lemma in ("present", "introduce") or not any(noun.lemma in NAMELESS | AUTHORS for noun in who):
        return
    voice = None if turned else subject(parse, verb)
    speaking = party(cast, voice)
    if speaking is not None and speaking.kind in (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA):
        yield from make(cast, Stance.CLAIMS, speaking, verb, "named the attacker", voice, who)
        return
    for noun in after(parse, verb, "as"):
        yield from make(cast, Stance.BLAMES, accused(cast, noun), verb, "identified as", voice, [noun])


def _it_was(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "It was US aircraft", "This time it was Boko Haram", "It could be members of X"."""
    parse = cast.parse
    doer = subject(parse, verb)
    if doer is None or doer.lower not in ("it", "they", "this"):
        return
    for noun in (c for c in parse.children(verb.i) if c.dep == "attr"):
        actor = cast.named_by(noun) or (named_here(cast, noun) if noun.ent == "ORG" else None)
        acts = noun.i in cast.by_token or noun.lemma in CARRIERS | NAMELESS or noun.ent == "ORG"
        if actor is None or not acts or is_act(noun) or any(c.dep == "relcl" for c in parse.children(noun.i)):
            continue
        doubted = hedged(parse, verb, noun) or any(c.lower in HEDGES for c in parse.children(verb.i))
        stance = Stance.SUSPECTS if doubted else Stance.BLAMES
        if negated(parse, verb):
            stance = Stance.DENIES
            if doer.lower != "it":
                continue  # "they were not rebels", of the dead
        yield from make(cast, stance, actor, verb, "it was", None, [doer, noun])
