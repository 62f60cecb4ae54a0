"""Who could be counted among the victims: the noun phrases of a sentence that are people, with how many they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.distractors import distracts
from rashomon.extract.tolls.noun_phrases import STATES, head_of, is_people, noun_follows, phrase_end
from rashomon.extract.tolls.numbers import AS_MANY, Quantity, bounded_after, quantities, whole_number
from rashomon.extract.tolls.toll import Kind
from rashomon.records import Token

PLURAL_RULE = "a bare plural is at least 1"

_words = lexicon.words
_CLOSED = _words("the a an this that these those his her its their our my your no any")
_THEM = _words("them whom which us")
_SINGULAR = _words("him her himself herself he she")
_ORDINALS = _words("second third fourth fifth sixth seventh eighth")
_PLURAL_FORMS = _words("police people children women men troops personnel elderly")
_MASSES = _words("police personnel troops people men women children life lives")  # never one: "a police jeep"
_COLLECTIVE = _words("family families crew crews gang gangs couple personnel")
_PLACED = _words("at in near outside inside around into")
_NAMING = frozenset(("ADP", "NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM", "PART"))
_LONGEST_NAME = 14  # tokens of a speaker's name and office
_GATHERED = _words(
    "family group crew team party column patrol squad platoon convoy gang band pack detachment contingent delegation "
    "busload boatload truckload carload batch garrison household posse"
)
_SPANS = _words("years months weeks days hours year month")
_GROUPS = {"duo": 2, "trio": 3, "threesome": 3, "foursome": 4, "quartet": 4}


@dataclass(frozen=True, slots=True)
class Victims:
    """People in tokens `first` to `last` (half-open), and how many they are.

    head: the token that names them, the figure itself where nothing does. low, high, rule: as in `Quantity`.
    who: the tokens that say what they are called (half-open), None for a bare figure.
    of: the word after "of the" in "nine of the dead", "them" in "five of them", else "".
    known: True where the noun is known to be people, None where it is unknown. other: "another", "others".
    """

    first: int
    last: int
    head: int
    low: int | None
    high: int | None
    kind: Kind
    rule: str = ""
    who: tuple[int, int] | None = None
    of: str = ""
    known: bool | None = True
    other: bool = False

    @property
    def single(self) -> bool:
        """True for one person told without a figure: "a guard", "the commander", "Jane Roe", "him"."""
        return self.kind in (Kind.ONE, Kind.THE, Kind.NAME, Kind.PRONOUN)


def victims(tokens: Sequence[Token]) -> list[Victims]:
    """The people in these tokens of one sentence, in their order, none within another; speakers and agents left out.

    "killing a guard and two of his sons" gives "a guard" (1) and "two of his sons" (2).
    """
    counted = _as_many([found for q in quantities(tokens) if (found := _counted(tokens, q)) is not None])
    counted = [_gathered(tokens, v) for v in counted]
    counted = [
        v for v, before in zip(counted, [None, *counted], strict=False) if before is None or not _within(v, before)
    ]
    taken = {i for v in counted for i in range(v.first, v.last)}
    named = _uncounted(tokens, taken)
    return _suffering(tokens, sorted([*counted, *named], key=lambda v: v.first))


def _within(v: Victims, before: Victims) -> bool:
    """True for the 23 of "nine of the 23", which counts nobody by itself."""
    return before.of == "them" and before.first < v.first and v.last == before.last


def _suffering(tokens: Sequence[Token], people: Sequence[Victims]) -> list[Victims]:
    """The people without those who speak or act: "wounding nine, two officials and a doctor said" keeps the nine."""
    base, kept = tokens[0].i, list[Victims]()
    after: Victims | None = None  # the people after these, where they speak
    for v in reversed(people):
        joint = [t.lower for t in tokens[v.last - base : after.first - base]] if after is not None else []
        paired = after is not None and joint == ["and"] and tokens[after.head - base].head == v.head
        speaks = _acts(tokens, v) or paired
        after = v if speaks and _says(tokens, v, after) else None
        if not speaks:
            kept.insert(0, v)
    return kept


def _says(tokens: Sequence[Token], v: Victims, after: Victims | None) -> bool:
    """True where a verb of speech stands right after these people, or after those that follow them."""
    following = tokens[v.last - tokens[0].i : v.last - tokens[0].i + 1]
    return after is not None or any(t.lemma in lexicon.SPEECH and t.tag == "VBD" for t in following)


def _as_many(counted: Sequence[Victims]) -> list[Victims]:
    """The same people, with the figure before them for "as many": "six soldiers and as many militants"."""
    found: list[Victims] = []
    for v in counted:
        if v.rule == AS_MANY and found:
            figure = found[-1].low if found[-1].low is not None else found[-1].high
            v = replace(v, low=figure, high=figure, kind=found[-1].kind)
        if v.rule != AS_MANY or found:
            found.append(v)
    return found


def _gathered(tokens: Sequence[Token], v: Victims) -> Victims:
    """ "a family of seven" is seven: the figure with the word for the group that it is the size of."""
    at = v.first - tokens[0].i
    if at < 2 or tokens[at - 1].lower != "of" or tokens[at - 2].lower not in _GATHERED:
        return v
    start = at - 2
    while start > 0 and tokens[start - 1].pos in ("DET", "ADJ", "NOUN", "PROPN") and at - start < 5:
        start -= 1
    who = v.who or (tokens[at - 2].i, tokens[at - 2].i + 1)
    return replace(v, first=tokens[start].i, head=tokens[at - 2].i, who=who, of="")


def _acts(tokens: Sequence[Token], v: Victims) -> bool:
    """True for people who speak or do something rather than suffer it: "police said", "by two gunmen"."""
    base = tokens[0].i
    before = tokens[v.first - base - 1].lower if v.first > base else ""
    if before in ("by", "citing", "quoting") or (before == "to" and tokens[v.first - base - 2].lower == "according"):
        return True
    head = tokens[v.head - base]
    if v.of == "them" and v.low == v.high == 1 and _goes_on_speaking(tokens, v.last - base):
        return True
    if _speaks_last(tokens, v):
        return True
    nearby = [t for t in tokens[v.last - base : v.last - base + 3] if t.pos not in ("ADV", "AUX")][:1]
    speaks = any(t.lemma in lexicon.SPEECH and t.tag in ("VBD", "VBZ", "VBP") for t in nearby)
    if speaks and v.kind is not Kind.NUMBER:
        return True
    if any(t.lower in STATES for t in nearby):
        return False
    governor = tokens[head.head - base] if 0 <= head.head - base < len(tokens) else head
    # "Ten people reported killed": what is reported of them.
    told_of = any(t.lower in STATES for t in tokens[governor.i - base + 1 : governor.i - base + 3])
    if told_of and 0 <= governor.i - base < len(tokens):
        return False
    return head.dep == "nsubj" and governor.pos == "VERB" and governor.lemma in lexicon.SPEECH and governor.tag != "VBN"


def _speaks_last(tokens: Sequence[Token], v: Victims) -> bool:
    """True for the speaker whom a sentence ends with: "injuring 50, | a colonel of the unit, K2, | said"."""
    at = v.first - tokens[0].i
    if not v.single or at < 2 or tokens[at - 1].text != ",":
        return False
    for token in tokens[v.last - tokens[0].i : v.last - tokens[0].i + _LONGEST_NAME]:
        if token.lemma in lexicon.SPEECH and token.tag in ("VBD", "VBZ", "VBN"):
            speakers = [t for t in tokens if t.head == token.i and t.dep == "nsubj"]
            return all(t.i < v.first for t in speakers)
        if not (token.pos in _NAMING or token.lower in ("has", "had")) or token.lower == "and":
            return False
    return False


def _goes_on_speaking(tokens: Sequence[Token], at: int) -> bool:
    """True for "one of them said" and "one of them, who asked not to be named"."""
    words = [t.lower for t in tokens[at : at + 3]]
    asked = words[:2] == [",", "who"] and words[2:] in (["asked"], ["declined"], ["spoke"], ["refused"], ["requested"])
    return asked or any(t.lemma in lexicon.SPEECH and t.pos == "VERB" for t in tokens[at : at + 1])


def _counted(tokens: Sequence[Token], q: Quantity) -> Victims | None:
    """The people that a quantity counts; None where it counts something else, a date, an age, a unit."""
    base = tokens[0].i
    if distracts(tokens, q):
        return None
    kind = Kind.VAGUE if q.vague else Kind.NUMBER
    at, of = q.last - base, ""
    plain = Victims(q.first, q.last, q.core, q.low, q.high, kind, q.rule, other=q.other)
    if at < len(tokens) and tokens[at].lower == "of":
        if [t.lower for t in tokens[at + 1 : at + 3]] in (["a", "family"], ["one", "family"]):
            last = tokens[at + 2].i + 1
            return replace(plain, last=last, who=(last - 1, last))  # "six of a family"
        of, at = _partitive(tokens, at + 1)
        if of in _THEM:
            return replace(plain, last=tokens[at - 1].i + 1, of=of)
    elif at < len(tokens) and tokens[at].lower in ("others", "other") and not noun_follows(tokens, at + 1):
        return _late_bound(tokens, replace(plain, last=q.last + 1, head=q.last, who=(q.last, q.last + 1), other=True))
    end = phrase_end(tokens, at, partitive=bool(of))
    if end == at:
        return _unnamed(tokens, plain, of, at)
    head = head_of(tokens, at, end)
    known = is_people(tokens[head]) or (True if of and tokens[head].lower == "own" else is_people(tokens[head]))
    if known is False and not (of and tokens[head].lower in STATES):
        return None
    if q.rule.startswith("some") and tokens[head].tag not in ("NNS", "NNPS") and not known:
        return None
    start = at
    while start < end - 1 and tokens[start].lower in _CLOSED:
        start += 1
    who = (tokens[start].i, tokens[end - 1].i + 1)
    other = q.other or tokens[start].lower in ("other", "others", "more", "further")
    if of == "the" and end < len(tokens) and tokens[end].lower in STATES and tokens[end].dep == "acl":
        who, of = (who[0], tokens[end].i + 1), tokens[end].lower  # "two of the people wounded": of the wounded
    found = replace(plain, last=who[1], head=tokens[head].i, who=who, of=of, known=known, other=other)
    return _late_bound(tokens, found)


def _unnamed(tokens: Sequence[Token], plain: Victims, of: str, at: int) -> Victims | None:
    """The people whom no noun names: "eight of those who died", "nine of the 23", "at least 26"."""
    if of == "dead":
        return replace(plain, last=tokens[at - 1].i + 1, of=of)
    if of == "the" and at + 1 < len(tokens) and whole_number(tokens[at + 1].lower) is not None:
        return replace(plain, last=tokens[at + 1].i + 1, of="them")
    return None if of else _late_bound(tokens, plain)


def _late_bound(tokens: Sequence[Token], v: Victims) -> Victims:
    """The people with a bound that stands after the noun: "82 people or more", "14 killed at the least"."""
    base = tokens[0].i
    at = v.last - base
    skip = 1 if at < len(tokens) and tokens[at].lower in STATES else 0
    comma = 1 if at + skip < len(tokens) and tokens[at + skip].text == "," else 0
    found = bounded_after(tokens, at + skip + comma)
    if found is None or v.low is None or v.kind is not Kind.NUMBER:
        return v
    length, kind = found
    end = at + skip + comma + length
    if comma and end < len(tokens) and tokens[end].text not in (",", ".", ";"):
        return v  # "30 others, at least six of them" bounds the six
    last = v.last if skip or comma else v.last + length
    if kind == "least":
        return replace(v, high=None, last=last)
    return replace(v, low=None, last=last) if kind == "most" else replace(v, last=last)


def _partitive(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What follows "N of": the pronoun, the word for the dead or wounded, or "the"; and where the noun begins."""
    if at >= len(tokens):
        return "", at
    word = tokens[at].lower
    if word in _THEM:
        return word, at + 1
    if word == "these" and not noun_follows(tokens, at + 1):
        return "them", at + 1
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in ("those", "these") and following in (*STATES, "who"):
        if following != "who":
            return following, at + 1
        told = [t.lower for t in tokens[at + 2 : at + 5] if t.lower not in ("were", "was", "had", "have", "been")]
        ended = told[:1] in (["died"], ["perished"], ["lost"])
        return ("dead" if ended else told[0] if told and told[0] in STATES else "those"), at + 1
    if word not in _CLOSED or word in ("a", "an"):
        return "", at
    step = at + 1
    while step < len(tokens) and whole_number(tokens[step].lower) is not None:
        step += 1
    nominal = tokens[step].lower if step < len(tokens) else ""
    if nominal in STATES or nominal in ("victims", "casualties", "fatalities"):
        return nominal, at
    return "the", at


def _uncounted(tokens: Sequence[Token], taken: set[int]) -> list[Victims]:
    """Single people and bare plurals: "a policeman", "the commander", "another", "Jane Roe", "civilians", "him"."""
    found: list[Victims] = []
    at = 0
    while at < len(tokens):
        one = None if tokens[at].i in taken else _one_at(tokens, at, taken)
        if one is not None:
            found.append(one)
            at = max(one.last - tokens[0].i, at + 1)
        else:
            at += 1
    return found


def _one_at(tokens: Sequence[Token], at: int, taken: set[int]) -> Victims | None:
    token = tokens[at]
    here = (token.i, token.i + 1)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if token.lower in _SINGULAR and token.tag != "PRP$":
        return Victims(*here, token.i, 1, 1, Kind.PRONOUN, who=here)
    if token.lower == "others":
        return Victims(*here, token.i, 1, None, Kind.PLURAL, PLURAL_RULE, here, other=True)
    if token.lower in ("another", "a", "an") or (token.lower == "the" and following == "other"):
        return _indefinite(tokens, at, taken)
    if token.lower in ("the", "both", "a") and following in _GROUPS:
        here, many = (token.i, token.i + 2), _GROUPS[following]
        return Victims(*here, token.i + 1, many, many, Kind.NUMBER, f"a {following} is {many}", (token.i + 1, here[1]))
    if token.lower in _CLOSED or token.tag == "PRP$":
        return _definite(tokens, at, at + 1, taken)
    if token.pos in ("PROPN", "NOUN", "ADJ"):
        return _definite(tokens, at, at, taken)
    return None


def _clean_end(tokens: Sequence[Token], at: int, taken: set[int]) -> int:
    end = phrase_end(tokens, at)
    while end > at and tokens[end - 1].i in taken:
        end -= 1
    return end


def _indefinite(tokens: Sequence[Token], at: int, taken: set[int]) -> Victims | None:
    """ "a policeman", "another", "a second", "a third one", "another civilian"."""
    other = tokens[at].lower == "another"
    first, step = tokens[at].i, at + 1
    if step < len(tokens) and tokens[step].lower in _ORDINALS:
        other, step = True, step + 1
    if step < len(tokens) and tokens[step].lower == "one":
        return Victims(first, tokens[step].i + 1, tokens[step].i, 1, 1, Kind.ONE, other=True)
    aged = _year_old(tokens, step)
    if aged:
        last = tokens[step + aged - 1]
        return Victims(first, last.i + 1, last.i, 1, 1, Kind.ONE, who=(tokens[step].i, last.i + 1), other=other)
    end = _clean_end(tokens, step, taken)
    if end == step:
        alone = other and not (step < len(tokens) and tokens[step].lower in lexicon.COUNTED)
        return Victims(first, tokens[step - 1].i + 1, tokens[step - 1].i, 1, 1, Kind.ONE, other=True) if alone else None
    head = tokens[head_of(tokens, step, end)]
    known = is_people(head)
    if known is False or head.lower in _MASSES:
        return None
    who = (tokens[step].i, tokens[end - 1].i + 1)
    many = 2 if head.lower in ("couple", "pair") else 1
    return Victims(
        first, who[1] + _age_after(tokens, end), head.i, many, many, Kind.ONE, who=who, known=known, other=other
    )


def _year_old(tokens: Sequence[Token], at: int) -> int:
    """How many tokens "ten-year-old" has at this place, where no noun follows; 0 where it is not there."""
    words_ = [t.lower for t in tokens[at + 1 : at + 5]]
    if at >= len(tokens) or tokens[at].pos != "NUM" or words_ not in (["-", "year", "-", "old"], words_[:0]):
        return 0
    return 5 if words_ and not noun_follows(tokens, at + 5) else 0


def _age_after(tokens: Sequence[Token], end: int) -> int:
    """How many tokens after a person tell the age: "of 60", "aged nine", "of ten months"; 0 where none do."""
    told = end + 1 < len(tokens) and tokens[end].lower in ("of", "aged")
    if not told or whole_number(tokens[end + 1].lower) is None:
        return 0
    return 3 if end + 2 < len(tokens) and tokens[end + 2].lower in _SPANS else 2


def _definite(tokens: Sequence[Token], at: int, step: int, taken: set[int]) -> Victims | None:
    """ "the commander", "his wife", "their sons", "civilians", "Jane Roe", "Commander Jane Roe"."""
    end = _clean_end(tokens, step, taken)
    if end == step:
        return None
    head = tokens[head_of(tokens, step, end)]
    titled = head.pos == "PROPN" and any(is_people(t) and t.pos in ("NOUN", "PROPN") for t in tokens[step:end])
    if (not is_people(head) and not titled) or head.lower in _COLLECTIVE or head.lower in ("life", "lives"):
        return None
    first, who = tokens[at].i, (tokens[step].i, tokens[end - 1].i + 1)
    if head.tag in ("NNS", "NNPS") or head.lower in _PLURAL_FORMS:
        if tokens[at].lower in ("the", "these", "those", "this", "that"):
            return None  # people told of before, no count
        return Victims(first, who[1], head.i, 1, None, Kind.PLURAL, PLURAL_RULE, who)
    kind = Kind.NAME if head.pos == "PROPN" and (head.ent == "PERSON" or titled) else Kind.THE
    if kind is Kind.NAME and _stands_as_place(tokens, at, end):
        return None  # "at Urum al-Kubra": a place that looks like a person
    return Victims(first, who[1], head.i, 1, 1, kind, who=who)


def _stands_as_place(tokens: Sequence[Token], at: int, end: int) -> bool:
    """True for a name after a preposition of place, with no word for a person in it."""
    if any(t.lemma in lexicon.PEOPLE for t in tokens[at:end]):
        return False
    while at and tokens[at - 1].pos == "PROPN" and tokens[at - 1].ent == tokens[at].ent:
        at -= 1
    return at > 0 and tokens[at - 1].lower in _PLACED
