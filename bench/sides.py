"""How many of UCDP's names for the sides of its events the actor list knows, under any of its own names.

    python bench/sides.py FILE...              UCDP's georeferenced events, gzipped CSV files
    python bench/sides.py FILE... --misses     the names that the list does not know, with their events

"Government of X" is known where X is; "Civilians" is no actor and left out. A name of several allies, parted by commas,
is known where each is. By name, each counts once; by event, as often as it stands there.
"""

import argparse
import csv
import gzip
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from rashomon.who import canonical

GOVERNMENT = "Government of "
CIVILIANS = "Civilians"


def sides(path: Path) -> Counter[str]:
    """How often each side stands in a file of UCDP's events."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return Counter(event[side] for event in csv.DictReader(lines) for side in ("side_a", "side_b"))


def known(name: str) -> bool:
    """True where the list has an actor of this name, or of each name in it."""
    parts = [name] if canonical(name) else name.split(", ")
    return all(canonical(part.removeprefix(GOVERNMENT)) for part in parts)


def shares(found: Mapping[str, int]) -> str:
    """The two shares in words."""
    names = [name for name in found if name != CIVILIANS]
    held = [name for name in names if known(name)]
    events, of_them = sum(found[name] for name in names), sum(found[name] for name in held)
    return (
        f"by name {len(held) / len(names):.3f} ({len(held)} of {len(names)}), "
        f"by event {of_them / events:.3f} ({of_them} of {events})"
    )


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    for path in options.files:
        found = sides(path)
        groups = {name: events for name, events in found.items() if not name.startswith(GOVERNMENT)}
        print(f"{path.name}: all sides {shares(found)}; without governments {shares(groups)}")
        if options.misses:
            for name, events in sorted(found.items()):
                if name != CIVILIANS and not known(name):
                    print(f"  {events} {name}")


if __name__ == "__main__":
    main()
