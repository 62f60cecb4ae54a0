"""Import a user's own GeoNames dump, so that villages and sites that no package carries are found too.

The dump is the tab-separated file that GeoNames publishes (`allCountries.txt`, or one country's `IQ.txt`), 19 columns.
The import becomes a file beside the gazetteer and is asked after it from then on.
"""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from os import getpid
from pathlib import Path

from rashomon.errors import BadInput, Unavailable
from rashomon.records import PlaceKind
from rashomon.where import build, gazetteer
from rashomon.where.gather import Row, town_radius

COLUMNS = 19
_SITES = frozenset(
    ("AIRP", "AIRB", "AIRF", "CMP", "CMPRF", "MILB", "INSM", "FT", "DAM", "PRN", "HSP", "UNIV", "PSTB", "CSTM", "NUCL")
)
_WATERS = frozenset(("SEA", "GULF", "BAY", "STRT", "CHN", "LK", "LKS", "OCN"))
_DISTRICTS = {"ADM2": 25.0, "ADM3": 12.0, "ADM4": 6.0, "ADMD": 15.0}  # code and radius, kilometres
_LANDS = frozenset(
    ("RGN", "AREA", "PRK", "MT", "MTS", "HLLS", "ISL", "ISLS", "PEN", "VAL", "DSRT", "PLN", "PLAT", "FRST")
)


def import_geonames(path: Path | str, progress: build.Progress | None = None) -> int:
    """The number of places taken from a GeoNames dump; they are found by `find_places` from now on.

    `import_geonames("IQ.txt")` takes the villages, districts, bases and hills of Iraq. Countries, roads and streams
    are left out. Importing the same file again replaces it. progress: called with rows done, and 0 for rows in all,
    which are not known. Raises BadInput where the file is not such a dump, with the line; Unavailable where it cannot
    be read or the cache folder cannot be written.
    """
    source = Path(path)
    target = build.folder() / f"imported-{sha256(str(source.resolve()).encode()).hexdigest()[:12]}.sqlite"
    unfinished = target.with_suffix(f".{getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        count = build.write(unfinished, _rows(source), progress)
        unfinished.replace(target)
    except OSError as error:
        raise Unavailable(f"{source} cannot be imported into {target.parent}: {error}") from error
    finally:
        with suppress(OSError):  # what failed above has been told
            unfinished.unlink(missing_ok=True)
    gazetteer.reopen()
    return count


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            cells = line.rstrip("\n").split("\t")
            if len(cells) != COLUMNS:
                raise BadInput(
                    f"{path}, line {number}: {len(cells)} columns, not {COLUMNS}; give GeoNames' allCountries.txt "
                    "or one country's file, unzipped"
                )
            try:
                row = _row(cells)
            except ValueError as error:
                raise BadInput(f"{path}, line {number}: {error}; give GeoNames' own file, unchanged") from error
            if row:
                yield row


def _row(cells: list[str]) -> Row | None:
    population = int(cells[14] or 0)
    kind = _kind(cells[6], cells[7], population)
    if kind is None:
        return None
    names = dict.fromkeys((cells[1], cells[2], *cells[3].split(",")))
    return Row(
        source=f"geonames:{int(cells[0])}",
        names=tuple(name for name in names if name),
        kind=kind[0],
        country=cells[8] or None,
        admin1=None,
        lat=float(cells[4]),
        lon=float(cells[5]),
        radius_km=kind[1],
        population=population,
    )


def _kind(feature: str, code: str, population: int) -> tuple[PlaceKind, float] | None:
    """The kind and radius in kilometres of a GeoNames feature; None for what no report places an incident by."""
    if feature == "P":
        return PlaceKind.SETTLEMENT, town_radius(population)
    if code == "ADM1":
        return PlaceKind.PROVINCE, 60.0
    if code in _DISTRICTS:
        return PlaceKind.DISTRICT, _DISTRICTS[code]
    if code in _SITES:
        return PlaceKind.SITE, 4.0
    if code in _WATERS:
        return PlaceKind.SEA, 20.0
    if code in _LANDS:
        return PlaceKind.REGION, 15.0
    return None
