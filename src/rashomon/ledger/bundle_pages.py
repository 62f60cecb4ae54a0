"""What a bundle says to people who open it, and to programs that know Data Packages."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape

DESCRIPTION = (
    "A ledger of incidents read from news reports, in which every fact is a claim with its words and its speaker."
)

README = """\
A rashomon bundle: a ledger of incidents read from news reports, in which every fact is a sourced claim.

index.html        the reports and incidents, for reading
reports/          the text of each report as published, one file a revision, named by its entry
reports.csv       what each report is, and its file
incidents.csv     one line an incident: what its accounts come to
incidents.jsonl   each incident whole: its accounts side by side, with every claim's words, speaker and report
ledger.jsonl      the ledger itself, one entry a line, in the order in which they were made
schema.json       the fields of all records, as JSON Schema
datapackage.json  the same as a Data Package (https://datapackage.org)
SHA256SUMS        the SHA-256 of every other file; `sha256sum -c SHA256SUMS` checks them once unpacked
check_bundle.py   checks all hashes, links and quoted words, with Python 3 alone: python check_bundle.py BUNDLE.zip

How the entries are chained: `digest` is the SHA-256 over number, kind, subject, payload_digest, by, at, why and
previous, in this order, each as its length in bytes (eight bytes, big-endian) followed by its UTF-8. `previous` is the
digest of the entry before, 64 zeros for the first. `payload_digest` is the SHA-256 of the payload's UTF-8. A payload
that is null was withdrawn, for legal or safety reasons, by a later entry of the kind "redaction", which says why.

Offsets of quoted words count Unicode code points of the report's text, from 0; the end is not included.
"""

_HEAD = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A ledger of incidents</title>
<style>body{font:1rem/1.5 sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse}
td,th{border-bottom:1px solid #999;padding:.25rem .75rem;text-align:left;vertical-align:top}</style></head>
<body><h1>A ledger of incidents</h1>
<p>Every fact here is a claim that a report makes; README.txt says how to check it.</p>
"""


def index_page(reports: Sequence[Mapping[str, object]], incidents: Sequence[Mapping[str, object]]) -> Iterator[str]:
    """An HTML page of the incidents and the reports, piece by piece."""
    yield _HEAD
    yield f"<h2>Incidents: {len(incidents)}</h2>\n<table><tr><th>days<th>place<th>what<th>killed<th>words<th>id</tr>\n"
    for row in incidents:
        days = str(row["first"] or "not known") + (f" to {row['last']}" if row["last"] != row["first"] else "")
        place = ", ".join(str(row[name]) for name in ("place", "country") if row[name]) or "not known"
        killed = " / ".join(
            "?" if row[f"killed_{end}"] is None else str(row[f"killed_{end}"]) for end in ("low", "best", "high")
        )
        yield _table_row(days, place, row["sub_event_type"], killed, row["words"], row["id"])
    yield f"</table>\n<h2>Texts of reports: {len(reports)}</h2>\n"
    yield "<table><tr><th>published<th>outlet<th>title<th>id</tr>\n"
    for row in reports:
        title = escape(str(row["title"] or "(no title)"))
        linked = f'<a href="{escape(str(row["file"]))}">{title}</a>' if row["file"] else title
        cells = (row["published"] or "not known", row["outlet"] or "not known")
        yield _table_row(*cells, None, row["id"]).replace("<td></td>", f"<td>{linked}</td>", 1)
    yield "</table></body></html>\n"


def _table_row(*cells: object) -> str:
    return "<tr>" + "".join(f"<td>{escape(str('' if cell is None else cell))}</td>" for cell in cells) + "</tr>\n"


def datapackage(
    files: Mapping[str, tuple[int, str]], report_columns: Sequence[str], incident_columns: Sequence[str]
) -> str:
    """The descriptor, after the Data Package standard (https://datapackage.org/standard/data-package/)."""
    columns = {"reports.csv": report_columns, "incidents.csv": incident_columns}
    resources = []
    for name, (size, digest) in files.items():
        resource: dict[str, object] = {
            "name": name.lower().replace("/", "-"),
            "path": name,
            "bytes": size,
            "hash": f"sha256:{digest}",
            "encoding": "utf-8",
        }
        if name in columns:
            fields = [{"name": column, "type": "any"} for column in columns[name]]
            resource |= {"profile": "tabular-data-resource", "schema": {"fields": fields}}
        resources.append(resource)
    package = {
        "profile": "data-package",
        "name": "rashomon-ledger",
        "title": "A ledger of incidents",
        "description": DESCRIPTION,
        "resources": resources,
    }
    return json.dumps(package, indent=1) + "\n"
