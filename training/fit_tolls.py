"""The weights that say whether a toll is a claim on one incident, fitted on the desk.

    python training/fit_tolls.py [--cross]

A candidate is right where its report's claims have its value (about, stance, low, high). --cross prints the figures of
each seen file by weights fitted on the other seen files. Held-out files are never fitted on.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import SEEN, gold, parsed
from logit import Decision, fit, write
from rashomon.extract.decider import Decider, deciders
from rashomon.extract.tolls import Kind
from rashomon.extract.tolls.find import drafted_tolls, stands
from rashomon.extract.tolls.gate import claim_features
from rashomon.extract.tolls.sight import Sight
from tolls import gold_values, measure, value

PENALTY = 2.0  # L2 strength, chosen by leaving one file out


def fit_tolls(files: Iterable[str]) -> dict[str, float]:
    """The weights of `weights/tolls.json`, from these files of the desk."""
    decisions: list[Decision] = []
    for record in gold(files):
        report = record["report"]
        parse = parsed(report["text"], report["title"])
        sight = Sight.of(parse, drafted_tolls(parse))
        wanted = {v for v, _ in gold_values(record)}
        for i, toll in enumerate(sight.tolls):
            if stands(toll) and toll.kind is not Kind.NONE:
                right = value(toll) in wanted
                decisions.append(Decision([claim_features(sight, i), {}], [right, not right]))
    return fit(decisions, PENALTY, least=3)


def cross(files: Sequence[str]) -> None:
    """Prints the figures of each file by weights fitted on the others."""
    for name in files:
        weights = fit_tolls(f for f in files if f != name)
        with deciders({"tolls": Decider(weights)}):
            measure(name, [name], misses=False)


def main() -> None:
    """Fits on all seen files and writes the weights; with --cross only measures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cross", action="store_true", help="leave one file out and print the figures")
    if arguments.parse_args().cross:
        cross(SEEN)
        return
    write("tolls", fit_tolls(SEEN), f"desk/dev: {', '.join(SEEN)}")


if __name__ == "__main__":
    main()
