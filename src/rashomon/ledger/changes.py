"""Which incidents each change of their table touched, so that a reader need not read the whole table again.

Invariant: whoever read the table after change n, and reads anew the keys logged under later changes, holds what the
table holds; unless all incidents were replaced, or the log was cut, since (`replaced`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from rashomon.ledger.dialect import Dialect
from rashomon.ledger.schema import incident_change, stamp

_CHANGED, _REPLACED = "incidents changed", "incidents replaced"
_MOST_LOGGED = 100_000  # keys; reading that many anew is no cheaper than reading all


@dataclass(frozen=True, slots=True)
class Changes:
    """The number of the newest change, and of the newest one before which nothing is logged; 0 for none."""

    newest: int
    replaced: int


def changes(connection: Connection) -> Changes:
    """Where the table of incidents stands."""
    rows = connection.execute(select(stamp).where(stamp.c.name.in_((_CHANGED, _REPLACED)))).all()
    told = {row.name: int(row.value) for row in rows}
    return Changes(told.get(_CHANGED, 0), told.get(_REPLACED, 0))


def replaced_all(connection: Connection) -> None:
    """All incidents were written anew."""
    newest = changes(connection).newest + 1
    connection.execute(delete(incident_change))
    _put(connection, _CHANGED, newest)
    _put(connection, _REPLACED, newest)


def changed(connection: Connection, dialect: Dialect, keys: Iterable[int]) -> None:
    """The incidents of these keys came, went or were written anew."""
    touched = sorted(set(keys))
    if not touched:
        return
    logged = connection.execute(select(func.count()).select_from(incident_change)).scalar_one()
    if logged + len(touched) > _MOST_LOGGED:
        replaced_all(connection)
        return
    newest = changes(connection).newest + 1
    dialect.insert(connection, incident_change, [{"change": newest, "key": key} for key in touched])
    _put(connection, _CHANGED, newest)


def touched_since(connection: Connection, change: int) -> list[int]:
    """The keys that changes after this one touched, in order."""
    keys = select(incident_change.c.key).where(incident_change.c.change > change).distinct()
    return list(connection.execute(keys.order_by(incident_change.c.key)).scalars())


def _put(connection: Connection, name: str, value: int) -> None:
    connection.execute(delete(stamp).where(stamp.c.name == name))
    connection.execute(insert(stamp).values(name=name, value=str(value)))
