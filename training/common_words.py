"""Counts how often each word is written small, and writes the table by which text in one case is read.

    python training/common_words.py

Reads the news texts under ../shared/data that are written in both cases (attribution, geoparsing, event extraction
sets). Only words that stand small in a quarter of their texts or more (headlines have capitals throughout) are
written: no text, no name.
"""

import json
import re
from collections import Counter
from pathlib import Path

from word_rarity import texts

OUT = Path(__file__).resolve().parents[1] / "src" / "rashomon" / "extract" / "tables" / "small_words.json"
LONGEST = 18  # letters
_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?:\"'“‘(\n])\s*$")


def main() -> None:
    """Counts and writes."""
    small, great = Counter[str](), Counter[str]()
    for text in texts():
        if text.lower() == text:
            continue
        small.update({m.group() for m in _WORD.finditer(text) if m.group().islower()})
        inside = (m for m in _WORD.finditer(text) if m.group()[0].isupper())
        great.update({m.group().lower() for m in inside if not _OPENS.search(text[max(0, m.start() - 4) : m.start()])})
    words = sorted(w for w, n in small.items() if 3 * n > great[w] and 1 < len(w) < LONGEST and (n > 1 or w.isascii()))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps({"words": " ".join(words)}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(len(words), "words,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
