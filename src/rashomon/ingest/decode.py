"""Bytes to text: by the mark at the front, the declared encoding, UTF-8, or a guess, in this order."""

import codecs
import re

from rashomon.ingest.outcome import Note, Refused, Trouble

LONGEST_REPORT = 10_000_000  # bytes; a report is a few thousand, so that more is a dump, a log or an accident
MOST_LOST = 0.1  # of the characters; more that cannot be read make it another encoding, or no text
_LOOKED_AT = 65_536  # bytes that a guess is made from
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})", re.I)
_SURROGATE = re.compile("[\ud800-\udfff]")


def decoded(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """The text of these bytes, line breaks as "\\n", and notes where it was not plain UTF-8.

    >>> decoded(b"Six killed\\r\\n")
    ('Six killed\\n', ())

    Raises Refused for what is empty, too long or not text.
    """
    if not data.strip():
        raise Refused(Trouble.EMPTY, "is empty; nothing to read")
    if len(data) > LONGEST_REPORT:
        raise too_long(len(data))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise Refused(Trouble.BINARY, f"is {kind}, not text; save the report's text as .txt or .html")
    text, notes = _decode(data)
    return cleaned(text, notes)


def cleaned(text: str, notes: tuple[Note, ...] = ()) -> tuple[str, tuple[Note, ...]]:
    """The text with line breaks as "\\n" and without what no database or terminal holds; a note where that changed it.

    NUL goes, a lone surrogate becomes U+FFFD. All else stays as published.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    nuls = text.count("\0")
    text, surrogates = _SURROGATE.subn("\ufffd", text.replace("\0", ""))
    if nuls or surrogates:
        parts = [f"{nuls} NUL characters removed"] if nuls else []
        parts += [f"{surrogates} lone surrogates replaced"] if surrogates else []
        notes = (*notes, Note(Trouble.CLEANED, f"{', '.join(parts)}; compare with the source if a word looks odd"))
    return text, notes


def too_long(size: int) -> Refused:
    """The refusal of an input of at least `size` bytes."""
    limit = LONGEST_REPORT // 1_000_000
    return Refused(
        Trouble.TOO_LONG,
        f"has {size / 1e6:.1f} MB or more; the limit for one report is {limit} MB: give one report a line or a file",
    )


def _decode(data: bytes) -> tuple[str, tuple[Note, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read_as(data[len(mark) :], encoding, "as its byte order mark says")
    wide = _wide(data)
    if wide:
        return _read_as(data, wide, "as its zero bytes tell")
    _check_is_text(data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    declared = _declared(data)
    if declared and declared != "utf-8":
        return _read_as(data, declared, "as it declares")
    return _guessed(data)


def _read_as(data: bytes, encoding: str, why: str) -> tuple[str, tuple[Note, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if encoding == "utf-8" and not lost:
        return text, ()
    if lost > MOST_LOST * len(text):
        raise Refused(Trouble.BINARY, f"cannot be read as {encoding}, {why}; save it as UTF-8")
    loss = f", {lost} characters could not be read" if lost else ""
    return text, (Note(Trouble.DECODED, f"read as {encoding}, {why}{loss}; save it as UTF-8 if words look odd"),)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of English text is zero."""
    head = data[:4096]
    half = len(head) // 2
    if half < 4:
        return None
    if head[1::2].count(0) > 0.8 * half and not head[0::2].count(0):
        return "utf-16-le"
    if head[0::2].count(0) > 0.8 * half and not head[1::2].count(0):
        return "utf-16-be"
    return None


def _check_is_text(data: bytes) -> None:
    head = data[:_LOOKED_AT]
    controls = sum(head.count(byte) for byte in (*range(9), *range(14, 27), *range(28, 32)))
    if controls > 0.02 * len(head) + 2:
        raise Refused(Trouble.BINARY, "is not text but binary data; save the report's text as .txt or .html")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        return codecs.lookup(found[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> tuple[str, tuple[Note, ...]]:
    text = data.decode("utf-8", errors="replace")
    high = sum(byte > 127 for byte in data[:_LOOKED_AT])
    lost = text[:_LOOKED_AT].count("\ufffd")
    if lost * 10 < high:  # UTF-8 that was damaged or cut, not another encoding
        return _read_as(data, "utf-8", "as most of its bytes are")
    if high < 0.05 * min(len(data), _LOOKED_AT):  # typographic quotes in an otherwise plain text: Windows wrote it
        return _read_as(data, "cp1252", "as it is plain but for a few characters")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_LOOKED_AT]).best()
    if best is None:
        raise Refused(Trouble.BINARY, "is in no encoding that can be told; save it as UTF-8")
    return _read_as(data, best.encoding, "a guess from its bytes")
