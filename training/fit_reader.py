"""Fits every small decider of the reader and writes its weights into the package.

    python training/fit_reader.py           fits on our own reports and all files of the desk, writes the weights
    python training/fit_reader.py --seen    leaves the held-out files away
    python training/fit_reader.py --cross   each file is read by deciders fitted on the others: writes no weights, but
                                            the figures that the method page tells

The figures of --cross are those of unseen reports, as far as the deciders go: the rules were written on the seen files.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import HELD_OUT, SEEN, UNSEEN, gold, own, scorer
from fit_slots import fit_slots
from fit_splitter import fit_splitter
from gate import TOLD
from gold import DESK_WEIGHT, Annotated, annotated
from logit import write
from rashomon.export.desk import desk_object
from rashomon.extract import find_series, mentions_of
from rashomon.extract.decider import Decider, deciders
from rashomon.records import Reading
from reading import FIGURES


def fitted(examples: Sequence[Annotated]) -> dict[str, dict[str, float]]:
    """The weights of every decider, by name."""
    splitter = fit_splitter(examples)
    return {"splitter": splitter, **fit_slots(examples, Decider(splitter))}


def cross() -> None:
    """Prints the desk's figures with each file read by deciders fitted on the others, and those of our unseen reports.

    Seen, held out and unseen reports have figures of their own.
    """
    desk = {name: annotated(gold([name]), DESK_WEIGHT) for name in (*SEEN, *HELD_OUT)}
    ours = annotated(own())
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    files = {**desk, "unseen": annotated(own(UNSEEN))}
    for title, names in (("seen", SEEN), ("held out", HELD_OUT), ("our own, never fitted on", ("unseen",))):
        records: dict[str, Any] = {}
        answers: dict[str, Any] = {}
        for name in names:
            others = [*ours, *(e for other, group in desk.items() if other != name for e in group)]
            with deciders({key: Decider(weights) for key, weights in fitted(others).items()}):
                for example in files[name]:
                    found = example.findings
                    series = find_series(found.report.id, found.parse, found.events, found.times, found.attributions)
                    reading = Reading(found.report.id, found.report.digest, "", mentions_of(found), series)
                    records[found.report.id] = example.record
                    answers[found.report.id] = desk_object(found.report, reading, {})
        figures, _ = scorer().compare(records, answers)
        print(f"\n{title}, each file left out of the fit")
        for name, row in figures.items():
            value = row.get("f1", row.get("accuracy"))
            if not name.startswith("linking"):  # the incidents are not joined here
                print(f"  {name:56} {value:.3f}")
        told["left out"][title] = {
            short: round(figures[name][kind], 3) for short, name, kind in FIGURES if not name.startswith("linking")
        }
    TOLD.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fits and writes, or measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", action="store_true", help="leave the held-out files away")
    parser.add_argument("--cross", action="store_true", help="measure with each file left out")
    arguments = parser.parse_args()
    if arguments.cross:
        cross()
        return
    names = SEEN if arguments.seen else (*SEEN, *HELD_OUT)
    examples = [*annotated(gold(names), DESK_WEIGHT), *annotated(own())]
    trained_on = "training/reports and the desk's files " + ", ".join(names)
    for name, weights in fitted(examples).items():
        write(name, weights, trained_on)
    print(f"fitted on {len(examples)} reports of {trained_on}")


if __name__ == "__main__":
    main()
