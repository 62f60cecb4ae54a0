"""All statements of blame in a report."""

from collections.abc import Sequence

from rashomon.extract.blame.accusing import accusations
from rashomon.extract.blame.authors import authors
from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act
from rashomon.extract.blame.denials import denials, settle_denials
from rashomon.extract.blame.gate import BY_ACT, Sight, features
from rashomon.extract.blame.occurrence import occurrences
from rashomon.extract.blame.owning import owned_up
from rashomon.extract.blame.record import Blame
from rashomon.extract.blame.responsible import responsible
from rashomon.extract.blame.silence import silences
from rashomon.extract.blame.telling import telling
from rashomon.extract.blame.weapons import weapons
from rashomon.extract.decider import Decider, decider
from rashomon.records import About, ActorExpression, Parse, Stance

_NUMBERS = {"both": 2, "either": 2, "neither": 2, "two": 2, "twin": 2, "three": 3, "four": 4}
LEAST = 0.4  # probability from which a candidate is kept, chosen by leaving one file out
LEAST_DOUBT = 0.5  # the same for doubts of the occurrence itself: two of eleven between the two were right


def find_blame(parse: Parse, actors: Sequence[ActorExpression]) -> tuple[Blame, ...]:
    """The statements on who did it and on whether it happened, in the order of the text.

    actors: `find_actors(parse)`. Where the words themselves do not say who speaks, `speaker` is None and the words
    around must tell (`speakers_at`).
    """
    return read_with(sighted(parse, actors), decider("blame"))


def read_with(sight: Sight, gate: Decider | None) -> tuple[Blame, ...]:
    """The candidates that a gate keeps; all of them without one."""
    found = []
    for i, candidate in enumerate(sight.candidates):
        score = gate.probability(features(sight, i)) if gate is not None else 1.0
        if score >= (LEAST_DOUBT if candidate.about is About.OCCURRENCE else LEAST):
            found.append(_blame(sight.cast.parse, candidate, score))
    return tuple(found)


def sighted(parse: Parse, actors: Sequence[ActorExpression]) -> Sight:
    """The candidates of a report with what the gate weighs them by."""
    cast = Cast(parse, actors)
    return Sight(cast, candidates(cast))


def candidates(cast: Cast) -> list[Candidate]:
    """Everything that a construction suggests, in the order of the text."""
    found = [
        *owned_up(cast),
        *accusations(cast),
        *responsible(cast),
        *denials(cast),
        *silences(cast),
        *authors(cast),
        *weapons(cast),
        *occurrences(cast),
        *telling(cast),
    ]
    kept: dict[tuple[object, ...], Candidate] = {}
    for candidate in found:
        key = _key(cast, candidate)
        kept.setdefault(key, candidate)
    settled = settle_denials(list(kept.values()))
    return sorted(settled, key=lambda c: (c.trigger.i, c.span.start, c.about, c.stance))


def _key(cast: Cast, candidate: Candidate) -> tuple[object, ...]:
    """What makes two candidates one statement: the same stance to the same actor in one sentence.

    A second clause with a subject of its own is another statement: "it had struck X, and its aircraft raided Y".
    """
    at = candidate.trigger
    if candidate.rule == "subject" and candidate.stance is not Stance.DENIES:
        while at.dep in ("conj", "advcl", "xcomp") and not any(c.dep == "nsubj" for c in cast.parse.children(at.i)):
            at = cast.parse.tokens[at.head]
        place = at.i
    else:
        place = -1 - at.sentence
    return candidate.about, candidate.stance, candidate.actor and candidate.actor.name, place


def _blame(parse: Parse, candidate: Candidate, score: float) -> Blame:
    actor, voice = candidate.actor, candidate.speaker
    speaker = None
    if voice is not None:
        loose = {t.i for c in parse.children(voice.i) if c.dep == "relcl" for t in parse.subtree(c.i)}
        below = [t for t in parse.subtree(voice.i) if t.i not in loose and t.pos != "PUNCT"] or [voice]
        speaker = parse.span(below[0].i, below[-1].i + 1)
    return Blame(
        candidate.about,
        candidate.stance,
        candidate.span,
        candidate.trigger.i,
        candidate.rule,
        actor.name if actor else None,
        actor.span if actor else None,
        speaker,
        round(score, 4),
        _incidents(parse, candidate),
        candidate.rule not in BY_ACT and candidate.about is About.PERPETRATOR,
    )


def _incidents(parse: Parse, candidate: Candidate) -> int:
    """Of how many incidents a statement speaks: 2 for "both", "either attack", the number for "the three bombings"."""
    if candidate.about is not About.PERPETRATOR:
        return 1
    for token in parse.subtree(candidate.trigger.i):
        near = [c.lower for c in parse.children(token.i)]
        if token.lower in ("both", "either") and token.dep in ("dobj", "pobj", "nsubj", "nsubjpass"):
            return 2
        if is_act(token) and (token.tag == "NNS" or "either" in near or "neither" in near):
            counted = next((_NUMBERS[word] for word in near if word in _NUMBERS), 1)
            if counted > 1:
                return counted
    return 1
