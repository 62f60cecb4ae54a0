"""Verbs that are violence only with what stands beside them: "fired on", "blew up", "led them away", "set fire to"."""

from rashomon.extract.blame.cast import is_act, noun_lemma
from rashomon.extract.blame.lexicon import WEAPONS
from rashomon.extract.blame.making import after, has
from rashomon.records import Parse, Token

SENDS = frozenset({"plant", "fire", "launch", "lay", "drop", "rain", "hurl", "lob", "send", "throw", "toss", "unleash"})
_THROWN = WEAPONS | frozenset(
    """cylinder explosive dynamite charge firebomb molotov cocktail canister barrel munition torpedo napalm gas teargas
    round warhead salvo barrage volley shot stick device""".split()
)
_WITH_PARTICLE = {
    "hunt": "down",
    "finish": "off",
    "wipe": "out",
    "blow": "up",
    "gun": "down",
    "mow": "down",
    "cut": "down",
    "shoot": "up",
    "let": "off",
}
_TAKEN = {"take": "away", "lead": "away", "drag": "away", "march": "off", "carry": "off", "pick": "up", "round": "up"}
_ANSWERS = frozenset({"respond", "retaliate", "answer", "reply", "hit", "strike"})
_FIRE = frozenset({"fire"})
# Violence only with one of these as its object: "opened fire", "used a suicide bomber", "cut their throats".
_WITH_OBJECT = {
    **dict.fromkeys(("open", "draw", "return", "exchange", "trade"), _FIRE),
    **dict.fromkeys(("use", "employ"), frozenset({"bomber", "gas", "chlorine", "sarin", "phosphorus"})),
    "hold": frozenset({"hostage", "captive", "prisoner"}),
    "cut": frozenset({"throat", "head"}),
    "take": frozenset({"life"}),
    "explode": frozenset({"bomb", "device", "mine", "charge", "grenade"}),
}
_SWEEPS = frozenset({"sweep", "rampage", "pour", "barge", "burst", "swarm", "push"})
_PLANTS = frozenset({"place", "leave", "put", "hide", "plant", "bury", "attach", "wire", "set"})
_PLANTED = frozenset(
    "bomb explosive device mine ied charge car-bomb dynamite booby-trap landmine grenade carbomb".split()
)
_SUBDUES = frozenset({"crush", "quell", "suppress", "repress", "quash", "smash"})
_CROWDS = frozenset(
    """protest uprising demonstration rally revolt rebellion riot march demonstrator protester protestor marcher crowd
    mutiny gathering strike sit-in""".split()
)
_PEOPLED = frozenset(
    """village hamlet town camp convoy patrol post market district settlement villager farmer people traveller crowd
    homestead quarter neighbourhood neighborhood family man woman passenger station farm suburb they them""".split()
)
_TAKES = frozenset({"take", "retake", "recapture", "hold", "conquer", "besiege"})
_PLACES = frozenset(
    """base camp town village city post barracks garrison airport airfield airstrip station hill outpost checkpoint
    capital headquarters bridge port crossing stronghold prison jail district fort""".split()
)
_DOWNED = frozenset({"drone", "missile", "rocket", "uav", "projectile", "quadcopter"})
_WHO = frozenset({"who", "whom", "that"})


def sends(parse: Parse, verb: Token) -> bool:
    """True for "fired it towards", "dropped two bombs", "returned fire", "wiped out", "blew up"."""
    below = parse.children(verb.i)
    if verb.lemma in SENDS:
        things = [parse.tokens[verb.head] if c.lower in ("which", "that") else c for c in below if c.dep == "dobj"]
        thrown = any(noun_lemma(c) in _THROWN or c.lower in ("it", "them") for c in things)
        shot = verb.lemma == "fire" and not any(c.dep in ("dobj", "nsubjpass", "auxpass") for c in below)
        shot = shot and not any(c.lower == "over" or n.lower == "air" for c in below for n in parse.children(c.i))
        return thrown or shot or (verb.lemma == "fire" and any(c.lower in ("on", "at", "into") for c in below))
    if plants(parse, verb):
        return True
    if any(c.dep == "dobj" and noun_lemma(c) in _WITH_OBJECT.get(verb.lemma, ()) for c in below):
        return True
    if verb.lemma == "gun" and any(c.lower == "machine" for c in below):
        return True
    if puts_down(parse, verb) or falls_upon(parse, verb):
        return True
    if verb.lemma == "take" and any(
        t.lower in ("hostage", "hostages", "captive") for c in below for t in (c, *parse.children(c.i))
    ):
        return True
    if verb.lemma == "resort":
        return any(c.lower == "to" and any(is_act(n) for n in parse.children(c.i)) for c in below)
    if verb.lemma in _ANSWERS and any(is_act(n) for n in after(parse, verb, "with")):
        return True
    return finishes(parse, verb) or takes_away(parse, verb)


def finishes(parse: Parse, verb: Token) -> bool:
    """True for "wiped out", "gunned down", "finished off"."""
    return any(c.lower == _WITH_PARTICLE.get(verb.lemma) for c in parse.children(verb.i))


def plants(parse: Parse, verb: Token) -> bool:
    """True for "placed a bomb", "a charge left by", "explosives hidden by"."""
    if verb.lemma not in _PLANTS:
        return False
    moved = [c for c in parse.children(verb.i) if c.dep in ("dobj", "nsubjpass")]
    if verb.dep in ("acl", "relcl"):
        moved.append(parse.tokens[verb.head])
    return any(noun_lemma(c) in _PLANTED for c in moved)


def puts_down(parse: Parse, verb: Token) -> bool:
    """True for "put down a protest", "crushed the uprising": force against a crowd."""
    crowd = any(c.dep in ("dobj", "nsubjpass") and c.lemma in _CROWDS for c in parse.children(verb.i))
    down = verb.lemma in _SUBDUES or (verb.lemma in ("put", "break") and has(parse, verb, "down", "up"))
    return crowd and down


def falls_upon(parse: Parse, verb: Token) -> bool:
    """True for "fell on the hamlets", "set upon them", "turned their guns on the crowd", "lay in ambush for"."""
    near = after(parse, verb, "on", "upon")
    if verb.lemma in ("descend", "fall", "set"):
        return any(n.lemma in _PEOPLED or n.ent in ("GPE", "PERSON") for n in near) and not sets_off(parse, verb)
    if verb.lemma in ("turn", "train"):
        return bool(near) and any(c.dep == "dobj" and noun_lemma(c) in WEAPONS for c in parse.children(verb.i))
    if verb.lemma in ("lie", "lay", "lain", "wait"):
        return any(n.lemma in ("ambush", "wait") for n in after(parse, verb, "in"))
    return False


def takes_a_place(parse: Parse, verb: Token) -> bool:
    """True for "took the base", "held the town for hours", "fought their way into the capital"."""
    if verb.lemma in ("fight", "shoot", "blast", "force"):
        return any(c.dep == "dobj" and c.lower == "way" for c in parse.children(verb.i))
    if verb.lemma in _SWEEPS:
        return any(n.lemma in _PLACES | _PEOPLED or n.ent == "GPE" for n in after(parse, verb, "into", "through"))
    taken = (c for c in parse.children(verb.i) if c.dep == "dobj")
    return verb.lemma in _TAKES and any(c.lemma in _PLACES or c.ent in ("GPE", "FAC") for c in taken)


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
    if verb.lemma in ("perpetrate", "orchestrate", "commit", "stage", "stag", "mount"):
        return True
    return verb.lemma == "carry" and any(c.lower == "out" for c in parse.children(verb.i))
