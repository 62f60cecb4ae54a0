"""Words for a place to coordinates with their precision, or openly not locatable."""

from rashomon.where.find import find_places

__all__ = ["find_places"]
