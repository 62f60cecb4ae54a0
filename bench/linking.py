"""How well reports of one incident are joined.

    python bench/linking.py REPORTS.jsonl.gz [--groups OUT.jsonl]  a pool, one incident a report
    python bench/linking.py --desk  the desk's gold mentions

The pool's reports are read by `rashomon.pipeline.read`, as any report is; readings are kept in `.cache/linking/`. Each
report's main mention stands for it. B-cubed and pairwise figures are those of `score.py` beside the pool.
"""

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pool_mentions
from desk import HELD_OUT, SEEN, gold
from gold_mentions import all_of, report_of
from rashomon.link import link, unsure
from rashomon.records import Mention, Report


def figures(truth: Mapping[str, str], answer: Mapping[str, str]) -> dict[str, float]:
    """B-cubed and pairwise precision, recall, F1, and the shares of groups run together and incidents torn apart."""
    both = Counter((truth[key], answer[key]) for key in truth)
    gold_sizes, sizes = Counter(truth.values()), Counter(answer[key] for key in truth)
    precision = sum(n * n / sizes[a] for (_, a), n in both.items()) / len(truth)
    recall = sum(n * n / gold_sizes[g] for (g, _), n in both.items()) / len(truth)
    pairs = sum(n * (n - 1) for n in both.values())
    made, wanted = (sum(n * (n - 1) for n in counts.values()) for counts in (sizes, gold_sizes))
    mixed, torn = defaultdict(set), defaultdict(set)
    for g, a in both:
        mixed[a].add(g)
        torn[g].add(a)
    return {
        "b3 P": precision,
        "b3 R": recall,
        "b3 F1": 2 * precision * recall / (precision + recall),
        "pair P": pairs / max(1, made),
        "pair R": pairs / max(1, wanted),
        "pair F1": 2 * pairs / max(1, made + wanted),
        "over-merged": sum(len(found) > 1 for found in mixed.values()) / len(mixed),
        "under-merged": sum(len(found) > 1 for found in torn.values()) / len(torn),
    }


def line(name: str, truth: Mapping[str, str], mentions: Sequence[Mention], reports: Mapping[str, Report]) -> str:
    """Links these mentions and gives their figures on one line."""
    incidents = link(mentions, reports)
    answer = {mention: incident.id for incident in incidents for mention in incident.mentions}
    found = figures(truth, answer)
    told = "  ".join(f"{label} {value:.3f}" for label, value in found.items())
    return f"{name:22} {len(truth):5} mentions {len(incidents):5} incidents {len(unsure(incidents)):4} unsure  {told}"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a pool, in order."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as handle:
        yield from (json.loads(row) for row in handle if row.strip())


def pool(path: Path, groups: Path | None) -> None:
    """Prints the figures of a pool, whole and by its incidents' years."""
    read = list(rows(path))
    reports = {row["report"]["id"]: report_of(row["report"]) for row in read}
    main = {report.id: pool_mentions.main_mention(report) for report in reports.values()}
    print("read by", pool_mentions.reader_version())
    for name in ("all", *sorted({row["incident_date"][:4] for row in read})):
        chosen = [row for row in read if name in ("all", row["incident_date"][:4])]
        mentions = [main[row["report"]["id"]] for row in chosen]
        truth = {mention.id: row["incident"] for mention, row in zip(mentions, chosen, strict=True)}
        print(line(name, truth, mentions, reports))
    if groups:
        home = {m: i.id for i in link(list(main.values()), reports) for m in i.mentions}
        answer = [json.dumps({"report": key, "incident": home[mention.id]}) for key, mention in main.items()]
        groups.write_text("\n".join(answer) + "\n", encoding="utf-8")


def desk() -> None:
    """Prints the figures of the desk's gold mentions, seen and held-out apart."""
    for name, files in (("desk, seen", SEEN), ("desk, held out", HELD_OUT), *((f"  {f}", (f,)) for f in SEEN)):
        mentions, reports, truth = all_of(gold(files))
        print(line(name, truth, mentions, reports))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="?", type=Path, help="a pool: REPORTS.jsonl.gz")
    parser.add_argument("--groups", type=Path, help="write the answer for score.py here")
    parser.add_argument("--desk", action="store_true", help="measure on the desk's gold mentions")
    arguments = parser.parse_args()
    if not arguments.reports and not arguments.desk:
        parser.error("name a pool, or use --desk")
    if arguments.reports:
        pool(arguments.reports, arguments.groups)
    if arguments.desk:
        desk()
