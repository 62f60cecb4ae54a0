"""Nobody hurt: "no casualties", "nobody was killed", "without causing injuries", "its own fighters were not harmed"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.victims import is_people
from rashomon.records import About, Stance, Token

_BOTH = frozenset(["casualties", "casualty", "victims", "victim", "losses", "harm"])
_NONE = frozenset(["nobody", "none", "neither", "noone"])
_HURT = frozenset(["hurt", "harmed", "injured", "wounded"])
_KILLED = frozenset(["killed", "dead", "died"])
_COUNTED = lexicon.DEATHS | lexicon.INJURIES | _BOTH
_GAP = 8  # tokens between "no" and what did not happen
_OTHER = frozenset(
    ["information", "figures", "figure", "word", "details", "detail", "toll", "count", "number", "breakdown"]
)


@dataclass(frozen=True, slots=True)
class NoneHurt:
    """Words that say nobody was killed, wounded, or either. part: only of a named group ("no Iraqi casualties").

    Tokens `first` to `last` (half-open); `core` is the casualty word. who: tokens (half-open) for the group.
    """

    first: int
    last: int
    core: int
    abouts: tuple[About, ...]
    stance: Stance
    who: tuple[int, int] | None
    part: bool


def none_hurt(tokens: Sequence[Token]) -> list[NoneHurt]:
    """Every statement in one sentence that nobody, or none of a group, was hurt."""
    return [*_nouns(tokens), *_verbs(tokens)]


def _nouns(tokens: Sequence[Token]) -> Iterator[NoneHurt]:
    """ "no casualties", "without causing casualties or damage", "neither deaths nor injuries", "zero fatalities"."""
    for at, token in enumerate(tokens):
        if token.lower not in _COUNTED:
            continue
        start = _negated_at(tokens, at)
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if start is None or following in _OTHER or any(t.lower in _OTHER for t in tokens[start:at]):
            continue
        if tokens[start].lower in ("no", "zero", "nor") and any(t.pos == "VERB" for t in tokens[start + 1 : at]):
            continue
        group = [
            t
            for t in tokens[start + 1 : at]
            if t.pos in ("ADJ", "NOUN", "PROPN")
            and t.lower
            not in (
                "immediate",
                "human",
                "reported",
                "further",
                "other",
                "serious",
                "initial",
                "known",
                "material",
                "major",
                "damage",
                "early",
                "confirmed",
                "official",
                "independent",
            )
        ]
        groups = [
            t
            for t in group
            if is_people(t)
            or t.ent in ("NORP", "GPE", "ORG")
            or t.lower in ("civilian", "coalition", "military", "army")
        ]
        if token.lower in _BOTH:
            abouts: tuple[About, ...] = (About.KILLED, About.WOUNDED)
        else:
            abouts = (About.KILLED,) if token.lower in lexicon.DEATHS else (About.WOUNDED,)
        who = (groups[0].i if groups else token.i, token.i + 1)
        yield NoneHurt(tokens[start].i, token.i + 1, token.i, abouts, Stance.ASSERTS, who, bool(groups))


def _negated_at(tokens: Sequence[Token], at: int) -> int | None:
    for step in range(at - 1, max(-1, at - _GAP), -1):
        word = tokens[step].lower
        if word in ("no", "without", "zero", "0", "neither", "nor", "any"):
            if word == "any":
                if any(
                    t.lower in ("not", "n't", "without", "denied", "never") for t in tokens[max(0, step - 6) : step]
                ):
                    return step
                return None
            return step
        if word in ("not", "n't", "never") and any(
            t.lemma in ("cause", "result", "lead", "suffer", "report", "be", "have", "incur", "leave")
            for t in tokens[step + 1 : at]
        ):
            return step
        if (tokens[step].text in ",;:" and tokens[step].text != ",") or word in ("but", "although", "while"):
            return None
    return None


def _verbs(tokens: Sequence[Token]) -> Iterator[NoneHurt]:
    """ "nobody was killed", "no one was hurt", "none were injured", "its fighters were not harmed"."""
    for at, token in enumerate(tokens):
        if token.lower not in _HURT | _KILLED and token.lower not in lexicon.UNHURT:
            continue
        if token.lower in lexicon.UNHURT:
            continue
        abouts: tuple[About, ...] = (About.KILLED,) if token.lower in _KILLED else (About.WOUNDED,)
        if token.lower in ("hurt", "harmed"):
            abouts = (About.KILLED, About.WOUNDED)
        for step in range(at - 1, max(-1, at - _GAP), -1):
            word = tokens[step].lower
            following = tokens[step + 1].lower if step + 1 < len(tokens) else ""
            pair = word == "no" and following in (
                "one",
                "people",
                "civilians",
                "civilian",
                "soldiers",
                "soldier",
                "person",
            )
            if word in _NONE or pair or word == "zero":
                who = (tokens[step].i, tokens[step].i + (2 if pair else 1))
                both = (
                    (About.KILLED, About.WOUNDED)
                    if any(t.lower in _HURT | _KILLED for t in tokens[at + 1 : at + 4]) and tokens[at + 1].lower == "or"
                    else abouts
                )
                yield NoneHurt(
                    tokens[step].i,
                    token.i + 1,
                    token.i,
                    both,
                    Stance.ASSERTS,
                    who,
                    pair and following in ("civilian", "civilians", "soldier", "soldiers"),
                )
                break
            if word in ("not", "n't") and step == at - 1:
                if (
                    token.lower in ("hurt", "harmed", "injured", "killed", "wounded")
                    and step
                    and tokens[step - 1].lower in ("were", "was")
                ):
                    both = (About.KILLED, About.WOUNDED) if token.lower in ("hurt", "harmed") else abouts
                    yield NoneHurt(tokens[step - 1].i, token.i + 1, token.i, both, Stance.DENIES, None, True)
                break
            if tokens[step].text in ";:" or word in ("but", "and", "while"):
                break
