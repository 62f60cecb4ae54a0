"""Figures that go on from a toll told just before: "the army put it at 12", "residents said 30", "four of them"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.drafts import Draft
from rashomon.extract.tolls.noun_phrases import is_people
from rashomon.extract.tolls.numbers import whole_number
from rashomon.extract.tolls.toll import Kind
from rashomon.extract.tolls.victims import Victims
from rashomon.records import About, Token

REACH = 3  # sentences back to the toll that a figure goes on from
_words = lexicon.words
_FIGURES = _words("figure figures number count total tally estimate estimates")
_OWNED = _words("the its their his her a another lower higher official own similar same that this initial earlier")
_ENDS = frozenset(
    (",", ".", ";", ":", "but", "while", "and", "including", "not", "rather", "–", "—", ")", "”", '"', "instead")
)
_DEAD = _words("dead deceased killed victims slain fallen bodies died")
_OPENS = frozenset(("", "said", "that", "and", ";", ",", "“", '"'))
_QUOTES = frozenset("\"“‘`'") | {"``"}
_SPEAKS = _words("speak talk write")
_LISTS = _words("list register roll ledger record")
_PUT = _words("put puts putting")
_BE = _words("was is were are be as at to of : stood stands rose")
_ARE = _words("were was are is belonged had came have")
_COUNTS = _words("count tally record register document list identify")
_TAKES_IN = _words("attend treat receive admit")  # what a hospital says of the wounded
_KINDS = _words("from aged under below between women men children over older younger")
_ASIDE = 6  # tokens of "he said" in "The other nine, he said, were"


@dataclass(frozen=True, slots=True)
class Told:
    """The toll that a sentence may go on from. about: what it was of. killed, wounded: its highest figures, or 0."""

    about: About
    killed: int = 0
    wounded: int = 0

    def highest(self, about: About) -> int:
        """The highest figure told of the killed or of the wounded; 0 where none was."""
        return self.killed if about is About.KILLED else self.wounded


def referring(
    tokens: Sequence[Token], people: Sequence[Victims], before: Told, drafted: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """The drafts of one sentence that need the toll told before it, in the same sentence or an earlier one.

    drafted: those that the sentence tells by itself.
    """
    largest = before.highest(before.about)
    base = tokens[0].i
    split = False
    for v in people:
        if v.kind is not Kind.NUMBER or v.low == v.high == 0:
            continue
        told = next((d.about for d in reversed(drafted) if d.victims.last <= v.first), before.about)
        opens = v.first - base
        while opens and tokens[opens - 1].text in _QUOTES:
            opens -= 1  # 'speaks of "more than thirty"'
        back = [t.lower for t in tokens[max(0, opens - 6) : opens]]
        follows = tokens[v.last - base] if v.last - base < len(tokens) else None
        ends = follows is None or follows.lower in _ENDS
        if _tells_kind(tokens, v, largest):
            yield _part(v, _told_here(tokens, v, told))
        elif v.who is None and not v.of and ends:
            at = _put_at(tokens, opens, back)
            if at is not None:
                token = tokens[at]
                about = About.WOUNDED if token.lemma in _TAKES_IN else _told_here(tokens, v, told)
                cue = Cue(token.i, token.i + 1, token.i, about, Side.AFTER, Shape.TOLL)
                yield Draft(v, cue, about, "referring", False)
        elif _by_whom(tokens, v) or _names_on_list(tokens, v):
            cue = Cue(v.first, v.last, v.head, told, Side.BEFORE, Shape.NOUN)
            yield Draft(v, cue, told, "referring", False)
        elif v.of in ("them", "whom") and follows is not None and _splits(tokens, v, follows.i - base):
            split = True
            whole = _told_of(tokens, v, before) if _of_figure(tokens, v) else _told_here(tokens, v, told)
            if whole is not None:
                yield _part(v, whole)
        elif (
            split and v.who is None and follows is not None and follows.lower in ("to", "from", "was", "were", "a")
        ) or (follows is not None and follows.lower in _ARE and _among_them(tokens, v.last - base + 1)):
            yield _part(v, told)
        elif v.who is not None and _brought_in(tokens, v.last - base):
            cue = Cue(v.last, v.last + 1, v.last, About.WOUNDED, Side.BEFORE, Shape.STATE)
            yield Draft(v, cue, About.WOUNDED, "brought in", False)


def _splits(tokens: Sequence[Token], v: Victims, at: int) -> bool:
    """True where these words say which of them: "were farmers", "came from Kano", but not "came in a car".

    Of a figure, "nine of the 23", it is told by what they are alone: "two of the nine had been sent home" is none.
    """
    word, following = tokens[at].lower, tokens[at + 1 : at + 2]
    if word in ("came", "hailed", "come"):
        return [t.lower for t in following] == ["from"]
    if _of_figure(tokens, v):
        return word in _ARE - {"had", "have"} and not any(t.pos in ("VERB", "AUX") for t in following)
    return word in _ARE


def _of_figure(tokens: Sequence[Token], v: Victims) -> bool:
    """True for "nine of the 23"."""
    return v.of == "them" and whole_number(tokens[v.last - 1 - tokens[0].i].lower) is not None


def _told_of(tokens: Sequence[Token], v: Victims, before: Told) -> About | None:
    """Of what toll "two of the eight" are: that of eight; None where neither toll before it has that figure."""
    figure = whole_number(tokens[v.last - 1 - tokens[0].i].lower)
    return next((a for a in (About.KILLED, About.WOUNDED) if before.highest(a) == figure), None)


def _names_on_list(tokens: Sequence[Token], v: Victims) -> bool:
    """True for "his list has 14 names"."""
    return tokens[v.head - tokens[0].i].lower == "names" and any(t.lemma in _LISTS for t in tokens)


def _by_whom(tokens: Sequence[Token], v: Victims) -> bool:
    """True for "34 according to elders": a second figure for what was told, with its speaker."""
    at = v.last - tokens[0].i
    return v.who is None and not v.of and [t.lower for t in tokens[at : at + 2]] == ["according", "to"]


def _told_here(tokens: Sequence[Token], v: Victims, told: About) -> About:
    """KILLED where the sentence speaks of the dead before these people, else what was told before it."""
    before = {t.lower for t in tokens[: v.first - tokens[0].i]}
    return About.KILLED if before & _DEAD else told


def _tells_kind(tokens: Sequence[Token], v: Victims, largest: int) -> bool:
    """True for "Three were children" and "The other nine, he said, were farmers": which of those told of before."""
    base = tokens[0].i
    before = tokens[v.first - base - 1].lower if v.first > base else ""
    if v.who is not None or v.of or before not in _OPENS or v.low is None or v.low > largest or v.low != v.high:
        return False
    at = v.last - base
    if at < len(tokens) and tokens[at].text == ",":
        ahead = [n for n in range(at + 2, min(at + _ASIDE, len(tokens))) if tokens[n].text == ","]
        at = ahead[0] + 1 if ahead else at
    if at >= len(tokens) or tokens[at].lower not in ("were", "was", "are"):
        return False
    beyond = tokens[at + 1 : at + 5]
    opened = tokens[0].lower == "of" and any(whole_number(t.lower) is not None for t in tokens[1:3])
    if opened and beyond:
        return beyond[0].pos != "VERB"  # "Of the eleven, he said, four were farm hands"
    if not beyond or beyond[0].lower in _KINDS:
        return bool(beyond)
    nouns = [t for t in beyond if t.pos in ("NOUN", "PROPN") and t.dep != "compound"][:2]
    return beyond[0].pos != "VERB" and any(is_people(t) for t in nouns) and is_people(nouns[0]) is not False


def _brought_in(tokens: Sequence[Token], at: int) -> bool:
    """True for "had been brought in", said of people after a toll."""
    words = [t.lower for t in tokens[at : at + 5]]
    start = 1 if words[:1] in (["had"], ["have"], ["has"]) else 0
    ends = words[start + 3 : start + 4] not in (["for"], ["as"])
    return (
        words[start : start + 1] in (["been"], ["were"]) and words[start + 1 : start + 3] == ["brought", "in"] and ends
    )


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
    if before[-1] == "of" and end >= 2 and tokens[end - 2].lemma in _SPEAKS and tokens[end - 2].pos == "VERB":
        return end - 2  # "the governor spoke of 14"
    spoke = end - 1
    if before[-2:] in (["it", "was"], ["there", "were"]):
        spoke = end - 3
    if spoke >= 0 and tokens[spoke].lemma in lexicon.SPEECH | _COUNTS | _TAKES_IN and tokens[spoke].pos == "VERB":
        return spoke
    return None


def still_in_care(tokens: Sequence[Token], draft: Draft, told: Told | None) -> bool:
    """True for "Nine are still in hospital" after "34 were injured": some of those, nobody more."""
    v = draft.victims
    if draft.about is not About.WOUNDED or draft.cue.shape is not Shape.STATE or v.who is not None or told is None:
        return False
    before = tokens[v.first - tokens[0].i - 1].text if v.first > tokens[0].i else ""
    opens = v.first - tokens[0].i <= 2 or before in (";", ",")
    return opens and v.kind is Kind.NUMBER and (v.high or 0) < told.wounded
