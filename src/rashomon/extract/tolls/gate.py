"""The learned word on each toll: is it a claim on one incident, and is it a part of a larger toll.

The rules over-generate; two deciders weigh what a reader sees beside the words: where in the report they stand, whether
the figure comes again, who the victims are, which tense tells of them. Weights: `extract/weights/tolls.json` and
`toll_parts.json`, fitted by `training/fit_tolls.py`.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.decider import Features, decider
from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.sight import Sight, figure_of
from rashomon.extract.tolls.toll import Kind, Toll
from rashomon.records import Parse, Stance

LEAST_LIKELY = 0.6  # a toll that is held for less likely is no claim; chosen by leaving one file out
LIKELY_PART = 0.5
SURE = 0.9  # statements that nobody was hurt: too few to learn from, and nearly all of them claims
LEAD = 3  # sentences, from the headline on, that may sum up the report
_SIZES = ((0, "0"), (1, "1"), (20, "20"), (100, "100"), (500, "500"), (2000, "2000"))
_COMMON = lexicon.words("kill die wound injure dead lose shoot death")
_INEXACT = (Kind.VAGUE, Kind.PLURAL, Kind.THE, Kind.NAME, Kind.PRONOUN, Kind.ONE)


def weighed(parse: Parse, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls with the deciders' likelihood and their word on whole or part."""
    sight = Sight.of(parse, tolls)
    holds, parts = decider("tolls"), decider("toll_parts")
    return [
        replace(t, likelihood=SURE)
        if t.kind is Kind.NONE
        else replace(
            t,
            likelihood=round(holds.probability(claim_features(sight, i)), 4),
            part=parts.probability(part_features(sight, i)) >= LIKELY_PART,
        )
        for i, t in enumerate(tolls)
    ]


def claim_features(sight: Sight, i: int) -> Features:
    """What speaks for and against toll `i` being a claim on one incident."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    names = [
        "bias",
        f"pattern={toll.pattern}",
        f"kind={toll.kind}",
        f"kind={toll.kind}|{toll.about}",
        f"layout={sight.parse.layout_of(sentence)}",
        f"size={_size(toll)}",
        f"rule={toll.rule.split(' is at least')[0]}",
        f"part={toll.part}",
        *sight.facts(sentence),
        *_cue_names(sight, i),
        *_report_names(sight, i),
    ]
    return dict.fromkeys(names, 1.0)


def _size(toll: Toll) -> str:
    """How large the figure is, as the bound of its band."""
    figure = figure_of(toll)
    return next((name for most, name in _SIZES if figure <= most), "more")


def _cue_names(sight: Sight, i: int) -> list[str]:
    """Features of the casualty word and what stands at it."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    cue = sight.parse.tokens[toll.cue]
    before = {t.lower for t in sight.parse.tokens[max(sentence.first, cue.i - 4) : cue.i]}
    opening = toll.number.quote.split(" ", 1)[0].lower()
    names = [
        f"cue={cue.lemma if cue.lemma in _COMMON else 'rare'}",
        f"opens={opening if opening in _OPENINGS else ''}",
    ]
    names += ["perfect"] if before & {"have", "has", "'ve"} else []
    names += ["had"] if "had" in before else []
    names += ["clause"] if cue.dep in ("relcl", "advcl", "acl") else []
    for child in sight.parse.children(cue.i):
        if child.dep == "nsubj" and child.i < cue.i:
            names.append(f"subject={_subject(child.lower, child.lemma)}")
    return names


_OPENINGS = lexicon.words("a an the this that these those his her its their our another he she him himself others")


def _subject(word: str, lemma: str) -> str:
    """What kind of subject kills: "events", "event", "people" or "other"."""
    if word in lexicon.EVENTS:
        return "events"
    return "event" if lemma in lexicon.EVENT else "people" if lemma in lexicon.PEOPLE else "other"


def _report_names(sight: Sight, i: int) -> list[str]:
    """Features of the toll beside the report's others."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    names = [f"again={sight.again(i)}", f"bounded again={sight.bounded_again(i)}"]
    if toll.kind in _INEXACT:
        names.append(f"kind={toll.kind}|exact={sight.exact_elsewhere(i)}")
    if sight.sums_up(i):
        names.append("sum of others")
        names += ["sum of others|plural events"] if "plural events" in sight.facts(sentence) else []
    names += ["lead"] if sentence.i <= LEAD else []
    names += ["dwarfs"] if sight.dwarfs(i) else []
    return names


def part_features(sight: Sight, i: int) -> Features:
    """What speaks for and against toll `i` being a part of a larger toll."""
    toll, sentence = sight.tolls[i], sight.sentences[i]
    cue = sight.parse.tokens[toll.cue]
    nearby = sight.parse.tokens[max(sentence.first, cue.i - 4) : cue.i + 2]
    also = any(t.lower == "also" for t in nearby)
    same = sight.near(i)
    whole = [(o, s) for o, s in same if not o.part and o.stance is Stance.ASSERTS and s.i <= sentence.i]
    larger = any(figure_of(o) > figure_of(toll) for o, s in whole if sentence.i - s.i <= 2)
    counted = (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
    beside = any(o.attackers != toll.attackers and o.kind in counted for o, _ in same)
    totals = {f for o, s in whole if s.i < sentence.i for f in (o.low, o.high)}
    adds = any(o.low is not None and figure_of(toll) + o.low in totals for o, s in same if s.i == sentence.i)
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
    names += ["adds up"] if adds else []
    names += ["the"] if toll.number.quote.lower().startswith("the ") else []
    names += ["first"] if not whole else []
    return dict.fromkeys(names, 1.0)
