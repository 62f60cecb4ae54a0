"""Whole or part: subgroups of a toll, lists that add up, and the words that tell which.

A counted subgroup ("including four children", "five of them officers") is a part. A plain list of groups of one side
adds up to a whole of which they are parts; a list with a vague member, or of both sides, is parts only.
"""

from collections.abc import Sequence

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.toll import Kind
from rashomon.extract.tolls.victims import Victims
from rashomon.records import About, Token

_OPENERS = lexicon.words("including include includes included incl incl. notably")
# Words for people that name no group among them.
ANYBODY = lexicon.words(
    "inhabitants "
    "people persons civilians citizens villagers residents members personnel others troops employees workers passengers"
)
_ONE_A = (("a",), ("an",), ("the",))
_AMONG_THEM = (("among", "them"), ("among", "whom"), ("amongst", "them"), ("of", "whom"), ("of", "them"))


def opens_part(tokens: Sequence[Token], v: Victims) -> bool:
    """True where the words make these people a subgroup of some named before: "including", "among them", "of them"."""
    base = tokens[0].i
    before = [t.lower for t in tokens[max(0, v.first - base - 4) : v.first - base]]
    after = tuple(t.lower for t in tokens[v.last - base : v.last - base + 3])
    if v.of in ("them", "whom", "which"):
        return before[-1:] != ["not"]  # "twelve wounded, not one of whom could walk"
    while before and before[-1] in (",", "also", "in", "addition", "to"):
        before.pop()
    if before and before[-1] in _OPENERS:
        return True
    if tuple(before[-2:]) in _AMONG_THEM or tuple(before[-3:-1]) in _AMONG_THEM:
        return True
    if before[-1:] == ["("] and after[:1] == (")",) and v.who is not None and v.kind is Kind.NUMBER:
        return True  # "12 soldiers (four officers) died"
    if after[:1] == ("included",) and (after[1:2] == () or after[1] in (",", ".", ";", ")", "-", "–", "—")):
        return True  # "16 civilians, five children included"
    alone = v.kind is Kind.NUMBER and v.who is None and v.low == v.high == 1
    if alone and after[:1] in _ONE_A and v.first > base and tokens[v.first - base - 1].text in (",", "("):
        return True  # "two militants, one a Pakistani"
    among = after[1:] if after[:1] == (",",) else after
    if among[:2] not in (("among", "them"), ("amongst", "them")):
        return False
    beyond = tokens[v.last - base + len(after) - len(among) + 2 :][:1]
    # "Twelve people, among them the mayor": what follows is the subgroup.
    return not beyond or beyond[0].pos not in ("NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON", "ADV")


def nominal_about(word: str) -> About | None:
    """What "the dead", "the wounded", "those killed" are: killed or wounded; None for other words."""
    if word in ("dead", "killed", "slain", "deceased", "martyred", "fatalities", "victims", "fallen"):
        return About.KILLED
    if word in ("wounded", "injured", "hurt"):
        return About.WOUNDED
    return None


def attacks(tokens: Sequence[Token], v: Victims) -> bool:
    """True where the noun is of the side that struck: "gunmen", "militants", but not "his gunman", who guards him."""
    head = tokens[v.head - tokens[0].i]
    if tokens[v.first - tokens[0].i].lower in ("his", "her"):
        return False
    return head.lemma in lexicon.ATTACKERS or head.lower in lexicon.ATTACKERS


def adds_up(tokens: Sequence[Token], members: Sequence[Victims]) -> tuple[int, int] | None:
    """The whole that a plain list makes; None where a member is vague, unbounded, or of the other side."""
    if len(members) < 2:
        return None
    if len({attacks(tokens, m) for m in members if m.who is not None}) > 1:
        return None
    low = high = 0
    for m in members:
        if m.low is None or m.high is None:
            return None
        low, high = low + m.low, high + m.high
    return low, high


def with_others(tokens: Sequence[Token], members: Sequence[Victims]) -> tuple[int, None] | None:
    """The least that a named person and "at least 80 others" are; None for any other list."""
    last = members[-1]
    if len(members) < 2 or not (is_family(tokens, members) and last.other and last.high is None):
        return None
    lows = [m.low for m in members]
    return None if None in lows else (sum(low or 0 for low in lows), None)


def is_family(tokens: Sequence[Token], members: Sequence[Victims]) -> bool:
    """True for people told by name or by their tie to the first: "a mother and her two sons", "he and two others".

    Such a list is the whole, its members are no claims of their own.
    """
    if len(members) < 2:
        return False
    base = tokens[0].i
    own = ("his", "her", "their")
    if any(tokens[m.first - base].lower in own for m in members[1:]):
        return True
    if tokens[members[0].first - base].lower in own and tokens[members[0].head - base].lemma in lexicon.KIN:
        return True  # "his wife and two sons"
    named = all(m.kind in (Kind.NAME, Kind.THE) for m in members)
    first = members[0]
    with_others = first.kind in (Kind.PRONOUN, Kind.NAME) and all(m.other or m.single for m in members[1:])
    reflexive = tokens[first.head - base].lower in ("himself", "herself")
    return (named or with_others) and not reflexive


def breaks_down(tokens: Sequence[Token], whole: Victims, members: Sequence[Victims]) -> bool:
    """True where the members' figures add up to the whole's, which stands before them and names no special group."""
    if len(members) < 2 or whole.kind is not Kind.NUMBER:
        return False
    if whole.who is not None and tokens[whole.head - tokens[0].i].lower not in ANYBODY:
        return False
    figures = [m.low for m in members]
    return None not in figures and sum(f or 0 for f in figures) == (whole.low or whole.high)
