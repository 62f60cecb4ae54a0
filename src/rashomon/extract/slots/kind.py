"""The sub-event type and the means of an incident, from the words of its sentences, by ACLED's definitions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.decider import Features, decider
from rashomon.extract.slots.cues import PATTERNS, cues_in
from rashomon.extract.slots.telling import clause_span
from rashomon.extract.splitting import Cluster, Unit
from rashomon.records import Means, Parse, Span, Stated, SubEventType

# Which cue tells which means; the others tell the manner or the sides only.
MEANS_OF = {
    "drone": Means.DRONE,
    "aircraft": Means.AIRCRAFT,
    "helicopter": Means.HELICOPTER,
    "missile": Means.MISSILE,
    "rocket": Means.ROCKET,
    "artillery": Means.ARTILLERY,
    "mortar": Means.MORTAR,
    "car_bomb": Means.CAR_BOMB,
    "suicide": Means.SUICIDE_BOMB,
    "bomber": Means.SUICIDE_BOMB,
    "ied": Means.IED,
    "bomb": Means.IED,
    "blown": Means.IED,
    "mine": Means.MINE,
    "grenade": Means.GRENADE,
    "gun": Means.SMALL_ARMS,
    "knife": Means.KNIFE,
    "vehicle": Means.VEHICLE,
    "naval": Means.NAVAL,
    "arson": Means.ARSON,
}


SIDES = ("civilian", "soldier", "militant")
_WORD = re.compile(r"[\w'’-]+")
_NEAR = 60  # characters in which a word is beside another


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cues of one incident: name to the first words that show it.

    near: in the sentence that tells it. more: in other sentences with its event words. far: in the sentences after
    them that tell of no other incident. lemmas: its event words. victims: which sides (SIDES) its victims are on.
    beside: by cue, the words before and after the first that show it, in small letters: "by", "drone", "struck".
    """

    near: dict[str, Span]
    more: dict[str, Span]
    far: dict[str, Span]
    lemmas: frozenset[str]
    victims: frozenset[str]
    beside: dict[str, tuple[str, str]]

    def span(self, cue: str) -> Span | None:
        """The first words that show a cue, the nearest sentence first; None where it is not shown."""
        return self.near.get(cue) or self.more.get(cue) or self.far.get(cue)

    @property
    def cues(self) -> list[str]:
        """The cues shown anywhere, in the order of the list of cues."""
        return [name for name in PATTERNS if self.span(name)]


def evidence(
    parse: Parse, cluster: Cluster, others: Sequence[Unit], telling: Span, victims: Sequence[Span]
) -> Evidence:
    """The cues around a cluster's event words.

    others: the units of the report's other incidents. telling: the words that report the incident.
    victims: the words for those killed and wounded in it.
    """
    own = {u.token.sentence for u in cluster.members}
    theirs = {u.token.sentence for u in others}
    told_in = parse.sentence_at(telling.start)
    first = told_in.i if told_in else min(own)
    near: dict[str, Span] = {}
    more: dict[str, Span] = {}
    far: dict[str, Span] = {}
    _note(parse, [telling], near)
    _note(parse, [_sentence_span(parse, first)] if first not in theirs else [], more)
    for unit in cluster.members:
        if unit.token.sentence != first:
            shared = unit.token.sentence in theirs
            _note(
                parse,
                [clause_span(parse, unit.token.i) if shared else _sentence_span(parse, unit.token.sentence)],
                more,
            )
    _note(parse, [_sentence_span(parse, n) for n in _territory(parse, own, theirs)], far)
    sides = {side for side in SIDES for span in victims if PATTERNS[side].search(span.quote)}
    lemmas = frozenset(u.token.lemma for u in cluster.members if u.event)
    beside = {name: _beside(parse.text, span) for name, span in (far | more | near).items() if name in MEANS_OF}
    return Evidence(near, more, far, lemmas, frozenset(sides), beside)


def _beside(text: str, span: Span) -> tuple[str, str]:
    """The words before and after; "^" and "$" where there is none near."""
    before = _WORD.findall(text[max(0, span.start - _NEAR) : span.start])
    after = _WORD.findall(text[span.end : span.end + _NEAR])
    return before[-1].lower() if before else "^", after[0].lower() if after else "$"


def _note(parse: Parse, spans: Sequence[Span], into: dict[str, Span]) -> None:
    for span in spans:
        for name, (start, end) in cues_in(span.quote).items():
            into.setdefault(name, Span.of(parse.text, span.start + start, span.start + end))


def _sentence_span(parse: Parse, number: int) -> Span:
    sentence = parse.sentences[number]
    return Span.of(parse.text, sentence.start, sentence.end)


def _territory(parse: Parse, own: set[int], theirs: set[int]) -> list[int]:
    """The sentences after an own one and before one of another incident, at most three in a row."""
    found, left = [], 0
    for sentence in parse.sentences:
        if sentence.i in own:
            left = 3
        elif sentence.i in theirs:
            left = 0
        elif left:
            found.append(sentence.i)
            left -= 1
    return found


# The order in which a coder asks: the first row whose cues all stand decides.
_QUESTIONS: tuple[tuple[frozenset[str], SubEventType], ...] = tuple(
    (frozenset(cues.split()), kind)
    for cues, kind in (
        ("chemical", SubEventType.CHEMICAL_WEAPON),
        ("suicide", SubEventType.SUICIDE_BOMB),
        ("intercept drone", SubEventType.DISRUPTED_WEAPONS_USE),
        ("intercept missile", SubEventType.DISRUPTED_WEAPONS_USE),
        ("intercept rocket", SubEventType.DISRUPTED_WEAPONS_USE),
        ("aircraft", SubEventType.AIR_DRONE_STRIKE),
        ("helicopter", SubEventType.AIR_DRONE_STRIKE),
        ("drone", SubEventType.AIR_DRONE_STRIKE),
        ("abduct", SubEventType.ABDUCTION),
        ("car_bomb", SubEventType.REMOTE_EXPLOSIVE),
        ("ied", SubEventType.REMOTE_EXPLOSIVE),
        ("grenade", SubEventType.GRENADE),
        ("artillery", SubEventType.SHELLING),
        ("mortar", SubEventType.SHELLING),
        ("missile", SubEventType.SHELLING),
        ("clash", SubEventType.ARMED_CLASH),
        ("gun soldier", SubEventType.ARMED_CLASH),
        ("gun", SubEventType.ATTACK),
        ("rocket", SubEventType.SHELLING),
        ("mine", SubEventType.REMOTE_EXPLOSIVE),
        ("bomb", SubEventType.REMOTE_EXPLOSIVE),
        ("explosion unknown", SubEventType.UNKNOWN_EXPLOSION),
        ("explosion", SubEventType.REMOTE_EXPLOSIVE),
        ("ambush soldier", SubEventType.ARMED_CLASH),
        ("attack soldier", SubEventType.ARMED_CLASH),
        ("raid soldier", SubEventType.ARMED_CLASH),
    )
)


def first_guess(found: Evidence) -> SubEventType:
    """The type by the questions in their order, over the telling words, then the other sentences; else "Attack"."""
    for stand in (set(found.near), set(found.near) | set(found.more)):
        for cues, kind in _QUESTIONS:
            if cues <= stand:
                return kind
    return SubEventType.ATTACK


def type_features(kind: SubEventType, found: Evidence) -> Features:
    """What speaks for a type: which cues stand near, which anywhere, the event words, and who was hit."""
    features = {f"{kind}|bias": 1.0}
    if kind is first_guess(found):
        features |= {"guess": 1.0, f"{kind}|guess": 1.0}
    features |= {f"{kind}|near={name}": 1.0 for name in found.near}
    features |= {f"{kind}|any={name}": 1.0 for name in {**found.near, **found.more}}
    features |= {f"{kind}|far={name}": 0.5 for name in found.far}
    features |= {f"{kind}|lemma={lemma}": 1.0 for lemma in found.lemmas}
    features |= {f"{kind}|victims={'+'.join(sorted(found.victims))}": 1.0}
    features |= {f"{kind}|victim={side}": 1.0 for side in found.victims}
    return features


def sub_event_type(found: Evidence, fallback: Span) -> Stated[SubEventType]:
    """The likeliest type with the words that speak most for it; `fallback` where no cue stands."""
    weights = decider("type")
    best = max(SubEventType, key=lambda kind: weights.score(type_features(kind, found)))

    def strength(name: str) -> float:
        return weights.score({f"{best}|near={name}": 1.0 if name in found.near else 0.0, f"{best}|any={name}": 1.0})

    told_by = max(found.cues, key=lambda name: (strength(name), name), default="")
    return Stated(best, found.span(told_by) or fallback, "type decider")


def means_features(cue: str, kind: SubEventType, found: Evidence) -> Features:
    """What speaks for a weapon's words to tell this incident's means."""
    where = "near" if cue in found.near else "more" if cue in found.more else "far"
    others = {name for name in {**found.near, **found.more} if name in MEANS_OF and name != cue}
    nearer = any(name in found.near for name in others)
    span = found.span(cue)
    words = span.quote.lower().rstrip("s") if span else ""
    before, after = found.beside.get(cue, ("^", "$"))
    features = {f"{cue}|bias": 1.0, f"at={where}": 1.0, f"{cue}|at={where}": 1.0, f"{cue}|type={kind}": 1.0}
    features |= {f"{cue}|with={name}": 1.0 for name in others}
    features |= {f"at={where}|others near={nearer}": 1.0, f"{cue}|at={where}|others near={nearer}": 1.0}
    features |= {f"{cue}|words={words}": 1.0, f"before={before}": 1.0, f"after={after}": 1.0}
    return features


def means(kind: SubEventType, found: Evidence) -> tuple[Stated[Means], ...]:
    """The means that the words tell, each once, in the order of the ledger's list."""
    weights = decider("means")
    told: dict[Means, Stated[Means]] = {}
    for cue in means_cues(found):
        span = found.span(cue)
        if span and weights.score(means_features(cue, kind, found)) > 0:
            told.setdefault(MEANS_OF[cue], Stated(MEANS_OF[cue], span, "means decider"))
    return tuple(told[m] for m in Means if m in told)


def means_cues(found: Evidence) -> list[str]:
    """The cues of a weapon among the evidence."""
    return [name for name in found.cues if name in MEANS_OF]
