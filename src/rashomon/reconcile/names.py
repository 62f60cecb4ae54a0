"""When two names for a speaker or an actor stand for the same one, and when words name nobody in particular."""

import re
import unicodedata
from collections.abc import Sequence

_LITTLE = "a an the of in on at to and or for by from its his her their with who that some several two three"
# Roles that a body's people speak in: they say in which capacity, not for whom.
_ROLES = """official source spokesman spokesperson spokeswoman statement minister chief head leader commander
    commandant general colonel major captain lieutenant brigadier sergeant director officer senior top local provincial
    regional district state city town media office press member deputy governor mayor mr mrs dr president secretary
    authority government security"""
# Words for speakers whom nobody could find again: two outlets' "witnesses" need not be the same people.
_ANONYMOUS = """witness eyewitness resident people local villager survivor neighbour neighbor source official report
    relative family activist medic doctor expert analyst observer passer-by bystander man woman person others one
    unnamed anonymous senior security intelligence diplomatic diplomat"""
LITTLE, ROLES, ANONYMOUS = (frozenset(listed.split()) for listed in (_LITTLE, _ROLES, _ANONYMOUS))
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, in order: "the Interior Ministry's spokesman" is interior ministry spokesman."""
    flat = unicodedata.normalize("NFKD", name.replace("’", "'").replace(".", ""))
    folded = "".join(c for c in flat if not unicodedata.combining(c)).lower()
    found = (word.removesuffix("'s").strip("'") for word in _WORD.findall(folded))
    return tuple(_singular(word) for word in found if word not in LITTLE)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("es") and word[:-2].endswith(("ss", "x", "ch", "sh")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word


def known(name: str) -> frozenset[str]:
    """What in a name says which one it is; empty for words that name nobody in particular ("witnesses", "a source")."""
    found = frozenset(words(name))
    rest = found - ANONYMOUS
    return rest - ROLES


def same_name(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where both name somebody, and one name is the other or a shorter form of it."""
    return bool(one) and bool(two) and (one <= two or two <= one)


def grouped(names: Sequence[frozenset[str]]) -> list[int]:
    """For each name the place of the first name that it stands for, by chains of `same_name`.

    A body and its spokesman, met under either name, are one: rather too few origins than too many.
    """
    root = list(range(len(names)))
    for i, one in enumerate(names):
        for j in range(i):
            if root[j] != root[i] and same_name(one, names[j]):
                low, high = sorted((root[i], root[j]))
                root = [low if r == high else r for r in root]
    return root
