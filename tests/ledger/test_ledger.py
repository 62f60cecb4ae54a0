"""Entries, reports, readings and judgements: what goes in comes out, in one transaction or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from tests.ledger.planted import TEXT, judgement, mortar, reading, report, span, strike

from rashomon.errors import BadInput
from rashomon.ledger import Addition, Ledger, Overtaken
from rashomon.records import EntryKind, Verdict


def test_a_new_ledger_is_empty(ledger: Ledger) -> None:
    assert ledger.head() is None
    assert not any((list(ledger.entries()), list(ledger.reports()), list(ledger.readings()), ledger.incidents()))
    assert not ledger.stale()
    assert ledger.verify() == []


def test_a_report_and_its_reading_come_out_as_they_went_in(ledger: Ledger) -> None:
    one = report()
    assert ledger.add_read(one, reading(one)) is Addition.ADDED
    assert ledger.report("r-1") == one
    assert ledger.reading("r-1") == reading(one)
    assert [entry.kind for entry in ledger.entries()] == [EntryKind.REPORT_ADDED, EntryKind.READING]
    assert ledger.has(one.digest)


def test_the_same_report_twice_writes_nothing(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    head = ledger.head()
    assert ledger.add_read(one, reading(one)) is Addition.KNOWN
    assert ledger.add_report(one) is Addition.KNOWN
    assert ledger.head() == head


def test_a_changed_text_is_a_revision_and_both_are_kept(ledger: Ledger) -> None:
    old, new = report(), report(text=TEXT + " The toll has since risen.")
    ledger.add_read(old, reading(old))
    assert ledger.add_report(new) is Addition.REVISED
    assert ledger.report("r-1") == new
    assert ledger.revisions("r-1") == (old, new)
    assert ledger.reading("r-1") is None
    assert list(ledger.unread("planted 1")) == [new]
    ledger.add_reading(reading(new))
    assert ledger.reading("r-1") == reading(new)
    assert list(ledger.unread("planted 1")) == []


def test_a_revision_published_earlier_is_kept_and_not_read(ledger: Ledger) -> None:
    late = report(text=TEXT + " More to follow.", published=date(2024, 3, 6))
    early = report(published=date(2024, 3, 4))
    ledger.add_read(late, reading(late))
    assert ledger.add_read(early, reading(early)) is Addition.REVISED
    assert ledger.report("r-1") == late
    assert ledger.reading("r-1") == reading(late)


def test_reports_and_readings_come_by_id_whatever_their_order(ledger: Ledger) -> None:
    for report_id in ("b", "ä", "a", "B", "10", "9"):
        one = report(report_id)
        ledger.add_read(one, reading(one))
    ordered = ["10", "9", "B", "a", "b", "ä"]
    assert [one.id for one in ledger.reports()] == ordered
    assert [one.report for one in ledger.readings()] == ordered


def test_unread_goes_on_while_what_it_gives_is_read(ledger: Ledger) -> None:
    with ledger.batch():
        for number in range(250):
            ledger.add_report(report(f"r-{number:03}"))
    for one in ledger.unread("planted 1"):
        ledger.add_reading(reading(one))
    assert len(list(ledger.readings())) == 250
    assert list(ledger.unread("planted 1")) == []
    assert len(list(ledger.unread("planted 2"))) == 250


def test_a_newer_reading_takes_the_place_of_the_older(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    newer = reading(one, strike(one), reader="planted 2")
    ledger.add_reading(newer)
    assert ledger.reading("r-1") == newer
    assert len(list(ledger.entries())) == 3


def test_a_reading_whose_words_are_not_in_the_text_is_refused_and_its_report_with_it(ledger: Ledger) -> None:
    one = report()
    off = replace(strike(one), targets=(replace(span(TEXT, "guards"), start=1, end=7),)).with_id()
    with pytest.raises(BadInput, match=r"span 1:7 \('guards'\) that is not in the report's text"):
        ledger.add_read(one, reading(one, off))
    assert ledger.head() is None
    assert not ledger.has(one.digest)


def test_a_reading_of_a_revision_that_is_not_there_is_refused(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="add the report first"):
        ledger.add_reading(reading(report()))


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_text_that_no_database_keeps_is_refused(ledger: Ledger, text: str) -> None:
    with pytest.raises(BadInput, match=r"NUL|surrogate"):
        ledger.add_report(report(text=text))
    with pytest.raises(BadInput, match=r"NUL|surrogate"):
        ledger.add_report(report(report_id=text))
    with pytest.raises(BadInput, match=r"NUL|surrogate"):
        ledger.add_report(report(), why=text)
    assert ledger.head() is None
    with pytest.raises(BadInput, match=r"NUL|surrogate|no report"):
        ledger.report(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\\u0000 is how JSON writes it",
        "🙂‏ \u2028 \ufeff ' \" % ; --",
        "long " * 400_000,
        "".join(map(chr, range(1, 3000))),
    ],
)
def test_odd_text_comes_out_as_it_went_in(ledger: Ledger, text: str) -> None:
    one = report(text=text)
    ledger.add_report(one)
    assert ledger.report("r-1") == one
    assert ledger.verify() == []


def test_an_unknown_report_is_named_with_those_close(ledger: Ledger) -> None:
    with pytest.raises(BadInput, match="it is empty"):
        ledger.report("seed-01")
    ledger.add_report(report("seed-001"))
    with pytest.raises(BadInput, match="'seed-01'; did you mean 'seed-001'"):
        ledger.report("seed-01")


def test_a_batch_is_one_transaction(ledger: Ledger) -> None:
    with pytest.raises(KeyError), ledger.batch():
        ledger.add_report(report("a"))
        assert ledger.report("a")
        raise KeyError
    assert ledger.head() is None


def test_the_newest_judgement_of_a_pair_holds_and_can_be_taken_back(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    left, right = strike(one).id, mortar(one).id
    ledger.judge(judgement(left, right))
    other = judgement(left, right, Verdict.DIFFERENT, by="Ben", minute=1)
    ledger.judge(other)
    assert ledger.judgements() == (other,)
    ledger.judge(judgement(left, right, None, minute=2))
    assert ledger.judgements() == ()
    assert len([entry for entry in ledger.entries() if entry.kind is EntryKind.JUDGEMENT]) == 3


def test_a_judgement_of_unknown_mentions_is_refused(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    with pytest.raises(BadInput, match="no mention 'm-zzz'"):
        ledger.judge(judgement(strike(one).id, "m-zzz"))


def test_a_judgement_on_what_has_changed_since_is_refused_and_says_what_changed(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    head = ledger.head()
    assert head
    ledger.judge(judgement(strike(one).id, mortar(one).id, by="Ben"), seen=head.number)
    with pytest.raises(Overtaken, match=r"Ben decided on .* after you looked"):
        ledger.judge(judgement(strike(one).id, mortar(one).id, Verdict.DIFFERENT), seen=head.number)
    assert [held.by for held in ledger.judgements()] == ["Ben"]
