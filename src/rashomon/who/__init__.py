"""who: words for an actor -> Actor. The actor list is data (`data/actors.csv`), which a researcher can extend."""

from rashomon.who.catalogue import load_actors
from rashomon.who.find import canonical, find_actors

__all__ = ["canonical", "find_actors", "load_actors"]
