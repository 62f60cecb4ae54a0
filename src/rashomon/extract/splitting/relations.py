"""The units of one incident so far, and how another unit stands to them: in time, place, words, figures and authors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from rashomon.extract.events import Modality
from rashomon.extract.events.lexicon import Kind
from rashomon.extract.splitting.units import Unit, clause_head
from rashomon.records import Anchor, Interval, Parse, Place, PlaceKind, kilometres

NEAR_KM = 30.0


NEWS_DAYS = 3
DAYS_APART, WEEKS_APART = 4, 45  # days between two intervals
FAR_KM = 120.0


_FREE = frozenset((Kind.GENERAL, Kind.KILL, Kind.WOUND, Kind.ATTACK))


_ALIKE = (
    frozenset((Kind.BOMB, Kind.BLAST, Kind.SUICIDE)),
    frozenset((Kind.BLAST, Kind.GRENADE)),
    frozenset((Kind.BLAST, Kind.AIR, Kind.SHELL, Kind.INTERCEPT)),
    frozenset((Kind.BLAST, Kind.LOOT)),
)


@dataclass(slots=True)
class Cluster:
    """The units of one incident so far, with what they tell."""

    members: list[Unit] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    values: set[tuple[str, int | None, int | None]] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    victims: set[str] = field(default_factory=set)
    paragraphs: set[int] = field(default_factory=set)
    _told: "_Told" = field(default_factory=lambda: _Told())

    @property
    def interval(self) -> Interval | None:
        """The first resolved time of its units' own clauses, else of the sentence that tells it first.

        A time elsewhere in a later sentence ("a force formed three years ago said") is no time of the incident.
        """
        told = self._told.of(self.members)
        return told.own_interval or told.interval

    @property
    def place(self) -> Place | None:
        """The first located place of its units."""
        told = self._told.of(self.members)
        return told.own_place or told.place

    @property
    def located(self) -> Sequence[Place]:
        """The first places below a country of its units' sentences, at most MOST_PLACES."""
        return self._told.of(self.members).located

    @property
    def names(self) -> set[str]:
        """The names of all places but countries in its units' sentences, in lower case."""
        return self._told.of(self.members).names

    @property
    def latest(self) -> int:
        """The last sentence that a unit stands in."""
        return self._told.of(self.members).latest


MOST_PLACES = 8


@dataclass(slots=True)
class _Told:
    """What the members of a growing cluster tell, each looked at once: a text of one incident has thousands.

    own_interval: of the first unit whose own clause tells a time of something real, else of such a unit's sentence.
    interval: of the first unit alone.
    """

    looked: int = 0
    own_interval: Interval | None = None
    interval: Interval | None = None
    own_place: Place | None = None
    place: Place | None = None
    located: list[Place] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    latest: int = -1

    def of(self, members: Sequence[Unit]) -> "_Told":
        """Itself, once it has looked at those of the members that it had not."""
        for at in range(self.looked, len(members)):
            unit = members[at]
            if self.own_interval is None and unit.own_time and _is_real(unit):
                self.own_interval = first_interval([unit])
            if at == 0:
                self.interval = first_interval([unit])
            self.own_place = self.own_place or (first_place([unit]) if unit.own_place else None)
            self.place = self.place or first_place([unit])
            if len(self.located) < MOST_PLACES:
                self.located = [*self.located, *_located(unit)][:MOST_PLACES]
            self.names |= _names(unit)
            self.latest = max(self.latest, unit.token.sentence)
        self.looked = len(members)
        return self


def _is_real(unit: Unit) -> bool:
    return unit.event is None or unit.event.modality is Modality.REAL


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


def own_interval(unit: Unit) -> Interval | None:
    """The unit's own resolved time."""
    return first_interval([unit])


def shifted_from(unit: Unit, interval: Interval | None) -> Interval | None:
    """The unit's time counted from an incident's ("a day earlier"); None where it has none of that kind."""
    shift = next((t.shift for t in unit.times if t.anchor is Anchor.EVENT and t.shift), None)
    if shift is None or interval is None:
        return None
    first, last = interval.first + timedelta(days=shift[0]), interval.last + timedelta(days=shift[1])
    return Interval(first, last) if first <= last else None


def time_relation(one: Interval | None, two: Interval | None) -> str:
    """How two intervals stand: "equal", "meet", "apart" by days, "far" by weeks, "ages" by months; what is missing."""
    if one is None or two is None:
        return "none" if one is None else "missing"
    if one == two:
        return "equal"
    gap = max((one.first - two.last).days, (two.first - one.last).days)
    return "meet" if gap <= 0 else "apart" if gap <= DAYS_APART else "far" if gap <= WEEKS_APART else "ages"


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


def place_relation(one: Place | None, two: Place | None) -> str:
    """How two places stand: "equal" near enough, "within" one another's radius, "apart", "far", or which is missing."""
    if one is None or two is None:
        return "none" if one is None else "missing"
    distance = kilometres(one.lat, one.lon, two.lat, two.lon)
    if one.name == two.name or distance < min(NEAR_KM, one.radius_km + two.radius_km):
        return "equal"
    if distance < max(one.radius_km, two.radius_km, NEAR_KM):
        return "within"
    return "apart" if distance < FAR_KM else "far"


def places_relation(unit: Unit, cluster: Cluster) -> str:
    """How the places of a unit's sentence stand to the cluster's: the closest relation of any two."""
    ours = _located(unit)
    theirs = cluster.located
    if not ours or not theirs:
        return "none" if not ours else "missing"
    relations = {place_relation(one, two) for one in ours[:3] for two in theirs}
    return next(r for r in ("equal", "within", "apart", "far") if r in relations)


def _located(unit: Unit) -> list[Place]:
    return [p.place for p in unit.places if p.place and p.place.kind is not PlaceKind.COUNTRY]


def names_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether the unit's sentence names a place that the cluster's name, by name: also places no gazetteer has.

    "trailing" where it comes from the sentences that followed the cluster's last unit and told of nothing.
    """
    ours = _names(unit)
    theirs = cluster.names
    if not ours:
        return "none"
    if ours & theirs:
        return "shared"
    if any(ours & unit.trailing for unit in cluster.members[-1:]):
        return "trailing"
    return "other" if theirs else "missing"


def _names(unit: Unit) -> set[str]:
    return {p.name.quote.casefold() for p in unit.places if not p.place or p.place.kind is not PlaceKind.COUNTRY}


def values_relation(unit: Unit, cluster: Cluster) -> str:
    """How the unit's tolls stand to the cluster's: "same" figure, "other" figure of the same kind, or "none"."""
    if not unit.values or not cluster.values:
        return "none"
    if unit.values & cluster.values:
        return "same"
    return "other" if {v[0] for v in unit.values} & {v[0] for v in cluster.values} else "none"


def actors_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether the unit names an author of the deed whom the cluster has: "same", "other", or "none" named."""
    if not unit.actors or not cluster.actors:
        return "none"
    return "same" if unit.actors & cluster.actors else "other"


def victims_relation(unit: Unit, cluster: Cluster) -> str:
    """Whether those hit are called by words that the cluster has: "same", "other", or "none" called anything."""
    if not unit.victims or not cluster.victims:
        return "none"
    return "same" if unit.victims & cluster.victims else "other"


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


_CONNECTIVES = frozenset(
    "after before since when while as where until following and but during days hours weeks which".split()
)


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
