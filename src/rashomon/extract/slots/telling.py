"""The words that report an incident, as short as carry the point."""

from collections.abc import Sequence

from rashomon.extract.dateline import datelines
from rashomon.extract.splitting import Cluster, Unit
from rashomon.extract.splitting.units import clause_head
from rashomon.records import Layout, Parse, Span

LONGEST = 300  # characters; the desk's format counts a quote of over 400 as none


def telling_words(parse: Parse, cluster: Cluster, others: Sequence[Unit] = ()) -> Span:
    """The words of the unit that tells most: an early event word of the body, with its time and place.

    others: the units of the report's other incidents. The whole sentence where it tells of this incident alone and is
    not long, else the clause.
    """
    unit = chief(cluster)
    sentence = parse.sentences[unit.token.sentence]
    alone = all(u.token.sentence != sentence.i for u in others)
    start = next((end for begun, end in datelines(parse) if begun == sentence.start), sentence.start)
    if alone and sentence.end - start <= LONGEST:
        return Span.of(parse.text, start, sentence.end)
    return clause_span(parse, unit.token.i)


def chief(cluster: Cluster) -> Unit:
    """The unit that tells most of the incident."""
    order = {unit.token.i: rank for rank, unit in enumerate(sorted(cluster.members, key=lambda u: u.token.i))}
    return max(cluster.members, key=lambda u: (_worth(u, order[u.token.i]), -u.token.i))


def _worth(unit: Unit, rank: int) -> float:
    worth = 1.0 * (unit.event is not None) + 0.3 * unit.own_time + 0.3 * unit.own_place + 0.3 * bool(unit.tolls)
    return worth - 3.0 * (unit.layout is not Layout.BODY) - 0.4 * min(rank, 8)


def clause_span(parse: Parse, i: int) -> Span:
    """The clause of token `i`; its nearer surroundings where the clause is longer than LONGEST characters."""
    inside = parse.subtree(clause_head(parse, i))
    start, end = inside[0].start, inside[-1].end
    token = parse.tokens[i]
    sentence = parse.sentences[token.sentence]
    start, end = max(start, sentence.start), min(end, sentence.end)
    if end - start > LONGEST:
        words = parse.words(sentence)
        near = [t for t in words if t.start >= token.start - LONGEST // 2 and t.end <= token.end + LONGEST // 2]
        start, end = (near[0].start, near[-1].end) if near else (token.start, token.end)
    text = parse.text[start:end]
    end -= len(text) - len(text.rstrip(" ,;.:"))
    return Span.of(parse.text, start, max(end, start + 1))
