"""Nobody hurt: "no casualties", "nobody was killed", "its own fighters were not harmed".

"No casualties" is 0 and 0 on both killed and wounded. That no civilians were hurt, or that one's own fighters were not,
is a denial without a figure: low and high are both None, and it is a part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.noun_phrases import is_people
from rashomon.extract.tolls.numbers import whole_number
from rashomon.records import About, Stance, Token

_words = lexicon.words
_BOTH = (About.KILLED, About.WOUNDED)
HURT = _words("hurt harmed injured wounded hit scratched")
KILLED = _words("killed dead died")
LOSSES = _words("losses")
_HARMS = {
    **dict.fromkeys(("harm", "harmed", "hurt", "harming", "hurting"), "hurt"),
    **dict.fromkeys(("kill", "killed", "killing", "lost", "lose", "losing"), "killed"),
    **dict.fromkeys(("injure", "injured", "injuring", "wound", "wounded", "wounding"), "wounded"),
}
_LOSES = _words("lost lose losing")
_SAFE = _words("safe alive unharmed")
_ABOARD = _words("crew occupants passengers staff pilots pilot driver family workers inhabitants residents")
_GAP = 8  # tokens between "no" and what did not happen
_NO_CLAIM = _words(
    "information figures figure word details detail toll count number breakdown reports report news mention sign signs "
    "evidence trace idea record"
)
_UNSURE = _words("clear known sure confirm whether if immediately information mention give provide know say comment")
_SEES = _words("see find spot notice")  # "saw no bodies" is what one witness did not see
_SAYS = _words("know say tell count confirm explain")  # "nobody can say how many died"
_CAUSE = _words("cause result lead suffer be have incur leave sustain inflict record register")
_ASIDE = _words(
    "immediate human reported further other serious initial known material major damage early confirmed official "
    "independent new additional any apparent single more"
)


_LOST = (lexicon.COUNTED | LOSSES | {"victims", "victim"}) - _words(
    "killing killings murder murders massacre execution executions slaughter assassination martyrdom"
)


@dataclass(frozen=True, slots=True)
class NoneHurt:
    """Words that say that nobody was killed, wounded, or either, or that reject it.

    Tokens `first` to `last` (half-open); `core` is the casualty word. who: tokens (half-open) for the group.
    part: only of a named group ("no Iraqi casualties").
    """

    first: int
    last: int
    core: int
    abouts: tuple[About, ...]
    stance: Stance
    who: tuple[int, int] | None
    part: bool


def none_hurt(tokens: Sequence[Token], *, dead: bool = False) -> list[NoneHurt]:
    """Every statement in one sentence that nobody, or none of a group, was hurt.

    dead: somebody was told to be killed just before, so that "no injuries" is silent on the dead; else it counts none.
    """
    found: list[NoneHurt] = []
    dead = dead or any(t.lower in KILLED or t.lower in lexicon.DEATHS for t in tokens)
    for n in sorted([*_nouns(tokens), *_verbs(tokens), *_spared(tokens)], key=lambda n: (n.first, n.last)):
        if n.stance is Stance.ASSERTS and n.abouts == (About.WOUNDED,) and not dead:
            n = replace(n, abouts=_BOTH)
        if not any(o.first == n.first and set(n.abouts) <= set(o.abouts) for o in found):
            found.append(n)
    return found


def abouts_of(word: str) -> tuple[About, ...]:
    """What a word for losses tells: killed, wounded, or both ("casualties", "hurt")."""
    if word in lexicon.COMBINED or word in LOSSES or word in ("hurt", "harmed", "hit", "victims"):
        return _BOTH
    killed = (
        word == "loss" or word in lexicon.DEATHS or word in KILLED or word in lexicon.BODIES or word in lexicon.TOLL
    )
    return (About.KILLED,) if killed else (About.WOUNDED,)


def group_in(tokens: Sequence[Token]) -> list[Token]:
    """The words among these that narrow it to a group: "civilian", "Iraqi", "coalition"."""
    named = ("NORP", "GPE", "ORG")
    narrow = _words("civilian civilians coalition military army police women children")
    return [
        t
        for t in tokens
        if t.pos in ("ADJ", "NOUN", "PROPN")
        and t.lower not in _ASIDE
        and (is_people(t) or t.ent in named or t.lower in narrow)
    ]


def _nouns(tokens: Sequence[Token]) -> Iterator[NoneHurt]:
    """ "no casualties", "without causing casualties or damage", "neither deaths nor injuries", "zero fatalities"."""
    for at, token in enumerate(tokens):
        if token.lower not in _LOST or (at and tokens[at - 1].lower == "to"):
            continue  # "who could not walk was burned to death"
        start = _negated_at(tokens, at)
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if (
            start is None
            or following in _NO_CLAIM
            or any(t.lower in _NO_CLAIM - {"reports", "report"} for t in tokens[start:at])
        ):
            continue
        if tokens[start].lower in ("no", "zero", "nor") and any(t.pos == "VERB" for t in tokens[start + 1 : at]):
            continue
        if any(t.lemma in _UNSURE for t in tokens[max(0, start - 4) : start]) and tokens[start].lower == "any":
            continue
        if any(t.lemma in ("mention", "give", *_SEES) for t in tokens[max(0, start - 2) : start]):
            continue
        groups = group_in(tokens[start + 1 : at])
        who = (groups[0].i if groups else token.i, token.i + 1)
        stance = Stance.DENIES if is_civil(groups) else Stance.ASSERTS
        yield NoneHurt(tokens[start].i, token.i + 1, token.i, abouts_of(token.lower), stance, who, bool(groups))


def is_civil(group: Sequence[Token]) -> bool:
    """True where the group is civilians: who says that none of them was hurt rejects losses, without a figure."""
    return any(t.lemma in ("civilian", "woman", "child") or t.lower in ("civilian", "civilians") for t in group)


def _negated_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where the negation of a noun begins; None where nothing negates it."""
    for step in range(at - 1, max(-1, at - _GAP), -1):
        word = tokens[step].lower
        if word in ("whether", "if"):
            return None
        if word in ("no", "without", "zero", "0", "neither", "nor"):
            return step
        if word == "any":
            window = tokens[max(0, step - 6) : step]
            negated = any(t.lower in ("not", "n't", "without", "never") for t in window)
            return step if negated and any(t.lemma in _CAUSE for t in window) else None
        if word in ("not", "n't", "never") and any(t.lemma in _CAUSE for t in tokens[step + 1 : at]):
            return step
        if tokens[step].text in (";", ":") or word in ("but", "although", "while", "and"):
            return None
        if whole_number(word) is not None:
            return None
    return None


def _verbs(tokens: Sequence[Token]) -> Iterator[NoneHurt]:
    """ "nobody was killed", "no one was hurt", "none were injured", "its fighters were not harmed"."""
    for at, token in enumerate(tokens):
        if token.lower not in HURT | KILLED:
            continue
        for step in range(at - 1, max(-1, at - _GAP), -1):
            word, following = tokens[step].lower, tokens[step + 1]
            single = word == "not" and [t.lower for t in tokens[step + 1 : step + 3]] in (
                ["a", "single"],
                ["one", "person"],
                ["one", "of"],
            )
            if (
                word in ("nobody", "none", "neither", "noone", "zero")
                or (
                    word in ("anyone", "anybody") and any(t.lower == "without" for t in tokens[max(0, step - 2) : step])
                )
                or single
                or (word == "no" and (following.lower == "one" or is_people(following)))
            ):
                found = _nobody(tokens, at, step)
                if found is not None:
                    yield found
                break
            if word in ("not", "n't", "never"):
                found = _not_hurt(tokens, at, step)
                if found is not None:
                    yield found
                break
            if tokens[step].text in (";", ":", ",") or word in ("but", "and", "while"):
                break


def _nobody(tokens: Sequence[Token], at: int, step: int) -> NoneHurt | None:
    """ "no one was killed or injured", "no civilians were hurt"; None for "no one else was killed"."""
    word = tokens[step].lower
    if any(t.lower == "else" or t.lemma in _SAYS for t in tokens[step:at]):
        return None
    length = 2 if word == "no" else 1
    abouts = abouts_of(tokens[at].lower)
    beside = [t.lower for t in tokens[at + 1 : at + 4]]
    if beside[:1] == ["or"] and any(w in HURT | KILLED for w in beside):
        abouts = _BOTH
    group = _group_of(tokens, step, at)
    who = (tokens[step].i, tokens[step].i + length)
    stance = Stance.DENIES if group else Stance.ASSERTS
    return NoneHurt(tokens[step].i, tokens[at].i + 1, tokens[at].i, abouts, stance, who, bool(group))


def _group_of(tokens: Sequence[Token], step: int, at: int) -> list[Token]:
    """The group that alone was spared: "no civilians", "none of its men", "not a single soldier"; [] for anybody."""
    words = [t.lower for t in tokens[step : at + 1]]
    if words[0] == "no" and words[1] not in ("one", "people", "person"):
        return group_in(tokens[step + 1 : at])
    if words[0] == "none" and words[1:2] == ["of"]:
        own = any(t.tag == "PRP$" for t in tokens[step + 2 : at])
        return group_in(tokens[step + 2 : at]) if own or is_civil(tokens[step + 2 : at]) else []
    if words[:3] == ["not", "a", "single"] and words[3] not in ("person", "one", "soul", "life"):
        return group_in(tokens[step + 3 : at])
    return []


def _not_hurt(tokens: Sequence[Token], at: int, step: int) -> NoneHurt | None:
    """ "its fighters were not harmed", "17 soldiers not killed": a denial, None where the verb is active."""
    if step != at - 1:
        return None
    passive = step > 0 and tokens[step - 1].lower in ("were", "was", "is", "are")
    counted = step > 0 and is_people(tokens[step - 1]) and not _object_after(tokens, at)
    if not passive and not counted:
        return None
    start = step - 1
    while start > 0 and tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM", "AUX"):
        start -= 1
    own = any(t.tag == "PRP$" for t in tokens[start:step])
    return NoneHurt(
        tokens[start].i, tokens[at].i + 1, tokens[at].i, abouts_of(tokens[at].lower), Stance.DENIES, None, own
    )


def _object_after(tokens: Sequence[Token], at: int) -> bool:
    return any(t.pos in ("PRON", "DET", "NOUN", "PROPN") for t in tokens[at + 1 : at + 2])


def _spared(tokens: Sequence[Token]) -> Iterator[NoneHurt]:
    """ "Everyone escaped unhurt", "no loss of life", "it did not harm any civilians"."""
    for at, token in enumerate(tokens):
        here = (token.i, token.i + 1)
        before = [t.lower for t in tokens[max(0, at - 6) : at]]
        if token.lower in lexicon.UNHURT and ({"all", "everyone", "everybody"} & set(before) or _whole(tokens, at)):
            yield NoneHurt(*here, token.i, _BOTH, Stance.ASSERTS, None, False)
        elif token.lower == "loss" and {"no", "without", "any"} & set(before[-2:]) and _of_life(tokens, at):
            last = token.i + 2 + _of_life(tokens, at)
            yield NoneHurt(token.i - 1, last, token.i, (About.KILLED,), Stance.ASSERTS, None, False)
        elif token.lower == "lives" and before[-1:] == ["no"] and "lost" in (t.lower for t in tokens[at + 1 : at + 4]):
            yield NoneHurt(token.i - 1, token.i + 1, token.i, (About.KILLED,), Stance.ASSERTS, None, False)
        elif token.lower in _HARMS and (nobody := _nobody_after(tokens, at)):
            last = token.i + 1 + nobody
            yield NoneHurt(
                *(token.i, last), token.i, abouts_of(_HARMS[token.lower]), Stance.ASSERTS, None, token.lower in _LOSES
            )
        elif (
            token.lower in _SAFE
            and tokens[at - 1].lower in ("are", "is", "were", "was")
            and {"all", "everyone", "everybody"} & set(before)
        ):
            abouts = (About.KILLED,) if token.lower == "alive" else _BOTH
            yield NoneHurt(*here, token.i, abouts, Stance.ASSERTS, None, False)
        elif (
            token.lower in _HARMS
            and {"not", "n't", "never"} & set(before[-3:])
            and not {"do", "does"} & set(before[-3:])
        ):
            after = tokens[at + 1 : at + 4]
            people = [t for t in after if is_people(t)]
            if (people and any(t.lower == "any" for t in after)) or (people and is_civil(people[:1])):
                last = people[0].i + 1
                yield NoneHurt(
                    *(token.i, last),
                    token.i,
                    abouts_of(_HARMS[token.lower]),
                    Stance.DENIES,
                    (people[0].i, last),
                    is_civil(people),
                )


def _whole(tokens: Sequence[Token], at: int) -> bool:
    """True for "the crew escaped unhurt": all who were there."""
    told = [t.lower for t in tokens[max(0, at - 4) : at]]
    return any(one == "the" and who in _ABOARD for one, who in pairwise(told))


def _nobody_after(tokens: Sequence[Token], at: int) -> int:
    """How many tokens after a verb of harm make its object nobody: "hurt no one", "without injuring anyone"; 0."""
    words = [t.lower for t in tokens[at + 1 : at + 3]]
    before = [t.lower for t in tokens[max(0, at - 2) : at]]
    beyond = [t.lower for t in tokens[at + 2 : at + 4]]
    if "else" in beyond or "but" in beyond:
        return 0
    if words[:1] in (["nobody"], ["noone"]):
        return 1
    if words in (["no", "one"], ["no", "men"], ["no", "soldiers"]):
        return 2
    return 1 if "without" in before and words[:1] in (["anyone"], ["anybody"]) else 0


def _of_life(tokens: Sequence[Token], at: int) -> int:
    """How many tokens after "loss of" make it a loss of life: "life", "human life", "lives"; 0 where none do."""
    following = [t.lower for t in tokens[at + 1 : at + 4]]
    if following[:1] != ["of"]:
        return 0
    ends = [n for n, word in enumerate(following) if word in ("life", "lives")]
    return ends[0] if ends else 0
