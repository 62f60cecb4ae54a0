"""The weights that say whether a candidate for blame is a claim on one incident, fitted on seen and own reports.

    python training/fit_blame.py [--cross]

A candidate is right where it is paired, one to one, with a gold claim of its report: the same about and stance, actors
alike. --cross prints the figures of each file by weights fitted on the other files. Held-out files are never fitted
on. Deterministic: no random draw.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from blame import blamed, desk_score, figures, measure, paired
from desk import SEEN, gold, own, parsed
from logit import Decision, fit, write
from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.blame.gate import features
from rashomon.extract.decider import Decider
from rashomon.where import find_places
from rashomon.who import find_actors

PENALTY = 2.0  # L2 strength, chosen by leaving one file out
LEAST = 3  # candidates that a feature must stand in: a weight for a rare word is not knowledge


def files() -> dict[str, list[dict[str, Any]]]:
    """The annotated reports that may be fitted on, by file: the desk's seen ones, and the project's own in two."""
    invented = list(own())
    half = len(invented) // 2
    return {**{name: list(gold([name])) for name in SEEN}, "own a": invented[:half], "own b": invented[half:]}


def decisions(records: Iterable[dict[str, Any]]) -> list[Decision]:
    """One decision for each candidate of these reports: kept (the features) or left out (nothing)."""
    alike = desk_score().alike
    found = []
    for record in records:
        parse = parsed(record["report"]["text"], record["report"].get("title"))
        sight = sighted(parse, find_actors(parse, places=find_places(parse)))
        right = {j for _, j in paired(blamed(record), read_with(sight, None), alike)}
        for j in range(len(sight.candidates)):
            found.append(Decision([features(sight, j), {}], [j in right, j not in right]))
    return found


def cross() -> None:
    """Prints the figures of each file by weights fitted on the others, and of all together."""
    records = files()
    made = {name: decisions(held) for name, held in records.items()}
    counts: Counter[str] = Counter()
    for name, held in records.items():
        others = [one for other, group in made.items() if other != name for one in group]
        found = measure(held, misses=False, gate=Decider(fit(others, PENALTY, LEAST)))
        print(figures(name, "all", found))
        counts += found
    print(figures("together", "all", counts))


def main() -> None:
    """Fits on all files and writes the weights; with --cross only measures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cross", action="store_true", help="leave one file out and print the figures")
    if arguments.parse_args().cross:
        cross()
        return
    every = [one for held in files().values() for one in decisions(held)]
    write("blame", fit(every, PENALTY, LEAST), f"desk/dev: {', '.join(SEEN)}; training/reports")


if __name__ == "__main__":
    main()
