"""How well reports are read: the product's own code over annotated reports, scored by the desk's `score.py`.

    python bench/reading.py GOLD.jsonl...            one table over all files
    python bench/reading.py --dev                    ../shared/desk/dev: all, the five real ones, seen, held out, naive
    python bench/reading.py GOLD.jsonl... --misses   every difference (not for files that are only to be measured)

`score.py` is taken from the desk's folder (RASHOMON_SHARED, else ../shared).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import HELD_OUT, SEEN, gold, parsed, report_of, scorer
from naive import read_naively
from rashomon.export.desk import desk_object
from rashomon.link import link
from rashomon.pipeline import read_parsed

Record = dict[str, Any]
FIGURES = (
    ("claims", "CLAIMS (incident, value and speaker right)", "f1"),
    ("claims, any incident", "claims, whichever incident (value and speaker right)", "f1"),
    ("incident mentions", "incident mentions", "f1"),
    ("date", "date of paired mentions", "accuracy"),
    ("place", "place of paired mentions", "accuracy"),
    ("type", "sub_event_type of paired mentions", "accuracy"),
    ("means", "means of paired mentions", "accuracy"),
    ("series", "series counts", "f1"),
    ("linking", "linking across reports (B-cubed)", "f1"),
)


def read_all(records: Iterable[Record], *, linked: bool = True) -> list[Record]:
    """The desk's format as our program fills it, incidents joined across these reports."""
    reports = [report_of(record) for record in records]
    readings = [read_parsed(report, parsed(report.text, report.title)) for report in reports]
    mentions = [mention for reading in readings for mention in reading.mentions]
    incident_of = {m.id: m.id for m in mentions}
    if linked:
        for incident in link(mentions, {report.id: report for report in reports}):
            incident_of |= dict.fromkeys(incident.mentions, incident.id)
    return [desk_object(r, reading, incident_of) for r, reading in zip(reports, readings, strict=True)]


def figures(records: Iterable[Record], answers: Iterable[Record]) -> tuple[Mapping[str, float], list[tuple[Any, ...]]]:
    """Our figures by short name, and every difference."""
    gold_by_id = {record["report"]["id"]: record for record in records}
    answer_by_id = {answer["report"]["id"]: answer for answer in answers if answer["report"]["id"] in gold_by_id}
    found, misses = scorer().compare(gold_by_id, answer_by_id)
    return {short: found[name][key] for short, name, key in FIGURES if name in found}, misses


def dev_table() -> dict[str, Mapping[str, float]]:
    """The figures over `desk/dev`: all, the five real reports, seen, held out, and the naive reader's over all."""
    records = list(gold())
    answers = read_all(records)
    groups: dict[str, list[str]] = {
        "all": [*SEEN, *HELD_OUT],
        "real five": ["seeds"],
        "seen": list(SEEN),
        "held out": list(HELD_OUT),
    }
    table = {name: figures(list(gold(files)), answers)[0] for name, files in groups.items()}
    table["naive"] = figures(records, [read_naively(record) for record in records])[0]
    return table


def show(table: Mapping[str, Mapping[str, float]]) -> None:
    """One row a figure, one column a group."""
    print(f"{'':22}" + "".join(f"{name:>11}" for name in table))
    for short, _, _ in FIGURES:
        cells = (f"{row[short]:11.3f}" if short in row else f"{'-':>11}" for row in table.values())
        print(f"{short:22}" + "".join(cells))


def main() -> None:
    """Prints what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.dev:
        table = dev_table()
    elif arguments.gold:
        records = [json.loads(line) for path in arguments.gold for line in path.open(encoding="utf-8") if line.strip()]
        found, misses = figures(records, read_all(records))
        if arguments.misses:
            for miss in misses:
                print(*miss, sep=" | ")
        table = {"rashomon": found, "naive": figures(records, [read_naively(r) for r in records])[0]}
    else:
        parser.error("name files of annotated reports, or --dev")
    if arguments.json:
        print(json.dumps(table, indent=1))
    else:
        show(table)


if __name__ == "__main__":
    main()
