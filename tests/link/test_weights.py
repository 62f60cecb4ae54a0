"""Scores of pairs: those that cannot rise high enough are left early, and no score changes by it."""

from collections.abc import Iterator
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.drawn import ledgers

from rashomon.link.compare import FEATURES, levels
from rashomon.link.gist import Gist, gist
from rashomon.link.weights import NEAR, THOUSANDTHS, fitted
from rashomon.records import Judgement, Mention, Report

Drawn = tuple[list[Mention], dict[str, Report], list[Judgement]]


def pairs(ledger: Drawn) -> Iterator[tuple[Gist, Gist]]:
    """Every two mentions, both ways round."""
    mentions, reports, _ = ledger
    yield from permutations([gist(mention, reports[mention.report]) for mention in mentions[:6]], 2)


@settings(max_examples=60, deadline=None)
@given(ledgers())
def test_levels_taken_together_are_those_of_each_comparison_alone(ledger: Drawn) -> None:
    for left, right in pairs(ledger):
        assert list(levels(left, right)) == [feature.level(left, right) for feature in FEATURES]


@settings(max_examples=60, deadline=None)
@given(ledgers())
def test_a_score_is_the_sum_of_its_levels_but_never_below_the_floor(ledger: Drawn) -> None:
    weights = fitted()
    for left, right in pairs(ledger):
        total = weights.start + sum(
            weights.levels[feature.name].get(feature.level(left, right), 0.0) for feature in FEATURES
        )
        assert weights.score(left, right) == round(max(total, weights.floor) * THOUSANDTHS)
        assert weights.score(left, right) == weights.score(right, left)


@settings(max_examples=60, deadline=None)
@given(ledgers(), st.floats(-5.0, 6.0))
def test_a_pair_is_near_exactly_where_its_score_reaches_what_is_asked(ledger: Drawn, least: float) -> None:
    """None below it; by default below what is shown as near."""
    weights = fitted()
    for left, right in pairs(ledger):
        score = weights.score(left, right)
        if abs(score - least * THOUSANDTHS) > 1:  # thousandths are rounded
            assert weights.near(left, right, least) == (score if score > least * THOUSANDTHS else None)
        bound = (weights.unsure - NEAR) * THOUSANDTHS
        if abs(score - bound) > 1:
            assert weights.near(left, right) == (score if score > bound else None)
