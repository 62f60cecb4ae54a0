"""The words that report an incident, as short as carry the point."""

from rashomon.extract.splitting import Cluster, Unit
from rashomon.extract.splitting.units import clause_head
from rashomon.records import Layout, Parse, Span

LONGEST = 300  # characters; the desk's format counts a quote of over 400 as none


def telling_words(parse: Parse, cluster: Cluster) -> Span:
    """The clause of the unit that tells most: an event word of the body with its own time and place first."""
    unit = max(cluster.members, key=_worth)
    return clause_span(parse, unit.token.i)


def _worth(unit: Unit) -> tuple[float, int]:
    worth = 2.0 * (unit.event is not None) + unit.own_time + unit.own_place + 0.5 * bool(unit.tolls)
    worth -= 3.0 * (unit.layout is not Layout.BODY)
    return worth, -unit.token.i


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
