"""Which people belong to which casualty word: greedy, best pair first, each group of people once.

Each cue has a side on which its people stand. A pair is worth more where they touch or where the parse joins them, and
less for each other cue, verb or stop between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cues import Cue, Shape, Side
from rashomon.extract.tolls.victims import Kind, Victims
from rashomon.records import Parse, Token

LEAST = 4.0  # a pair worth less is none
_JOINTS = frozenset((",", "and", "&", "plus", "both", "with", "along", "as", "well", "-", "including"))
_SKIPPED = frozenset(
    [
        "people",
        "persons",
        "seriously",
        "critically",
        "badly",
        "slightly",
        "severely",
        "fatally",
        "reportedly",
        "also",
        "were",
        "was",
        "are",
        "is",
        "been",
        "have",
        "has",
        "had",
        "more",
        "others",
        "other",
        "confirmed",
        "feared",
        "left",
        "reported",
        "found",
    ]
)


@dataclass(frozen=True, slots=True)
class Pair:
    """People and the cue that makes them victims. worth: how sure the join is. pattern: what joined them."""

    cue: Cue
    victims: Victims
    worth: float
    pattern: str


def pairs(parse: Parse, tokens: Sequence[Token], cues: Sequence[Cue], people: Sequence[Victims]) -> list[Pair]:
    """The pairs of one sentence, by the place of their people; each group of people stands in one pair at most."""
    offered = [
        pair for cue in cues for v in people if (pair := _offer(parse, tokens, cue, v, cues, people)) is not None
    ]
    offered.sort(key=lambda p: (-p.worth, abs(p.victims.first - p.cue.first), p.victims.first))
    taken: dict[int, Pair] = {}
    used: dict[Cue, Pair] = {}
    owned = {p.victims.first for p in offered if p.pattern == "touching"}
    for pair in offered:
        if pair.victims.first in taken or (pair.cue in used and pair.cue.shape is not Shape.TOLL):
            continue
        used[pair.cue] = pair
        taken[pair.victims.first] = pair
        for mate in listed(tokens, people, pair.victims):
            if mate.first not in taken and (mate.first not in owned or _touches(tokens, pair.cue, mate)):
                taken[mate.first] = Pair(pair.cue, mate, pair.worth - 0.5, "list")
    return sorted(taken.values(), key=lambda p: p.victims.first)


def listed(tokens: Sequence[Token], people: Sequence[Victims], one: Victims) -> list[Victims]:
    """The other members of the list that this group of people stands in: "a guard, two clerks and three others"."""
    at = next(i for i, v in enumerate(people) if v is one)
    found: list[Victims] = []
    for step in (-1, 1):
        here = at
        while 0 <= here + step < len(people):
            left, right = sorted((people[here], people[here + step]), key=lambda v: v.first)
            if not _joined(tokens, left, right):
                break
            here += step
            found.append(people[here])
    return sorted(found, key=lambda v: v.first)


def _joined(tokens: Sequence[Token], left: Victims, right: Victims) -> bool:
    base = tokens[0].i
    between = tokens[left.last - base : right.first - base]
    words = [t.lower for t in between]
    if not words or "including" in words:
        return False
    if words[-1] not in _JOINTS and words[-1] not in ("well as", "as"):
        return False
    if all(w in _JOINTS for w in words):
        return right.kind is not Kind.PLURAL or words[-1] != ","
    # A short phrase after the first member: "eight members of the guard and a driver".
    calm = all(
        t.pos in ("ADP", "NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM", "PRON", "PART", "CCONJ") for t in between
    )
    return (
        calm
        and len(words) <= 8
        and words[0] in ("of", "from", ",", "in", "(", "at")
        and words[-1] in ("and", ",")
        and right.kind in (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
    )


def _touches(tokens: Sequence[Token], cue: Cue, v: Victims) -> bool:
    base = tokens[0].i
    between = (
        tokens[v.last - base : cue.first - base] if v.last <= cue.first else tokens[cue.last - base : v.first - base]
    )
    return all(t.lower in _SKIPPED or t.pos == "ADV" for t in between)


def _offer(
    parse: Parse, tokens: Sequence[Token], cue: Cue, v: Victims, cues: Sequence[Cue], people: Sequence[Victims]
) -> Pair | None:
    """What the pair of this cue and these people is worth; None where they cannot belong together."""
    if v.first < cue.last and cue.first < v.last:
        return None
    before = v.last <= cue.first
    if (cue.side is Side.BEFORE) is not before and not (cue.shape is Shape.STATE and v.head in cue.subjects):
        return None
    base = tokens[0].i
    between = tokens[v.last - base : cue.first - base] if before else tokens[cue.last - base : v.first - base]
    if any(t.text == ";" for t in between):
        return None
    weak = v.kind in (Kind.THE, Kind.NAME, Kind.PLURAL, Kind.PRONOUN) or v.known is None
    governed = v.head in cue.subjects or any(v.first <= s < v.last for s in cue.subjects)
    if cue.shape is Shape.TOLL:
        return _toll_offer(tokens, cue, v, between)
    if cue.shape is Shape.LOSES and not (v.known and v.kind is not Kind.PRONOUN and v.who is not None):
        return None
    worth = 3.0 * governed
    pattern = "governed" if governed else "near"
    if _touches(tokens, cue, v) and (not weak or governed):
        closest = not between or (v.who is None and all(t.pos == "ADV" for t in between))
        worth += 6.0 + (2.0 if closest else 0.0)
        pattern = "touching"
    elif governed:
        worth += 4.5
    elif weak:
        return None
    else:
        worth += 6.0
    crossed = sum(
        1
        for other in cues
        if other is not cue and other.token not in range(cue.first, cue.last) and _lies(other.first, between)
    )
    others = sum(
        1
        for other in people
        if other is not v and _lies(other.first, between) and other.kind in (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
    )
    verbs = sum(
        1
        for t in between
        if t.pos == "VERB" and t.dep not in ("amod", "acl") and not any(_lies_in(t.i, c) for c in cues)
    )
    worth -= 2.5 * crossed + 0.15 * len(between) + (0.0 if governed else 1.2 * verbs + 0.3 * others)
    worth -= 0.0 if governed else 0.5 * sum(1 for t in between if t.text in (",", ":", "–", "—"))
    if cue.shape is Shape.NOUN and len(between) > 3 and not governed:
        return None
    if cue.shape is Shape.OF and len(between) > 2 and not governed:
        return None
    return Pair(cue, v, worth, pattern) if worth >= LEAST else None


def _toll_offer(tokens: Sequence[Token], cue: Cue, v: Victims, between: Sequence[Token]) -> Pair | None:
    """A number that is put on a toll: "the toll has risen from 22 to 28", "the dead at 43", "death toll now 41"."""
    if v.kind not in (Kind.NUMBER, Kind.VAGUE) and not (
        between and between[-1].lower in ("was", "were", "included", "include", ":")
    ):
        return None
    words = [t.lower for t in between]
    if any(t.text in (";",) for t in between) or len(between) > 25:
        return None
    last = words[-1] if words else ""
    if last in (
        "to",
        "at",
        "is",
        "was",
        "were",
        "are",
        "of",
        "from",
        ":",
        "numbered",
        "number",
        "reached",
        "hit",
        "exceeded",
        "now",
        "reaches",
        "surpassed",
        "passed",
        "topped",
        "be",
        "as",
        "hits",
        "exceeds",
        "tops",
        "included",
        "include",
        "are",
        "stands",
        "stood",
    ):
        verbs = sum(1 for t in between if t.pos == "VERB" and t.lemma not in lexicon.COUNTING)
        if (last == "of" and len(between) > 1) or (
            last == "to"
            and not any(
                t.lemma in lexicon.RISING or t.lemma in lexicon.COUNTING or t.lower in lexicon.RISING for t in between
            )
        ):
            return None
        worth = 8.0 - 0.15 * len(between) - 1.5 * verbs - (1.0 if last == "from" else 0.0)
        return Pair(cue, v, worth, "from" if last == "from" else "toll") if worth >= LEAST else None
    if len(between) <= 2 and v.kind is Kind.NUMBER and not words:
        return Pair(cue, v, 6.0, "toll")
    return None


def _lies(at: int, between: Sequence[Token]) -> bool:
    return bool(between) and between[0].i <= at <= between[-1].i


def _lies_in(at: int, cue: Cue) -> bool:
    return cue.first <= at < cue.last
