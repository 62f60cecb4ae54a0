"""What a cue attributes: the extents that it may have in the sentence, and what speaks for each.

An extent begins where a phrase below the cue begins, or the clause around it, and ends where a phrase
ends or at a mark.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.extract.attitudes.classes import classes
from rashomon.extract.attitudes.scene import Scene
from rashomon.extract.decider import Features
from rashomon.records import Token

Pieces = tuple[tuple[int, int], ...]  # half-open token ranges

_MARKS = frozenset({",", ";", ":", "—", "–", "--", "-", "(", ")", '"', "”", "“", "''", "``", "."})
_OUTER = frozenset({",", ";", ":", "—", "–", "--", "-", "."})
_JOINING = frozenset(
    "and but or as while when after before because since though although if unless where which who".split()
)
_DEEPEST = 3
_LIKELY = 0.2  # probability from which another cue counts
_SOON = 6  # tokens
_GAP = 4  # characters from one paragraph to the quotation that the next begins with
_MOST_BEGINNINGS = 12
_MOST_ENDS = 8
_MOST = 60
_REACH = 80  # tokens that are looked at: time must not grow with a sentence's square
_WIDEST = 60  # neighbours in the tree, likewise


@dataclass(frozen=True, slots=True)
class Held:
    """A candidate: what is held, in token ranges, and what speaks for it."""

    pieces: Pieces
    features: Features


def extents(scene: Scene, cue: Token, holder: int, likely: Mapping[int, float]) -> list[Held]:
    """What the cue may attribute; empty where it has nothing.

    holder: the token of who holds it, -1 for nobody. likely: how likely other words of the sentence are cues, by token:
    annotators have one layer, and what holds another's cue is mostly too long.
    """
    found = scene.cues.get(cue.i)
    known = scene.tokens_of(found.content) if found is not None else ()
    candidates: dict[Pieces, Features] = {}
    others = [(i, p) for i, p in likely.items() if p >= _LIKELY and i != cue.i]
    for first, way in _beginnings(scene, cue):
        opening = _opening(scene, cue, first, way, "right")
        for last, end in _ends(scene, cue, first):
            pieces = _trimmed(scene, first, last)
            if pieces and pieces not in candidates and len(candidates) < _MOST:
                candidates[pieces] = _features(scene, cue, pieces, way, end, opening)
    for first, last, way in _before(scene, cue):
        pieces = _trimmed(scene, first, last)
        if pieces and pieces not in candidates:
            candidates[pieces] = _features(scene, cue, pieces, way, "before", _opening(scene, cue, first, way, "left"))
    for pieces, way in (*_around(scene, cue), *_quotations(scene, cue)):
        if pieces not in candidates:
            candidates[pieces] = _features(scene, cue, pieces, way, "quotation", {f"from {way}": 1.0})
    if known and known not in candidates:
        candidates[known] = _features(scene, cue, known, "found", "found", {"found by rules": 1.0})
    for pieces, features in candidates.items():
        _beside_known(pieces, known, features, found.sense.value + found.kind.value if found is not None else "")
        if any(first <= holder < last for first, last in pieces):
            features["holds its holder"] = 1.0
        _beside_cues(cue, pieces, features, others)
    return [Held(pieces, features) for pieces, features in candidates.items()]


def _beginnings(scene: Scene, cue: Token) -> Iterator[tuple[int, str]]:
    """Where phrases below the cue begin after it, nearest in the tree first."""
    level = [(c, c.dep) for c in scene.parse.children(cue.i)]
    count = 0
    seen = set()
    sentence = scene.parse.sentences[cue.sentence]
    for depth in range(_DEEPEST):
        deeper = []
        for token, way in level:
            first = max(scene.tree.first[token.i], cue.i + 1)
            if scene.tree.last[token.i] <= cue.i + 1:
                continue
            name = f"{way} {token.lower}" if token.dep in ("prep", "agent", "mark") else way
            if first not in seen and token.pos != "PUNCT" and token.dep not in ("cc", "det"):
                seen.add(first)
                yield first, name
                count += 1
                if count >= _MOST_BEGINNINGS:
                    return
            opening = scene.parse.tokens[first]
            if (
                opening.lower == "to"
                and opening.tag == "TO"
                and first + 1 not in seen
                and depth == 0
                and first + 1 < sentence.last
            ):
                seen.add(first + 1)
                yield first + 1, f"{name} after to"
            deeper += [(c, f"{name}>{c.dep}") for c in scene.parse.children(token.i)]
        level = deeper
    at = cue
    for _ in range(3):  # what hangs higher, by the parser's mistake or as a clause that the cue interrupts
        if at.head == at.i:
            break
        way, at = f"<{at.dep}", scene.parse.tokens[at.head]
        for token in scene.parse.children(at.i)[:_WIDEST]:
            first = scene.tree.first[token.i]
            if first > cue.i and first not in seen and token.pos != "PUNCT" and token.dep != "cc":
                seen.add(first)
                yield first, f"{way}/{token.dep}"
    if cue.i + 1 < sentence.last and cue.i + 1 not in seen:
        yield cue.i + 1, "next"


def _ends(scene: Scene, cue: Token, first: int) -> list[tuple[int, str]]:
    """Where what begins at token `first` may end, each with how: of its own phrase, of the cue's, at a mark."""
    tokens, tree = scene.parse.tokens, scene.tree
    sentence = scene.parse.sentences[cue.sentence]
    found: dict[int, str] = {}
    at = tokens[first]
    while tree.first[at.head] >= first and at.head != at.i and at.head > cue.i and tokens[at.head].i != cue.i:
        at = tokens[at.head]
    found.setdefault(max(tree.last[at.i], first + 1), "own phrase")
    for _ in range(4):
        if at.head == at.i:
            break
        at = tokens[at.head]
        if tree.last[at.i] > first:
            found.setdefault(tree.last[at.i], "the cue's" if at.i == cue.i else f"of {at.dep}")
    found.setdefault(sentence.last, "sentence")
    cuts = 0
    for i in range(first + 1, min(first + _REACH, sentence.last)):
        if tokens[i].text in _MARKS or tokens[i].lower in _JOINING:
            if cuts >= _MOST_ENDS:
                break
            found.setdefault(i, "cut")
            cuts += 1
    return list(found.items())


def _before(scene: Scene, cue: Token) -> Iterator[tuple[int, int, str]]:
    """What stands before the cue: its passive subject, its noun, the clause that it closes or interrupts."""
    tokens, tree = scene.parse.tokens, scene.tree
    sentence = scene.parse.sentences[cue.sentence]
    front = cue.i
    for child in scene.parse.children(cue.i):
        if child.i < cue.i and child.dep in ("nsubj", "aux", "auxpass", "neg", "advmod", "poss", "det", "amod"):
            front = min(front, tree.first[child.i])
    for child in scene.parse.children(cue.i):
        if child.i < cue.i and child.dep in (
            "nsubj",
            "nsubjpass",
            "ccomp",
            "dobj",
            "csubj",
            "poss",
            "amod",
            "compound",
        ):
            yield tree.first[child.i], min(tree.last[child.i], cue.i), f"before {child.dep}"
    at = cue
    for _ in range(4):
        if at.head == at.i:
            break
        way, edge, at = at.dep, tree.first[at.i], tokens[at.head]
        if tree.first[at.i] < edge:
            yield tree.first[at.i], min(edge, front), f"before, {way} of {at.pos}"
            yield tree.first[at.i], front, f"before to the front, {way} of {at.pos}"
    if front > sentence.first:
        yield sentence.first, front, "the sentence before"
    for i in range(front - 1, max(front - _REACH, sentence.first), -1):
        if tokens[i].text in _MARKS and i < front - 1:
            yield i + 1, front, "from a mark before"
            break


def _around(scene: Scene, cue: Token) -> Iterator[tuple[Pieces, str]]:
    """The clause that the cue interrupts: "A new bridge, | she vowed, | would be built"."""
    tokens, tree = scene.parse.tokens, scene.tree
    sentence = scene.parse.sentences[cue.sentence]
    near = [c for c in scene.parse.children(cue.i)[:_WIDEST] if c.dep in ("nsubj", "aux", "advmod", "neg")]
    front = min([cue.i, *(tree.first[c.i] for c in near)])
    behind = max([cue.i + 1, *(tree.last[c.i] for c in near if c.dep == "nsubj")])
    comma = behind < sentence.last and tokens[behind].text in _OUTER
    if not comma or front <= sentence.first or tokens[front - 1].text not in _MARKS:
        return
    left = _trimmed(scene, sentence.first, front)
    ends = [sentence.last]
    ends += [i for i in range(behind + 2, min(behind + _REACH, sentence.last)) if tokens[i].text in _MARKS][:3]
    for last in ends:
        right = _trimmed(scene, behind, last)
        if left and right:
            yield (*left, *right), "around the cue" if last == sentence.last else "around the cue to a mark"


def _quotations(scene: Scene, cue: Token) -> Iterator[tuple[Pieces, str]]:
    """The quotations on both sides of the cue: by themselves, together, and with the sentences up to the next one."""
    parse = scene.parse
    if scene.in_quotation(cue):
        return
    sentence = parse.sentences[cue.sentence]
    paragraph = parse.paragraphs[sentence.paragraph]
    near = [
        piece
        for q in scene.quoted.within(paragraph.start, paragraph.end + _GAP)
        if (tokens := parse.tokens_in(q.start, q.end)) and (piece := (tokens[0].i, tokens[-1].i + 1))
    ]
    before = [piece for piece in near if piece[1] <= cue.i][-2:]
    after = [piece for piece in near if piece[0] > cue.i][:2]
    where = "own" if not after or after[0][0] < sentence.last else "next"
    if before:
        yield (before[-1],), f"quotation before{'' if before[-1][0] >= sentence.first else ', another sentence'}"
    if after:
        yield (after[0],), f"quotation after, {where} sentence"
    if before and after:
        yield (before[-1], after[0]), f"quotations around, {where} sentence"
    if len(before) > 1:
        yield tuple(before), "quotations before"
    if len(after) > 1:
        yield tuple(after), "quotations after"
    if before and len(after) > 1:
        yield (before[-1], *after), "quotations around, three"


def _trimmed(scene: Scene, first: int, last: int) -> Pieces:
    tokens = scene.parse.tokens
    while first < last and tokens[first].text in _OUTER:
        first += 1
    while first < last and tokens[last - 1].text in _OUTER:
        last -= 1
    return ((first, last),) if first < last else ()


def _opening(scene: Scene, cue: Token, first: int, way: str, side: str) -> Features:
    tokens = scene.parse.tokens
    lemma = cue.lemma.lower()
    opening, before = tokens[first], tokens[max(first - 1, 0)]
    short = way.rsplit(">", 1)[-1]
    word = opening.lower if opening.pos in ("ADP", "SCONJ", "PART", "DET", "PRON", "AUX", "PUNCT") else opening.pos
    names = [
        f"from {way}",
        f"{cue.pos} from {way}",
        f"{lemma} from {way}",
        f"{lemma} from {short}",
        f"from {short} {word}",
        f"{cue.pos} from {short} {opening.tag}",
        f"{side} opens {word}",
        f"opens {word} after {before.lower if before.pos not in ('NOUN', 'PROPN', 'VERB') else before.pos}",
        f"{lemma} opens {word}",
    ]
    names += [f"class {meaning} from {short}" for meaning in classes(lemma)]
    if before.i > cue.i:
        names.append(f"{cue.pos} {lemma} leaves {before.lower}")
        names.append(f"leaves {before.pos} {before.dep}")
    names.append(f"gap {min(max(first - cue.i, -1), 6)} {cue.pos}")
    skipped = [t for t in tokens[cue.i + 1 : first] if t.pos in ("NOUN", "PROPN", "VERB")]
    names.append(f"skips {min(len(skipped), 3)}")
    return dict.fromkeys(names, 1.0)


def _features(scene: Scene, cue: Token, pieces: Pieces, way: str, end: str, opening: Features) -> Features:
    tokens = scene.parse.tokens
    sentence = scene.parse.sentences[cue.sentence]
    first, last = pieces[0][0], pieces[-1][1]
    closing = tokens[last - 1]
    after = tokens[last] if last < sentence.last else None
    word = "end" if after is None else after.lower if _joins(after) else after.pos
    length = last - first
    size = "1" if length == 1 else "2" if length == 2 else "few" if length <= 5 else "some" if length <= 12 else "many"
    short = way.rsplit(">", 1)[-1].split(" ")[0]
    names = [
        f"to {end}",
        f"to {end} from {short}",
        f"{cue.pos} to {end} before {word}",
        f"{end} before {word}",
        f"size {size}",
        f"{cue.pos} {short} size {size}",
        f"{cue.lemma.lower()} size {size}",
        f"closes {closing.tag}",
    ]
    if after is not None:
        governor = tokens[after.head]
        owner = "cue" if governor.i == cue.i else "inside" if first <= governor.i < last else "outside"
        names += [f"leaves {after.dep} of {owner}", f"leaves {word} {after.dep} of {owner} {end}"]
        then = tokens[last + 1] if last + 1 < sentence.last else None
        if then is not None and after.text in _MARKS | _JOINING:
            names.append(f"leaves {after.lower} {then.lower if _joins(then) else then.tag} from {short}")
            names.append(f"leaves {after.lower} {then.tag} at {cue.tag}")
            names += [f"leaves {after.lower} {then.tag} {meaning}" for meaning in classes(then.lemma.lower())[:2]]
    names += _kept_marks(scene, cue, first, last, short)
    seen = tokens[first : min(last, first + _REACH)]
    tops = [t for t in seen if not first <= t.head < last and t.pos != "PUNCT"]
    names.append(f"tops {min(len(tops), 4)}")
    for top in tops[:3]:
        owner = "cue" if top.head == cue.i else "root" if top.head == top.i else "other"
        names += [f"top {top.dep} of {owner}", f"{cue.pos} top {top.dep} {top.pos} of {owner}"]
    parts = sum(t.dep in ("conj", "advcl", "relcl") and first <= t.head < last for t in seen)
    names.append(f"clauses within {min(parts, 3)} from {short}")
    share = scene.quoted.share(tokens[first].start, closing.end)
    names.append(f"quoted {'all' if share > 0.9 else 'some' if share > 0 else 'none'} {cue.pos}")
    inside = scene.quoted.at(tokens[first].start)
    if inside is not None and scene.quoted.at(cue.start) is not inside:
        names.append(f"{'opens' if inside.start >= tokens[first].start - 1 else 'breaks into'} a quotation")
        names.append(f"{'closes' if inside.end <= closing.end + 1 else 'breaks off'} a quotation")
    return opening | dict.fromkeys(names, 1.0)


def _beside_cues(cue: Token, pieces: Pieces, features: Features, others: Sequence[tuple[int, float]]) -> None:
    """Whether the extent holds another likely cue, or stops before one."""
    last = pieces[-1][1]
    inside = [(i, p) for i, p in others if any(a <= i < b for a, b in pieces)]
    after = [p for i, p in others if last <= i < last + _SOON]
    if inside:
        features["keeps a likely cue"] = max(p for _, p in inside)
        far = max((p for i, p in inside if i > pieces[-1][0] + _SOON), default=0.0)
        features["keeps a likely cue far on"] = far
        features[f"keeps a likely cue, {cue.pos}"] = features["keeps a likely cue"]
        features["keeps likely cues"] = float(len(inside))
    if after:
        features["stops before a likely cue"] = max(after)


def _kept_marks(scene: Scene, cue: Token, first: int, last: int, short: str) -> list[str]:
    """The places within the extent where it might have ended: ", saying", "and" with a verb in the cue's tense."""
    tokens = scene.parse.tokens
    names = []
    for i in range(first + 1, min(last - 1, first + _REACH)):
        if tokens[i].text in _MARKS or tokens[i].lower in _JOINING:
            then = tokens[i + 1]
            names.append(f"keeps {tokens[i].lower} {then.lower if _joins(then) else then.tag} from {short}")
            if then.tag == cue.tag or then.tag == "VBG":
                names.append(f"keeps {tokens[i].lower} {then.tag} at {cue.tag}")
    return names


def _joins(token: Token) -> bool:
    return token.text in _MARKS or token.lower in _JOINING or token.pos in ("ADP", "SCONJ", "CCONJ", "PART")


def _beside_known(pieces: Pieces, known: Pieces, features: Features, sense: str) -> None:
    """How far the extent is the one that the reading of reports has."""
    if not known:
        return
    wide = sum(b - a for a, b in known)
    own = sum(b - a for a, b in pieces)
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in pieces for c, d in known)
    share = both / (wide + own - both)
    level = "same" if share == 1 else "most" if share >= 0.8 else "half" if share >= 0.5 else "little"
    features[f"as found: {level}"] = 1.0
    features[f"as found: {level} {sense}"] = 1.0
