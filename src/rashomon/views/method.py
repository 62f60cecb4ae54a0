"""How it decides, as a page tells it: every rule in the words of the function that applies it, every weight."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from inspect import getdoc

from rashomon.link.compare import FEATURES
from rashomon.link.weights import fitted
from rashomon.reconcile import GRADES
from rashomon.reconcile.origins import text_origins, voiced
from rashomon.records import Grade, Interval, Place
from rashomon.views.rules import TOLL_RULES
from rashomon.views.series import check_series

Figures = Mapping[str, Mapping[str, float]]  # by group of reports, by figure: F1 or accuracy, 0 to 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of two mentions: its name in reasons, what it looks at, each level's weight in log-odds."""

    name: str
    explained: str
    levels: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """comparisons: in the order in which they are made. start: the log-odds of any two mentions before them.

    join, unsure: scores from which a pair is joined, and from which it is asked about. codes: a standard's code with
    its meaning. measured: the accuracy gate's figures; left_out: those of reports that no decider was fitted on.
    """

    comparisons: tuple[Comparison, ...]
    start: float
    join: float
    unsure: float
    toll_rules: Mapping[str, str]
    grades: Mapping[Grade, str]
    origins: tuple[str, ...]
    series: str
    codes: tuple[str, ...]
    measured: Figures
    left_out: Figures


def method() -> Method:
    """Every rule and weight that is in force in this program."""
    weights = fitted()
    told = json.loads((files("rashomon.views") / "figures.json").read_text(encoding="utf-8"))
    return Method(
        comparisons=tuple(
            Comparison(
                feature.name,
                explained(feature.level),
                tuple(sorted(weights.levels[feature.name].items(), key=lambda level: -level[1])),
            )
            for feature in FEATURES
        ),
        start=weights.start,
        join=weights.join,
        unsure=weights.unsure,
        toll_rules=TOLL_RULES,
        grades=GRADES,
        origins=(explained(text_origins), explained(voiced)),
        series=explained(check_series),
        codes=tuple(
            explained(code)
            for code in (Interval.time_precision, Interval.date_prec, Place.geo_precision, Place.where_prec)
        ),
        measured=told["measured"],
        left_out=told["left out"],
    )


def explained(rule: object) -> str:
    """What a function's own docstring says of it."""
    return " ".join((getdoc(rule) or "").split())
