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


def examples_as_read() -> list[dict[str, Any]]:
    """The desk's format for each report in examples/, without the texts."""
    reports = [o.report for o in ingest([ROOT / "examples"]) if isinstance(o, Ingested)]
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "examples.db")) as ledger:
        rashomon.build(reports, ledger)
        records: list[dict[str, Any]] = [json.loads(line) for line in desk(ledger)]
    for record in records:
        del record["report"]["text"]
    return records


def test_the_examples_are_read_and_joined_as_before() -> None:
    assert examples_as_read() == json.loads(GOLDEN.read_text(encoding="utf-8"))


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text(json.dumps(examples_as_read(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(f"wrote {GOLDEN.relative_to(ROOT)}\n")
