"""The desk's reports for benches and for work on the reader: gold records, and parses kept in `.cache/`."""

import json
import os
import pickle
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import rashomon
from rashomon.extract.parse import parse
from rashomon.records import Parse, Report

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SEEN = ("seeds", "mideast", "insurgencies", "africa-east-central", "briefs")
HELD_OUT = ("world", "southasia-africa")  # other conflicts: nobody looks at their misses, only at their figures
OWN = Path(__file__).resolve().parents[1] / "training" / "reports"  # written for the project, in its own words
UNSEEN = OWN / "check"  # our own as well, never fitted on; whose misses were read, the README there tells
PARSING = (
    "records/parse.py",
    *(f"extract/{name}.py" for name in ("parse", "layout", "docs", "transitions", "casing", "dateline", "model")),
)
CACHE = Path(__file__).resolve().parents[1] / ".cache" / "parses"


def gold(names: Iterable[str] = (*SEEN, *HELD_OUT)) -> Iterator[dict[str, Any]]:
    """The gold records of these files of `desk/dev`, in order."""
    for name in names:
        with (SHARED / "desk" / "dev" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def parsed(text: str, title: str | None = None) -> Parse:
    """The parse of a text, from `.cache/` where it was parsed before by the same code."""
    path = CACHE / (sha256(_parsing() + repr((text, title)).encode("utf-8", "surrogatepass")).hexdigest() + ".pickle")
    if path.exists():
        return pickle.loads(path.read_bytes())  # type: ignore[no-any-return]  # noqa: S301 (our own cache)
    found = parse(text, title)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(pickle.dumps(found))
    unfinished.rename(path)
    return found


@cache
def _parsing() -> bytes:
    """The source of all that a parse depends on."""
    root = Path(rashomon.__file__).parent
    return b"".join((root / name).read_bytes() for name in PARSING)


@cache
def scorer() -> ModuleType:
    """The desk's own `score.py`; ends the program with a message where it is not there."""
    path = SHARED / "desk" / "score.py"
    spec = spec_from_file_location("desk_score", path) if path.exists() else None
    if spec is None or spec.loader is None:
        sys.exit(f"no desk/score.py under {SHARED}: set RASHOMON_SHARED to the folder that holds desk/")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def report_of(record: dict[str, Any]) -> Report:
    """The report of a gold record, its annotation left behind."""
    fields = record["report"]
    published = date.fromisoformat(fields["published"][:10]) if fields.get("published") else None
    return Report(fields["id"], fields["text"], fields.get("title"), fields.get("outlet"), published, fields.get("url"))


def own(folder: Path = OWN) -> Iterator[dict[str, Any]]:
    """The project's own annotated reports, in the same format, in the order of their files; those kept apart not.

    folder: UNSEEN for those that are kept apart: nothing is fitted on them, nobody looks at their misses.
    """
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
