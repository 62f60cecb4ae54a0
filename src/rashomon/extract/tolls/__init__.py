"""How many were killed and wounded, in the report's words."""

from rashomon.extract.tolls.find import claims_of, find_tolls
from rashomon.extract.tolls.toll import Scope, Toll

__all__ = ["Scope", "Toll", "claims_of", "find_tolls"]
