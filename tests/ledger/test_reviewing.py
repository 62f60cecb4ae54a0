"""Decisions outlive a newer reader, and what cannot be followed waits for a person."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.ledger.planted import TEXT, judgement, mortar, reading, report, span, strike

from rashomon.errors import BadInput
from rashomon.ledger import Ledger, Overtaken, reviewing
from rashomon.records import Claim, Mention, Report, Review, Ruling, Verdict

AT = datetime(2024, 3, 7, tzinfo=UTC)


def review(of: Mention, ruling: Ruling | None = Ruling.ACCEPTED, **fields: object) -> Review:
    """A review of the mention's first claim."""
    made = Review(of.id, of.claims[0], ruling, "Ada", AT, "read again")
    return replace(made, **fields)  # type: ignore[arg-type]


def wider(of: Report) -> Mention:
    """The drone strike as another reader cuts it: other words, so another id; the claim's words longer."""
    old = strike(of)
    claim = replace(old.claims[0], span=span(of.text, "on Sunday killed six guards"))
    return replace(old, span=span(of.text, "drone strike near Aldan on Sunday"), claims=(claim,)).with_id()


def amended(of: Report) -> Claim:
    """Another claim that somebody might read in the same words."""
    return replace(strike(of).claims[0], low=None, part=True)


@pytest.fixture
def read(ledger: Ledger) -> Report:
    """A report read once, in the ledger."""
    one = report()
    ledger.add_read(one, reading(one))
    return one


def test_a_review_stands_beside_the_claim(ledger: Ledger, read: Report) -> None:
    one = review(strike(read), Ruling.AMENDED, amended=amended(read))
    ledger.review(one)
    (held,) = ledger.reviews()
    assert (held.review, held.mention, held.claim) == (one, strike(read).id, strike(read).claims[0])
    assert ledger.reading("r-1") == reading(read)


def test_the_newest_ruling_holds_and_notes_stay(ledger: Ledger, read: Report) -> None:
    rulings = (Ruling.ACCEPTED, Ruling.NOTED, Ruling.REJECTED, Ruling.NOTED)
    for ruling in rulings:
        ledger.review(review(strike(read), ruling))
    assert [held.review.ruling for held in ledger.reviews()] == [Ruling.NOTED, Ruling.REJECTED, Ruling.NOTED]
    ledger.review(review(strike(read), None))
    assert [held.review.ruling for held in ledger.reviews()] == [Ruling.NOTED, Ruling.NOTED]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"mention": "m-none"}, "no mention 'm-none'"),
        ({"claim": amended(report())}, "ever held that claim"),
        ({"ruling": Ruling.AMENDED}, "gives the claim read instead"),
        ({"amended": amended(report())}, "gives the claim read instead"),
        ({"by": " "}, "needs the name"),
        (
            {
                "ruling": Ruling.AMENDED,
                "amended": replace(amended(report()), span=replace(span(TEXT, "six"), quote="ten")),
            },
            "words that are not in the text",
        ),
    ],
)
def test_a_review_of_what_was_not_read_is_refused(
    ledger: Ledger, read: Report, change: dict[str, object], message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        ledger.review(review(strike(read), **change))  # type: ignore[arg-type]
    assert ledger.reviews() == ()


def test_a_review_of_what_was_reviewed_since_is_refused(ledger: Ledger, read: Report) -> None:
    ledger.review(review(strike(read), by="Ben"), seen=2)
    with pytest.raises(Overtaken, match="Ben decided"):
        ledger.review(review(strike(read), Ruling.REJECTED), seen=2)
    ledger.review(review(strike(read), Ruling.REJECTED), seen=3)


def test_decisions_follow_their_words_to_a_newer_reading(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id, Verdict.DIFFERENT))
    ledger.review(review(strike(read)))
    ledger.add_reading(reading(read, wider(read), mortar(read), reader="planted 2"))
    (held,) = ledger.judgements()
    assert {held.left, held.right} == {wider(read).id, mortar(read).id}
    (reviewed,) = ledger.reviews()
    assert (reviewed.mention, reviewed.claim) == (wider(read).id, wider(read).claims[0])
    assert ledger.waiting() == ()


def test_decisions_follow_their_words_to_a_revised_text(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id))
    ledger.review(review(strike(read)))
    revised = report(text="Updated. " + TEXT)
    ledger.add_report(revised)
    assert [one.entry for one in ledger.waiting()] == [3, 4]
    ledger.add_reading(reading(revised))
    (held,) = ledger.judgements()
    assert {held.left, held.right} == {strike(revised).id, mortar(revised).id}
    assert ledger.reviews()[0].claim == strike(revised).claims[0]
    assert ledger.waiting() == ()


def test_undoing_a_judgement_on_the_new_reading_undoes_it(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id))
    ledger.add_reading(reading(read, wider(read), mortar(read), reader="planted 2"))
    ledger.judge(judgement(wider(read).id, mortar(read).id, None))
    assert ledger.judgements() == ()


def test_what_cannot_be_followed_waits(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id))
    ledger.review(review(strike(read)))
    ledger.add_reading(reading(read, mortar(read), reader="planted 2"))
    assert ledger.judgements() == ()
    assert ledger.reviews() == ()
    judged, reviewed = ledger.waiting()
    assert judged.entry == 3
    assert "tells no incident in the words" in judged.why
    assert (reviewed.entry, reviewed.why) == (
        4,
        f"the newest reading no longer says what Ada reviewed in {strike(read).id}",
    )


def test_a_review_of_another_figure_waits(ledger: Ledger, read: Report) -> None:
    ledger.review(review(strike(read)))
    ledger.add_reading(reading(read, strike(read, killed=7), reader="planted 2"))
    assert [one.entry for one in ledger.waiting()] == [3]


def test_words_that_two_new_mentions_share_alike_are_not_guessed(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id))
    halves = [
        replace(strike(read), span=span(TEXT, words)).with_id()
        for words in ("A drone strike near Aldan on", "n A drone strike near Aldan"[2:])
    ]
    ledger.add_reading(
        reading(
            read,
            halves[0],
            replace(halves[1], span=span(TEXT, "A drone strike near Aldan on Sunday")).with_id(),
            mortar(read),
            reader="planted 2",
        )
    )
    assert "tells two incidents" in ledger.waiting()[0].why


def test_two_judged_different_and_now_read_as_one_wait(ledger: Ledger, read: Report) -> None:
    ledger.judge(judgement(strike(read).id, mortar(read).id, Verdict.DIFFERENT))
    whole = replace(strike(read), span=span(TEXT, TEXT)).with_id()
    ledger.add_reading(reading(read, whole, reader="planted 2"))
    assert "are one in the newest reading" in ledger.waiting()[0].why


def test_what_is_ruled_last_holds_whichever_readings_name_it_was_ruled_by(ledger: Ledger, read: Report) -> None:
    ledger.review(review(strike(read), Ruling.REJECTED))
    newer = wider(read)
    ledger.add_reading(reading(read, newer, mortar(read), reader="planted 2"))
    assert list(ledger.rulings([newer.id])) == [(newer.id, newer.claims[0])]
    ledger.review(review(newer, None))
    assert ledger.rulings([newer.id]) == {}
    assert (ledger.reviews(), ledger.waiting()) == ((), ())


def test_an_amendment_follows_into_a_revised_text(ledger: Ledger, read: Report) -> None:
    ledger.review(review(strike(read), Ruling.AMENDED, amended=amended(read)))
    revised = report("r-1", "Corrected later. " + TEXT)
    ledger.add_read(revised, reading(revised))
    now = strike(revised)
    (ruled,) = ledger.rulings([now.id]).values()
    assert ruled.amended == replace(now.claims[0], low=None, part=True)
    assert ruled.amended.span.fits(revised.text)
    (held,) = ledger.reviews()
    assert held.review.amended == amended(read)


def test_an_amendment_whose_words_are_gone_waits(ledger: Ledger, read: Report) -> None:
    elsewhere = replace(strike(read).claims[0], span=span(TEXT, "Hours later"))
    ledger.review(review(strike(read), Ruling.AMENDED, amended=elsewhere))
    revised = report("r-1", TEXT.replace("Hours later", "At dawn"))
    ledger.add_read(revised, reading(revised))
    assert ledger.rulings([strike(revised).id]) == {}
    (waiting,) = ledger.waiting()
    assert "amended" in waiting.why


def test_rulings_are_those_on_what_the_same_reports_tell(ledger: Ledger, read: Report) -> None:
    other = report("r-2")
    ledger.add_read(other, reading(other))
    ledger.review(review(strike(read), Ruling.REJECTED))
    ledger.review(review(strike(other), Ruling.NOTED))
    assert set(ledger.rulings([mortar(read).id])) == {(strike(read).id, strike(read).claims[0])}
    assert ledger.rulings([strike(other).id]) == {}


def test_reviews_of_few_mentions_are_looked_up_to_the_same_as_among_all(
    ledger: Ledger, read: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a newer reading gave the mention another id."""
    other = report("r-2")
    ledger.add_read(other, reading(other))
    for ruling in (Ruling.REJECTED, Ruling.NOTED):
        ledger.review(review(strike(read), ruling))
        ledger.review(review(strike(other), ruling, claim=None))
    newer = wider(read)
    ledger.add_reading(reading(read, newer, mortar(read), reader="planted 2"))
    every = ledger.reviews()
    assert len(every) == 4
    asked = [[newer.id], [strike(other).id, mortar(other).id], [strike(read).id], [newer.id, strike(other).id], []]
    looked_up = [(ledger.rulings(one), ledger.reviews(one)) for one in asked]
    monkeypatch.setattr(reviewing, "_FEW", -1)
    assert [(ledger.rulings(one), ledger.reviews(one)) for one in asked] == looked_up
    assert [ledger.reviews(one) for one in asked] == [
        tuple(held for held in every if held.mention in one) for one in asked
    ]
    monkeypatch.undo()
    monkeypatch.setattr(reviewing, "_LOOKED_UP", 1)
    assert [(ledger.rulings(one), ledger.reviews(one)) for one in asked] == looked_up
