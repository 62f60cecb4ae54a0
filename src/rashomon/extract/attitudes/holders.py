"""Who may hold what a cue attributes, and what speaks for each: subjects near and far, owners, agents, nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.extract.attitudes.classes import classes
from rashomon.extract.attitudes.scene import Scene, kind_of_holder
from rashomon.extract.attribution.sources import source_span
from rashomon.extract.attribution.tree import NOMINAL
from rashomon.extract.decider import Features
from rashomon.records import Span, Token

_HIGHEST = 5  # governors that are climbed
_MOST = 12
_WIDEST = 60  # neighbours in the tree that are looked at: time must not grow with a sentence's square
_DOWN = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "agent", "prep", "dative", "conj", "appos", "attr"})
_PLACED = frozenset({"prep", "agent"})


@dataclass(frozen=True, slots=True)
class Holder:
    """A candidate: its words (None: nobody is named), the token that governs them, and what speaks for it."""

    said_by: Span | None
    head: int
    features: Features


def holders(scene: Scene, cue: Token) -> list[Holder]:
    """Who may hold it, nobody first."""
    found = scene.cues.get(cue.i)
    known = found.said_by[0] if found is not None and found.said_by else None
    voice = f"{cue.pos} passive" if cue.pos == "VERB" and scene.tree.is_passive(cue) else cue.pos
    candidates = [Holder(None, -1, _nobody(scene, cue, voice, known, is_cue=found is not None))]
    near = list(_near(scene, cue))
    kinds = [kind_of_holder(token) for token, _ in near]
    for n, (token, way) in enumerate(near):
        span = known if known is not None and _holds(known, token) else source_span(scene.tree, token)
        if span is None:
            continue
        features = _features(scene, cue, token, way, voice)
        features[f"{n} nearest"] = 1.0
        if "person" in kinds[:n] or "body" in kinds[:n]:
            features["a name nearer"] = 1.0
        if known is not None:
            features["as found" if _holds(known, token) else "not as found"] = 1.0
        candidates.append(Holder(span, token.i, features))
    if known is not None and not any(h.said_by == known for h in candidates):
        tokens = scene.parse.tokens_in(known.start, known.end)
        if tokens:
            candidates.append(Holder(known, tokens[-1].i, {"as found": 1.0, "as found, far": 1.0}))
    return candidates


def _holds(span: Span, token: Token) -> bool:
    return span.start <= token.start and token.end <= span.end


def _near(scene: Scene, cue: Token) -> Iterator[tuple[Token, str]]:
    """The nominals near the cue in the tree, nearest first, each with the way to it."""
    tokens = scene.parse.tokens
    seen = {cue.i}
    count = 0
    at, way = cue, ""
    for _ in range(_HIGHEST + 1):
        for token, down in _downwards(scene, at):
            if token.i not in seen and token.pos in NOMINAL:
                seen.add(token.i)
                yield token, f"{way}/{down}"
                count += 1
        if at.head == at.i or count >= _MOST:
            return
        way, at = f"{way}<{at.dep}", tokens[at.head]
        if at.i not in seen and at.pos in NOMINAL:
            seen.add(at.i)
            yield at, way


def _downwards(scene: Scene, at: Token) -> Iterator[tuple[Token, str]]:
    for child in scene.parse.children(at.i)[:_WIDEST]:
        if child.dep not in _DOWN:
            continue
        if child.dep in _PLACED:
            for inner in scene.parse.children(child.i):
                if inner.dep == "pobj":
                    yield inner, f"{child.lower}"
        else:
            yield child, child.dep
            if child.dep in ("nsubj", "nsubjpass", "dobj"):
                owner = scene.tree.child(child.i, "poss")
                if owner is not None:
                    yield owner, f"{child.dep} poss"


def _nobody(scene: Scene, cue: Token, voice: str, known: Span | None, *, is_cue: bool) -> Features:
    subject = scene.tree.subject(cue) if cue.pos in ("VERB", "AUX") else scene.tree.child(cue.i, "poss")
    names = [
        "nobody",
        f"nobody {voice}",
        f"nobody {cue.lemma.lower()} {voice}",
        f"nobody {voice} {cue.dep}",
        f"nobody {voice} {kind_of_holder(subject)}",
        f"nobody ending {cue.lemma[-3:].lower()} {cue.pos}",
    ]
    names += [f"nobody class {meaning} {voice}" for meaning in classes(cue.lemma.lower())]
    if is_cue:
        names.append("nobody, as found" if known is None else "nobody, but found")
    if cue.pos == "VERB" and scene.tree.agent(cue) is not None:
        names.append("nobody, with an agent")
    return dict.fromkeys(names, 1.0)


def _features(scene: Scene, cue: Token, token: Token, way: str, voice: str) -> Features:
    kind = kind_of_holder(token)
    gap = token.i - cue.i
    side = "before" if gap < 0 else "after"
    far = min(abs(gap), 20) // 4
    lemma = cue.lemma.lower()
    names = [
        f"way {way}",
        f"{voice} way {way}",
        f"{lemma} way {way}",
        f"kind {kind}",
        f"way {way} {kind}",
        f"{voice} {side} {far}",
        f"{kind} {side}",
        f"word {token.lower}",
        f"step {way.rsplit('/', 1)[-1]} {kind}",
    ]
    names += [f"class {meaning} {voice} way {way}" for meaning in classes(lemma)]
    if token == scene.tree.subject(cue):
        names += ["the subject", f"the subject {kind} {voice}", f"the subject {cue.dep}"]
    if token.lower in scene.spoke and token.pos in ("PROPN", "NOUN"):
        names.append("speaks elsewhere")
    if scene.in_quotation(token) != scene.in_quotation(cue):
        names.append("on the other side of quotation marks")
    if token.tag in ("WDT", "WP", "EX"):
        names.append(f"relative {token.lower}")
    outer = scene.within[token.i]
    if outer is not None and outer is not scene.cues.get(cue.i):
        names.append("in words of another")
    return dict.fromkeys(names, 1.0)
