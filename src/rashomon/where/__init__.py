"""Words for a place to coordinates with their precision, or openly not locatable."""

from rashomon.where.build import ensure as ensure_gazetteer
from rashomon.where.find import find_places
from rashomon.where.geonames import import_geonames

__all__ = ["ensure_gazetteer", "find_places", "import_geonames"]
