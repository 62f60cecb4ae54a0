"""Incidents told apart within one report: each segment goes on with an incident, begins one, or tells of none.

A mention-ranking model, as in coreference resolution (Denis and Baldridge 2008; Durrett and Klein 2013): the
candidates of a segment are the incidents so far, a new one, and none; a linear decider scores them; the best one wins.
The body is read first, then headings and captions, which repeat it: a headline begins an incident only where the
body tells of none.
"""

from collections.abc import Callable, Sequence
from datetime import date

from rashomon.extract.decider import Features, decider
from rashomon.extract.splitting.features import new_features, none_features, same_features
from rashomon.extract.splitting.introduction import opening, participants
from rashomon.extract.splitting.relations import Cluster
from rashomon.extract.splitting.segments import merged, segments
from rashomon.extract.splitting.setting import content_words
from rashomon.extract.splitting.units import Unit
from rashomon.records import Layout, Parse

LONGEST_MEMORY = 40  # clusters looked at, newest first, so that a live blog of a thousand entries stays linear
_ORDER = {Layout.BODY: 0, Layout.CORRECTION: 1, Layout.CAPTION: 2, Layout.SUBTITLE: 3, Layout.TITLE: 4}

Choice = Cluster | str  # a cluster, "new" or "none"
Chooser = Callable[[Sequence[Unit], Sequence[tuple[Choice, Features]]], Choice]
Begun = Callable[[Cluster, Sequence[Unit]], None]


def reading_order(found: Sequence[list[Unit]]) -> list[list[Unit]]:
    """The segments in the order in which they are decided: the body first."""
    return sorted(found, key=lambda segment: (_ORDER.get(segment[0].layout, 0), segment[0].token.i))


def split(
    parse: Parse,
    found: Sequence[Unit],
    published: date | None,
    choose: Chooser | None = None,
    begun: Begun | None = None,
) -> list[Cluster]:
    """The incidents that a report tells of, each as the cluster of its units, in the order in which they begin.

    choose: decides among the candidates of a segment; None is the shipped decider (training passes the gold's choice).
    begun: called when a segment begins a new cluster.
    """
    choose = choose or _best
    clusters: list[Cluster] = []
    recent: Cluster | None = None
    for segment in reading_order(segments(parse, found)):
        unit = merged(segment)
        unit.words = content_words(parse, unit)
        unit.participants, unit.opening = participants(parse, unit), opening(parse, unit)
        candidates: list[tuple[Choice, Features]] = [
            ("none", none_features(parse, unit, clusters, published)),
            ("new", new_features(parse, unit, clusters, published)),
        ]
        seen = clusters if len(clusters) <= LONGEST_MEMORY else [clusters[0], *clusters[-LONGEST_MEMORY:]]
        candidates += [(c, same_features(parse, unit, c, clusters, recent, published)) for c in seen]
        choice = choose(segment, candidates)
        if choice == "none":
            continue
        if isinstance(choice, str):
            choice = Cluster()
            clusters.append(choice)
            if begun:
                begun(choice, segment)
        choice.members.extend(segment)
        choice.lemmas |= {u.token.lemma for u in segment}
        choice.words |= unit.words
        choice.values |= unit.values
        choice.actors |= unit.actors
        choice.victims |= unit.victims
        choice.paragraphs.add(parse.sentences[unit.token.sentence].paragraph)
        recent = choice
    return clusters


def _best(_: Sequence[Unit], candidates: Sequence[tuple[Choice, Features]]) -> Choice:
    weights = decider("splitter")
    return max(candidates, key=lambda candidate: weights.score(candidate[1]))[0]
