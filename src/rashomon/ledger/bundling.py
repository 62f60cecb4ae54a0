"""A whole ledger in one file: a zip that anybody can open, check and read without this program.

Invariant: equal ledgers give equal bytes; a bundle taken into an empty ledger gives an equal ledger. A bundle is
written beside its place and moved there whole.
"""

import csv
import io
import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from rashomon.errors import BadInput, LedgerDamaged, Unavailable
from rashomon.ledger import asking, check_bundle, copying, incident_writing, incidents
from rashomon.ledger.bundle_pages import DESCRIPTION, README, datapackage, index_page
from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.copying import Stored
from rashomon.ledger.schema import entry, incident, revision
from rashomon.ledger.writing import Writer
from rashomon.records import Coding, Entry, Judgement, Reading, Reconciled, Redaction, Report, Review

_SUMS = "SHA256SUMS"
_REPORT_COLUMNS = ("entry", "id", "digest", "outlet", "published", "title", "url", "language", "newest", "file")
_ROW_COLUMNS = [column.name for column in incident.columns if column.name not in ("key", "first_day", "last_day")]


def write(connection: Connection, path: Path) -> None:
    """Write the bundle; raises Unavailable where it cannot be written, and then leaves nothing."""
    try:
        with NamedTemporaryFile(dir=path.absolute().parent, prefix=f".{path.name}.", delete=False) as scratch:
            try:
                with zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED) as bundle:
                    _write_files(connection, _Files(bundle))
                scratch.flush()
                os.fsync(scratch.fileno())
                Path(scratch.name).replace(path)
            except BaseException:
                Path(scratch.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Unavailable(
            f"no bundle can be written at {path} ({error.strerror}): check the folder and its room"
        ) from error


class _Files:
    """Writes files into a zip, each with its size and hash kept."""

    def __init__(self, bundle: zipfile.ZipFile) -> None:
        self._bundle = bundle
        self.made: dict[str, tuple[int, str]] = {}  # name: bytes, SHA-256

    def add(self, name: str, lines: Iterator[str]) -> None:
        """One file of these pieces of text."""
        info = zipfile.ZipInfo(name)  # its date is always 1980: equal ledgers give equal bytes
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        hashed, size = sha256(), 0
        with self._bundle.open(info, "w", force_zip64=True) as file:
            for line in lines:
                part = line.encode()
                hashed.update(part)
                size += len(part)
                file.write(part)
        self.made[name] = (size, hashed.hexdigest())


def _write_files(connection: Connection, files: _Files) -> None:
    folded_at = incidents.folded_at(connection)
    files.add("ledger.jsonl", (_line(asdict(one)) for one in copying.stored_entries(connection)))
    if folded_at is not None:
        first = _line({"folded_from_entry": folded_at})
        files.add("incidents.jsonl", _chain(first, (canonical(one) + "\n" for one in incidents.every(connection))))
    reports = _report_rows(connection)
    for row in reports:
        if row["file"]:
            files.add(str(row["file"]), iter([_report_at(connection, row["entry"]).text]))
    rows = [_incident_row(row) for row in connection.execute(select(incident).order_by(incident.c.key))]
    files.add("reports.csv", _table(_REPORT_COLUMNS, reports))
    files.add("incidents.csv", _table(("first", "last", *_ROW_COLUMNS), rows))
    files.add("schema.json", iter([json.dumps(_schema(), indent=1, sort_keys=True) + "\n"]))
    files.add("index.html", index_page(reports, rows))
    files.add("README.txt", iter([README]))
    files.add("check_bundle.py", iter([Path(check_bundle.__file__).read_text(encoding="utf-8")]))
    files.add("datapackage.json", iter([datapackage(files.made, _REPORT_COLUMNS, ("first", "last", *_ROW_COLUMNS))]))
    files.add(_SUMS, iter([f"{digest}  {name}\n" for name, (_, digest) in sorted(files.made.items())]))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _report_rows(connection: Connection) -> list[dict[str, object]]:
    rows = []
    for row in connection.execute(select(revision).order_by(revision.c.entry)).all():
        told: dict[str, object] = dict.fromkeys(_REPORT_COLUMNS)
        told |= {"entry": row.entry, "id": row.report_id, "digest": row.digest, "published": row.published}
        told |= {"newest": "yes" if row.newest else "no", "title": "(withdrawn)", "file": ""}
        if not row.withdrawn:
            report = _report_at(connection, row.entry)
            told |= {name: getattr(report, name) for name in ("outlet", "title", "url", "language")}
            told["file"] = f"reports/{row.entry:08}.txt"
        rows.append(told)
    return rows


def _report_at(connection: Connection, number: object) -> Report:
    payload = connection.execute(select(entry.c.payload).where(entry.c.number == number)).scalar_one()
    return decoded(payload, Report)


def _incident_row(row: Any) -> dict[str, object]:
    told = asking.as_row(row)
    return {"first": told.first, "last": told.last} | {name: getattr(row, name) for name in _ROW_COLUMNS}


def _table(columns: tuple[str, ...], rows: list[dict[str, object]]) -> Iterator[str]:
    for values in [columns, *([row[name] for name in columns] for row in rows)]:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(values)
        yield line.getvalue()


def _schema() -> dict[str, object]:
    records = (Entry, Report, Reading, Judgement, Coding, Review, Redaction, Reconciled)
    _, components = msgspec.json.schema_components(records, ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "description": DESCRIPTION, "$defs": components}


def read(writer: Writer, path: Path) -> None:
    """Take a bundle into an empty ledger.

    Raises BadInput for a file that is no bundle, LedgerDamaged for one of which a file does not fit its hash or an
    entry the chain.
    """
    copying.refuse_full(writer)
    try:
        with zipfile.ZipFile(path) as bundle:
            if not {_SUMS, "ledger.jsonl"} <= set(bundle.namelist()):
                raise BadInput(f"{path} is a zip, but no bundle of rashomon: it has no {_SUMS} or no ledger.jsonl")
            for fault in check_bundle.file_faults(bundle):
                raise LedgerDamaged(f"the bundle {path} is damaged: {fault}; take another copy (nothing was changed)")
            copying.put_all(writer, _entries(bundle))
            if "incidents.jsonl" in bundle.namelist():
                _read_incidents(writer, bundle)
    except FileNotFoundError:
        raise BadInput(f"there is no bundle at {path}") from None
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadInput(f"{path} is no bundle, or a damaged one ({error}); nothing was changed") from error
    except OSError as error:
        raise Unavailable(f"{path} cannot be read ({error.strerror}); nothing was changed") from error


def _entries(bundle: zipfile.ZipFile) -> Iterator[Stored]:
    with bundle.open("ledger.jsonl") as lines:
        for line in lines:
            yield decoded(line, Stored)


def _read_incidents(writer: Writer, bundle: zipfile.ZipFile) -> None:
    with bundle.open("incidents.jsonl") as lines:
        first = decoded(next(lines), dict[str, int])
        incident_writing.replace_all(writer, (decoded(line, Reconciled) for line in lines), first["folded_from_entry"])
