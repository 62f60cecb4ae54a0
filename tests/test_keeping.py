"""A ledger's incidents are kept in step with what is decided and read: as a full relink would keep them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conftest import Places, on_postgresql
from tests.link.drawn import tellings

from rashomon.keeping import MAKER, Keeper
from rashomon.ledger import Ledger, Overtaken
from rashomon.pipeline import decide, relink
from rashomon.records import Claim, Judgement, Mention, Reading, Reconciled, Report, Review, Ruling, Verdict

Told = tuple[Mention, Report]
Drawn = tuple[str, list[Told], tuple[int, int], Verdict | None]
WHAT = ("come", "come", "read anew", "withdraw", "judge", "judge", "judge", "elsewhere", "review", "review unfollowed")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            (
                "come",
                "come",
                "read anew",
                "withdraw",
                "judge",
                "judge",
                "judge",
                "elsewhere",
                "review",
                "reviewed by hand",
            )
        ),
        st.lists(tellings(), min_size=1, max_size=4),
        st.tuples(st.integers(0, 20), st.integers(0, 20)),
        st.none() | st.sampled_from(Verdict),
    ),
    max_size=9,
)
NUMBERS = count()  # a new ledger for each example
AT = datetime(2024, 5, 1, tzinfo=UTC)


def put(ledger: Ledger, told: Told, reader: str = "drawn 1") -> None:
    """The report with its reading, where the report was not withdrawn."""
    mention, report = told
    reading = Reading(report.id, report.digest, reader, (mention,))
    if report.id not in {e.subject for e in ledger.entries() if e.kind == "redaction"}:
        ledger.add_read(report, reading)


def kept(ledger: Ledger) -> tuple[dict[str, Reconciled], list[Any]]:
    """All that the ledger keeps of its incidents."""
    return {found.incident.id: found for found in ledger.each_incident()}, [
        replace(r, cursor="") for r in ledger.incidents()
    ]


def pair(ledger: Ledger, places: tuple[int, int]) -> tuple[str, str] | None:
    """Two mentions, where there are two."""
    ids = sorted(mention.id for reading in ledger.readings() for mention in reading.mentions)
    left, right = sorted(ids[place % len(ids)] for place in places) if ids else ("", "")
    return (left, right) if left != right else None


def reviewed(ledger: Ledger, one: str, verdict: Verdict | None) -> tuple[Claim | None, Ruling | None]:
    """What is ruled, on the mention's last claim where it has one."""
    claims = ledger.mentions([one])[one].claims
    rulings = {Verdict.SAME: Ruling.ACCEPTED, Verdict.DIFFERENT: Ruling.REJECTED, Verdict.UNSURE: Ruling.NOTED}
    return (claims[-1] if claims else None), rulings[verdict] if verdict else None


def step(
    keeper: Keeper, ledger: Ledger, number: int, drawn: tuple[str, list[Told], tuple[int, int], Verdict | None]
) -> None:
    """Does one of the things that happen to a ledger."""
    what, told, places, verdict = drawn
    if what in ("come", "read anew"):
        for one in {report.id: (mention, report) for mention, report in told}.values():
            put(ledger, one, f"drawn {number}" if what == "read anew" else "drawn 1")
        keeper.follow()
    elif what == "withdraw":
        for report in list(ledger.reports())[: places[0] % 2]:
            ledger.redact(report.id, by="ann", why="drawn")
        keeper.follow()
    elif found := pair(ledger, places):
        if what == "review":
            keeper.decide(Review(found[0], *reviewed(ledger, found[0], verdict), "ann", AT, "drawn"))
            return
        judgement = Judgement(*found, verdict, "ann", AT + timedelta(minutes=number), "drawn")
        (Keeper(ledger) if what == "elsewhere" else keeper).decide(judgement)


@settings(
    max_examples=10 if on_postgresql() else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_what_is_kept_is_what_a_full_relink_keeps(places: Places, steps: list[Drawn]) -> None:
    """Whatever came, was read anew, withdrawn, judged, judged by another process, and undone."""
    with Ledger.open(places(str(next(NUMBERS)))) as ledger:
        keeper = Keeper(ledger)
        for number, drawn in enumerate(steps):
            step(keeper, ledger, number, drawn)
        keeper.follow()
        stepwise = kept(ledger)
        assert not ledger.stale()
        assert ledger.verify() == []
        relink(ledger, anew=True)
        assert kept(ledger) == stepwise


def two_alike(ledger: Ledger) -> tuple[str, str]:
    """Two reports of one strike; gives their mentions."""
    from tests.link.test_link import FIRST, ONE, SECOND, TWO

    put(ledger, (ONE, FIRST))
    put(ledger, (TWO, SECOND))
    relink(ledger)
    left, right = sorted((ONE.id, TWO.id))
    return left, right


def test_a_decision_tells_which_incidents_it_touched(ledger: Ledger) -> None:
    left, right = two_alike(ledger)
    whole = ledger.incidents()[0].id
    decided = decide(ledger, Judgement(left, right, Verdict.DIFFERENT, "ann", AT, "two silos"))
    assert {row.id for row in ledger.incidents()} == set(decided.incidents)
    assert len(decided.incidents) == 2
    undone = decide(ledger, Judgement(left, right, None, "ann", AT + timedelta(1), "one silo"))
    assert [row.id for row in ledger.incidents()] == [whole]
    assert undone.removed == tuple({*decided.incidents} - {whole})


def test_an_overtaken_decision_changes_nothing_and_the_next_one_does(ledger: Ledger) -> None:
    left, right = two_alike(ledger)
    keeper = Keeper(ledger)
    seen = ledger.folded().newest
    decide(ledger, Judgement(left, right, Verdict.DIFFERENT, "ann", AT, ""), seen=seen, keeper=keeper)
    before = kept(ledger)
    with pytest.raises(Overtaken):
        decide(ledger, Judgement(left, right, Verdict.SAME, "ben", AT, ""), seen=seen, keeper=keeper)
    assert kept(ledger) == before
    decide(ledger, Judgement(left, right, Verdict.SAME, "ben", AT + timedelta(1), ""), keeper=keeper)
    assert len(ledger.incidents()) == 1


def test_a_prepared_keeper_writes_nothing_and_then_decides_as_any_other(ledger: Ledger) -> None:
    left, right = two_alike(ledger)
    before = kept(ledger)
    keeper = Keeper(ledger)
    keeper.prepare()
    assert kept(ledger) == before
    keeper.decide(Judgement(left, right, Verdict.DIFFERENT, "ann", AT, "two silos"))
    stepwise = kept(ledger)
    relink(ledger, anew=True)
    assert kept(ledger) == stepwise


def test_incidents_that_another_version_made_are_made_anew(ledger: Ledger) -> None:
    left, right = two_alike(ledger)
    ledger.replace_incidents([], ledger.folded().newest, "an older version")
    decide(ledger, Judgement(left, right, Verdict.SAME, "ann", AT, ""))
    assert len(ledger.incidents()) == 1
    assert ledger.folded().maker == MAKER


def test_a_review_leaves_the_incidents_in_step(ledger: Ledger) -> None:
    left, _ = two_alike(ledger)
    decided = decide(ledger, Review(left, None, Ruling.NOTED, "ann", AT, "see the video"))
    assert decided.incidents == (ledger.incidents()[0].id,)
    assert not ledger.stale()


def test_a_review_on_a_ledger_out_of_step_leaves_that_to_the_next_build(ledger: Ledger) -> None:
    from tests.link.test_link import THIRD, THREE

    left, _ = two_alike(ledger)
    put(ledger, (THREE, THIRD))
    decide(ledger, Review(left, None, Ruling.NOTED, "ann", AT, "see the video"))
    assert ledger.stale()
