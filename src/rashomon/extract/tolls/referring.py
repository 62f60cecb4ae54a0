"""Figures that go on from a toll told just before: "the army put it at 12", "residents said 30", "four of them"."""

from collections.abc import Iterator, Sequence

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.drafts import Draft
from rashomon.extract.tolls.toll import Kind
from rashomon.extract.tolls.victims import Victims
from rashomon.records import About, Token

REACH = 3  # sentences back to the toll that a figure goes on from
_words = lexicon.words
_FIGURES = _words("figure figures number count total tally estimate estimates")
_OWNED = _words("the its their his her a another lower higher official own similar same that this initial earlier")
_ENDS = frozenset(
    (",", ".", ";", "but", "while", "and", "including", "not", "rather", "–", "—", ")", "”", '"', "instead")
)
_PUT = _words("put puts putting")
_BE = _words("was is were are be as at to of : stood stands rose")
_ARE = _words("were was are is belonged had came have")


def referring(tokens: Sequence[Token], people: Sequence[Victims], told: About) -> Iterator[Draft]:
    """The drafts of one sentence that need the toll before it; told: what that toll was of."""
    base = tokens[0].i
    split = False
    for v in people:
        if v.kind is not Kind.NUMBER or v.low == v.high == 0:
            continue
        before = [t.lower for t in tokens[max(0, v.first - base - 6) : v.first - base]]
        follows = tokens[v.last - base] if v.last - base < len(tokens) else None
        ends = follows is None or follows.lower in _ENDS
        if v.who is None and not v.of and ends:
            at = _put_at(tokens, v.first - base, before)
            if at is not None:
                token = tokens[at]
                cue = Cue(token.i, token.i + 1, token.i, told, Side.AFTER, Shape.TOLL)
                yield Draft(v, cue, told, "referring", False)
        elif v.of in ("them", "whom") and follows is not None and follows.lower in _ARE:
            split = True
            yield _part(v, told)
        elif (
            split and v.who is None and follows is not None and follows.lower in ("to", "from", "was", "were", "a")
        ) or (follows is not None and follows.lower in _ARE and _among_them(tokens, v.last - base + 1)):
            yield _part(v, told)


def _part(v: Victims, told: About) -> Draft:
    return Draft(v, Cue(v.first, v.last, v.head, told, Side.BEFORE, Shape.NOUN), told, "of them", True)


def _among_them(tokens: Sequence[Token], at: int) -> bool:
    return [t.lower for t in tokens[at : at + 2]] in (["among", "them"], ["amongst", "them"])


def _put_at(tokens: Sequence[Token], end: int, before: Sequence[str]) -> int | None:
    """Where the word stands that puts the bare figure at `end` on the toll: "put it at", "said", "its figure was"."""
    if not before:
        return None
    for step in range(end - 2, max(-1, end - 6), -1):
        owned = step > 0 and tokens[step - 1].lower in _OWNED
        if before[-1] in _BE and tokens[step].lower in _FIGURES and (owned or (before[-1] == "of" and step == end - 2)):
            between = {t.lower for t in tokens[step + 1 : end - 1]}
            return step if "of" not in between else None
        if before[-1] == "at" and tokens[step].lower in _PUT and step >= end - 3:
            return step
    spoke = end - 1
    if before[-2:] in (["it", "was"], ["there", "were"]):
        spoke = end - 3
    if spoke >= 0 and tokens[spoke].lemma in lexicon.SPEECH and tokens[spoke].pos == "VERB":
        return spoke
    return None
