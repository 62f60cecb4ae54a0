"""Linking at scale, on made-up mentions whose truth is known.

    python bench/link_scale.py [--sizes 10000 100000 1000000] [--seed 1] [--add 1000]

Incidents fall over ten years on 20,000 towns, a few of which see many (Zipf). Each is told by one to a dozen reports,
some late, some with the day off by one, told widely or not at all, with the province for the town, with another toll,
and in other words. Prints for each size the time, peak memory, pairs compared, what blocking keeps of the true pairs,
B-cubed F1, and the time that adding some more takes; then the exponent of time in the number of mentions, and the one
that n log n would have. Times are processor seconds of one core, so that what else the machine does plays no part.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, combinations, pairwise
from math import log

from linking import figures
from rashomon.link import Linker
from rashomon.link.words import rarity
from rashomon.records import (
    About,
    Claim,
    Interval,
    Mention,
    Place,
    PlaceKind,
    Report,
    Span,
    Stance,
    Stated,
    SubEventType,
)

START, DAYS = date(2014, 1, 1), 3652
TOWNS, COUNTRIES, NAMES = 20_000, 40, 60_000
COMMON = 7  # fillers are words that one text in 2**7 or more holds
BATCH = 20_000  # mentions added at a time
SAMPLE = 20_000  # mentions whose true pairs are looked for
TYPES = tuple(SubEventType)
OFTEN_TOLD = (0.45, 0.22, 0.12, 0.08, 0.05, 0.03, 0.02, 0.01, 0.01, 0.005, 0.003, 0.002)  # by 1, 2, ... reports


@dataclass(frozen=True, slots=True)
class Happening:
    """A made-up incident."""

    number: int
    day: int
    town: Place
    kind: SubEventType
    killed: int
    words: tuple[str, ...]


class World:
    """Draws incidents and their mentions from a seed."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)  # noqa: S311 (nothing secret)
        self._names = [self._name() for _ in range(NAMES)]
        self._common = sorted(word for word, n in rarity().classes.items() if n <= COMMON)
        centres = [(self._draw.uniform(-35, 60), self._draw.uniform(-100, 140)) for _ in range(COUNTRIES)]
        self._towns = [self._town(n, *centres[n % COUNTRIES]) for n in range(TOWNS)]
        self._weights = list(accumulate(1 / (n + 10) for n in range(TOWNS)))
        self._name_weights = list(accumulate(1 / (n + 1000) for n in range(NAMES)))

    def _name(self) -> str:
        parts = (
            "ba",
            "kor",
            "len",
            "mi",
            "tash",
            "ur",
            "vel",
            "sa",
            "dri",
            "on",
            "gha",
            "ni",
            "pel",
            "ro",
            "zim",
            "eth",
        )
        return "".join(self._draw.choice(parts) for _ in range(self._draw.randint(3, 5)))

    def _town(self, number: int, lat: float, lon: float) -> Place:
        spread = self._draw.gauss
        at = (max(-85.0, min(85.0, lat + spread(0, 3))), (lon + spread(0, 4) + 180) % 360 - 180)
        return Place(f"Town {number}", PlaceKind.SETTLEMENT, f"{number % COUNTRIES:02}", *at, 8.0, f"made:{number}")

    def happenings(self) -> Iterator[tuple[Happening, int]]:
        """Incidents without end, each with the number of reports that tell of it."""
        draw, number = self._draw, 0
        while True:
            town = draw.choices(self._towns, cum_weights=self._weights)[0]
            words = tuple(draw.choices(self._names, cum_weights=self._name_weights, k=8))
            killed = min(200, int(draw.paretovariate(0.9)) - 1)
            told = draw.choices(range(1, 13), OFTEN_TOLD)[0]
            yield Happening(number, draw.randrange(DAYS), town, draw.choice(TYPES), killed, words), told
            number += 1

    def telling(self, happening: Happening, copy: int) -> tuple[Mention, Report]:
        """One report's telling of an incident."""
        draw = self._draw
        lag = draw.choice((0, 0, 0, 1, 1, 2, 3)) if draw.random() < 0.95 else draw.randrange(20, 400)
        published = START + timedelta(happening.day + lag)
        particular = [word.capitalize() for word in happening.words if draw.random() < 0.65]
        own = draw.choices(self._names, cum_weights=self._name_weights, k=6)
        filler = draw.choices(self._common, k=40)
        listed = [*particular, *own, *filler]
        draw.shuffle(listed)
        text = " ".join(listed) + "."
        report = Report(f"r{happening.number}-{copy}", text, " ".join(particular[:4]) or None, None, published)
        span = Span.of(text, 0, len(text))
        killed = happening.killed if draw.random() < 0.7 else max(0, happening.killed + draw.randint(-2, 3))
        when, where = self._when(happening, lag), self._where(happening)
        mention = Mention(
            "",
            report.id,
            span,
            Stated(happening.kind if draw.random() < 0.85 else draw.choice(TYPES), span),
            when=Stated(when, span) if when else None,
            where=Stated(where, span) if where else None,
            claims=(Claim(About.KILLED, Stance.ASSERTS, span, low=killed, high=killed),) if draw.random() < 0.8 else (),
        )
        return mention.with_id(), report

    def _when(self, happening: Happening, lag: int) -> Interval | None:
        day, luck = START + timedelta(happening.day), self._draw.random()
        if luck < 0.85:
            return Interval(day, day)
        if luck < 0.92:
            return Interval(day - timedelta(1), day)
        if luck < 0.96:
            return Interval(
                day - timedelta(self._draw.randrange(20)), day + timedelta(min(lag, self._draw.randrange(9)))
            )
        return None

    def _where(self, happening: Happening) -> Place | None:
        luck, town = self._draw.random(), happening.town
        if luck < 0.85:
            return town
        if luck < 0.95:
            off = (town.lat + self._draw.gauss(0, 0.2), town.lon + self._draw.gauss(0, 0.2))
            return replace(town, name="a province", kind=PlaceKind.PROVINCE, lat=off[0], lon=off[1], radius_km=90.0)
        return None


def batches(world: World, most: int) -> Iterator[tuple[list[Mention], dict[str, Report], dict[str, str]]]:
    """Batches of mentions with their reports and the truth; reports of one incident come in different batches."""
    waiting: list[tuple[Happening, int]] = []
    made, source, draw = 0, world.happenings(), random.Random(most)  # noqa: S311 (nothing secret)
    while made < most:
        mentions: list[Mention] = []
        reports: dict[str, Report] = {}
        truth: dict[str, str] = {}
        while len(mentions) < min(BATCH, most - made):
            if waiting and draw.random() < 0.7:
                place = draw.randrange(len(waiting))
                waiting[place], waiting[-1] = waiting[-1], waiting[place]
                happening, left = waiting.pop()
            else:
                happening, left = next(source)
            mention, report = world.telling(happening, left)
            mentions.append(mention)
            reports[report.id] = report
            truth[mention.id] = str(happening.number)
            if left > 1:
                waiting.append((happening, left - 1))
        made += len(mentions)
        yield mentions, reports, truth


def kept(linker: Linker, truth: Mapping[str, str], sample: Sequence[str]) -> tuple[int, int]:
    """Of the true pairs within the incidents of a sample of mentions: how many meet, and how many there are."""
    chosen = {truth[mention] for mention in sample}
    groups: dict[str, list[str]] = {}
    for mention, incident in truth.items():
        if incident in chosen:
            groups.setdefault(incident, []).append(mention)
    met = linker.met([mention for group in groups.values() for mention in group])
    pairs = [pair for group in groups.values() for pair in combinations(sorted(group), 2)]
    return sum(pair in met for pair in pairs), len(pairs)


def run(size: int, seed: int, more: int) -> float:
    """Links `size` mentions, prints one line, gives the seconds it took."""
    linker, truth, seconds = Linker(), dict[str, str](), 0.0
    source = batches(World(seed), size + more)
    for mentions, reports, true in source:
        rest = size - len(linker)
        begun = time.process_time()
        linker.add(mentions[:rest], reports)
        seconds += time.process_time() - begun
        truth.update(true)
        if len(linker) >= size:
            break
    begun = time.process_time()
    named = linker.named()
    seconds += time.process_time() - begun
    home = {mention: one.id for one in named for mention in one.mentions}
    found = figures({m: truth[m] for m in home}, home)
    draw = random.Random(seed)  # noqa: S311 (nothing secret)
    met, pairs = kept(linker, {m: truth[m] for m in home}, draw.sample(sorted(home), min(size, SAMPLE) // 4))
    left = [(m, reports) for m in mentions[rest:]] + [(m, r) for ms, r, _ in source for m in ms]
    begun = time.process_time()
    linker.add([m for m, _ in left][:more], {k: v for _, r in left for k, v in r.items()})
    adding = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(
        f"{size:9,} mentions  {seconds:8.1f} s of one core  peak {peak:.2f} GB  {len(named):,} incidents"
        f"  blocking keeps {met / pairs:.4f} of {pairs:,} true pairs  b3 F1 {found['b3 F1']:.3f}"
        f"  over-merged {found['over-merged']:.3f}  adding {more:,}: {adding:.2f} s",
        flush=True,
    )
    return seconds


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--add", type=int, default=1_000, help="mentions to add at the end")
    arguments = parser.parse_args()
    print("seed", arguments.seed)
    took = [(size, run(size, arguments.seed, arguments.add)) for size in arguments.sizes]
    spans = list(pairwise(took)) + ([(took[0], took[-1])] if len(took) > 2 else [])
    for (one, first), (two, second) in spans:
        found, wanted = (log(ratio) / log(two / one) for ratio in (second / first, two * log(two) / (one * log(one))))
        print(f"exponent from {one:,} to {two:,}: {found:.3f}; that of n log n: {wanted:.3f}")
