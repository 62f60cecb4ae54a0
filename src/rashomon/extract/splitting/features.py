"""What speaks for a unit to tell of an incident already told, of a new one, or of none.

Names of features: "s:" the same incident as a cluster, "n:" a new one, "z:" none. Each function's features read as a
table in `weights/splitter.json`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from rashomon.extract.decider import Features
from rashomon.extract.events.lexicon import Kind
from rashomon.extract.splitting.units import Unit, clause_head
from rashomon.records import Anchor, Interval, Layout, Parse, Place, PlaceKind

NEAR_KM = 30.0
_FREE = frozenset((Kind.GENERAL, Kind.KILL, Kind.WOUND, Kind.ATTACK))
_ALIKE = (
    frozenset((Kind.BOMB, Kind.BLAST, Kind.SUICIDE)),
    frozenset((Kind.BLAST, Kind.GRENADE)),
    frozenset((Kind.BLAST, Kind.AIR, Kind.SHELL, Kind.INTERCEPT)),
    frozenset((Kind.BLAST, Kind.LOOT)),
)
_OPENERS = (
    ("elsewhere", r"elsewhere|in (?:a|an|another|other) (?:separate|different|related|other|unrelated)?\s*(?:incident|attack|"
     r"development|event|strike|blast|clash)|separately|in another|also on|also in"),
    ("before", r"previously|earlier|last (?:week|month|year|\w+day)|in (?:january|february|march|april|may|june|july|august|"
     r"september|october|november|december|\d{4})|on \w+ \d|the (?:incident|attack|strike|blast|raid|bombing) "
     r"(?:comes|came|follows|followed)|a (?:week|month|year|day) (?:ago|earlier|before)|in recent|two|three|since|over the"),
    ("later", r"later|hours later|afterwards|shortly after|minutes later|the next day|meanwhile"),
    ("frame", r"in (?:the )?[A-Z]"),
    ("the", r"the (?:attack|strike|blast|explosion|incident|bombing|raid|assault|shooting|clash|bomb|drone|militants|gunmen|"
     r"assailants|attackers|bomber)s?"),
)  # fmt: skip
_OPENER_PATTERNS = tuple(
    (name, re.compile(r"\W{0,3}(?:" + words + r")\b", re.I if name != "frame" else 0)) for name, words in _OPENERS
)


@dataclass(slots=True)
class Cluster:
    """The units of one incident so far, with what they tell."""

    members: list[Unit] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    values: set[tuple[str, int | None, int | None]] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)

    @property
    def interval(self) -> Interval | None:
        """The first resolved time of its units, those of their own clause first."""
        return first_interval(self.members)

    @property
    def place(self) -> Place | None:
        """The first located place of its units."""
        return first_place(self.members)


def first_interval(members: Sequence[Unit]) -> Interval | None:
    """The first resolved interval that stands in a unit's own clause, else in a unit's sentence; None without any."""
    for own in (True, False):
        for unit in members:
            for expression in unit.times:
                if unit.own_time >= own and expression.interval and not expression.period and not expression.future:
                    return expression.interval
    return None


def first_place(members: Sequence[Unit]) -> Place | None:
    """The first located place below a country in a unit's own clause, else in its sentence; None without any."""
    for own in (True, False):
        for unit in members:
            for expression in unit.places:
                if unit.own_place >= own and expression.place and expression.place.kind is not PlaceKind.COUNTRY:
                    return expression.place
    return None


def kilometres(one: Place, two: Place) -> float:
    """Great-circle distance."""
    phi1, phi2 = radians(one.lat), radians(two.lat)
    half = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(two.lon - one.lon) / 2) ** 2
    return 12742.0 * asin(sqrt(min(1.0, half)))


def time_relation(one: Interval | None, two: Interval | None) -> str:
    """How two intervals stand: "equal", "meet", "apart", or which is missing."""
    if one is None or two is None:
        return "none" if one is None else "missing"
    if one == two:
        return "equal"
    return "meet" if one.first <= two.last and two.first <= one.last else "apart"


def place_relation(one: Place | None, two: Place | None) -> str:
    """How two places stand: "equal" near enough, "within" one another's radius, "apart", or which is missing."""
    if one is None or two is None:
        return "none" if one is None else "missing"
    distance = kilometres(one, two)
    if one.name == two.name or distance < min(NEAR_KM, one.radius_km + two.radius_km):
        return "equal"
    return "within" if distance < max(one.radius_km, two.radius_km, NEAR_KM) else "apart"


def places_relation(unit: Unit, cluster: Cluster) -> str:
    """How the places of a unit's sentence stand to the cluster's: the closest relation of any two."""
    ours = _located(unit)
    theirs = [place for member in cluster.members for place in _located(member)]
    if not ours or not theirs:
        return "none" if not ours else "missing"
    relations = {place_relation(one, two) for one in ours[:3] for two in theirs[:8]}
    return next(r for r in ("equal", "within", "apart") if r in relations)


def _located(unit: Unit) -> list[Place]:
    return [p.place for p in unit.places if p.place and p.place.kind is not PlaceKind.COUNTRY]


def names_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether the unit's sentence names a place that the cluster's name, by name: also places no gazetteer has."""
    ours = _names(unit)
    theirs = {name for member in cluster.members for name in _names(member)}
    if not ours or not theirs:
        return "none" if not ours else "missing"
    return "shared" if ours & theirs else "other"


def _names(unit: Unit) -> set[str]:
    return {p.name.quote.casefold() for p in unit.places if not p.place or p.place.kind is not PlaceKind.COUNTRY}


def values_relation(unit: Unit, cluster: Cluster) -> str:
    """How the unit's tolls stand to the cluster's: "same" figure, "other" figure of the same kind, or "none"."""
    if not unit.values or not cluster.values:
        return "none"
    if unit.values & cluster.values:
        return "same"
    return "other" if {v[0] for v in unit.values} & {v[0] for v in cluster.values} else "none"


def connection(parse: Parse, unit: Unit, cluster: Cluster) -> str:
    """How the unit's clause hangs together with the cluster's in one sentence: by "after", "when", "and", or not."""
    mates = [u for u in cluster.members if u.token.sentence == unit.token.sentence]
    if not mates:
        return "apart"
    heads = {clause_head(parse, u.token.i) for u in mates}
    own = clause_head(parse, unit.token.i)
    if own in heads:
        return "same clause"
    lower = parse.tokens[own]
    for token in (lower, *(parse.tokens[h] for h in sorted(heads))):
        words = [
            c.lower for c in parse.children(token.i) if c.dep in ("mark", "advmod", "cc", "prep") and c.i < token.i
        ]
        if token.dep in ("advcl", "relcl", "acl", "conj", "ccomp"):
            return f"{token.dep} {words[0] if words and words[0] in _CONNECTIVES else ''}"
    return "other clause"


_CONNECTIVES = frozenset(
    "after before since when while as where until following and but during days hours weeks which".split()
)


def time_to(unit: Unit, cluster: Cluster, published: date | None, *, main: bool) -> str:
    """How the unit's time stands to the cluster's.

    The incident that a report tells first, without a day, is news: of the publication day or a little before
    ("news" where the unit's time fits that, "old" where it lies more than three days back).
    """
    interval = cluster.interval
    own = own_interval(unit) or shifted_from(unit, interval)
    if interval is None and own is not None and main and published is not None:
        return "news" if (published - own.last).days <= NEWS_DAYS else "old"
    return time_relation(own, interval)


NEWS_DAYS = 3


def actors_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether the unit names an author of the deed whom the cluster has: "same", "other", or "none" named."""
    if not unit.actors or not cluster.actors:
        return "none"
    return "same" if unit.actors & cluster.actors else "other"


def kind_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether the unit's kind of event can be the cluster's: "same", "free", "alike", "apart"."""
    if unit.event is None:
        return "free"
    kinds = {u.event.kind for u in cluster.members if u.event} - _FREE
    kind = unit.event.kind
    if kind in _FREE or not kinds:
        return "free"
    if kind in kinds:
        return "same"
    return "alike" if any(kind in group and group & kinds for group in _ALIKE) else "apart"


def opener(parse: Parse, unit: Unit) -> str:
    """What kind of opening the unit's sentence has; "" for none that matters."""
    sentence = parse.sentences[unit.token.sentence]
    head = parse.text[sentence.start : sentence.start + 60]
    return next((name for name, pattern in _OPENER_PATTERNS if pattern.match(head)), "")


def age_bucket(interval: Interval | None, published: date | None) -> str:
    """How long before publication an interval lies, coarsely."""
    if interval is None or published is None:
        return "unknown"
    days = (published - interval.last).days
    return next((name for name, most in (("now", 1), ("days", 8), ("weeks", 60)) if days <= most), "long")


def own_interval(unit: Unit) -> Interval | None:
    """The unit's own resolved time."""
    return first_interval([unit])


def shifted(unit: Unit) -> bool:
    """True where the unit's time is counted from the incident told before ("hours later")."""
    return any(t.anchor is Anchor.EVENT and t.shift != (0, 0) for t in unit.times)


def shifted_from(unit: Unit, interval: Interval | None) -> Interval | None:
    """The unit's time counted from an incident's ("a day earlier"); None where it has none of that kind."""
    shift = next((t.shift for t in unit.times if t.anchor is Anchor.EVENT and t.shift), None)
    if shift is None or interval is None:
        return None
    first, last = interval.first + timedelta(days=shift[0]), interval.last + timedelta(days=shift[1])
    return Interval(first, last) if first <= last else None


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
        f"n:listed={listed(parse, unit)}",
        f"n:starts-paragraph={starts_paragraph(parse, unit)}|place={_strongest(relations_p)}",
        f"n:said={said(parse, unit)}",
        *_unit_names("n", parse, unit),
    ]
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
        f"z:quoted={_in_quotes(parse, unit)}",
        *_unit_names("z", parse, unit),
    ]
    return dict.fromkeys(names, 1.0)


def _unit_names(prefix: str, parse: Parse, unit: Unit) -> list[str]:
    names = [
        f"{prefix}:toll={bool(unit.tolls)}",
        f"{prefix}:blame={bool(unit.blames)}",
        f"{prefix}:tag={unit.token.tag}",
    ]
    if unit.event:
        event = unit.event
        names += [
            f"{prefix}:kind={event.kind}",
            f"{prefix}:modality={event.modality}",
            f"{prefix}:form={'noun' if event.nominal else 'verb'}|plural={event.plural}|number={event.number is not None}",
            f"{prefix}:lemma={unit.token.lemma}",
        ]
    else:
        names.append(f"{prefix}:bare")
    if any(c.lower == "had" and c.dep == "aux" for c in parse.children(unit.token.i)):
        names.append(f"{prefix}:pluperfect")
    return names


_LISTED = re.compile(
    r"[*•·–—-]*\s*(?:[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){0,3}|[A-Z][A-Z' -]+)\s*(?:[-–—:]|--)\s+\S"
)


def listed(parse: Parse, unit: Unit) -> bool:
    """True in a paragraph that opens like an entry of a list: a place, then a dash or a colon."""
    paragraph = parse.paragraphs[parse.sentences[unit.token.sentence].paragraph]
    return bool(_LISTED.match(parse.text[paragraph.start : paragraph.start + 60]))


def starts_paragraph(parse: Parse, unit: Unit) -> bool:
    """True in the first sentence of a paragraph."""
    number = unit.token.sentence
    return number == 0 or parse.sentences[number].paragraph != parse.sentences[number - 1].paragraph


def said(parse: Parse, unit: Unit) -> bool:
    """True where the unit's clause is what somebody is told to have said."""
    head = parse.tokens[clause_head(parse, unit.token.i)]
    return head.dep == "ccomp" or any(t.dep == "ccomp" for t in list(parse.ancestors(head.i))[:3])


def _names_of_all(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {names_relation(unit, c) for c in clusters}
    return next((r for r in ("shared", "missing", "other", "none") if r in relations), "first")


def _actors(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {actors_relation(unit, c) for c in clusters}
    return next((r for r in ("same", "other", "none") if r in relations), "first")


def _news(unit: Unit, clusters: Sequence[Cluster], published: date | None) -> str:
    return time_to(unit, clusters[0], published, main=True) if clusters else "first"


def _values(unit: Unit, clusters: Sequence[Cluster]) -> str:
    relations = {values_relation(unit, c) for c in clusters}
    return next((r for r in ("same", "other", "none") if r in relations), "first")


def _in_quotes(parse: Parse, unit: Unit) -> bool:
    sentence = parse.sentences[unit.token.sentence]
    before = parse.text[sentence.start : unit.token.start]
    return (before.count("“") > before.count("”")) or before.count('"') % 2 == 1


def _strongest(relations: set[str]) -> str:
    return next((r for r in ("equal", "meet", "within", "missing", "apart", "none") if r in relations), "first")


def same_features(
    parse: Parse,
    unit: Unit,
    cluster: Cluster,
    clusters: Sequence[Cluster],
    recent: Cluster | None,
    published: date | None,
) -> Features:
    """What speaks for the unit to go on with this cluster."""
    last = max(u.token.sentence for u in cluster.members if u.token.sentence <= unit.token.sentence) if any(
        u.token.sentence <= unit.token.sentence for u in cluster.members
    ) else cluster.members[0].token.sentence  # fmt: skip
    gap = abs(unit.token.sentence - last)
    gap_name = str(gap) if gap < 3 else "3-5" if gap < 6 else "6+"
    paragraph = parse.sentences[unit.token.sentence].paragraph == parse.sentences[last].paragraph
    time = time_to(unit, cluster, published, main=cluster is clusters[0])
    place = places_relation(unit, cluster)
    words = content_words(parse, unit)
    shared = len(words & cluster.words) / (1 + min(len(words), len(cluster.words)))
    names = [
        f"s:gap={gap_name}|recent={cluster is recent}",
        f"s:gap={gap_name}|article={unit.article}",
        f"s:paragraph={paragraph}",
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
        f"s:listed={listed(parse, unit)}|gap={gap_name}",
        f"s:claim={bool(unit.tolls)}{bool(unit.blames)}|main={cluster is clusters[0]}",
    ]
    features = dict.fromkeys(names, 1.0)
    features["s:shared"] = shared * 3
    if shifted(unit):
        features[f"s:shifted|recent={cluster is recent}"] = 1.0
    return features


_COMMON = frozenset(
    "people person man woman day week month year attack strike time official source report saturday sunday monday tuesday "
    "wednesday thursday friday police force group statement spokesman area security other number government country".split()
)


def content_words(parse: Parse, unit: Unit) -> set[str]:
    """The lemmas of the nouns and names of the unit's sentence, without those that every report has."""
    sentence = parse.sentences[unit.token.sentence]
    return {
        t.lemma
        for t in parse.words(sentence)
        if t.pos in ("NOUN", "PROPN") and t.lemma not in _COMMON and len(t.lemma) > 2
    }
