"""Records as canonical JSON text and back: the one form in which the ledger hashes and keeps them.

Invariant: `decoded(canonical(record), type(record)) == record`, and equal records give equal text.
"""

import re
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeVar

import msgspec

from rashomon.errors import BadInput, LedgerDamaged

T = TypeVar("T")
_UNKEPT = re.compile("[\\x00\\ud800-\\udfff]")


def canonical(record: object) -> str:
    """The record as JSON: fields in their order, keys of mappings sorted, no spaces.

    Raises BadInput for text that no database keeps: lone surrogates and the NUL character.
    """
    try:
        payload = msgspec.json.encode(record, order="deterministic").decode()
    except UnicodeEncodeError as error:
        raise BadInput(
            f"text holds a lone surrogate (U+{ord(error.object[error.start]):04X} at character {error.start}), "
            "which is no character: decode it again or replace it by U+FFFD"
        ) from None
    if "\\u0000" in payload and _holds_nul(msgspec.json.decode(payload)):
        raise BadInput("text holds a NUL character (U+0000), which databases refuse: remove it or replace it")
    return payload


def _holds_nul(value: object) -> bool:
    if isinstance(value, str):
        return "\x00" in value
    if isinstance(value, dict):
        return any(_holds_nul(part) for pair in value.items() for part in pair)
    return isinstance(value, list) and any(_holds_nul(part) for part in value)


def decoded(payload: str | bytes, kind: type[T]) -> T:
    """The record that a payload holds; raises LedgerDamaged where it is not one of that kind."""
    try:
        return msgspec.json.decode(payload, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise LedgerDamaged(f"a payload is no {kind.__name__}: {error}; run `rashomon verify`") from error


def plain(text: str, what: str) -> str:
    """The text itself, where every database keeps it; raises BadInput, naming `what`, where one would not."""
    if _UNKEPT.search(text):
        raise BadInput(f"{what} {text!r} holds a NUL or a lone surrogate: write it without")
    return text


def sha256_of(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in 64 hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def moment_text(at: datetime) -> str:
    """`2026-11-21T09:48:00.000000+00:00`: UTC to the microsecond, so that text order is time order.

    Raises BadInput for a time without a zone.
    """
    if at.tzinfo is None:
        raise BadInput(f"the time {at.isoformat()} has no zone: give it in UTC")
    return at.astimezone(UTC).isoformat(timespec="microseconds")
