"""How far what is said goes: after the cue to where it ends, before the cue from where it begins.

The rules give one extent; the clause may be cut at any mark or joining word in the sentence. Which of the places is
right is learned: `weights/extents.json`, fitted by `training/fit_extents.py`, scores each by named features of what is
kept last and what is left out first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import VERBS, words
from rashomon.extract.attribution.naming import is_clause
from rashomon.extract.attribution.quotes import Quoted
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.decider import Features, decider
from rashomon.records import Token

_MARKS = frozenset({",", ";", ":", "—", "–", "--", "(", ")", '"', "”", "''"})
_JOINING = words(
    """and but or as while when after before because since though although if unless where which who whose that
    adding saying noting citing despite following during until than so yet whereas amid"""
)
_REACH = 80  # tokens on either side of the rules' own: time must not grow with a sentence's square
_MOST = 7  # places on either side of the rules' own
# "Claimed a bombing that killed nine": the nine are the report's own, and the rules have cut there already.
_OWN_DEEDS = frozenset({Sense.CLAIMS, Sense.DENIES, Sense.ACCUSES, Sense.CALLS, Sense.COUNTS})
_CLAUSES = words("ccomp xcomp acl relcl advcl conj parataxis pcomp")


@dataclass(frozen=True, slots=True)
class Extent:
    """One extent of what is said, in tokens, and what speaks for it."""

    content: tuple[tuple[int, int], ...]
    features: Features


def best_extent(tree: Tree, draft: Draft, quoted: Quoted) -> Draft:
    """The draft with the likeliest extent of what is said."""
    found = extents(tree, draft, quoted)
    if len(found) < 2:
        return draft
    tokens = tree.parse.tokens
    if any(is_clause(tokens[a:b]) for a, b in draft.content):  # no cut leaves "in the district, last night" alone
        found = [e for e in found if any(is_clause(tokens[a:b]) for a, b in e.content)]
    weights = decider("extents")
    return replace(draft, content=max(found, key=lambda extent: weights.score(extent.features)).content)


def extents(tree: Tree, draft: Draft, quoted: Quoted) -> list[Extent]:
    """The extents that what is said may have, the rules' own first; only that one where the words are no clause."""
    first, last = draft.content[-1]
    found: list[Extent] = []
    if first >= draft.cue[1]:
        found = _ends(tree, draft, quoted)
    elif len(draft.content) == 1 and last <= draft.cue[0] + 1:
        found = _starts(tree, draft, quoted)
    return found or [Extent(draft.content, {"as the rules have it": 1.0})]


def _ends(tree: Tree, draft: Draft, quoted: Quoted) -> list[Extent]:
    """Where the last piece, after the cue, may end."""
    tokens = tree.parse.tokens
    first, last = draft.content[-1]
    sentence = tree.parse.sentences[tokens[first].sentence]
    if last > sentence.last or last - first < 1:
        return []
    limit = last if draft.sense in _OWN_DEEDS else sentence.last
    while limit > first + 1 and tokens[limit - 1].text in (".", "!", "?", ";", ","):
        limit -= 1
    places = _places(tree, first + 1, max(limit, last), last)
    own = places.index(last)
    found = []
    for n, place in enumerate(places):
        kept = (places[n - 1] if n else first, place)
        left = (place, places[n + 1] if n + 1 < len(places) else limit)
        features = _features(tree, draft, quoted, kept, left, "end")
        features |= _place(n - own, "end")
        if n == own:
            features["as the rules have it"] = 1.0
        found.append(Extent((*draft.content[:-1], (first, place)), features))
    return [found[own], *found[:own], *found[own + 1 :]]


def _starts(tree: Tree, draft: Draft, quoted: Quoted) -> list[Extent]:
    """Where the only piece, before the cue, may begin."""
    tokens = tree.parse.tokens
    first, last = draft.content[0]
    sentence = tree.parse.sentences[tokens[last - 1].sentence]
    if first < sentence.first:
        return []
    places = _places(tree, sentence.first, last - 1, first)
    own = places.index(first)
    found = []
    for n, place in enumerate(places):
        kept = (place, places[n + 1] if n + 1 < len(places) else last)
        left = (places[n - 1] if n else sentence.first, place)
        features = _features(tree, draft, quoted, kept, left, "start")
        features |= _place(own - n, "start")
        if n == own:
            features["as the rules have it"] = 1.0
        found.append(Extent(((place, last),), features))
    return [found[own], *found[:own], *found[own + 1 :]]


def _places(tree: Tree, first: int, last: int, own: int) -> list[int]:
    """The tokens from `first` to `last` before which a cut may be made, the rules' own among them, nearest to it."""
    tokens = tree.parse.tokens
    found = {own}
    for i in range(max(first, own - _REACH), min(last, own + _REACH) + 1):
        before = tokens[i - 1]
        here = tokens[i] if i < len(tokens) else None
        if i in (first, last) or before.text in _MARKS or (here is not None and _joins(here)):
            found.add(i)
    places = sorted(p for p in found if not _follows_mark(tokens, p, first))
    if own not in places:
        places = sorted([*places, own])
    at = places.index(own)
    return places[max(0, at - _MOST) : at + _MOST + 1]


def _joins(token: Token) -> bool:
    return token.text in _MARKS or token.lower in _JOINING


def _follows_mark(tokens: Sequence[Token], place: int, first: int) -> bool:
    """True for the place after a comma: the one before it is the same cut."""
    return place > first and tokens[place - 1].text in (",", ";", ":", "(", "—", "–", "--")


def _place(distance: int, side: str) -> Features:
    if distance < 0:
        return {f"{side} shorter": 1.0, f"{side} shorter by {min(-distance, 4)}": 1.0}
    if distance > 0:
        return {f"{side} longer": 1.0, f"{side} longer by {min(distance, 4)}": 1.0}
    return {}


def _features(
    tree: Tree, draft: Draft, quoted: Quoted, kept: tuple[int, int], left: tuple[int, int], side: str
) -> Features:
    tokens = tree.parse.tokens
    sense = draft.sense.value
    features: Features = {}
    for name, segment in (("kept", kept), ("left", left)):
        if segment[0] >= segment[1]:
            features[f"{side} {name} nothing"] = 1.0
            continue
        opening = tokens[segment[0]]
        inner = next((t for t in tokens[segment[0] : segment[1]] if t.pos != "PUNCT"), opening)
        top = _top(tree, segment)
        word = opening.text if opening.pos == "PUNCT" else opening.lower if _joins(opening) else opening.pos
        then = inner.lower if _joins(inner) else inner.tag
        role = f"{top.dep} of {_governor(draft, kept, top)}"
        features[f"{side} {name} {word}"] = 1.0
        features[f"{side} {name} {word} {then}"] = 1.0
        features[f"{side} {name} {role}"] = 1.0
        features[f"{side} {name} {word} {top.dep} {top.tag}"] = 1.0
        features[f"{side} {name} {sense}: {role}"] = 1.0
        if top.lemma in VERBS and top.pos == "VERB":
            features[f"{side} {name} says"] = 1.0
        if any(t.dep in ("nsubj", "nsubjpass", "expl") for t in tree.parse.children(top.i)):
            features[f"{side} {name} with a subject: {role}"] = 1.0
        if _same_tense(tree, draft, top):
            features[f"{side} {name} in the cue's tense, {top.dep}"] = 1.0
    features |= _whole(tree, draft, kept, left, side)
    at = tokens[left[0]].start if side == "end" and left[0] < len(tokens) else tokens[kept[0]].start
    inside = quoted.at(at)
    if inside is not None and inside.start < at < inside.end - 1:
        features[f"{side} within a quotation"] = 1.0
    return features


def _whole(tree: Tree, draft: Draft, kept: tuple[int, int], left: tuple[int, int], side: str) -> Features:
    """Whether the cut is where the clause of what is said, or the sentence, begins or ends."""
    top = _top(tree, draft.content[-1])
    sense = draft.sense.value
    features: Features = {f"{sense}: {side} kept {min(kept[1] - kept[0], 6)} words": 1.0}
    if left[0] >= left[1]:
        features[f"{sense}: {side} of the sentence"] = 1.0
    edge = tree.last[top.i] == kept[1] if side == "end" else tree.first[top.i] == kept[0]
    if edge:
        features[f"{side} of the clause"] = 1.0
        features[f"{side} of the clause, {top.dep} {top.pos}"] = 1.0
    return features


def _top(tree: Tree, segment: tuple[int, int]) -> Token:
    """The token of the segment that governs it: the first whose governor stands outside, marks aside."""
    tokens = tree.parse.tokens[segment[0] : segment[1]]
    tops = [t for t in tokens if not segment[0] <= t.head < segment[1] or t.head == t.i]
    clauses = [t for t in tops if t.dep in _CLAUSES]
    others = [t for t in tops if t.pos not in ("PUNCT", "CCONJ", "SCONJ")]
    return (clauses or others or tops or list(tokens))[0]


def _governor(draft: Draft, kept: tuple[int, int], top: Token) -> str:
    """Where the word that governs the segment stands: in the cue, in what is said, among the speakers, elsewhere."""
    head = top.head
    if head == top.i:
        return "none"
    if draft.cue[0] <= head < draft.cue[1]:
        return "cue"
    if any(first <= head < last for first, last in draft.content) or kept[0] <= head < kept[1]:
        return "content"
    return "outside"


def _same_tense(tree: Tree, draft: Draft, top: Token) -> bool:
    cue = tree.parse.tokens[draft.cue[1] - 1]
    return top.pos == "VERB" and cue.pos == "VERB" and top.tag == cue.tag
