"""Losses rejected: "denied that civilians were killed", "called the toll exaggerated", "reports of deaths are false".

A speaker who rejects losses, or so many, without a figure denies: low and high are both None, and it is a part where
only civilians are meant.
"""

from collections.abc import Sequence

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.none_hurt import HURT, KILLED, LOSSES, NoneHurt, abouts_of, group_in, is_civil
from rashomon.records import About, Stance, Token

_words = lexicon.words
_REJECT = _words("deny reject dismiss refute dispute rebut contradict")
_REJECTED = _words(
    "false baseless untrue fabrication fabrications nonsense rubbish slander myth fantasy fake "
    "fabricated unfounded exaggerated incorrect inflated untruthful wrong propaganda lies"
)
_CLAIMED = _words(
    "claim claims report reports allegation allegations assertion assertions "
    "toll figure figures number numbers accusation accusations"
)
_FIGURES = _words("toll figure figures number numbers count")
_OF_DEEDS = _words("report reports accusation accusations allegation allegations")  # "baseless" is said of the deed
_DEEDS = _words("killing wounding injuring involvement responsibility role part hand complicity guilt")
_PHRASES = (
    *(("not", "true"), ("not", "correct"), ("without", "foundation"), ("without", "basis"), ("no", "truth")),
    *(("not", "correspond"), ("no", "basis"), ("not", "accurate"), ("not", "match"), ("pure", "invention")),
)
LONGEST_CLAUSE = 14  # tokens from "denied" to the losses that it denies
LONGEST_BEFORE = 16  # tokens from "the reports" to "are false"


def rejections(tokens: Sequence[Token], told: About | None) -> list[NoneHurt]:
    """Every rejection of losses in one sentence. told: what the last toll before it was of, None where none is near.

    "The army denied that any civilians were killed" rejects losses of civilians; "it rejected the figure" goes on from
    the toll before it.
    """
    found: dict[int, NoneHurt] = {}
    for at, token in enumerate(tokens):
        if token.lemma in _REJECT and token.pos in ("VERB", "NOUN"):
            one = _after(tokens, at, told)
        elif token.lower in _REJECTED or _rejects(tokens, at):
            one = _before(tokens, at, told)
        else:
            continue
        if one is not None:
            found.setdefault(one.core, one)
    return list(found.values())


def _rejects(tokens: Sequence[Token], at: int) -> bool:
    """True where two words reject what stands before them: "not true", "without foundation"."""
    return tuple(t.lower for t in tokens[at : at + 2]) in _PHRASES


def _after(tokens: Sequence[Token], at: int, told: About | None) -> NoneHurt | None:
    """What follows "denied", up to the end of its clause: the first word for losses, else for a figure told before."""
    figure: int | None = None
    for step in range(at + 1, min(at + LONGEST_CLAUSE, len(tokens))):
        word = tokens[step].lower
        if (
            tokens[step].text in (";", ":", ".")
            or word in ("but", "and", "saying", "adding", "while")
            or word in _DEEDS
        ):
            break
        if _is_loss(tokens, step):
            group = group_in(tokens[at + 1 : step])
            return _rejection(tokens, at, step, abouts_of(word), group, part=is_civil(group))
        figure = step if word in _FIGURES and figure is None else figure
    if figure is not None and told is not None:
        return _rejection(tokens, at, figure, (told,), [], part=False)
    return None


def _is_loss(tokens: Sequence[Token], step: int) -> bool:
    word = tokens[step].lower
    if word == "loss":
        return [t.lower for t in tokens[step + 1 : step + 3]] == ["of", "life"]
    if word in (lexicon.COUNTED - lexicon.BODIES) | LOSSES | lexicon.TOLL or word == "victims":
        return True
    back = {t.lower for t in tokens[max(0, step - 3) : step]}
    return word in KILLED | HURT and (word in ("dead", "died") or bool(back & {"was", "were", "been"}))


def _before(tokens: Sequence[Token], at: int, told: About | None) -> NoneHurt | None:
    """ "The reports that 40 were killed are false": a word for claims, then one for losses, before "false"."""
    claimed = [s for s in range(max(0, at - LONGEST_BEFORE), at) if tokens[s].lower in _CLAIMED]
    if not claimed:
        return None
    for step in range(claimed[0], at):
        word = tokens[step].lower
        if word in lexicon.COUNTED | lexicon.TOLL | KILLED | HURT:
            group = group_in(tokens[claimed[0] : step])
            return _rejection(tokens, claimed[0], step, abouts_of(word), group, part=is_civil(group), last=at)
    if told is not None and tokens[at].lower != "wrong" and tokens[claimed[0]].lower not in _OF_DEEDS:
        return _rejection(tokens, claimed[0], claimed[0], (told,), [], part=False, last=at)
    return None


def _rejection(
    tokens: Sequence[Token],
    first: int,
    core: int,
    abouts: tuple[About, ...],
    group: Sequence[Token],
    *,
    part: bool,
    last: int | None = None,
) -> NoneHurt:
    who = (group[0].i, group[-1].i + 1) if group else None
    end = tokens[core if last is None else last].i + 1
    return NoneHurt(tokens[first].i, end, tokens[core].i, abouts, Stance.DENIES, who, part)
