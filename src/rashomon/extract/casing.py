"""Text in one case, as telegrams and old archives have it, in ordinary case for the parser.

"GUERRILLAS ATTACKED SAN MIGUEL" reads "Guerrillas attacked San Miguel": a parser that was trained on ordinary print
takes capitals for names throughout. Only what the parser sees is changed, never a character of the report, and never
the length: all offsets hold.
"""

import json
import re
from functools import cache
from importlib import resources

from rashomon.extract.events.lexicon import NOUNS, VERBS

FEWEST = 40  # letters; a heading or an acronym in capitals is left as it is
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OPENS = re.compile(r"(?:^|[.!?\n]|--|\[TEXT\])[\s\"“(\[]*$", re.IGNORECASE)
_ACRONYM = re.compile(r"[(\[]([^\W\d_]{3,6})[)\]]")
_SAYABLE = re.compile(r"[^aeiouyáéíóúü]{0,2}[aeiouyáéíóúü].*?[^aeiouyáéíóúü]?")
_LONGEST_NAME = 9  # words before the acronym that may spell it


def in_one_case(text: str) -> bool:
    """True where all of a text's letters are capitals, or none is, and they are enough to tell."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < FEWEST:
        return False
    capitals = sum(c.isupper() for c in letters)
    return capitals >= 0.95 * len(letters) or not capitals


def in_ordinary_case(text: str) -> str:
    """A text in one case with its names alone in capitals, as far as a table of common words tells; the same length."""
    letters = list(text)
    small = _small_words()
    words = list(_WORD.finditer(text))
    for match in words:
        word = match.group()
        opens = bool(_OPENS.search(text[max(0, match.start() - 8) : match.start()]))
        stem = word.lower().split("'")[0].split("’")[0]
        if stem not in small and stem.removesuffix("s") not in small and len(word) > 1:
            _write(letters, match.start(), word.capitalize() if _sayable(word) else word.upper())
        else:
            _write(letters, match.start(), word.capitalize() if opens or word in ("I", "i") else word.lower())
    for match in _ACRONYM.finditer(text):
        if match[1].lower() not in small:
            _write(letters, match.start(1), match[1].upper())
            _spell(letters, [w for w in words if w.end() <= match.start()][-_LONGEST_NAME:], match[1].lower())
    return "".join(letters)


def _sayable(word: str) -> bool:
    """False for "FMLN" and "ELN": short, and ending or beginning in consonants that no word has."""
    return len(word) > 5 or bool(_SAYABLE.fullmatch(word.lower()))


def _spell(letters: list[str], words: list[re.Match[str]], acronym: str) -> None:
    """Capitals for the words before an acronym whose first letters spell it."""
    left = list(acronym)
    spelled = []
    for match in reversed(words):
        if left and match.group()[0].lower() == left[-1]:
            left.pop()
            spelled.append(match)
        elif len(match.group()) > 3:
            break
    if not left:
        for match in spelled:
            _write(letters, match.start(), match.group().capitalize())


def _write(letters: list[str], start: int, word: str) -> None:
    """Puts a word in place of as many letters; one that changes its length with its case stays as it is."""
    old = letters[start : start + len(word)]
    if len(word) == len(old) and all(a.lower() == b.lower() for a, b in zip(word, old, strict=True)):
        letters[start : start + len(word)] = word


@cache
def _small_words() -> frozenset[str]:
    path = resources.files("rashomon.extract") / "tables" / "small_words.json"
    return frozenset(json.loads(path.read_text(encoding="utf-8"))["words"].split()) | NOUNS.keys() | VERBS.keys()
