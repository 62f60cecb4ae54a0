"""Boosted decision trees over a row of numbers, as tables in `weights/NAME.json`: the score is the sum of their leaves.

Where `Decider` adds up what each feature says by itself, trees say what some features say together.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources

from rashomon.extract.decider import logistic


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree by nodes, the root first. feature: -1 at a leaf, whose value is in `value`; low: where the number is at
    most the threshold, high: else."""

    feature: Sequence[int]
    threshold: Sequence[float]
    low: Sequence[int]
    high: Sequence[int]
    value: Sequence[float]

    def leaf(self, row: Sequence[float]) -> float:
        """The value of the leaf that the row falls to."""
        at = 0
        while (feature := self.feature[at]) >= 0:
            at = self.low[at] if row[feature] <= self.threshold[at] else self.high[at]
        return self.value[at]


@dataclass(frozen=True, slots=True)
class Trees:
    """The sum of `start` and of a leaf of each tree is the log-odds."""

    start: float
    trees: Sequence[Tree]

    def probability(self, row: Sequence[float]) -> float:
        """How likely the answer is yes, for trees fitted on yes and no."""
        return logistic(self.start + sum(tree.leaf(row) for tree in self.trees))


_loaded: dict[str, Trees] = {}


def boosted(name: str) -> Trees:
    """The trees in `weights/NAME.json`, read once."""
    if name not in _loaded:
        path = resources.files("rashomon.extract") / "weights" / f"{name}.json"
        table = json.loads(path.read_text(encoding="utf-8"))
        _loaded[name] = Trees(table["start"], tuple(Tree(*columns) for columns in table["trees"]))
    return _loaded[name]


@contextmanager
def standing_in(name: str, trees: Trees) -> Iterator[None]:
    """Within it these trees stand in for the shipped ones: for fitting."""
    kept = dict(_loaded)
    _loaded[name] = trees
    try:
        yield
    finally:
        _loaded.clear()
        _loaded.update(kept)
