"""The part of the review queue that asks about one incident at a time: where it was, whether its toll is told."""

from dataclasses import dataclass

from rashomon.errors import BadInput
from rashomon.ledger import IncidentRow, Ledger, Unchecked, claim_id
from rashomon.views import MOST_OFFERED, Offer, offers, words_for
from rashomon.views.unchecked import Check, to_check
from rashomon.web.pages.sides import Side, side

MOST_COUNTED = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for. opened: incidents, the first of them that waits is opened. name: of a place."""

    opened: tuple[str, ...] = ()
    after: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Bench:
    """A page of the incidents that wait, one of them opened.

    after, more: the cursors of this page and of the next one, "" for none. on: the name of what is decided on. next:
    the incident to go on with. offered, others: places of the name that was asked for, and how many more there are.
    refused: why nothing is offered. words: the report's for the place.
    """

    rows: tuple[IncidentRow, ...]
    after: str
    more: str
    check: Check | None = None
    side: Side | None = None
    on: str = ""
    next: str = ""
    name: str = ""
    offered: tuple[Offer, ...] = ()
    others: int = 0
    refused: str = ""
    words: str = ""


def bench(ledger: Ledger, what: Unchecked, most: int, asked: Asked) -> Bench:
    """At most so many of the incidents that wait, and the one that is opened."""
    after, found = asked.after, ledger.unchecked(what, most + 1, asked.after or None)
    if asked.opened and not {row.id for row in found[:most]} & {*asked.opened}:
        after, found = _from(ledger, what, most, asked.opened[0]) or (after, found)
    rows = tuple(found[:most])
    more = rows[-1].cursor if len(found) > most else ""
    ids = [row.id for row in rows]
    at = next((ids.index(one) for one in asked.opened if one in ids), 0)
    check = to_check(ledger, what, rows[at]) if rows else None
    if check is None:
        return Bench(rows, after, more)
    mention = check.told.mention
    offered, refused = _offered(asked.name) if what is Unchecked.PLACE else ((), "")
    return Bench(
        rows,
        after,
        more,
        check,
        side(check.told, check.claim.span if check.claim else mention.span),
        claim_id(mention.id, check.claim) if check.claim else mention.id,
        ids[at + 1] if at + 1 < len(ids) else "",
        asked.name,
        offered[:MOST_OFFERED],
        max(0, len(offered) - MOST_OFFERED),
        refused,
        words_for(asked.name, check.told.report.text),
    )


def _from(ledger: Ledger, what: Unchecked, most: int, one: str) -> tuple[str, list[IncidentRow]] | None:
    """The cursor and the page that begins with this incident; None where it does not wait."""
    try:
        row = ledger.row(one)
    except BadInput:
        return None
    after = f"{int(row.cursor, 16) + 1:x}"
    found = ledger.unchecked(what, most + 1, after)
    return (after, found) if found and found[0].id == one else None


def _offered(name: str) -> tuple[tuple[Offer, ...], str]:
    """The places of a name, and why there are none."""
    if not name.strip():
        return (), ""
    try:
        found = offers(name)
    except BadInput as error:
        return (), str(error)
    return found, "" if found else f"No gazetteer has {name!r}: try another spelling, or LAT,LON,KM."
