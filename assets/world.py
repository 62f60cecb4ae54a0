"""The world for the map: from the TopoJSON of the package world-atlas to what browsers draw, offline.

Land as one shape without inner borders, borders as lines of their own, and one label a country; the same once more as
an SVG in the Mercator projection, for browsers without WebGL2 or scripts and for paper.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import antimeridian
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon

Point = tuple[float, ...]  # longitude, latitude
DIGITS, STEP = 3, 0.005  # of a degree: points to 100 m, lines off by at most 500 m, finer than 1:50m can tell
NORTH, SOUTH = 84.0, -60.0  # what the SVG shows; Antarctica would be a third of it
SVG_STEP = 0.04  # degrees by which a line of the SVG may be off


def made(topology: dict[str, Any]) -> dict[str, str]:
    """The files by name: `world.geojson` and `world.svg`."""
    arcs = list(_arcs(topology))
    countries = topology["objects"]["countries"]["geometries"]
    shapes = [(each["properties"]["name"], _shape(each, arcs)) for each in countries if each.get("type")]
    land = shapely.make_valid(shapely.simplify(shapely.unary_union([shape for _, shape in shapes]), STEP))
    borders: list[list[Point]] = [
        list(shapely.simplify(LineString(arcs[number]), STEP).coords) for number in _shared(countries)
    ]
    return {"world.geojson": _geojson(land, borders, shapes), "world.svg": _svg(land, borders)}


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The lines as longitude and latitude; TopoJSON writes whole steps from point to point."""
    (step_x, step_y), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line: list[Point] = []
        for right, up in arc:
            x, y = x + right, y + up
            line.append((left + x * step_x, low + y * step_y))
        yield line


def _ring(numbers: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """The arcs end to end; a negative number is an arc walked backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _shape(country: dict[str, Any], arcs: list[list[Point]]) -> MultiPolygon:
    """A country's polygons, none of which crosses the antimeridian."""
    parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    polygons: list[Polygon] = []
    for part in parts:
        rings = [_ring(ring, arcs)[::-1] for ring in part]  # world-atlas winds the other way round than GeoJSON
        shell, *holes = rings
        if any(map(_jumps, holes)):  # Antarctica: both of its rings go round the pole, and the coast is the longer one
            cut = antimeridian.fix_polygon(Polygon(max(rings, key=len)), force_south_pole=True, great_circle=False)
        elif _jumps(shell):
            cut = antimeridian.fix_polygon(Polygon(shell, holes), great_circle=False)
        else:
            cut = Polygon(shell, holes)
        polygons += cut.geoms if isinstance(cut, MultiPolygon) else [cut]
    return MultiPolygon(polygons)


def _jumps(ring: list[Point]) -> bool:
    """True where the line steps over the antimeridian."""
    return any(abs(before[0] - after[0]) > 180 for before, after in pairwise(ring))


def _shared(countries: Iterable[dict[str, Any]]) -> list[int]:
    """The arcs that two countries have in common: the borders."""
    used: Counter[int] = Counter()
    for country in countries:
        if country.get("type"):
            parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            used.update({number if number >= 0 else ~number for part in parts for ring in part for number in ring})
    return sorted(number for number, times in used.items() if times > 1)


def _geojson(land: shapely.Geometry, borders: list[list[Point]], shapes: list[tuple[str, MultiPolygon]]) -> str:
    features = [_feature("land", json.loads(shapely.to_geojson(shapely.set_precision(land, 10**-DIGITS))))]
    lines = [[_rounded(point) for point in line] for line in borders]
    features.append(_feature("borders", {"type": "MultiLineString", "coordinates": lines}))
    for name, shape in sorted(shapes, key=lambda each: -each[1].area):
        largest = max(shape.geoms, key=lambda part: part.area)
        middle = shapely.maximum_inscribed_circle(largest).coords[0]
        # from 0 (large) on; the map shows a label from this zoom
        zoom = max(0.0, round(4.5 - math.log2(max(shape.area, 0.01)) * 0.55, 1))
        point = {"type": "Point", "coordinates": _rounded(middle)}
        features.append(_feature("label", point) | {"properties": {"kind": "label", "name": name, "zoom": zoom}})
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":"))


def _feature(kind: str, geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}


def _rounded(point: Point) -> list[float]:
    return [round(point[0], DIGITS), round(point[1], DIGITS)]


def _svg(land: shapely.Geometry, borders: list[list[Point]]) -> str:
    """Two paths, `land` and `borders`, in degrees of longitude to the right and Mercator's latitude downwards."""
    seen = shapely.box(-180, SOUTH, 180, NORTH)
    simple = shapely.simplify(shapely.intersection(land, seen), SVG_STEP)
    rings: list[list[Point]] = [
        list(ring.coords)
        for part in shapely.get_parts(simple)
        if isinstance(part, Polygon) and part.area > SVG_STEP**2
        for ring in (part.exterior, *part.interiors)
    ]
    lines: list[list[Point]] = [list(shapely.simplify(LineString(line), SVG_STEP).coords) for line in borders]
    shore, inner = "".join(_path(ring) + "z" for ring in rings), "".join(map(_path, lines))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -170 360 250">'
        f'<path id="land" fill-rule="evenodd" vector-effect="non-scaling-stroke" d="{shore}"/>'
        f'<path id="borders" vector-effect="non-scaling-stroke" d="{inner}"/></svg>\n'
    )


def _path(points: list[Point]) -> str:
    """The line as an SVG path in hundredths of a degree written short: one move, then relative steps."""
    steps = [(round(lon * 50), round(_downwards(lat) * 50)) for lon, lat in points]
    written, (x, y) = f"M{steps[0][0] / 50:g} {steps[0][1] / 50:g}l", steps[0]
    for right, down in steps[1:]:
        if (right, down) != (x, y):
            written += f"{(right - x) / 50:g} {(down - y) / 50:g} "
            x, y = right, down
    return written.rstrip()


def _downwards(lat: float) -> float:
    """Mercator's latitude, growing to the south, in degrees of longitude at the equator."""
    return -math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))
