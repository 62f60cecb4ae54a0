"""Where: places, how precisely they are known, and the words that name them."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from rashomon.records.span import Span

EARTH_KM = 12_742  # mean diameter


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points in degrees, by the haversine formula."""
    phi, psi = radians(lat), radians(other_lat)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(other_lon - lon) / 2) ** 2
    return EARTH_KM * asin(min(1.0, sqrt(half)))


class PlaceKind(StrEnum):
    """What a place is; decides how precise a location it gives."""

    SITE = "site"  # a base, a crossing, a camp, an airport
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    PROVINCE = "province"
    REGION = "region"  # Sinai, Darfur, the Sahel: not an administrative unit
    BORDER = "border"
    COUNTRY = "country"
    SEA = "sea"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with coordinates, openly imprecise.

    name: the gazetteer's name. country: ISO 3166-1 alpha-2, None at sea. admin1: the first-level division's name.
    lat, lon: WGS 84 degrees; for an area its centre. radius_km: how far from there the happening may have been;
    a province is not a pin in its capital. source: which gazetteer and its id there ("geonames:98182").
    """

    name: str
    kind: PlaceKind
    country: str | None
    lat: float
    lon: float
    radius_km: float
    source: str
    admin1: str | None = None
    population: int = 0

    @property
    def geo_precision(self) -> int:
        """ACLED's geo_precision: 1 the exact town or site, 2 part of a region, 3 a larger region."""
        return 1 if self.radius_km <= 15 else 2 if self.radius_km <= 100 else 3

    @property
    def where_prec(self) -> int:
        """UCDP's where_prec: 1 exact, 2 within 25 km, 3 district, 4 province, 5 linear or fuzzy, 6 country, 7 sea."""
        codes = {
            PlaceKind.SITE: 1,
            PlaceKind.SETTLEMENT: 1,
            PlaceKind.DISTRICT: 3,
            PlaceKind.PROVINCE: 4,
            PlaceKind.REGION: 5,
            PlaceKind.BORDER: 5,
            PlaceKind.COUNTRY: 6,
            PlaceKind.SEA: 7,
        }
        code = codes[self.kind]
        return 2 if code == 1 and self.radius_km > 10 else code


@dataclass(frozen=True, slots=True)
class PlaceExpression:
    """Words for a place, and the place they mean.

    place: None where the words name a place that no gazetteer holds; it is still a place of the report.
    span: the whole expression ("15 km west of al-Qaim"); name: the toponym alone ("al-Qaim").
    adjective: True for a demonym or an adjective ("Iraqi"): it says a country, seldom where something happened.
    rule: the name of the rule that chose among candidates ("most populous in the report's country").
    """

    span: Span
    name: Span
    place: Place | None
    rule: str
    adjective: bool = False
