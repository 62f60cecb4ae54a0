"""The units that a report is split by: each word that tells of an event, a toll or a blame, with what governs it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.extract.blame import Blame
from rashomon.extract.dateline import clock_heads, datelines, entry_heads
from rashomon.extract.events import EventWord
from rashomon.extract.events.counts import count_of
from rashomon.extract.splitting.sayings import NOTHING_SAID, Said, head_of
from rashomon.extract.tolls import Toll
from rashomon.records import Anchor, Layout, Parse, PlaceExpression, Span, Stance, TimeExpression, Token

ANOTHER = frozenset(
    "another other second third fourth fifth separate similar different further additional latest".split()
)
_ANYBODY = frozenset("people person other man body dead casualty the of a an and".split())
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "conj", "parataxis"))


@dataclass(slots=True)
class Unit:
    """One word that something is told by.

    event: where it is an event word. tolls, blames: indices of the tolls and blames whose cue it is.
    times, places: the expressions that govern it, nearest first; `own_time`, `own_place` are True where they stand in
    its own clause, not only in its sentence. article: "the", "a", "another" or "" as its noun phrase begins.
    trailing: the names of places in the sentences after it that tell of nothing, up to the next unit.
    listed: "entry" in a list's entry, "clock" in a live page's. victims: the words for those hit.
    spread: how many places the report's units have. words: the content words of its sentence; participants, opening: as
    `introduction` tells them; the three are there once the splitter looks at it.
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
    values: set[tuple[str, int | None, int | None]] = field(default_factory=set)
    aside: str = ""
    listed: str = ""
    roundup: bool = False
    actors: set[str] = field(default_factory=set)
    counted: str = ""
    victims: set[str] = field(default_factory=set)
    spread: int = 0
    trailing: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    participants: tuple[str, str] = ("", "")
    opening: str = ""


def units(
    parse: Parse,
    events: Sequence[EventWord],
    tolls: Sequence[Toll],
    blames: Sequence[Blame],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceExpression],
    said: Said = NOTHING_SAID,
    asides: Mapping[int, str] | None = None,
) -> list[Unit]:
    """The units of a report in the order of its text.

    said: tells the times and places that are not an incident's ("said on Saturday", "told reporters in Lagos").
    asides: by the casualty word, why its figure is no claim on one incident.
    """
    by_token: dict[int, Unit] = {}

    def unit(i: int) -> Unit:
        if i not in by_token:
            token = parse.tokens[i]
            by_token[i] = Unit(token, parse.layout_of(parse.sentences[token.sentence]), None)
        return by_token[i]

    for event in events:
        unit(event.token).event = event
    for number, toll in enumerate(tolls):
        unit(toll.cue).tolls.append(number)
        unit(toll.cue).values.add((toll.about, toll.low, toll.high))
        if toll.who:
            unit(toll.cue).victims |= {t.lemma for t in parse.tokens_in(toll.who.start, toll.who.end)} - _ANYBODY
    for number, blame in enumerate(blames):
        unit(blame.trigger).blames.append(number)
        if blame.actor and blame.stance in (Stance.BLAMES, Stance.CLAIMS, Stance.SUSPECTS):
            unit(blame.trigger).actors.add(blame.actor)
    found = [by_token[i] for i in sorted(by_token)]
    _govern(parse, found, times, places, said)
    for each in found:
        each.article = _article(parse, each.token)
        each.aside = (asides or {}).get(each.token.i, "")
        count = count_of(parse, each.token)
        each.counted = count.rule.split(":")[0].split(" is ")[0] if count else ""
    _trail(parse, found, places)
    spread = len({p.place.source for u in found for p in u.places[:1] if p.place})
    for each in found:
        each.spread = spread
    return found


def _trail(parse: Parse, found: Sequence[Unit], places: Sequence[PlaceExpression]) -> None:
    """Gives each unit the names in the sentences between it and the next one."""
    telling = sorted({unit.token.sentence for unit in found})
    last = {unit.token.sentence: unit for unit in found}
    for place in places:
        sentence = parse.sentence_at(place.span.start)
        at = bisect_left(telling, sentence.i) if sentence is not None else 0
        if sentence is None or at == 0 or sentence.i in last or place.adjective:
            continue
        unit = last[telling[at - 1]]
        unit.trailing |= {place.name.quote.casefold()}


def _article(parse: Parse, token: Token) -> str:
    """How a noun phrase begins; "" for verbs."""
    before = [c for c in parse.children(token.i) if c.i < token.i]
    if token.pos in ("VERB", "AUX"):
        return ""
    if any(c.lower in ANOTHER for c in before):
        return "another"
    determiners = [c.lower for c in before if c.dep == "det"]
    if any(word in ("the", "this", "that", "these", "those", "both") for word in determiners):
        return "the"
    if any(word in ("a", "an") for word in determiners):
        return "a"
    return "poss" if any(c.dep == "poss" for c in before) else "bare"


def _govern(
    parse: Parse,
    found: Sequence[Unit],
    times: Sequence[TimeExpression],
    places: Sequence[PlaceExpression],
    said: Said,
) -> None:
    """Gives each unit the times and places of its sentence, those of its own clause first."""
    in_sentence: dict[int, list[Unit]] = defaultdict(list)
    for unit in found:
        in_sentence[unit.token.sentence].append(unit)
    filed = datelines(parse)
    _head_entries(parse, found, times, places)
    for expression in times:
        counted = expression.anchor is Anchor.EVENT
        for unit, own in _reach(parse, expression.span, in_sentence, said, of_its_clause=True, counted=counted):
            unit.times.insert(0, expression) if own and not unit.own_time else unit.times.append(expression)
            unit.own_time = unit.own_time or own
    for place in places:
        if place.adjective or any(start <= place.span.start < end for start, end in filed):
            continue
        for unit, own in _reach(parse, place.span, in_sentence, said):
            unit.places.insert(0, place) if own and not unit.own_place else unit.places.append(place)
            unit.own_place = unit.own_place or own


def _head_entries(
    parse: Parse, found: Sequence[Unit], times: Sequence[TimeExpression], places: Sequence[PlaceExpression]
) -> None:
    """Gives the units of a list's entry the day and the place of its head."""
    heads, hours = entry_heads(parse), clock_heads(parse)
    for unit in found:
        paragraph = parse.sentences[unit.token.sentence].paragraph
        start, end = heads.get(paragraph, (0, 0))
        unit.listed = "entry" if paragraph in heads else "clock" if paragraph in hours else ""
        unit.roundup = bool(heads)
        unit.times += [t for t in times if start <= t.span.start < end]
        unit.places += [p for p in places if start <= p.span.start < end and not p.adjective]
        unit.own_time, unit.own_place = bool(unit.times), bool(unit.places)


def _reach(
    parse: Parse,
    span: Span,
    in_sentence: dict[int, list[Unit]],
    said: Said,
    *,
    of_its_clause: bool = False,
    counted: bool = False,
) -> list[tuple[Unit, bool]]:
    """The units of the sentence that an expression can be of, each with whether it stands in the unit's own clause."""
    head = head_of(parse, span)
    mates = in_sentence.get(head.sentence, []) if head else []
    if of_its_clause:
        mates = _can_be_of(parse, span, mates)
    if not head or not mates or said.holds(parse, span, counted=counted) or said.elsewhere(parse, span):
        return []
    by_token = {unit.token.i: unit for unit in mates}
    governor = next((t.i for t in (head, *parse.ancestors(head.i)) if t.i in by_token), None)
    elsewhere = False
    if governor is None:
        governor = min(by_token, key=lambda i: abs(i - head.i))
        elsewhere = of_its_clause and _of_another_verb(parse, head, governor)
    return [
        (
            unit,
            not elsewhere
            and (unit.token.i == governor or clause_head(parse, unit.token.i) == clause_head(parse, governor)),
        )
        for unit in mates
        if unit.token.i == governor or not parted(parse, unit.token.i, governor)
    ]


def _of_another_verb(parse: Parse, head: Token, unit: int) -> bool:
    """True where a time hangs on a verb that neither governs the unit nor is governed by it."""
    verb = next((t for t in parse.ancestors(head.i) if t.pos == "VERB"), None)
    if verb is None:
        return False
    above = {unit, *(t.i for t in parse.ancestors(unit))}
    return verb.i not in above and unit not in {t.i for t in parse.ancestors(verb.i)}


def _can_be_of(parse: Parse, span: Span, mates: Sequence[Unit]) -> list[Unit]:
    """The units that a time can be of: one in a relative clause is of what that clause tells, if of anything.

    "A force that was formed three years ago said the strike killed four." A clause about an event ("the attack that
    took place on Friday") tells of that.
    """
    head = head_of(parse, span)
    clause = next((t for t in parse.ancestors(head.i) if t.dep == "relcl"), None) if head else None
    if clause is None or any(unit.token.i == clause.head for unit in mates):
        return list(mates)
    inside = {t.i for t in parse.subtree(clause.i)}
    return [unit for unit in mates if unit.token.i in inside]


def parted(parse: Parse, one: int, other: int) -> bool:
    """True where the clauses of two tokens are joined by "and" and the later is whole: with a subject and a verb.

    "Six were killed and nine wounded on Friday" shares its verb and its day; "Nine died in June, and four died in
    March" does not.
    """
    first, second = _clauses_above(parse, one), _clauses_above(parse, other)
    common = next((clause for clause in first if clause in second), None)
    for chain in (first, second):
        for clause in chain:
            if clause == common:
                break
            if parse.tokens[clause].dep == "conj" and _whole(parse, clause):
                return True
    return False


def _whole(parse: Parse, clause: int) -> bool:
    parts = [c.dep for c in parse.children(clause)]
    subject = "nsubj" in parts or "nsubjpass" in parts
    finite = parse.tokens[clause].tag in ("VBD", "VBZ", "VBP") or "aux" in parts or "auxpass" in parts
    return subject and finite


def _clauses_above(parse: Parse, i: int) -> list[int]:
    """The heads of the clauses that hold a token, innermost first."""
    found = [clause_head(parse, i)]
    while parse.tokens[found[-1]].head != found[-1]:
        found.append(clause_head(parse, parse.tokens[found[-1]].head))
    return found


def clause_head(parse: Parse, i: int) -> int:
    """The token that heads the clause of token `i`: the nearest verb upwards that begins a clause, or the root."""
    token = parse.tokens[i]
    while token.head != token.i and not (token.dep in _CLAUSES and token.pos in ("VERB", "AUX")):
        token = parse.tokens[token.head]
    return token.i
