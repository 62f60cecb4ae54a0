"""Verbs that kill and wound: which form stands where, active or passive, and whom the parse gives as its victims."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.numbers import whole_number
from rashomon.records import About, Parse, Token

_words = lexicon.words


def _forms(verbs: frozenset[str]) -> dict[str, str]:
    """Every form of these regular verbs, with what form it is: "base", "s", "ed" or "ing"."""
    found: dict[str, str] = {}
    for verb in sorted(verbs):
        stem = verb[:-1] if verb.endswith("e") else verb
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        for form, shape in ((verb, "base"), (third, "s"), (stem + "ed", "ed"), (stem + "ing", "ing")):
            found.setdefault(form, shape)
    return found


_VIOLENT = _words(
    "shot shoots shoot shooting stabbed hacked beaten burned burnt burning crushed trampled stoned blown "
    "bludgeoned clubbed starved choked knifed bled tortured charred battered"
)
_PRESENT = _words("shoots shoot stab stabs wipe wipes gun guns mow mows blow blows cut cuts pick picks take takes")
# Verbs that kill with what follows them.
_ENDS = (
    (_VIOLENT, ("dead",)),
    (_VIOLENT, ("to", "death")),
    (_words("gunned gunning gun guns mowed mown mow mows mowing"), ("down",)),
    (_words("wiped wiping wipe wipes"), ("out",)),
    (_words("burned burnt burning roasted roasting buried"), ("alive",)),
    (_words("sent sending"), ("to", "hell")),
    (_words("did doing do done does"), ("away", "with")),
)
# Verbs with other uses, which kill where what follows or suffers them is people.
_ENDS_OF_PEOPLE = (
    (_words("cut cuts cutting struck"), ("down",)),
    (_words("blow blows blew blown blowing"), ("up",)),
    (_words("took take takes taking taken"), ("out",)),
    (_words("picked pick picks picking"), ("off",)),
    (_words("snuffed snuff snuffs snuffing"), ("out",)),
    (_words("finished finish finishing"), ("off",)),
)
# "Forces destroyed 25 militants", "felling four guards".
_KILLS_PEOPLE = {
    **_forms(_words("annihilate asphyxiate destroy exterminate incinerate mourn obliterate")),
    "felled": "ed",
    "felling": "ing",
    "hanged": "ed",
}
# "Ten people were burned", "the gunman stabbed three people": hurt as far as the words tell.
_WOUNDS_PEOPLE = dict.fromkeys(("burned", "burnt", "scalded", "stabbed", "gored", "clubbed", "knifed"), "ed")
_LIMBS = _words("hand hands limb limbs ear ears arm arms leg legs foot feet lips nose")
_BE = _words("was were is are be been being get got gets getting 're 's")
_HAVE = _words("have has had having 've")
_ADVERBS = _words(
    "also seriously critically severely badly slightly lightly reportedly allegedly immediately instantly later "
    "then fatally gravely mortally either both only just already confirmed brutally and or feared believed "
    "presumed all previously subsequently apparently moderately not n't"
)
_VAGUE = _words("dozens several scores hundreds thousands many others another more few")
_BOUNDS = _words("more over some about around up nearly almost between dozens several no scores hundreds")
_NO_OBJECTS = _words("that which who whom when last this early late while as")


# As nouns these are read elsewhere: "a massacre", "the murder of".
_NOUNS = _words("martyr martyrs murder massacre massacres slaughter butcher")
_KILLS = {
    form: shape for form, shape in {**_forms(lexicon.KILL), "slew": "past", "slain": "ed"}.items() if form not in _NOUNS
}
_WOUNDS = {**_forms(lexicon.WOUND), "hurt": "ed", "hurts": "s", "hurting": "ing"}


_LIMBED = _words("chopped hacked cut chopping hacking cutting slit slitting")
FIRST_WORDS = (
    frozenset((*_KILLS, *_WOUNDS, *_KILLS_PEOPLE, *_WOUNDS_PEOPLE, "fell", "shot", "stabbed", "shooting", "stabbing"))
    .union(_LIMBED)
    .union(*(words for words, _ in (*_ENDS, *_ENDS_OF_PEOPLE)))
)


def verb_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of a verb that kills or wounds at this place: "killed", "wounding", "beheaded"; None for another word."""
    token = tokens[at]
    about = About.KILLED if token.lower in _KILLS else About.WOUNDED
    shape = _KILLS.get(token.lower) or _WOUNDS.get(token.lower)
    if shape is None:
        return _ambiguous_at(parse, tokens, at)
    before = tokens[at - 1].lower if at else ""
    follows = object_follows(tokens, at + 1)
    if shape in ("base", "s") and token.pos == "NOUN" and not follows:
        return None
    if shape == "ing" and token.pos == "NOUN" and before in ("the", "a", "of", "their", "his"):
        return None
    if shape == "ed" and before in ("the", "those") and token.pos != "VERB" and not follows:
        return None
    if before in ("fatally", "mortally"):
        about = About.KILLED
    return _cue(parse, tokens, at, at + 1, about, shape)


def _ambiguous_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of a verb that kills or wounds only where it happens to people: "destroyed 25 militants"."""
    word = tokens[at].lower
    if word in _KILLS_PEOPLE and tokens[at].pos != "NOUN":
        return replace(_cue(parse, tokens, at, at + 1, About.KILLED, _KILLS_PEOPLE[word]), people_only=True)
    if word == "fell" and _fell_dead(tokens, at):
        subjects = passive_subjects(parse, tokens[at])
        here = tokens[at].i
        return Cue(here, here + 1, here, About.KILLED, Side.BEFORE, Shape.PASSIVE, False, subjects, people_only=True)
    if word in _WOUNDS_PEOPLE and tokens[at].pos != "NOUN" and is_passive(parse, tokens, at, at + 1):
        return replace(_cue(parse, tokens, at, at + 1, About.WOUNDED, "ed"), people_only=True, weak=True)
    return None


def _fell_dead(tokens: Sequence[Token], at: int) -> bool:
    """True for "six soldiers fell on Tuesday" and "three rebels fell", False for a fall into, from or on something."""
    after = [t.lower for t in tokens[at + 1 : at + 3]]
    if not after or after[0] in (",", ".", ";", "and", "when", "during", "while", "there", "here"):
        return True
    if after[0] == "on":
        return after[1:] != [] and (after[1] in lexicon.DAYS | lexicon.MONTHS or after[1][:1].isdigit())
    place = tokens[at + 2 : at + 3]
    fight = any(t.lower in lexicon.EVENT | lexicon.EVENTS for t in tokens[at + 2 : at + 5])
    return after[0] in ("in", "at", "near") and (fight or any(t.pos == "PROPN" for t in place))


def violent_end_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of "shot dead", "stabbed to death", "gunned down", "burned alive"; None for anything else."""
    word = tokens[at].lower
    after = tuple(t.lower for t in tokens[at + 1 : at + 3])
    length = next((len(end) + 1 for words, end in _ENDS if word in words and after[: len(end)] == end), 0)
    before = tokens[at - 1].lower if at else ""
    if not length and word in ("shot", "stabbed", "shooting", "stabbing") and before in ("fatally", "mortally"):
        length = 1
    if length:
        shape = "ing" if word.endswith("ing") else "base" if word in _PRESENT else "ed"
        return _cue(parse, tokens, at, at + length, About.KILLED, shape)
    if any(word in words and after[: len(end)] == end for words, end in _ENDS_OF_PEOPLE):
        shape = "ing" if word.endswith("ing") else "base" if word in _PRESENT or word in ("blew", "took") else "ed"
        return replace(_cue(parse, tokens, at, at + 2, About.KILLED, shape), people_only=True)
    if word in ("chopped", "hacked", "cut", "chopping", "hacking", "cutting") and after[:1] == ("off",):
        ahead = [t.lower for t in tokens[at + 2 : at + 5]]
        if ahead[2:] == ["of"] and ahead[1] in _LIMBS:
            return Cue(tokens[at].i, tokens[at].i + 5, tokens[at].i, About.WOUNDED, Side.AFTER, Shape.OF)
    if (
        word in ("slit", "cut", "slitting")
        and after == ("the", "throats")
        and [t.lower for t in tokens[at + 3 : at + 4]] == ["of"]
    ):
        return Cue(tokens[at].i, tokens[at].i + 4, tokens[at].i, About.KILLED, Side.AFTER, Shape.OF)
    elsewhere = after[:1] in (("down",), ("at",), ("and",), ("himself",))
    if word == "shot" and not elsewhere and is_passive(parse, tokens, at, at + 1):
        # "Two girls were shot": hit, and alive as far as the words tell.
        return replace(_cue(parse, tokens, at, at + 1, About.WOUNDED, "ed"), people_only=True, weak=True)
    return None


def _cue(parse: Parse, tokens: Sequence[Token], at: int, end: int, about: About, shape: str) -> Cue:
    token = tokens[at]
    passive = shape == "ed" and is_passive(parse, tokens, at, end)
    side = Side.BEFORE if passive else Side.AFTER
    subjects = passive_subjects(parse, token) if passive else objects(parse, token)
    kind = Shape.PASSIVE if passive else Shape.ACTIVE
    return Cue(token.i, tokens[end - 1].i + 1, token.i, about, side, kind, False, subjects)


def is_passive(parse: Parse, tokens: Sequence[Token], at: int, end: int) -> bool:
    """True where the victims of the participle at this place are its subject: "were killed", "36 wounded"."""
    step = at - 1
    while step >= 0 and (tokens[step].lower in _ADVERBS or tokens[step].pos == "ADV" or tokens[step].lower in _VIOLENT):
        step -= 1
    back = tokens[step].lower if step >= 0 else ""
    if back in _BE:
        return True
    if back in _HAVE:
        return False
    follows = object_follows(tokens, end)
    if _number_before(tokens, at):
        return not follows or tokens[at].tag == "VBN"
    if follows:
        return False
    children = parse.children(tokens[at].i)
    return any(c.dep in ("auxpass", "nsubjpass", "agent") for c in children) or not any(
        c.dep == "dobj" for c in children
    )


def _number_before(tokens: Sequence[Token], at: int) -> bool:
    """True where a number stands right before, adverbs aside: "36 wounded", "several critically hurt"."""
    step = at - 1
    while step >= 0 and tokens[step].pos == "ADV" and tokens[step].lower != "not":
        step -= 1
    return step >= 0 and (whole_number(tokens[step].lower) is not None or tokens[step].lower in _VAGUE)


def object_follows(tokens: Sequence[Token], at: int) -> bool:
    """True where a noun phrase begins here that could be who is killed."""
    if at >= len(tokens):
        return False
    token, following = tokens[at], tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if token.lower == "at":
        return following in ("least", "most")
    if token.lower == "as":
        return following == "many"
    if token.lower in ("over", "around", "about", "between", "up", "more"):
        return following in ("than", "to", "a") or whole_number(following) is not None
    if token.lower in _BOUNDS:
        return True
    if token.lower in lexicon.DAYS or token.lower in lexicon.MONTHS or token.lower in _NO_OBJECTS:
        return False
    if whole_number(token.lower) is not None:
        return True
    return token.pos in ("NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON") and token.tag not in ("WDT", "WP", "EX")


def passive_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    """The heads that the parse gives as those to whom a passive verb or participle happened; may be empty."""
    own = tuple(c.i for c in parse.children(token.i) if c.dep in ("nsubjpass", "nsubj"))
    if own:
        return own
    if token.dep in ("acl", "relcl", "amod"):
        return (token.head,)
    if token.dep in ("conj", "advcl", "xcomp", "ccomp", "oprd", "acomp"):
        return tuple(c.i for c in parse.children(token.head) if c.dep in ("nsubjpass", "nsubj"))
    return ()


def objects(parse: Parse, token: Token) -> tuple[int, ...]:
    """The heads that the parse gives as the objects of a verb; may be empty."""
    return tuple(c.i for c in parse.children(token.i) if c.dep in ("dobj", "obj", "oprd") and c.i > token.i)
