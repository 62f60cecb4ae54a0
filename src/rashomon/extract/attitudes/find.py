"""Every attribution of a report in one layer, attitudes among them.

The reading of reports asks on whose word a fact rests, and `attribution` answers that. Annotators of news (PolNeAR)
mark far more: whoever wants, hopes, supports, fears, criticises. `with_attitudes` gives what they would mark. It is
asked for apart: no claim rests on an attitude, and reading pays nothing for it.

In three learned steps (`training/fit_attitudes.py`): which words are cues, by a linear scorer of named features and by
trees that see each beside its neighbours; who holds it, and how far it goes, by linear scorers. What the rules of
`attribution` found is a candidate of each step, and known to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import exp, log

from rashomon.extract.attitudes.beside import apart, row
from rashomon.extract.attitudes.cue_words import cue_candidates, cue_features
from rashomon.extract.attitudes.held import Held, Pieces, extents
from rashomon.extract.attitudes.holders import Holder, holders
from rashomon.extract.attitudes.scene import Scene
from rashomon.extract.attitudes.trees import boosted
from rashomon.extract.attribution import Attribution, Kind, Sense
from rashomon.extract.attribution.find import kind_of
from rashomon.extract.decider import Features, decider, logistic
from rashomon.records import Parse, Sentence, Speaker, Token

_WORTH = 0.08  # probability of a cue from which its holder and its words are looked for
_SAME = 0.5  # share of the union from which two extents are one, as readers of an attribution would count
_FEWEST = 1e-4


@dataclass(frozen=True, slots=True)
class Position:
    """A cue with the likeliest holder and extent, and how likely each is."""

    cue: Token
    holder: Holder
    held: Held
    features: Features

    @property
    def likely(self) -> float:
        """How likely annotators have the same."""
        return decider("attitudes").probability(self.features)


def with_attitudes(parse: Parse, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Every attribution as annotators of news mark them, in one layer, in the order of the cues.

    attributions: of the same report, as `find_attributions` gives them. Those that are kept keep their sense and their
    speakers; what else somebody wants or fears has the sense ATTITUDE, and its holder as it stands, not traced back.

    "The mayor backs the plan": "The mayor", cue "backs", content "the plan".
    """
    scene = Scene(parse, attributions)
    found: list[Position] = []
    for sentence in parse.sentences:
        found += positions(scene, sentence)
    return tuple(to_attribution(scene, position) for position in one_layer(found))


def positions(scene: Scene, sentence: Sentence) -> list[Position]:
    """What the words of one sentence may attribute, likely or not."""
    scores, cues = likely_cues(scene, sentence)
    first = {i: logistic(score) for i, score in scores.items()}
    return [position for cue, p in cues if p >= _WORTH and (position := position_of(scene, cue, p, first)) is not None]


def likely_cues(scene: Scene, sentence: Sentence) -> tuple[dict[int, float], list[tuple[Token, float]]]:
    """The first score of each candidate of a sentence by token, and how likely each is a cue, the others considered."""
    weights = decider("attitude_cues").weights
    candidates = cue_candidates(scene, sentence)
    parts = [apart(cue_features(scene, cue), weights) for cue in candidates]
    scores = {cue.i: sum(part) for cue, part in zip(candidates, parts, strict=True)}
    trees = boosted("attitude_trees")
    return scores, [
        (cue, trees.probability(row(scene, cue, scores, part, sentence)))
        for cue, part in zip(candidates, parts, strict=True)
    ]


def position_of(scene: Scene, cue: Token, p: float, likely: Mapping[int, float]) -> Position | None:
    """The likeliest holder and extent for a cue of probability `p`; None where it has no words to attribute.

    likely: how likely the words of the sentence are cues, by token.
    """
    who = holders(scene, cue)
    shares = _shares([decider("attitude_holders").score(h.features) for h in who])
    best = max(range(len(who)), key=shares.__getitem__)
    what = extents(scene, cue, who[best].head, likely)
    if not what:
        return None
    odds = _shares([decider("attitude_extents").score(h.features) for h in what])
    chosen, share = likeliest([h.pieces for h in what], odds)
    found = scene.cues.get(cue.i)
    features = {
        "one": 1.0,
        "cue": log(max(p, _FEWEST) / max(1 - p, _FEWEST)),
        "holder": log(max(shares[best], _FEWEST)),
        "extent": log(max(share, _FEWEST)),
    }
    if found is not None:
        features["found by rules"] = 1.0
        features["found by rules, quoted"] = float(found.kind is not Kind.INDIRECT)
        features["found by rules, attitude"] = float(found.sense is Sense.ATTITUDE)
    return Position(cue, who[best], what[chosen], features)


def likeliest(candidates: Sequence[Pieces], shares: Sequence[float]) -> tuple[int, float]:
    """The extent that most likely has half of the union in common with the right one, and how likely it has."""
    best, most = 0, -1.0
    likely = [i for i, share in enumerate(shares) if share > 0.01]
    for i in likely:
        total = sum(shares[j] for j in likely if over_union(candidates[i], candidates[j]) >= _SAME)
        total += 0.1 * shares[i]
        if total > most:
            best, most = i, total
    return best, min(1.0, most)


def over_union(one: Pieces, two: Pieces) -> float:
    """Shared tokens over all tokens."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in two)
    return both / (sum(b - a for a, b in one) + sum(b - a for a, b in two) - both)


def _shares(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def one_layer(found: Sequence[Position]) -> list[Position]:
    """The likely ones, the likelier first where one cue stands in the other's words."""
    least = decider("attitudes").weights["least"]
    kept: list[Position] = []
    inside: set[int] = set()  # tokens of what is held
    cues: set[int] = set()
    for position in sorted(found, key=lambda p: (-p.likely, p.cue.i)):
        if position.likely < least:
            break
        own = {i for first, last in position.held.pieces for i in range(first, last)}
        if position.cue.i not in inside and not own & cues:
            kept.append(position)
            inside |= own
            cues.add(position.cue.i)
    return sorted(kept, key=lambda p: p.cue.i)


def to_attribution(scene: Scene, position: Position) -> Attribution:
    """The position as an attribution; where the rules found it too, with their sense and speakers."""
    parse, found = scene.parse, scene.cues.get(position.cue.i)
    content = tuple(parse.span(first, last) for first, last in position.held.pieces)
    kind = kind_of(content, scene.quoted)
    span = position.holder.said_by
    if found is not None:
        kept = partial(replace, found, content=content, kind=kind)
        if (found.said_by[:1] == (span,)) or (span is None and not found.said_by):
            return kept()
        return kept(speakers=() if span is None else (Speaker(span),), said_by=() if span is None else (span,))
    cue = parse.span(position.cue.i, position.cue.i + 1)
    named = () if span is None else (span,)
    return Attribution(tuple(Speaker(s) for s in named), named, cue, content, kind, Sense.ATTITUDE)
