"""The linker's invariant: what comes out depends on what went in, not on order or batches."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.drawn import FIRST, FULLEST, ledgers

from rashomon.errors import BadInput
from rashomon.link import Linker
from rashomon.records import Judgement, Mention, Report, Span, Stated, SubEventType, Verdict


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
