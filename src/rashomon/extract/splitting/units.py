"""The units that a report is split by: each word that tells of an event, a toll or a blame, with what governs it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.extract.events import EventWord
from rashomon.records import Layout, Parse, PlaceExpression, TimeExpression, Token

ANOTHER = frozenset(
    "another other second third fourth fifth separate similar different further additional latest".split()
)
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "conj", "parataxis"))


@dataclass(slots=True)
class Unit:
    """One word that something is told by.

    event: where it is an event word. tolls, blames: indices of the tolls and blames whose cue it is.
    times, places: the expressions that govern it, nearest first; `own_time`, `own_place` are True where they stand in
    its own clause, not only in its sentence. article: "the", "a", "another" or "" as its noun phrase begins.
    """

    token: Token
    layout: Layout
    event: EventWord | None
    tolls: list[int] = field(default_factory=list)
    blames: list[int] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    places: list[PlaceExpression] = field(default_factory=list)
    own_time: bool = False
    own_place: bool = False
    article: str = ""


def units(
    parse: Parse,
    events: Sequence[EventWord],
    toll_cues: Iterable[int],
    blame_cues: Iterable[int],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceExpression],
) -> list[Unit]:
    """The units of a report in the order of its text. toll_cues, blame_cues: the cue token of each toll and blame."""
    by_token: dict[int, Unit] = {}

    def unit(i: int) -> Unit:
        if i not in by_token:
            token = parse.tokens[i]
            by_token[i] = Unit(token, parse.layout_of(parse.sentences[token.sentence]), None)
        return by_token[i]

    for event in events:
        unit(event.token).event = event
    for number, cue in enumerate(toll_cues):
        unit(cue).tolls.append(number)
    for number, cue in enumerate(blame_cues):
        unit(cue).blames.append(number)
    found = [by_token[i] for i in sorted(by_token)]
    _govern(parse, found, times, places)
    for each in found:
        each.article = _article(parse, each.token)
    return found


def _article(parse: Parse, token: Token) -> str:
    determiners = [c for c in parse.children(token.i) if c.i < token.i]
    if any(c.lower in ANOTHER for c in determiners):
        return "another"
    if any(c.lower in ("the", "this", "that", "these", "those") for c in determiners):
        return "the"
    if any(c.lower in ("a", "an") for c in determiners):
        return "a"
    return "poss" if any(c.dep == "poss" for c in determiners) else ""


def _govern(
    parse: Parse, found: Sequence[Unit], times: Sequence[TimeExpression], places: Sequence[PlaceExpression]
) -> None:
    """Gives each unit the times and places of its sentence, those of its own clause first."""
    in_sentence: dict[int, list[Unit]] = defaultdict(list)
    for unit in found:
        in_sentence[unit.token.sentence].append(unit)
    for expression in times:
        for unit, own in _reach(parse, expression.span.start, expression.span.end, in_sentence):
            unit.times.insert(0, expression) if own and not unit.own_time else unit.times.append(expression)
            unit.own_time = unit.own_time or own
    for place in places:
        if place.adjective:
            continue
        for unit, own in _reach(parse, place.span.start, place.span.end, in_sentence):
            unit.places.insert(0, place) if own and not unit.own_place else unit.places.append(place)
            unit.own_place = unit.own_place or own


def _reach(parse: Parse, start: int, end: int, in_sentence: dict[int, list[Unit]]) -> list[tuple[Unit, bool]]:
    """The units of the sentence that an expression stands in, each with whether it stands in the unit's own clause."""
    inside = parse.tokens_in(start, end)
    if not inside:
        return []
    mates = in_sentence.get(inside[0].sentence, [])
    if not mates:
        return []
    by_token = {unit.token.i: unit for unit in mates}
    head = next((t for t in inside if not start <= parse.tokens[t.head].start < end), inside[-1])
    governor = next((t.i for t in (head, *parse.ancestors(head.i)) if t.i in by_token), None)
    if governor is None:
        governor = min(by_token, key=lambda i: abs(i - head.i))
    return [(unit, unit.token.i == governor or _same_clause(parse, unit.token.i, governor)) for unit in mates]


def _same_clause(parse: Parse, one: int, other: int) -> bool:
    return clause_head(parse, one) == clause_head(parse, other)


def clause_head(parse: Parse, i: int) -> int:
    """The token that heads the clause of token `i`: the nearest verb upwards that begins a clause, or the root."""
    token = parse.tokens[i]
    while token.head != token.i and not (token.dep in _CLAUSES and token.pos in ("VERB", "AUX")):
        token = parse.tokens[token.head]
    return token.i
