"""Who could be counted among the victims: the noun phrases of a sentence that are people, with how many they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.numbers import Quantity, quantities, whole_number
from rashomon.records import Token

LONGEST_PHRASE = 9  # tokens of a noun phrase after its number
_CUE_FORMS = frozenset(
    [
        "killed",
        "dead",
        "wounded",
        "injured",
        "hurt",
        "slain",
        "martyred",
        "missing",
        "deceased",
        "kidnapped",
        "abducted",
    ]
)
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "X"))
_CLOSED = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "any"]
)
_PRONOUNS = frozenset(["them", "whom", "which", "us", "those", "these"])
_SINGULAR_PRONOUNS = frozenset(["him", "her", "himself", "herself", "he", "she", "itself"])
_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"])
_NOT_HEADS = frozenset("so yet more far least")


class Kind(StrEnum):
    """How the words count."""

    NUMBER = "number"  # "14 soldiers", "26"
    VAGUE = "vague"  # "dozens of people"
    ONE = "one"  # "a policeman", "another"
    THE = "the"  # "the commander", "his wife"
    NAME = "name"  # "Jane Roe"
    PLURAL = "plural"  # "civilians"
    PRONOUN = "pronoun"  # "him", "himself"


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


def victims(tokens: Sequence[Token]) -> list[Victims]:
    """The people in these tokens of one sentence, in their order, none within another.

    "killing a guard and two of his sons" gives "a guard" (1) and "two of his sons" (2).
    """
    counted = [found for q in quantities(tokens) if (found := _counted(tokens, q)) is not None]
    taken = {i for v in counted for i in range(v.first, v.last)}
    named = _uncounted(tokens, taken)
    return sorted([*counted, *named], key=lambda v: v.first)


def is_people(token: Token) -> bool | None:
    """True for a noun known to be people, False for one known to be something else, None for any other."""
    for word in (token.lemma, token.lower):
        if word in lexicon.PEOPLE:
            return True
        if word in lexicon.THINGS:
            return False
    if token.ent == "NORP" and token.tag in ("NNS", "NNPS", "NNP", "NN"):
        return True
    if token.ent == "PERSON":
        return True
    if token.ent in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "GPE", "LOC", "FAC"):
        return False
    return None


def _counted(tokens: Sequence[Token], q: Quantity) -> Victims | None:
    """The people that a quantity counts; None where it counts something else, a date, an age, a unit."""
    base = tokens[0].i
    if _distracts(tokens, q):
        return None
    kind = Kind.VAGUE if q.vague else Kind.NUMBER
    at, of = q.last - base, ""
    if at < len(tokens) and tokens[at].lower == "of":
        of, at = _partitive(tokens, at + 1)
        if of in _PRONOUNS:
            return Victims(q.first, tokens[at - 1].i + 1, q.core, q.low, q.high, kind, q.rule, None, of, True, q.other)
    elif at < len(tokens) and tokens[at].lower in ("others", "other") and not _noun_follows(tokens, at + 1):
        at += 1
        return Victims(q.first, q.last + 1, q.last, q.low, q.high, kind, q.rule, (q.last, q.last + 1), "", True, True)
    end = phrase_end(tokens, at)
    if end == at:
        if of or (q.vague and tokens[q.core - base].lower in ("some", "few", "various", "multiple", "numerous")):
            # "some were hurt" counts people; "some" before a verb that is no cue never pairs, so it may stand.
            if of and at < len(tokens):
                return None
        return Victims(q.first, q.last, q.core, q.low, q.high, kind, q.rule, None, "", True, q.other)
    head = _head(tokens, at, end)
    known = is_people(tokens[head])
    if known is False and not (of and tokens[head].lower in lexicon.DEAD | lexicon.HURT_ADJECTIVES):
        return None
    if q.rule.startswith("some") and tokens[head].tag not in ("NNS", "NNPS") and not known:
        return None
    start = at
    while start < end and tokens[start].lower in _CLOSED:
        start += 1
    who = (tokens[min(start, end - 1)].i, tokens[end - 1].i + 1)
    return Victims(q.first, who[1], tokens[head].i, q.low, q.high, kind, q.rule, who, of, known, q.other)


def _partitive(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What follows "N of": the pronoun, or the word for the dead or wounded, or "the"; and where the noun begins."""
    if at >= len(tokens):
        return "", at
    word = tokens[at].lower
    if word in ("them", "whom", "which", "us"):
        return word, at + 1
    if (
        word in ("those", "these")
        and at + 1 < len(tokens)
        and (tokens[at + 1].lower in _CUE_FORMS or tokens[at + 1].lower == "who")
    ):
        nominal = tokens[at + 1].lower
        return (nominal, at + 1) if nominal != "who" else ("those", at + 1)
    if word in _CLOSED and word not in ("a", "an"):
        step = at + 1
        while step < len(tokens) and whole_number(tokens[step].lower) is not None:
            step += 1
        nominal = tokens[step].lower if step < len(tokens) else ""
        if nominal in _CUE_FORMS or nominal in ("victims", "casualties", "fatalities"):
            return nominal, at
        return "the", at
    return "", at


def phrase_end(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase that begins at this place ends (half-open); the same place where there is none."""
    end, step = at, at
    while step < len(tokens) and step - at < LONGEST_PHRASE:
        token = tokens[step]
        if token.lower in _CUE_FORMS and not (
            step + 1 < len(tokens) and is_people(tokens[step + 1]) and tokens[step + 1].pos == "NOUN"
        ):
            nominal = token.lower in _CUE_FORMS and step and tokens[step - 1].lower in ("the", "those", "its", "their")
            return step + 1 if nominal else end
        if token.lower in lexicon.DAYS or (token.lower in lexicon.MONTHS and token.tag == "NNP"):
            break
        if token.pos in _INSIDE and token.lower not in ("such", "dead"):
            end = step + 1
            if token.tag in ("NNS", "NNPS") and is_people(token) and not _noun_follows(tokens, step + 1):
                return end
        elif (
            token.tag in ("POS", "HYPH")
            or token.text in "-–\"“”'‘’[]"
            or (token.tag in ("VBN", "VBG") and _noun_follows(tokens, step + 1))
            or (token.pos == "DET" and step == at)
            or (token.pos == "PRON" and token.tag == "PRP$")
        ) or (token.pos == "NUM" and step == at):
            pass
        elif token.lower in ("members", "others", "people"):
            end = step + 1
        else:
            break
        step += 1
    return _members_of(tokens, end) if end > at else at


def _members_of(tokens: Sequence[Token], end: int) -> int:
    """ "members of the X brigade": the phrase runs through what they are members of."""
    return end


def _noun_follows(tokens: Sequence[Token], at: int) -> bool:
    return (
        at < len(tokens)
        and tokens[at].pos in ("NOUN", "PROPN")
        and tokens[at].lower not in lexicon.DAYS | lexicon.MONTHS
    )


def _head(tokens: Sequence[Token], at: int, end: int) -> int:
    """The noun that names the phrase: the last, or a person noun before a name ("head constable Jane Roe")."""
    for step in range(end - 1, at - 1, -1):
        if tokens[step].pos in ("NOUN", "PROPN") or tokens[step].lower in _CUE_FORMS:
            return step
    return end - 1


def _distracts(tokens: Sequence[Token], q: Quantity) -> bool:
    """True where the figure is an age, a date, a time, money, a share, a year, a serial number."""
    base = tokens[0].i
    before = tokens[q.first - base - 1] if q.first > base else None
    core = tokens[q.core - base]
    at = q.last - base
    after = tokens[at] if at < len(tokens) else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None:
        if before.text in ("$", "€", "£", "#", "№", ":", "Rs", "Rs.") and before.text != ":":
            return True
        if before.lower in lexicon.MONTHS or before.lower in (
            "aged",
            "age",
            "no.",
            "no",
            "number",
            "unit",
            "km",
            "nos",
        ):
            return True
        if (
            before.text in ("-", "/")
            and before.i - base >= 1
            and tokens[before.i - base - 1].end == before.start
            and before.end == core.start
        ):
            return True  # "F-16", "AK-47", "24/7"
        if before.tag == "NNP" and before.lower in (
            "unit",
            "brigade",
            "division",
            "article",
            "route",
            "highway",
            "sector",
            "block",
            "phase",
            "chapter",
            "resolution",
            "flight",
            "zone",
        ):
            return True
    if after is not None:
        word = after.lower
        if word in ("%", "percent", "-year", "year-old", "a.m.", "p.m.", "am", "pm", "°", "gmt") or (
            word in lexicon.MONTHS and after.tag == "NNP"
        ):
            return True
        if (
            after.text in ("-", "‑")
            and after.start == tokens[at - 1].end
            and following is not None
            and following.start == after.end
        ):
            return True  # "19-year-old", "20-nation"
        if (
            after.text in (":", ".", "/")
            and following is not None
            and following.start == after.end
            and following.text[:1].isdigit()
        ):
            return True
        if word.startswith("-") and len(word) > 1:
            return True
    if core.text.isdigit() and 1900 <= int(core.text) <= 2100 and (after is None or after.pos not in ("NOUN", "ADJ")):
        return True
    return _age(tokens, q)


def _age(tokens: Sequence[Token], q: Quantity) -> bool:
    """True for "Jane Roe, 51," and "(51)": a bare figure set off after a name."""
    base = tokens[0].i
    start, at = q.first - base, q.last - base
    if start < 2 or q.last - q.first != 1 or not tokens[q.core - base].text.isdigit():
        return False
    closed = (
        at >= len(tokens)
        or tokens[at].text in (",", ")", ".", ";")
        or tokens[at].lower in ("and", "was", "who", "died")
    )
    return (
        tokens[start - 1].text in (",", "(")
        and closed
        and tokens[start - 2].pos == "PROPN"
        and int(tokens[q.core - base].text) < 105
        and not _in_list(tokens, at)
    )


def _in_list(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in ("dead", "killed", "wounded", "injured", "hurt")


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
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if token.lower in _SINGULAR_PRONOUNS and token.pos == "PRON" and token.tag != "PRP$":
        return Victims(token.i, token.i + 1, token.i, 1, 1, Kind.PRONOUN, who=(token.i, token.i + 1))
    if token.lower == "others":
        return Victims(
            token.i,
            token.i + 1,
            token.i,
            1,
            None,
            Kind.PLURAL,
            "a bare plural is at least 1",
            (token.i, token.i + 1),
            other=True,
        )
    if token.lower in ("another", "a", "an") or (token.lower == "the" and following in ("other",)):
        return _indefinite(tokens, at, taken)
    if token.lower in _CLOSED or token.tag == "PRP$":
        return _phrase(tokens, at, at + 1, taken, Kind.THE)
    if token.pos in ("PROPN", "NOUN", "ADJ") and token.i not in taken:
        end = _clean_end(tokens, at, taken)
        if end == at:
            return None
        head = tokens[_head(tokens, at, end)]
        if head.tag in ("NNS", "NNPS") or head.lower in (
            "police",
            "people",
            "children",
            "women",
            "men",
            "troops",
            "personnel",
        ):
            if is_people(head):
                return Victims(
                    token.i,
                    tokens[end - 1].i + 1,
                    head.i,
                    1,
                    None,
                    Kind.PLURAL,
                    "a bare plural is at least 1",
                    (token.i, tokens[end - 1].i + 1),
                )
            return None
        if head.pos == "PROPN" and (
            head.ent == "PERSON" or any(is_people(t) and t.pos in ("NOUN", "PROPN") for t in tokens[at:end])
        ):
            return Victims(
                token.i, tokens[end - 1].i + 1, head.i, 1, 1, Kind.NAME, who=(token.i, tokens[end - 1].i + 1)
            )
        if is_people(head):
            return Victims(token.i, tokens[end - 1].i + 1, head.i, 1, 1, Kind.THE, who=(token.i, tokens[end - 1].i + 1))
    return None


def _clean_end(tokens: Sequence[Token], at: int, taken: set[int]) -> int:
    end = phrase_end(tokens, at)
    while end > at and tokens[end - 1].i in taken:
        end -= 1
    return end


def _indefinite(tokens: Sequence[Token], at: int, taken: set[int]) -> Victims | None:
    """ "a policeman", "another", "a second", "a third one", "another civilian"."""
    other = tokens[at].lower == "another"
    step = at + 1
    if step < len(tokens) and tokens[step].lower in _ORDINALS:
        other, step = True, step + 1
    if step < len(tokens) and tokens[step].lower == "one":
        step += 1
        return Victims(tokens[at].i, tokens[step - 1].i + 1, tokens[step - 1].i, 1, 1, Kind.ONE, other=True)
    end = _clean_end(tokens, step, taken)
    if end == step:
        if other and step > at:
            return Victims(tokens[at].i, tokens[step - 1].i + 1, tokens[step - 1].i, 1, 1, Kind.ONE, other=True)
        return None
    head = tokens[_head(tokens, step, end)]
    known = is_people(head)
    if known is False:
        return None
    who = (tokens[step].i, tokens[end - 1].i + 1)
    if head.lower in ("couple", "pair"):
        return Victims(tokens[at].i, who[1], head.i, 2, 2, Kind.ONE, who=who, known=True)
    return Victims(tokens[at].i, who[1], head.i, 1, 1, Kind.ONE, who=who, known=known, other=other)


def _phrase(tokens: Sequence[Token], at: int, step: int, taken: set[int], kind: Kind) -> Victims | None:
    """ "the commander", "his wife", "their sons": a definite phrase that is people."""
    end = _clean_end(tokens, step, taken)
    if end == step:
        return None
    head = tokens[_head(tokens, step, end)]
    if not is_people(head):
        return None
    plural = head.tag in ("NNS", "NNPS") or head.lower in ("police", "people", "children", "troops", "personnel")
    who = (tokens[step].i, tokens[end - 1].i + 1)
    if plural:
        return Victims(tokens[at].i, who[1], head.i, 1, None, Kind.PLURAL, "a bare plural is at least 1", who)
    return Victims(tokens[at].i, who[1], head.i, 1, 1, kind, who=who)
