"""When and where an incident happened: which of the report's times and places are its own.

Each candidate is an expression of the report with how it stands to the incident's event words; a linear decider
scores them, with "not told" as a candidate of its own.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.extract.dateline import datelines
from rashomon.extract.decider import Features, decider
from rashomon.extract.slots.telling import chief
from rashomon.extract.splitting import Cluster, Unit
from rashomon.extract.splitting.sayings import NOTHING_SAID, Said
from rashomon.records import (
    Anchor,
    Interval,
    Layout,
    Parse,
    Place,
    PlaceExpression,
    PlaceKind,
    Span,
    Stated,
    TimeExpression,
)

NOT_TOLD = "not told"
ASSUMED = "publication day or the day before"  # the rule of a day that no words of the report tell


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A cluster among the others of its report.

    rank: 0 for the incident that the report tells first. others: the units of the other incidents.
    said: tells the times and places of a saying, and the words for speakers: "the Pentagon said" is no place.
    """

    parse: Parse
    cluster: Cluster
    rank: int
    others: Sequence[Unit]
    published: date | None
    said: Said = NOTHING_SAID


def when_candidates(
    around: Surroundings, times: Sequence[TimeExpression], before: Interval | None, shifts: dict[Span, Interval]
) -> list[tuple[Stated[Interval] | None, Features]]:
    """The intervals that the incident may have, each with its features; None is "not told".

    before: the interval of the incident told before. shifts: expressions counted from it, resolved.
    """
    found: list[tuple[Stated[Interval] | None, Features]] = [
        (None, {f"{NOT_TOLD}|rank={min(around.rank, 2)}": 1.0, NOT_TOLD: 1.0})
    ]
    near = _Near.of(around)
    filed = datelines(around.parse)
    for expression in times:
        interval = expression.interval or shifts.get(expression.span)
        if interval is None or (expression.period and interval.days > 40):
            continue
        features = _standing(around, near, expression.span)
        age = (around.published - interval.last).days if around.published else 0
        in_dateline = any(start <= expression.span.start < end for start, end in filed)
        features |= {
            f"grain={expression.grain}": 1.0,
            f"anchor={expression.anchor}": 1.0,
            f"period={expression.period}": 1.0,
            f"future={expression.future or age < 0}": 1.0,
            f"dateline={in_dateline}": 1.0,
            f"days={_width(interval)}": 1.0,
            f"age={_bucket(age)}|dateline={in_dateline}|rank={min(around.rank, 2)}": 1.0,
        }
        found.append((Stated(interval, expression.span, expression.rule), features))
    if before is not None and around.rank and around.cluster.members:
        span = _words(around)
        stated = Stated(before, span, "same day as the incident told before")
        found.append((stated, {"inherited": 1.0, f"inherited|gap={_gap_before(around)}": 1.0}))
    if around.published and around.cluster.members:
        last = around.published
        stated = Stated(Interval(last - timedelta(days=1), last), _words(around), ASSUMED)
        found.append((stated, {"published": 1.0, f"published|rank={min(around.rank, 2)}": 1.0}))
    return found


def where_candidates(
    around: Surroundings, places: Sequence[PlaceExpression], before: Stated[Place] | None
) -> list[tuple[Stated[Place] | None, Features]]:
    """The places that the incident may have, each with its features; None is "not told"."""
    unlocated = _unlocated(around)
    lacking = {p.span for u in around.cluster.members for p in u.places if p.place is None}
    found: list[tuple[Stated[Place] | None, Features]] = [
        (None, {f"{NOT_TOLD}|rank={min(around.rank, 2)}": 1.0, NOT_TOLD: 1.0, f"{NOT_TOLD}|unlocated={unlocated}": 1.0})
    ]
    filed = datelines(around.parse)
    country = main_country(places)
    near = _Near.of(around)
    counts = Counter(p.place.source for p in places if p.place)
    for expression in places:
        place = expression.place
        if place is None:
            continue
        features = _standing(around, near, expression.span)
        features |= {
            f"kind={place.kind}": 1.0,
            f"adjective={expression.adjective}": 1.0,
            f"kind={place.kind}|{'here' if 'sentence=0' in features else 'elsewhere'}": 1.0,
            f"before={_word_before(around.parse, expression.span)}": 1.0,
            f"radius={'small' if place.radius_km <= 15 else 'middle' if place.radius_km <= 60 else 'large'}": 1.0,
            f"inside-name={'organisation' in expression.rule}": 1.0,
            f"finest={_finest(expression, places)}": 1.0,
            f"role={_role(around.parse, expression.span)}": 1.0,
            f"role={_role(around.parse, expression.span)}|kind={place.kind}": 1.0,
            f"speaker={any(speaker.overlaps(expression.span) for speaker in around.said.speakers)}": 1.0,
            f"again={_again(counts[place.source])}": 1.0,
            f"country={_of_country(place, country)}": 1.0,
            f"holds-unlocated={_after_one(lacking, expression.span)}|kind={place.kind}": 1.0,
            f"unlocated={unlocated}|{'here' if 'sentence=0' in features else 'elsewhere'}": 1.0,
            f"dateline={any(start <= expression.span.start < end for start, end in filed)}": 1.0,
        }
        found.append((Stated(place, expression.span, expression.rule), features))
    if before is not None and around.rank:
        stated = Stated(before.value, before.span, "place of the incident told before")
        features = {"inherited": 1.0, f"inherited|gap={_gap_before(around)}": 1.0}
        found.append((stated, features | {f"inherited|unlocated={unlocated}": 1.0}))
    return found


def main_country(places: Sequence[PlaceExpression]) -> str | None:
    """The country that most of the report's places are in, adjectives among them; None without any.

    A border lies in two and speaks for neither.
    """
    located = [p.place for p in places if p.place and p.place.kind is not PlaceKind.BORDER]
    counts = Counter(place.country for place in located if place.country)
    return max(counts, key=lambda code: (counts[code], code)) if counts else None


def _of_country(place: Place, country: str | None) -> str:
    if place.kind is PlaceKind.BORDER:
        return "border"
    return "main" if place.country == country else "other"


def _unlocated(around: Surroundings) -> bool:
    """True where the words of the incident name a place of their own that no gazetteer has."""
    return any(u.own_place and p.place is None for u in around.cluster.members for p in u.places)


def _after_one(lacking: set[Span], span: Span) -> bool:
    """True for "Y" in "X, a village in Y", where X is the incident's and in no gazetteer."""
    return any(0 <= span.start - one.end < NEAR_CHARACTERS for one in lacking)


NEAR_CHARACTERS = 60


def choose_when(
    candidates: Sequence[tuple[Stated[Interval] | None, Features]], around: Surroundings
) -> Stated[Interval] | None:
    """The best interval; None where the report does not tell.

    Where that is the day of publication or the one before, and a clause of the incident's own tells one of the two,
    the day is told: those words and that day stand for it. A dateline's day is that of the filing.
    """
    weights = decider("when")
    best = max(candidates, key=lambda c: weights.score(c[1]))[0]
    if best is None or best.rule != ASSUMED:
        return best
    filed = datelines(around.parse)
    own = {unit.times[0].span for unit in around.cluster.members if unit.own_time}
    own = {span for span in own if not any(start <= span.start < end for start, end in filed)}
    days = best.value
    told = [
        c for c, _ in candidates if c and c.span in own and days.first <= c.value.first and c.value.last <= days.last
    ]
    return min(told, key=lambda stated: stated.span.start, default=best)


def choose_where(candidates: Sequence[tuple[Stated[Place] | None, Features]]) -> Stated[Place] | None:
    """The best place; None where the report does not tell."""
    weights = decider("where")
    return max(candidates, key=lambda c: weights.score(c[1]))[0]


@dataclass(frozen=True, slots=True)
class _Near:
    """What expressions are compared with, laid out once: the sentences and places of the incident's words.

    own: expressions of the incident's own clauses. theirs: the first ones of the other incidents' units.
    """

    sentences: Sequence[int]
    starts: Sequence[int]
    first: int
    telling: int
    own: frozenset[Span]
    theirs: frozenset[Span]
    others: Sequence[int]

    @classmethod
    def of(cls, around: Surroundings) -> "_Near":
        members = around.cluster.members
        own = [t.span for u in members if u.own_time for t in u.times]
        own += [p.span for u in members if u.own_place for p in u.places]
        theirs = [t.span for u in around.others for t in u.times[:1]]
        theirs += [p.span for u in around.others for p in u.places[:1]]
        return cls(
            sentences=sorted(u.token.sentence for u in members),
            starts=sorted(u.token.start for u in members),
            first=members[0].token.sentence if members else 0,
            telling=chief(around.cluster).token.sentence if members else 0,
            own=frozenset(own),
            theirs=frozenset(theirs),
            others=sorted(u.token.sentence for u in around.others),
        )


def _distance(places: Sequence[int], place: int, default: int) -> int:
    """How far the nearest of these places, in their order, is from one."""
    at = bisect_left(places, place)
    return min((abs(p - place) for p in places[max(0, at - 1) : at + 1]), default=default)


def _standing(around: Surroundings, near: _Near, span: Span) -> Features:
    """How an expression stands to the incident's words and to those of the other incidents."""
    parse = around.parse
    sentence = parse.sentence_at(span.start)
    number = sentence.i if sentence else 0
    nearest = _distance(near.sentences, number, 9)
    first, telling = near.first, near.telling
    own, theirs = span in near.own, span in near.theirs
    other_nearest = _distance(near.others, number, 9)
    layout = parse.layout_of(sentence) if sentence else Layout.BODY
    token_gap = _distance(near.starts, span.start, 9999)
    token_name = "20" if token_gap < 20 else "60" if token_gap < 60 else "150" if token_gap < 150 else "far"
    names = [
        f"sentence={nearest if nearest < 3 else '3+'}",
        f"first-sentence={number == first}",
        f"telling={number == telling}|first={number == first}",
        f"telling={number == telling}|own={own}",
        f"own={own}|sentence={min(nearest, 1)}",
        f"theirs={theirs}|own={own}",
        f"nearer-to-others={other_nearest < nearest}",
        f"characters={token_name}",
        f"said={around.said.holds(parse, span)}",
        f"afterwards={around.said.afterwards(parse, span)}",
        f"layout={layout}|rank={min(around.rank, 1)}",
        f"main={around.rank == 0}|sentence={min(nearest, 2)}",
        f"before-first={number < first}",
        f"position={min(number, 4)}|rank={min(around.rank, 1)}",
    ]
    return dict.fromkeys(names, 1.0)


def _width(interval: Interval) -> str:
    return next((name for name, most in (("1", 1), ("2", 2), ("3-8", 8)) if interval.days <= most), "more")


def _bucket(days: int) -> str:
    return next(
        (n for n, most in (("future", -1), ("0", 0), ("1", 1), ("week", 8), ("month", 31)) if days <= most), "old"
    )


def _words(around: Surroundings) -> Span:
    token = around.cluster.members[0].token
    return Span.of(around.parse.text, token.start, token.end)


def _gap_before(around: Surroundings) -> str:
    first = around.cluster.members[0].token.sentence
    gap = min((first - u.token.sentence for u in around.others if u.token.sentence <= first), default=9)
    return str(gap) if gap < 3 else "3+"


def _word_before(parse: Parse, span: Span) -> str:
    before = parse.text[max(0, span.start - 24) : span.start].lower().split()
    words = [w.strip(",.;:()[]\"'“”") for w in before[-3:]]
    return next((w for w in reversed(words) if w in _PREPOSITIONS), "")


_PREPOSITIONS = frozenset(
    "in at near on from to of by outside around inside into towards toward between west east north south".split()
)


def _role(parse: Parse, span: Span) -> str:
    """The part that the expression's head plays in its sentence: "pobj in", "nsubj", "poss"."""
    inside = parse.tokens_in(span.start, span.end)
    if not inside:
        return ""
    head = next((t for t in inside if not span.start <= parse.tokens[t.head].start < span.end), inside[-1])
    above = parse.tokens[head.head]
    return f"{head.dep} {above.lower}" if above.lower in _PREPOSITIONS else head.dep


def _again(count: int) -> str:
    """How often the report names this place: "1", "2", "3+"."""
    return str(count) if count < 3 else "3+"


def _finest(expression: PlaceExpression, places: Sequence[PlaceExpression]) -> bool:
    """True where no smaller place stands within 80 characters."""
    radius = expression.place.radius_km if expression.place else 0.0
    return not any(
        p.place and p.place.radius_km < radius and abs(p.span.start - expression.span.start) < 80 and not p.adjective
        for p in places
    )


def anchored(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The expressions that are counted from the incident told before."""
    return [t for t in times if t.anchor is Anchor.EVENT and t.shift is not None]


def shifts_from(times: Sequence[TimeExpression], before: Interval | None) -> dict[Span, Interval]:
    """The expressions that are counted from the incident told before, resolved from its interval."""
    if before is None:
        return {}
    return {
        t.span: Interval(before.first + timedelta(days=t.shift[0]), before.last + timedelta(days=t.shift[1]))
        for t in anchored(times)
        if t.shift is not None and before.first + timedelta(days=t.shift[0]) <= before.last + timedelta(days=t.shift[1])
    }
