"""The linker's invariant: what comes out depends on what went in, not on order or batches."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import BadInput
from rashomon.link import Linker
from rashomon.records import (
    About,
    Claim,
    Interval,
    Judgement,
    Mention,
    Place,
    PlaceKind,
    Report,
    Span,
    Stance,
    Stated,
    SubEventType,
    Verdict,
)

FIRST = date(2024, 3, 1)
TOWNS = (("Marrow", 34.0, 41.0, 8.0), ("Stell", 34.1, 41.1, 8.0), ("Thorn province", 34.3, 41.3, 90.0))
PEOPLE = ("Ossian Thrale", "Brannoc Ull", "Ysolde Quenby", "Mirek Dvandra")
FULLEST = 3  # so that few mentions are enough for words to become common


@st.composite
def tellings(draw: st.DrawFn) -> tuple[Mention, Report]:
    """A report of one sentence and its mention, drawn from few days, towns and people so that many are alike."""
    key, day = draw(st.integers(0, 30)), draw(st.integers(0, 3))
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    town = draw(st.none() | st.sampled_from(TOWNS))
    killed = draw(st.integers(0, 3))
    text = f"On that day the raid was told by {' and by '.join(people) or 'nobody'}, number {key} of many."
    report = Report(f"r{key}", text, published=FIRST + timedelta(day + draw(st.integers(0, 2))))
    span = Span.of(text, 0, 11)
    when = draw(st.none() | st.just(Interval(FIRST + timedelta(day), FIRST + timedelta(day))))
    where = Place(town[0], PlaceKind.SETTLEMENT, "IQ", town[1], town[2], town[3], "test") if town else None
    mention = Mention(
        "",
        report.id,
        span,
        Stated(draw(st.sampled_from((SubEventType.ATTACK, SubEventType.SHELLING))), span),
        when=Stated(when, span) if when else None,
        where=Stated(where, span) if where else None,
        claims=(Claim(About.KILLED, Stance.ASSERTS, span, low=killed, high=killed),),
    )
    return mention.with_id(), report


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[list[Mention], dict[str, Report], list[Judgement]]:
    """Mentions of distinct reports, and judgements on some of their pairs."""
    told = {report.id: (mention, report) for mention, report in draw(st.lists(tellings(), min_size=1, max_size=14))}
    mentions = [mention for mention, _ in told.values()]
    ids = sorted(mention.id for mention in mentions)
    judgements = []
    if len(ids) > 1:
        pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
        verdicts = st.none() | st.sampled_from(Verdict)
        for minute, (pair, verdict) in enumerate(draw(st.lists(st.tuples(pairs, verdicts), max_size=5))):
            at = datetime(2024, 5, 1, tzinfo=UTC) + timedelta(minutes=minute)
            judgements.append(Judgement(pair[0], pair[1], verdict, "analyst", at, "drawn"))
    return mentions, {key: report for key, (_, report) in told.items()}, judgements


def batched(mentions: Sequence[Mention], cuts: Sequence[int]) -> list[Sequence[Mention]]:
    """The mentions cut into batches at these places."""
    edges = [0, *sorted(cut % (len(mentions) + 1) for cut in cuts), len(mentions)]
    return [mentions[low:high] for low, high in pairwise(edges)]


@settings(max_examples=150, deadline=None)
@given(ledgers(), st.randoms(use_true_random=False), st.lists(st.integers(0, 20), max_size=6))
def test_any_order_in_any_batches_ends_as_from_scratch(
    ledger: tuple[list[Mention], dict[str, Report], list[Judgement]], draw: random.Random, cuts: list[int]
) -> None:
    """Ids, members, reasons, near pairs and redirects are all the same."""
    mentions, reports, judgements = ledger
    whole = Linker(fullest=FULLEST)
    whole.add(mentions, reports)
    shuffled, asked = list(mentions), list(judgements)
    draw.shuffle(shuffled)
    draw.shuffle(asked)
    pieces = Linker(fullest=FULLEST)
    for batch in batched(shuffled, cuts):
        pieces.add(batch, reports)
        list(pieces.incidents(asked))  # looking changes nothing
    assert list(pieces.incidents(asked)) == list(whole.incidents(judgements))


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_every_mention_is_in_one_incident_and_every_handle_leads_to_one(
    ledger: tuple[list[Mention], dict[str, Report], list[Judgement]],
) -> None:
    """No id is borne or redirected twice, and every mention's handle is known."""
    mentions, reports, judgements = ledger
    linker = Linker(fullest=FULLEST)
    linker.add(mentions, reports)
    incidents = list(linker.incidents(judgements))
    assert sorted(m for i in incidents for m in i.mentions) == sorted(m.id for m in mentions)
    known = [known for i in incidents for known in (i.id, *i.redirects)]
    assert len(known) == len(set(known))
    assert {"i-" + m.id.removeprefix("m-") for m in mentions} <= set(known)


@settings(max_examples=100, deadline=None)
@given(ledgers())
def test_a_judged_difference_is_never_crossed(
    ledger: tuple[list[Mention], dict[str, Report], list[Judgement]],
) -> None:
    """Not by a chain of sames either."""
    mentions, reports, judgements = ledger
    linker = Linker(fullest=FULLEST)
    linker.add(mentions, reports)
    home = {m: i.id for i in linker.incidents(judgements) for m in i.mentions}
    newest = {(j.left, j.right): j.verdict for j in judgements}
    assert all(home[a] != home[b] for (a, b), verdict in newest.items() if verdict is Verdict.DIFFERENT)


def test_a_mention_that_is_here_already_is_passed_over() -> None:
    """Adding the same again changes nothing."""
    report = Report("r1", "Raid at Marrow told by Ossian Thrale.", published=FIRST)
    span = Span.of(report.text, 0, 4)
    mention = Mention("", "r1", span, Stated(SubEventType.ATTACK, span)).with_id()
    linker = Linker()
    linker.add([mention], {"r1": report})
    linker.add([mention], {"r1": report})
    assert len(linker) == 1


def test_a_missing_report_is_bad_input_that_names_it() -> None:
    """And nothing of the batch is kept."""
    span = Span(0, 4, "Raid")
    mention = Mention("", "r9", span, Stated(SubEventType.ATTACK, span)).with_id()
    linker = Linker()
    with pytest.raises(BadInput, match="r9"):
        linker.add([mention], {})
    assert len(linker) == 0
    assert list(linker.incidents()) == []
