"""Incidents told apart within one report."""

from rashomon.extract.splitting.relations import Cluster
from rashomon.extract.splitting.sayings import Said
from rashomon.extract.splitting.split import split
from rashomon.extract.splitting.units import Unit, units

__all__ = ["Cluster", "Said", "Unit", "split", "units"]
