"""Keeping silent: "declined to comment", "no comment from", "did not respond", "neither confirmed nor denied"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act
from rashomon.extract.blame.clause import negated, subject
from rashomon.extract.blame.lexicon import words
from rashomon.extract.blame.making import after, has, make, parties
from rashomon.records import Stance, Token

_SAYS_NOTHING = words("comment respond reply react")
_TALKS = words("discuss answer elaborate speak draw say provide give")  # what one declines or refuses to do
_COMMENTS = words("mention comment statement reaction remark response answer reply word")
_SILENT = words("silent quiet silence mum tight-lipped lipped lip")
_STAYS = words("keep remain stay be maintain")
_OWNS_NOTHING = words("acknowledge admit mention speak answer explain")  # with a negation: of a party that is spoken of
_GIVES = words("say issue publish offer give release")
_GUILTY = words("responsible behind involved")
_EITHER = words("confirm deny claim admit reject acknowledge")
_ASKS = words("question call request message query email inquiry enquiry phone")
_REFUSES = words("decline refuse")


def silences(cast: Cast) -> Iterator[Candidate]:
    """The statements that a side says nothing, in the order of the text."""
    for token in cast.parse.tokens:
        if token.lemma in _SILENT and cast.parse.tokens[token.head].lemma in _STAYS:
            verb = cast.parse.tokens[token.head]
            yield from _declines(cast, subject(cast.parse, verb), verb)
        elif (token.lemma in _SAYS_NOTHING and token.tag.startswith("VB")) or (
            token.lemma in _TALKS and token.dep == "xcomp" and cast.parse.tokens[token.head].lemma in _REFUSES
        ):
            yield from _said_nothing(cast, token)
        elif token.lemma in _COMMENTS and token.pos == "NOUN":
            yield from _no_comment(cast, token)
        elif token.lower == "nothing" and token.dep == "dobj":
            yield from _nothing(cast, token)
        elif token.lower == "anything" and token.dep == "dobj" and cast.parse.tokens[token.head].lemma in _GIVES:
            verb = cast.parse.tokens[token.head]
            if _never(cast, verb):
                yield from _declines(cast, subject(cast.parse, verb), verb)
        elif token.tag.startswith("VB") and _tells_nothing(cast, token):
            yield from _declines(cast, subject(cast.parse, token), token)
        elif token.lemma in _ASKS and token.dep in ("dobj", "nsubj", "nsubjpass"):
            yield from _left_unanswered(cast, token)
        elif token.lemma in _EITHER and token.tag.startswith("VB"):
            yield from _neither(cast, token)


def _nothing(cast: Cast, nothing: Token) -> Iterator[Candidate]:
    """ "said nothing", "issued nothing", "had nothing to say"."""
    parse = cast.parse
    verb = parse.tokens[nothing.head]
    told = verb.lemma in _GIVES
    if verb.lemma == "have":
        told = any(c.dep in ("relcl", "acl") and c.lemma in _GIVES | {"add"} for c in parse.children(nothing.i))
    if told and not any(t.lower in ("proof", "evidence", "support") for t in parse.subtree(verb.i)):
        yield from _declines(cast, subject(parse, verb), verb)


def _tells_nothing(cast: Cast, verb: Token) -> bool:
    """True for "has never admitted", "has not mentioned", "has not been heard from"."""
    parse = cast.parse
    if verb.lemma == "say":  # "would not say whether its jets had flown"
        asked = [c for c in parse.children(verb.i) if c.dep == "ccomp" and has(parse, c, "whether", "if")]
        acts = [t for c in asked for t in parse.subtree(c.i) if is_act(t) or cast.harms(t) or t.lower in _GUILTY]
        return bool(acts) and negated(parse, verb)
    if verb.lemma == "hear":
        return any(c.dep == "auxpass" for c in parse.children(verb.i)) and _never(cast, verb)
    doer = subject(parse, verb)
    named = doer is not None and (verb.lemma == "acknowledge" or doer.pos != "PRON")
    return verb.lemma in _OWNS_NOTHING and named and _never(cast, verb)


def _never(cast: Cast, verb: Token) -> bool:
    """True for "has not", "has never", "has yet to"."""
    up = cast.parse.tokens[verb.head]
    yet = verb.dep == "xcomp" and (up.lower == "yet" or has(cast.parse, up, "yet"))
    return negated(cast.parse, verb) or yet


def _said_nothing(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    up = parse.tokens[verb.head]
    if up.lemma in _REFUSES:
        yield from _declines(cast, subject(parse, up), up)
    elif (
        negated(parse, verb)
        or has(parse, verb, "neither", "yet", "rarely", "seldom")
        or has(parse, up, "yet")
        or up.lower == "yet"
    ):
        yield from _declines(cast, subject(parse, verb) or subject(parse, up), verb)


def _no_comment(cast: Cast, comment: Token) -> Iterator[Candidate]:
    """ "no comment from X", "X made no comment", "a request for comment to X got no answer"."""
    parse = cast.parse
    verb = parse.tokens[comment.head]
    while verb.dep in ("pobj", "prep") and verb.head != verb.i:
        verb = parse.tokens[verb.head]
    refused = verb.lemma in _REFUSES
    without = has(parse, comment, "no") or (comment.dep in ("dobj", "attr") and negated(parse, verb))
    if not refused and not without:
        return
    trigger = verb if verb.pos in ("VERB", "AUX") else comment
    nouns = [] if refused else [n for t in parse.subtree(verb.i) for n in after(parse, t, "from", "by")]
    if not nouns:
        doer = subject(parse, verb)
        if doer is not None and doer.lemma == "request":
            nouns = [n for t in parse.subtree(doer.i) for n in after(parse, t, "to")]
        elif doer is not None and doer.i != comment.i:
            nouns = [doer]
    for noun in nouns:
        yield from _declines(cast, noun, trigger)


def _left_unanswered(cast: Cast, asked: Token) -> Iterator[Candidate]:
    """ "did not return calls", "ignored questions", "questions to X went unanswered"."""
    parse = cast.parse
    verb = parse.tokens[asked.head]
    below = [c.lower for c in parse.children(verb.i)]
    if asked.dep == "dobj":
        left = verb.lemma == "leave" and "unanswered" in [t.lower for t in parse.subtree(verb.i)]
        if (verb.lemma in ("return", "answer", "take") and negated(parse, verb)) or left or verb.lemma == "ignore":
            yield from _declines(cast, subject(parse, verb), verb)
    elif "unanswered" in below or (verb.lemma in ("answer", "return") and negated(parse, verb)):
        for noun in after(parse, asked, "to"):
            yield from _declines(cast, noun, verb)


def _neither(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "neither confirmed nor denied", "would not confirm or deny"."""
    parse = cast.parse
    joined = any(c.dep == "conj" and c.lemma in _EITHER and c.lemma != verb.lemma for c in parse.children(verb.i))
    if joined and (negated(parse, verb) or has(parse, verb, "neither", "nor")):
        yield from _declines(cast, subject(parse, verb), verb)


def _declines(cast: Cast, doer: Token | None, verb: Token) -> Iterator[Candidate]:
    if doer is None:
        return
    seen: set[str] = set()
    for actor, noun in parties(cast, doer):
        if actor is not None and actor.name not in seen:
            seen.add(actor.name)
            yield from make(cast, Stance.DECLINES, actor, verb, "no comment", noun, [doer])
