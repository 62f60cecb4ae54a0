"""Codings: each coder's newest holds, blind to the others, and no incident changes by one."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.ledger.planted import TEXT, judgement, mortar, reading, reconciled, report, strike
from tests.ledger.test_verifying import meddle, tables

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, Overtaken, as_of, copy_ledger, read_bundle, write_bundle
from rashomon.records import Coding, EntryKind, Verdict

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


@pytest.fixture
def pair(ledger: Ledger) -> tuple[str, str]:
    """A ledger with two reports, folded, and a mention of each."""
    one, two = report("r-1"), report("r-2")
    for each in (one, two):
        ledger.add_read(each, reading(each))
    found = [reconciled(strike(one)), reconciled(strike(two)), reconciled(mortar(one)), reconciled(mortar(two))]
    ledger.replace_incidents(found, 4)
    left, right = sorted((strike(one).id, strike(two).id))
    return left, right


def coding(pair: tuple[str, str], verdict: Verdict | None, by: str, why: str = "the same village") -> Coding:
    return Coding(*pair, verdict, by, datetime(2024, 3, 7, tzinfo=UTC), why)


def held(ledger: Ledger) -> list[tuple[str, str]]:
    return [(one.by, str(one.verdict)) for one in ledger.codings()]


def test_the_newest_of_each_coder_holds(ledger: Ledger, pair: tuple[str, str]) -> None:
    for by, verdict in (("Ada", SAME), ("Ben", DIFFERENT), ("Ada", UNSURE), ("Cy", SAME), ("Cy", None)):
        entry = ledger.code(coding(pair, verdict, by))
    assert (entry.kind, entry.by, entry.subject) == (EntryKind.CODING, "Cy", " ".join(pair))
    assert held(ledger) == [("Ada", "unsure"), ("Ben", "different")]
    assert ledger.judgements() == ()
    assert ledger.verify() == []


def test_a_coding_changes_no_incident(ledger: Ledger, pair: tuple[str, str]) -> None:
    rows = ledger.incidents()
    ledger.code(coding(pair, SAME, "Ada"))
    assert not ledger.stale()
    assert ledger.incidents() == rows
    assert [change.entry.kind for change in ledger.history(rows[0].id)].count(EntryKind.CODING) == 0
    ledger.judge(judgement(*pair))
    assert ledger.stale()


def test_a_coder_is_not_told_of_the_others(ledger: Ledger, pair: tuple[str, str]) -> None:
    looked = ledger.code(coding(pair, SAME, "Ada")).number
    ledger.code(coding(pair, DIFFERENT, "Ben"), seen=looked - 1)
    with pytest.raises(Overtaken, match="Ada decided on"):
        ledger.code(coding(pair, UNSURE, "Ada"), seen=looked - 1)
    assert held(ledger) == [("Ada", "same"), ("Ben", "different")]


@pytest.mark.parametrize("wrong", ["nobody", "reversed", "unknown"])
def test_a_coding_that_cannot_be_meant_is_refused(ledger: Ledger, pair: tuple[str, str], wrong: str) -> None:
    made = {
        "nobody": coding(pair, SAME, " "),
        "reversed": coding((pair[1], pair[0]), SAME, "Ada"),
        "unknown": coding((pair[0], "m-zzz"), SAME, "Ada"),
    }[wrong]
    with pytest.raises(BadInput, match=r"a coding|no mention 'm-zzz'"):
        ledger.code(made)
    assert ledger.codings() == ()


def test_codings_follow_to_the_newest_reading_or_wait(ledger: Ledger, pair: tuple[str, str]) -> None:
    ledger.code(coding(pair, SAME, "Ada"))
    revised = report("r-1", "Corrected. " + TEXT)
    ledger.add_read(revised, reading(revised))
    now = strike(revised).id
    (followed,) = ledger.codings()
    assert {followed.left, followed.right} == {now, strike(report("r-2")).id}
    changed = report("r-1", "Nothing happened. Near Aldan on Sunday guards slept; a mortar hit Berin.")
    ledger.add_report(changed)
    assert ledger.codings() == ()
    assert [waiting.entry for waiting in ledger.waiting()] == [5]


def test_codings_outlive_rebuilding_copies_bundles_and_withdrawals(
    ledger: Ledger, pair: tuple[str, str], tmp_path: Path
) -> None:
    entry = ledger.code(coding(pair, SAME, "Ada"))
    before = tables(ledger)
    ledger.rebuild()
    assert tables(ledger) == before
    write_bundle(ledger, tmp_path / "a.zip")
    with Ledger.open(str(tmp_path / "copy.db")) as copy, Ledger.open(str(tmp_path / "read.db")) as read:
        copy_ledger(ledger, copy)
        read_bundle(read, tmp_path / "a.zip")
        for other in (copy, read):
            assert other.codings() == ledger.codings()
            assert other.verify() == []
            assert not other.stale()
    ledger.code(coding(pair, DIFFERENT, "Ada"))
    with as_of(ledger, entry.at) as then:
        assert held(then) == [("Ada", "same")]
    ledger.redact("r-2", by="Counsel", why="an order")
    assert ledger.codings() == ()
    assert [waiting.entry for waiting in ledger.waiting()] == [entry.number + 1]
    assert ledger.verify() == []


def test_a_coding_that_was_altered_is_found(ledger: Ledger, pair: tuple[str, str]) -> None:
    ledger.code(coding(pair, SAME, "Ada"))
    meddle(ledger, "UPDATE entry SET payload = replace(payload, 'same\"', 'unsure\"') WHERE kind = 'coding'")
    assert [fault.entry for fault in ledger.verify()] == [5]
