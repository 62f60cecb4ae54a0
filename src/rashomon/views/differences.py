"""What changed between two revisions of one report, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 6000  # of a longer text whole lines are compared: word by word would take minutes


class Change(StrEnum):
    """What became of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words and what became of them."""

    words: str
    change: Change


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """The runs in order: those kept and removed together are the text before, those kept and added the text after.

    >>> [one.words for one in differences("six killed", "nine killed")]
    ['six', 'nine', ' killed']
    """
    left, right = _parts(before, after)
    found = []
    for _, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        gone, new = "".join(left[i:j]), "".join(right[k:m])
        if gone == new:
            found.append(Difference(gone, Change.KEPT))
            continue
        found += [Difference(gone, Change.REMOVED)] * bool(gone) + [Difference(new, Change.ADDED)] * bool(new)
    return tuple(found)


def _parts(before: str, after: str) -> tuple[list[str], list[str]]:
    left, right = _TOKENS.findall(before), _TOKENS.findall(after)
    if max(len(left), len(right)) <= MOST_TOKENS:
        return left, right
    return before.splitlines(keepends=True), after.splitlines(keepends=True)
