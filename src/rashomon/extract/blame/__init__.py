"""blame: who is said to have done it, who owns up, who denies or keeps silent, and whether it happened at all."""

from rashomon.extract.blame.find import find_blame
from rashomon.extract.blame.record import Blame

__all__ = ["Blame", "find_blame"]
