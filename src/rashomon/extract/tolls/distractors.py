"""Numbers that count nobody: ages, dates, times, money, shares, years, serial numbers, parts of names."""

from collections.abc import Sequence

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.numbers import Quantity
from rashomon.records import Token

OLDEST = 110  # years: a bare figure set off after a person is an age up to this
LAST_DAY = 31  # of a month
YEARS = range(1900, 2101)
_MONEY = frozenset(("$", "€", "£", "#", "№", "rs", "rs.", "us$", "usd", "n"))
_UNITS = lexicon.words("% percent -year year-old a.m. p.m. am pm ° gmt local hrs hours utc km mm kg cm mph")
_NUMBERED = lexicon.words(
    "unit brigade division article route highway sector block phase chapter resolution flight zone no. no number "
    "nos aged age ages section battalion regiment camp ward district area room gate terminal"
)
_GATHERED = lexicon.words("family gang crew couple staff personnel militia police troop people group dead")
_MARKS = frozenset(("-", "‑", "–", "/"))
_STATES = lexicon.words("dead killed wounded injured hurt")


def distracts(tokens: Sequence[Token], q: Quantity) -> bool:
    """True where the figure is an age, a date, a time, money, a share, a year or a serial number."""
    base = tokens[0].i
    at = q.last - base
    core = tokens[q.core - base]
    after = tokens[at] if at < len(tokens) else None
    if q.first > base and _told_before(tokens, q.first - base, core):
        return True
    if after is not None and _told_after(tokens, at):
        return True
    if q.first > base and _counts_no_people(tokens, q.first - base, at):
        return True
    if core.text.isdigit() and int(core.text) in YEARS and (after is None or after.pos not in ("NOUN", "ADJ")):
        return True
    return _age(tokens, q)


def _told_before(tokens: Sequence[Token], at: int, core: Token) -> bool:
    before = tokens[at - 1]
    if before.lower == "number" and at >= 2 and tokens[at - 2].lower in _STATES:
        return False  # "the wounded number 132"
    numbered = before.lower in _NUMBERED and (before.pos != "VERB" or before.lower == "aged")
    if before.lower in _MONEY or (numbered and core.i == before.i + 1):
        return True
    if _among_ages(tokens, at):
        return True
    if before.lower == "of" and at >= 2 and _one_person(tokens[at - 2]):
        return True  # "a father of two", "a girl of 13"
    if before.lower in lexicon.MONTHS and (before.pos == "PROPN" or before.text[:1].isupper()):
        return not _in_month(tokens, at, core)
    glued = before.text in _MARKS and before.end == core.start
    return glued and at >= 2 and tokens[at - 2].end == before.start  # "F-16", "24/7"


def _among_ages(tokens: Sequence[Token], at: int) -> bool:
    """True for the 18 of "aged 7 and 18" and "ages 4, 9 and 11"."""
    step = at - 1
    while step > 0 and (tokens[step].text in (",", "&") or tokens[step].lower in ("and", "or", "to")):
        step -= 1
        if tokens[step].pos != "NUM":
            return False
        step -= 1
    return step < at - 1 and tokens[step].lower in ("aged", "ages", "age")


def _in_month(tokens: Sequence[Token], at: int, core: Token) -> bool:
    """True for the figure in "In January 37 people died", which is no day of the month."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    opened = at >= 2 and tokens[at - 2].lower == "in"
    known = following is not None and (following.lemma in lexicon.PEOPLE or following.lemma in lexicon.DIE)
    return known and (opened or (core.text.isdigit() and int(core.text) > LAST_DAY))


def _counts_no_people(tokens: Sequence[Token], first: int, at: int) -> bool:
    """True for "of one family" and for places or things "in four of them"."""
    words = [t.lower for t in tokens[at : at + 2]]
    if tokens[first - 1].lower == "of" and words[:1] in (["family"], ["household"], ["clan"]):
        return True
    return tokens[first - 1].lower in ("in", "at", "on") and words == ["of", "them"]


def _one_person(token: Token) -> bool:
    return token.tag == "NN" and token.lemma in lexicon.PEOPLE - _GATHERED


def _told_after(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at]
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if after.lower in _UNITS or (after.lower in lexicon.MONTHS and after.text[:1].isupper()):
        return True
    if len(after.text) > 1 and after.text.startswith("-"):
        return True
    if following is None or following.start != after.end or after.start != tokens[at - 1].end:
        return False
    return after.text in _MARKS or (after.text in (":", ".") and following.text[:1].isdigit())  # "19-year-old", "10:30"


def _age(tokens: Sequence[Token], q: Quantity) -> bool:
    """True for "Jane Roe, 51," and "one, 11, died" and "(51)": a bare figure set off after a person."""
    start, at = q.first - tokens[0].i, q.last - tokens[0].i
    figure = tokens[start].text
    if start < 2 or q.last - q.first != 1 or not figure.isdigit() or int(figure) > OLDEST:
        return False
    person = tokens[start - 2]
    if tokens[start - 1].text not in (",", "("):
        return False
    closed = (
        at >= len(tokens)
        or tokens[at].text in (",", ")", ".", ";")
        or tokens[at].lower in ("and", "was", "who", "died")
    )
    if at < len(tokens) and tokens[at].lower in _STATES:
        return False
    singular = person.pos == "PROPN" or person.lower == "one" or (person.tag == "NN" and person.lower in lexicon.PEOPLE)
    return singular and closed
