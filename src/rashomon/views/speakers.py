"""Speakers and outlets over many incidents: who says what, how often first, how often alone, beside what others say.

A speaker is who an origin names (`Voiced.origin`), apart by country where the actor list does not know it: "police" in
Namibia are not "police" in Bolivia. Claims that rest on nobody in particular count for no speaker.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median

from rashomon.ledger import IncidentRow, Ledger
from rashomon.records import About, Reconciled, Stance, Voiced

MOST_INCIDENTS = 20_000  # that are walked for one page: more takes a minute, so days or a country must narrow it
_SAID = "said:"
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a speaker's own counts of the dead stand to the median of others' on the same incidents, in incidents."""

    higher: int = 0
    same: int = 0
    lower: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerRecord:
    """One speaker over many incidents.

    key: names it in addresses. origin: as in `Voiced`. name: the words that name it most often. country: ISO 3166-1
    alpha-2 of the incidents, None for a speaker of the actor list and for incidents without a place. first: incidents
    in which no report of an earlier day carries another origin's claim. alone: incidents in which no other origin says
    anything. killed: see `Comparison`. blames, denies: actors with the number of incidents, the most frequent first;
    silent, unaware: incidents.
    """

    key: str
    origin: str
    name: str
    country: str | None
    incidents: tuple[str, ...]
    claims: int
    first: int
    alone: int
    killed: Comparison
    blames: tuple[tuple[str, int], ...]
    denies: tuple[tuple[str, int], ...]
    silent: int
    unaware: int


@dataclass(frozen=True, slots=True)
class OutletRecord:
    """One outlet over many incidents.

    Reports without a claim are not counted. first: incidents that it reported on an earlier day than all others, or
    alone. alone: incidents of which no other outlet makes a claim. own_voice: claims in its reports' own voice.
    quoted: claims that it gives to speakers.
    """

    name: str
    incidents: int
    reports: int
    first: int
    alone: int
    own_voice: int
    quoted: int


@dataclass(frozen=True, slots=True)
class Voices:
    """speakers: those in most incidents first. outlets: likewise. walked: incidents that were looked at."""

    speakers: tuple[SpeakerRecord, ...]
    outlets: tuple[OutletRecord, ...]
    walked: int


@dataclass
class _Speaker:
    """What is counted of one speaker as incidents go by."""

    origin: str
    country: str | None
    names: Counter[str] = field(default_factory=Counter)
    incidents: list[str] = field(default_factory=list)
    claims: int = 0
    first: int = 0
    alone: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    blames: Counter[str] = field(default_factory=Counter)
    denies: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    unaware: int = 0


@dataclass
class _Outlet:
    """What is counted of one outlet as incidents go by."""

    incidents: int = 0
    reports: set[str] = field(default_factory=set)
    first: int = 0
    alone: int = 0
    own_voice: int = 0
    quoted: int = 0


def voices(ledger: Ledger, rows: Sequence[IncidentRow]) -> Voices:
    """The speakers and outlets of these incidents, the first `MOST_INCIDENTS` of them."""
    speakers: dict[str, _Speaker] = {}
    outlets: dict[str, _Outlet] = {}
    walked = rows[:MOST_INCIDENTS]
    countries = {row.id: row.country for row in walked}
    for at in range(0, len(walked), _CHUNK):
        some = ledger.several_incidents([row.id for row in walked[at : at + _CHUNK]])
        days = ledger.days_of(one.report for each in some for one in _said(each))
        for each in some:
            said = [_Said(one, days.get(one.report)) for one in _said(each)]
            _count_speakers(speakers, each.incident.id, said, countries[each.incident.id])
            _count_outlets(outlets, said)
    made = [_speaker_record(key, counted) for key, counted in speakers.items()]
    papers = [_outlet_record(name, counted) for name, counted in outlets.items()]
    return Voices(
        tuple(sorted(made, key=lambda one: (-len(one.incidents), -one.claims, one.key))),
        tuple(sorted(papers, key=lambda one: (-one.incidents, -one.reports, one.name))),
        len(walked),
    )


def _said(found: Reconciled) -> list[Voiced]:
    return [one for account in found.accounts for one in account.voiced]


@dataclass(frozen=True, slots=True)
class _Said:
    """A claim and the day on which its report was published."""

    voiced: Voiced
    day: date | None


def _key(origin: str, country: str | None) -> str:
    known_actor = origin.startswith(f"{_SAID}=")
    return origin.removeprefix(_SAID) + ("" if known_actor or not country else f" ({country})")


def _count_speakers(speakers: dict[str, _Speaker], incident: str, said: Sequence[_Said], country: str | None) -> None:
    by_origin: dict[str, list[_Said]] = {}
    for one in said:
        by_origin.setdefault(one.voiced.origin, []).append(one)
    counts = {origin: _own_count(claims) for origin, claims in by_origin.items()}
    first_days = {origin: _first_day(claims) for origin, claims in by_origin.items()}
    for origin, claims in by_origin.items():
        if not origin.startswith(_SAID):
            continue
        known_actor = origin.startswith(f"{_SAID}=")
        key = _key(origin, country)
        counted = speakers.setdefault(key, _Speaker(origin, None if known_actor else country))
        counted.incidents.append(incident)
        counted.claims += len(claims)
        counted.alone += len(by_origin) == 1
        others = [day for other, day in first_days.items() if other != origin and day is not None]
        mine = first_days[origin]
        counted.first += mine is not None and all(mine <= day for day in others)
        _count_stances(counted, claims)
        beside = [count for other, count in counts.items() if other != origin and count is not None]
        own = counts[origin]
        if own is not None and beside:
            middle = median(beside)
            counted.killed["higher" if own > middle else "lower" if own < middle else "same"] += 1


def _count_stances(counted: _Speaker, claims: Sequence[_Said]) -> None:
    """Each actor once an incident, however many reports print it."""
    made = [one.voiced.claim for one in claims]
    counted.names.update(claim.speakers[0].name for claim in made if claim.speakers)
    deeds = [claim for claim in made if claim.about is About.PERPETRATOR and claim.actor]
    for stances, names in (
        ((Stance.BLAMES, Stance.SUSPECTS), counted.blames),
        ((Stance.DENIES,), counted.denies),
    ):
        names.update({claim.actor.value for claim in deeds if claim.actor and claim.stance in stances})
    counted.silent += any(claim.stance is Stance.DECLINES for claim in made)
    counted.unaware += any(claim.stance is Stance.UNAWARE for claim in made)


def _own_count(claims: Sequence[_Said]) -> int | None:
    """The dead that an origin counts in its latest report: the least it holds to be sure; None where it gives none."""
    tolls = [
        (one.day or date.min, one.voiced.claim.low)
        for one in claims
        if one.voiced.claim.about is About.KILLED
        and one.voiced.claim.stance is Stance.ASSERTS
        and not one.voiced.claim.part
        and one.voiced.claim.low is not None
    ]
    return max(tolls, key=lambda toll: toll[0])[1] if tolls else None


def _first_day(claims: Iterable[_Said]) -> date | None:
    return min((one.day for one in claims if one.day), default=None)


def _count_outlets(outlets: dict[str, _Outlet], said: Sequence[_Said]) -> None:
    by_outlet: dict[str, list[_Said]] = {}
    for one in said:
        if one.voiced.outlet:
            by_outlet.setdefault(one.voiced.outlet, []).append(one)
    first_days = {name: _first_day(claims) for name, claims in by_outlet.items()}
    for name, claims in by_outlet.items():
        counted = outlets.setdefault(name, _Outlet())
        counted.incidents += 1
        counted.reports.update(one.voiced.report for one in claims)
        counted.alone += len(by_outlet) == 1
        others = [day for other, day in first_days.items() if other != name and day is not None]
        mine = first_days[name]
        counted.first += mine is not None and all(mine < day for day in others)
        quoted = sum(1 for one in claims if one.voiced.claim.speakers)
        counted.quoted += quoted
        counted.own_voice += len(claims) - quoted


def _speaker_record(key: str, counted: _Speaker) -> SpeakerRecord:
    def ranked(names: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
        return tuple(sorted(names.items(), key=lambda pair: (-pair[1], pair[0])))

    return SpeakerRecord(
        key=key,
        origin=counted.origin,
        name=min(counted.names, key=lambda name: (-counted.names[name], name), default=key),
        country=counted.country,
        incidents=tuple(counted.incidents),
        claims=counted.claims,
        first=counted.first,
        alone=counted.alone,
        killed=Comparison(counted.killed["higher"], counted.killed["same"], counted.killed["lower"]),
        blames=ranked(counted.blames),
        denies=ranked(counted.denies),
        silent=counted.silent,
        unaware=counted.unaware,
    )


def _outlet_record(name: str, counted: _Outlet) -> OutletRecord:
    return OutletRecord(
        name, counted.incidents, len(counted.reports), counted.first, counted.alone, counted.own_voice, counted.quoted
    )
