"""Logistic regressions over many named features, kept as numbers: yes and no, and a choice among candidates.

The same models as `logit`, for examples by the hundred thousand: names become numbers as they come, and several fits
(folds, penalties) share one matrix. Deterministic: no random draw.
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


@dataclass(slots=True)
class Table:
    """Rows of named features. group: which choice each row belongs to, ascending; right: whether it is a right one."""

    names: dict[str, int] = field(default_factory=dict)
    columns: "array[int]" = field(default_factory=lambda: array("i"))
    values: "array[float]" = field(default_factory=lambda: array("f"))
    ends: "array[int]" = field(default_factory=lambda: array("q", [0]))
    group: list[int] = field(default_factory=list)
    right: list[float] = field(default_factory=list)

    def add(self, features: Mapping[str, float], group: int, right: float) -> None:
        """One more row."""
        for name, value in features.items():
            self.columns.append(self.names.setdefault(name, len(self.names)))
            self.values.append(value)
        self.ends.append(len(self.columns))
        self.group.append(group)
        self.right.append(right)

    def matrix(self) -> csr_matrix:
        """All rows, in the order in which they were added."""
        columns, values = np.array(self.columns), np.array(self.values, dtype=np.float64)
        return csr_matrix((values, columns, np.array(self.ends)), shape=(len(self.right), len(self.names)))


def kept_columns(matrix: csr_matrix, least: int) -> np.ndarray:
    """The columns that at least so many rows have."""
    return np.flatnonzero(np.bincount(matrix.indices, minlength=matrix.shape[1]) >= least)


def fit_yes_no(matrix: csr_matrix, right: np.ndarray, penalty: float, rounds: int = 80) -> np.ndarray:
    """Weights of a plain logistic regression; no constant beside the features."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        p = 1.0 / (1.0 + np.exp(-scores))
        value = np.logaddexp(0, scores).sum() - (scores * right).sum() + penalty / 2 * weights @ weights
        return float(value), matrix.T @ (p - right) + penalty * weights

    options = {"maxiter": rounds}
    return np.asarray(minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options=options).x)


def fit_choice(
    matrix: csr_matrix, group: np.ndarray, right: np.ndarray, penalty: float, rounds: int = 80
) -> np.ndarray:
    """Weights of a conditional logistic regression; every group must have a right row."""
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    of = np.cumsum(np.r_[True, group[1:] != group[:-1]]) - 1
    good = np.maximum(right, 1e-12)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores = scores - np.maximum.reduceat(scores, starts)[of]
        e = np.exp(scores)
        every, rights = np.add.reduceat(e, starts), np.add.reduceat(e * good, starts)
        gradient = matrix.T @ (e / every[of] - e * good / rights[of]) + penalty * weights
        return float((np.log(every) - np.log(rights)).sum() + penalty / 2 * weights @ weights), gradient

    options = {"maxiter": rounds}
    return np.asarray(minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options=options).x)


def named(names: Sequence[str], weights: np.ndarray, least: float) -> dict[str, float]:
    """The weights by name, those nearer to nothing than `least` left out."""
    return {n: round(float(w), 3) for n, w in zip(names, weights, strict=True) if abs(w) >= least}
