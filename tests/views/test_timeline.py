"""What was known when, on the small ledger made by hand."""

from itertools import pairwise

from rashomon.ledger import Ledger
from rashomon.views import incident_in_full, timeline


def test_each_claim_is_new_on_one_day_only(small_ledger: Ledger) -> None:
    for row in small_ledger.incidents():
        found = incident_in_full(small_ledger, row.id)
        days = timeline(found.reconciled, found.told)
        assert [day.day for day in days] == sorted(
            {one.report.published for one in found.told}, key=lambda day: (day is None, str(day))
        )
        said = [(claim.about, claim.stance, claim.low, claim.high, claim.part) for day in days for claim, _ in day.new]
        assert bool(said) is bool(found.reconciled.accounts)
        spoken = [
            (
                claim.about,
                claim.stance,
                claim.low,
                claim.high,
                claim.actor,
                [s.name.casefold() for s in claim.speakers[:1]],
            )
            for day in days
            for claim, _ in day.new
        ]
        assert len({str(one) for one in spoken}) == len(spoken)


def test_the_spread_of_tolls_never_narrows(small_ledger: Ledger) -> None:
    for row in small_ledger.incidents():
        found = incident_in_full(small_ledger, row.id)
        spreads = [day.killed for day in timeline(found.reconciled, found.told) if day.killed != (None, None)]
        for (low, high), (later_low, later_high) in pairwise(spreads):
            assert later_low is not None and low is not None and later_low <= low
            assert later_high is not None and high is not None and later_high >= high
