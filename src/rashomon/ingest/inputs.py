"""Files, folders and standard input: which there are, what kind each is, and the reports in it, one at a time.

Invariant: no more than one report is held in memory, whatever the size of the input.
"""

import json
import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rashomon.ingest.decode import LONGEST_REPORT, decoded, too_long
from rashomon.ingest.draft import Draft, Terms, settled
from rashomon.ingest.html import page
from rashomon.ingest.objects import draft_of, parsed
from rashomon.ingest.outcome import Ingested, Note, Refused, Rejection, Source, Trouble
from rashomon.ingest.plain import plain

LINES, OBJECT, PAGE, TEXT = "lines", "object", "page", "text"
KINDS = {
    ".jsonl": LINES,
    ".ndjson": LINES,
    ".json": OBJECT,
    ".html": PAGE,
    ".htm": PAGE,
    ".xhtml": PAGE,
    ".txt": TEXT,
    ".text": TEXT,
}
_PIECE = 1 << 20  # bytes


def ingest(
    paths: Iterable[str | Path],
    stdin: BinaryIO | None = None,
    *,
    today: date | None = None,
    published: date | None = None,
) -> Iterator[Ingested | Rejection]:
    """The reports in these files and folders, in the order given, folders sorted; and what was passed over.

    >>> next(ingest(["examples/ferry-strike.txt"])).report.outlet  # doctest: +SKIP
    'Northern Dispatch'

    paths: "-" reads `stdin`. Folders are read to their depths; there only files with a suffix in `KINDS` are opened,
    hidden ones never. today: a later day of publication is not believed. published: the day of those that state none.
    One report that is wrong never ends the run.
    """
    terms = Terms(today, published)
    seen = _Seen()
    for path in paths:
        for outcome in _of_path(path, stdin, terms):
            yield seen.checked(outcome) if isinstance(outcome, Ingested) else outcome


class _Seen:
    """Which reports this run has met, so that the same one is given once and a changed one is noted."""

    def __init__(self) -> None:
        self._digests: dict[str, set[str]] = {}
        self._first: dict[str, Source] = {}

    def checked(self, found: Ingested) -> Ingested | Rejection:
        digest, report = found.report.digest[:32], found.report
        digests = self._digests.setdefault(report.id, set())
        first = self._first.setdefault(report.id, found.source)
        if digest in digests:
            sentence = f"is the same report as {first} ({report.id}); read once"
            return Rejection(found.source, Trouble.DUPLICATE, sentence)
        digests.add(digest)
        if len(digests) == 1:
            return found
        sentence = f"is another revision of the report at {first} ({report.id}); both are kept, the newer is read"
        return Ingested(report, found.source, (*found.notes, Note(Trouble.REVISION, sentence)))


def _of_path(path: str | Path, stdin: BinaryIO | None, terms: Terms) -> Iterator[Ingested | Rejection]:
    name = str(path)
    if name == "-":
        if stdin is None:
            yield Rejection(
                Source("-"), Trouble.UNREADABLE, "stands for standard input, and there is none; name a file"
            )
        else:
            yield from _of_stream(stdin, name, None, terms)
        return
    if not Path(path).is_dir():
        yield from _of_file(Path(path), terms)
        return
    empty = True
    for file in _files(Path(path)):
        empty = False
        if file.suffix.lower() in KINDS:
            yield from _of_file(file, terms)
        else:
            sentence = f"was left out, being none of {', '.join(sorted(KINDS))}; name the file itself to have it read"
            yield Rejection(Source(str(file)), Trouble.OTHER_KIND, sentence)
    if empty:
        yield Rejection(Source(name), Trouble.EMPTY, "is a folder without files; nothing to read")


def _files(folder: Path) -> Iterator[Path]:
    """Every file below a folder that is not hidden, sorted; links to folders are not followed, or they might circle."""
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(at) / name for name in sorted(files) if not name.startswith("."))


def _of_file(path: Path, terms: Terms) -> Iterator[Ingested | Rejection]:
    try:
        if path.exists() and not path.is_file():
            raise Refused(Trouble.UNREADABLE, "is neither a file nor a folder; name a file")
        with path.open("rb") as stream:
            yield from _of_stream(stream, str(path), KINDS.get(path.suffix.lower()), terms)
    except FileNotFoundError:
        yield Rejection(Source(str(path)), Trouble.UNREADABLE, "is not there; check the name")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        yield Rejection(Source(str(path)), Trouble.UNREADABLE, f"cannot be read ({reason}); check its permissions")
    except Refused as refused:
        yield Rejection(Source(str(path)), refused.trouble, refused.sentence)


def _of_stream(stream: BinaryIO, name: str, kind: str | None, terms: Terms) -> Iterator[Ingested | Rejection]:
    first = stream.readline(LONGEST_REPORT + 1)
    try:
        if first.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # its line breaks are not where the bytes have them
            yield from _of_wide(_rest(first, stream), name, kind, terms)
            return
        kind = kind or _sniffed(first)
        if kind == LINES or (kind == OBJECT and _is_object(first)):
            yield from _of_lines(first, stream, name, terms)
        else:
            yield from _of_whole(_rest(first, stream), name, kind, terms)
    except Refused as refused:
        yield Rejection(Source(name), refused.trouble, refused.sentence)


def _rest(first: bytes, stream: BinaryIO) -> bytes:
    """The whole input; raises Refused where it is longer than one report may be."""
    data = first + stream.read(max(0, LONGEST_REPORT + 1 - len(first)))
    if len(data) > LONGEST_REPORT:
        raise too_long(len(data))
    return data


def _of_wide(data: bytes, name: str, kind: str | None, terms: Terms) -> Iterator[Ingested | Rejection]:
    """UTF-16, as some shells write what is piped into a file: read whole, each report noted."""
    text, notes = decoded(data)
    for found in _of_stream(BytesIO(text.encode()), name, kind, terms):
        yield replace(found, notes=notes + found.notes) if isinstance(found, Ingested) else found


def _of_whole(data: bytes, name: str, kind: str, terms: Terms) -> Iterator[Ingested | Rejection]:
    text, notes = decoded(data)
    if kind == PAGE:
        yield _settled(page(text, notes), Source(name), terms)
    elif kind == TEXT:
        yield _settled(plain(text, notes), Source(name), terms)
    else:
        value = parsed(text)
        if not isinstance(value, list):
            yield _settled(draft_of(value, notes), Source(name), terms)
            return
        for number, item in enumerate(value, 1):
            yield _caught(item, notes, Source(f"{name}[{number}]"), terms)


def _of_lines(first: bytes, stream: BinaryIO, name: str, terms: Terms) -> Iterator[Ingested | Rejection]:
    line, number, found = first, 1, False
    while line:
        source = Source(name, number)
        if len(line) > LONGEST_REPORT:
            refused = too_long(len(line) + (0 if line.endswith(b"\n") else _skipped_line(stream)))
            yield Rejection(source, refused.trouble, refused.sentence)
            found = True
        elif line.strip():
            found = True
            try:
                text, notes = decoded(line)
                yield _settled(draft_of(parsed(text), notes), source, terms)
            except Refused as refused:
                yield Rejection(source, refused.trouble, refused.sentence)
        line, number = stream.readline(LONGEST_REPORT + 1), number + 1
    if not found:
        yield Rejection(Source(name), Trouble.EMPTY, "is empty; nothing to read")


def _settled(draft: Draft, source: Source, terms: Terms) -> Ingested:
    report, notes = settled(draft, terms)
    return Ingested(report, source, notes)


def _caught(item: object, notes: tuple[Note, ...], source: Source, terms: Terms) -> Ingested | Rejection:
    try:
        return _settled(draft_of(item, notes), source, terms)
    except Refused as refused:
        return Rejection(source, refused.trouble, refused.sentence)


def _sniffed(first: bytes) -> str:
    """What an input without a telling suffix is, by its first line."""
    opening = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if opening == b"{":
        return LINES if _is_object(first) else OBJECT
    return PAGE if opening == b"<" else OBJECT if opening == b"[" else TEXT


def _is_object(line: bytes) -> bool:
    """True where one line is a whole JSON object: the file has one report a line, whatever its suffix says."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _skipped_line(stream: BinaryIO) -> int:
    """The bytes left in the line, read past a piece at a time."""
    size = 0
    while piece := stream.readline(_PIECE):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def estimate(paths: Iterable[str | Path]) -> int | None:
    """About how many reports `ingest` will find: lines of line files, one for any other; None with standard input."""
    total = 0
    for path in paths:
        if str(path) == "-":
            return None
        for file in _files(Path(path)) if Path(path).is_dir() else (Path(path),):
            total += _estimated(file)
    return total


def _estimated(file: Path) -> int:
    if KINDS.get(file.suffix.lower()) != LINES:
        return 1
    try:
        with file.open("rb") as stream:
            return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(_PIECE), b""))
    except OSError:
        return 0
