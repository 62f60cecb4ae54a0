"""From a report to its mentions: what one report tells, each value with its words."""

from rashomon.extract.findings import Findings, gather
from rashomon.extract.mentions import mentions_of
from rashomon.extract.parse import parse, parse_all
from rashomon.extract.prefilter import may_tell_of_an_incident
from rashomon.extract.series import find_series

__all__ = ["Findings", "find_series", "gather", "may_tell_of_an_incident", "mentions_of", "parse", "parse_all"]
