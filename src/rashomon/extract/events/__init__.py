"""Event words: the verbs and nouns that tell of a violent event, and whether they tell of one that happened."""

from rashomon.extract.events.find import EventWord, find_events
from rashomon.extract.events.modality import Modality

__all__ = ["EventWord", "Modality", "find_events"]
