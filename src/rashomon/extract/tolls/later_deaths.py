"""Those who died later: parts of the toll that their deaths have raised.

"Two passengers died of burns on Thursday, bringing the toll to 12": the two are some of the twelve.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.toll import Kind, Toll
from rashomon.records import About, Parse, Stance

_RAISES = lexicon.words("bring take raise push lift")
_OF = lexicon.words("of from to")
_HARM = lexicon.INJURIES | lexicon.words("burns wounds injuries")
_REACH = 6  # tokens from "died" to "wounds"


def later_deaths(parse: Parse, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls, the killed who died of their wounds or raised a larger toll marked as its parts."""
    return [replace(t, part=True) if _is_later(parse, t, tolls) else t for t in tolls]


def _is_later(parse: Parse, toll: Toll, tolls: Sequence[Toll]) -> bool:
    if toll.part or not _counts(toll):
        return False
    larger = [o for o in tolls if _counts(o) and not o.part and (o.low or 0) > (toll.high or toll.low or 0)]
    sentence = parse.tokens[toll.cue].sentence
    raised = any(parse.tokens[o.cue].sentence == sentence and _raised(parse, toll, o) for o in larger)
    return raised or (bool(larger) and _of_wounds(parse, toll))


def _counts(toll: Toll) -> bool:
    return (
        toll.about is About.KILLED
        and toll.stance is Stance.ASSERTS
        and toll.kind in (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
    )


def _raised(parse: Parse, toll: Toll, larger: Toll) -> bool:
    """True where the words between the two say that the one raised the other: "died, taking the toll to 12"."""
    between = parse.tokens[toll.cue + 1 : larger.cue]
    return any(t.lemma in _RAISES and t.tag == "VBG" for t in between)


def _of_wounds(parse: Parse, toll: Toll) -> bool:
    """True for "died of burns" and "succumbed to his injuries"."""
    after = parse.tokens[toll.cue + 1 : toll.cue + 1 + _REACH]
    if parse.tokens[toll.cue].lemma not in ("die", "succumb"):
        return False
    stop = next((n for n, t in enumerate(after) if t.text in ".,;"), len(after))
    words = [t.lower for t in after[:stop]]
    return bool(words) and words[0] in _OF and any(word in _HARM for word in words)
