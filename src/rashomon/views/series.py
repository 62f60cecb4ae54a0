"""Counted series ("the fourth strike in two weeks"): a claim about a count, set against what the ledger holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.records import Report, Series, SeriesCheck
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
    """How a count stands to the incidents of its period, place and actor that the ledger holds.

    "covered" where there are at least as many, "short by 2" where two are missing; "not checkable" where the report
    tells no period, no number from below, or neither place nor actor: then any incident of the period would do. An
    incident counts if it may have happened in the period and at the place. A count that is covered is not proven:
    the ledger's incidents may be others.
    """
    missing = _missing(series)
    if missing or series.when is None or series.low is None:
        return SeriesCheck(NOT_CHECKABLE, f"The report tells {missing}.")
    days, place, actor = series.when.value, series.where, series.actor
    query = IncidentQuery(
        since=days.first,
        until=days.last,
        near=(place.value.lat, place.value.lon, place.value.radius_km) if place else None,
        vague=True,
        actor=actor.value if actor else None,
        dated=True,
    )
    found = tuple(row.id for row in ledger.incidents(query))
    verdict = COVERED if len(found) >= series.low else f"short by {series.low - len(found)}"
    where = f" within {place.value.radius_km:g} km of {place.value.name}" if place else ""
    whose = f" with {actor.value}" if actor else ""
    held = f"{len(found)} incident{'' if len(found) == 1 else 's'}{whose}{where}, {days_words(days)}"
    counted = number_words(series.low, series.high)
    return SeriesCheck(verdict, f"The ledger holds {held}; {counted} counted.", found)


def _missing(series: Series) -> str:
    """What a check would need and the report does not tell; "" where nothing is missing."""
    if series.when is None:
        return "no period"
    if series.low is None:
        return "no least number"
    return "" if series.where or series.actor else "neither place nor actor"
