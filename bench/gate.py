"""The accuracy gate: our figures on the desk's reports against the floors in `floors.toml`.

    python bench/gate.py            measures and compares
    python bench/gate.py --write    measures, and writes the figures for the method page

Exit status 0: all at or above their floors, or the desk's folder is absent (said plainly). 1: one is below, or the
method page tells other figures than were measured.
A floor is lowered only by hand, with its reason beside it. The corpus digest says which reports the floors hold for.
"""

import json
import sys
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import HELD_OUT, SEEN, SHARED

FLOORS = Path(__file__).resolve().parent / "floors.toml"
TOLD = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "views" / "figures.json"


def corpus_digest() -> str:
    """SHA-256 over the desk's development files, in the order of their names."""
    hashed = sha256()
    for name in sorted((*SEEN, *HELD_OUT)):
        hashed.update((SHARED / "desk" / "dev" / f"{name}.jsonl").read_bytes())
    return hashed.hexdigest()


def main() -> int:
    """Measures, prints the table and what is below its floor."""
    if not (SHARED / "desk" / "score.py").exists():
        print(
            f"accuracy gate: not run, the desk's reports are absent (looked in {SHARED / 'desk'}; see CONTRIBUTING.md)"
        )
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    digest = corpus_digest()
    if digest != floors["corpus_sha256"]:
        print(f"accuracy gate: the desk's reports changed (digest {digest}): measure anew and set the floors by hand")
        return 1
    from reading import dev_table, show

    table = dev_table()
    show(table)
    below = [
        f"{group}: {figure} is {table[group].get(figure, 0.0):.3f}, its floor is {floor:.3f}"
        for group, rows in floors["floors"].items()
        for figure, floor in rows.items()
        if table[group].get(figure, 0.0) < floor - floors["tolerance"]
    ]
    below += _told_otherwise(table, floors["tolerance"], write="--write" in sys.argv[1:])
    print("\n".join(below) if below else "accuracy gate: every figure is at or above its floor")
    return int(bool(below))


def _told_otherwise(table: Mapping[str, Mapping[str, float]], tolerance: float, *, write: bool) -> list[str]:
    """Where the method page tells other figures than these; written there first where that is wanted."""
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    if write:
        told["measured"] = {group: {name: round(f, 3) for name, f in rows.items()} for group, rows in table.items()}
        TOLD.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    differing = [
        f"{group}: {figure}"
        for group, rows in table.items()
        for figure, value in rows.items()
        if abs(told["measured"].get(group, {}).get(figure, -1) - value) > tolerance + 0.0005
    ]
    return [f"the method page tells other figures ({'; '.join(differing)}): gate.py --write"] if differing else []


if __name__ == "__main__":
    sys.exit(main())
