"""Copies of one text among the reports of one incident."""

from dataclasses import replace
from datetime import date

from tests.by_hand import FIRST, SECOND, readings, reconciled

from rashomon.ledger import Ledger
from rashomon.records import Reading, Report
from rashomon.views.copies import Copies, copies_of


def with_copy(ledger: Ledger, text: str) -> tuple[Report, str]:
    """A later report of this text that tells of the jetty's incident, put into the ledger with it."""
    copy = Report("r-copy", text, None, "Afternoon Paper", date(2024, 5, 16))
    told = readings()[0].mentions[0]
    mention = replace(told, report=copy.id, claims=(), targets=(), means=()).with_id()
    ledger.add_read(copy, Reading(copy.id, copy.digest, "test", (mention,)))
    strike, barn = reconciled()
    joined = replace(strike, incident=replace(strike.incident, mentions=(*strike.incident.mentions, mention.id)))
    head = ledger.head()
    ledger.replace_incidents([joined, barn], head.number if head else 0)
    return copy, strike.incident.id


def test_a_copy_names_the_first_print_and_the_first_names_its_copies(small_ledger: Ledger) -> None:
    copy, incident = with_copy(small_ledger, FIRST.text)
    assert copies_of(small_ledger, copy, {incident}) == Copies(None, FIRST, (FIRST,))
    assert copies_of(small_ledger, FIRST, {incident}) == Copies(None, None, (copy,))
    assert copies_of(small_ledger, SECOND, {incident}) == Copies(None, None, ())


def test_prints_of_one_agency_are_one_origin(small_ledger: Ledger) -> None:
    copy, incident = with_copy(small_ledger, FIRST.text + "\n\nReuters")
    assert copies_of(small_ledger, copy, {incident}).agency == "reuters"


def test_a_report_of_no_incident_is_compared_with_nothing(small_ledger: Ledger) -> None:
    assert copies_of(small_ledger, FIRST, set()) == Copies(None, None, ())
