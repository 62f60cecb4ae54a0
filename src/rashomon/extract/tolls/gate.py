"""What speaks for a toll being a claim on one incident, and for its being a part: named features for two deciders.

The rules over-generate; the deciders weigh what a reader sees beside the words: where in the report they stand, whether
the figure comes again, who the victims are, which tense tells of them. Weights: `extract/weights/tolls.json` and
`toll_parts.json`, fitted by `training/fit_tolls.py`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.decider import Features, decider
from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.toll import Kind, Toll
from rashomon.records import Parse, Sentence, Stance, Token

LEAST_LIKELY = 0.5  # what a decider holds for less likely is not so
SURE = 0.9  # statements that nobody was hurt: too few to learn from, and nearly all of them claims (24 of 29 seen)
BACKGROUND = re.compile(
    r"\b(?:19|20)\d\d\b|\blast (?:year|month)\b|\byears? (?:ago|earlier)\b|\bsince\b|\bso far\b|\bin (?:recent|the past)\b",
    re.IGNORECASE,
)
_EVENT = lexicon.words(
    "attack strike airstrike raid bombing clash battle blast explosion shooting killing incident shelling ambush assault "
    "bomb bomber gunman missile rocket drone grenade fire shell mortar operation gunfight firefight"
)
_EVENTS = lexicon.words(
    "attacks strikes airstrikes raids bombings clashes battles blasts explosions shootings killings incidents ambushes "
    "assaults bombs violence war conflict insurgency campaign wave series spate"
)
_OTHER_CAUSES = lexicon.words(
    "crash accident quake earthquake flood floods virus outbreak drill exercise film cyclone fire"
)
_HAVE = lexicon.words("have has 've")


@dataclass(frozen=True, slots=True)
class Sight:
    """What the whole report shows: its parse, its tolls, and the sentence of each."""

    parse: Parse
    tolls: Sequence[Toll]
    sentences: Sequence[Sentence]

    @classmethod
    def of(cls, parse: Parse, tolls: Sequence[Toll]) -> "Sight":
        """The sight of these tolls; each stands in a sentence of the parse."""
        return cls(parse, tolls, [parse.sentences[parse.tokens[t.cue].sentence] for t in tolls])


def weighed(parse: Parse, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls with the deciders' likelihood and their word on whole or part."""
    sight = Sight.of(parse, tolls)
    holds, parts = decider("tolls"), decider("toll_parts")
    return [
        replace(
            t,
            likelihood=SURE if t.kind is Kind.NONE else round(holds.probability(claim_features(sight, i)), 4),
            part=t.part if t.kind is Kind.NONE else parts.probability(part_features(sight, i)) >= LEAST_LIKELY,
        )
        for i, t in enumerate(tolls)
    ]


def claim_features(sight: Sight, i: int) -> Features:
    """What speaks for and against toll `i` being a claim on one incident."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    tokens = sight.parse.words(sentence)
    names = [
        "bias",
        f"pattern={toll.pattern}",
        f"kind={toll.kind}",
        f"kind={toll.kind}|{toll.about}",
        f"stance={toll.stance}",
        f"layout={sight.parse.layout_of(sentence)}",
        f"size={_size(toll)}",
        f"rule={toll.rule.split(' is at least')[0]}",
        f"part={toll.part}",
        *_sentence_names(sight, toll, sentence, tokens),
        *_report_names(sight, i),
    ]
    return dict.fromkeys(names, 1.0)


def _size(toll: Toll) -> str:
    figure = toll.low if toll.low is not None else toll.high
    if figure is None:
        return "none"
    return next(
        (
            name
            for most, name in ((0, "0"), (1, "1"), (20, "20"), (100, "100"), (500, "500"), (2000, "2000"))
            if figure <= most
        ),
        "more",
    )


def _sentence_names(sight: Sight, toll: Toll, sentence: Sentence, tokens: Sequence[Token]) -> list[str]:
    """Features of the words around the cue."""
    text = sight.parse.text[sentence.start : sentence.end]
    cue = sight.parse.tokens[toll.cue]
    base = sentence.first
    before = [t.lower for t in tokens[max(0, cue.i - base - 4) : cue.i - base]]
    words = {t.lower for t in tokens}
    start = sight.parse.tokens_in(toll.number.start, toll.number.end)
    names = [f"opens={start[0].lower if start and start[0].pos in ('DET', 'PRON') else ''}"]
    names += (
        [f"cue={cue.lemma}"]
        if cue.lemma in ("kill", "die", "wound", "injure", "dead", "lose", "shoot", "death")
        else ["cue=rare"]
    )
    names += ["background"] if BACKGROUND.search(text) else []
    names += ["perfect"] if _HAVE & set(before) else []
    names += ["had"] if "had" in before else []
    names += ["clause"] if cue.dep in ("relcl", "advcl", "acl") else []
    names += ["plural events"] if words & _EVENTS else []
    names += ["one event"] if any(t.lemma in _EVENT for t in tokens) else []
    names += ["other cause"] if words & _OTHER_CAUSES else []
    names += ["quoted"] if text.count('"') + text.count("“") else []
    names += ["question"] if text.rstrip().endswith("?") else []
    for child in sight.parse.children(cue.i):
        if child.dep == "nsubj" and child.i < cue.i:
            kind = (
                "events"
                if child.lower in _EVENTS
                else "event"
                if child.lemma in _EVENT
                else "people"
                if child.lemma in lexicon.PEOPLE
                else "other"
            )
            names.append(f"subject={kind}")
    return names


def _report_names(sight: Sight, i: int) -> list[str]:
    """Features of the toll beside the report's others."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    same = [o for n, o in enumerate(sight.tolls) if n != i and o.about is toll.about and not o.repeats]
    again = any((o.low, o.high) == (toll.low, toll.high) and o.stance is toll.stance for o in same)
    near = any((o.low, o.high) != (toll.low, toll.high) and o.low == toll.low for o in same)
    exact = any(o.kind is Kind.NUMBER and o.stance is Stance.ASSERTS for o in same)
    names = [f"again={again}", f"bounded again={near}"]
    if toll.kind in (Kind.VAGUE, Kind.PLURAL, Kind.THE, Kind.NAME, Kind.PRONOUN, Kind.ONE):
        names.append(f"kind={toll.kind}|exact={exact}")
    if is_sum(sight, i):
        names.append("sum of others")
        names += ["sum of others|plural events"] if _plural_events(sight, sentence) else []
    names += ["lead"] if sentence.i <= 3 else []
    largest = max((o.low or 0 for o in same if not o.part), default=0)
    figure = toll.low or toll.high or 0
    names += ["dwarfs"] if figure > 3 * largest and figure >= 100 and same else []
    return names


def is_sum(sight: Sight, i: int) -> bool:
    """True where two or three later tolls of other sentences add up to this one: a total over what is told apart."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    figure = toll.low if toll.low is not None else toll.high
    if figure is None or figure < 4 or sentence.i > 6:
        return False
    later = [
        (o.low if o.low is not None else o.high) or 0
        for o, s in zip(sight.tolls[i + 1 : i + 40], sight.sentences[i + 1 : i + 40], strict=True)
        if o.about is toll.about and s.i > sentence.i and not o.part and o.kind is not Kind.PLURAL
    ]
    smaller = [n for n in later if 0 < n < figure]
    pairs = any(a + b == figure for n, a in enumerate(smaller) for b in smaller[n + 1 :])
    return pairs or (len(smaller) >= 3 and sum(dict.fromkeys(smaller)) == figure)


def _plural_events(sight: Sight, sentence: Sentence) -> bool:
    return bool({t.lower for t in sight.parse.words(sentence)} & _EVENTS)


def part_features(sight: Sight, i: int) -> Features:
    """What speaks for and against toll `i` being a part of a larger toll."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    cue = sight.parse.tokens[toll.cue]
    tokens = sight.parse.words(sentence)
    also = any(t.lower == "also" for t in tokens[max(0, cue.i - sentence.first - 4) : cue.i - sentence.first + 2])
    same = [
        (o, s)
        for n, (o, s) in enumerate(zip(sight.tolls, sight.sentences, strict=True))
        if n != i and o.about is toll.about
    ]
    whole = [(o, s) for o, s in same if not o.part and o.stance is Stance.ASSERTS]
    figure = toll.low if toll.low is not None else toll.high
    near = [(o, s) for o, s in whole if 0 <= sentence.i - s.i <= 2]
    larger = any(figure is not None and (o.low or o.high or 0) > figure for o, _ in near)
    beside = any(
        o.attackers != toll.attackers and o.kind in (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
        for o, s in same
        if abs(sentence.i - s.i) <= 3
    )
    names = [
        "bias",
        f"part={toll.part}",
        f"part={toll.part}|pattern={toll.pattern}",
        f"kind={toll.kind}",
        f"attackers={toll.attackers}|beside={beside}",
        f"attackers={toll.attackers}|also={also}",
        f"larger near={larger}",
        f"about={toll.about}",
    ]
    names += ["attackers|beside|also"] if toll.attackers and beside and also else []
    names += ["also"] if also else []
    names += ["other"] if "other" in toll.number.quote.lower() else []
    names += (
        ["adds up"]
        if _adds_up(figure, [o for o, s in whole if s.i < sentence.i], [o for o, s in same if s.i == sentence.i])
        else []
    )
    names += ["the"] if toll.number.quote.lower().startswith("the ") else []
    names += ["first"] if not near else []
    return dict.fromkeys(names, 1.0)


def _adds_up(figure: int | None, before: Sequence[Toll], beside: Sequence[Toll]) -> bool:
    """True where this figure and another of its sentence add up to a toll told before."""
    totals = {o.low for o in before} | {o.high for o in before}
    return figure is not None and any(o.low is not None and figure + o.low in totals for o in beside)
