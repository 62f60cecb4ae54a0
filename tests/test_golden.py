"""The golden ledger of the examples: a change of what is read shows as a difference that somebody has to sign.

.venv/bin/python -m tests.test_golden        writes tests/golden/examples.json anew; look at the difference
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import rashomon
from rashomon.export.desk import desk
from rashomon.ingest import Ingested, ingest
from rashomon.ledger import Ledger

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "examples.json"


def examples_as_read(location: str) -> list[dict[str, Any]]:
    """The desk's format for each report in examples/, without the texts; location: of a new ledger."""
    reports = [o.report for o in ingest([ROOT / "examples"]) if isinstance(o, Ingested)]
    with Ledger.open(location) as ledger:
        rashomon.build(reports, ledger)
        records: list[dict[str, Any]] = [json.loads(line) for line in desk(ledger)]
    for record in records:
        del record["report"]["text"]
    return records


def test_the_examples_are_read_and_joined_as_before(location: str) -> None:
    assert examples_as_read(location) == json.loads(GOLDEN.read_text(encoding="utf-8"))


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        read = examples_as_read(str(Path(folder) / "examples.db"))
    GOLDEN.write_text(json.dumps(read, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"wrote {GOLDEN.relative_to(ROOT)}\n")
