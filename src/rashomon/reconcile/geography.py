"""How far two places are apart."""

from math import asin, cos, radians, sin, sqrt

from rashomon.records import Place

EARTH_KM = 12_742  # mean diameter


def kilometres(one: Place, two: Place) -> float:
    """Great-circle distance of two places' points (haversine)."""
    phi, psi = radians(one.lat), radians(two.lat)
    half = sin((psi - phi) / 2) ** 2 + cos(phi) * cos(psi) * sin(radians(two.lon - one.lon) / 2) ** 2
    return EARTH_KM * asin(min(1.0, sqrt(half)))
