"""Who said what: attributions over the parse, and the speakers in force for some words of a text."""

from rashomon.extract.attribution.find import find_attributions
from rashomon.extract.attribution.in_force import speaker_of, speakers_at
from rashomon.extract.attribution.records import Attribution, Kind, Sense

__all__ = ["Attribution", "Kind", "Sense", "find_attributions", "speaker_of", "speakers_at"]
