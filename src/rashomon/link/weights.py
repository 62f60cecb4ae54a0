"""The weights table: what each level of each comparison adds to the log-odds that two mentions are one happening."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.link.compare import FEATURES
from rashomon.link.gist import Gist
from rashomon.records import Reason

THOUSANDTHS = 1000  # scores are kept as whole thousandths, so that sums do not depend on their order


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted table and the thresholds that go with it.

    levels: by comparison and level; a level that is not listed adds nothing. start: what every pair begins with.
    join: two groups whose pairs score at least this on average are joined. unsure: a pair that scores at least this
    and is not joined is put to people. floor: no pair counts for less, and pairs that were never compared count so.
    All in log-odds.
    """

    start: float
    join: float
    unsure: float
    floor: float
    levels: dict[str, dict[str, float]]

    def score(self, left: Gist, right: Gist) -> int:
        """The pair's score in thousandths of log-odds, at least the floor. Symmetric."""
        if right.mention < left.mention:
            left, right = right, left
        total = self.start
        for feature in FEATURES:
            total += self.levels[feature.name].get(feature.compare(left, right)[0], 0.0)
        return max(round(total * THOUSANDTHS), round(self.floor * THOUSANDTHS))

    def reasons(self, left: Gist, right: Gist) -> tuple[Reason, ...]:
        """Every comparison that weighs, the weightiest first."""
        if right.mention < left.mention:
            left, right = right, left
        found = []
        for feature in FEATURES:
            level, sentence = feature.compare(left, right)
            weight = self.levels[feature.name].get(level, 0.0)
            if weight:
                found.append(Reason(feature.name, weight, sentence))
        return tuple(sorted(found, key=lambda reason: (-abs(reason.weight), reason.feature)))


def read_weights(text: str) -> Weights:
    """The table from its JSON."""
    table = json.loads(text)
    levels = {feature.name: dict(table["levels"].get(feature.name, {})) for feature in FEATURES}
    return Weights(table["start"], table["join"], table["unsure"], table["floor"], levels)


@cache
def fitted() -> Weights:
    """The table that comes with the program (`tables/weights.json`)."""
    return read_weights(resources.files("rashomon.link").joinpath("tables/weights.json").read_text(encoding="utf-8"))
