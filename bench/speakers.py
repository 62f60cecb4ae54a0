"""Who said what, measured: `bench/speakers.py FOLDER` (PolNeAR's layout), `bench/speakers.py --desk`."""

import argparse
import importlib.util
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from desk import HELD_OUT, SEEN, SHARED, gold, parsed
from rashomon.extract.attribution import find_attributions, speakers_at
from rashomon.records import Span


def score_module() -> ModuleType:
    """The desk's own scorer, for its `same_speaker`."""
    spec = importlib.util.spec_from_file_location("desk_score", SHARED / "desk" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def desk_claims(names: tuple[str, ...]) -> Iterator[tuple[dict[str, Any], dict[str, Any], list[str]]]:
    """Every gold claim with its report and the speakers that the program gives its words."""
    for record in gold(names):
        report = record["report"]
        parse = parsed(report["text"], report.get("title"))
        attributions = find_attributions(parse)
        for mention in record["mentions"]:
            for claim in mention.get("claims", []):
                start = report["text"].find(claim["quote"])
                span = Span.of(report["text"], start, start + len(claim["quote"]))
                yield report, claim, [s.name for s in speakers_at(attributions, parse, span)]


def desk(names: tuple[str, ...], label: str, *, misses: bool) -> None:
    """Prints how often the speakers of the gold claims' words are the careful reader's."""
    same = score_module().same_speaker
    counts: Counter[str] = Counter()
    for report, claim, found in desk_claims(names):
        right = same(claim["by"], found)
        which = "own voice" if not claim["by"] else "speaker"
        counts[f"{which} total"] += 1
        counts[f"{which} right"] += right
        if not right:
            counts["given a speaker" if not claim["by"] else "left in own voice" if not found else "wrong speaker"] += 1
            if misses:
                print(report["id"], "|", claim["about"], claim["stance"], claim["by"], "|", found, "|", claim["quote"])
    total = counts["own voice total"] + counts["speaker total"]
    print(
        f"desk {label}: {(counts['own voice right'] + counts['speaker right']) / total:.3f} of {total} claims; "
        f"own voice {counts['own voice right']} of {counts['own voice total']}, "
        f"speaker {counts['speaker right']} of {counts['speaker total']}; "
        f"own voice given a speaker {counts['given a speaker']}, "
        f"speaker left in own voice {counts['left in own voice']}, wrong speaker {counts['wrong speaker']}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--desk", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list the misses on the desk's seen files")
    arguments = parser.parse_args()
    if arguments.desk:
        desk(SEEN, "seen", misses=arguments.misses)
        desk(HELD_OUT, "held out", misses=False)


if __name__ == "__main__":
    main()
