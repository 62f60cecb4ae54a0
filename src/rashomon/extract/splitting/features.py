"""What speaks for a unit to tell of an incident already told, of a new one, or of none.

Names of features: "s:" the same incident as a cluster, "n:" a new one, "z:" none. Each function's features read as a
table in `weights/splitter.json`.
"""

from collections.abc import Sequence
from datetime import date

from rashomon.extract.decider import Features
from rashomon.extract.splitting.relations import (
    Cluster,
    actors_relation,
    connection,
    first_place,
    kind_relation,
    names_relation,
    own_interval,
    places_relation,
    time_relation,
    time_to,
    values_relation,
    victims_relation,
)
from rashomon.extract.splitting.setting import (
    age_bucket,
    in_quotes,
    opener,
    said,
    setting_words,
    shifted,
    starts_paragraph,
)
from rashomon.extract.splitting.units import Unit
from rashomon.records import Parse


def new_features(parse: Parse, unit: Unit, clusters: Sequence[Cluster], published: date | None) -> Features:
    """What speaks for a new incident."""
    time = own_interval(unit)
    relations_t = {time_relation(time, c.interval) for c in clusters}
    relations_p = {places_relation(unit, c) for c in clusters}
    names = [
        "n:bias",
        f"n:clusters={min(len(clusters), 3)}",
        f"n:article={unit.article}",
        f"n:opener={opener(parse, unit)}",
        f"n:age={age_bucket(time, published)}",
        f"n:time={_strongest(relations_t)}|own={unit.own_time}",
        f"n:place={_strongest(relations_p)}|own={unit.own_place}",
        f"n:both={_strongest(relations_t)}|{_strongest(relations_p)}",
        f"n:layout={unit.layout}",
        f"n:values={_values(unit, clusters)}",
        f"n:names={_names_of_all(unit, clusters)}|own={unit.own_place}",
        f"n:counted={unit.counted}",
        f"n:actors={_actors(unit, clusters)}",
        f"n:news={_news(unit, clusters, published)}",
        f"n:listed={unit.listed}",
        f"n:starts-paragraph={starts_paragraph(parse, unit)}|place={_strongest(relations_p)}",
        f"n:said={said(parse, unit)}",
        f"n:fresh={_fresh(parse, unit, clusters)}|listed={unit.listed}|starts={starts_paragraph(parse, unit)}",
        f"n:fresh={_fresh(parse, unit, clusters)}|opening={unit.opening}",
        f"n:opening={unit.opening}|place={_strongest(relations_p)}",
        *(f"n:word={word}" for word in setting_words(parse, unit)),
        *(f"n:{n}" for n in _introduced(unit)),
        *_unit_names("n", parse, unit),
    ]
    if clusters:
        balance = [weighed(parse, unit, c, published, main=c is clusters[0]) for c in clusters]
        names += [f"n:against={min(a for a, _ in balance)}", f"n:for={max(f for _, f in balance)}"]
        names.append(f"n:balance={min(a - f for a, f in balance)}")
    if clusters and unit.event is None:
        names += [f"n:bare|time={_strongest(relations_t)}|own={unit.own_time}"]
        names += [f"n:bare|place={_strongest(relations_p)}|own={unit.own_place}"]
    if not clusters:
        names += [f"n:first|{n[2:]}" for n in _unit_names("n", parse, unit)]
    if shifted(unit):
        names.append("n:shifted")
    return dict.fromkeys(names, 1.0)


def none_features(parse: Parse, unit: Unit, clusters: Sequence[Cluster], published: date | None) -> Features:
    """What speaks for the unit to tell of no incident."""
    time = own_interval(unit)
    names = [
        "z:bias",
        f"z:clusters={min(len(clusters), 2)}",
        f"z:time={time is not None}",
        f"z:age={age_bucket(time, published)}",
        f"z:place={first_place([unit]) is not None}",
        f"z:layout={unit.layout}",
        f"z:article={unit.article}",
        f"z:period={any(t.period for t in unit.times)}",
        f"z:future={any(t.future for t in unit.times)}",
        f"z:counted={unit.counted}|time={time is not None}",
        f"z:said={said(parse, unit)}",
        f"z:quoted={in_quotes(parse, unit)}",
        *(f"z:word={word}" for word in setting_words(parse, unit)),
        *(f"z:{n}" for n in _introduced(unit)),
        *_unit_names("z", parse, unit),
    ]
    return dict.fromkeys(names, 1.0)


def _last_before(cluster: Cluster, unit: Unit) -> int:
    """The cluster's last sentence up to the unit's; its first member's where all stand after it."""
    if cluster.latest <= unit.token.sentence:
        return cluster.latest
    before = [u.token.sentence for u in cluster.members if u.token.sentence <= unit.token.sentence]
    return max(before, default=cluster.members[0].token.sentence)


def same_features(
    parse: Parse,
    unit: Unit,
    cluster: Cluster,
    clusters: Sequence[Cluster],
    recent: Cluster | None,
    published: date | None,
) -> Features:
    """What speaks for the unit to go on with this cluster."""
    last = _last_before(cluster, unit)
    gap = abs(unit.token.sentence - last)
    gap_name = str(gap) if gap < 3 else "3-5" if gap < 6 else "6+"
    paragraph = parse.sentences[unit.token.sentence].paragraph == parse.sentences[last].paragraph
    time = time_to(unit, cluster, published, main=cluster is clusters[0])
    place = places_relation(unit, cluster)
    shared = len(unit.words & cluster.words) / (1 + min(len(unit.words), len(cluster.words)))
    names = [
        f"s:gap={gap_name}|recent={cluster is recent}",
        f"s:gap={gap_name}|article={unit.article}",
        f"s:paragraph={paragraph}",
        f"s:roundup={unit.roundup}|starts={starts_paragraph(parse, unit)}|paragraph={paragraph}",
        f"s:main={cluster is clusters[0]}|recent={cluster is recent}",
        f"s:time={time}|own={unit.own_time}",
        f"s:place={place}|own={unit.own_place}",
        f"s:both={time}|{place}",
        f"s:kind={kind_relation(unit, cluster)}",
        f"s:lemma={unit.token.lemma in cluster.lemmas}|article={unit.article}",
        f"s:opener={opener(parse, unit)}|recent={cluster is recent}",
        f"s:layout={unit.layout}|main={cluster is clusters[0]}",
        f"s:only={len(clusters) == 1}",
        f"s:bare={unit.event is None}|recent={cluster is recent}",
        f"s:values={values_relation(unit, cluster)}|time={time}",
        f"s:values={values_relation(unit, cluster)}|place={place}",
        f"s:names={names_relation(unit, cluster)}",
        f"s:names={names_relation(unit, cluster)}|gap={gap_name}",
        f"s:actors={actors_relation(unit, cluster)}|time={time}",
        f"s:connection={connection(parse, unit, cluster)}",
        f"s:listed={unit.listed}|gap={gap_name}",
        *(f"s:word={word}|recent={cluster is recent}" for word in setting_words(parse, unit)),
        *(f"s:{n}" for n in _introduced(unit)),
        *(f"s:{n}|recent={cluster is recent}" for n in _introduced(unit)[:2]),
        f"s:here={_here(parse, unit, cluster)}|listed={unit.listed}|recent={cluster is recent}",
        f"s:here={_here(parse, unit, cluster)}|opening={unit.opening}",
        f"s:opening={unit.opening}|place={place}",
        f"s:opening={unit.opening}|time={time}",
        f"s:victims={victims_relation(unit, cluster)}|values={values_relation(unit, cluster)}",
        f"s:claim={bool(unit.tolls)}{bool(unit.blames)}|main={cluster is clusters[0]}",
    ]
    against, speaking_for = weighed(parse, unit, cluster, published, main=cluster is clusters[0])
    names += [f"s:against={against}", f"s:for={speaking_for}", f"s:against={against}|for={speaking_for}|gap={gap > 0}"]
    features = dict.fromkeys(names, 1.0)
    features["s:shared"] = shared * 3
    if shifted(unit):
        features[f"s:shifted|recent={cluster is recent}"] = 1.0
    return features


MOST_COUNTED = 3


def weighed(parse: Parse, unit: Unit, cluster: Cluster, published: date | None, *, main: bool) -> tuple[int, int]:
    """How many things speak against the unit being of the cluster, and how many for it, each at most MOST_COUNTED."""
    time = time_to(unit, cluster, published, main=main)
    place = places_relation(unit, cluster)
    kind = kind_relation(unit, cluster)
    actors = actors_relation(unit, cluster)
    values = values_relation(unit, cluster)
    against = [
        time in ("apart", "far", "ages", "old"),
        time in ("far", "ages"),
        place in ("apart", "far"),
        place in ("apart", "far", "none", "missing") and names_relation(unit, cluster) == "other",
        kind == "apart",
        actors == "other",
        unit.article in ("a", "another"),
        opener(parse, unit) in ("elsewhere", "before"),
        shifted(unit),
    ]
    speaking_for = [
        time in ("equal", "meet"),
        place == "equal",
        names_relation(unit, cluster) in ("shared", "trailing"),
        kind == "same",
        actors == "same",
        values == "same",
        unit.article == "the" and unit.token.lemma in cluster.lemmas,
        len(unit.words & cluster.words) > 2,
    ]
    return min(sum(against), MOST_COUNTED), min(sum(speaking_for), MOST_COUNTED)


def _introduced(unit: Unit) -> list[str]:
    subject, told = unit.participants
    return [f"subject={subject}", f"object={told}", f"subject={subject}|object={told}"]


def _here(parse: Parse, unit: Unit, cluster: Cluster) -> bool:
    """True where the cluster has been told in the unit's paragraph."""
    return parse.sentences[unit.token.sentence].paragraph in cluster.paragraphs


def _fresh(parse: Parse, unit: Unit, clusters: Sequence[Cluster]) -> bool:
    """True where the unit's paragraph has told of no incident yet."""
    return not any(_here(parse, unit, cluster) for cluster in clusters)


def _unit_names(prefix: str, parse: Parse, unit: Unit) -> list[str]:
    names = [
        f"{prefix}:aside={unit.aside}",
        f"{prefix}:roundup={unit.roundup}|starts={starts_paragraph(parse, unit)}",
        f"{prefix}:toll={bool(unit.tolls)}",
        f"{prefix}:blame={bool(unit.blames)}",
        f"{prefix}:tag={unit.token.tag}",
        f"{prefix}:lead={min(unit.token.sentence, 2)}|spread={min(unit.spread, 3)}|counted={bool(unit.counted)}",
    ]
    if unit.event:
        event = unit.event
        names += [
            f"{prefix}:kind={event.kind}",
            f"{prefix}:modality={event.modality}",
            f"{prefix}:form={'noun' if event.nominal else 'verb'}|plural={event.plural}|number={bool(event.number)}",
            f"{prefix}:lemma={unit.token.lemma}",
        ]
    else:
        names += [f"{prefix}:bare", f"{prefix}:bare|article={unit.article}"]
    if any(c.lower == "had" and c.dep == "aux" for c in parse.children(unit.token.i)):
        names.append(f"{prefix}:pluperfect")
    return names


def _names_of_all(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {names_relation(unit, c) for c in clusters}
    return next((r for r in ("shared", "trailing", "missing", "other", "none") if r in relations), "first")


def _actors(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {actors_relation(unit, c) for c in clusters}
    return next((r for r in ("same", "other", "none") if r in relations), "first")


def _news(unit: Unit, clusters: Sequence[Cluster], published: date | None) -> str:
    return time_to(unit, clusters[0], published, main=True) if clusters else "first"


def _values(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {values_relation(unit, c) for c in clusters}
    return next((r for r in ("same", "other", "none") if r in relations), "first")


def _strongest(relations: set[str]) -> str:
    return next(
        (r for r in ("equal", "meet", "within", "missing", "apart", "far", "ages", "none") if r in relations), "first"
    )
