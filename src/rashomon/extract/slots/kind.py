"""The sub-event type and the means of an incident, from the words of its sentences, by ACLED's definitions."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.decider import Features, decider
from rashomon.extract.slots.cues import PATTERNS, cues_in
from rashomon.extract.splitting import Cluster
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
    "ied": Means.IED,
    "bomb": Means.IED,
    "mine": Means.MINE,
    "grenade": Means.GRENADE,
    "gun": Means.SMALL_ARMS,
    "knife": Means.KNIFE,
    "vehicle": Means.VEHICLE,
    "naval": Means.NAVAL,
    "arson": Means.ARSON,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cues of one incident: name to the first words that show it, those of the telling clauses first.

    near: in the sentences that first tell of the incident. far: in its other sentences.
    """

    near: dict[str, Span]
    far: dict[str, Span]
    lemmas: frozenset[str]


def evidence(parse: Parse, cluster: Cluster) -> Evidence:
    """The cues in the sentences of a cluster's event words."""
    sentences = list(dict.fromkeys(u.token.sentence for u in cluster.members))
    near: dict[str, Span] = {}
    far: dict[str, Span] = {}
    for rank, number in enumerate(sentences):
        sentence = parse.sentences[number]
        for name, (start, end) in cues_in(parse.text[sentence.start : sentence.end]).items():
            span = Span.of(parse.text, sentence.start + start, sentence.start + end)
            (near if rank == 0 else far).setdefault(name, span)
    return Evidence(near, far, frozenset(u.token.lemma for u in cluster.members if u.event))


def type_features(kind: SubEventType, found: Evidence) -> Features:
    """What speaks for a type: which cues stand near, which far, and the event words."""
    features = {f"{kind}|bias": 1.0}
    features |= {f"{kind}|near={name}": 1.0 for name in found.near}
    features |= {f"{kind}|any={name}": 1.0 for name in {**found.near, **found.far}}
    features |= {f"{kind}|lemma={lemma}": 1.0 for lemma in found.lemmas}
    return features


def sub_event_type(found: Evidence, fallback: Span) -> Stated[SubEventType]:
    """The likeliest type with the words that speak most for it; `fallback` where no cue stands."""
    weights = decider("type")
    best = max(SubEventType, key=lambda kind: weights.score(type_features(kind, found)))
    seen = {**found.far, **found.near}

    def strength(name: str) -> float:
        return weights.score({f"{best}|near={name}": 1.0 if name in found.near else 0.0, f"{best}|any={name}": 1.0})

    told_by = max(seen, key=lambda name: (strength(name), name), default=None)
    return Stated(best, seen[told_by] if told_by else fallback, "type decider")


def means_features(cue: str, kind: SubEventType, found: Evidence) -> Features:
    """What speaks for a weapon's words to tell this incident's means."""
    others = {name for name in {**found.near, **found.far} if name in MEANS_OF and name != cue}
    features = {
        f"{cue}|bias": 1.0,
        f"near={cue in found.near}": 1.0,
        f"{cue}|near={cue in found.near}": 1.0,
        f"{cue}|type={kind}": 1.0,
    }
    features |= {f"{cue}|with={name}": 1.0 for name in others}
    return features


def means(kind: SubEventType, found: Evidence) -> tuple[Stated[Means], ...]:
    """The means that the words tell, each once, in the order of the ledger's list."""
    weights = decider("means")
    told: dict[Means, Stated[Means]] = {}
    for cue in PATTERNS:
        span = found.near.get(cue) or found.far.get(cue)
        if cue in MEANS_OF and span and weights.score(means_features(cue, kind, found)) > 0:
            told.setdefault(MEANS_OF[cue], Stated(MEANS_OF[cue], span, "means decider"))
    return tuple(told[m] for m in Means if m in told)


def means_cues(found: Evidence) -> Sequence[str]:
    """The cues of a weapon among the evidence."""
    return [name for name in PATTERNS if name in MEANS_OF and (name in found.near or name in found.far)]
