"""A state's forces under generic names: "the Israeli army", "Iraq's police", "Syrian government troops"."""

import re
from collections.abc import Sequence

from rashomon.records import Actor, ActorKind, Membership
from rashomon.who.catalogue import Catalogue
from rashomon.who.words import Word, vocabulary

_BETWEEN = vocabulary(
    """government security special armed air ground naval defence defense border federal national occupation enemy
    regime joint elite counter terrorism anti-terror intelligence riot central coast military army state local
    republican presidential paramilitary regular territorial counterterrorism backed"""
)
_MILITARY = vocabulary(
    """army military force forces troops troop soldier soldiers navy airforce commandos marines warship warships
    paratroopers gendarmes gendarmerie servicemen guards guard militaries artillery"""
)
_POLICE = frozenset({"police", "policemen", "policeman", "officers", "gendarmerie"})
_GOVERNMENT = vocabulary(
    """government regime authorities officials ministry parliament presidency embassy administration state media
    leadership junta cabinet"""
)
GENERAL = _BETWEEN | _MILITARY | _POLICE | _GOVERNMENT
LONGEST = 4


def forces_after(
    known: Catalogue, state: Actor, sentence: Sequence[Word], at: int, text: str
) -> tuple[int, Actor] | None:
    """The end (word index, half-open) and the actor of a force or government named right after the state.

    None where nothing such follows, so that "Israeli warplanes" stays Israel's own name alone.
    """
    end = at
    while end < len(sentence) and end - at < LONGEST:
        word = sentence[end]
        if not re.fullmatch(r"(?:['’]s?)?[\s-]+", text[sentence[end - 1].end : word.start]):
            return None
        kind = _kind(word.lower)
        following = sentence[end + 1].lower if end + 1 < len(sentence) else ""
        if kind and not (word.lower in _BETWEEN and _kind(following)):
            return end + 1, state if kind == "government" else force(known, state, kind)
        if word.lower not in _BETWEEN:
            return None
        end += 1
    return None


def _kind(word: str) -> str:
    if word in _MILITARY:
        return "military"
    if word in _POLICE:
        return "police"
    return "government" if word in _GOVERNMENT else ""


def force(known: Catalogue, state: Actor, kind: str) -> Actor:
    """The military or the police of a state: the list's where it has one, else made from the state ("IQ-police")."""
    identity = f"{state.id}-{kind}"
    if identity in known.actors:
        return known.actors[identity]
    name = f"{state.name} {kind}"
    return Actor(identity, name, ActorKind.STATE_FORCES, (), state.country, (Membership(state.id),), state.source)
