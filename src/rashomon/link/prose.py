"""A report's own prose, without the page around it, and the names in it.

Pages carry other stories' headlines, requests to the reader and the outlet's own name. Two reports that share only
those share nothing.
"""

import re

from rashomon.link.people import BODIES, is_title
from rashomon.link.words import rarity, words

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_PAGE = re.compile(
    r"^\W*(?:by|reporting by|editing by|posted|updated|published|copyright|©)\b.{0,120}$"
    r"|\b(?:click|cookies?|newsletters?|browser|javascript|inbox|your e-?mail|subscribe|sign up|slideshow|copyright"
    r"|your profile|verification|all rights reserved|terms of (?:use|service)|privacy policy|log ?in)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…]['\"”’)\]]*\s*$")
LONG_LINE = 160  # characters: a line this long is prose even without a full stop
_TITLE_PARTS = re.compile(r"\s+(?:-+|[|–—]|::+|»)\s+")
FEWEST_TITLE_WORDS = 3
_WORD = r"[A-Z][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_NAME = re.compile(
    r"(?<![.!?…:\"“”'‘’\-] )(?<![^\s(])(?<!^)(" + _WORD + r")"  # not at a sentence's start, where any word is great
    r"(?= (?:(?:[A-Z]\.|al|el|bin|ibn|de|van|von|da) )?((?:al-|el-|Al-|El-)?" + _WORD + r"))",
    re.MULTILINE,
)
_GOES_ON = re.compile(r"(?:['’]s)?((?: [A-Z][^\W\d_]+){1,3})")


def prose(text: str, most: int) -> str:
    """The lines of a text that are sentences, and its first line, from its first `most` characters."""
    kept = []
    for n, match in enumerate(_LINE.finditer(text[:most])):
        line = match.group()
        if (n == 0 or len(line) >= LONG_LINE or _ENDS.search(line)) and not _PAGE.search(line):
            kept.append(line)
    return "\n".join(kept)


def headline(title: str) -> str:
    """The title without the outlet's name: "Four shot on Elm Street - Example News" is "Four shot on Elm Street"."""
    for part in _TITLE_PARTS.split(title):
        if len(part.split()) >= FEWEST_TITLE_WORDS:
            return part
    return title


def names(text: str, most: int) -> tuple[str, ...]:
    """Names of two words in prose, the rarest first: "Keith Smith" is "keith smith".

    Headlines, which end in no stop, are passed over: all their words are great. A name counts by how rare its words
    are: "United States" is known to everybody and tells nothing.
    """
    table = rarity()
    found: dict[str, int] = {}
    for line in text.split("\n"):
        if not _ENDS.search(line) and len(line) < LONG_LINE:
            continue
        for match in _NAME.finditer(line):
            before = line[max(0, match.start() - 24) : match.start()].split(" ")
            if is_title(match.group(1)) or (len(before) > 1 and is_title(before[-2])):
                continue
            if _of_a_body(line, match.end(2)):
                continue
            pair = words(f"{match.group(1)} {match.group(2)}")
            if len(pair) == 2 and pair[1] not in BODIES:
                found[" ".join(pair)] = table.of(pair[0]) + table.of(pair[1])
    ordered = sorted(found, key=lambda name: (-found[name], name))
    return tuple(name for name in ordered if found[name] >= RARE_NAME)[:most]


def _of_a_body(line: str, end: int) -> bool:
    """True where the name goes on with a hospital, a court or a paper: "Ossian Thrale Memorial Hospital"."""
    after = _GOES_ON.match(line, end)
    return after is not None and not BODIES.isdisjoint(words(after.group(1)))


RARE_NAME = 12  # both words' rarity added up
