"""The accuracy gate: our figures on the desk's reports against the floors in `floors.toml`.

Exit status 0: all at or above their floors, or the desk's folder is absent (said plainly). 1: one is below.
A floor is lowered only by hand, with its reason beside it. The corpus digest says which reports the floors hold for.
"""

import sys
import tomllib
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import HELD_OUT, SEEN, SHARED

FLOORS = Path(__file__).resolve().parent / "floors.toml"


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
    print("\n".join(below) if below else "accuracy gate: every figure is at or above its floor")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
