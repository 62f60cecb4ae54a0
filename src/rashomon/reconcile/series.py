"""A counted series ("the fifth attack since Wednesday") set against the incidents that the ledger holds."""

import re
from collections.abc import Iterable, Mapping

from rashomon.reconcile.accounts import actor_words
from rashomon.reconcile.names import same_name
from rashomon.records import (
    About,
    Incident,
    Interval,
    Mention,
    Place,
    PlaceKind,
    Series,
    SeriesCheck,
    Stance,
    SubEventType,
    kilometres,
)

COVERED, SHORT, NOT_CHECKABLE = "covered", "short by {}", "not checkable"
# What a word for the counted things leaves of the event types; words that are not here ("attacks") leave all.
_AIR = (SubEventType.AIR_DRONE_STRIKE, SubEventType.DISRUPTED_WEAPONS_USE)
_SHELLS = (SubEventType.SHELLING, SubEventType.DISRUPTED_WEAPONS_USE)
_BOMBS = (
    SubEventType.REMOTE_EXPLOSIVE,
    SubEventType.SUICIDE_BOMB,
    SubEventType.GRENADE,
    SubEventType.UNKNOWN_EXPLOSION,
)
_KINDS: tuple[tuple[re.Pattern[str], frozenset[SubEventType]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), frozenset(kinds))
    for pattern, kinds in (
        (r"\bsuicide", (SubEventType.SUICIDE_BOMB,)),
        (r"\b(?:air|drone)[ -]?(?:strikes?|raids?|attacks?)\b", _AIR),
        (r"\b(?:rocket|missile|mortar|artillery|shelling)", _SHELLS),
        (r"\b(?:bomb|blast|explosion|landmine|mine)", _BOMBS),
        (r"\b(?:kidnap|abduct)", (SubEventType.ABDUCTION,)),
        (r"\b(?:clash|battle|firefight)", (SubEventType.ARMED_CLASH,)),
    )
)


def check_series(
    series: Series, incidents: Iterable[Incident], mentions: Mapping[str, Mention] | Iterable[Mention]
) -> SeriesCheck:
    """Whether the ledger holds as many incidents of the series' actor, place, kind and period as it counts.

    "Covered" where it holds at least the lower figure, "short by n" where n are missing, "not checkable" where the
    report tells no period or no lower figure, or neither actor nor place. An incident counts where one of its mentions
    falls into the period, lies in the place, and somebody names the actor for it.
    """
    known = mentions if isinstance(mentions, Mapping) else {mention.id: mention for mention in mentions}
    missing = _missing(series)
    if missing or series.when is None or series.low is None:
        return SeriesCheck(NOT_CHECKABLE, f"The report tells {missing}.")
    told = [i for i in incidents if _counts(series, [known[m] for m in i.mentions if m in known])]
    found = tuple(sorted(incident.id for incident in told))
    period = series.when.value
    said = f"{series.low} {series.what.quote} from {period.first} to {period.last}: the ledger holds {len(found)}"
    short = series.low - len(found)
    return SeriesCheck(SHORT.format(short) if short > 0 else COVERED, said, found)


def _missing(series: Series) -> str:
    """What the report would have to tell; empty where it tells enough."""
    if series.when is None:
        return "no period"
    if series.low is None:
        return "no least number"
    return "" if series.where or series.actor else "neither place nor actor"


def _counts(series: Series, mentions: list[Mention]) -> bool:
    """True where the incident of these mentions is one of those counted."""
    kinds = next((kinds for pattern, kinds in _KINDS if pattern.search(series.what.quote)), None)
    if kinds and not any(mention.sub_event_type.value in kinds for mention in mentions):
        return False
    if series.when and not any(m.when and _within(m.when.value, series.when.value) for m in mentions):
        return False
    if series.where and not any(m.where and _inside(m.where.value, series.where.value) for m in mentions):
        return False
    return series.actor is None or any(_names(mention, series.actor.value) for mention in mentions)


def _within(when: Interval, period: Interval) -> bool:
    """True where it may have happened in the period: a mention that tells only the year is no proof of a week."""
    return when.first <= period.last and period.first <= when.last and when.days <= max(3, period.days)


def _inside(place: Place, area: Place) -> bool:
    if area.kind is PlaceKind.COUNTRY:
        return place.country == area.country
    return kilometres(place.lat, place.lon, area.lat, area.lon) <= area.radius_km + min(place.radius_km, area.radius_km)


def _names(mention: Mention, actor: str) -> bool:
    """True where somebody claims it for the actor, or blames or suspects it."""
    accusing = (Stance.CLAIMS, Stance.BLAMES, Stance.SUSPECTS)
    own = actor_words(actor)
    return any(
        claim.about is About.PERPETRATOR
        and claim.stance in accusing
        and claim.actor is not None
        and same_name(actor_words(claim.actor.value), own)
        for claim in mention.claims
    )
