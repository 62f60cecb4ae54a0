"""The weights that say whether a toll is a claim on one incident, fitted on the desk and on the project's own reports.

    python training/fit_tolls.py [--cross]

A candidate is right where its report's claims have its value (about, stance, low, high). --cross prints the figures of
each seen file, and of the own reports, by weights fitted on the others. Held-out files are never fitted on.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import SEEN, gold, own, parsed
from logit import Decision, fit, write
from rashomon.extract.decider import Decider, deciders
from rashomon.extract.tolls import Kind
from rashomon.extract.tolls.find import drafted_tolls, stands
from rashomon.extract.tolls.gate import claim_features
from rashomon.extract.tolls.sight import Sight
from tolls import gold_values, measure, value

PENALTY = 4.0  # L2 strength, chosen by leaving one file out


def groups() -> dict[str, list[dict[str, Any]]]:
    """The gold records to fit on, by the group that is left out together: each seen file, and the own reports."""
    return {**{name: list(gold([name])) for name in SEEN}, "own": list(own())}


def fit_tolls(records: Iterable[dict[str, Any]]) -> dict[str, float]:
    """The weights of `weights/tolls.json`, from these gold records."""
    decisions: list[Decision] = []
    for record in records:
        report = record["report"]
        parse = parsed(report["text"], report["title"])
        sight = Sight.of(parse, drafted_tolls(parse))
        wanted = {v for v, _ in gold_values(record)}
        for i, toll in enumerate(sight.tolls):
            if stands(toll) and toll.kind is not Kind.NONE:
                right = value(toll) in wanted
                decisions.append(Decision([claim_features(sight, i), {}], [right, not right]))
    return fit(decisions, PENALTY, least=3)


def cross() -> None:
    """Prints the figures of each group by weights fitted on the others."""
    together = groups()
    for name, records in together.items():
        weights = fit_tolls(r for other, rs in together.items() if other != name for r in rs)
        with deciders({"tolls": Decider(weights)}):
            measure(name, records, misses=False)


def main() -> None:
    """Fits on all seen files and own reports and writes the weights; with --cross only measures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cross", action="store_true", help="leave one group out and print the figures")
    if arguments.parse_args().cross:
        cross()
        return
    weights = fit_tolls(r for rs in groups().values() for r in rs)
    write("tolls", weights, f"desk/dev: {', '.join(SEEN)}; training/reports")


if __name__ == "__main__":
    main()
