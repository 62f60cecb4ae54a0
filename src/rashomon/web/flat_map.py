"""The map as an SVG: for browsers without WebGL2, without scripts, and for paper.

In degrees of longitude to the right and Mercator's latitude downwards, as static/vendor/world.svg has the world.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.views import Area, Cluster
from rashomon.views.clusters import Box

_DEGREE_KM = 111.32  # a degree of longitude at the equator
_HIGHEST = 84.0  # degrees of latitude that are drawn
_RATIO = 1.9  # width to height
_LEAST_WIDTH = 4.0  # degrees: one town is not shown without what is around it


@dataclass(frozen=True, slots=True)
class Mark:
    """A circle with its number. r: the size on paper, or for an area the true radius.

    id: of the incident where it is one alone. box: "SOUTH,WEST,NORTH,EAST" around it, a fifth of the map wide.
    """

    x: float
    y: float
    r: float
    count: int
    words: str
    id: str | None = None
    box: str = ""


@dataclass(frozen=True, slots=True)
class FlatMap:
    """What is drawn. view: the SVG's viewBox. size: of the letters in a mark."""

    view: str
    size: float
    pins: tuple[Mark, ...]
    areas: tuple[Mark, ...]


def flat_map(clusters: Sequence[Cluster], areas: Sequence[Area], box: Box | None) -> FlatMap:
    """The map of these, of the box or else of all of them."""
    left, top, width, height = _view(box or extent_of(clusters, areas))
    unit = width / 100
    pins = tuple(
        Mark(
            round(one.lon, 3),
            round(downwards(one.lat), 3),
            round(unit * (0.7 if one.count == 1 else 1.1 + 0.45 * math.log10(one.count)), 3),
            one.count,
            f"{one.count:,}",
            one.id,
            _around(one, width / 10),
        )
        for one in clusters
    )
    spread = tuple(
        Mark(
            round(one.lon, 3),
            round(downwards(one.lat), 3),
            round(one.radius_km / _DEGREE_KM / math.cos(math.radians(min(abs(one.lat), _HIGHEST))), 3),
            one.count,
            f"{one.name}, {one.country}",
        )
        for one in areas
    )
    view = f"{left:.3f} {top:.3f} {width:.3f} {height:.3f}"
    return FlatMap(view, round(unit * 1.3, 3), pins, spread)


def _around(one: Cluster, reach: float) -> str:
    up = reach / _RATIO * math.cos(math.radians(one.lat))
    west, east = (max(-180.0, min(180.0, one.lon + side)) for side in (-reach, reach))
    return f"{max(-85, one.lat - up):.3f},{west:.3f},{min(85, one.lat + up):.3f},{east:.3f}"


def extent_of(clusters: Iterable[Cluster], areas: Iterable[Area]) -> Box:
    """South, west, north, east of all of them; the inhabited world for none."""
    points = [(one.lat, one.lon, 0.0) for one in clusters]
    points += [(one.lat, one.lon, one.radius_km / _DEGREE_KM) for one in areas]
    if not points:
        return (-50.0, -130.0, 65.0, 160.0)
    return (
        max(-80.0, min(lat - reach for lat, _, reach in points)),
        max(-180.0, min(lon - reach for _, lon, reach in points)),
        min(_HIGHEST, max(lat + reach for lat, _, reach in points)),
        min(180.0, max(lon + reach for _, lon, reach in points)),
    )


def _view(box: Box) -> tuple[float, float, float, float]:
    """The box with room around it, as wide as the page's map: left, top, width, height."""
    south, west, north, east = box
    east += 360 if east < west else 0
    top, bottom = downwards(min(north, _HIGHEST)), downwards(max(south, -_HIGHEST))
    width = max((east - west) * 1.15, (bottom - top) * 1.15 * _RATIO, _LEAST_WIDTH)
    width = min(width, 360.0)
    height = width / _RATIO
    return (west + east - width) / 2, (top + bottom - height) / 2, width, height


def downwards(lat: float) -> float:
    """Mercator's latitude, growing to the south, in degrees of longitude at the equator."""
    return -math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
