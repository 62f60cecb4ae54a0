"""Who a report says was killed, hurt, sought or tried, and how old people in it are.

Officials who speak on everything are passed over: two reports that name the same minister need not tell of one thing.
"""

import re

from rashomon.link.words import rarity, words

_PART = r"(?:(?:al|el|ul|bin|ibn|abu|de|van|von|da|del|la)[ -])?[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_NAME = rf"(?P<name>{_PART}(?: (?:[A-Z]\.|{_PART})){{1,3}})"
_TITLES = """sgt lt capt cpl col gen maj cmdr adm det insp supt officer detective inspector chief sheriff deputy trooper
    constable mayor gov governor sen senator rep president premier prime minister spokesman spokeswoman spokesperson
    commissioner superintendent judge justice attorney prosecutor coroner dr prof professor reporter correspondent
    director secretary commander general colonel captain lieutenant sergeant corporal major admiral brigadier marshal
    king prince ambassador envoy rev reverend pastor councilman councilwoman alderman assemblyman congressman
    congresswoman analyst chairman"""
TITLES = frozenset(_TITLES.split())
_HIT = r"(?:killed|slain|dead|shot|stabbed|wounded|injured|hurt|abducted|kidnapped|missing|found dead|pronounced dead)"
_TRIED = r"(?:arrested|charged|indicted|convicted|sentenced|acquitted|accused|detained|booked|sought|wanted|pleaded)"
# What may come after a name and shows that it is whole: "killed Ossian Thrale in", but not "killed Marrow Front men".
_GOES_ON = "in|on|at|and|who|was|with|during|when|near|as|by|outside|last|this|after|while|earlier|yesterday|today|from"
_BEFORE = r"(?:in|at|near|on|of|from|by|and|for|with|across|over|inside|outside|around) "
_NAMED = (
    re.compile(
        _NAME
        + r",? (?:(?:who (?:is|was) |a |age |aged |\()?\d{1,2}\b(?!,?\d| ?%| (?:people|others|were))"
        + rf"|(?:was|were|has been|had been|is|are)(?: \w+)? {_HIT}\b"
        + rf"|(?:(?:was|were|has been|had been|is|are) )?(?:\w+ )?{_TRIED}\b)"
    ),
    re.compile(r"\d{1,2}[- ]years?[- ]old,? " + _NAME),
    re.compile(r"\b(?:identified|named)(?: \w+){0,5}? as (?:\d+[- ]year[- ]old )?" + _NAME),
    re.compile(
        r"\b(?:killed|killing|slew|assassinated|assassinating|kidnapped|abducted|(?:killing|assassination|murder|death"
        rf"|abduction|kidnapping)s? of) (?P<office>(?:(?!{_BEFORE})[\w'’-]+ ){{0,4}}?)"
        + _NAME
        + rf"(?=[,.;)]| (?:{_GOES_ON})\b|$)",
        re.MULTILINE,
    ),
    re.compile(r"\b(?:victims?|suspects?|gunm[ae]n|shooters?|attackers?|bombers?|hostages?|defendants?),? " + _NAME),
)
_AGES = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|\bage[ds]? (\d{1,2})\b|, (\d{1,2})(?=, )|\((\d{1,2})\)")
_AGES_LISTED = re.compile(r"\bages? (\d{1,2}(?:(?:, and |, | and | to )\d{1,2})+)")
_BACK = re.compile(
    r"\b(?:trials?|sentenc\w+|convict\w+|acquitt\w+|guilty|jur(?:y|ors?)|verdict|plea|indict\w+|manslaughter"
    r"|prison|probation|inquest|inquiry|tribunal|lawsuit|anniversary|commemorat\w+)\b",
    re.IGNORECASE,
)
LEAST_RARE = 4  # a word that one text in 2**3 or more holds is no part of a name
# Last words of names that every report of a town holds: its police, its hospital, its county, its paper.
BODIES = frozenset(
    """county police hospital medical university college department center centre memorial news time herald post tribune
    journal courier gazette sheriff district court council stopper crimestopper association institute ministry party
    army force examiner trauma republic office school parish bureau agency clinic dept division unit section coroner
    stopper reporter star sun press media tv radio""".split()
)
# Words with which no person's name begins or ends: they stand before an age or "was shot" all the same.
_NO_NAMES = frozenset(
    """january february march april may june july august september october november december north south east west
    northwest northeast southwest southeast street avenue road drive boulevard block park lake fort county city new
    daily image photo caption police cops find""".split()
)
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii"])
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
FEWEST_BACK = 2  # such words; one may stand in any report


def is_title(word: str) -> bool:
    """True for a word that says in what office somebody speaks: "Lt.", "Minister"."""
    return word.lower().rstrip(".") in TITLES


def people(text: str, most: int) -> tuple[str, ...]:
    """The people whom a text calls hit, sought or tried, or whose age it gives, by first and last name, as they come.

    `people("Ossian Thrale, 34, was killed, Lt. Brannoc Ull said.", 8)` is ("ossian thrale",).
    """
    found: dict[str, tuple[int, str]] = {}
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            before = text[max(0, match.start("name") - 24) : match.start("name")].split(" ")
            parts = match.group("name").split(" ")
            own = [word for word in words(match.group("name")) if word not in _SUFFIXES]
            if "office" in pattern.groupindex:  # whoever is killed is no speaker, whatever the office
                own = [word for word in own if not is_title(word)]
            elif is_title(parts[0]) or (len(before) > 1 and is_title(before[-2])):
                continue
            while own and (own[0] in _DAYS or rarity().of(own[0]) < LEAST_RARE):
                del own[0]  # "On Sunday Ossian Thrale"
            if (
                len(own) > 1
                and not _NO_NAMES & {own[0], own[-1]}
                and own[-1] not in BODIES
                and rarity().of(own[-1]) >= LEAST_RARE
            ):
                key = f"{own[0]} {own[-1]}"
                found[key] = min(found.get(key, (match.start(), key)), (match.start(), key))
    return tuple(key for _, key in sorted(found.values())[:most])


def ages(text: str) -> bytes:
    """The ages that a text gives, each once, ascending: "two boys, ages 9 and 12" is 9 and 12."""
    found = {int(age) for match in _AGES.finditer(text) for age in match.groups() if age}
    found.update(int(age) for match in _AGES_LISTED.finditer(text) for age in re.findall(r"\d+", match.group(1)))
    return bytes(sorted(found - {0}))


def looks_back(text: str) -> bool:
    """True for a report of what came of it: a trial, a sentence, an inquiry, an anniversary."""
    return len(_BACK.findall(text)) >= FEWEST_BACK
