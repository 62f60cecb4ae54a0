"""The weights that choose an incident's time, place, type and means, fitted on the desk's annotated reports."""

from collections.abc import Sequence
from dataclasses import replace

from desk import scorer
from fit_splitter import forced_split
from gold import Annotated
from logit import Decision, fit
from rashomon.extract.decider import Decider
from rashomon.extract.mentions import surroundings
from rashomon.extract.slots.choose import shifts_from, when_candidates, where_candidates
from rashomon.extract.slots.kind import MEANS_OF, evidence, means_cues, means_features, type_features
from rashomon.extract.slots.telling import telling_words
from rashomon.records import Interval, Place, Stated, SubEventType

PENALTY = {"when": 0.3, "where": 3.0, "type": 4.0, "means": 4.0}  # L2 strengths, chosen by leaving one file out


def fit_slots(examples: Sequence[Annotated], splitter: Decider) -> dict[str, dict[str, float]]:
    """The weights of `weights/when.json`, `where.json`, `type.json` and `means.json`."""
    when: list[Decision] = []
    where: list[Decision] = []
    kinds: list[Decision] = []
    means: list[Decision] = []
    for example in examples:
        made: tuple[list[Decision], ...] = ([], [], [], [])
        _decisions(example, splitter, *made)
        for kept, more in zip((when, where, kinds, means), made, strict=True):
            kept += [replace(decision, weight=example.weight) for decision in more]
    return {
        "when": fit(when, PENALTY["when"]),
        "where": fit(where, PENALTY["where"]),
        "type": fit(kinds, PENALTY["type"]),
        "means": fit(means, PENALTY["means"]),
    }


def _decisions(
    example: Annotated,
    splitter: Decider,
    when: list[Decision],
    where: list[Decision],
    kinds: list[Decision],
    means: list[Decision],
) -> None:
    found = example.findings
    clusters, _ = forced_split(example, splitter)
    before_when: Interval | None = None
    before_where: Stated[Place] | None = None
    for rank, (cluster, number) in enumerate(clusters):
        if number < 0:
            continue
        gold = example.mentions[number]
        others = [u for other, _ in clusters if other is not cluster for u in other.members]
        around = surroundings(found, cluster, rank, others)
        shifts = shifts_from(found.times, before_when)
        times = when_candidates(around, found.times, before_when, shifts)
        right = [_right_date(gold, c) for c, _ in times]
        if any(right):
            when.append(Decision([f for _, f in times], right))
            before_when = next((c.value for (c, _), r in zip(times, right, strict=True) if r and c), before_when)
        places = where_candidates(around, found.places, before_where)
        right = [_right_place(gold, c) for c, _ in places]
        if any(right):
            where.append(Decision([f for _, f in places], right))
            before_where = next((c for (c, _), r in zip(places, right, strict=True) if r and c), before_where)
        victims = [t.who for unit in cluster.members for t in (found.tolls[n] for n in unit.tolls) if t.who]
        cues = evidence(found.parse, cluster, others, telling_words(found.parse, cluster, others), victims)
        kinds.append(
            Decision(
                [type_features(k, cues) for k in SubEventType], [k == gold["sub_event_type"] for k in SubEventType]
            )
        )
        for cue in means_cues(cues):
            features = means_features(cue, SubEventType(gold["sub_event_type"]), cues)
            told = MEANS_OF[cue] in gold.get("means", [])
            means.append(Decision([features, {}], [told, not told]))


def _right_date(gold: dict[str, object], candidate: Stated[Interval] | None) -> bool:
    if candidate is None or not gold.get("date"):
        return candidate is None and not gold.get("date")
    answer = {"from": str(candidate.value.first), "to": str(candidate.value.last)}
    return bool(scorer().right_date(gold["date"], answer))


def _right_place(gold: dict[str, object], candidate: Stated[Place] | None) -> bool:
    if candidate is None or not gold.get("place"):
        return candidate is None and not gold.get("place")
    return bool(scorer().right_place(gold["place"], {"lat": candidate.value.lat, "lon": candidate.value.lon}))
