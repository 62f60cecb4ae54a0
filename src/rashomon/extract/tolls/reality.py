"""Whether a toll is told as having happened, and whether of one incident or of several."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape
from rashomon.extract.tolls.toll import Scope
from rashomon.extract.tolls.victims import Victims
from rashomon.records import Parse, Token

_INTENT = lexicon.words(
    "threaten try attempt plan want vow aim seek intend plot pledge promise order fail hope wish conspire refuse "
    "prepare design mean call warn urge expect"
)
_ABLE = lexicon.words("confirm count verify identify name see find")  # "could confirm 13 deaths" has counted them
_MODALS = lexicon.words("could may might would will should can shall must wo 'll 'd")
_BREAKS = frozenset((",", ";", ":", "and", "that", "who", "which", "but", "when", "after"))
# Grammatical subjects that are no single incident.
_LASTING = lexicon.words(
    "war conflict insurgency violence campaign unrest uprising crackdown rebellion hostilities fighting bloodshed feud"
)
# What kills without anybody's doing, by the noun that is the verb's subject or stands under it.
_NATURAL = lexicon.words(
    "dengue cholera malaria measles ebola covid covid-19 coronavirus virus disease epidemic pandemic famine drought "
    "flood floods flooding storm storms cyclone hurricane typhoon tornado earthquake quake aftershock tsunami "
    "landslide landslides mudslide avalanche lightning heatwave snowstorm blizzard eruption volcano monsoon"
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_PERIOD = re.compile(
    rf"\bsince (?:the (?:start|beginning|outbreak|war)|{_MONTH}|last(?! \w+day\b)|early|mid|late|\d{{4}}"
    r"|\d{1,2} |then|(?:the )?(?!\w+day\b)\w+(?: \w+){0,2} (?:began|started|launched|erupted|broke out))"
    r"|\b(?:in|over|during|within|for) (?:the )?(?:past|last|previous|recent|preceding) (?:\w+ ){0,2}"
    r"(?:hours|days|weeks|months|years|decades?|year|month|decade)\b|\bfor the day\b"
    r"|\bso far this (?:year|month)\b|\b(?:each|every|per) year\b|\bin recent (?:days|weeks|months|years)\b"
    r"|\bsince\b[^.;,]{0,60}\b(?:19|20)\d\d\b|\b(?:over|in) (?:half )?a (?:century|decade)\b"
    r"|\b(?:over|during) (?:the )?(?:\w+ ){1,2}(?:years|decades|months)\b"
    r"|\b(?:of|for|during) (?:the|this) (?:month|year)\b"
    r"|\b(?:nationwide|countrywide|across the (?:country|nation))\b"
    r"|\bover the years\b|\bmore than a (?:year|decade)\b"
    r"|-year (?:war|conflict|insurgency|civil war|campaign|rebellion)\b"
    r"|\bin (?:\w+ )?(?:separate|different|various) (?:\w+ )?"
    r"(?:attacks|incidents|strikes|raids|bombings|explosions|blasts|clashes|shootings|ambushes|killings|accidents)\b"
    r"|\bsince (?:the )?new year\b|\btaken together\b|\bas a whole\b|\bthe whole of (?:last|this|the)\b"
    r"|\b(?:first|second|third|fourth|last) (?:quarter|half|(?:\w+ )?months) of (?:the|this|last) year\b"
    r"|\bin (?:19|20)\d\d alone\b"
    r"|\bthroughout the (?:year|war|country)\b",
    re.IGNORECASE,
)
# "the deadliest since January" dates the attack that is told, it sums up nothing.
_RANKED = re.compile(
    r"\b(?:\w+iest|worst|first|second|third|fourth|fifth|latest|biggest|largest|most)\b[^.;]{0,80}$", re.IGNORECASE
)
# With a perfect tense these tell of a time up to now: "14 have been killed this year".
_UP_TO_NOW = re.compile(r"\bsince\b(?! (?:last |this )?\w+day\b)|\bthis (?:year|month)\b", re.IGNORECASE)
# Days of one week are those of one fight ("52 have been killed since Friday in fighting"), unless attacks are counted.
_SINCE_DAY = re.compile(r"\bsince (?:last |this )?\w+day\b", re.IGNORECASE)
_ATTACKS = re.compile(
    r"\b(?:attacks|incidents|strikes|airstrikes|raids|bombings|shootings|ambushes|assaults|encounters"
    r"|murders)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"^,? (?:who|which|whom|whose|missing|held|detained|jailed)\b", re.IGNORECASE)
_OWN_TIME = re.compile(r"\b(?:when|in which|where)\b", re.IGNORECASE)


def is_unreal(tokens: Sequence[Token], cue: Cue) -> bool:
    """True where the cue is planned, conditional, future or negated: "could kill", "threatened to kill"."""
    at = cue.first - tokens[0].i
    words = [t.lower for t in tokens[max(0, at - 6) : at]]
    for step in range(len(words) - 1, -1, -1):
        if words[step] in _BREAKS:
            words = words[step + 1 :]
            break
    words = _own_clause(words)
    past = "have" in words and "may" in words  # "may have killed" is told, with doubt
    past = past or any(one == "could" and two in _ABLE for one, two in pairwise(words))
    if cue.shape in (Shape.ACTIVE, Shape.PASSIVE) and {"deny", "denied", "denies", "denying"} & set(words[-2:]):
        return True
    if any(w in _MODALS for w in words) and not past:
        return True
    if any(w in ("not", "n't", "never", "nor") for w in words[-3:]):
        return True
    if words[-1:] == ["to"] or words[-2:] == ["to", "be"]:
        return any(t.lemma in _INTENT for t in tokens[max(0, at - 8) : at])
    return "if" in words


def _own_clause(words: list[str]) -> list[str]:
    """The words from the cue's own auxiliary on: "who could not run was burnt" is told by "was"."""
    for step in range(len(words) - 1, 0, -1):
        if words[step] in ("was", "were", "had", "has"):
            told_before = words[step - 1] in (*_MODALS, "not", "n't", "never", "to") or "if" in words[:step]
            return words if told_before else words[step:]
    return words


@lru_cache(maxsize=64)
def _periods(text: str) -> tuple[tuple[int, int], ...]:
    """Where the words for a period start and end in a sentence; a period that only ranks the attack is none."""
    return tuple(found.span() for found in _PERIOD.finditer(text) if not _ranked(text, found.start()))


def _ranked(text: str, start: int) -> bool:
    return _RANKED.search(text[max(0, start - 120) : start]) is not None


def _perfect(tokens: Sequence[Token], cue: Cue) -> bool:
    at = cue.first - tokens[0].i
    return any(t.lower in ("have", "has", "'ve") for t in tokens[max(0, at - 4) : at])


def _since_then(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "has since died" and "have since been killed": after the incident, over no period."""
    at = cue.first - tokens[0].i
    words = [t.lower for t in tokens[max(0, at - 4) : at]]
    return any(pair in (("has", "since"), ("have", "since"), ("had", "since")) for pair in pairwise(words))


def scope_of(parse: Parse, tokens: Sequence[Token], cue: Cue, v: Victims) -> Scope:
    """SEVERAL where the words tell of a period or of several incidents: "killed 300 people since January"."""
    text = parse.text[tokens[0].start : tokens[-1].end]
    place = min(parse.tokens[cue.first].start, parse.tokens[v.first].start) - tokens[0].start
    told = max(parse.tokens[cue.last - 1].end, parse.tokens[v.last - 1].end) - tokens[0].start
    for start, end in _periods(text):
        if _since_then(tokens, cue) and text[start:end].lower().startswith("since"):
            continue
        if told <= start and _OF_THEM.search(text[told:start]):
            continue  # "three men who had been in custody since May": the clause is on the men
        if end < place and _OWN_TIME.search(text[end:place]):
            continue  # "since May, when 21 were killed": the clause has its own time
        return Scope.SEVERAL
    if _SINCE_DAY.search(text) and _ATTACKS.search(text):
        return Scope.SEVERAL
    if _since_then(tokens, cue):
        return Scope.INCIDENT  # "one of them has since died"
    if _perfect(tokens, cue) and any(not _ranked(text, found.start()) for found in _UP_TO_NOW.finditer(text)):
        return Scope.SEVERAL
    for child in parse.children(cue.token):
        lasting = child.lower in _LASTING or child.lemma in _NATURAL
        if child.dep == "nsubj" and child.i < cue.token and lasting:
            return Scope.SEVERAL
        under = parse.children(child.i) if child.dep in ("prep", "agent") else ()
        if any(t.dep == "pobj" and t.lemma in _NATURAL for t in under):
            return Scope.SEVERAL
    return Scope.INCIDENT
