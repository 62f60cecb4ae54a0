"""A candidate for a cue beside the others of its sentence, as a row of numbers for the trees that judge it again.

The first score is taken apart into what each kind of feature gives to it, so that the trees may weigh a verb's own
leaning against the sentence that it stands in. A cue below a likely cue is mostly none.
"""

from collections.abc import Mapping, Sequence

from rashomon.extract.attitudes.cue_words import complements
from rashomon.extract.attitudes.scene import Scene, kind_of_holder
from rashomon.extract.decider import Features, logistic
from rashomon.records import Sentence, Token

_POS = ("VERB", "AUX", "NOUN", "ADJ")
_TAGS = ("VBD", "VBZ", "VBP", "VB", "VBG", "VBN", "MD", "NN", "NNS", "JJ")
_DEPS = (
    *("ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "parataxis", "amod"),
    *("acomp", "attr", "dobj", "pobj", "nsubj", "nsubjpass", "appos", "prep", "csubj", "dep"),
)
_WHO = (
    *("person", "body", "office", "he", "she", "they", "we", "i", "you", "it", "name", "nouns", "noun", "who"),
    *("pronoun", "none"),
)
_SENSES = (
    "says",
    "confirms",
    "claims",
    "denies",
    "accuses",
    "declines",
    "cites",
    "counts",
    "believes",
    "calls",
    "asks",
)
FAMILIES = ("lemma", "class", "frame", "who", "place", "cue")
_MANY = 60  # candidates of a sentence that are counted
_NEAR = 12  # tokens on either side
_CLIMB = 6

NAMES = (
    *(
        "first score",
        *(f"score by {name}" for name in FAMILIES),
        "pos",
        "tag",
        "dep",
        "governor's pos",
        "governor's dep",
    ),
    *("who", "governor likely", "above likely", "below likely", "above by scores", "earlier likely", "later likely"),
    *("likelier in the sentence", "likely in the sentence", "place", "sentence", "quoted", "cue's sense", "cue's kind"),
    *("outer sense", "outer kind", "that", "clause", "to do", "doing", "object", "preposition", "parts", "negated"),
    *("modal", "passive", "children", "seen elsewhere"),
)


def family(name: str) -> int:
    """Which kind of feature it is, by its name: of the word, its class, its frame, its holder, its place, a cue."""
    first = name.split(" ", 1)[0]
    if first in ("lemma", "stem", "ending") or (first.islower() and first not in _LOWER):
        return 0
    if first == "class":
        return 1
    if first in ("frame", "has"):
        return 2
    if first in ("who", "subject"):
        return 3
    return 5 if " cue" in name or "words of" in name or first in ("is", "below", "in") else 4


_LOWER = frozenset(
    "class frame has who subject governor before after way layout aux neg auxpass dobj attr acomp xcomp oprd advmod "
    "amod prt joined is below in a".split()
)


def row(
    scene: Scene, token: Token, scores: Mapping[int, float], parts: Sequence[float], sentence: Sentence
) -> list[float]:
    """The numbers of one candidate, in the order of `NAMES`. scores: the first score of all of the sentence."""
    tokens = scene.parse.tokens
    head = tokens[token.head]
    subject = scene.tree.subject(token) if token.pos in ("VERB", "AUX") else scene.tree.child(token.i, "poss")
    children = scene.parse.children(token.i)
    own = scores[token.i]
    above, at = -9.0, token
    for _ in range(_CLIMB):
        if at.head == at.i:
            break
        at = tokens[at.head]
        above = max(above, scores.get(at.i, -9.0))
    below = max((scores.get(t.i, -9.0) for t in children), default=-9.0)
    earlier = max((scores.get(i, -9.0) for i in range(max(sentence.first, token.i - _NEAR), token.i)), default=-9.0)
    later = max((scores.get(i, -9.0) for i in range(token.i + 1, min(sentence.last, token.i + _NEAR))), default=-9.0)
    cue, outer = scene.cues.get(token.i), scene.within[token.i]
    shape = complements(scene, token)
    return [
        own,
        *parts,
        _place(token.pos, _POS),
        _place(token.tag, _TAGS),
        _place(token.dep, _DEPS),
        _place(head.pos, _POS),
        _place(head.dep, _DEPS),
        _place(kind_of_holder(subject), _WHO),
        scores.get(head.i, -9.0) if head.i != token.i else -9.0,
        above,
        below,
        above - own,
        earlier,
        later,
        float(sum(score > own for score in list(scores.values())[:_MANY])),
        sum(logistic(score) for score in list(scores.values())[:_MANY]),
        float(min(token.i - sentence.first, 60)),
        float(min(sentence.last - sentence.first, 100)),
        float(scene.in_quotation(token)),
        -2.0 if cue is None else _place(cue.sense.value, _SENSES),
        -2.0 if cue is None else float(cue.kind.value == "direct") + 2 * float(cue.kind.value == "mixed"),
        -2.0 if outer is None else _place(outer.sense.value, _SENSES),
        -2.0 if outer is None else float(outer.kind.value == "direct") + 2 * float(outer.kind.value == "mixed"),
        float("that" in shape),
        float(any(part.startswith("ccomp") for part in shape)),
        float(any(part.endswith("to do") for part in shape)),
        float(any(part.endswith("doing") for part in shape)),
        float("dobj" in shape),
        float(any(part.islower() and " " not in part and len(part) <= 5 and part != "dobj" for part in shape)),
        float(len(shape)),
        float(any(t.dep == "neg" for t in children)),
        float(any(t.tag == "MD" for t in children)),
        float(token.pos == "VERB" and scene.tree.is_passive(token)),
        float(min(len(children), 12)),
        float(subject is not None and subject.lower in scene.spoke),
    ]


def apart(features: Features, weights: Mapping[str, float]) -> list[float]:
    """The first score by kinds of features, in the order of the families."""
    parts = [0.0] * len(FAMILIES)
    for name in features:
        weight = weights.get(name)
        if weight:
            parts[family(name)] += weight
    return parts


def _place(value: str, listed: Sequence[str]) -> float:
    return float(listed.index(value)) if value in listed else -1.0
