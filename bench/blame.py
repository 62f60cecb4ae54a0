"""How well perpetrator and occurrence claims are read, on the desk's reports: `python bench/blame.py [--misses]`.

Each gold claim on the perpetrator or the occurrence is paired with at most one of ours in the same report, and counts
where about, stance and actor are alike (the desk's own `alike`); incident and speaker are left aside. Four groups are
told apart: the desk's reports that rules were tuned on, the project's own, the desk's held out, and the project's kept
apart. The misses of the last two are never printed.
"""

import argparse
import importlib.util
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from desk import HELD_OUT, OWN, SEEN, SHARED, gold, own, parsed
from rashomon.extract.blame import Blame
from rashomon.extract.blame.find import read_with, sighted
from rashomon.extract.decider import Decider, decider
from rashomon.where import find_places
from rashomon.who import find_actors


def desk_score() -> Any:  # the desk's script is no module of ours
    """The desk's `score.py` as a module."""
    spec = importlib.util.spec_from_file_location("desk_score", SHARED / "desk" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blamed(record: dict[str, Any]) -> list[dict[str, Any]]:
    """The gold claims on perpetrator and occurrence of one report."""
    return [c for m in record["mentions"] for c in m["claims"] if c["about"] in ("perpetrator", "occurrence")]


def read(record: dict[str, Any], gate: Decider | None) -> tuple[Blame, ...]:
    """Our reading of one report."""
    parse = parsed(record["report"]["text"], record["report"].get("title"))
    return read_with(sighted(parse, find_actors(parse, places=find_places(parse))), gate)


def paired(
    golds: list[dict[str, Any]], ours: Iterable[Blame], alike: Callable[[str, str], bool]
) -> list[tuple[int, int]]:
    """Pairs of indices, one to one: same about and stance, actors alike; shared words first."""
    ranked = []
    for i, one in enumerate(golds):
        for j, two in enumerate(ours):
            if (one["about"], one["stance"]) != (two.about, two.stance):
                continue
            if one["about"] == "perpetrator" and not alike(one["actor"], two.actor or ""):
                continue
            near = one["quote"] in two.span.quote or two.span.quote in one["quote"]
            shared = len(set(one["quote"].split()) & set(two.span.quote.split())) / max(
                1, len(set(one["quote"].split()))
            )
            ranked.append((-(2 * near + shared), i, j))
    found: list[tuple[int, int]] = []
    for _, i, j in sorted(ranked):
        if all(i != a and j != b for a, b in found):
            found.append((i, j))
    return found


def measure(records: Iterable[dict[str, Any]], *, misses: bool, gate: Decider | None) -> Counter[str]:
    """Counts over these reports: "gold", "ours" and "right", also for each stance. gate: None keeps every candidate."""
    alike = desk_score().alike
    counts: Counter[str] = Counter()
    for record in records:
        golds, ours = blamed(record), read(record, gate)
        pairs = paired(golds, ours, alike)
        for group, claims in (
            ("gold", [(c["about"], c["stance"]) for c in golds]),
            ("ours", [(b.about, b.stance) for b in ours]),
        ):
            for about, stance in claims:
                counts[f"all {group}"] += 1
                counts[f"{about} {stance} {group}"] += 1
        for i, _ in pairs:
            counts["all right"] += 1
            counts[f"{golds[i]['about']} {golds[i]['stance']} right"] += 1
        if misses:
            print_misses(record["report"]["id"], golds, ours, pairs)
    return counts


def print_misses(name: str, golds: list[dict[str, Any]], ours: tuple[Blame, ...], pairs: list[tuple[int, int]]) -> None:
    """What was missed and what was wrong, a line each."""
    for i, one in enumerate(golds):
        if all(i != a for a, _ in pairs):
            print("-", name, one["about"], one["stance"], one.get("actor"), one["by"], one["quote"], sep=" | ")
    for j, two in enumerate(ours):
        if all(j != b for _, b in pairs):
            print("+", name, two.about, two.stance, two.actor, f"{two.rule} {two.score:.2f}", two.span.quote, sep=" | ")


def figures(label: str, row: str, counts: Counter[str]) -> str:
    """One line of precision, recall and F1 with the counts behind them."""
    right, ours, golds = (counts[f"{row} {group}"] for group in ("right", "ours", "gold"))
    precision, recall = right / ours if ours else 0.0, right / golds if golds else 0.0
    f1 = 2 * right / (ours + golds) if ours + golds else 0.0
    return (
        f"{label:20}  {row:22}  F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {right} of {golds} gold, {ours} given"
    )


def main() -> None:
    """Prints precision, recall and F1 for each group of reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the differences, not of those held out")
    parser.add_argument("--all", action="store_true", help="without the gate: every candidate")
    arguments = parser.parse_args()
    gate = None if arguments.all else decider("blame")
    groups = (
        ("seen", gold(SEEN), True),
        ("own", own(), True),
        ("held out", gold(HELD_OUT), False),
        ("kept apart", own(OWN / "check"), False),
    )
    for label, records, open_ in groups:
        counts = measure(records, misses=arguments.misses and open_, gate=gate)
        for row in ["all", *sorted({key.rsplit(" ", 1)[0] for key in counts} - {"all"})]:
            print(figures(label, row, counts))


if __name__ == "__main__":
    main()
