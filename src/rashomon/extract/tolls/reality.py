"""Whether a toll is told as having happened, and whether of one incident or of several."""

import re
from collections.abc import Sequence

from rashomon.extract.tolls.cues import Cue
from rashomon.extract.tolls.toll import Scope
from rashomon.records import Parse, Token

_INTENT = frozenset(
    [
        "threaten",
        "try",
        "attempt",
        "plan",
        "want",
        "vow",
        "aim",
        "seek",
        "intend",
        "plot",
        "pledge",
        "promise",
        "order",
        "fail",
        "hope",
        "wish",
        "conspire",
        "refuse",
        "fear",
        "prepare",
        "design",
        "mean",
        "call",
        "warn",
        "urge",
    ]
)
_MODALS = frozenset(["could", "may", "might", "would", "will", "should", "can", "shall", "must", "wo", "'ll", "'d"])
_EVENTS = frozenset(
    [
        "attacks",
        "strikes",
        "airstrikes",
        "raids",
        "bombings",
        "clashes",
        "battles",
        "blasts",
        "explosions",
        "shootings",
        "killings",
        "incidents",
        "violence",
        "war",
        "conflict",
        "insurgency",
        "fighting",
        "campaign",
        "unrest",
        "uprising",
        "crackdown",
        "offensive",
        "rebellion",
        "protests",
        "hostilities",
        "wave",
        "spate",
        "series",
        "string",
        "bloodshed",
        "insurgents",
        "conflicts",
        "ambushes",
    ]
)
_PERIOD = re.compile(
    r"\b(?:since (?:the (?:start|beginning|outbreak|war)|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|last|early|mid|late|\d{4}|\d{1,2} |then|it (?:began|started|launched)|\w+day)"
    r"|(?:in|over|during|within|for) (?:the )?(?:past|last|previous|recent|preceding) (?:\w+ ){0,2}(?:days|weeks|months|years|decades?|year|month|decade)"
    r"|so far this (?:year|month)|(?:this|each|every|per|a) year\b(?! old)|in recent (?:days|weeks|months|years)"
    r"|over the years|more than a (?:year|decade)|-year (?:war|conflict|insurgency|civil war|campaign|rebellion)"
    r"|in (?:two|three|four|five|six|several|separate|various|different|multiple) (?:separate |different |other )?"
    r"(?:attacks|incidents|strikes|raids|bombings|explosions|blasts|clashes)"
    r"|throughout the (?:year|war|country)|(?:civil )?war (?:that )?(?:has )?(?:killed|left|claimed))\b",
    re.IGNORECASE,
)


def is_unreal(parse: Parse, tokens: Sequence[Token], cue: Cue) -> bool:
    """True where the cue is planned, conditional, future or negated: "could kill", "threatened to kill", "did not kill"."""
    base = tokens[0].i
    at = cue.first - base
    before = tokens[max(0, at - 5) : at]
    words = [t.lower for t in before]
    for step in range(len(words) - 1, -1, -1):
        if words[step] in (",", ";", ":", "and", "that", "who", "which", "but"):
            words = words[step + 1 :]
            before = before[step + 1 :]
            break
    if any(w in _MODALS for w in words) and not ("have" in words and "not" not in words and "may" in words):
        return True
    if any(w in ("not", "n't", "never", "nor") for w in words[-3:]):
        return True
    if words[-1:] == ["to"]:
        governors = {t.lemma for t in tokens[max(0, at - 8) : at]}
        return bool(governors & _INTENT)
    return "if" in words


def scope_of(parse: Parse, tokens: Sequence[Token], cue: Cue) -> Scope:
    """SEVERAL where the words tell of a period or of several incidents: "killed 300 people since January"."""
    sentence_text = parse.text[tokens[0].start : tokens[-1].end]
    if _PERIOD.search(sentence_text):
        return Scope.SEVERAL
    token = parse.tokens[cue.token]
    for child in parse.children(token.i):
        if child.dep == "nsubj" and child.i < token.i and child.lower in _EVENTS:
            return Scope.SEVERAL
    return Scope.INCIDENT
