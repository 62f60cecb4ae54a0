"""The words of a text as actor names are compared: folded, without articles, with their offsets.

"al-Shabaab", "Al Shabab" and "Shabaab" are one folded word; so are "Houthi" and "Huthi".
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’`ʼ‘][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’`ʼ‘][sS]$")
# Arabic and Persian particles inside names; spelt in many ways, they tell no two actors apart.
_ARTICLES = frozenset({"al", "el", "ul"})
_JOINED_ARTICLES = frozenset({"an", "as", "ash", "ar", "at", "ad", "az", "us", "ud", "ur", "e", "i"})
_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text. text: as it stands, a possessive ending left off, `start` and `end` its offsets.

    lead: where a dropped article before it begins ("al-" of "al-Shabaab"), else `start`.
    lower: folded for exact comparison; skeleton: folded further, for names with several spellings.
    """

    text: str
    start: int
    end: int
    lead: int

    @property
    def lower(self) -> str:
        """Lower case without accents, dots and apostrophes: "u.s." is "us"."""
        return plain(self.text)

    @property
    def skeleton(self) -> str:
        """`lower` with the spellings of one sound made one: "huthi" for "Houthi"."""
        return skeleton(self.text)

    @property
    def capital(self) -> bool:
        """True where it begins with a capital letter or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """The word in lower case without accents, dots and apostrophes."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return re.sub(r"[.'’`ʼ‘]", "", flat).lower()


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """The word without the differences between common romanisations: Shabaab, Shabab; Qaida, Qaeda; Huthi, Houthi."""
    folded = plain(word)
    for found, kept in (("ae", "ai"), ("aa", "a"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("e", "i"), ("o", "u")):
        folded = folded.replace(found, kept)
    folded = folded.replace("isatiun", "izatiun").replace("difinsi", "difinci")  # organisation, defense
    return re.sub(r"(\w)\1", r"\1", folded)


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words between two offsets of a text, articles inside names left out ("al", "ul", "-e-")."""
    end = len(text) if end is None else end
    found: list[Word] = []
    lead: int | None = None
    for match in _WORD.finditer(text, start, end):
        word = _POSSESSIVE.sub("", match.group())
        low = word.lower()
        after = text[match.end() : match.end() + 1]
        before = text[match.start() - 1 : match.start()]
        joined = bool(after) and after in _HYPHENS
        inside = joined or (bool(before) and before in _HYPHENS)
        if (low in _ARTICLES and not (word.isupper() and not joined)) or (
            low in _JOINED_ARTICLES and inside and not word.isupper()
        ):
            lead = match.start() if lead is None else lead
            continue
        glued = lead is not None and match.start() - lead <= 6
        found.append(
            Word(word, match.start(), match.start() + len(word), lead if glued and lead is not None else match.start())
        )
        lead = None
    return found


def vocabulary(listed: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(listed.split())
