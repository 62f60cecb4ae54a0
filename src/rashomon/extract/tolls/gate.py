"""The learned word on each toll: is it a claim on one incident.

The rules over-generate; a decider weighs what a reader sees beside the words: where in the report they stand, whether
the figure comes again, who the victims are, which tense tells of them. Weights: `extract/weights/tolls.json`, fitted by
`training/fit_tolls.py`.
"""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.decider import Features, decider
from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.sight import Sight, figure_of
from rashomon.extract.tolls.toll import Kind, Toll
from rashomon.records import Parse

LEAST_LIKELY = 0.6  # a toll that is held for less likely is no claim; chosen by leaving one file out
SURE = 0.9  # statements that nobody was hurt: too few to learn from, and nearly all of them claims
LEAD = 3  # sentences, from the headline on, that may sum up the report
_SIZES = ((0, "0"), (1, "1"), (20, "20"), (100, "100"), (500, "500"), (2000, "2000"))
_COMMON = lexicon.words("kill die wound injure dead lose shoot death")
_INEXACT = (Kind.VAGUE, Kind.PLURAL, Kind.THE, Kind.NAME, Kind.PRONOUN, Kind.ONE)


def weighed(parse: Parse, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls with the likelihood that each is a claim on one incident."""
    sight, holds = Sight.of(parse, tolls), decider("tolls")
    return [
        replace(t, likelihood=SURE if t.kind is Kind.NONE else round(holds.probability(claim_features(sight, i)), 4))
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
