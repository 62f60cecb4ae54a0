"""Authors of violence: whose attack it is, by subject, agent or owner, and who says so."""

from collections.abc import Iterator

from rashomon.extract.blame.acting import (
    SENDS,
    done_wholly,
    downs_a_weapon,
    finishes,
    plants,
    sends,
    sets_off,
    takes_a_place,
    takes_away,
)
from rashomon.extract.blame.agents import agents_of_act, agents_of_verb
from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, is_act, noun_lemma, same_side
from rashomon.extract.blame.clause import (
    according,
    clause,
    counted,
    hedged,
    left_of,
    negated,
    owned_up,
    passive,
    saying,
    subject,
    unreal,
)
from rashomon.extract.blame.lexicon import (
    ACTS,
    CARRIERS,
    DENIES,
    DOES,
    HEDGES,
    LEADERS,
    MEN,
    MOVES,
    NAMELESS,
    RESPONSIBILITY,
    SPEECH,
    STATES_MEN,
    TARGETS,
    WEAPON_DOES,
    WEAPONS,
)
from rashomon.extract.blame.making import after, has, last_subject, meant, own_party, party, quoted
from rashomon.extract.blame.told import ENEMIES, GROUPS, by_group, told_by_its_author
from rashomon.records import About, ActorExpression, ActorKind, Parse, Stance, Token

_BACK = frozenset({"back", "return", "retaliate"})
_PRONOUNS = frozenset({"it", "they", "we", "he", "she", "them", "who", "which", "i"})
_VESSELS = frozenset({"boat", "speedboat", "vessel", "truck", "vehicle", "car", "lorry", "pickup", "motorcycle"})
_ARRANGES = frozenset(
    {"set", "shoot", "trigger", "cause", "take", "storm", "spray", "mastermind", "order", "plan", "instigate"}
)
_OWN_MEN = STATES_MEN | frozenset({"fighter", "mujahideen", "mujahid", "combatant", "guerrilla", "sapper", "commando"})
_OF_NOBODY = frozenset({"bomber", "bomb", "martyr", "operation", "blast", "explosion", "device", "mine"}) | ENEMIES
_TIED = frozenset({"ally", "belong", "link", "affiliate", "control", "back"})
# Weapons that only armies have: "jets pounded the hills, an army spokesman said" are the army's own.
_PLATFORMS = frozenset(
    """jet warplane plane aircraft airplane helicopter gunship fighter-jet airforce gunboat warship aviation
    artillery gunner howitzer tank submarine""".split()
)
_SUFFERED = frozenset({"death", "killing", "murder", "assassination", "kidnapping", "abduction", "execution"})
_OWN = frozenset({"its", "their", "our", "his"})
_STRIKES = frozenset({"strike", "airstrike", "raid", "operation", "bombardment", "shelling"})
_DEEDS = frozenset({"it", "this", "that", "deed"})
_CRIMES = frozenset({"crime", "deed", "provocation", "aggression", "atrocity"})  # "a crime of X": X's
_REALMS = frozenset({"kingdom", "republic", "emirate", "sultanate", "state"})


def authors(cast: Cast) -> Iterator[Candidate]:
    """The violent acts with an author, in the order of the text."""
    for token in cast.parse.tokens:
        if token.tag == "VBG" and token.dep == "pobj" and token.lower in ACTS:
            yield from _of_act(cast, token)  # "killed in army shelling"
        elif token.pos in ("VERB", "AUX") or (token.tag.startswith("VB") and token.pos != "NOUN"):
            yield from _of_verb(cast, token)
        elif is_act(token) or _shots(cast.parse, token):
            yield from _of_act(cast, token)


def _shots(parse: Parse, token: Token) -> bool:
    """True for the headline's "police fire on marchers", which the parser takes for a noun."""
    fire = token.lower == "fire" and token.pos == "NOUN"
    under = parse.tokens[token.head].lower == "under"
    return fire and (under or any(c.lower == "on" for c in parse.children(token.i)))


def _of_verb(cast: Cast, verb: Token) -> Iterator[Candidate]:
    parse = cast.parse
    acts = [c for c in parse.children(verb.i) if c.dep in ("dobj", "nsubjpass") and is_act(c)]
    if verb.lemma == "do":
        acts = [c for c in parse.children(verb.i) if c.dep == "dobj" and (c.lower in _DEEDS or is_act(c))]
    does = verb.lemma in DOES and (bool(acts) or (verb.dep in ("acl", "relcl") and is_act(parse.tokens[verb.head])))
    if does and verb.dep in ("acl", "relcl") and not acts:
        acts = [parse.tokens[verb.head]]
    downs = downs_a_weapon(parse, verb)
    harmed_by = cast.harms(verb) or does or verb.lemma in WEAPON_DOES | SENDS | _ARRANGES
    credited = verb.lemma == "claim" or any(c.lemma in RESPONSIBILITY for c in parse.children(verb.i))
    laid = verb.lemma in ("lay", "put", "place", "pin") and any(
        t.lower in ("door", "doorstep", "feet") for t in parse.subtree(verb.i)
    )
    if laid:
        return
    wholly = (
        plants(parse, verb)
        or finishes(parse, verb)
        or done_wholly(parse, verb)
        or sets_off(parse, verb)
        or takes_away(parse, verb)
    )
    if not downs and not credited and (harmed_by or wholly):
        for noun in agents_of_verb(parse, verb):
            yield from _candidates(cast, verb, noun, "agent", acts)
    doer = subject(parse, verb)
    if passive(parse, verb):
        if (cast.harms(verb) or does) and doer is not None:
            yield from told_by_its_author(cast, verb, doer, acts)
    elif not downs:
        yield from _of_subject(cast, verb, doer, acts, does)


def _of_subject(cast: Cast, verb: Token, doer: Token | None, acts: list[Token], does: bool) -> Iterator[Candidate]:
    parse = cast.parse
    owned = doer is not None and has(parse, doer, *_OWN)
    if verb.tag in ("VBD", "VBZ", "VBP", "VBN") and not owned and (doer is None or cast.named_by(doer) is None):
        doer = cast.right_before(verb) or doer
    if doer is None or doer.lower in ("who", "whoever"):
        return  # a question
    if verb.lemma in ("kill", "wound", "injure", "hurt") and not any(c.dep == "dobj" for c in parse.children(verb.i)):
        return  # a headline's "12 rebels killed"
    if noun_lemma(doer) in _OF_NOBODY or is_act(doer):  # "the blast killed nine soldiers", says a group
        told = told_by_its_author(cast, verb, doer, [doer])
        yield from (c for c in told if by_group(c) or (doer.lemma in _STRIKES and verb.lemma in TARGETS))
    weapon = noun_lemma(doer) in WEAPONS
    sent = sends(parse, verb) or sets_off(parse, verb)
    if cast.harms(verb) or does or sent or (weapon and verb.lemma in WEAPON_DOES):
        yield from _candidates(cast, verb, doer, "subject", acts)
    elif (verb.lemma in MOVES or takes_a_place(parse, verb)) and verb.tag != "VBG" and not weapon:
        for made in _candidates(cast, verb, doer, "subject", acts):
            made.signs.add("move")
            yield made


def _of_act(cast: Cast, act: Token) -> Iterator[Candidate]:
    parse = cast.parse
    owner = _owner(cast, act)
    if owner is not None:
        yield from _candidates(cast, act, owner, "owner", [act])
    if parse.tokens[act.head].lower == "under":  # "came under fire from X"
        sent = [n for n in after(parse, parse.tokens[parse.tokens[act.head].head], "from") if n.i in cast.by_token]
        for noun in sent:
            yield from _candidates(cast, act, noun, "from", [act])
    for noun in agents_of_act(parse, act):
        yield from _candidates(cast, act, noun, "by", [act])
    for child in parse.children(act.i):
        if child.lower in ("from", "of") and child.dep == "prep":
            for noun in parse.children(child.i):
                crime = child.lower == "of" and act.lemma in _CRIMES and noun.i in cast.by_token
                if noun.dep == "pobj" and (
                    crime or noun_lemma(noun) in WEAPONS or (child.lower == "from" and noun.i in cast.by_token)
                ):
                    yield from _candidates(cast, act, noun, "from", [act])


def _owner(cast: Cast, act: Token) -> Token | None:
    """The modifier that says whose act it is: "Israeli", "the group's", "Saudi-led coalition"."""
    for child in cast.parse.children(act.i):
        if child.dep in ("amod", "compound", "poss", "nmod", "npadvmod", "nummod", "advmod"):
            if child.i in cast.by_token:
                return child
            if child.dep == "poss" and child.lower in _OWN and act.lemma not in _SUFFERED:
                return child
            inner = next((c for c in cast.parse.children(child.i) if c.i in cast.by_token), None)
            if inner is not None and child.lemma in CARRIERS | {"back", "lead"}:
                return inner
    return None


def _candidates(cast: Cast, trigger: Token, noun: Token, rule: str, acts: list[Token]) -> Iterator[Candidate]:
    """The candidate for an author noun; of a joint act ("US and Iraqi forces") the first author that can be named."""
    neither = any(c.lower == "neither" for c in cast.parse.children(noun.i))
    found: list[Candidate] = []
    for each in [noun, *(c for c in cast.parse.children(noun.i) if c.dep == "conj" and c.pos in ("NOUN", "PROPN"))]:
        made = _candidate(cast, trigger, each, rule, acts)
        if made is not None:
            made.stance = Stance.DENIES if neither else made.stance
            found.append(made)
    yield from (one for i, one in enumerate(found) if not i or (one.actor and not _one_side(one.actor, found[0].actor)))


def _one_side(one: ActorExpression, two: ActorExpression | None) -> bool:
    """True for two that act as one, "US and Iraqi forces"; an armed group and another are two."""
    states = (ActorKind.STATE, ActorKind.STATE_FORCES, ActorKind.COALITION)
    return two is None or same_side(one, two) or (one.kind in states and two.kind in states)


def _candidate(cast: Cast, trigger: Token, noun: Token, rule: str, acts: list[Token]) -> Candidate | None:
    parse = cast.parse
    verb = saying(parse, trigger)
    voice = subject(parse, verb) if verb is not None else according(parse, trigger)
    if voice is None and (noun.lower == "we" or has(parse, noun, "our")):
        voice = quoted(cast, noun)
    speaking = party(cast, voice)
    actor, speaking, pronoun = _author(cast, noun, speaking, voice)
    signs = {f"tag:{trigger.tag}", *(("pronoun",) if pronoun else ())}
    of_the_harm = verb is not None and verb.lemma in DENIES and owned_up(parse, verb)
    elsewhere = "pronoun" not in signs and actor is not None and _only_where(cast, actor, noun, trigger)
    if actor is None or not can_act(actor) or of_the_harm or elsewhere:
        return None
    if noun.i not in cast.by_token and "pronoun" not in signs:
        if not _acts_through(cast, actor, counted(parse, noun)):
            return None
        signs.add("weapon" if noun_lemma(noun) in WEAPONS else "men" if noun.lemma in MEN else "other carrier")
    if voice is not None and speaking is None and cast.official_of(meant(cast, voice)) and _home(cast, actor):
        speaking = actor
        signs.add("an official speaks")
    if voice is not None and speaking is None and voice.lower == "caller" and actor.kind in GROUPS:
        speaking = actor
    stance, why = _stance(cast, trigger, noun, actor, verb, speaking, acts)
    if unreal(parse, trigger):
        signs.add("unreal")
    if any(c.lower in _BACK or c.lemma == "return" for c in parse.children(trigger.i)):
        signs.add("back")
    signs.update(why)
    return Candidate(
        About.PERPETRATOR,
        stance,
        actor,
        trigger,
        clause(parse, trigger, noun, *acts),
        rule,
        voice if stance in (Stance.CLAIMS, Stance.DENIES) and speaking is not None else None,
        speaking,
        signs,
    )


def _author(
    cast: Cast, noun: Token, speaking: ActorExpression | None, voice: Token | None
) -> tuple[ActorExpression | None, ActorExpression | None, bool]:
    """Who an author noun is, who speaks, and whether the one was known through the other ("it", "our jets")."""
    actor = _pronoun(cast, noun, speaking, voice)
    if actor is not None:
        own = speaking is None and voice is not None and voice.lower not in _PRONOUNS
        return actor, actor if own else speaking, True
    actor = cast.named_by(noun)
    lost = noun.dep == "nsubj" and cast.parse.tokens[noun.head].lemma in ("crash", "fall", "land", "come", "go")
    if actor is None and speaking is None and voice is not None and noun_lemma(noun) in _PLATFORMS and not lost:
        speaking = cast.home(voice) if cast.official_of(meant(cast, voice)) else None
    if speaking is not None and can_act(speaking) and _its_own_men(noun, actor, speaking):
        return (actor if actor is not None and same_side(actor, speaking) else speaking), speaking, True
    return actor, speaking, False


def _acts_through(cast: Cast, actor: ActorExpression, noun: Token) -> bool:
    """True for nouns through which an actor acts: its men, its weapons, itself ("hundreds of settlers")."""
    if cast.by_token.get(noun.i) is actor or noun_lemma(noun) in _REALMS:
        return True
    below = cast.parse.children(noun.i)
    tied = any(c.dep in ("acl", "relcl") and c.lemma in _TIED for c in below)
    if actor.kind in GROUPS and noun_lemma(noun) in LEADERS:
        return True
    if actor.kind is not ActorKind.STATE or tied:
        return noun_lemma(noun) in CARRIERS | NAMELESS | _VESSELS
    own = any(c.dep == "poss" and c.i in cast.by_token for c in below)  # "the regime's militia"
    return noun_lemma(noun) in (CARRIERS if own else WEAPONS | STATES_MEN)


def _its_own_men(noun: Token, actor: ActorExpression | None, speaking: ActorExpression) -> bool:
    """True for "troops", "fighters" of nobody said, in the mouth of a side that has such."""
    if actor is not None and actor.rule not in ("forces of a state not named", "the report's country"):
        return False
    state = speaking.kind in (ActorKind.STATE, ActorKind.STATE_FORCES)
    if actor is not None and not state:
        return False
    if state and noun_lemma(noun) in _PLATFORMS:
        return True
    return noun_lemma(noun) in (STATES_MEN if state else _OWN_MEN - STATES_MEN)


def _home(cast: Cast, actor: ActorExpression) -> bool:
    """True for the forces of the state that the report is about, or of one that it leaves out."""
    own = actor.actor is None or cast.country in (None, actor.actor.country)
    return actor.kind is ActorKind.STATE_FORCES and own


def _only_where(cast: Cast, actor: ActorExpression, noun: Token, trigger: Token) -> bool:
    """True for "Mali ambush", "Ecuador car bomb": a state's plain name before a noun says where."""
    name = actor.span.quote
    if actor.rule != "state" or name.replace(".", "").isupper():
        return False
    own = cast.parse.tokens_in(actor.span.start, actor.span.end)
    return (
        bool(own) and own[-1].dep in ("compound", "nmod", "amod") and own[-1].i != trigger.i and own[-1].head >= noun.i
    )


def _pronoun(cast: Cast, noun: Token, speaking: ActorExpression | None, voice: Token | None) -> ActorExpression | None:
    """The actor that "it", "they", "its fighters" stand for: who speaks, else the last subject that was an actor."""
    parse = cast.parse
    if noun.lower in ("one", "two", "some", "several", "members"):
        noun = next(
            (n for p in parse.children(noun.i) if p.lower == "of" for n in parse.children(p.i) if n.dep == "pobj"), noun
        )
    active = noun.dep == "nsubj" and cast.harms(parse.tokens[noun.head]) and parse.tokens[noun.head].lemma != "hit"
    owned = (active or noun_lemma(noun) in CARRIERS) and any(
        c.dep == "poss" and c.lower in _OWN for c in parse.children(noun.i)
    )
    if noun.lower not in _PRONOUNS | _OWN and not owned:
        return None
    if speaking is not None and can_act(speaking):
        return speaking
    if voice is not None and voice.lower not in _PRONOUNS:
        return own_party(cast, voice, fighters=True)
    return last_subject(cast, noun)


def _stance(
    cast: Cast,
    trigger: Token,
    noun: Token,
    actor: ActorExpression,
    verb: Token | None,
    speaking: ActorExpression | None,
    acts: list[Token],
) -> tuple[Stance, set[str]]:
    """The stance of whoever says the clause, and the signs it was read from."""
    parse = cast.parse
    signs: set[str] = set()
    own = speaking is not None and same_side(speaking, actor)
    tail = [t for t in parse.subtree(noun.i) if 0 < t.i - noun.i <= 6 and t.i < trigger.i]
    tail += left_of(parse, cast.first.get(noun.i, noun.i)) + left_of(parse, noun.i)
    doubted = (
        any(t.lower in HEDGES for t in tail)
        or hedged(parse, trigger, noun, *acts)
        or any(c.dep == "acl" and c.lower in HEDGES for c in parse.children(noun.i))
        or (verb is not None and verb.lemma in ("suspect", "believe", "hint", "think"))
    )
    denied = negated(parse, trigger) or (verb is not None and verb.lemma in DENIES and not negated(parse, verb))
    if own:
        signs.add("own side speaks")
    if verb is not None:
        signs.add(f"said:{verb.lemma}" if verb.lemma in SPEECH else "said")
    if denied:
        return Stance.DENIES, signs | {"negated"}
    if own:
        return Stance.CLAIMS, signs
    if doubted:
        return Stance.SUSPECTS, signs | {"hedged"}
    return Stance.BLAMES, signs
