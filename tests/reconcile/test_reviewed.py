"""What reviewers reject stands behind nothing and is kept; what they amend counts as amended."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.reconcile.test_reconcile import FARHAVEN, MARROW, SPAN, blamed, killed, mention, report

from rashomon.reconcile import Rulings, reconcile
from rashomon.records import (
    PLACED,
    About,
    Claim,
    Incident,
    Mention,
    Place,
    Placed,
    Reconciled,
    Review,
    Ruling,
    Stance,
    Stated,
)

AT = datetime(2024, 3, 8, tzinfo=UTC)
FOUR, SIX, BLAME = killed(4, 4, "a nurse"), killed(6, 6, "police"), blamed("Front", Stance.BLAMES, "police")


def review(
    of: Mention, claim: Claim | None, ruling: Ruling, amended: Claim | None = None, by: str = "Ada"
) -> dict[tuple[str, Claim | None], Review]:
    return {(of.id, claim): Review(of.id, claim, ruling, by, AT, "", amended)}


@pytest.fixture
def told() -> tuple[Mention, Mention]:
    return mention("one", FOUR), mention("two", SIX, BLAME)


def found(told: tuple[Mention, Mention], rulings: Rulings) -> Reconciled:
    reports = {one.report: report(one.report, outlet=f"Paper {one.report}") for one in told}
    return reconcile(Incident("i-1", tuple(one.id for one in told)), told, reports, rulings=rulings)


def toll(reconciled: Reconciled) -> tuple[int | None, int | None, int | None] | None:
    return next(((one.low, one.best, one.high) for one in reconciled.tolls if one.about is About.KILLED), None)


def test_a_rejected_claim_counts_nowhere_and_is_kept(told: tuple[Mention, Mention]) -> None:
    one, _ = told
    as_read = found(told, {})
    reviewed = found(told, review(one, FOUR, Ruling.REJECTED))
    assert (toll(as_read), toll(reviewed)) == ((4, 4, 6), (6, 6, 6))
    assert [c.about for c in as_read.contradictions] == ["killed"]
    assert reviewed.contradictions == ()
    assert [account.says for account in reviewed.accounts] == ["6 killed", "Front did it"]
    assert [(v.claim, v.mention) for v in reviewed.rejected] == [(FOUR, one.id)]
    assert reviewed.tolls[0].rule == as_read.tolls[0].rule + "; left out: 1 claim that Ada rejected"
    assert (reviewed.reports, reviewed.outlets, as_read.rejected) == (2, 2, ())


def test_an_amended_claim_counts_as_amended_and_bears_what_was_read(told: tuple[Mention, Mention]) -> None:
    one, _ = told
    amended = replace(FOUR, low=5, high=5)
    reviewed = found(told, review(one, FOUR, Ruling.AMENDED, amended))
    assert toll(reviewed) == (5, 5, 6)
    (voiced,) = (v for account in reviewed.accounts for v in account.voiced if v.read)
    assert (voiced.claim, voiced.read, voiced.as_read) == (amended, FOUR, FOUR)
    assert reviewed.tolls[0].rule.endswith("; counted as amended: 1 claim that Ada amended")
    assert reviewed.rejected == ()


def test_an_amendment_can_turn_a_toll_into_something_else(told: tuple[Mention, Mention]) -> None:
    one, _ = told
    reviewed = found(told, review(one, FOUR, Ruling.AMENDED, replace(FOUR, about=About.WOUNDED)))
    assert toll(reviewed) == (6, 6, 6)
    assert [(t.about, t.rule.count("counted as amended")) for t in reviewed.tolls] == [
        (About.KILLED, 1),
        (About.WOUNDED, 1),
    ]


@pytest.mark.parametrize("ruling", [Ruling.ACCEPTED, Ruling.NOTED])
def test_what_is_accepted_or_noted_counts_as_read(told: tuple[Mention, Mention], ruling: Ruling) -> None:
    reviewed = found(told, review(told[0], FOUR, ruling))
    assert reviewed.vouched == ((About.KILLED,) if ruling is Ruling.ACCEPTED else ())
    assert replace(reviewed, vouched=()) == found(told, {})
    whole = found(told, review(told[0], None, ruling))
    assert whole.ruled == ((told[0].id,) if ruling is Ruling.ACCEPTED else ())
    assert replace(whole, ruled=()) == found(told, {})


def test_a_rejected_mention_takes_its_claims_along_but_for_those_that_were_accepted(
    told: tuple[Mention, Mention],
) -> None:
    _, two = told
    whole = review(two, None, Ruling.REJECTED)
    assert [v.claim for v in found(told, whole).rejected] == [SIX, BLAME]
    mixed = found(told, whole | review(two, SIX, Ruling.ACCEPTED, by="Ben"))
    assert [v.claim for v in mixed.rejected] == [BLAME]
    assert toll(mixed) == (4, 4, 6)


def test_where_every_claim_is_rejected_the_reports_still_count(told: tuple[Mention, Mention]) -> None:
    rulings = review(told[0], None, Ruling.REJECTED) | review(told[1], None, Ruling.REJECTED, by="Ben")
    nothing = found(told, rulings)
    assert (nothing.accounts, nothing.tolls) == ((), ())
    assert (nothing.reports, nothing.origins, len(nothing.rejected)) == (2, 2, 3)


def given(of: Mention, place: Place, by: str, later: int = 0) -> dict[tuple[str, Claim | None], Review]:
    """A place that a reviewer gives a mention, so many days later."""
    where = Stated(place, SPAN, PLACED)
    at = AT + timedelta(days=later)
    return {(of.id, None): Review(of.id, None, Ruling.AMENDED, by, at, f"{by} knows it", where=where)}


@pytest.mark.parametrize(("first", "second", "by"), [(0, 1, "Ben"), (1, 0, "Ada"), (1, 1, "Ada")])
def test_of_places_that_reviewers_gave_the_newest_holds(
    told: tuple[Mention, Mention], first: int, second: int, by: str
) -> None:
    one, two = told
    rulings = given(two, FARHAVEN, "Ben", second) | given(one, MARROW, "Ada", first)
    placed = found(told, rulings).placed
    expected = {"Ada": (MARROW, one.id), "Ben": (FARHAVEN, two.id)}[by]
    assert placed == Placed(Stated(expected[0], SPAN, PLACED), expected[1], by, f"{by} knows it")


def test_a_place_given_settles_a_contradiction_that_was_misread_and_changes_no_count() -> None:
    told = mention("one", FOUR), mention("two", SIX, place=FARHAVEN)
    as_read, placed = found(told, {}), found(told, given(told[1], MARROW, "Ada"))
    assert "place" in [one.about for one in as_read.contradictions]
    assert "place" not in [one.about for one in placed.contradictions]
    assert (placed.ruled, placed.accounts, placed.tolls) == ((told[1].id,), as_read.accounts, as_read.tolls)


def test_a_rejection_after_it_takes_the_place_back(told: tuple[Mention, Mention]) -> None:
    assert found(told, review(told[0], None, Ruling.REJECTED)).placed is None
