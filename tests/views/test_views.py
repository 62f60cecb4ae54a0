"""Views: words for claims, marked text, and one incident in full."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.by_hand import RUNDU, reconciled

from rashomon.errors import BadInput
from rashomon.ledger import Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Interval,
    Mention,
    Reading,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
    Voiced,
)
from rashomon.views import (
    TOLL_RULES,
    MarkKind,
    account_words,
    authors,
    authors_of,
    by_words,
    chain_words,
    check_series,
    claim_words,
    days_words,
    figures_words,
    grading,
    incident_in_full,
    marks_of,
    number_words,
    pieces,
    series_told,
    tolls_under,
)

WORDS = Span(0, 5, "words")
GROUP = Stated("Tidal Front", WORDS)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(6, 6, "6"), (6, None, "at least 6"), (None, 9, "up to 9"), (5, 8, "5 to 8"), (None, None, "not known")],
)
def test_numbers_keep_what_is_open(low: int | None, high: int | None, words: str) -> None:
    assert number_words(low, high) == words


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (Claim(About.KILLED, Stance.ASSERTS, WORDS, low=6, high=6), "6 killed"),
        (Claim(About.WOUNDED, Stance.ASSERTS, WORDS, low=0, high=0), "no one wounded"),
        (Claim(About.KILLED, Stance.DENIES, WORDS), "denies any killed"),
        (Claim(About.WOUNDED, Stance.DENIES, WORDS, part=True), "denies so many wounded"),
        (
            Claim(About.KILLED, Stance.DENIES, WORDS, part=True, who=Span(0, 9, "civilians")),
            "denies any civilians killed",
        ),
        (
            Claim(About.KILLED, Stance.ASSERTS, WORDS, low=4, high=4, part=True, who=Span(0, 8, "children")),
            "4 killed (of them children)",
        ),
        (Claim(About.PERPETRATOR, Stance.BLAMES, WORDS, actor=GROUP), "blames Tidal Front"),
        (Claim(About.PERPETRATOR, Stance.CLAIMS, WORDS, actor=GROUP), "claims it: Tidal Front"),
        (Claim(About.PERPETRATOR, Stance.DECLINES, WORDS, actor=GROUP), "neither confirms nor denies: Tidal Front"),
        (Claim(About.OCCURRENCE, Stance.UNAWARE, WORDS), "is not aware of it"),
    ],
)
def test_a_claim_reads_on_after_its_speaker(claim: Claim, words: str) -> None:
    assert claim_words(claim) == words


@pytest.mark.parametrize(
    ("claim", "says", "words"),
    [
        (Claim(About.KILLED, Stance.DENIES, WORDS), "not a soul", "denies any killed"),
        (Claim(About.KILLED, Stance.DENIES, WORDS, part=True), "not so many killed", "denies so many killed"),
        (Claim(About.KILLED, Stance.DENIES, WORDS, low=9, high=9), "9 killed", "9 killed"),
        (Claim(About.WOUNDED, Stance.ASSERTS, WORDS, low=6), "6 wounded", "6 wounded"),
        (Claim(About.OCCURRENCE, Stance.DENIES, WORDS), "it did not happen", "it did not happen"),
    ],
)
def test_an_account_that_only_rejects_a_toll_says_so(claim: Claim, says: str, words: str) -> None:
    assert account_words(Account(claim.about, says, (Voiced(claim, "m-1", "r-1", None, "o-1"),), 1)) == words


def test_a_chain_names_the_nearest_to_the_fact_first() -> None:
    chain = (Speaker(Span(0, 6, "police")), Speaker(Span(9, 14, "Radio")))
    assert chain_words(chain) == "police, through Radio"
    assert chain_words(()) == "the report itself"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2019, 8, 25), date(2019, 8, 25), "25 Aug 2019"),
        (date(2019, 9, 27), date(2019, 9, 28), "27-28 Sep 2019"),
        (date(2019, 9, 1), date(2019, 9, 30), "Sep 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2019, 8, 31), date(2019, 9, 1), "31 Aug - 1 Sep 2019"),
        (date(2019, 12, 31), date(2020, 1, 1), "31 Dec 2019 - 1 Jan 2020"),
    ],
)
def test_days_in_words(first: date, last: date, words: str) -> None:
    assert days_words(Interval(first, last)) == words


def test_an_unknown_day_says_so() -> None:
    assert days_words(None) == "day not known"
    assert days_words(None, "Sunday, of an unknown week") == "Sunday, of an unknown week"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((6, 6, 6), "6"),
        ((2, 6, 6), "6 (2-6)"),
        ((None, None, None), "?"),
        ((4, 4, None), "4+"),
        ((2, 6, None), "6 (2+)"),
    ],
)
def test_a_toll_in_a_cell(figures: tuple[int | None, int | None, int | None], words: str) -> None:
    assert figures_words(*figures) == words


def test_one_incident_in_full(small_ledger: Ledger) -> None:
    found = incident_in_full(small_ledger, "i-jetty")
    assert [question.about for question in found.questions] == [About.KILLED, About.PERPETRATOR, About.OCCURRENCE]
    assert (found.parties.deny, found.parties.unaware) == (("Front",), ("The army",))
    assert [told.cited for told in found.told] == [
        "Northern Dispatch, 14 May 2024 [r-first]",
        "Kavango Courier, 15 May 2024 [r-second]",
    ]
    assert found.joins[0].join.reasons[0].sentence == "both are on 13 May 2024"
    assert found.near[0].other == "i-barn"
    with pytest.raises(BadInput):
        incident_in_full(small_ledger, "i-none")


@pytest.mark.parametrize(
    ("stance", "named"),
    [
        (Stance.CLAIMS, True),
        (Stance.BLAMES, True),
        (Stance.SUSPECTS, True),
        (Stance.DENIES, False),
        (Stance.DECLINES, False),
    ],
)
def test_who_denies_or_keeps_silent_is_no_author(stance: Stance, named: bool) -> None:
    strike, _ = reconciled()
    claim = Claim(About.PERPETRATOR, stance, WORDS, actor=GROUP)
    account = Account(About.PERPETRATOR, "of it", (Voiced(claim, "m-1", "r-1", None, "o-1"),), 1)
    assert authors(replace(strike, accounts=(account,))) == (("Tidal Front",) if named else ())


def test_authors_are_the_same_one_by_one_and_in_a_walk(small_ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"i-jetty", "i-barn"}
    one_by_one = authors_of(small_ledger, asked)
    monkeypatch.setattr("rashomon.views.incident.FEW", 1)
    assert authors_of(small_ledger, asked) == one_by_one == {"i-jetty": (), "i-barn": ()}


def test_the_same_words_in_two_reports_are_shown_once(small_ledger: Ledger) -> None:
    voiced = incident_in_full(small_ledger, "i-jetty").questions[0].accounts[0].voiced
    ((_, together),) = by_words([*voiced, *voiced])
    assert len(together) == 2


def test_an_incident_s_tolls_under_another_rule_say_which(small_ledger: Ledger) -> None:
    found = small_ledger.incident("i-jetty")
    assert list(TOLL_RULES) == ["origins", "ucdp", "acled", "airwars"]
    assert tolls_under(small_ledger, found, "origins") == found.tolls
    for rule in ("ucdp", "acled", "airwars"):
        assert rule in tolls_under(small_ledger, found, rule)[0].rule.lower()
    with pytest.raises(BadInput, match="median"):
        tolls_under(small_ledger, found, "median")


def test_a_grade_comes_with_its_rule(small_ledger: Ledger) -> None:
    graded = grading(small_ledger.incident("i-jetty"))
    assert graded.grade is not None
    assert graded.grade.value in graded.rule
    assert "after Airwars" in graded.rule
    assert graded.why


def test_series_come_with_their_report(small_ledger: Ledger) -> None:
    (told,) = series_told(small_ledger)
    assert (told.series.low, told.report.id) == (2, "r-first")
    assert told.check.verdict == "not checkable"
    assert told.check.sentence == "The report tells neither place nor actor."


@pytest.mark.parametrize(
    ("low", "actor", "verdict", "held"),
    [
        (1, "Front", "short by 1", 0),  # which only denies one
        (4, "Nobody", "short by 4", 0),
        (None, "Front", "not checkable", 0),
    ],
)
def test_a_count_is_set_against_the_ledger(
    small_ledger: Ledger, low: int | None, actor: str, verdict: str, held: int
) -> None:
    (told,) = series_told(small_ledger)
    check = check_series(small_ledger, replace(told.series, low=low, actor=Stated(actor, WORDS)))
    assert (check.verdict, len(check.incidents)) == (verdict, held)


def test_a_count_at_a_place_takes_what_may_have_happened_there(small_ledger: Ledger) -> None:
    (told,) = series_told(small_ledger)
    for place, verdict in ((RUNDU, "short by 1"), (replace(RUNDU, lat=20.0), "short by 2")):
        check = check_series(small_ledger, replace(told.series, where=Stated(place, WORDS)))
        assert check.verdict == verdict
        assert "within 8 km of Rundu, 1-14 May 2024; 2 counted." in check.sentence
    one = replace(told.series, low=1, where=Stated(RUNDU, WORDS))
    assert check_series(small_ledger, one).verdict == "covered"
    assert check_series(small_ledger, replace(one, what=replace(WORDS, quote="car bombs"))).verdict == "short by 1"


def test_every_span_of_a_reading_is_marked(small_ledger: Ledger) -> None:
    report, reading = small_ledger.report("r-second"), small_ledger.reading("r-second")
    assert reading is not None
    marks = marks_of(reading)
    assert {mark.kind for mark in marks} == set(MarkKind) - {MarkKind.SERIES}
    cut = list(pieces(report.text, marks))
    assert "".join(piece.words for piece in cut) == report.text
    (police,) = [piece for piece in cut if piece.words == "police"]
    assert [mark.kind for mark in police.marks] == [MarkKind.SPEAKER]
    (front,) = [piece for piece in cut if piece.words == "The Front"]
    assert {mark.kind for mark in front.marks} == {MarkKind.CLAIM, MarkKind.SPEAKER, MarkKind.ACTOR}


@given(
    text=st.text(min_size=1, max_size=60),
    cuts=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 30)), max_size=8),
)
def test_cut_text_joins_to_itself_whatever_the_spans(text: str, cuts: Sequence[tuple[int, int]]) -> None:
    spans = [Span.of(text, at, min(len(text), at + size)) for at, size in cuts if at < len(text)]
    mentions = tuple(Mention("", "r", one, Stated(SubEventType.ATTACK, one)).with_id() for one in spans)
    found = list(pieces(text, marks_of(Reading("r", "", "", mentions))))
    assert "".join(piece.words for piece in found) == text
    for at, character in enumerate(text):
        assert character == text[at]
    covered = sum(len(piece.words) for piece in found if piece.marks)
    assert covered == len({at for one in spans for at in range(one.start, one.end)})
