"""How many were killed and wounded, in the report's words."""

from rashomon.extract.tolls.find import claims_of, every_toll, find_tolls
from rashomon.extract.tolls.toll import Kind, Scope, Toll

__all__ = ["Kind", "Scope", "Toll", "claims_of", "every_toll", "find_tolls"]
