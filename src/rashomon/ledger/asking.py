"""Answers to `IncidentQuery`: the table of incidents, and one incident by its handle."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, false, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from rashomon.errors import BadInput, Unknown
from rashomon.ledger import summary
from rashomon.ledger.codec import decoded
from rashomon.ledger.dialect import Area, Dialect
from rashomon.ledger.incidents import Unchecked, column_of, unpacked
from rashomon.ledger.query import PIN_KM, IncidentQuery, IncidentRow, several
from rashomon.ledger.reports import nearby
from rashomon.ledger.schema import actor, entry, incident, incident_actor, incident_record, incident_redirect, revision
from rashomon.ledger.words import folded, phrases
from rashomon.records import Reconciled, Report, kilometres

_CHUNK = 500
_FEW, _KEYS = 40_000, 5_000  # reports that a word is found in, and of these how many in one question
UNDATED_KEYS = summary.UNDATED << summary.HASH_BITS  # keys from here on are of incidents without a day


def find(connection: Connection, dialect: Dialect, query: IncidentQuery) -> list[IncidentRow]:
    """The incidents that fit, in the order asked for; raises BadInput for a query that cannot be meant."""
    if query.limit is not None and query.limit < 1:
        return []
    found: list[IncidentRow] = []
    for statement in _in_order(*_chosen(dialect, query, connection), query):
        for row in _rows(connection, statement, query, len(found)):
            if _fits(row, query):
                found.append(as_row(row))
                if len(found) == query.limit:
                    return found
    return found


def unchecked(connection: Connection, what: Unchecked, limit: int, cursor: str | None) -> list[IncidentRow]:
    """Incidents that wait for a reviewer, the newest first, the undated last; cursor: as in `IncidentQuery`."""
    query = IncidentQuery(newest_first=True, limit=limit, cursor=cursor)
    found: list[IncidentRow] = []
    for statement in _in_order(select(incident).where(column_of(what)), incident.c.key, query):
        found += [as_row(row) for row in connection.execute(statement.limit(limit - len(found)))]
    return found


def _in_order(statement: Select[Any], order: ColumnElement[int], query: IncidentQuery) -> Iterator[Select[Any]]:
    """The statement in the order of days; newest first is two, for the undated have the highest keys and come last."""
    key = incident.c.key
    after = None if query.cursor is None else cursor_key(query.cursor)
    if not query.newest_first:
        yield (statement if after is None else statement.where(key > after)).order_by(order)
        return
    for dated in (True, False):
        part = statement.where(key < UNDATED_KEYS if dated else key >= UNDATED_KEYS)
        if after is None or (not dated and after < UNDATED_KEYS):
            yield part.order_by(order.desc())
        elif dated == (after < UNDATED_KEYS):
            yield part.where(key < after).order_by(order.desc())


def _rows(connection: Connection, statement: Select[Any], query: IncidentQuery, found: int) -> Iterator[Row[Any]]:
    # What `_fits` leaves out the database cannot know, so a limit cannot be its own then.
    if query.limit is not None and query.near is None and not query.vague:
        statement = statement.limit(query.limit - found)
    with connection.execute(statement) as result:
        yield from result


def _chosen(dialect: Dialect, query: IncidentQuery, connection: Connection) -> tuple[Select[Any], ColumnElement[int]]:
    """The statement, and the column that orders it by key."""
    columns = incident.c
    statement: Select[Any] = select(incident)
    order: ColumnElement[int] = columns.key
    if query.text is not None:
        asked = phrases(query.text)
        if not asked:
            raise BadInput(f"nothing to search for in {query.text!r}: give at least one word of letters or digits")
        statement, order = dialect.by_words(statement, columns.key, "incident_text", asked)
    areas = list(areas_of(query))
    if areas:
        statement = statement.where(or_(*[columns.key.in_(dialect.in_area(area)) for area in areas]))
    if query.box is not None and not query.vague:
        south, west, north, east = query.box
        inside = columns.lon.between(west, east) if west <= east else or_(columns.lon >= west, columns.lon <= east)
        statement = statement.where(columns.lat.between(south, north), inside)
        statement = statement.where(columns.radius_km <= max(PIN_KM, half_side_km(query.box)))
    if query.actor is not None:
        statement = statement.where(columns.key.in_(_by_actor(connection, query.actor)))
    return _flags(_plain_conditions(statement, query), query), order


def _plain_conditions(statement: Select[Any], query: IncidentQuery) -> Select[Any]:
    columns = incident.c
    if query.country is not None:
        statement = statement.where(columns.country.in_([one.upper() for one in several(query.country)]))
    if query.type is not None:
        statement = statement.where(columns.sub_event_type.in_(several(query.type)))
    if query.means is not None:
        told = [columns.means.contains(json.dumps(one), autoescape=True) for one in several(query.means)]
        statement = statement.where(or_(false(), *told))
    for least, column in ((query.killed_min, columns.killed_best), (query.wounded_min, columns.wounded_best)):
        if least is not None:
            statement = statement.where(column >= least)
    for most, column in ((query.killed_max, columns.killed_best), (query.wounded_max, columns.wounded_best)):
        if most is not None:
            statement = statement.where(column <= most)
    return statement


def _flags(statement: Select[Any], query: IncidentQuery) -> Select[Any]:
    columns = incident.c
    for wanted, column in ((query.dated, columns.first_day), (query.placed, columns.lat)):
        if wanted is not None:
            statement = statement.where(column.is_not(None) if wanted else column.is_(None))
    if query.disputed is not None:
        statement = statement.where(columns.disputed.is_(query.disputed))
    if query.single_origin is not None:
        statement = statement.where(columns.origins == 1 if query.single_origin else columns.origins != 1)
    return statement


def _by_actor(connection: Connection, asked: str | tuple[str, ...]) -> Select[int]:
    fitting = or_(*[actor.c.name.contains(words) for words in actor_words(asked)])
    # There are few names and many incidents: the names first, so that no planner begins with the incidents.
    numbers = connection.execute(select(actor.c.id).where(fitting)).scalars().all()
    return select(incident_actor.c.incident).where(incident_actor.c.actor.in_(numbers))


def actor_words(asked: str | tuple[str, ...]) -> tuple[str, ...]:
    """What to look for in the folded names of actors, each with a space round it; raises BadInput for no name."""
    found = tuple(f" {words} " for words in map(folded, several(asked)) if words)
    if not found:
        raise BadInput(f"no actor's name in {asked!r}: give a name or words of one")
    return found


def areas_of(query: IncidentQuery) -> Iterator[Area]:
    """The boxes that an incident must meet one of; none where neither place nor days are asked for."""
    if query.since is None and query.until is None and query.near is None and query.box is None:
        return
    if query.since and query.until and query.since > query.until:
        raise BadInput(f"since {query.since} comes after until {query.until}: swap them")
    if query.since is None and query.until is None:
        days = (0, summary.UNDATED)
    else:
        days = ((query.since or date.min).toordinal(), (query.until or date.max).toordinal())
    for south, west, north, east in _boxes(query):
        yield Area(0, south, west, north, east, *days)


def _boxes(query: IncidentQuery) -> Iterator[tuple[float, float, float, float]]:
    if query.near is not None and query.box is not None:
        raise BadInput("ask either near a point or in a box, not both")
    if query.near is not None:
        lat, lon, km = query.near
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km >= 0):
            raise BadInput(
                f"near {lat}, {lon}, {km} km: latitude is -90 to 90, longitude -180 to 180, the distance not negative"
            )
        box = summary.box_round(lat, lon, km)
    elif query.box is not None:
        south, west, north, east = query.box
        if not (-90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180):
            raise BadInput(f"box {query.box}: give south, west, north, east in degrees, south not above north")
        box = (south, west, north, east if west <= east else east + 360)
    else:
        yield (-summary.NOWHERE, -summary.NOWHERE, summary.NOWHERE, summary.NOWHERE)
        return
    south, west, north, east = box
    yield (south, max(west, -180.0), north, min(east, 180.0))
    # What reaches past the antimeridian comes in again on the other side.
    if west < -180:
        yield (south, west + 360, north, 180.0)
    if east > 180:
        yield (south, -180.0, north, east - 360)


def half_side_km(box: tuple[float, float, float, float]) -> float:
    """Half of the box's shorter side: how well a place must be known to count as in it."""
    south, west, north, east = box
    wide = (east - west) % 360 or 360.0
    tall = kilometres(south, west, north, west)
    return min(tall, kilometres((south + north) / 2, 0, (south + north) / 2, min(wide, 180))) / 2


def _fits(row: Row[Any], query: IncidentQuery) -> bool:
    """The conditions that boxes and days answer too widely."""
    if query.near is not None:
        return _is_near(row, query.near, vague=query.vague)
    if query.box is None or not query.vague:
        return True
    return row.lat is not None and reaches_into((row.lat, row.lon, row.radius_km), query.box)


def reaches_into(place: tuple[float, float, float], box: tuple[float, float, float, float]) -> bool:
    """True where the circle of a place (latitude, longitude, kilometres) may reach into the box."""
    south, west, north, east = summary.box_round(*place)
    ends = box[3] if box[1] <= box[3] else box[3] + 360
    beside = any(west + turn <= ends and east + turn >= box[1] for turn in (-360, 0, 360))
    return south <= box[2] and north >= box[0] and beside


def _is_near(row: Row[Any], near: tuple[float, float, float], *, vague: bool) -> bool:
    if row.lat is None:
        return False
    away = kilometres(near[0], near[1], row.lat, row.lon)
    if vague:
        return away <= near[2] + float(row.radius_km)
    return away <= near[2] and float(row.radius_km) <= max(PIN_KM, near[2])


def cursor_key(cursor: str) -> int:
    """The key of the row that a cursor stands for; raises BadInput for what is none."""
    try:
        key = int(cursor, 16)
    except ValueError:
        key = -1
    if not 0 <= key < 2**63:  # what no database takes
        raise BadInput(f"{cursor!r} is no cursor: use IncidentRow.cursor of the last row")
    return key


def as_row(row: Row[Any]) -> IncidentRow:
    """A row of the table `incident` as it is answered."""
    return IncidentRow(
        id=row.id,
        first=None if row.first_day is None else date.fromordinal(row.first_day),
        last=None if row.last_day is None else date.fromordinal(row.last_day),
        place=row.place,
        country=row.country,
        admin1=row.admin1,
        lat=row.lat,
        lon=row.lon,
        radius_km=row.radius_km,
        sub_event_type=row.sub_event_type,
        means=tuple(json.loads(row.means)),
        killed=(row.killed_low, row.killed_best, row.killed_high),
        wounded=(row.wounded_low, row.wounded_best, row.wounded_high),
        actors=tuple(json.loads(row.actors)),
        words=row.words,
        reports=row.reports,
        outlets=row.outlets,
        origins=row.origins,
        disputed=bool(row.disputed),
        cursor=f"{row.key:x}",
    )


def rows_at(connection: Connection, keys: Sequence[int]) -> list[IncidentRow]:
    """The rows of these keys, in their order; those that are not there are left out."""
    found: dict[int, IncidentRow] = {}
    for at in range(0, len(keys), _CHUNK):
        rows = connection.execute(select(incident).where(incident.c.key.in_(keys[at : at + _CHUNK])))
        found.update((row.key, as_row(row)) for row in rows)
    return [found[key] for key in keys if key in found]


def ids_at(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    """The ids of the incidents of these keys, by key."""
    found: dict[int, str] = {}
    for at in range(0, len(keys), _CHUNK):
        part = incident.c.key.in_(keys[at : at + _CHUNK])
        found.update((row.key, row.id) for row in connection.execute(select(incident.c.key, incident.c.id).where(part)))
    return found


def row_of(connection: Connection, incident_id: str) -> IncidentRow:
    """The row of an incident; raises BadInput for one that is not there, naming close ids."""
    row = connection.execute(select(incident).where(incident.c.id == incident_id)).first()
    if row is None:
        raise Unknown(_unknown(connection, incident_id))
    return as_row(row)


def search_reports(connection: Connection, dialect: Dialect, words: str, limit: int, after: str) -> list[Report]:
    """The newest revisions that hold all the words, by id, those of ids beyond `after`."""
    asked = phrases(words)
    if not asked:
        raise BadInput(f"nothing to search for in {words!r}: give at least one word of letters or digits")
    newest: Select[Any] = select(revision.c.entry).where(revision.c.newest, revision.c.withdrawn.is_(False))
    keys = dialect.keys_by_words(connection, "report_text", asked, _FEW + 1)
    if len(keys) <= _FEW:  # each looked up, then put in order; the function keeps the planner from the other way
        name = func.coalesce(revision.c.report_id, "")
        of = newest.add_columns(revision.c.report_id).where(name > after).order_by(name).limit(limit)
        rows: list[Row[Any]] = []
        for at in range(0, len(keys), _KEYS):
            rows += connection.execute(of.where(revision.c.entry.in_(keys[at : at + _KEYS]))).all()
        numbers = [row.entry for row in sorted(rows, key=lambda row: row.report_id)[:limit]]
    else:  # in order, each looked at: one in fifty fits. "+ 0" keeps the planner from the other way.
        in_order = newest.where(revision.c.report_id > after).order_by(revision.c.report_id).limit(limit)
        found, _ = dialect.by_words(in_order, revision.c.entry + 0, "report_text", asked)
        numbers = list(connection.execute(found).scalars())
    payloads = {row.number: row.payload for row in connection.execute(select(entry).where(entry.c.number.in_(numbers)))}
    return [decoded(payloads[number], Report) for number in numbers]


def by_handle(connection: Connection, handle: str) -> Reconciled:
    """The incident with this id, or the one that it was merged into, or the only one whose id begins so.

    Raises BadInput for one that is not there, naming close ids.
    """
    record = _record(connection, handle)
    if record is None:
        merged = (
            select(incident_redirect.c.id).where(incident_redirect.c.old == handle).order_by(incident_redirect.c.id)
        )
        into = connection.execute(merged.limit(1)).scalar()
        record = _record(connection, into) if into else None
    if record is None and len(handle) >= 4:
        beginning = select(incident.c.id).where(incident.c.id >= handle, incident.c.id < handle + "\U0010ffff").limit(2)
        starting = connection.execute(beginning).scalars().all()
        record = _record(connection, starting[0]) if len(starting) == 1 else None
    if record is None:
        raise Unknown(_unknown(connection, handle))
    return unpacked(record)


def _unknown(connection: Connection, handle: str) -> str:
    ids: Sequence[str] = connection.execute(select(incident.c.id).limit(50_000)).scalars().all()
    return f"the ledger has no incident {handle!r}" + nearby(handle, ids)


def _record(connection: Connection, incident_id: str) -> bytes | None:
    found: bytes | None = connection.execute(
        select(incident_record.c.record)
        .join(incident, incident.c.key == incident_record.c.key)
        .where(incident.c.id == incident_id)
    ).scalar()
    return found
