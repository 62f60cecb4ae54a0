"""What the gate weighs: whether a candidate is a statement on one incident of this report, and not said before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, side
from rashomon.extract.blame.lexicon import NAMELESS, words
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
_HEADINGS = (Layout.TITLE, Layout.SUBTITLE, Layout.CAPTION)


@dataclass(slots=True)
class Sight:
    """All candidates of a report, and what they say together."""

    cast: Cast
    candidates: Sequence[Candidate]
    accused: Counter[str] = field(default_factory=Counter)
    lead: int = -1
    home: str | None = None

    def __post_init__(self) -> None:
        for candidate in self.candidates:
            if candidate.actor is not None and candidate.stance in _ACCUSES:
                self.accused.update(side(candidate.actor))
        parse = self.cast.parse
        self.lead = next((s.i for s in parse.sentences if parse.layout_of(s) is Layout.BODY), -1)
        states = Counter(
            actor.actor.country
            for actor in self.cast.actors
            if actor.actor is not None and actor.kind in (ActorKind.STATE, ActorKind.STATE_FORCES)
        )
        self.home = max(states, key=lambda c: states[c]) if states else None


def features(sight: Sight, i: int) -> Features:
    """The features of candidate `i`, for the decider "blame"."""
    candidate = sight.candidates[i]
    names = [
        "always",
        f"stance:{candidate.stance}",
        f"rule:{candidate.rule}",
        f"rule:{candidate.rule}|stance:{candidate.stance}",
        *(f"sign:{sign}" for sign in sorted(candidate.signs)),
        *(f"sign:{sign}|stance:{candidate.stance}" for sign in sorted(candidate.signs) if not sign.startswith("said:")),
        *_place(sight, candidate),
        *_clause(sight, candidate.trigger),
        *_actor(sight, candidate),
        *_repeats(sight, i),
    ]
    if candidate.about is About.PERPETRATOR:
        names.append(f"lemma:{candidate.trigger.lemma}")
    return dict.fromkeys(names, 1.0)


def _place(sight: Sight, candidate: Candidate) -> list[str]:
    parse = sight.cast.parse
    sentence = parse.sentences[candidate.trigger.sentence]
    layout = parse.layout_of(sentence)
    found = [f"layout:{layout}", f"layout:{layout}|stance:{candidate.stance}"]
    if layout is Layout.BODY:
        found.append(f"body sentence:{min(3, sentence.i - sight.lead)}")
    if candidate.speaker is not None:
        found.append("speaker told")
        found.append("speaker is an actor" if candidate.speaking is not None else "speaker is no actor")
    return found


def _clause(sight: Sight, trigger: Token) -> list[str]:
    """What the clause of the trigger tells beside: a day, a place, a number, a habit, a series."""
    parse = sight.cast.parse
    below = parse.subtree(trigger.i)
    verb = trigger if trigger.pos in ("VERB", "AUX") else parse.tokens[trigger.head]
    found = [f"modality:{modality_of(parse, trigger)}", f"dep:{trigger.dep}", f"pos:{trigger.pos}"]
    kinds = {t.ent for t in below}
    found.extend(f"tells:{kind}" for kind in ("DATE", "TIME", "GPE", "CARDINAL") if kind in kinds)
    if trigger.pos == "NOUN":
        found.append("plural act" if trigger.tag == "NNS" else "single act")
        found.extend(f"article:{c.lower}" for c in parse.children(trigger.i) if c.dep == "det")
        found.append(f"governor:{parse.tokens[trigger.head].dep}")
    if any(t.lower in _HABIT for t in (*below, *parse.children(verb.i))):
        found.append("habit")
    if any(t.lower in _SERIES and t.dep in ("amod", "det", "nummod") for t in below):
        found.append("series")
    auxiliaries = {c.lower for c in parse.children(verb.i) if c.dep in ("aux", "auxpass")}
    if auxiliaries & {"has", "have"}:
        found.append("perfect")
    if verb.tag == "VBG" and auxiliaries & {"been", "is", "are", "was", "were"}:
        found.append("progressive")
    found.extend(f"object:{kind}" for kind in _objects(sight, trigger))
    return found


def _objects(sight: Sight, trigger: Token) -> list[str]:
    """What the trigger's object is: attackers, an actor, people counted; "none" for no object."""
    parse = sight.cast.parse
    objects = [c for c in parse.children(trigger.i) if c.dep in ("dobj", "nsubjpass")]
    if not objects:
        return ["none"]
    found = []
    for noun in objects:
        below = parse.subtree(noun.i)
        if noun.lemma in _ATTACKERS or any(t.lower == "suspected" for t in below):
            found.append("attackers")
        if noun.i in sight.cast.by_token:
            found.append("actor")
        if any(t.dep == "nummod" for t in below):
            found.append("counted")
    return found or ["other"]


def _actor(sight: Sight, candidate: Candidate) -> list[str]:
    actor = candidate.actor
    if actor is None:
        return ["no actor"]
    found = [
        f"kind:{actor.kind}",
        f"kind:{actor.kind}|stance:{candidate.stance}",
        f"kind:{actor.kind}|rule:{candidate.rule}",
        f"who:{actor.rule}",
    ]
    accused = max((sight.accused[s] for s in side(actor)), default=0)
    own = candidate.stance in _ACCUSES
    found.append(f"accused:{min(3, accused - own)}|stance:{candidate.stance}")
    if (
        actor.actor is not None
        and actor.actor.country is not None
        and actor.kind in (ActorKind.STATE, ActorKind.STATE_FORCES)
    ):
        found.append("home state" if actor.actor.country == sight.home else "other state")
    if actor.adjective:
        found.append("adjective")
    return found


def _repeats(sight: Sight, i: int) -> list[str]:
    """How often the same was said before and is said after, in this stance and in others."""
    candidate = sight.candidates[i]
    parse = sight.cast.parse
    title = parse.layout_of(parse.sentences[candidate.trigger.sentence]) in _HEADINGS
    before = after = other = 0
    for j, another in enumerate(sight.candidates):
        if j == i or another.about != candidate.about or _sides(another).isdisjoint(_sides(candidate)):
            continue
        if another.stance is candidate.stance:
            before += j < i
            after += j > i
        else:
            other += 1
    found = [f"said before:{min(3, before)}", f"said before:{min(2, before)}|stance:{candidate.stance}"]
    found.append(f"said after:{min(2, after)}")
    if title:
        found.append(f"heading, said after:{min(1, after)}")
        found.append(f"heading, other stance:{min(1, other)}")
    if candidate.stance in (Stance.BLAMES, Stance.SUSPECTS):
        claimed = any(
            o.stance is Stance.CLAIMS and not _sides(o).isdisjoint(_sides(candidate)) for o in sight.candidates
        )
        found.append(f"also claimed:{claimed}")
    return found


def _sides(candidate: Candidate) -> frozenset[str]:
    return side(candidate.actor) if candidate.actor is not None else frozenset({""})
