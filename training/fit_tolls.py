"""The weights that say whether a toll is a claim on one incident, and whether it is a part, fitted on the desk.

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
from rashomon.extract.tolls.gate import claim_features, part_features
from rashomon.extract.tolls.sight import Sight
from tolls import gold_values, measure, value

PENALTY = {"tolls": 2.0, "toll_parts": 2.0}  # L2 strengths, chosen by leaving one file out


def fit_tolls(files: Iterable[str]) -> dict[str, dict[str, float]]:
    """The weights of `weights/tolls.json` and `toll_parts.json`, from these files of the desk."""
    claims: list[Decision] = []
    parts: list[Decision] = []
    for record in gold(files):
        report = record["report"]
        parse = parsed(report["text"], report["title"])
        sight = Sight.of(parse, drafted_tolls(parse))
        wanted = gold_values(record)
        for i, toll in enumerate(sight.tolls):
            if not stands(toll) or toll.kind is Kind.NONE:
                continue
            flags = {p for v, p in wanted if v == value(toll)}
            claims.append(_decision(claim_features(sight, i), bool(flags)))
            if len(flags) == 1:
                parts.append(_decision(part_features(sight, i), flags == {True}))
    return {"tolls": fit(claims, PENALTY["tolls"], least=3), "toll_parts": fit(parts, PENALTY["toll_parts"], least=3)}


def _decision(features: dict[str, float], right: bool) -> Decision:
    return Decision([features, {}], [right, not right])


def cross(files: Sequence[str]) -> None:
    """Prints the figures of each file by weights fitted on the others."""
    for name in files:
        weights = fit_tolls(f for f in files if f != name)
        with deciders({which: Decider(w) for which, w in weights.items()}):
            measure(name, [name], misses=False)


def main() -> None:
    """Fits on all seen files and writes the weights; with --cross only measures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cross", action="store_true", help="leave one file out and print the figures")
    if arguments.parse_args().cross:
        cross(SEEN)
        return
    for name, weights in fit_tolls(SEEN).items():
        write(name, weights, f"desk/dev: {', '.join(SEEN)}")


if __name__ == "__main__":
    main()
