"""The words that a text shares with few others: names, streets, odd particulars.

How rare a word is comes from a table fixed with the program (`tables/rarity.json`, counted by
`training/word_rarity.py`), not from the ledger's own reports: so two mentions compare alike whatever else the ledger
holds, and adding reports one by one ends where building from scratch ends.
"""

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from sys import intern

_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*")
_AGE = re.compile(r"\d+-(?:year|month|week|day)s?-olds?$")
_LONGEST_WORD = 40  # characters; longer runs are addresses and codes
_MARKS = {0x2019: "'", 0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare words are.

    classes: word to n, where about one text in 2**n holds it. unlisted: n of a word that is not listed.
    """

    classes: dict[str, int]
    unlisted: int

    def of(self, word: str) -> int:
        """About one text in 2**n holds the word; `rarity().of("police")` is small, of a surname large."""
        return self.classes.get(word, self.unlisted)


@cache
def rarity() -> Rarity:
    """The rarity table that comes with the program."""
    text = resources.files("rashomon.link").joinpath("tables/rarity.json").read_text(encoding="utf-8")
    table = json.loads(text)
    classes = {intern(word): int(n) for n, words in table["one text in 2**n"].items() for word in words.split()}
    return Rarity(classes, int(table["unlisted"]))


def fold(text: str) -> str:
    """The text in lower case without accents: "Lübeck" and "LUBECK" are "lubeck"."""
    if text.isascii():
        return text.lower()
    flat = unicodedata.normalize("NFKD", text.translate(_MARKS))
    return "".join(c for c in flat if not unicodedata.combining(c)).lower()


def words(text: str) -> list[str]:
    """The words that may tell one happening from another, in their order, folded.

    `words("The mayor's house")` is ["the", "mayor", "house"]. Ages ("12-year-old") and numbers of one or two digits are
    left out: they are compared elsewhere, alone they say nothing. A plural s is dropped.
    """
    return [word for word in map(_plain, _WORD.findall(fold(text))) if word]


@lru_cache(maxsize=1 << 17)
def _plain(word: str) -> str:
    """The word as it is compared; empty for one that is left out."""
    if len(word) > _LONGEST_WORD:
        return ""
    word = word.removesuffix("'s").replace("'", "")
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) < 2 or (len(word) < 3 and word.isdigit()) or _AGE.match(word):
        return ""
    return intern(word)


def telling(found: list[str], most: int, without: frozenset[str] = frozenset()) -> tuple[tuple[str, float], ...]:
    """At most `most` words with their weights, weightiest first, the squares of the weights adding up to 1.

    A word weighs its rarity, times the root of how often it stands. without: words that are left out.
    """
    table = rarity()
    classes, unlisted = table.classes, table.unlisted
    counts = ((word, count, classes.get(word, unlisted)) for word, count in Counter(found).items())
    weighed = [(-rare * count**0.5, word) for word, count, rare in counts if rare > 0 and word not in without]
    weighed.sort()
    del weighed[most:]
    length = sum(weight * weight for weight, _ in weighed) ** 0.5
    return tuple((word, -weight / length) for weight, word in weighed)
