"""Fits every small decider of the reader and writes its weights into the package.

    python training/fit_reader.py           fits on our own reports and the seen files of the desk
    python training/fit_reader.py --all     fits on all files

The held-out files stay unseen unless --all is given: `bench/reading.py` prints both, so that the gap is known.
"""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import HELD_OUT, SEEN, gold, own
from fit_slots import fit_slots
from fit_splitter import fit_splitter
from gold import annotated
from logit import write
from rashomon.extract.decider import Decider


def main() -> None:
    """Fits and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="fit on the held-out files too")
    names = (*SEEN, *HELD_OUT) if parser.parse_args().all else SEEN
    examples = annotated([*gold(names), *own()])
    splitter = fit_splitter(examples)
    trained_on = "training/reports and the desk's files " + ", ".join(names)
    write("splitter", splitter, trained_on)
    for name, weights in fit_slots(examples, Decider(splitter)).items():
        write(name, weights, trained_on)
    print(f"fitted on {len(examples)} reports of {trained_on}")


if __name__ == "__main__":
    main()
