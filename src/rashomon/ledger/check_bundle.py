"""Checks a rashomon bundle with nothing but Python 3: `python check_bundle.py BUNDLE.zip`.

A copy of this file lies in every bundle. It looks at the hash of every file, at the hash chain of the entries, and at
every quoted span against the text that it quotes; it prints what does not fit and ends with status 1.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Iterator
from typing import Any


def main() -> int:
    """Check the bundle named on the command line."""
    if len(sys.argv) != 2:
        print("usage: python check_bundle.py BUNDLE.zip")  # noqa: T201 - a program of its own
        return 2
    with zipfile.ZipFile(sys.argv[1]) as bundle:
        faults = [*file_faults(bundle), *entry_faults(bundle)]
    for fault in faults:
        print(fault)  # noqa: T201
    print("all hashes, links and spans fit" if not faults else f"{len(faults)} faults")  # noqa: T201
    return 1 if faults else 0


def file_faults(bundle: zipfile.ZipFile) -> Iterator[str]:
    """Files that are missing, not listed, or do not fit their SHA-256."""
    listed = {}
    for line in bundle.read("SHA256SUMS").decode().splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    there = set(bundle.namelist()) - {"SHA256SUMS"}
    for name in sorted(there ^ set(listed)):
        yield f"{name} is {'not listed' if name in there else 'missing'}"
    for name in sorted(there & set(listed)):
        hashed = hashlib.sha256()
        with bundle.open(name) as file:
            while part := file.read(1 << 20):
                hashed.update(part)
        if hashed.hexdigest() != listed[name]:
            yield f"{name} does not fit its hash"


def entry_faults(bundle: zipfile.ZipFile) -> Iterator[str]:
    """Entries that are missing, altered, or hold a span that is not in its text."""
    number, previous = 0, "0" * 64
    texts: dict[str, str] = {}
    with bundle.open("ledger.jsonl") as lines:
        for line in lines:
            entry = json.loads(line)
            number += 1
            if entry["number"] != number or entry["previous"] != previous:
                yield f"entry {entry['number']} does not follow the one before it"
            if digest_of(entry) != entry["digest"]:
                yield f"entry {entry['number']} does not fit its digest"
            number, previous, payload = entry["number"], entry["digest"], entry["payload"]
            if payload is not None:
                if hashlib.sha256(payload.encode()).hexdigest() != entry["payload_digest"]:
                    yield f"entry {number} does not fit its payload's hash"
                record = json.loads(payload)
                if entry["kind"] in ("report added", "report revised"):
                    texts[report_digest(record)] = record["text"]
                elif entry["kind"] == "reading":
                    yield from span_faults(number, record, texts.get(record["digest"]))


def digest_of(entry: dict[str, Any]) -> str:
    """SHA-256 over the fields in this order, each as its length in eight bytes (big-endian), then UTF-8."""
    hashed = hashlib.sha256()
    for name in ("number", "kind", "subject", "payload_digest", "by", "at", "why", "previous"):
        value = str(entry[name]).encode()
        hashed.update(len(value).to_bytes(8, "big") + value)
    return hashed.hexdigest()


def report_digest(report: dict[str, Any]) -> str:
    """SHA-256 over a report's fields, each as its length in eight bytes, then "-" for none or "=" and UTF-8."""
    hashed = hashlib.sha256()
    for name in ("id", "text", "title", "outlet", "published", "url", "language"):
        value = b"-" if report[name] is None else b"=" + str(report[name]).encode()
        hashed.update(len(value).to_bytes(8, "big") + value)
    return hashed.hexdigest()


def span_faults(number: int, record: object, text: str | None) -> Iterator[str]:
    """Spans of a reading whose quote does not stand in the text at their offsets (Unicode code points)."""
    if text is None:
        yield f"entry {number} reads a text that is not there"
        return
    pending = [record]
    while pending:
        part = pending.pop()
        if isinstance(part, list):
            pending.extend(part)
        elif isinstance(part, dict):
            if part.keys() == {"start", "end", "quote"}:
                if text[part["start"] : part["end"]] != part["quote"]:
                    yield f"entry {number} holds a span that is not in its text: {part}"
            else:
                pending.extend(part.values())


if __name__ == "__main__":
    sys.exit(main())
