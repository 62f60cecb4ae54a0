"""What was known at a day, and how an incident came to be what it is."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.ledger.planted import TEXT, judgement, mortar, reading, reconciled, report, strike
from tests.ledger.test_reviewing import review

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, as_of, as_published


@pytest.fixture
def grown(ledger: Ledger) -> Ledger:
    """A ledger of two reports of one strike, joined by hand, the second published two days later with another toll."""
    one = report("r-1", published=date(2024, 3, 5))
    two = report("r-2", published=date(2024, 3, 7))
    ledger.add_read(one, reading(one))
    ledger.add_read(two, reading(two, strike(two, killed=8)))
    ledger.judge(judgement(strike(one).id, strike(two, killed=8).id))
    ledger.replace_incidents([reconciled(strike(one), strike(two, killed=8)), reconciled(mortar(one))], 5)
    return ledger


def test_as_of_a_moment_holds_what_was_entered_by_then(grown: Ledger) -> None:
    entries = list(grown.entries())
    with as_of(grown, entries[1].at) as then:
        assert [one.id for one in then.reports()] == ["r-1"]
        assert list(then.entries()) == entries[:2]
        assert then.judgements() == ()
        assert then.incidents() == []
        assert then.stale()
        assert then.verify() == []
    with as_of(grown, datetime.now(UTC)) as now:
        assert list(now.entries()) == entries
    with as_of(grown, entries[0].at - timedelta(days=1)) as before:
        assert before.head() is None


def test_a_ledger_as_of_a_moment_leaves_no_files(grown: Ledger) -> None:
    with as_of(grown, datetime.now(UTC)) as then:
        assert then._folder
        folder = then._folder.name
    assert not Path(folder).exists()


def test_as_published_holds_what_stood_in_reports_by_then(grown: Ledger) -> None:
    grown.add_report(report("r-3", published=None))
    with as_published(grown, date(2024, 3, 5)) as then:
        assert [one.id for one in then.reports()] == ["r-1"]
        assert [one.report for one in then.readings()] == ["r-1"]
        assert len(then.waiting()) == 1
        assert then.verify() == []
    with as_published(grown, date(2024, 3, 7)) as then:
        assert [one.id for one in then.reports()] == ["r-1", "r-2"]
        assert len(then.judgements()) == 1


def test_what_was_withdrawn_since_is_withdrawn_then_too(grown: Ledger) -> None:
    then_at = list(grown.entries())[3].at
    grown.redact("r-1", by="Counsel", why="an order")
    for then in (as_of(grown, then_at), as_published(grown, date(2024, 3, 6)), as_published(grown, date(2024, 3, 8))):
        with then:
            assert "r-1" not in [one.id for one in then.reports()]
            assert then.verify() == []
            then.rebuild()
            assert then.verify() == []


def test_history_tells_how_the_toll_and_the_joins_changed(grown: Ledger) -> None:
    attack = grown.incidents()[0].id
    changes = grown.history(attack)
    assert [change.entry.number for change in changes] == [1, 2, 3, 4, 5]
    assert changes[0].sentences == (
        'the report r-1 (The Gazette, 2024-03-05) came in: "A drone strike near Aldan on Sunday killed six guards"',
    )
    assert changes[1].sentences == (
        'planted 1 read in r-1: killed, asserts, 6 ("killed six guards", says a medic)',
        "killed: not known, now 6",
    )
    assert changes[3].sentences[-1] == "killed: 6, now 6 to 8"
    assert changes[4].sentences[0].startswith("Ada judged ")
    assert changes[4].sentences[0].endswith("the same happening: the same village and day")


def test_history_tells_revisions_reviews_and_withdrawals(grown: Ledger) -> None:
    grown.review(review(strike(report("r-1"))))
    revised = report("r-1", text=TEXT.replace("six", "ten"))
    grown.add_read(revised, reading(revised, mortar(revised)))
    attack, hit = (row.id for row in grown.incidents())
    assert [sentence for change in grown.history(attack)[5:] for sentence in change.sentences] == [
        'Ada accepted killed, asserts, 6 ("killed six guards", says a medic): read again',
        'the report r-1 (The Gazette, 2024-03-05) came in with another text: "'
        'A drone strike near Aldan on Sunday killed ten guards"',
        'planted 1 no longer reads in r-1: killed, asserts, 6 ("killed six guards", says a medic)',
        "killed: 6 to 8, now 8",
    ]
    grown.redact("r-1", by="Counsel", why="an order")
    grown.replace_incidents([reconciled(strike(report("r-2"), killed=8))], 9)
    assert [change.entry.number for change in grown.history(grown.incidents()[0].id)] == [3, 4, 5]
    with pytest.raises(BadInput, match="no incident"):
        grown.history(hit)


def test_the_history_of_an_unknown_incident_is_refused(grown: Ledger) -> None:
    with pytest.raises(BadInput, match="no incident"):
        grown.history("i-none")
