"""Statements on responsibility: owning up, blaming, denying, keeping silent."""

from collections.abc import Iterator

from rashomon.extract.blame.authors import last_subject
from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, is_act, same_side
from rashomon.extract.blame.clause import clause, hedged, negated, passive, saying, span_of, subject
from rashomon.extract.blame.lexicon import ACCUSATIONS, DENIES, DOUBTED, HARMS, OWNS_UP, RESPONSIBILITY
from rashomon.records import About, ActorExpression, Parse, Span, Stance, Token

_TAKES = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge", "own", "bear"})
_COMMENTS = frozenset({"comment", "respond", "reply", "statement", "reaction", "remark", "response", "answer"})
_SILENT = frozenset({"silent", "silence", "mum"})


def responsibilities(cast: Cast) -> Iterator[Candidate]:
    """The statements on responsibility in the order of the text."""
    for token in cast.parse.tokens:
        if token.pos in ("VERB", "AUX", "NOUN", "ADJ", "ADP", "SCONJ", "ADV", "PROPN", "INTJ"):
            yield from _claimed(cast, token)
            yield from _accused(cast, token)
            yield from _responsible(cast, token)
            yield from _denied(cast, token)
            yield from _silent(cast, token)


def _make(
    cast: Cast,
    stance: Stance,
    actor: ActorExpression | None,
    trigger: Token,
    rule: str,
    *,
    span: Span | None = None,
    speaker: Token | None = None,
    needed: tuple[Token, ...] = (),
) -> Iterator[Candidate]:
    if actor is None or not can_act(actor):
        return
    span = span or clause(cast.parse, trigger, *needed)
    speaking = cast.speaks_for(speaker) if speaker is not None else None
    yield Candidate(About.PERPETRATOR, stance, actor, trigger, span, rule, speaker, speaking)


def _party(cast: Cast, noun: Token | None) -> ActorExpression | None:
    """The actor that a noun or a pronoun stands for as somebody who speaks."""
    if noun is None:
        return None
    if noun.lower in ("caller", "man", "woman", "somebody", "someone"):
        return cast.inside(noun)
    if noun.lower in ("it", "they", "we", "he", "which", "who", "that"):
        return last_subject(cast, noun)
    return cast.speaks_for(noun)


def _objects(parse: Parse, verb: Token) -> list[Token]:
    return [c for c in parse.children(verb.i) if c.dep in ("dobj", "oprd", "attr")]


def _after(parse: Parse, token: Token, *prepositions: str) -> list[Token]:
    """The nouns after one of these prepositions below a token."""
    return [
        noun
        for child in parse.children(token.i)
        if child.lower in prepositions and child.dep in ("prep", "agent", "dative", "prt")
        for noun in parse.children(child.i)
        if noun.dep in ("pobj", "pcomp")
    ]


def _responsibility(parse: Parse, verb: Token) -> list[Token]:
    """ "responsibility" or "credit" a few words after the verb, whatever the parser made of it."""
    following = parse.tokens[verb.i + 1 : min(verb.i + 5, parse.sentences[verb.sentence].last)]
    wanted = ("responsibility", "credit")
    acts = verb.lemma == "claim" and [t for t in following[:3] if is_act(t) or t.lemma in ("killing", "bombing")]
    return acts or [t for t in following if t.lemma in wanted]


def _claimed(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "claimed responsibility", "claimed the attack", "an attack claimed by", "a claim of responsibility by"."""
    parse = cast.parse
    if token.lemma == "claim" and token.pos == "NOUN":
        if any(n.lemma in RESPONSIBILITY for n in _after(parse, token, "of")):
            for noun in [*_after(parse, token, "by", "from"), *(c for c in parse.children(token.i) if c.dep == "poss")]:
                yield from _make(
                    cast, Stance.CLAIMS, _party(cast, noun), token, "claim of responsibility", speaker=noun
                )
        return
    if (
        token.lemma in ("acknowledge", "admit", "confirm", "own")
        and token.tag.startswith("VB")
        and not passive(parse, token)
    ):
        owned = [o for o in _objects(parse, token) if is_act(o)]
        doer = subject(parse, token)
        if owned and doer is not None and not negated(parse, token):
            yield from _make(
                cast, Stance.CLAIMS, _party(cast, doer), token, "acknowledged", speaker=doer, needed=(doer, *owned)
            )
    if token.lemma in ("apologise", "apologize") and token.tag.startswith("VB") and (doer := subject(parse, token)):
        yield from _make(cast, Stance.CLAIMS, _party(cast, doer), token, "apologised", speaker=doer, needed=(doer,))
    if token.lemma not in _TAKES or not token.tag.startswith("VB"):
        return
    objects = [*_objects(parse, token), *_responsibility(parse, token)]
    what = [
        o
        for o in objects
        if o.lemma in ("responsibility", "credit")
        or (
            token.lemma == "claim"
            and (
                is_act(o)
                or o.lemma in ("killing", "bombing")
                or o.lower in ("it", "both", "that", "them", "blast", "one")
            )
        )
    ]
    if token.lemma in ("bear",):
        return
    agents = _after(parse, token, "by")
    if agents:
        held = subject(parse, token) or (parse.tokens[token.head] if token.dep in ("acl", "relcl") else None)
        if token.lemma in ("claim",) or (held is not None and held.lemma in ("responsibility", "credit")):
            if not negated(parse, token):
                for noun in agents:
                    yield from _make(
                        cast,
                        Stance.CLAIMS,
                        _party(cast, noun),
                        token,
                        "claimed by",
                        speaker=noun,
                        needed=(held,) if held else (),
                    )
        return
    if not what or (passive(parse, token) and not _objects(parse, token)):
        return
    doer = subject(parse, token)
    if negated(parse, token):
        return
    party = _party(cast, doer)
    if party is None:
        doer = cast.before(token)
        party = _party(cast, doer)
    if doer is not None:
        yield from _make(
            cast, Stance.CLAIMS, party, token, "claimed responsibility", speaker=doer, needed=(doer, *what)
        )


def _accused(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "blamed X", "accused X of", "blamed on X", "attributed to X", "held X responsible", "pointed the finger at X"."""
    parse = cast.parse
    if token.lemma in ("blame", "accuse") and token.tag.startswith("VB"):
        doer = None if passive(parse, token) else subject(parse, token)
        named = (
            _objects(parse, token)
            if not passive(parse, token)
            else [n for n in (subject(parse, token),) if n is not None]
        )
        on = [n for n in _after(parse, token, "on") if cast.named_by(n) is not None]
        if token.lemma == "blame" and on:
            named = on
        if passive(parse, token) and not named and token.dep == "acl":
            named = [parse.tokens[token.head]]
        voice = doer or next(iter(_after(parse, token, "by")), None)
        if negated(parse, token):
            return
        for noun in _with_conjuncts(parse, named):
            yield from _make(
                cast,
                Stance.BLAMES,
                cast.named_by(noun) or _far(cast, noun),
                token,
                token.lemma,
                speaker=voice,
                needed=(noun,),
            )
    elif token.lemma == "attribute" and token.tag.startswith("VB"):
        doer = None if passive(parse, token) else subject(parse, token)
        named = _after(parse, token, "to") or [n for o in _objects(parse, token) for n in _after(parse, o, "to")]
        for noun in _with_conjuncts(parse, named):
            yield from _make(
                cast, Stance.BLAMES, cast.named_by(noun), token, "attributed", speaker=doer, needed=(noun,)
            )
    elif token.lower in ("responsible", "accountable") and parse.tokens[token.head].lemma == "hold":
        verb = parse.tokens[token.head]
        for noun in _with_conjuncts(
            parse, [*_objects(parse, verb), *(c for c in parse.children(token.i) if c.dep == "nsubj")]
        ):
            yield from _make(
                cast,
                Stance.BLAMES,
                cast.named_by(noun),
                verb,
                "held responsible",
                speaker=subject(parse, verb),
                needed=(noun, token),
            )
    elif token.lemma in ("blame", "finger", "responsibility", "suspicion", "accusation") and token.pos in (
        "NOUN",
        "PROPN",
    ):
        verb = parse.tokens[token.head]
        stance = Stance.SUSPECTS if token.lemma == "suspicion" else Stance.BLAMES
        for noun in _with_conjuncts(parse, [*_after(parse, verb, "on", "at", "to"), *_after(parse, token, "on", "at")]):
            voice = None if token.dep in ("nsubj", "nsubjpass") else subject(parse, verb)
            voice = next(iter(_after(parse, verb, "by")), voice)
            yield from _make(
                cast, stance, cast.named_by(noun), verb, "put the blame on", speaker=voice, needed=(noun, token)
            )
        if verb.lemma == "get" and token.dep == "dobj" and (noun := subject(parse, verb)):
            yield from _make(cast, stance, cast.named_by(noun), verb, "got the blame", needed=(noun, token))


def _far(cast: Cast, noun: Token) -> ActorExpression | None:
    """The actor inside a longer object: "sleeper cells inspired by the ADF"."""
    for token in cast.parse.subtree(noun.i):
        if token.i in cast.by_token and 0 < token.i - noun.i <= 6:
            return cast.by_token[token.i]
    return None


def _with_conjuncts(parse: Parse, nouns: list[Token]) -> list[Token]:
    return [n for noun in nouns for n in (noun, *(c for c in parse.children(noun.i) if c.dep == "conj"))]


def _responsible(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "X was behind the attack", "X was responsible", "the work of X", "it was X", "X is to blame", "X did it"."""
    parse = cast.parse
    verb = parse.tokens[token.head]
    doer: Token | None = None
    rule = ""
    if (
        token.lower == "behind"
        and token.dep in ("prep", "advmod", "acomp", "pcomp")
        and verb.lemma in ("be", "stand", "have", "believe", "suspect", "think")
    ):
        doer, rule = subject(parse, verb), "behind"
    elif token.lower == "behind" and token.dep == "prep" and verb.pos in ("NOUN", "PROPN"):
        return
    elif token.lower in ("responsible", "involved", "culpable") and token.dep in (
        "acomp",
        "ROOT",
        "conj",
        "xcomp",
        "oprd",
        "ccomp",
    ):
        verb = verb if verb.lemma in ("be", "seem", "appear") and token.dep != "conj" else token
        doer, rule = subject(parse, verb), token.lower
    elif token.lower == "suspected" and token.tag == "VBN" and token.dep not in ("amod", "compound"):
        doer, rule = (parse.tokens[token.head] if token.dep == "acl" else subject(parse, token)), "suspected"
        verb = token
    elif token.lemma == "blame" and token.tag == "VB" and verb.lemma == "be":
        doer, rule = subject(parse, verb), "to blame"
    elif token.lemma in ("retaliation", "revenge", "reprisal", "response"):
        yield from _avenged(cast, token)
        return
    elif token.lemma in (
        "work",
        "author",
        "culprit",
        "perpetrator",
        "hallmark",
        "handiwork",
        "attacker",
        "assailant",
        "suspect",
    ):
        yield from _identified(cast, token)
        return
    if doer is None or not rule:
        return
    yield from _stated(cast, verb, doer, rule, token)


def _stated(cast: Cast, verb: Token, doer: Token, rule: str, token: Token) -> Iterator[Candidate]:
    """A statement that somebody was responsible, with the stance of who makes it."""
    parse = cast.parse
    report = saying(parse, verb)
    voice = subject(parse, report) if report is not None else None
    speaking = cast.speaks_for(voice) if voice is not None else None
    for noun in _with_conjuncts(parse, [doer]):
        actor = cast.named_by(noun)
        if actor is None and noun.lower in ("it", "they", "he", "we"):
            actor = speaking if speaking is not None and can_act(speaking) else last_subject(cast, noun)
        if actor is None:
            continue
        own = speaking is not None and same_side(speaking, actor)
        denied = negated(parse, verb) or (report is not None and report.lemma in DENIES)
        stance = Stance.DENIES if denied else Stance.CLAIMS if own else Stance.BLAMES
        if rule == "suspected" and stance is not Stance.SUSPECTS:
            stance = Stance.SUSPECTS
        if stance is Stance.BLAMES and hedged(parse, verb, noun, token):
            stance = Stance.SUSPECTS
        if rule == "involved" and not denied and own:
            continue
        yield from _make(cast, stance, actor, verb, rule, speaker=voice, needed=(noun, token))


def _avenged(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "the attack was in retaliation for ...", said by the side that did it."""
    parse = cast.parse
    verb = token
    while verb.dep in ("attr", "pobj", "prep", "conj", "acomp") and verb.head != verb.i:
        verb = parse.tokens[verb.head]
    doer = subject(parse, verb)
    report = saying(parse, verb)
    voice = subject(parse, report) if report is not None else None
    if verb.lemma == "be" and doer is not None and is_act(doer) and voice is not None and not negated(parse, verb):
        yield from _make(
            cast, Stance.CLAIMS, _party(cast, voice), verb, "in retaliation", speaker=voice, needed=(doer,)
        )


def _identified(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "the work of X", "Israel was the likely author", "The attackers are believed to be X"."""
    parse = cast.parse
    up = parse.tokens[token.head]
    if token.lemma in ("work", "hallmark", "handiwork", "author"):
        for noun in _with_conjuncts(parse, _after(parse, token, "of")):
            stance = (
                Stance.SUSPECTS
                if token.lemma == "hallmark" or hedged(parse, token, up) or "likely" in _lowers(parse, up)
                else Stance.BLAMES
            )
            yield from _make(
                cast,
                stance,
                cast.named_by(noun),
                up if up.pos in ("VERB", "AUX") else token,
                "work of",
                needed=(noun, token),
            )
    if token.lemma in ("author", "culprit", "perpetrator") and up.lemma == "be" and (doer := subject(parse, up)):
        stance = Stance.SUSPECTS if hedged(parse, token, up) else Stance.BLAMES
        yield from _make(cast, stance, cast.named_by(doer), up, "author", needed=(doer, token))
    if token.lemma in ("attacker", "assailant", "suspect", "perpetrator", "culprit") and token.dep in (
        "nsubj",
        "nsubjpass",
    ):
        for noun in parse.subtree(up.i):
            if (
                noun.dep in ("attr", "pobj", "dobj")
                and noun.i > up.i
                and noun.i - up.i <= 8
                and noun.i in cast.by_token
            ):
                doubted = token.lemma == "suspect" or hedged(parse, up) or up.lemma in ("believe", "suspect", "think")
                be = up.lemma == "be" or doubted
                if be:
                    yield from _make(
                        cast,
                        Stance.SUSPECTS if doubted else Stance.BLAMES,
                        cast.by_token[noun.i],
                        up,
                        "attackers were",
                        needed=(noun, token),
                    )
                    return


def _lowers(parse: Parse, token: Token) -> set[str]:
    return {c.lower for c in parse.children(token.i)}


def _denied(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "denied responsibility", "denied it", "had nothing to do with", "no involvement"."""
    parse = cast.parse
    if token.lemma in DENIES and token.tag.startswith("VB") and not passive(parse, token):
        yield from _denial(cast, token)
    if token.lower == "nothing" and token.dep == "dobj" and parse.tokens[token.head].lemma == "have":
        verb = parse.tokens[token.head]
        yield from _disowned(cast, verb, "nothing to do with", token)
    if token.lemma in ("involvement", "part", "role", "hand", "connection", "link") and token.dep in ("dobj", "attr"):
        verb = parse.tokens[token.head]
        if any(c.lower == "no" for c in parse.children(token.i)) and verb.lemma in ("have", "take", "play", "be"):
            yield from _disowned(cast, verb, "no involvement", token)


def _denial(cast: Cast, token: Token) -> Iterator[Candidate]:
    """A denial by its subject of its own part, and of any actor's that stands in what is denied."""
    parse = cast.parse
    doer = subject(parse, token)
    if doer is None or negated(parse, token):
        return
    clauses = [c for c in parse.children(token.i) if c.dep in ("xcomp", "ccomp", "pcomp")]
    objects = [*_objects(parse, token), *clauses]
    if token.lemma != "deny" and not any(o.lemma in DOUBTED | RESPONSIBILITY for o in objects):
        return
    party = _party(cast, doer)
    own = any(o.lemma in RESPONSIBILITY | ACCUSATIONS for o in objects) or any(
        _of_its_own(cast, c, party) for c in clauses
    )
    for made in _make(cast, Stance.DENIES, party, token, "denied", speaker=doer, needed=(doer,)):
        made.signs.update({"own act"} if own else ())
        yield made
    below = (t.i for thing in objects for t in parse.subtree(thing.i))
    about = next((cast.by_token[i] for i in below if i in cast.by_token and can_act(cast.by_token[i])), None)
    if about is not None and (party is None or not same_side(about, party)):
        yield from _make(cast, Stance.DENIES, about, token, "denied of another", speaker=doer, needed=(doer,))


def _of_its_own(cast: Cast, verb: Token, party: ActorExpression | None) -> bool:
    """True where what is denied is an act of whoever denies it: "that its jets had", "having carried out"."""
    doer = next((c for c in cast.parse.children(verb.i) if c.dep in ("nsubj", "nsubjpass")), None)
    if doer is None:
        return verb.tag in ("VBG", "VBN")
    if doer.lower in ("it", "they", "he") or any(c.lower in ("its", "their") for c in cast.parse.children(doer.i)):
        return True
    acting = cast.named_by(doer)
    return acting is not None and party is not None and same_side(acting, party)


def _disowned(cast: Cast, verb: Token, rule: str, token: Token) -> Iterator[Candidate]:
    """A denial by the verb's subject, a pronoun being whoever says so."""
    report = saying(cast.parse, verb)
    voice = subject(cast.parse, report) if report is not None else None
    doer = subject(cast.parse, verb)
    if doer is not None and doer.lower in ("it", "they", "we", "he") and voice is not None:
        doer = voice
    yield from _make(cast, Stance.DENIES, _party(cast, doer), verb, rule, speaker=voice or doer, needed=(token,))


def _silent(cast: Cast, token: Token) -> Iterator[Candidate]:
    """ "declined to comment", "did not respond", "no comment from", "has kept silent", "neither confirmed nor denied"."""
    parse = cast.parse
    sentence = parse.sentences[token.sentence]
    if token.lemma in _SILENT and parse.tokens[token.head].lemma in ("keep", "remain", "stay", "be", "maintain"):
        verb = parse.tokens[token.head]
        yield from _declines(cast, subject(parse, verb), verb)
    elif token.lemma in ("comment", "respond", "reply") and token.tag.startswith("VB"):
        up = parse.tokens[token.head]
        if up.lemma in ("decline", "refuse"):
            yield from _declines(cast, subject(parse, up), up)
        elif (
            negated(parse, token)
            or "yet" in {t.lower for t in parse.words(sentence)}
            or "neither" in _lowers(parse, token)
        ):
            yield from _declines(cast, subject(parse, token) or subject(parse, up), token)
    elif token.lemma in _COMMENTS and token.pos == "NOUN":
        declined = parse.tokens[token.head].lemma in ("decline", "refuse")
        if (
            declined
            or any(c.lower in ("no", "any") for c in parse.children(token.i))
            or (token.dep == "dobj" and negated(parse, parse.tokens[token.head]))
        ):
            verb = parse.tokens[token.head]
            nouns = [] if declined else [n for t in parse.subtree(verb.i) for n in _after(parse, t, "from", "by")]
            if not nouns and (doer := subject(parse, verb)) is not None and doer.i != token.i:
                nouns = [doer]
            for noun in nouns:
                yield from _declines(cast, noun, verb if verb.pos in ("VERB", "AUX") else token)
    elif (
        token.lemma in OWNS_UP
        and token.lemma == "confirm"
        and any(c.lower in ("nor", "or") for c in parse.children(token.i))
    ):
        if any(c.dep == "conj" and c.lemma == "deny" for c in parse.children(token.i)) and (
            negated(parse, token) or "neither" in _lowers(parse, token)
        ):
            yield from _declines(cast, subject(parse, token), token)


def _declines(cast: Cast, doer: Token | None, verb: Token) -> Iterator[Candidate]:
    if doer is None:
        return
    parse = cast.parse
    seen: set[str] = set()
    for noun in _with_conjuncts(parse, [doer]):
        actor = _party(cast, noun)
        if actor is not None and actor.name not in seen:
            seen.add(actor.name)
            yield from _make(cast, Stance.DECLINES, actor, verb, "no comment", speaker=noun, needed=(doer,))


__all__ = ["HARMS", "responsibilities", "span_of"]
