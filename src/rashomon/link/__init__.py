"""Mentions across reports into incidents, each join with its reasons.

gist -> keys -> blocks (which mentions meet) -> compare, weights (how alike) -> cluster (which are one), under judged
(what people decided) -> ids -> explain.
"""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.link.linker import Linker
from rashomon.link.standing import Changed, Standing
from rashomon.link.weights import Weights, tables_digest
from rashomon.records import Incident, Join, Judgement, Mention, Report, Verdict

__all__ = ["Changed", "Linker", "Standing", "Weights", "incident_of", "link", "tables_digest", "unsure"]


def link(
    mentions: Sequence[Mention],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement] = (),
    weights: Weights | None = None,
) -> tuple[Incident, ...]:
    """The incidents that these mentions tell of; every mention is in exactly one.

    Two reports of the same strike, the same day and town, are one incident of two mentions, with the join's reasons.
    The order of mentions and judgements does not matter. reports: by id, at least those of the mentions; raises
    BadInput where one is missing. weights: None for the table that comes with the program.
    """
    linker = Linker(weights)
    linker.add(mentions, reports)
    return tuple(linker.incidents(judgements))


def unsure(incidents: Iterable[Incident]) -> tuple[Join, ...]:
    """The queue: pairs too alike to be passed over and not alike enough to be joined, strongest first.

    Pairs that somebody has judged are not asked again.
    """
    asked = {
        (join.left, join.right): join
        for incident in incidents
        for join in incident.near
        if join.verdict is Verdict.UNSURE and join.judged is None
    }
    return tuple(sorted(asked.values(), key=lambda join: (-join.score, join.left, join.right)))


def incident_of(incident_id: str, incidents: Iterable[Incident]) -> Incident | None:
    """The incident that bears this id or to which it leads; None where no mention ever gave it."""
    return next((found for found in incidents if incident_id == found.id or incident_id in found.redirects), None)
