"""Fits the linker's weights table on pairs of mentions that are known to be one happening or two.

    python training/fit_link.py [--write]

Pairs are those that blocking lets meet, in the pool of shootings (`gva-linking`), in the desk's seen reports and in the
reports written for the project: with the gold mentions, and with those that the program reads in them; the desk's gold
mentions also blurred. First it fits on the pool's incidents of 2013 and
2014 and prints what that gives on 2015 and on the desk's held-out files; with --write it then fits on all years and
writes `src/rashomon/link/tables/weights.json`. The threshold is the one that does best on stretches of time that were
left out of the fit. The desk's held-out files are never fitted on.

The fit is a logistic regression over levels with an L2 penalty. Levels that have an order are coded step by step and
may only rise (more words in common never speak against), so that the table reads as it should.
"""

import argparse
import json
import random
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.append(str(Path(__file__).resolve().parents[1] / "bench"))

import pool_mentions
import read_mentions
from desk import HELD_OUT, SEEN, SHARED, gold, own
from gold_mentions import all_of, report_of
from linking import figures, rows
from rashomon.link.blocks import Blocks
from rashomon.link.compare import FEATURES
from rashomon.link.compare import levels as compared
from rashomon.link.gist import Gist, gist, report_gist
from rashomon.link.linker import Linker
from rashomon.link.weights import Weights
from rashomon.records import Mention, Report

OUT = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "link" / "tables" / "weights.json"
POOL = SHARED / "data" / "gva-linking" / "reports-2013-2015.jsonl.gz"
ORDERS = {feature.name: feature.order for feature in FEATURES if feature.order}
PENALTY = 3.0
FAR_PAIRS = 2_000  # pairs a set that blocking would not let meet, so that the table also knows the far end
FOLDS = 4
FLOOR, BAND = -5.0, 0.75  # log-odds: what no pair counts below; how far below joining a pair is still unsure


@dataclass(frozen=True, slots=True)
class Pool:
    """Mentions with their reports and truth. weight: of each of its pairs in the fit."""

    name: str
    mentions: Sequence[Mention]
    reports: Mapping[str, Report]
    truth: Mapping[str, str]
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """The levels of a pair, and whether it is one happening."""

    levels: tuple[str, ...]
    same: bool
    weight: float


def shootings(years: Sequence[str]) -> Pool:
    """The pool's incidents of these years, by the main mention of each report."""
    chosen = [row for row in rows(POOL) if row["incident_date"][:4] in years]
    reports = {row["report"]["id"]: report_of(row["report"]) for row in chosen}
    mentions = [pool_mentions.main_mention(report, kept=True) for report in reports.values()]
    truth = {m.id: row["incident"] for m, row in zip(mentions, chosen, strict=True)}
    return Pool(f"shootings {years[0]}-{years[-1]}", mentions, reports, truth, 1.0)


def desk_pool(files: Sequence[str], name: str) -> Pool:
    """The desk's gold mentions of these files."""
    return Pool(name, *all_of(gold(files)), weight=2.0)


def known() -> list[Pool]:
    """The pools that are always fitted on, beside the shootings."""
    seen = desk_pool(SEEN, "desk, seen")
    as_read = Pool("desk, seen, as read", *read_mentions.all_of(gold(SEEN)), weight=1.0)
    ours = Pool("ours", *all_of(own()), weight=1.0)
    ours_as_read = Pool("ours, as read", *read_mentions.all_of(own()), weight=1.0)
    return [seen, blurred(seen, 1), as_read, ours, ours_as_read]


def blurred(pool: Pool, seed: int) -> Pool:
    """The same mentions as a reader would bring them: some without day, place, type or toll."""
    draw = random.Random(seed)  # noqa: S311 (nothing secret)
    mentions = []
    for mention in pool.mentions:
        mentions.append(
            replace(
                mention,
                when=mention.when if draw.random() < 0.75 else None,
                where=mention.where if draw.random() < 0.7 else None,
                claims=mention.claims if draw.random() < 0.6 else (),
                targets=mention.targets if draw.random() < 0.5 else (),
            )
        )
    return replace(pool, name=pool.name + ", blurred", mentions=mentions, weight=pool.weight / 2)


def pairs_of(pool: Pool) -> list[Pair]:
    """Every pair that blocking lets meet, and some that it does not."""
    shared = {key: report_gist(report) for key, report in pool.reports.items()}
    gists = [gist(m, pool.reports[m.report], shared[m.report]) for m in pool.mentions]
    blocks = Blocks()
    blocks.store(gists)
    met = [(row, int(o)) for row, others in blocks.pairs(gists, range(len(gists))) for o in others if o < row]
    draw = random.Random(len(gists))  # noqa: S311 (nothing secret)
    far = [(draw.randrange(len(gists)), draw.randrange(len(gists))) for _ in range(FAR_PAIRS)]
    chosen = sorted({*met, *((a, b) for a, b in far if gists[a].report.id != gists[b].report.id)})
    return [_pair(gists[a], gists[b], pool) for a, b in chosen]


def _pair(one: Gist, two: Gist, pool: Pool) -> Pair:
    left, right = sorted((one, two), key=lambda g: g.mention)
    levels = tuple(compared(left, right))
    return Pair(levels, pool.truth[one.mention] == pool.truth[two.mention], pool.weight)


def coded(pairs: Sequence[Pair], columns: Sequence[tuple[str, str]]) -> csr_matrix:
    """One row a pair: 1 for its level; for a level that has an order also 1 for every level below it."""
    index = {column: i for i, column in enumerate(columns)}
    at_rows, at_columns = [], []
    for row, pair in enumerate(pairs):
        for feature, level in zip(FEATURES, pair.levels, strict=True):
            order = ORDERS.get(feature.name, ())
            here = order[1 : order.index(level) + 1] if level in order else (level,)
            for name in here:
                if (feature.name, name) in index:
                    at_rows.append(row)
                    at_columns.append(index[feature.name, name])
    return csr_matrix((np.ones(len(at_rows)), (at_rows, at_columns)), shape=(len(pairs), len(columns)))


def fit(pairs: Sequence[Pair], penalty: float = PENALTY) -> tuple[float, dict[str, dict[str, float]]]:
    """The start and the levels' weights."""
    seen = {(f.name, level) for pair in pairs for f, level in zip(FEATURES, pair.levels, strict=True)}
    rising = {(name, level) for name, order in ORDERS.items() for level in order[1:]}
    columns = sorted(seen | rising)
    columns = [c for c in columns if c[1] not in ORDERS.get(c[0], ())[:1]]
    table = coded(pairs, columns)
    same = np.array([pair.same for pair in pairs], float)
    weight = np.array([pair.weight for pair in pairs])

    def loss(at: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = table @ at[:-1] + at[-1]
        off = weight * (1 / (1 + np.exp(-odds)) - same)
        value = float(weight @ (np.logaddexp(0, odds) - same * odds) + penalty / 2 * at[:-1] @ at[:-1])
        return value, np.append(table.T @ off + penalty * at[:-1], off.sum())

    limits = [(0.0, None) if column in rising else (None, CEILINGS.get(column)) for column in columns]
    found = minimize(loss, np.zeros(len(columns) + 1), jac=True, method="L-BFGS-B", bounds=[*limits, (None, None)]).x
    levels: dict[str, dict[str, float]] = {f.name: {} for f in FEATURES}
    for (name, level), value in zip(columns, found, strict=False):
        if (name, level) not in rising:
            levels[name][level] = round(float(value), 2)
    steps = dict(zip(columns, found, strict=False))
    for name, order in ORDERS.items():
        total = 0.0
        levels[name][order[0]] = 0.0
        for level in order[1:]:
            total += float(steps[name, level])
            levels[name][level] = round(total, 2)
    return round(float(found[-1]), 2), capped(levels)


# Set by hand, since the pool's days are read with errors that soften what they say: mentions whose days lie more than
# three days apart, and more than ten, count at most so much. Rather apart than together; see docs/decisions.
CEILINGS = {("day", "a week apart"): -1.2, ("day", "wide, a week apart"): -1.2, ("day", "far apart"): -2.0}


def capped(levels: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    """The levels with the ceilings that are set by hand."""
    for (name, level), most in CEILINGS.items():
        levels[name][level] = min(levels[name].get(level, 0.0), most)
    return levels


def folds(pool: Pool, days: Mapping[str, str]) -> list[tuple[Pool, Pool]]:
    """The pool cut into FOLDS stretches of time: each with the rest. days: of each incident."""
    ordered = sorted(set(pool.truth.values()), key=lambda incident: (days[incident], incident))
    cut = [set(ordered[n * len(ordered) // FOLDS : (n + 1) * len(ordered) // FOLDS]) for n in range(FOLDS)]
    return [(_part(pool, set(ordered) - own), _part(pool, own)) for own in cut]


def _part(pool: Pool, incidents: AbstractSet[str]) -> Pool:
    mentions = [mention for mention in pool.mentions if pool.truth[mention.id] in incidents]
    truth = {mention.id: pool.truth[mention.id] for mention in mentions}
    return replace(pool, mentions=mentions, reports={m.report: pool.reports[m.report] for m in mentions}, truth=truth)


def best_join(base: Sequence[Pair], apart: Sequence[tuple[Pool, Pool]]) -> float:
    """The threshold that gives the highest B-cubed and pairwise F1 on stretches of time that were not fitted on.

    A table fitted on the same pairs looks surer than it is. Groups run together count against it from 3% on: rather
    apart than together. What a threshold gives is taken with its two neighbours: one alone is a matter of luck, a
    dozen groups. base: pairs that are always fitted on.
    """
    tables = [(test, fit([*base, *pairs_of(rest)])) for rest, test in apart]
    linkers = [(test, linked(test, Weights(start, 0.0, FLOOR, FLOOR, levels))) for test, (start, levels) in tables]
    tried: list[tuple[float, float, dict[str, float]]] = []
    for join in np.arange(-1.75, 1.3, 0.25):
        found = []
        for pool, linker in linkers:
            linker.join_at(float(join))
            found.append(answered(pool, linker))
        mean = {name: sum(one[name] for one in found) / len(found) for name in found[0]}
        tried.append((mean["b3 F1"] + mean["pair F1"] - 4 * max(0, mean["over-merged"] - 0.03), float(join), mean))
    near = [(sum(one[0] for one in tried[n - 1 : n + 2]), *tried[n][1:]) for n in range(1, len(tried) - 1)]
    _, join, mean = max(near, key=lambda one: one[:2])
    print(f"{FOLDS} stretches of time, each apart   ", "  ".join(f"{k} {v:.3f}" for k, v in mean.items()), flush=True)
    return join


def linked(pool: Pool, weights: Weights) -> Linker:
    """The pool's mentions linked with these weights."""
    linker = Linker(weights)
    linker.add(pool.mentions, pool.reports)
    return linker


def answered(pool: Pool, linker: Linker) -> dict[str, float]:
    """The figures of a pool as it is linked now."""
    return figures(pool.truth, {m: named.id for named in linker.named() for m in named.mentions})


def show(pool: Pool, weights: Weights) -> None:
    """One line of figures."""
    print(
        f"{pool.name:28}",
        "  ".join(f"{k} {v:.3f}" for k, v in answered(pool, linked(pool, weights)).items()),
        flush=True,
    )


def main() -> None:
    """Fits, prints, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the table that is fitted on all years")
    arguments = parser.parse_args()
    pools = known()
    held = desk_pool(HELD_OUT, "desk, held out")
    held_as_read = Pool("desk, held out, as read", *read_mentions.all_of(gold(HELD_OUT)), weight=1.0)
    early, late = shootings(("2013", "2014")), shootings(("2015", "2016"))
    days = {row["incident"]: row["incident_date"] for row in rows(POOL)}
    base = [pair for pool in pools for pair in pairs_of(pool)]
    for name, pool in (("early", early), ("all", shootings(("2013", "2014", "2015", "2016")))):
        pairs = [*base, *pairs_of(pool)]
        join = best_join(base, folds(pool, days))
        start, levels = fit(pairs)
        weights = Weights(start, join, join - BAND, FLOOR, levels)
        print(f"fitted on {name}: {len(pairs)} pairs, {sum(p.same for p in pairs)} same; join at {weights.join}")
        for measured in (early, late, *pools[:3:2], held, blurred(held, 2), held_as_read):
            show(measured, weights)
    if arguments.write:
        written = {"start": weights.start, "join": weights.join, "unsure": weights.unsure, "floor": weights.floor}
        levels = {f.name: dict(sorted(weights.levels[f.name].items(), key=lambda i: -i[1])) for f in FEATURES}
        OUT.write_text(json.dumps({**written, "levels": levels}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
