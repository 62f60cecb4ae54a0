"""The words that make people victims: "killed", "wounding", "dead", "death toll", each with the side its number is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.numbers import whole_number
from rashomon.records import About, Parse, Sentence, Token


class Side(StrEnum):
    """Where the people stand that a cue makes victims."""

    BEFORE = "before"  # "six were killed", "six dead"
    AFTER = "after"  # "killed six", "the toll rose to 53"


class Shape(StrEnum):
    """What kind of word the cue is."""

    ACTIVE = "active"  # "killed six"
    PASSIVE = "passive"  # "six were killed", "six killed in"
    DIES = "dies"  # "six died"
    STATE = "state"  # "six dead", "six in critical condition"
    NOUN = "noun"  # "six deaths", "six bodies"
    OF = "of"  # "the death of six", "injuries to six"
    TOLL = "toll"  # "the toll rose to 53", "the wounded numbered 50"
    LOSES = "loses"  # "we lost seven men", "claimed 12 lives"


@dataclass(frozen=True, slots=True)
class Cue:
    """A casualty word: tokens `first` to `last` (half-open), the token it hangs on, what it tells, its side and shape.

    combined: it tells of killed and wounded together ("casualties"). subjects: the tokens that the parse gives as its
    victims' heads, best first; may be empty.
    """

    first: int
    last: int
    token: int
    about: About
    side: Side
    shape: Shape
    combined: bool = False
    subjects: tuple[int, ...] = ()


def _forms(verbs: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Every form of these regular verbs, as form -> (verb, shape of the form: base, s, ed, ing)."""
    found: dict[str, tuple[str, str]] = {}
    for verb in sorted(verbs):
        stem = verb[:-1] if verb.endswith("e") else verb
        plain_s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
        for form, shape in ((verb, "base"), (plain_s, "s"), (stem + "ed", "ed"), (stem + "ing", "ing")):
            found.setdefault(form, (verb, shape))
    return found


_IRREGULAR = {
    "slew": ("slay", "past"), "slain": ("slay", "ed"), "hurt": ("hurt", "ed"), "hurts": ("hurt", "s"), "hurting": ("hurt", "ing"),
    "dying": ("die", "ing"), "gunned": ("gun", "ed"), "gunning": ("gun", "ing"), "guns": ("gun", "noun"), "gun": ("gun", "noun"),
    "martyr": ("martyr", "noun"), "martyrs": ("martyr", "noun"), "murder": ("murder", "noun"), "murders": ("murder", "s"),
    "wound": ("wound", "base"), "wounds": ("wound", "s"), "massacre": ("massacre", "noun"), "slaughter": ("slaughter", "noun"),
    "massacres": ("massacre", "noun"), "massacring": ("massacre", "ing"), "butcher": ("butcher", "noun"),
}  # fmt: skip
_KILL_FORMS = _forms(lexicon.KILL) | {k: v for k, v in _IRREGULAR.items() if v[0] in lexicon.KILL}
_WOUND_FORMS = _forms(lexicon.WOUND) | {k: v for k, v in _IRREGULAR.items() if v[0] in lexicon.WOUND}
_DIE_FORMS = _forms(lexicon.DIE) | {"dying": ("die", "ing")}
_TO_DEATH = frozenset(
    [
        "shot",
        "shoots",
        "shoot",
        "shooting",
        "stabbed",
        "hacked",
        "beaten",
        "burned",
        "burnt",
        "burning",
        "crushed",
        "trampled",
        "stoned",
        "blown",
        "bludgeoned",
        "clubbed",
        "starved",
        "choked",
        "knifed",
    ]
)
_BE = frozenset(["was", "were", "is", "are", "be", "been", "being", "get", "got", "gets", "getting"])
_HAVE = frozenset(["have", "has", "had", "having"])
_ADVERBS = frozenset(
    [
        "also",
        "seriously",
        "critically",
        "severely",
        "badly",
        "slightly",
        "lightly",
        "reportedly",
        "allegedly",
        "immediately",
        "instantly",
        "later",
        "then",
        "fatally",
        "gravely",
        "mortally",
        "either",
        "both",
        "only",
        "just",
        "already",
        "confirmed",
        "brutally",
        "and",
        "or",
        "feared",
        "believed",
        "presumed",
        "all",
        "previously",
        "subsequently",
        "apparently",
        "moderately",
        "not",
        "n't",
        "subsequently",
    ]
)
_STATES = (
    "critical condition",
    "serious condition",
    "critical state",
    "intensive care",
    "stable condition",
    "grave condition",
)
_NOMINAL = frozenset(["dead", "deceased", "killed", "wounded", "injured", "slain", "fallen", "hurt"])
_LIFE_TAKERS = frozenset(["claim", "cost", "take"])


def cues(parse: Parse, sentence: Sentence) -> list[Cue]:
    """The casualty cues of one sentence, in their order.

    "21 fighters were killed and 36 wounded" has two: "killed" and "wounded", both with their number before.
    """
    tokens = parse.words(sentence)
    found: list[Cue] = []
    for at in range(len(tokens)):
        cue = _cue_at(parse, tokens, at)
        if cue is not None and not (found and cue.first < found[-1].last):
            found.append(cue)
        elif cue is not None and cue.last - cue.first > found[-1].last - found[-1].first:
            found[-1] = cue
    return found


def _cue_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    token = tokens[at]
    word = token.lower
    return (
        _toll_at(tokens, at)
        or _to_death_at(parse, tokens, at)
        or (_verb_at(parse, tokens, at, word, About.KILLED, _KILL_FORMS) if word in _KILL_FORMS else None)
        or (_verb_at(parse, tokens, at, word, About.WOUNDED, _WOUND_FORMS) if word in _WOUND_FORMS else None)
        or _state_at(parse, tokens, at)
        or _noun_at(parse, tokens, at)
        or _loss_at(parse, tokens, at)
        or _care_at(parse, tokens, at)
    )


def _toll_at(tokens: Sequence[Token], at: int) -> Cue | None:
    """ "death toll", "the dead", "the wounded", "number of people killed": a number is put on it, after it."""
    token, word = tokens[at], tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in lexicon.TOLL:
        about = About.WOUNDED if before in ("injury", "wounded", "injured") else About.KILLED
        first = token.i - 1 if before in ("death", "casualty", "injury", "killed") else token.i
        return Cue(first, token.i + 1, token.i, about, Side.AFTER, Shape.TOLL, before == "casualty")
    if word in ("number", "figure", "count", "total", "tally") and after in ("of", "for"):
        return _number_of(tokens, at)
    nominal = word in _NOMINAL and before in ("the", "those")
    if nominal and after in (
        "at",
        "numbered",
        "number",
        "was",
        "were",
        "is",
        "are",
        "included",
        "include",
        "including",
        "to",
        "stood",
        "reached",
        "as",
        ":",
    ):
        back = tokens[at - 2].lower if at > 1 else ""
        if back in ("of", "among", "amongst", "with", "for", "to") and back not in ("for",):
            return None
        about = About.WOUNDED if word in lexicon.HURT_ADJECTIVES else About.KILLED
        return Cue(token.i - 1, token.i + 1, token.i, about, Side.AFTER, Shape.TOLL)
    return None


def _number_of(tokens: Sequence[Token], at: int) -> Cue | None:
    """ "the number of (people) killed", "the number of the wounded", "the total number of deaths"."""
    for step in range(at + 2, min(at + 9, len(tokens))):
        word = tokens[step].lower
        if tokens[step].text in ",.;:" or whole_number(word) is not None:
            return None
        if (
            word in _NOMINAL
            or word in lexicon.DEATHS
            or word in lexicon.INJURIES
            or word in ("fatalities", "bodies")
            or word in lexicon.COMBINED
        ):
            about = About.WOUNDED if word in lexicon.HURT_ADJECTIVES or word in lexicon.INJURIES else About.KILLED
            more = tokens[step + 2].lower if step + 2 < len(tokens) and tokens[step + 1].lower in ("or", "and") else ""
            combined = word in lexicon.COMBINED or more in _NOMINAL
            return Cue(tokens[at].i, tokens[step].i + 1, tokens[at].i, about, Side.AFTER, Shape.TOLL, combined)
    return None


def _to_death_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "shot dead", "stabbed to death", "hacked to death", "gunned down"."""
    _token, word = tokens[at], tokens[at].lower
    if word not in _TO_DEATH and word not in ("gunned", "gunning"):
        return None
    after = tuple(t.lower for t in tokens[at + 1 : at + 3])
    length = (
        2
        if after[:1] == ("dead",) or (word.startswith("gun") and after[:1] == ("down",))
        else 3
        if after == ("to", "death")
        else 0
    )
    if not length:
        return None
    shape = "ing" if word.endswith("ing") else "ed"
    return _verb_cue(parse, tokens, at, at + length, About.KILLED, shape if word not in ("shoots", "shoot") else "base")


def _verb_at(
    parse: Parse, tokens: Sequence[Token], at: int, word: str, about: About, forms: dict[str, tuple[str, str]]
) -> Cue | None:
    token = tokens[at]
    verb, shape = forms[word]
    before = tokens[at - 1].lower if at else ""
    if verb == "gun" or shape == "noun":
        return None
    if shape in ("base", "s") and token.pos == "NOUN" and not _object_follows(tokens, at + 1):
        return None
    if shape == "ing" and token.pos == "NOUN" and before in ("the", "a", "of", "their", "his"):
        return None
    if before in ("the", "those") and shape == "ed" and not _object_follows(tokens, at + 1) and token.pos != "VERB":
        return None
    return _verb_cue(parse, tokens, at, at + 1, about, shape)


def _verb_cue(parse: Parse, tokens: Sequence[Token], at: int, end: int, about: About, shape: str) -> Cue:
    """The cue of a transitive verb, active or passive."""
    token = tokens[at]
    passive = shape == "ed" and _is_passive(parse, tokens, at, end)
    side = Side.BEFORE if passive else Side.AFTER
    subjects = _passive_subjects(parse, token) if passive else _objects(parse, token)
    return Cue(
        token.i,
        tokens[end - 1].i + 1,
        token.i,
        about,
        side,
        Shape.PASSIVE if passive else Shape.ACTIVE,
        False,
        subjects,
    )


def _is_passive(parse: Parse, tokens: Sequence[Token], at: int, end: int) -> bool:
    """True where the participle's victims are its subject: "were killed", "six killed in", "36 wounded"."""
    step = at - 1
    while step >= 0 and (
        tokens[step].lower in _ADVERBS or tokens[step].pos == "ADV" or tokens[step].lower in _TO_DEATH
    ):
        step -= 1
    back = tokens[step].lower if step >= 0 else ""
    if back in _BE or back == "'re":
        return True
    if back in _HAVE:
        return False
    follows = _object_follows(tokens, end)
    if back and _number_before(tokens, at):
        return not follows or tokens[at].tag == "VBN"
    if follows:
        return False
    if any(child.dep in ("auxpass", "nsubjpass", "agent") for child in parse.children(tokens[at].i)):
        return True
    return tokens[at].tag != "VBD" or not any(c.dep == "dobj" for c in parse.children(tokens[at].i))


def _number_before(tokens: Sequence[Token], at: int) -> bool:
    """True where a number or a vague one stands right before, adverbs aside: "36 wounded", "six people critically hurt"."""
    step = at - 1
    while step >= 0 and (tokens[step].pos == "ADV" and tokens[step].lower not in ("not",)):
        step -= 1
    return step >= 0 and (
        whole_number(tokens[step].lower) is not None
        or tokens[step].lower in ("dozens", "several", "scores", "hundreds", "many", "others", "another", "more")
    )


def _object_follows(tokens: Sequence[Token], at: int) -> bool:
    """True where a noun phrase begins here, that could be who is killed."""
    while at < len(tokens) and tokens[at].lower in ("off", "instead", "again", "down"):
        at += 1
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.lower in ("at",):
        return at + 1 < len(tokens) and tokens[at + 1].lower in ("least", "most")
    if token.lower in (
        "more",
        "over",
        "some",
        "about",
        "around",
        "up",
        "nearly",
        "almost",
        "between",
        "as",
        "dozens",
        "several",
        "no",
    ):
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if token.lower == "as":
            return following == "many"
        if token.lower in ("over", "around", "about", "between", "some", "up", "more"):
            return (
                following in ("than", "to", "a", "of") or whole_number(following) is not None or token.lower == "some"
            )
        return True
    if token.lower in lexicon.DAYS or token.lower in lexicon.MONTHS:
        return False
    if token.pos == "NUM" or whole_number(token.lower) is not None:
        return True
    return (
        token.pos in ("DET", "NOUN", "PROPN", "ADJ", "PRON")
        and token.tag not in ("WDT", "WP", "EX")
        and token.lower not in ("that", "which", "who", "when", "last", "this", "early", "late")
    )


def _passive_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    """The heads that the parse gives as those to whom a passive verb or participle happened."""
    own = [c.i for c in parse.children(token.i) if c.dep in ("nsubjpass", "nsubj")]
    if own:
        return tuple(own)
    if token.dep in ("acl", "relcl", "amod"):
        return (token.head,)
    if token.dep in ("conj", "advcl", "xcomp", "ccomp", "oprd", "acomp"):
        governor = parse.tokens[token.head]
        shared = [c.i for c in parse.children(governor.i) if c.dep in ("nsubjpass", "nsubj")]
        return tuple(shared)
    return ()


def _objects(parse: Parse, token: Token) -> tuple[int, ...]:
    return tuple(c.i for c in parse.children(token.i) if c.dep in ("dobj", "obj", "oprd") and c.i > token.i)


def _state_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "dead", "deceased", "died", "perished", "lost their lives", "embraced martyrdom"."""
    token, word = tokens[at], tokens[at].lower
    if word in _DIE_FORMS:
        if token.pos == "NOUN" or token.pos == "ADJ":
            return None
        return Cue(
            token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.DIES, False, _passive_subjects(parse, token)
        )
    if word in ("lost", "lose", "losing", "losses"):
        after = [t.lower for t in tokens[at + 1 : at + 4]]
        if len(after) > 1 and after[0] in ("their", "his", "her") and after[1] in ("lives", "life"):
            return Cue(
                token.i,
                token.i + 3,
                token.i,
                About.KILLED,
                Side.BEFORE,
                Shape.DIES,
                False,
                _passive_subjects(parse, token),
            )
    if (
        word in ("embraced", "attained", "achieved")
        and at + 1 < len(tokens)
        and tokens[at + 1].lower in ("martyrdom", "shahadat")
    ):
        return Cue(
            token.i, token.i + 2, token.i, About.KILLED, Side.BEFORE, Shape.DIES, False, _passive_subjects(parse, token)
        )
    if word == "dead" and not (
        at + 1 < len(tokens) and tokens[at + 1].lower in ("bodies", "body", "sea", "end", "line")
    ):
        before = tokens[at - 1].lower if at else ""
        if before in ("the", "among") or before == "or":
            return None
        return Cue(
            token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.STATE, False, _state_subjects(parse, token)
        )
    if word == "deceased" and at and tokens[at - 1].lower not in ("the", "of"):
        return Cue(
            token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.STATE, False, _state_subjects(parse, token)
        )
    return None


def _state_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    """Those of whom "dead" is said: the subject of its verb, or the noun before it."""
    governor = parse.tokens[token.head]
    if governor.pos in ("VERB", "AUX"):
        children = [c for c in parse.children(governor.i) if c.i < token.i]
        near = [c.i for c in children if c.dep in ("dobj", "nsubjpass", "nsubj") and c.i != token.i]
        if governor.lemma in ("leave", "find", "report"):
            passive = [c.i for c in children if c.dep == "nsubjpass"]
            near = passive or [i for i in near if i > governor.i]
        return tuple(reversed(near))
    return (governor.i,) if governor.i < token.i and governor.pos in ("NOUN", "PROPN", "NUM") else ()


def _noun_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "161 deaths", "the death of a child", "15 bodies", "injuries to three civilians", "30 casualties"."""
    token, word = tokens[at], tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = tokens[at - 1].lower if at else ""
    about = About.WOUNDED if word in lexicon.INJURIES else About.KILLED
    known = word in lexicon.DEATHS or word in lexicon.BODIES or word in lexicon.INJURIES or word in lexicon.COMBINED
    if not known or after == "toll" or (word in lexicon.INJURIES and before == "of"):
        return None
    if word in ("death", "martyr", "martyrs") and after in ("of", "to") and before == "to":
        return None
    if (after == "of" and word in lexicon.DEATHS | lexicon.BODIES) or (after == "to" and word in lexicon.INJURIES):
        return Cue(
            token.i,
            token.i + 2,
            token.i,
            about,
            Side.AFTER,
            Shape.OF,
            False,
            tuple(c.i for p in parse.children(token.i) if p.dep == "prep" for c in parse.children(p.i)),
        )
    if word in ("martyr", "remains") or (word == "death" and before == "to"):
        return None
    return Cue(token.i, token.i + 1, token.i, about, Side.BEFORE, Shape.NOUN, word in lexicon.COMBINED)


def _loss_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "we lost seven men", "the loss of 140 lives", "claimed 12 lives", "cost at least 60 lives"."""
    token = tokens[at]
    if token.lemma == "lose" and token.pos == "VERB":
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.LOSES, False, _objects(parse, token))
    if (token.lemma in _LIFE_TAKERS and token.pos == "VERB") or token.lower == "loss":
        near = [t.lower for t in tokens[at + 1 : at + 10]]
        if "lives" in near or "life" in near:
            return Cue(
                token.i, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.LOSES, False, _objects(parse, token)
            )
    return None


def _care_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "in critical condition", "under treatment for injuries", "were in hospital", "treated five civilians"."""
    token, word = tokens[at], tokens[at].lower
    nxt = [t.lower for t in tokens[at + 1 : at + 6]]
    if word in ("in", "with", "under", "to") and nxt:
        phrase = " ".join(nxt[:3])
        length = next((n for n in (2, 3) if " ".join(nxt[:n]).removeprefix("a ").removeprefix("an ") in _STATES), 0)
        injured = (
            word == "with"
            and any(w in lexicon.INJURIES for w in nxt[:4])
            and not any(w in lexicon.DEAD for w in nxt[:4])
        )
        hospital = (word in ("in", "to") and nxt[0] == "hospital") or (
            phrase.startswith(("a hospital", "the hospital", "intensive care")) and word in ("in",)
        )
        if not length and injured:
            length = next(n for n, w in enumerate(nxt, 1) if w in lexicon.INJURIES)
        if not length and hospital:
            governor = parse.tokens[token.head]
            if governor.lemma not in (
                "be",
                "remain",
                "take",
                "rush",
                "admit",
                "bring",
                "evacuate",
                "stay",
                "send",
                "transfer",
            ):
                return None
            length = 1
        if not length and word == "under" and nxt[0] in ("treatment", "care"):
            length = 1
        if length:
            return Cue(
                token.i,
                token.i + 1 + length,
                token.i,
                About.WOUNDED,
                Side.BEFORE,
                Shape.STATE,
                False,
                _care_subjects(parse, token),
            )
    if token.lemma in ("treat", "admit", "hospitalise", "hospitalize") and token.pos == "VERB":
        passive = _is_passive(parse, tokens, at, at + 1)
        side = Side.BEFORE if passive else Side.AFTER
        subjects = _passive_subjects(parse, token) if passive else _objects(parse, token)
        return Cue(
            token.i,
            token.i + 1,
            token.i,
            About.WOUNDED,
            side,
            Shape.STATE if passive else Shape.ACTIVE,
            False,
            subjects,
        )
    return None


def _care_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    governor = parse.tokens[token.head]
    subjects = tuple(
        c.i for c in parse.children(governor.i) if c.dep in ("nsubj", "nsubjpass", "dobj") and c.i < token.i
    )
    return tuple(reversed(subjects)) or ((governor.i,) if governor.pos in ("NOUN", "NUM", "PROPN") else ())
