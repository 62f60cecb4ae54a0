"""The origin of a report's text, and the reports of the same incidents that share it."""

from collections.abc import Collection
from dataclasses import dataclass

from rashomon.ledger import Ledger
from rashomon.reconcile import text_origins
from rashomon.records import Report

_WIRE, _TEXT = "wire:", "text:"


@dataclass(frozen=True, slots=True)
class Copies:
    """agency: to which the text is credited, None for none. first: the report whose text it copies, None where it is
    the first itself or is credited to an agency. others: reports of the same origin, the earliest published first.
    """

    agency: str | None
    first: Report | None
    others: tuple[Report, ...]


def copies_of(ledger: Ledger, report: Report, incidents: Collection[str]) -> Copies:
    """How the text of a report stands to those of the other reports that tell of these incidents.

    Reports that share no incident with it are not compared: a copy tells of the same.
    """
    mentions = {one for each in ledger.several_incidents(sorted(incidents)) for one in each.incident.mentions}
    told = ledger.reports_of({mention.report for mention in ledger.mentions(mentions).values()})
    reports = {**told, report.id: report}
    origins = text_origins(reports.values())
    origin = origins[report.id]
    others = [one for one in reports.values() if one.id != report.id and origins[one.id] == origin]
    first = origin.removeprefix(_TEXT)
    return Copies(
        agency=origin.removeprefix(_WIRE) if origin.startswith(_WIRE) else None,
        first=reports.get(first) if origin.startswith(_TEXT) and first != report.id else None,
        others=tuple(sorted(others, key=lambda one: (one.published is None, str(one.published), one.id))),
    )
