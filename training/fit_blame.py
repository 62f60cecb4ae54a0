"""The weights that say whether a candidate for blame is a claim on one incident, fitted on the desk's seen reports.

    python training/fit_blame.py [--cross]

A candidate is right where it is paired, one to one, with a gold claim of its report: the same about and stance, actors
alike. The invented reports in `training/reports` are fitted on too. --cross prints the figures of each seen file by
weights fitted on the other seen files. Held-out files are never fitted on. Deterministic: no random draw.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from blame import blamed, desk_score, figures, measure, paired
from desk import SEEN, gold, parsed
from logit import Decision, fit, write
from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.blame.gate import features
from rashomon.extract.decider import Decider
from rashomon.who import find_actors

PENALTY = 8.0  # L2 strength, chosen by leaving one file out
LEAST = 3  # candidates that a feature must stand in: a weight for a rare word is not knowledge


INVENTED = Path(__file__).resolve().parent / "reports"


def invented() -> Iterator[dict[str, Any]]:
    """The reports written for this project (`training/reports`), in the desk's format."""
    for path in sorted(INVENTED.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def fit_blame(files: Iterable[str]) -> dict[str, float]:
    """The weights of `weights/blame.json` from these files of the desk and the invented reports."""
    alike = desk_score().alike
    decisions = []
    for record in (*gold(files), *invented()):
        parse = parsed(record["report"]["text"], record["report"].get("title"))
        sight = sighted(parse, find_actors(parse))
        right = {j for _, j in paired(blamed(record), read_with(sight, None), alike)}
        for j in range(len(sight.candidates)):
            decisions.append(Decision([features(sight, j), {}], [j in right, j not in right]))
    return fit(decisions, PENALTY, LEAST)


def cross(files: Sequence[str]) -> None:
    """Prints the figures of each file by weights fitted on the others, and of all together."""
    counts = None
    for name in files:
        found = measure([name], misses=False, gate=Decider(fit_blame(f for f in files if f != name)))
        print(figures(name, "all", found))
        counts = found if counts is None else counts + found
    if counts is not None:
        print(figures("together", "all", counts))


def main() -> None:
    """Fits on all seen files and writes the weights; with --cross only measures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--cross", action="store_true", help="leave one file out and print the figures")
    if arguments.parse_args().cross:
        cross(SEEN)
    else:
        write("blame", fit_blame(SEEN), f"desk/dev: {', '.join(SEEN)}; training/reports")


if __name__ == "__main__":
    main()
