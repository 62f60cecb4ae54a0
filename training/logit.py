"""Conditional logistic regression over candidates with named features: what all our deciders are fitted by.

One decision is a set of candidates, some of which are right. The fitted weights maximise the likelihood that the
chosen candidate is a right one, less an L2 penalty (McFadden 1974; with several right ones, the marginal likelihood).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "extract" / "weights"


@dataclass(frozen=True, slots=True)
class Decision:
    """The features of each candidate, and which of them are right (at least one)."""

    candidates: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    weight: float = 1.0


def fit(decisions: Sequence[Decision], penalty: float, least: int = 2) -> dict[str, float]:
    """The weights by feature name. penalty: L2 strength. least: features seen in fewer candidates are left out."""
    counts: dict[str, int] = {}
    for decision in decisions:
        for candidate in decision.candidates:
            for name in candidate:
                counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= least)
    index = {name: i for i, name in enumerate(names)}
    rows, columns, values, groups, right = [], [], [], [], []
    row = 0
    for g, decision in enumerate(decisions):
        for candidate, is_right in zip(decision.candidates, decision.right, strict=True):
            for name, value in candidate.items():
                if name in index:
                    rows.append(row)
                    columns.append(index[name])
                    values.append(value)
            groups.append(g)
            right.append(is_right)
            row += 1
    matrix = csr_matrix((values, (rows, columns)), shape=(row, len(names)))
    group, good = np.array(groups), np.array(right)
    strength = np.array([d.weight for d in decisions])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        all_log = _log_sum(scores, group, len(decisions))
        good_log = _log_sum(np.where(good, scores, -np.inf), group, len(decisions))
        p_all = np.exp(scores - all_log[group])
        p_good = np.where(good, np.exp(scores - good_log[group]), 0.0)
        gradient = matrix.T @ ((p_all - p_good) * strength[group]) + penalty * weights
        return float(((all_log - good_log) * strength).sum() + penalty / 2 * weights @ weights), gradient

    solved = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(w), 4) for name, w in zip(names, solved.x, strict=True) if abs(w) >= 5e-4}


def _log_sum(scores: np.ndarray, group: np.ndarray, n: int) -> np.ndarray:
    top = np.full(n, -np.inf)
    np.maximum.at(top, group, scores)
    total = np.zeros(n)
    np.add.at(total, group, np.exp(scores - top[group]))
    return np.asarray(top + np.log(total))


def write(name: str, weights: Mapping[str, float], trained_on: str) -> None:
    """Writes `weights/NAME.json`, sorted, so that a refit shows as a readable difference."""
    WEIGHTS.mkdir(exist_ok=True)
    card = {"trained_on": trained_on, "weights": dict(sorted(weights.items()))}
    (WEIGHTS / f"{name}.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
