"""Whether a text can tell of an incident at all: most articles of a news stream need not be parsed.

It must never lose an incident, so it asks little: one word that names violence outright, or two that often do (one in a
brief).
"""

import re

_OUTRIGHT = re.compile(
    r"\b(?:bomb\w*|air ?-?strikes?|drones?|missiles?|rockets?|grenades?|mortars?|shell(?:ed|ing)|artillery|"
    r"landmines?|ieds?|explosives?|gunm[ae]n|gunfire|militants?|militias?|rebels?|insurgents?|jihad\w*|terror\w*|massacre\w*|ambush\w*|"
    r"kidnap\w*|abduct\w*|hostages?|behead\w*|assassinat\w*|besieg\w*|warplanes?|ceasefire|guerrillas?|suicide|"
    r"clash\w*|"
    r"gunned|machetes?|armed|troops|shootings?|paramilitar\w+|warlord\w*|mujahid\w+|naxal\w*|maoists?)\b",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:kill(?:s|ed|ing|ings)?|dead|died|deaths?|wounded|injur(?:ed|ies|y|ing)|attack(?:s|ed|ers?|ing)?|"
    r"blasts?|explo\w+|"
    r"strikes?|struck|shot|shoot\w*|raid(?:s|ed)?|murder\w*|stabb\w+|torched|arson|casualties|victims?|slain|bodies|"
    r"soldiers?|army|police\w*|fired|fighting|gangs?|bandits?|assault\w*)\b",
    re.IGNORECASE,
)


SHORT = 600  # characters: a brief says a thing once


def may_tell_of_an_incident(text: str) -> bool:
    """False for a text without any words of violence: it holds no incident that anybody could point at."""
    if _OUTRIGHT.search(text):
        return True
    words = {match.group().lower() for match in _OFTEN.finditer(text)}
    return len(words) >= (1 if len(text) < SHORT else 2)
