"""Words as they are searched: folded here, not by a database, so that both databases find the same.

Case and accents are dropped, plurals lose their s by Harman's S stemmer (D. Harman, "How effective is suffixing?",
JASIS 42(1), 1991), and all else but letters and digits parts words: "Al-Qa'im's drones" is "al qa im s drone".
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 64  # characters; longer ones are no words of a language, and PostgreSQL takes no more than 2,046 bytes
_MOST_BYTES = 600_000  # of different words: PostgreSQL takes 1,048,575 for a text with all places of its words
_MOST_WORDS = 60_000
_PHRASE = re.compile(r'"([^"]*)"')


def folded_words(text: str) -> list[str]:
    """The folded words of a text, in its order; empty where it has no letter and no digit."""
    if not text.isascii():
        # Combining marks go (NFKD parts them from their letters), as readers type names without them.
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(character for character in decomposed if not unicodedata.combining(character))
    return [_stem(word[:_LONGEST_WORD]) for word in _WORD.findall(text.casefold())]


def searchable(words: Iterable[str]) -> list[str]:
    """The first of the words, as many as both databases can keep of one text."""
    words = list(words)
    if len(words) <= _MOST_WORDS and sum(map(len, words)) * 4 <= _MOST_BYTES:  # four bytes a character at most
        return words
    seen: set[str] = set()
    kept: list[str] = []
    room = _MOST_BYTES
    for word in words:
        if word not in seen:
            room -= len(word.encode())
            seen.add(word)
        if room < 0 or len(kept) == _MOST_WORDS:
            break
        kept.append(word)
    return kept


def folded(text: str) -> str:
    """The folded words parted by one space."""
    return " ".join(folded_words(text))


def phrases(query: str) -> list[list[str]]:
    """What a search asks for: each a run of folded words that must stand together, all of which must be found.

    `drone "al-Qaim strikes"` is [["al", "qaim", "strike"], ["drone"]]; empty where no word is asked for.
    """
    together = [folded_words(phrase) for phrase in _PHRASE.findall(query)]
    single = [[word] for word in folded_words(_PHRASE.sub(" ", query))]
    return [phrase for phrase in together + single if phrase]


@lru_cache(100_000)
def _stem(word: str) -> str:
    if len(word) < 4 or not word.endswith("s"):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    return word if word.endswith(("us", "ss")) else word[:-1]
