"""Two keys for a place's name: how it is spelt, and roughly how it sounds.

`spelling("Deir ez-Zor")` is "deir ez zor": case, diacritics, apostrophes and hyphens do not count.
`sound("Dayr az Zawr")` and `sound("Deir al-Zour")` are both "dir zur": the article before a sun letter, long vowels,
doubled letters and final h do not count either, because every newsroom writes them in its own way.
"""

import re
import unicodedata
from functools import lru_cache

from rashomon.where.lexicon import ARTICLES

# Letters that do not decompose into a plain letter and a mark.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h", "ŧ": "t"}
    | dict.fromkeys("'’‘`´ʿʾʻʼʹ″′.", "")
)
_SEPARATORS = re.compile(r"[^\w]+|_+")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SOUNDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"ck|q", "k"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"tch|tsh", "ch"),
        (r"dj", "j"),
        (r"aw|ou|oo|ow|uw|w", "u"),
        (r"a[iy]|e[iy]|ee|y|j(?=$)", "i"),
        (r"o", "u"),
        (r"e", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[aiu])h$", ""),
    )
)
_LATIN = re.compile(r"[a-z0-9 ]+")


def spelling(name: str) -> str:
    """The name without case, marks and punctuation: "Ḩalab" is "halab", "St. John's" is "saint johns"; may be ""."""
    folded = name.casefold().translate(_LETTERS)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = _SEPARATORS.sub(" ", folded).split()
    return " ".join(_ABBREVIATED.get(word, word) for word in words)


@lru_cache(maxsize=16384)
def sound(name: str) -> str:
    """The rough sound of a name in any Latin spelling of it: "Hasakah", "al-Hasaka" and "Hassakeh" meet; may be ""."""
    words = spelling(name).split()
    kept = [word for word in words if word not in ARTICLES] or words
    return " ".join(_sound_of_word(word) for word in kept)


def _sound_of_word(word: str) -> str:
    for pattern, plain in _SOUNDS:
        word = pattern.sub(plain, word)
    return word


def is_latin(key: str) -> bool:
    """True where a key made by `spelling` is in the Latin alphabet, as names in an English report are."""
    return bool(_LATIN.fullmatch(key))
