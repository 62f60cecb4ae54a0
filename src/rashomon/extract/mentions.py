"""The mentions of a report: its incidents told apart, each with type, means, time, place, targets and claims."""

from collections.abc import Sequence

from rashomon.extract.claims import claims_of, shared_blames
from rashomon.extract.findings import Findings
from rashomon.extract.slots.choose import (
    Surroundings,
    choose_when,
    choose_where,
    shifts_from,
    when_candidates,
    where_candidates,
)
from rashomon.extract.slots.kind import evidence, means, sub_event_type
from rashomon.extract.slots.targets import targets_of
from rashomon.extract.slots.telling import telling_words
from rashomon.extract.splitting import Cluster, Unit, split
from rashomon.records import Mention, Stated, TimeExpression


def mentions_of(findings: Findings) -> tuple[Mention, ...]:
    """The incidents that the report tells of, in the order in which it tells them."""
    clusters = split(findings.parse, findings.units, findings.report.published)
    found: list[Mention] = []
    shared = shared_blames(findings, clusters)
    for rank, cluster in enumerate(clusters):
        before = found[-1] if found else None
        found.append(_mention(findings, clusters, rank, cluster, before, shared.get(rank, ())))
    return tuple(found)


def _mention(
    findings: Findings,
    clusters: Sequence[Cluster],
    rank: int,
    cluster: Cluster,
    before: Mention | None,
    shared: Sequence[int],
) -> Mention:
    parse = findings.parse
    others = [unit for other in clusters if other is not cluster for unit in other.members]
    around = surroundings(findings, cluster, rank, others)
    span = telling_words(parse, cluster, others)
    earlier = before.when.value if before and before.when else None
    when = choose_when(when_candidates(around, findings.times, earlier, shifts_from(findings.times, earlier)), around)
    where = choose_where(where_candidates(around, findings.places, before.where if before else None))
    victims = [t.who for unit in cluster.members for t in (findings.tolls[n] for n in unit.tolls) if t.who]
    cues = evidence(parse, cluster, others, span, victims)
    kind = sub_event_type(cues, span)
    return Mention(
        id="",
        report=findings.report.id,
        span=span,
        sub_event_type=kind,
        means=means(kind.value, cues),
        when=when,
        when_relative=None if when else _relative(cluster),
        where=where,
        targets=targets_of(parse, cluster),
        claims=claims_of(findings, cluster, shared),
    ).with_id()


def surroundings(findings: Findings, cluster: Cluster, rank: int, others: Sequence[Unit]) -> Surroundings:
    """A cluster among the others of its report."""
    return Surroundings(
        parse=findings.parse,
        cluster=cluster,
        rank=rank,
        others=others,
        published=findings.report.published,
        said=findings.said,
    )


def _relative(cluster: Cluster) -> Stated[str] | None:
    """What is known of the time where the publication day is not known."""
    expressions: list[TimeExpression] = [t for unit in cluster.members for t in unit.times if t.relative]
    return next((Stated(t.relative, t.span, t.rule) for t in expressions if t.relative), None)
