"""Denials: "denied responsibility", "had nothing to do with it"; and what each denies.

One may deny that one did it, that another did it, or that it happened at all.
"""

from collections.abc import Iterator, Sequence

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, is_act, same_side, side
from rashomon.extract.blame.clause import negated, owned_up, passive, subject
from rashomon.extract.blame.lexicon import ACCUSATIONS, DENIES, DOUBTED, FALSE, RESPONSIBILITY, words
from rashomon.extract.blame.making import (
    AUTHORITY,
    PRONOUNS,
    after,
    authority,
    has,
    make,
    objects,
    own_party,
    parties,
    voice_of,
)
from rashomon.extract.blame.told import TOLD
from rashomon.records import About, ActorExpression, Parse, Stance, Token

DENIED = "denied"
OF_ANOTHER = "denied of another"
NAMED = "its author is named"
ABSENT = "own men were not there"
_VICTIMS = words("civilian casualty death wound injure hurt victim dead toll loss")
_HAS = words("have take play be bear")
_CALLS = words("call term brand label describe deem dub denounce dismiss")
_IT = words("it this that them")
_CLEARS = words("exonerate absolve acquit clear exculpate")
_BLAMES = words("responsibility blame involvement guilt wrongdoing charge complicity")
_PLEADS = {
    "innocence": words("plead protest maintain profess proclaim assert insist declare"),
    "denial": words("issue publish repeat make release put"),
    "hand": words("wash"),
}
_DISOWNS = words("disown disavow disclaim")
_OWN = words("its their his our my")
_PARTS = words("involvement part role hand connection link relation tie responsibility party")
_ACCUSES = (Stance.BLAMES, Stance.SUSPECTS, Stance.CLAIMS)


def denials(cast: Cast) -> Iterator[Candidate]:
    """The denials in the order of the text, each possible reading of one as a candidate of its own."""
    parse = cast.parse
    for token in parse.tokens:
        up = parse.tokens[token.head]
        if token.lemma in DENIES and token.tag.startswith("VB"):
            yield from _denial(cast, token) if not passive(parse, token) else _denied_by(cast, token)
        elif token.lemma in FALSE:
            yield from _untrue(cast, token)
        elif token.lemma in _CLEARS and token.tag.startswith("VB"):
            yield from _cleared(cast, token)
        elif token.dep == "dobj" and up.lemma in _PLEADS.get(token.lemma, ()) and not negated(parse, up):
            yield from _disowned(cast, up, "no involvement", token)
        elif token.lower == "nothing" and token.dep == "dobj" and up.lemma == "have" and not _to_say(cast, token):
            yield from _disowned(cast, up, "nothing to do with", token)
        elif token.lemma in _PARTS and token.dep in ("dobj", "attr") and up.lemma in _HAS and _none_of(parse, token):
            yield from _disowned(cast, up, "no involvement", token)


def _cleared(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "exonerated X", "X was cleared of the killing", "absolved itself"."""
    parse = cast.parse
    acquitted = verb.lemma != "clear" or any(is_act(n) or n.lemma in _BLAMES for n in after(parse, verb, "of"))
    if not acquitted or negated(parse, verb):
        return
    held = subject(parse, verb) if passive(parse, verb) else None
    for noun in [held] if held is not None else objects(parse, verb):
        itself = noun.lower in ("itself", "themselves")
        actor = authority(cast, subject(parse, verb)) if itself else cast.named_by(noun)
        yield from make(cast, Stance.DENIES, actor, verb, OF_ANOTHER if not itself else DENIED, None, [noun])


def _none_of(parse: Parse, token: Token) -> bool:
    """True for "had no part", "played no role", "was not party to it"."""
    party_to = token.lemma != "party" or any(is_act(n) or n.lower in _IT for n in after(parse, token, "to"))
    denied = token.lemma == "party" and negated(parse, parse.tokens[token.head])
    return party_to and (has(parse, token, "no") or denied)


def _to_say(cast: Cast, nothing: Token) -> bool:
    """True for "had nothing to say", "nothing to add": silence, no denial."""
    below = cast.parse.children(nothing.i)
    return any(c.dep in ("relcl", "acl") and c.lemma in ("say", "add", "report", "announce", "declare") for c in below)


def _untrue(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "called the accusation baseless", "the reports are false, X said"."""
    parse = cast.parse
    verb = next((t for t in (token, *parse.ancestors(token.i)) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return
    said = any(t.lemma in DOUBTED | {"statement"} for t in parse.subtree(verb.i))
    following = parse.tokens[min(verb.i + 1, len(parse.tokens) - 1)]  # "called that "an absolute lie""
    if not said and not (verb.lemma in _CALLS and any(c.lower in _IT for c in (following, *parse.children(verb.i)))):
        return
    _, voice = voice_of(cast, verb)
    doer = voice if verb.lemma == "be" else subject(parse, verb)
    if doer is not None and doer.lemma not in DOUBTED:
        yield from make(cast, Stance.DENIES, authority(cast, doer), verb, "untrue", doer, [token])


def _denial(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """A denial by its subject of its own part, and of any actor's that stands in what is denied."""
    parse = cast.parse
    doer = subject(parse, verb)
    if doer is None or negated(parse, verb) or _confirmed(cast, verb) or owned_up(cast.parse, verb):
        return
    clauses = [c for c in parse.children(verb.i) if c.dep in ("xcomp", "ccomp", "pcomp")]
    things = [*objects(parse, verb), *clauses, *after(parse, verb, "at", "off")]
    if verb.dep == "relcl" and parse.tokens[verb.head].lemma in DOUBTED | RESPONSIBILITY:
        things.append(parse.tokens[verb.head])  # "a charge that the rebels rejected"
    if verb.lemma not in _DISOWNS | {"deny"} and not any(o.lemma in DOUBTED | RESPONSIBILITY for o in things):
        return
    own = authority(cast, doer)
    content = "of harm" if any(t.lemma in _VICTIMS for o in things for t in parse.subtree(o.i)) else "of it"
    plainly = any(o.lemma in RESPONSIBILITY | ACCUSATIONS for o in things)
    told = [c for o in things for c in parse.children(o.i) if o.lemma in DOUBTED and c.dep in ("acl", "ccomp")]
    told = [c for c in told if c.dep != "acl" or c.tag != "VBN" or any(n.dep == "nsubj" for n in parse.children(c.i))]
    plainly = plainly or any(_of_its_own(cast, c, own) for c in (*clauses, *told))
    plainly = plainly or (verb.lemma in _DISOWNS and any(is_act(o) or o.lower in _IT for o in things))
    for known, noun in parties(cast, doer):
        actor = known or (own_party(cast, noun) if plainly else None)
        for made in make(cast, Stance.DENIES, actor, verb, DENIED, noun, [doer]):
            made.signs.update({"own act", content} if plainly else {content})
            yield made
    below = (t.i for thing in things for t in parse.subtree(thing.i))
    other = next((cast.by_token[i] for i in below if i in cast.by_token and can_act(cast.by_token[i])), None)
    if other is not None and (own is None or not same_side(other, own)):
        authors = [subject(parse, c) for c in clauses if cast.harms(c) and not passive(parse, c)]
        named = any(a is not None and cast.named_by(a) is other for a in authors)
        for made in make(cast, Stance.DENIES, other, verb, OF_ANOTHER, doer, [doer]):
            made.signs.update({NAMED} if named else ())
            yield made


def _denied_by(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "the charge was denied by X"."""
    parse = cast.parse
    held = subject(parse, verb)
    meant = held is not None and (held.lower in (*_IT, "which") or held.lemma in DOUBTED | RESPONSIBILITY)
    for noun in after(parse, verb, "by") if meant and not negated(parse, verb) else ():
        for made in make(cast, Stance.DENIES, authority(cast, noun), verb, DENIED, noun, [noun]):
            made.signs.add("of it")
            yield made


def _confirmed(cast: Cast, verb: Token) -> bool:
    """True for the second half of "would neither confirm nor deny", which is keeping silent."""
    up = cast.parse.tokens[verb.head]
    return (
        verb.dep == "conj"
        and up.lemma in ("confirm", "claim", "admit")
        and (negated(cast.parse, up) or has(cast.parse, up, "neither"))
    )


def _of_its_own(cast: Cast, verb: Token, own: ActorExpression | None) -> bool:
    """True where what is denied is an act of whoever denies it: "that its jets had", "having carried out"."""
    doer = next((c for c in cast.parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass")), None)
    if doer is None:
        return verb.tag in ("VBG", "VBN")
    if doer.lower in PRONOUNS or has(cast.parse, doer, "its", "their"):
        return True
    acting = cast.named_by(doer)
    return acting is not None and own is not None and same_side(acting, own)


def _disowned(cast: Cast, verb: Token, rule: str, token: Token) -> Iterator[Candidate]:
    """A denial by the verb's subject, a pronoun being whoever says so."""
    _, voice = voice_of(cast, verb)
    doer = subject(cast.parse, verb)
    if doer is not None and voice is not None and (doer.lower in PRONOUNS or has(cast.parse, doer, *_OWN)):
        doer = voice
    shared = doer is not None and any(c.dep == "relcl" for c in cast.parse.children(doer.i))
    actor = authority(cast, doer) or (own_party(cast, doer) if not shared else None)
    yield from make(cast, Stance.DENIES, actor, verb, rule, voice or doer, [token])


def settle_denials(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with one reading for each denial.

    A party that is accused elsewhere in the report denies its part; one that is not, and speaks of an accused actor,
    denies that actor's part; else it denies that anything happened.
    """
    accused: set[str] = set()
    for candidate in candidates:
        if candidate.actor is not None and candidate.stance in _ACCUSES and candidate.rule != TOLD:
            accused |= side(candidate.actor)
    candidates = [c for c in candidates if not _needs_charge(c) or _accused(c, accused)]
    candidates = [c for c in candidates if c.rule != TOLD or "of its enemies" in c.signs or _accused(c, accused)]
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.stance is Stance.DENIES:
            by_sentence.setdefault(candidate.trigger.sentence, []).append(candidate)
    kept = {id(best) for rivals in by_sentence.values() for best in _best(rivals, accused)}
    return [c for c in candidates if c.stance is not Stance.DENIES or id(c) in kept]


def _needs_charge(candidate: Candidate) -> bool:
    """True for words that are a stance only of a side that is accused."""
    return candidate.rule == ABSENT or (candidate.actor is not None and candidate.actor.rule == AUTHORITY)


def _best(rivals: Sequence[Candidate], accused: set[str]) -> list[Candidate]:
    """The readings of one sentence's denials that hold, at least one."""
    parts = [r for r in rivals if r.about is About.PERPETRATOR]
    plain = [
        r for r in parts if r.rule not in (DENIED, OF_ANOTHER) or r.signs & {"own act", NAMED} or _accused(r, accused)
    ]
    if plain:
        found: dict[frozenset[str], Candidate] = {}
        for rival in plain:
            found.setdefault(side(rival.actor) if rival.actor is not None else frozenset(), rival)
        return list(found.values())
    happened = [r for r in rivals if r.about is About.OCCURRENCE]
    own = [r for r in parts if r.rule != OF_ANOTHER]
    return (happened or own or parts)[:1]


def _accused(candidate: Candidate, accused: set[str]) -> bool:
    return candidate.actor is not None and bool(side(candidate.actor) & accused)
