"""The words that make people victims: "killed", "wounding", "dead", "death toll", each with the side of its number."""

from collections.abc import Sequence

from rashomon.extract.tolls import idioms, verb_cues
from rashomon.extract.tolls.cue import Cue
from rashomon.extract.tolls.idioms import idiom_at
from rashomon.extract.tolls.noun_cues import FIRST_LEMMAS, FIRST_WORDS, care_at, loss_at, noun_at, state_at, toll_at
from rashomon.extract.tolls.verb_cues import verb_at, violent_end_at
from rashomon.records import Parse, Token

# What a cue can begin with: any other word is passed over.
_FIRST_WORDS = FIRST_WORDS | idioms.FIRST_WORDS | verb_cues.FIRST_WORDS


def cues(parse: Parse, tokens: Sequence[Token]) -> list[Cue]:
    """The casualty cues of one sentence's tokens, in their order, none within another.

    "14 guards were killed and 22 wounded" has two: "killed" and "wounded", both with their number before.
    """
    found: list[Cue] = []
    for at, token in enumerate(tokens):
        if token.lower not in _FIRST_WORDS and token.lemma not in FIRST_LEMMAS:
            continue
        cue = (
            toll_at(parse, tokens, at)
            or idiom_at(parse, tokens, at)
            or violent_end_at(parse, tokens, at)
            or verb_at(parse, tokens, at)
            or state_at(parse, tokens, at)
            or noun_at(parse, tokens, at)
            or loss_at(parse, tokens, at)
            or care_at(parse, tokens, at)
        )
        if cue is not None and not (found and cue.first < found[-1].last):
            found.append(cue)
        elif cue is not None and cue.last - cue.first > found[-1].last - found[-1].first:
            found[-1] = cue
    return found
