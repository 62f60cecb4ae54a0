"""Incidents on a map: points drawn together where they lie close, and areas of which no more is known."""

import math
from dataclasses import dataclass

import numpy as np

from rashomon.ledger import Ledger, Rows, Selection
from rashomon.ledger.columns import WORLD, Flags, mercator

DEEPEST = 24  # a zoom beyond this one would tell no more: its cells are smaller than a house
_CELL_BITS = 2  # a tile of 256 pixels has 4 by 4 cells, of 64 pixels each
_MOST_CELLS = 4096  # on a map; a screen of 2560 by 1440 pixels has 920

_PAGE = (760, 400)  # pixels of a page's map
_ENDS = ((np.min, math.inf), (np.max, -math.inf))
_NEAREST = 7  # the zoom at which one town is shown with the country around it

Box = tuple[float, float, float, float]  # south, west, north, east; west greater than east crosses the antimeridian


@dataclass(frozen=True, slots=True)
class Cluster:
    """Incidents at points that fall into one cell of the map. lat, lon: the mean of them.

    killed: the sum of their best figures. id: the incident's where it is one alone, else None.
    """

    lat: float
    lon: float
    count: int
    killed: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """Incidents of which no more is known than that they happened within so many kilometres of this point.

    A province is not a pin in its capital. killed: the sum of their best figures.
    """

    name: str
    country: str
    lat: float
    lon: float
    radius_km: float
    count: int
    killed: int


def clusters(ledger: Ledger, chosen: Selection, zoom: int, box: Box | None = None) -> list[Cluster]:
    """The points among what was selected, those in one cell of 64 pixels of the map as one, the largest first.

    zoom: of Web Mercator tiles of 256 pixels, 0 for the whole world in one (MapLibre's is one less); where the box is
    too large for it, as much less as needs be. box: the part of the world that is shown; None for all of it. The grid
    lies still, so that a map that is moved does not flicker.
    """
    rows = chosen.columns.rows
    shift = _shift(zoom, box)
    points = chosen.fitting() & (rows.spot == 0) & ~np.isnan(rows.lat)
    if box is not None:
        points &= inside(rows, box)
    at = np.flatnonzero(points)
    if not len(at):
        return []
    x, y = rows.x[at] >> shift, rows.y[at] >> shift
    left, top, wide = int(x.min()), int(y.min()), int(x.max() - x.min()) + 1
    cell = (y.astype(np.int64) - top) * wide + (x.astype(np.int64) - left)
    count = int(cell.max()) + 1
    sizes = np.bincount(cell, minlength=count)
    lat, lon = (np.bincount(cell, weights=part[at], minlength=count) for part in (rows.lat, rows.lon))
    killed = np.bincount(cell, weights=np.maximum(rows.killed[at], 0), minlength=count)
    alone = np.zeros(count, np.int64)
    alone[cell] = rows.key[at]
    ids = ledger.ids(int(one) for one in alone[sizes == 1])
    found = []
    for one in np.flatnonzero(sizes):
        size = int(sizes[one])
        id_alone = ids.get(int(alone[one])) if size == 1 else None
        found.append(Cluster(float(lat[one]) / size, float(lon[one]) / size, size, int(killed[one]), id_alone))
    return sorted(found, key=lambda each: (-each.count, each.lat, each.lon))


def extent(chosen: Selection) -> Box | None:
    """The box round all that was selected and has a place; None where nothing has one."""
    rows = chosen.columns.rows
    placed = chosen.fitting() & ~np.isnan(rows.lat)
    if not placed.any():
        return None
    low, high = ([side(part, where=placed, initial=edge) for part in (rows.lat, rows.lon)] for side, edge in _ENDS)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def suiting(box: Box | None) -> int:
    """The zoom at which a map of the size of a page's shows this box; None is the world."""
    south, west, north, east = box or (-60.0, -180.0, 75.0, 180.0)
    (left, right), (bottom, top) = mercator(np.array([south, north]), np.array([west, east]))
    across = max((int(right) - int(left)) / WORLD / _PAGE[0], (int(bottom) - int(top)) / WORLD / _PAGE[1])
    return min(_NEAREST, max(1, int(math.log2(1 / (256 * max(across, 1e-9))))))


def _shift(zoom: int, box: Box | None) -> np.uint32:
    """By how many bits a place in the world's square is shifted to give its cell."""
    south, west, north, east = box or (-90.0, -180.0, 90.0, 180.0)
    wide = min(1.0, ((east - west) % 360 or 360) / 360)
    (bottom, top) = mercator(np.array([south, north]), np.zeros(2))[1]
    tall = (int(bottom) - int(top)) / WORLD
    bits = max(0, min(zoom, DEEPEST)) + _CELL_BITS
    while bits > _CELL_BITS and wide * tall * 4**bits > _MOST_CELLS:
        bits -= 1
    return np.uint32(32 - bits)


def inside(rows: Rows, box: Box) -> Flags:
    """The rows whose place's middle lies in the box, whose longitudes may go on beyond 180 and -180."""
    south, west, north, east = box
    if not 0 <= east - west < 360:
        west, east = (-180.0, 180.0) if east > west else (west, east)
    west, east = (lon if -180 <= lon <= 180 else (lon + 180) % 360 - 180 for lon in (west, east))
    ends = np.array([[south, west], [north, east]])
    (left, right), (bottom, top) = mercator(ends[:, 0], ends[:, 1])
    across = (rows.x >= left) & (rows.x <= right) if west <= east else (rows.x >= left) | (rows.x <= right)
    within: Flags = across & (rows.y >= top) & (rows.y <= bottom)
    return within


def areas(chosen: Selection) -> list[Area]:
    """The areas among what was selected, the one with the most incidents first."""
    columns, rows = chosen.columns, chosen.columns.rows
    at = np.flatnonzero(chosen.fitting() & (rows.spot > 0))
    counts = np.bincount(rows.spot[at], minlength=len(columns.spots))
    killed = np.bincount(rows.spot[at], weights=np.maximum(rows.killed[at], 0), minlength=len(columns.spots))
    found = []
    for number in np.flatnonzero(counts):
        spot = columns.spots[number]
        if spot is not None:
            place = (spot.name, spot.country, spot.lat, spot.lon, spot.radius_km)
            found.append(Area(*place, int(counts[number]), int(killed[number])))
    return sorted(found, key=lambda area: (-area.count, area.radius_km, area.name, area.lat))
