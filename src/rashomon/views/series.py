"""Counted series ("the fourth strike in two weeks") with the reports that they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger import Ledger
from rashomon.records import Report, Series


@dataclass(frozen=True, slots=True)
class SeriesTold:
    """One counted series and the report that tells it."""

    series: Series
    report: Report


def series_told(ledger: Ledger) -> Iterator[SeriesTold]:
    """Every counted series of the newest readings, by report id and place in the text."""
    for reading in ledger.readings():
        if reading.series:
            report = ledger.report(reading.report)
            in_order = sorted(reading.series, key=lambda series: (series.span.start, series.span.end))
            yield from (SeriesTold(series, report) for series in in_order)
