"""The noun phrases that may be people: where one ends, which noun names it, and whether that noun is people."""

from collections.abc import Sequence

from rashomon.extract.tolls import lexicon
from rashomon.records import Token

LONGEST_PHRASE = 10  # tokens of a noun phrase after its number
STATES = lexicon.words("killed dead wounded injured hurt slain martyred missing deceased kidnapped abducted")
_QUOTES = frozenset("\"“”'‘’[]")


def is_people(token: Token) -> bool | None:
    """True for a noun known to be people, False for one known to be something else, None for any other."""
    for word in (token.lemma, token.lower):
        if word in lexicon.PEOPLE:
            return True
        if word in lexicon.THINGS or word in lexicon.BODIES_POLITIC:
            return False
    if token.ent == "NORP" and token.tag in ("NNS", "NNPS", "NNP", "NN"):
        return True
    if token.ent == "PERSON":
        return True
    if token.ent in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "GPE", "LOC", "FAC"):
        return False
    return None


def phrase_end(tokens: Sequence[Token], at: int, *, partitive: bool = False) -> int:
    """Where the noun phrase that begins at this place ends (half-open); the same place where there is none."""
    end, step = at, at
    while step < len(tokens) and step - at < LONGEST_PHRASE:
        token = tokens[step]
        if token.lower in STATES and not _attributive(tokens, step):
            counted = partitive and tokens[step - 1].pos == "NUM"  # "four of the five wounded"
            nominal = step and (counted or tokens[step - 1].lower in ("the", "those", "its", "their", "of"))
            return step + 1 if nominal and partitive else end
        if token.lower in lexicon.DAYS or (token.lower in lexicon.MONTHS and token.tag == "NNP"):
            break
        if token.lower in lexicon.COUNTED:
            return step + 1 if partitive and step > at else end if end > at and is_people(tokens[end - 1]) else at
        if (token.pos in ("NOUN", "PROPN", "ADJ", "X") and token.lower != "such") or token.lower in (
            "others",
            "people",
        ):
            end = step + 1
            if token.tag in ("NNS", "NNPS") and is_people(token) and not noun_follows(tokens, end):
                return end
        elif (
            token.text == "("
            and step + 2 < len(tokens)
            and tokens[step + 2].text == ")"
            and noun_follows(tokens, step + 3)
        ):
            step += 2
        elif not _may_stand_inside(tokens, at, step, partitive=partitive):
            break
        step += 1
    return end


def _attributive(tokens: Sequence[Token], at: int) -> bool:
    """True for "wounded" in "two wounded policemen"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.pos == "NOUN" and bool(is_people(following))


def _may_stand_inside(tokens: Sequence[Token], at: int, step: int, *, partitive: bool) -> bool:
    token = tokens[step]
    if token.tag in ("POS", "HYPH") or token.text in "-–" or token.text in _QUOTES:
        return True
    if token.pos == "NUM" and [t.lower for t in tokens[step + 1 : step + 3]] in (["-", "year"], ["year", "old"]):
        return True  # "a 19-year-old guard"
    if token.tag in ("VBN", "VBG") and token.lower != "taken":
        return noun_follows(tokens, step + 1)
    first = step == at and partitive
    return (first and (token.pos in ("DET", "NUM") or token.tag == "PRP$")) or (
        partitive and step == at + 1 and token.pos == "NUM"
    )


def noun_follows(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].lower in lexicon.DAYS or tokens[at].lower in lexicon.MONTHS:
        return False
    return tokens[at].pos in ("NOUN", "PROPN") and tokens[at].lower not in lexicon.COUNTED


def head_of(tokens: Sequence[Token], at: int, end: int) -> int:
    """The noun that names the phrase: its last noun."""
    for step in range(end - 1, at - 1, -1):
        if tokens[step].pos in ("NOUN", "PROPN") or tokens[step].lower in STATES:
            return step
    return end - 1
