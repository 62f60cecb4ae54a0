"""Actors outside the list: groups that the report itself names or introduces, by English words for armed groups.

"the RED-Tabara rebel group", "a group calling itself the Hijaz Province", "the Coalition of Patriots for Change, or
CPC", "the Kachin Freedom Front": the name is the report's, and holds for the whole report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.records import Actor, ActorKind, Layout, Parse
from rashomon.who.words import plain, vocabulary

GROUP_WORDS = (
    "group|militia|movement|faction|organi[sz]ation|outfit|gang|cartel|network|alliance|coalition|army|front|brigade"
)
FIGHTERS = (
    "rebels?|militants?|insurgents?|guerrillas?|separatists?|jihadists?|jihadis?|fighters?|gunm[ae]n|terrorists?|"
    "extremists?|militiam[ae]n|secessionists?|mercenar(?:y|ies)|bandits?|gangsters?|paramilitar(?:y|ies)|islamists?"
)
_FIGHTING = rf"(?:armed|terror|terrorist|rebel|militant|insurgent|jihadist|extremist|separatist|{FIGHTERS})"
_ARMED_WORDS = vocabulary(
    """liberation front army militia militias brigade brigades battalion battalions resistance mujahideen mujahidin
    jihad guerrilla guerrillas revolutionary vanguard legion rebel fighters tigers commandos katiba katibat liwa
    kataib ansar jaish jaysh jund harakat falcons militant insurgents insurgency faction cartel forces saraya"""
)
# Words of a state's own forces, and of sides of no one: "the National Security Forces" introduces nobody.
_OFFICIAL = vocabulary(
    """national security armed special defence defense air royal federal state police military government coalition
    joint task peacekeeping border public regional central combined ground naval elite local foreign interior
    territorial general intervention operations united nations western rapid-reaction the of and"""
)
# Words that a capitalised run may begin or end with without being part of a group's name.
_NOT_NAMES = vocabulary(
    """the a an in on at by of for from and but as if when while after before since monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    army salvation men members fighters soldiers gunmen rebels militants elements cadres supporters followers troops
    militiamen guerrillas insurgents remnants units leaders"""
)
# Words before "group" after which the name before is no armed group, or not the group itself.
_OF_ANOTHER = vocabulary(
    """of in for from who that which with by to at on and rights aid advocacy monitoring monitor campaign relief
    humanitarian media news ethnic religious minority indigenous community support research trade business
    environmental student medical lobby watchdog charity activist press women womens civil society civic tribal
    linguistic political mining oil insurance security consultancy consulting intelligence pressure member leader
    spokesman commander former founder boy rock music pop sports christian"""
)
_CAPITALISED = r"[A-Z][\w'’]*(?:-[\w'’]+)*"
_SMALL = r"(?:\s+(?:of|for|the|de|del|du|and|in|ul|al|wa|e)){0,2}"
_NAME = rf"(?:(?:[Aa][ln]|[Ee]l)-)?{_CAPITALISED}(?:{_SMALL}[\s-]+{_CAPITALISED}){{0,7}}"
_OPENING = r"(?:the\s+)?[\"“‘']?"
_CALLED = r"(?:calling (?:itself|themselves)|called|known as|going by the name of|which calls itself|named|self-styled)"
_AFTER_GROUP = re.compile(rf"\b{_FIGHTING}\s+(?:{GROUP_WORDS})s?,?\s+(?:{_CALLED}\s+)?{_OPENING}({_NAME})")
_CALLING = re.compile(
    rf"\b(?:{GROUP_WORDS}|affiliate|branch|cell|fighters|militants|rebels|men)\b[^.;]{{0,30}}?"
    rf"\b{_CALLED}\s+{_OPENING}({_NAME})"
)
_BEFORE_GROUP = re.compile(
    rf"({_NAME})\s+(?:armed|rebel|militant|terror(?:ist)?|insurgent|jihadist|separatist|extremist|militia|guerrilla)"
    rf"\s+(?:{GROUP_WORDS})s?\b"
)
_BEFORE_FIGHTERS = re.compile(rf"({_NAME})\s+(?:militia|{FIGHTERS})\b")
_OF_GROUP = re.compile(
    rf"\b(?:{FIGHTERS}|[Dd]issidents|elements|cadres|column|commandos)\s+(?:of|from)\s+the\s+({_NAME})"
    r"(?!\s+(?:region|province|district|area|village|town|valley|tribe|state|city|clan|community)\b)"
)
_RUN = re.compile(rf"\b({_NAME})")
_IN_BRACKETS = re.compile(
    rf"({_NAME})(?:\s+(?:rebel|militant|armed)?\s*(?:{GROUP_WORDS}|{FIGHTERS}))?\s*"
    r"(?:\(|,? or |, known (?:as|by its (?:initials|acronym)) )\s*[\"“']?([A-Z][A-Za-z0-9-]{1,9})\b(?!\s+[a-z]+ed\b)"
)
_OWNED = re.compile(
    r"\b(?!(?:[Pp]eople|[Ww]orker|[Pp]easant|[Ll]ord|[Gg]od|[Ff]armer|[Nn]ation|[Mm]en)['’]s)[\w-]+['’]s\b"
)
_SHORT = re.compile(r"\b[A-Z]{3,7}\b")
_BODIES = vocabulary(
    """front army movement party forces force league union council committee congress organisation organization brigade
    brigades command militia tigers guard guards resistance alliance cartel"""
)
_BANDS = "group|militia|movement|outfit|faction|gang|cartel|guerrilla|band|cell|insurgency|alliance"
# "Saraya al-Ashtar, a little-known underground group", but no "rights group".
_APPOSED = re.compile(
    rf"({_NAME})(?:\s+\(([A-Z][A-Za-z0-9-]{{1,9}})\))?,\s+(?:a|an|one of [a-z]+ )\s*((?:[\w'’-]+,?\s+){{0,6}}?)"
    rf"(?:{_BANDS})\b(?!\s+(?:leader|commander|member|chief|spokes|fighter))"
)
_RELATION = re.compile(r"-(?:backed|led|linked|aligned|affiliated|based|held|controlled|allied|supported|run)$", re.I)
_LONGEST_LINE = 5_000


@dataclass(frozen=True, slots=True)
class Introduced:
    """A group's name that a report introduces, and its short form, "" where it gives none."""

    name: str
    short: str
    rule: str


def introduced(parse: Parse) -> list[Actor]:
    """The groups that the report names outside the list, in the order of the text.

    Their ids begin with "report:" and hold in this report only.
    """
    found: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    short_forms = frozenset(_SHORT.findall(parse.text))
    for sentence in parse.sentences:
        line = parse.text[sentence.start : min(sentence.end, sentence.start + _LONGEST_LINE)]
        if line.isupper() or (parse.layout_of(sentence) is not Layout.BODY and _headline_case(line)):
            continue
        for new in (*_introductions(line), *_initialled(line, short_forms)):
            key = tuple(plain(new.name).split())
            if _OWNED.search(new.name):
                continue
            _, shorts = found.setdefault(key, (new.name, []))
            if new.short and new.short not in shorts:
                shorts.append(new.short)
    return [
        Actor("report:" + "-".join(key), name, ActorKind.ARMED_GROUP, tuple(shorts), None, (), "the report")
        for key, (name, shorts) in found.items()
    ]


def _introductions(line: str) -> Iterator[Introduced]:
    for pattern, rule in (
        (_AFTER_GROUP, "named after its kind"),
        (_CALLING, "named after its kind"),
        (_BEFORE_GROUP, "named before its kind"),
    ):
        for match in pattern.finditer(line):
            name = trimmed(match.group(1))
            if name:
                yield Introduced(name, "", rule)
    for match in _OF_GROUP.finditer(line):
        name = trimmed(match.group(1))
        if name and (_short_form(name) or _ARMED_WORDS & set(plain(name.replace("-", " ")).split())):
            yield Introduced(name, "", "named after its fighters")
    for match in _BEFORE_FIGHTERS.finditer(line):
        name = trimmed(match.group(1))
        if name and _peculiar(name):
            yield Introduced(name, "", "named before its kind")
    yield from _armed_names(line)
    yield from _apposed(line)
    for match in _IN_BRACKETS.finditer(line):
        name, short = trimmed(match.group(1)), match.group(2)
        if name and _initials(name, short) and _ARMED_WORDS & set(plain(name.replace("-", " ")).split()):
            yield Introduced(name, short, "abbreviation introduced in the report")


def _armed_names(line: str) -> Iterator[Introduced]:
    """Names that hold a word of armed groups: "Kachin Freedom Front", "Okavango Forces"."""
    for match in _RUN.finditer(line):
        name = trimmed(match.group(1))
        told = plain(name.replace("-", " ")).split()
        forces = told[-1:] == ["forces"] and set(told[:-1]) <= _OFFICIAL
        if len(name.split()) >= 2 and not forces and _ARMED_WORDS & set(told[1:]):
            yield Introduced(name, "", "a group's word in the name")


def _apposed(line: str) -> Iterator[Introduced]:
    """Names with "a little-known underground group" after them."""
    for match in _APPOSED.finditer(line):
        name, said = trimmed(match.group(1)), set(plain(match.group(3)).replace(",", " ").split())
        if name and not said & _OF_ANOTHER:
            yield Introduced(name, match.group(2) or "", "a group in apposition")


def _initialled(line: str, shorts: frozenset[str]) -> Iterator[Introduced]:
    """Names of bodies whose initials stand elsewhere in the report as a word: "UPDF" is the United People's Front's."""
    for match in _RUN.finditer(line):
        name = trimmed(match.group(1))
        initials = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
        if initials in shorts and plain(name.split()[-1]) in _BODIES:
            yield Introduced(name, initials, "its initials stand in the report")


def trimmed(name: str) -> str:
    """The run of capitalised words without leading sentence openers and days; "" where nothing is left."""
    parts = name.split()
    if any(_RELATION.search(part) for part in parts):
        return ""
    while parts and plain(parts[0]) in _NOT_NAMES:
        parts.pop(0)
    while parts and plain(parts[-1]) in _NOT_NAMES - {"army"}:
        parts.pop()
    return " ".join(parts)


def _headline_case(line: str) -> bool:
    """True where most longer words begin with a capital: capitals tell no names there."""
    longer = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.6 * len(longer)


def _peculiar(name: str) -> bool:
    """A single word with capitals or a hyphen inside ("RED-Tabara"): a name by its look."""
    return " " not in name and sum(c.isupper() for c in name) >= 2


def _short_form(name: str) -> bool:
    """True for a name of capitals alone ("the FDD")."""
    return " " not in name and len(name) >= 3 and name.isupper()


def _initials(name: str, short: str) -> bool:
    """True where the letters of the short form stand in the name's words in order: CPC, FLA, RED-Tabara no."""
    letters = [c for c in short.lower() if c.isalpha()]
    at = 0
    for word in re.split(r"[\s-]+", plain(name)):
        if at < len(letters) and word.startswith(letters[at]):
            at += 1
    return at >= max(2, len(letters) - 1)
