"""Whether it happened at all: a speaker denies it, knows nothing of it, or confirms it after a dispute."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act
from rashomon.extract.blame.clause import clause, negated, owned_up, saying, subject
from rashomon.extract.blame.lexicon import DENIES, DOUBTED, FALSE, HAPPENS, HARMS
from rashomon.records import About, Parse, Stance, Token

_HARM = frozenset({"casualty", "harm", "death", "victim", "injury", "fatality"})
_HURTS = frozenset({"kill", "wound", "injure", "hurt"})
_KNOWN = frozenset({"report", "information", "knowledge", "indication", "record", "evidence", "confirmation"})


def occurrences(cast: Cast) -> Iterator[Candidate]:
    """The statements on whether an incident happened, in the order of the text."""
    parse = cast.parse
    for token in parse.tokens:
        found = _unaware(parse, token) or _denied(parse, token) or _never(parse, token)
        if found is not None:
            stance, rule, voice = found
            of = _of(parse, token)
            speaking = cast.speaks_for(voice) if voice is not None else None
            yield Candidate(About.OCCURRENCE, stance, None, token, clause(parse, token), rule, voice, speaking, {of})


def _unaware(parse: Parse, token: Token) -> tuple[Stance, str, Token | None] | None:
    if token.lower not in ("aware", "unaware") and token.lemma not in _KNOWN:
        return None
    if any(t.lemma in _HARM for t in parse.subtree(token.i)):
        return None
    if token.lower == "unaware" or (token.lower == "aware" and negated(parse, parse.tokens[token.head])):
        return Stance.UNAWARE, "not aware", _voice(parse, parse.tokens[token.head])
    if token.lemma in _KNOWN and token.dep == "dobj":
        verb = parse.tokens[token.head]
        without = any(c.lower in ("no", "any") for c in parse.children(token.i)) or negated(parse, verb)
        none = any(c.lower == "no" for c in parse.children(token.i)) or negated(parse, verb)
        if without and none and verb.lemma in ("have", "receive", "see", "get"):
            return Stance.UNAWARE, "no reports", _voice(parse, verb)
    return None


def _denied(parse: Parse, token: Token) -> tuple[Stance, str, Token | None] | None:
    silent = token.dep == "conj" and parse.tokens[token.head].lemma == "confirm"  # "neither confirm nor deny"
    silent = silent or negated(parse, token) or owned_up(parse, token)
    if token.lemma in DENIES and token.tag.startswith("VB") and not silent:
        below = parse.children(token.i)
        things = [c for c in below if c.dep in ("dobj", "ccomp")]
        if any(
            is_act(t)
            or t.lower in ("it", "this")
            or t.lemma in DOUBTED
            or (t.dep == "ccomp" and (t.lemma in HAPPENS | HARMS))
            for t in things
        ):
            return Stance.DENIES, "denied it", subject(parse, token)
    if token.lemma in FALSE and parse.tokens[token.head].lemma == "be":
        doer = subject(parse, parse.tokens[token.head])
        if doer is not None and (doer.lemma in DOUBTED or is_act(doer)):
            return Stance.DENIES, "untrue", _voice(parse, parse.tokens[token.head])
    return None


def _never(parse: Parse, token: Token) -> tuple[Stance, str, Token | None] | None:
    """ "no such attack took place", "no convoy was hit", "there had been no strike"."""
    if token.pos not in ("VERB", "AUX") or token.lemma not in HAPPENS | HARMS:
        return None
    for child in parse.children(token.i):
        none = child.dep in ("nsubjpass", "nsubj", "attr") and any(c.lower == "no" for c in parse.children(child.i))
        if none and (is_act(child) or (child.dep == "nsubjpass" and token.lemma in HARMS - _HURTS)):
            return Stance.DENIES, "no such attack", _voice(parse, token)
    return None


def _of(parse: Parse, token: Token) -> str:
    """What is denied or not known: an act told in words, a report of one, or "it"."""
    below = parse.subtree(token.i)
    if any(is_act(t) or (t.pos == "VERB" and t.i != token.i and t.lemma in HAPPENS | HARMS) for t in below):
        return "of an act"
    return "of a report" if any(t.lemma in DOUBTED for t in below) else "of it"


def _voice(parse: Parse, verb: Token) -> Token | None:
    report = saying(parse, verb)
    if report is not None:
        return subject(parse, report)
    own = subject(parse, verb)
    return (
        own
        if own is not None
        and verb.lemma in ("be", "have", "receive", "see", "get")
        and own.lower not in ("there", "it")
        else None
    )
