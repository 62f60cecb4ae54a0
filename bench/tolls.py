"""How well tolls are read: precision, recall and F1 of (about, stance, low, high) a report against the desk's claims.

    python bench/tolls.py [--misses]

"values" counts a value once a report and side, "claims" as often as it is claimed. A value is right where the gold has
it in the same report. "own" are the project's own annotated reports, on other conflicts and in other styles, "check"
those that nothing is fitted on. Held-out files and the check are measured and never listed.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from typing import Any

from desk import HELD_OUT, SEEN, UNSEEN, gold, own, parsed
from rashomon.extract.tolls import Toll, find_tolls

Value = tuple[str, str, int | None, int | None]


def gold_values(record: dict[str, Any]) -> list[tuple[Value, bool]]:
    """The values of a report's claims on killed and wounded, each with whether it is a part."""
    claims = [c for m in record["mentions"] for c in m.get("claims", []) if c["about"] in ("killed", "wounded")]
    return [((c["about"], c["stance"], c.get("low"), c.get("high")), bool(c.get("part"))) for c in claims]


def value(toll: Toll) -> Value:
    """The value of a toll, as the desk writes it."""
    return str(toll.about), str(toll.stance), toll.low, toll.high


def figures(right: int, gold_count: int, given: int) -> str:
    """Precision, recall and F1 with the counts behind them."""
    precision, recall = right / given if given else 0.0, right / gold_count if gold_count else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  {right} of {gold_count} gold, {given} given"


def measure(name: str, records: Iterable[dict[str, Any]], *, misses: bool) -> None:
    """Prints the figures of these gold records."""
    distinct, often, part = [0, 0, 0], [0, 0, 0], [0, 0]
    for record in records:
        report = record["report"]
        parse = parsed(report["text"], report["title"])
        tolls = find_tolls(parse)
        wanted, given = gold_values(record), [(value(t), t.part) for t in tolls]
        _add(distinct, Counter({v for v, _ in wanted}), Counter({v for v, _ in given}))
        _add(often, Counter(v for v, _ in wanted), Counter(v for v, _ in given))
        _parts(part, wanted, given)
        if misses:
            _list(report, wanted, tolls)
    print(f"{name:10} values {figures(*distinct)}")
    print(f"{name:10} claims {figures(*often)}")
    print(f"{name:10} part   accuracy {part[0] / part[1] if part[1] else 0:.3f}  {part[0]} of {part[1]}")


def _add(tally: list[int], wanted: Counter[Value], given: Counter[Value]) -> None:
    tally[0] += sum((wanted & given).values())
    tally[1] += wanted.total()
    tally[2] += given.total()


def _parts(tally: list[int], wanted: list[tuple[Value, bool]], given: list[tuple[Value, bool]]) -> None:
    """Of the values that are right, those whose part flag the gold has for that value too."""
    for v in sorted({v for v, _ in wanted} & {v for v, _ in given}, key=str):
        tally[0] += bool({p for w, p in wanted if w == v} & {p for g, p in given if g == v})
        tally[1] += 1


def _list(report: dict[str, Any], wanted: list[tuple[Value, bool]], tolls: Iterable[Toll]) -> None:
    tolls = list(tolls)
    have = {value(t) for t in tolls}
    for v in sorted({v for v, _ in wanted} - have, key=str):
        print(report["id"], "MISSED", v)
    gold_side = {v for v, _ in wanted}
    for t in tolls:
        if value(t) not in gold_side:
            print(report["id"], "EXTRA ", value(t), "part" if t.part else "", f"[{t.pattern}]", repr(t.span.quote))


def main() -> None:
    """Seen files and own reports, with their misses where asked for, then the held-out ones."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument(
        "--misses",
        action="store_true",
        help="list what is missed and what is extra, of seen files and own reports only",
    )
    asked = arguments.parse_args()
    measure("seen", gold(SEEN), misses=asked.misses)
    measure("own", own(), misses=asked.misses)
    measure("check", own(UNSEEN), misses=False)
    for name in HELD_OUT:
        measure(name[:10], gold([name]), misses=False)
    measure("held out", gold(HELD_OUT), misses=False)


if __name__ == "__main__":
    main()
