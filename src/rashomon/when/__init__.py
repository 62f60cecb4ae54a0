"""when: words for a time -> days, resolved against the report's date, with the precision stated."""

from rashomon.when.find import find_times
from rashomon.when.publication import find_times_narrowed, narrow
from rashomon.when.shift import shifted

__all__ = ["find_times", "find_times_narrowed", "narrow", "shifted"]
