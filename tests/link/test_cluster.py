"""Grouping against independent references: every step tried by brute force, and networkx."""

import random
from collections.abc import Sequence

import networkx as nx
import pytest

from rashomon.link.cluster import Grouping, components

FLOOR, JOIN = -50, 10
Scores = dict[int, dict[int, int]]


def drawn(seed: int, nodes: int, density: float) -> tuple[Scores, set[frozenset[int]]]:
    """Scores of some pairs, and some pairs that may not be joined."""
    draw = random.Random(seed)  # noqa: S311 (a test's case)
    scores: Scores = {n: {} for n in range(nodes)}
    apart = set()
    for one in range(nodes):
        for two in range(one):
            if draw.random() < density:
                scores[one][two] = scores[two][one] = draw.randint(FLOOR + 1, 80)
            if draw.random() < 0.05:
                apart.add(frozenset((one, two)))
    return scores, apart


def by_brute_force(
    nodes: int, scores: Scores, apart: set[frozenset[int]], met: Scores | None = None
) -> list[list[int]]:
    """The definition, word for word: join the best pair of groups until none reaches the threshold.

    met: where given, only groups that share one of its pairs are joined.
    """
    groups = [[n] for n in range(nodes)]

    def average(one: Sequence[int], two: Sequence[int]) -> float:
        total = sum(scores[a].get(b, FLOOR) - FLOOR for a in one for b in two)
        return FLOOR + total / (len(one) * len(two))

    while True:
        best = None
        for i, one in enumerate(groups):
            for two in groups[:i]:
                if any(frozenset((a, b)) in apart for a in one for b in two):
                    continue
                if met is not None and not any(b in met[a] for a in one for b in two):
                    continue
                key = (-average(one, two), sorted((min(one), min(two))))
                if -key[0] >= JOIN and (best is None or key < best[0]):
                    best = (key, one, two)
        if best is None:
            return sorted(sorted(group) for group in groups)
        groups = [group for group in groups if group is not best[1] and group is not best[2]] + [best[1] + best[2]]


@pytest.mark.parametrize("seed", range(60))
def test_groups_equal_those_of_a_brute_force_reference(seed: int) -> None:
    """On small random cases, sparse and dense."""
    print("seed", seed)
    nodes = 2 + seed % 9
    scores, apart = drawn(seed, nodes, 0.3 + 0.7 * (seed % 3) / 2)

    def forbidden(one: Sequence[int], two: Sequence[int]) -> bool:
        return any(frozenset((a, b)) in apart for a in one for b in two)

    found = Grouping([[n] for n in range(nodes)], scores, FLOOR).run(JOIN, forbidden)
    assert found == by_brute_force(nodes, scores, apart)


@pytest.mark.parametrize("seed", range(60))
def test_pairs_that_never_met_are_looked_up(seed: int) -> None:
    """Where some pair of two groups met; the reference knows all scores, but joins only such groups."""
    print("seed", seed)
    nodes = 2 + seed % 9
    every, apart = drawn(seed, nodes, 1.0)
    draw = random.Random(seed)  # noqa: S311 (a test's case)
    met: Scores = {n: {} for n in range(nodes)}
    for one in range(nodes):
        for two in range(one):
            if draw.random() < 0.5:
                met[one][two] = met[two][one] = every[one][two]

    def forbidden(one: Sequence[int], two: Sequence[int]) -> bool:
        return any(frozenset((a, b)) in apart for a in one for b in two)

    grouping = Grouping([[n] for n in range(nodes)], met, FLOOR, lambda one, two: every[one][two])
    assert grouping.run(JOIN, forbidden) == by_brute_force(nodes, every, apart, met)


@pytest.mark.parametrize("seed", range(30))
def test_components_equal_those_of_networkx(seed: int) -> None:
    """Chains of strong pairs, and of tied ones."""
    print("seed", seed)
    scores, tied = drawn(seed, 30, 0.06)
    ties = [(min(pair), max(pair)) for pair in tied if seed % 2]
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(30))
    graph.add_edges_from((a, b) for a, others in scores.items() for b, score in others.items() if score >= JOIN)
    graph.add_edges_from(ties)
    expected = sorted(sorted(found) for found in nx.connected_components(graph))
    assert components(range(30), scores, JOIN, ties) == expected


def test_a_chain_of_near_pairs_does_not_run_together() -> None:
    """One is like two and two like three, but one and three are not: the weaker link is left."""
    scores = {0: {1: 60}, 1: {0: 60, 2: 40}, 2: {1: 40}}
    assert Grouping([[0], [1], [2]], scores, FLOOR).run(JOIN, lambda _one, _two: False) == [[0, 1], [2]]
