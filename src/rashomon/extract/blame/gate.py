"""What the gate weighs: whether a candidate is a statement on one incident of this report, and not said before."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, side
from rashomon.extract.blame.lexicon import NAMELESS, words
from rashomon.extract.blame.told import TOLD
from rashomon.extract.decider import Features
from rashomon.extract.events.modality import modality_of
from rashomon.records import About, ActorKind, Layout, Stance, Token

_HABIT = words(
    """often regularly frequently routinely repeatedly usually commonly occasionally sometimes always typically"""
)
_SERIES = words(
    "similar other such previous past recent several many numerous dozens hundreds series string spate more"
)
_ATTACKERS = NAMELESS | words("suspect hostage-taker kidnapper gunfight hideout suspected")
_ACCUSES = (Stance.BLAMES, Stance.SUSPECTS, Stance.CLAIMS)
REACH = 20  # candidates of one side that are looked at either way: time must not grow with their square
_ANSWERS = (Stance.DENIES, Stance.DECLINES)
_STATES = (ActorKind.STATE, ActorKind.STATE_FORCES)
BY_ACT = ("subject", "agent", "owner", "by", "from", "died under", TOLD)
_SIGNS = (
    "unreal",
    "back",
    "pronoun",
    "weapon",
    "men",
    "own side speaks",
    "an official speaks",
    "own act",
    "hedged",
    "of its enemies",
    "move",
    "of its act",
    "of itself",
    "of violence",
    "of something else",
    "of it",
    "no act denied",
    "of harm",
    "of an act",
    "of a report",
)
_UNSURE_WHO = ("anaphor", "the report's country", "forces of a state not named", "described group", "suspected group")
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_COUNTS = frozenset({"CARDINAL"})
_ANOTHER = words(
    "another second third also earlier previous previously separate separately meanwhile elsewhere ago last"
)
_HEADINGS = (Layout.TITLE, Layout.SUBTITLE, Layout.CAPTION)


@dataclass(slots=True)
class Sight:
    """All candidates of a report, and what they say together."""

    cast: Cast
    candidates: Sequence[Candidate]
    accused: Counter[str] = field(default_factory=Counter)
    by_side: dict[str, list[int]] = field(default_factory=dict)
    home: str | None = None

    def __post_init__(self) -> None:
        for i, candidate in enumerate(self.candidates):
            for one in _sides(candidate):
                self.by_side.setdefault(one, []).append(i)
            if candidate.actor is not None and candidate.stance in _ACCUSES:
                self.accused.update(side(candidate.actor))
        self.home = self.cast.country


def features(sight: Sight, i: int) -> Features:
    """The features of candidate `i`, for the decider "blame"."""
    candidate = sight.candidates[i]
    names = [
        "always",
        f"stance:{candidate.stance}",
        f"rule:{_rule(candidate)}",
        *(f"sign:{sign}" for sign in sorted(candidate.signs) if sign in _SIGNS),
        *_clause(sight, candidate),
        *_actor(sight, candidate),
        *_repeats(sight, i),
    ]
    if candidate.about is About.OCCURRENCE:
        names.extend(
            (f"about:{candidate.about}", f"doubted by an actor:{candidate.speaking is not None}", candidate.rule)
        )
    return dict.fromkeys(names, 1.0)


def _rule(candidate: Candidate) -> str:
    """The construction, those that state responsibility outright as one."""
    return candidate.rule if candidate.rule in BY_ACT else "outright"


def _clause(sight: Sight, candidate: Candidate) -> list[str]:
    """What the clause of the trigger tells beside: a day, a number, a habit, a series."""
    trigger, parse = candidate.trigger, sight.cast.parse
    below = parse.subtree(trigger.i)
    verb = trigger if trigger.pos in ("VERB", "AUX") else parse.tokens[trigger.head]
    found = [f"modality:{modality_of(parse, trigger)}"]
    kinds = {t.ent for t in below}
    found.extend(f"tells:{kind}" for kind in ("DATE", "GPE", "CARDINAL") if kind in kinds)
    if trigger.pos == "NOUN":
        article = next((c.lower for c in parse.children(trigger.i) if c.dep == "det"), "none")
        found.append(f"act:{'many' if trigger.tag == 'NNS' else 'one'}")
        found.append(f"article:{article if article in ('the', 'a', 'an', 'none') else 'other'}")
    habit = any(t.lower in _HABIT for t in (*below, *parse.children(verb.i)))
    series = any(t.lower in _SERIES and t.dep in ("amod", "det", "nummod") for t in below)
    auxiliaries = {c.lower for c in parse.children(verb.i) if c.dep in ("aux", "auxpass")}
    if habit or series:
        found.append("habit or series")
    if auxiliaries & {"has", "have"} and candidate.rule in BY_ACT:
        found.append("perfect")
    if verb.tag == "VBG" and candidate.rule in BY_ACT:
        found.append("progressive")
    found.extend(f"object:{kind}" for kind in _objects(sight, trigger))
    return found


def _objects(sight: Sight, trigger: Token) -> list[str]:
    """What the trigger's object is: attackers, people counted; nothing for another object."""
    parse = sight.cast.parse
    found = []
    for noun in parse.children(trigger.i):
        if noun.dep not in ("dobj", "nsubjpass"):
            continue
        below = parse.subtree(noun.i)
        if noun.lemma in _ATTACKERS or any(t.lower == "suspected" for t in below):
            found.append("attackers")
        elif any(t.dep == "nummod" for t in below):
            found.append("counted")
    return found


def _actor(sight: Sight, candidate: Candidate) -> list[str]:
    actor = candidate.actor
    if actor is None:
        return ["no actor"]
    kind = "forces" if actor.kind is ActorKind.STATE_FORCES else "unnamed" if actor.kind is ActorKind.UNNAMED else ""
    found = [f"kind:{kind}|by act:{candidate.rule in BY_ACT}"] if kind else []
    if actor.rule in _UNSURE_WHO:
        found.append(f"who:{actor.rule}")
    if actor.kind is ActorKind.UNNAMED:
        told = actor.span.quote.split()
        inside = sight.cast.parse.tokens_in(actor.span.start, actor.span.end)
        named = any(t.pos == "PROPN" or t.ent in ("NORP", "GPE", "ORG") for t in inside)
        found.append(f"described:{'by a name' if named else 'by a kind' if len(told) > 1 else 'in a word'}")
    accused = max((sight.accused[s] for s in side(actor)), default=0)
    if candidate.stance in _ANSWERS:
        found.append(f"accused:{accused > 0}|stance:{candidate.stance}")
    elif candidate.stance in _ACCUSES and candidate.rule in BY_ACT:
        found.append(f"accused once more:{accused > 1}")
    if actor.actor is not None and actor.actor.country == sight.home and actor.kind in _STATES:
        found.append(f"home state|stance:{candidate.stance}")
    return found


def _repeats(sight: Sight, i: int) -> list[str]:
    """Whether the same side was said before, or is said in the body below, to have done it."""
    candidate = sight.candidates[i]
    heading = _in_heading(sight, candidate)
    same, rest = _others(sight, i)
    later = [o for o in rest if o.stance is candidate.stance]
    if heading:
        return [f"heading|body says:{'the same' if later else 'it otherwise' if rest else 'nothing'}"]
    if not same:
        return ["first"]
    said = "the same" if any(o.stance is candidate.stance for o in same) else "otherwise"
    voice = "told" if candidate.speaker is not None else "untold"
    return [f"said before:{said}", f"said before:{said}|{voice}", *_news(sight, candidate, same)]


def _others(sight: Sight, i: int) -> tuple[list[Candidate], list[Candidate]]:
    """What else the body says of the same side's part, before candidate `i` and after it, at most REACH each."""
    numbers = sorted({j for one in _sides(sight.candidates[i]) for j in _around(sight.by_side[one], i)} - {i})
    alike = [j for j in numbers if _alike(sight.candidates[j], sight.candidates[i])]
    body = [j for j in alike if not _in_heading(sight, sight.candidates[j])]
    return [sight.candidates[j] for j in body if j < i], [sight.candidates[j] for j in body if j > i]


def _around(numbers: Sequence[int], i: int) -> Sequence[int]:
    at = bisect_left(numbers, i)
    return numbers[max(0, at - REACH) : at + REACH]


def _news(sight: Sight, candidate: Candidate, same: Sequence[Candidate]) -> list[str]:
    """What the sentence tells of another incident than the sentences that said the same before."""
    parse = sight.cast.parse
    here = parse.words(parse.sentences[candidate.trigger.sentence])
    there = [t for o in same for t in parse.words(parse.sentences[o.trigger.sentence])]
    date = bool(_entities(here, _TIMES) - _entities(there, _TIMES))
    place = bool(_entities(here, _PLACES) - _entities(there, _PLACES))
    number = bool(_entities(here, _COUNTS) - _entities(there, _COUNTS))
    marked = any(t.lower in _ANOTHER or (t.lower.isdigit() and len(t.lower) == 4) for t in here)
    found = [f"again|new date:{date}|new place:{place}", f"again|new number:{number}", f"again|marked:{marked}"]
    if candidate.trigger.sentence == same[-1].trigger.sentence:
        found.append("again|same sentence")
    elif candidate.trigger.sentence == same[-1].trigger.sentence + 1:
        found.append("again|next sentence")
    return found


def _entities(tokens: Sequence[Token], kinds: frozenset[str]) -> set[str]:
    return {t.lower for t in tokens if t.ent in kinds and t.pos in ("PROPN", "NUM", "NOUN")}


def _alike(one: Candidate, two: Candidate) -> bool:
    accuse = one.stance in _ACCUSES and two.stance in _ACCUSES
    return one.about is two.about and (accuse or one.stance is two.stance) and not _sides(one).isdisjoint(_sides(two))


def _in_heading(sight: Sight, candidate: Candidate) -> bool:
    parse = sight.cast.parse
    return parse.layout_of(parse.sentences[candidate.trigger.sentence]) in _HEADINGS


def _sides(candidate: Candidate) -> frozenset[str]:
    return side(candidate.actor) if candidate.actor is not None else frozenset({""})
