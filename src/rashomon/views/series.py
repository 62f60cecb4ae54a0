"""Counted series ("the fourth strike in two weeks"): a claim about a count, set against what the ledger holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.reconcile import check_series as checked
from rashomon.records import Incident, Report, Series, SeriesCheck
from rashomon.views.wording import days_words, number_words

NOT_CHECKABLE = "not checkable"
COVERED = "covered"


@dataclass(frozen=True, slots=True)
class SeriesTold:
    """One counted series, the report that tells it, and how it stands to the incidents of the ledger."""

    series: Series
    report: Report
    check: SeriesCheck


def series_told(ledger: Ledger, after: str = "") -> Iterator[SeriesTold]:
    """Every counted series of the newest readings, by report id, of ids beyond `after`, and place in the text."""
    for reading in ledger.readings(after):
        if reading.series:
            report = ledger.report(reading.report)
            in_order = sorted(reading.series, key=lambda series: (series.span.start, series.span.end))
            yield from (SeriesTold(series, report, check_series(ledger, series)) for series in in_order)


def check_series(ledger: Ledger, series: Series) -> SeriesCheck:
    """How a count stands to the incidents of its period, place, kind and actor that the ledger holds.

    "covered" where there are at least as many, "short by 2" where two are missing; "not checkable" where the report
    tells no period, no number from below, or neither place nor actor: then any incident of the period would do. Which
    incidents count is `reconcile.check_series`'s rule. A count that is covered is not proven: the ledger's incidents
    may be others.
    """
    if series.when is None:
        return checked(series, (), {})
    days, place, actor = series.when.value, series.where.value if series.where else None, series.actor
    query = IncidentQuery(
        since=days.first,
        until=days.last,
        near=(place.lat, place.lon, place.radius_km) if place else None,
        vague=True,
        actor=actor.value if actor else None,
        dated=True,
    )
    members = ledger.members([row.id for row in ledger.incidents(query)])
    mentions = ledger.mentions(one for each in members.values() for one in each)
    found = checked(series, (Incident(key, each) for key, each in members.items()), mentions)
    if found.verdict == NOT_CHECKABLE or series.low is None:
        return found
    where = f" within {place.radius_km:g} km of {place.name}" if place else ""
    whose = f" with {actor.value}" if actor else ""
    number = len(found.incidents)
    held = f"{number} incident{'' if number == 1 else 's'}{whose}{where}, {days_words(days)}"
    counted = number_words(series.low, series.high)
    return replace(found, sentence=f"The ledger holds {held}; {counted} counted.")
