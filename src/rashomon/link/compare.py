"""The comparisons: each looks at one thing in two mentions and returns a level, and says it in a sentence.

The level is a row of the weights table (`tables/weights.json`, fitted by `training/fit_link.py`): its weight is the
comparison's score, in log-odds that both tell of the same happening; the sentence is what a person reads. Levels are
found for millions of pairs, sentences only for those that somebody looks at: so they are two functions.

Invariant: a level does not depend on which mention is called left.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.link import (
    compare_place,
    compare_streets,
    compare_time,
    compare_together,
    compare_toll,
    compare_what,
    compare_words,
)
from rashomon.link.gist import Gist


@dataclass(frozen=True, slots=True)
class Feature:
    """One comparison under the name that it has in the weights table and in reasons.

    order: its levels from the least to the most alike, where they have an order: then their weights may only rise.
    of_levels: the level from those of the comparisons before it; None where they do not say all that it looks at.
    """

    name: str
    level: Callable[[Gist, Gist], str]
    sentence: Callable[[Gist, Gist], str]
    order: tuple[str, ...] = ()
    of_levels: Callable[[Mapping[str, str]], str] | None = None


# Quick ones first, and those that may add most: most pairs are decided before all their words are looked at.
FEATURES = (
    Feature("day", compare_time.day, compare_time.day_sentence),
    Feature("place", compare_place.place, compare_place.place_sentence),
    Feature("published", compare_time.published, compare_time.published_sentence),
    Feature("event type", compare_what.event_type, compare_what.event_type_sentence),
    Feature("weapon", compare_what.weapon, compare_what.weapon_sentence),
    Feature("author", compare_what.author, compare_what.author_sentence),
    Feature("killed", compare_toll.killed, compare_toll.killed_sentence),
    Feature("wounded", compare_toll.wounded, compare_toll.wounded_sentence),
    Feature("targets", compare_words.targets, compare_words.targets_sentence, compare_words.TARGETS),
    Feature("streets", compare_streets.streets, compare_streets.streets_sentence, compare_streets.STREETS),
    Feature("venues", compare_streets.venues, compare_streets.venues_sentence, compare_streets.STREETS),
    Feature("ages", compare_words.ages, compare_words.ages_sentence),
    Feature("people", compare_words.people, compare_words.people_sentence, compare_words.PEOPLE[1:]),
    Feature("names", compare_words.names, compare_words.names_sentence, compare_words.COUNTS),
    Feature("rare words", compare_words.rare, compare_words.rare_sentence, compare_words.RARER),
    Feature(
        "together",
        compare_together.together,
        compare_together.together_sentence,
        of_levels=compare_together.of_levels,
    ),
    Feature("titles", compare_words.titles, compare_words.titles_sentence, compare_words.TITLES),
    Feature("words of the sentences", compare_words.sentences, compare_words.sentences_sentence, compare_words.TENTHS),
    Feature("words of the reports", compare_words.reports, compare_words.reports_sentence, compare_words.TENTHS),
)


def levels(left: Gist, right: Gist) -> Iterator[str]:
    """The level of each of FEATURES, one at a time: who has seen enough looks no further."""
    found: dict[str, str] = {}
    for feature in FEATURES:
        level = feature.of_levels(found) if feature.of_levels else feature.level(left, right)
        found[feature.name] = level
        yield level
