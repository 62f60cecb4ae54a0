"""The weights table: what each level of each comparison adds to the log-odds that two mentions are one happening."""

import json
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib import resources

from rashomon.link.compare import FEATURES, levels
from rashomon.link.gist import Gist
from rashomon.records import Reason

NEAR = 1.0  # log-odds; a pair that scores this much below unsure is shown as near, one below that is not kept
THOUSANDTHS = 1000  # scores are kept as whole thousandths, so that sums do not depend on their order


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted table and the thresholds that go with it.

    levels: by comparison and level; a level that is not listed adds nothing. start: what every pair begins with.
    join: two groups whose pairs score at least this on average are joined. unsure: a pair that scores at least this
    and is not joined is put to people. floor: no pair counts for less. All in log-odds.
    """

    start: float
    join: float
    unsure: float
    floor: float
    levels: dict[str, dict[str, float]]
    _steps: list[tuple[dict[str, float], float]] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # With what the comparisons after each one can add at most: a pair that cannot rise enough is left there.
        tables = [self.levels[feature.name] for feature in FEATURES]
        best = [max(0.0, *table.values(), 0.0) for table in tables]
        self._steps.extend((table, sum(best[n + 1 :])) for n, table in enumerate(tables))

    def score(self, left: Gist, right: Gist) -> int:
        """The pair's score in thousandths of log-odds, at least the floor; the same for (right, left)."""
        found = self.near(left, right, self.floor)
        return round(self.floor * THOUSANDTHS) if found is None else found

    def near(self, left: Gist, right: Gist, least: float | None = None) -> int | None:
        """The pair's score where it is at least `least` (log-odds; None: NEAR below unsure), else None, quickly."""
        total, least = self.start, max(self.floor, self.unsure - NEAR) if least is None else least
        for level, (table, most) in zip(levels(left, right), self._steps, strict=True):
            total += table.get(level, 0.0)
            if total + most < least:
                return None
        return round(total * THOUSANDTHS) if total >= least else None

    def reasons(self, left: Gist, right: Gist) -> tuple[Reason, ...]:
        """Every comparison that weighs, the weightiest first."""
        if right.mention < left.mention:
            left, right = right, left
        found = []
        for feature, level in zip(FEATURES, levels(left, right), strict=True):
            weight = self.levels[feature.name].get(level, 0.0)
            if weight:
                found.append(Reason(feature.name, weight, feature.sentence(left, right)))
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


@cache
def tables_digest() -> str:
    """SHA-256, in hexadecimal digits, of the tables that decide what is joined."""
    tables = resources.files("rashomon.link").joinpath("tables")
    return sha256(b"".join(tables.joinpath(name).read_bytes() for name in ("weights.json", "rarity.json"))).hexdigest()
