"""Verbs that are violence only with what stands beside them: "fired on", "blew up", "led them away", "set fire to"."""

from rashomon.extract.blame.cast import is_act, noun_lemma
from rashomon.extract.blame.lexicon import WEAPONS
from rashomon.extract.blame.making import after
from rashomon.records import Parse, Token

SENDS = frozenset({"plant", "fire", "launch", "lay", "drop", "rain", "hurl", "lob", "send", "throw", "toss", "unleash"})
_WITH_PARTICLE = {"wipe": "out", "blow": "up", "gun": "down", "mow": "down", "cut": "down", "shoot": "up", "let": "off"}
_TAKEN = {"take": "away", "lead": "away", "drag": "away", "march": "off", "carry": "off", "pick": "up", "round": "up"}
_ANSWERS = frozenset({"respond", "retaliate", "answer", "reply", "hit", "strike"})
_DOWNED = frozenset({"drone", "missile", "rocket", "uav", "projectile", "quadcopter"})
_WHO = frozenset({"who", "whom", "that"})


def sends(parse: Parse, verb: Token) -> bool:
    """True for "fired it towards", "dropped two bombs", "returned fire", "wiped out", "blew up"."""
    below = parse.children(verb.i)
    if verb.lemma in SENDS:
        thrown = any(c.dep == "dobj" and (noun_lemma(c) in WEAPONS or c.lower in ("it", "them")) for c in below)
        return thrown or (verb.lemma == "fire" and any(c.lower in ("on", "at", "into") for c in below))
    if verb.lemma in ("return", "exchange", "trade"):
        return any(c.dep == "dobj" and c.lower == "fire" for c in below)
    if verb.lemma == "take" and any(
        t.lower in ("hostage", "hostages", "captive") for c in below for t in (c, *parse.children(c.i))
    ):
        return True
    if verb.lemma == "resort":
        return any(c.lower == "to" and any(is_act(n) for n in parse.children(c.i)) for c in below)
    if verb.lemma in _ANSWERS and any(is_act(n) for n in after(parse, verb, "with")):
        return True
    return any(c.lower == _WITH_PARTICLE.get(verb.lemma) for c in below) or takes_away(parse, verb)


def takes_away(parse: Parse, verb: Token) -> bool:
    """True for "led them away", "were picked up by": somebody is taken, not a thing."""
    below = parse.children(verb.i)
    moved = [c for c in below if c.dep in ("dobj", "nsubjpass") or (verb.dep == "relcl" and c.lower in _WHO)]
    taken = any(c.lower in (_TAKEN.get(verb.lemma), "off") and c.dep in ("prt", "advmod") for c in below)
    return verb.lemma in _TAKEN and taken and any(m.lower not in ("it", "this") for m in moved)


def downs_a_weapon(parse: Parse, verb: Token) -> bool:
    """True for "shot down a drone": the author of that is no attacker."""
    below = parse.children(verb.i)
    down = verb.lemma in ("shoot", "bring") and any(c.lower == "down" for c in below)
    return down and any(c.dep in ("dobj", "nsubjpass") and c.lemma in _DOWNED for c in below)


def sets_off(parse: Parse, verb: Token) -> bool:
    """True for "set off a bomb", "set fire to", "set ablaze"."""
    near = parse.tokens[verb.i + 1 : verb.i + 6]
    return verb.lemma == "set" and any(t.lower in ("off", "fire", "ablaze", "alight") for t in near)


def done_wholly(parse: Parse, verb: Token) -> bool:
    """True for "carried out by", "perpetrated by", whatever it was."""
    if verb.lemma in ("perpetrate", "orchestrate", "commit", "stage", "mount"):
        return True
    return verb.lemma == "carry" and any(c.lower == "out" for c in parse.children(verb.i))
