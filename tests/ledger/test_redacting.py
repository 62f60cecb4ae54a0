"""A withdrawn text's words are gone from everywhere; its hash, ids and decisions stay, and the chain still verifies."""

from pathlib import Path

import pytest
from sqlalchemy import text
from tests.ledger.planted import TEXT, judgement, mortar, reading, reconciled, report, span, strike
from tests.ledger.test_reviewing import review
from tests.ledger.test_verifying import tables

from rashomon.errors import BadInput
from rashomon.ledger import Addition, Ledger
from rashomon.records import About, Claim, EntryKind, Mention, Report, Ruling, Speaker, Stance, Stated, SubEventType

SECRET = TEXT.replace("a medic", "a zyxwvut").replace("guards", "qwertzes")


def secret_strike(of: Report) -> Mention:
    """The drone strike that the secret text tells."""
    claim = Claim(
        About.KILLED,
        Stance.ASSERTS,
        span(of.text, "killed six qwertzes"),
        (Speaker(span(of.text, "a zyxwvut")),),
        low=6,
        high=6,
    )
    words = span(of.text, "A drone strike near Aldan")
    return Mention("", of.id, words, Stated(SubEventType.ATTACK, words), claims=(claim,)).with_id()


@pytest.fixture
def redacted(ledger: Ledger) -> Ledger:
    """A ledger of two reports, judged and reviewed, of which one was withdrawn."""
    kept, gone = report("r-1"), report("r-2", SECRET)
    ledger.add_read(kept, reading(kept))
    told = secret_strike(gone)
    ledger.add_read(gone, reading(gone, told))
    ledger.judge(judgement(strike(kept).id, told.id))
    ledger.review(review(told, Ruling.REJECTED))
    ledger.replace_incidents([reconciled(strike(kept), told), reconciled(mortar(kept))], 6)
    ledger.redact("r-2", by="Counsel", why="a court's order")
    return ledger


def test_the_words_are_nowhere_in_the_files(redacted: Ledger, location: str) -> None:
    if "://" in location:
        with redacted._engine.connect() as connection:
            for table in ("entry", "incident", "incident_text", "report_text", "actor"):
                rows = connection.execute(text(f"SELECT t::text FROM {table} t")).scalars()  # noqa: S608 - our own names
                assert not any("zyxwvut" in row or "qwertz" in row for row in rows)
        return
    for path in Path(location).parent.iterdir():
        content = path.read_bytes()
        assert b"zyxwvut" not in content
        assert b"qwertz" not in content


def test_the_chain_the_ids_and_the_decisions_stay(redacted: Ledger) -> None:
    assert redacted.verify() == []
    gone = report("r-2", SECRET)
    assert redacted.has(gone.digest)
    entries = list(redacted.entries())
    assert [entry.kind for entry in entries[4:]] == [EntryKind.JUDGEMENT, EntryKind.REVIEW, EntryKind.REDACTION]
    assert "rejected" in entries[6].payload
    assert secret_strike(gone).id in entries[6].payload
    assert entries[2].payload.startswith('{"withdrawn":"')


def test_a_withdrawn_report_is_read_no_more_and_says_why(redacted: Ledger) -> None:
    for ask in (redacted.report, redacted.reading, redacted.revisions):
        with pytest.raises(BadInput, match=r"'r-2' was withdrawn on 20.* by Counsel \(entry 7\): a court's order"):
            ask("r-2")
    assert [one.id for one in redacted.reports()] == [one.report for one in redacted.readings()] == ["r-1"]
    assert [one.id for one in redacted.unread("planted 9")] == ["r-1"]
    assert len(redacted.incidents()) == 1
    assert redacted.stale()
    assert "withdrawn or not read yet" in redacted.waiting()[0].why


def test_a_withdrawn_text_does_not_come_back(redacted: Ledger) -> None:
    assert redacted.add_report(report("r-2", SECRET)) is Addition.KNOWN
    with pytest.raises(BadInput, match="was withdrawn: no new text"):
        redacted.add_report(report("r-2", SECRET + " And more."))
    with pytest.raises(BadInput, match="nothing left to withdraw"):
        redacted.redact("r-2", by="Counsel", why="again")


def test_rebuild_makes_the_same_tables_without_the_words(redacted: Ledger) -> None:
    before = tables(redacted)
    redacted.rebuild()
    assert tables(redacted) == before
    assert redacted.verify() == []


@pytest.mark.parametrize(("report_id", "by", "why"), [("r-9", "Ada", "x"), ("r-1", "", "x"), ("r-1", "Ada", " ")])
def test_a_redaction_needs_a_report_a_name_and_a_reason(redacted: Ledger, report_id: str, by: str, why: str) -> None:
    with pytest.raises(BadInput):
        redacted.redact(report_id, by=by, why=why)
