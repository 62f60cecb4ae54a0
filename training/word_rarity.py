"""Counts in how many texts each word stands, and writes the linker's table of rare and common words.

    python training/word_rarity.py

Reads the news texts under ../shared/data that are not measured on (attribution, geoparsing, event extraction sets).
Only words that stand in several texts are written, each with the class of its frequency: no text, no rare name.

News at large makes words rare that any report of violence holds: "gunshot", "arraigned", "caliber". Such words of the
trade are counted in the shootings of `gva-linking`, of the years 2013 and 2014 alone, since linking is measured on
others: words in small letters, so no names, in the reports of at least one incident in fifty.
"""

import gzip
import json
import lzma
import os
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log2
from pathlib import Path

from rashomon.link.words import words

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
OUT = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "link" / "tables" / "rarity.json"
FEWEST = 4  # texts; a word in fewer is as good as unknown
TRADE_YEARS, TRADE_SHARE = ("2013", "2014"), 0.02  # of incidents
_SMALL = re.compile(r"\b[a-z]\S*")


def members(archive: str, pattern: str) -> Iterator[str]:
    """The texts of the files in a tar archive whose names match."""
    with tarfile.open(SHARED / "data" / archive) as tar:
        for member in sorted(tar.getmembers(), key=lambda m: m.name):
            if member.isfile() and re.search(pattern, member.name) and (handle := tar.extractfile(member)):
                yield handle.read().decode("utf-8", "replace")


def texts() -> Iterator[str]:
    """Every background text."""
    yield from members("polnear/polnear-train-dev.tar.xz", r"/text/.*\.txt$")
    for corpus in members("geoparsing/lgl-geovirus.tar.xz", r"\.xml$"):
        yield from re.findall(r"<text>(.*?)</text>", corpus, re.DOTALL)
    for lines in members("muc4/muc4-train-dev.tar.xz", r"gtt/(?:train|dev)\.json$"):
        yield from (json.loads(line)["doctext"] for line in lines.splitlines() if line.strip())
    with lzma.open(SHARED / "data/wikievents/wikievents-dev.jsonl.xz", "rt", encoding="utf-8") as wiki:
        yield from (" ".join(json.loads(line)["tokens"]) for line in wiki)
    with lzma.open(SHARED / "data/wikievents/rams_dev.jsonlines.xz", "rt", encoding="utf-8") as rams:
        yield from (" ".join(word for sent in json.loads(line)["sentences"] for word in sent) for line in rams)


def trade() -> dict[str, int]:
    """The class of each word of the trade: n, where about one incident's reports in 2**n hold it."""
    held: dict[str, set[str]] = defaultdict(set)
    with gzip.open(SHARED / "data/gva-linking/reports-2013-2015.jsonl.gz", "rt", encoding="utf-8") as pool:
        for row in map(json.loads, pool):
            if row["incident_date"].startswith(TRADE_YEARS):
                held[row["incident"]].update(words(" ".join(_SMALL.findall(row["report"]["text"]))))
    counts = Counter(word for found in held.values() for word in found)
    return {w: int(log2(len(held) / count)) for w, count in counts.items() if count >= TRADE_SHARE * len(held)}


def main() -> None:
    """Counts and writes."""
    total, holding = 0, Counter[str]()
    for text in texts():
        total += 1
        holding.update(set(words(text)))
    classes: dict[int, list[str]] = {}
    known = {word: round(log2(total / count)) for word, count in holding.items() if count >= FEWEST}
    unlisted = round(log2(total / FEWEST)) + 1
    for word, n in trade().items():
        known[word] = min(n, known.get(word, unlisted))
    for word, n in sorted(known.items()):
        classes.setdefault(n, []).append(word)
    table = {
        "texts": total,
        "unlisted": unlisted,
        "one text in 2**n": {str(n): " ".join(classes[n]) for n in sorted(classes)},
    }
    OUT.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(total, "texts;", {n: len(found) for n, found in sorted(classes.items())}, OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
