"""Acts told by their author: "two sites were struck, the coalition said", "six soldiers died", said their enemies."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, noun_lemma, same_side
from rashomon.extract.blame.clause import clause, negated, passive, saying, subject, unreal
from rashomon.extract.blame.lexicon import DENIES, NAMELESS, TARGETS
from rashomon.extract.blame.making import party
from rashomon.records import About, ActorExpression, ActorKind, Stance, Token

TOLD = "told by its author"
GROUPS = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA)
ENEMIES = frozenset(
    """soldier policeman troop officer guard commando marine trooper cop personnel serviceman gendarme jawan conscript
    sailor airman constable paramilitary invader occupier enemy mercenary""".split()
)
_PUTS_DOWN = frozenset({"neutralise", "neutralize", "eliminate", "liquidate"})
_ANYBODY = frozenset({"man", "people", "person", "one", "two", "some", "several", "number", "youth", "member", "team"})
_HURTS = frozenset({"kill", "wound", "injure", "hurt", "destroy", "eliminate", "neutralise", "neutralize", "liquidate"})


def told_by_its_author(cast: Cast, verb: Token, victim: Token, acts: list[Token]) -> Iterator[Candidate]:
    """ "two sites were struck, the coalition said": right where that side is accused of it, `find` sees to that."""
    parse = cast.parse
    report = saying(parse, verb)
    voice = subject(parse, report) if report is not None else None
    speaking = party(cast, voice)
    if speaking is None or not can_act(speaking) or negated(parse, verb) or unreal(parse, verb):
        return
    if report is not None and (report.lemma in DENIES or negated(parse, report)):
        return
    hit = cast.named_by(victim)
    if hit is not None and same_side(hit, speaking):
        return
    own = _of_its_enemies(verb, victim, speaking)
    if own or verb.lemma in TARGETS or (acts and (passive(parse, verb) or verb.lemma in _HURTS)):
        span = clause(parse, verb, victim)
        signs = {"of its enemies"} if own else set[str]()
        yield Candidate(About.PERPETRATOR, Stance.CLAIMS, speaking, verb, span, TOLD, voice, speaking, signs)


def by_group(candidate: Candidate) -> bool:
    """True where an armed group says so."""
    return candidate.speaking is not None and candidate.speaking.kind in GROUPS


def _of_its_enemies(verb: Token, victim: Token, speaking: ActorExpression) -> bool:
    """True where a side tells of its enemies' dead and wounded: "six militants were killed", said an army."""
    if speaking.kind is ActorKind.STATE:
        return verb.lemma in _PUTS_DOWN and noun_lemma(victim) in NAMELESS
    if speaking.kind is ActorKind.STATE_FORCES:
        put_down = verb.lemma in _PUTS_DOWN and victim.lemma in NAMELESS
        return put_down or (verb.lemma in ("kill", "die") and noun_lemma(victim) in NAMELESS - _ANYBODY)
    if verb.lemma in ("execute", "liquidate") and speaking.kind in GROUPS:
        return True
    hurt = verb.lemma in _HURTS or verb.lemma == "die"
    return hurt and noun_lemma(victim) in ENEMIES and speaking.kind in GROUPS
