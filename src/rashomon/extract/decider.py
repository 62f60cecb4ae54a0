"""Small learned deciders: a weight for each named feature, in files that a person can read.

A decider scores candidates by the sum of the weights of their features; the candidate with the highest score wins.
The weights are fitted by the scripts under `training/`, which write `weights/NAME.json`.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from itertools import repeat
from math import exp
from operator import mul

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Decider:
    """A linear scorer. weights: by the feature's name; a feature without a weight counts nothing."""

    weights: Mapping[str, float]

    def score(self, features: Mapping[str, float]) -> float:
        """The log-odds (up to a constant shared by the candidates) that these features speak for."""
        known = map(self.weights.get, features, repeat(0.0))
        return float(sum(map(mul, known, features.values())))

    def probability(self, features: Mapping[str, float]) -> float:
        """The logistic of the score, for deciders fitted on yes and no."""
        return logistic(self.score(features))


def logistic(score: float) -> float:
    """The probability that a log-odds stands for."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


_loaded: dict[str, Decider] = {}


def decider(name: str) -> Decider:
    """The decider whose weights are in `weights/NAME.json`, read once."""
    if name not in _loaded:
        path = resources.files("rashomon.extract") / "weights" / f"{name}.json"
        _loaded[name] = Decider(json.loads(path.read_text(encoding="utf-8"))["weights"])
    return _loaded[name]


@contextmanager
def deciders(others: Mapping[str, Decider]) -> Iterator[None]:
    """Within it these deciders stand in for the shipped ones: for cross-validation."""
    kept = dict(_loaded)
    _loaded.update(others)
    try:
        yield
    finally:
        _loaded.clear()
        _loaded.update(kept)
