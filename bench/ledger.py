"""The ledger at scale: `python bench/ledger.py [--incidents N] [--database postgresql]`.

Makes incidents with about three claims each (two reports of two and one claim), loads them, and measures what a page
asks: a box and 90 days, an incident's page, words. The floor is a raw insert of the same entries, without a ledger.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from sqlalchemy import text

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Incident,
    Interval,
    Means,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Reconciled,
    Report,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
    Toll,
    Voiced,
)
from rashomon.views import overview

sys.path.insert(0, str(Path(__file__).parents[1]))  # for tests.cluster

SEED = 5
BATCH = 20_000  # incidents
FIRST, DAYS = date(1990, 1, 1), 13_000
_SYLLABLES = "al bar dan el far gor han ish jam kal lor mar nad om par qar ras sal tar um var wad yar zor".split()
_NAMES = ["".join(parts).capitalize() for parts in product(_SYLLABLES, repeat=3)]
_ACTORS = [f"Front {number}" for number in range(400)]


def main() -> None:
    """Load, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=20_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--ledger", help="keep it in this file or database, and load nothing where it is there already")
    parser.add_argument("--asks", type=int, default=300, help="how often each question is asked")
    asked = parser.parse_args()
    with ExitStack() as stack:
        location = asked.ledger or place(asked.database, stack)
        print(f"{asked.incidents:,} incidents, {asked.database}, seed {SEED}", flush=True)
        with Ledger.open(location) as ledger:
            if ledger.head() is None:
                load(ledger, asked.incidents)
            if not ledger.folded().at:
                fold(ledger, asked.incidents)
            print(f"size: {size(ledger) / 1e6:,.0f} MB", flush=True)
            ask(ledger, asked.incidents, asked.asks)
            glance(ledger, asked.incidents, asked.asks)
        floor(asked.incidents)


def place(database: str, stack: ExitStack) -> str:
    """Where the ledger goes."""
    if database == "sqlite":
        return str(Path(stack.enter_context(tempfile.TemporaryDirectory(dir="/var/tmp"))) / "bench.db")
    from tests.cluster import running

    settings = ("shared_buffers=1GB", "max_wal_size=8GB", "work_mem=64MB", "maintenance_work_mem=512MB")
    return stack.enter_context(running(*settings)).create_database()


def name(draw: random.Random) -> str:
    """A made-up place name, one of some thousands."""
    return draw.choice(_NAMES)


def made(number: int) -> tuple[list[tuple[Report, Reading]], Reconciled]:
    """An incident, and the two reports that tell of it."""
    draw = random.Random(SEED * 1_000_000_007 + number)  # noqa: S311
    day = FIRST + timedelta(days=draw.randrange(DAYS))
    town = name(draw)
    where = Place(
        town,
        PlaceKind.SETTLEMENT,
        draw.choice(["XA", "XB", "XC"]),
        draw.uniform(-35, 55),
        draw.uniform(-90, 120),
        5.0,
        "made:1",
    )
    killed, actor, means = draw.randrange(1, 40), draw.choice(_ACTORS), draw.choice(list(Means))
    reports, mentions = [], []
    for half in range(2):
        speaker = f"a {draw.choice(['medic', 'witness', 'spokesman', 'minister'])} in {name(draw)}"
        words = f"a {means.value.replace('_', ' ')} attack killed {killed + half} people in {town}"
        body = f"In {town} {words}, {speaker} said. {actor} was blamed by {name(draw)}. " + " ".join(
            name(draw) for _ in range(60)
        )
        report = Report(
            f"r-{number:07}-{half}", body, f"Attack in {town}", f"Outlet {draw.randrange(200)}", day + timedelta(days=1)
        )
        mention = told(report, words, speaker, actor if half == 0 else None, killed + half, day, where, means)
        reports.append((report, Reading(report.id, report.digest, "bench 1", (mention,))))
        mentions.append(mention)
    return reports, reconciled(mentions)


def told(
    report: Report, words: str, speaker: str, actor: str | None, killed: int, day: date, where: Place, means: Means
) -> Mention:
    """The mention that a report holds."""

    def span(part: str) -> Span:
        start = report.text.index(part)
        return Span(start, start + len(part), part)

    claims = [
        Claim(About.KILLED, Stance.ASSERTS, span(words), (Speaker(span(speaker)),), killed, killed, span("people"))
    ]
    if actor:
        blamed = Stated(actor, span(actor))
        claims.append(Claim(About.PERPETRATOR, Stance.BLAMES, span(f"{actor} was blamed"), actor=blamed))
    kind = Stated(SubEventType.ATTACK, span("attack"))
    when, at = Stated(Interval(day, day), span("In "), "made"), Stated(where, span(where.name))
    return Mention(
        "", report.id, span(words), kind, (Stated(means, span("attack")),), when, None, at, (), tuple(claims)
    ).with_id()


def reconciled(mentions: list[Mention]) -> Reconciled:
    """The incident of these mentions."""
    voiced = [
        Voiced(claim, told.id, told.report, "Outlet", f"o-{told.id}") for told in mentions for claim in told.claims
    ]
    accounts = tuple(Account(one.claim.about, one.claim.span.quote, (one,), 1) for one in voiced)
    dead = [one.claim.low or 0 for one in voiced if one.claim.about is About.KILLED]
    toll = Toll(About.KILLED, min(dead), dead[0], max(dead), "least, first and most", 1)
    incident = Incident("i-" + mentions[0].id[2:], tuple(told.id for told in mentions))
    return Reconciled(incident, accounts, (toll,), (), 2, 2, 2)


def load(ledger: Ledger, count: int) -> None:
    """Put everything in, twenty thousand incidents a transaction, and print how fast."""
    making = took = busy = 0.0
    for first in range(0, count, BATCH):
        started = time.perf_counter()
        some = [made(number)[0] for number in range(first, min(first + BATCH, count))]
        began = time.perf_counter()
        making += began - started
        processor = time.process_time()
        with ledger.batch():
            for reports in some:
                for report, reading in reports:
                    ledger.add_read(report, reading)
        now = time.perf_counter() - began
        took += now
        busy += time.process_time() - processor
        if first // BATCH % 5 == 0:
            print(f"  {first + len(some):>9,}: {4 * len(some) / now:,.0f} entries a second", flush=True)
    rates = f"{4 * count / took:,.0f} a second, {4 * count / busy:,.0f} a second of processor time here"
    print(f"entries: {4 * count:,} in {took:,.0f} s: {rates}", flush=True)


def fold(ledger: Ledger, count: int) -> None:
    """Put the incidents in, in one transaction, and print how fast."""
    head = ledger.head()
    began, processor = time.perf_counter(), time.process_time()
    ledger.replace_incidents(Made(count), head.number if head else 0)
    took, busy = time.perf_counter() - began, time.process_time() - processor
    print(f"incidents: {count:,} in {took:,.0f} s, {busy:,.0f} s of processor time here", flush=True)
    if ledger._dialect.name == "postgresql":
        with ledger._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


class Made:
    """The incidents, made as they are asked for."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __iter__(self) -> Iterator[Reconciled]:
        return (made(number)[1] for number in range(self._count))


def size(ledger: Ledger) -> int:
    """Bytes on the disk."""
    if ledger._dialect.name == "sqlite":
        return sum(path.stat().st_size for path in Path(ledger.location).parent.iterdir())
    with ledger._engine.connect() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


def ask(ledger: Ledger, count: int, asks: int) -> None:
    """Ask each question with fresh values and print the median and the slowest of twenty."""
    draw = random.Random(SEED)  # noqa: S311
    some = [made(draw.randrange(count))[1] for _ in range(asks)]

    def box() -> object:
        south, west = draw.uniform(-35, 50), draw.uniform(-90, 115)
        day = FIRST + timedelta(days=draw.randrange(DAYS))
        return ledger.incidents(
            IncidentQuery(box=(south, west, south + 5, west + 5), since=day, until=day + timedelta(days=89), limit=50)
        )

    def near() -> object:
        day = FIRST + timedelta(days=draw.randrange(DAYS))
        point = (draw.uniform(-35, 50), draw.uniform(-90, 115), 250.0)
        return ledger.incidents(IncidentQuery(near=point, since=day, until=day + timedelta(days=89), limit=50))

    def days() -> object:
        day = FIRST + timedelta(days=draw.randrange(DAYS))
        return ledger.incidents(IncidentQuery(since=day, until=day + timedelta(days=89), limit=50))

    def page() -> object:
        found = draw.choice(some)
        row, whole = ledger.row(found.incident.id), ledger.incident(found.incident.id)
        reports = [ledger.report(voiced.report) for account in whole.accounts for voiced in account.voiced]
        return row, reports, ledger.mentions(whole.incident.mentions)

    questions: dict[str, Callable[[], object]] = {
        "box and 90 days": box,
        "250 km and 90 days": near,
        "90 days": days,
        "incident page (row, incident, mentions, reports)": page,
        "history": lambda: ledger.history(draw.choice(some).incident.id),
        "words, rare (a place)": lambda: ledger.incidents(IncidentQuery(text=name(draw), limit=50)),
        "words, in each (attack killed)": lambda: ledger.incidents(IncidentQuery(text="attack killed", limit=50)),
        "words, some (drone minister)": lambda: ledger.incidents(IncidentQuery(text="drone minister", limit=50)),
        "actor": lambda: ledger.incidents(IncidentQuery(actor=draw.choice(_ACTORS), limit=50)),
        "first page of all": lambda: ledger.incidents(IncidentQuery(limit=50)),
    }
    for what, question in questions.items():
        timed(what, question, asks)


def glance(ledger: Ledger, count: int, asks: int) -> None:
    """What a page with all incidents that fit takes, counted from memory; and after one of them changed."""
    began = time.perf_counter()
    ledger.select()
    print(f"columns read into memory: {time.perf_counter() - began:,.1f} s", flush=True)
    draw = random.Random(SEED)  # noqa: S311

    def box() -> object:
        south, west = draw.uniform(-35, 20), draw.uniform(-90, 85)
        shown = (south, west, south + 35, west + 35)
        return overview(ledger, IncidentQuery(box=shown, limit=50), zoom=5, box=shown)

    def several() -> object:
        since = FIRST + timedelta(days=draw.randrange(DAYS))
        asked = IncidentQuery(since=since, country=("XA", "XB"), means="drone", disputed=False, killed_min=3, limit=50)
        return overview(ledger, replace(asked, newest_first=True), zoom=3)

    def changed() -> object:
        found = made(draw.randrange(count))[1]
        ledger.update_incidents([found], [], ledger.folded().newest)
        return overview(ledger, IncidentQuery(limit=50))

    some = min(asks, 60)
    timed("overview of all", lambda: overview(ledger, IncidentQuery(limit=50)), some)
    timed("overview, box", box, some)
    timed("overview, several conditions", several, some)
    timed("overview, actor", lambda: overview(ledger, IncidentQuery(actor=draw.choice(_ACTORS), limit=50)), some)
    timed("overview, a rare word", lambda: overview(ledger, IncidentQuery(text=name(draw), limit=50)), some)
    timed("overview, a word in each, again", lambda: overview(ledger, IncidentQuery(text="killed", limit=50)), some)
    timed("a change and the overview of all", changed, some)


def timed(what: str, question: Callable[[], object], asks: int) -> None:
    """Ask, and print the median, the slowest of twenty, and the median of this process's processor time."""
    times, busy = [], []
    for _ in range(asks):
        began, processor = time.perf_counter(), time.process_time()
        question()
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - processor) * 1000)
        if sum(times) > 20_000:
            break
    times.sort()
    median, slow = statistics.median(times), times[int(len(times) * 0.95)]
    own = f"processor {statistics.median(busy):8.2f} ms"
    print(f"{what:50} median {median:8.2f} ms, 95% {slow:8.2f} ms, {own} ({len(times)} asked)", flush=True)


def floor(count: int) -> None:
    """What SQLite takes to insert as many rows of the same size, without hashes, folds or indexes."""
    import sqlite3

    rows = [(number, str(replace(made(number % 50)[0][0][1]))) for number in range(min(4 * count, 40_000))]
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        raw = sqlite3.connect(Path(folder) / "floor.db")
        raw.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, payload TEXT)")
        began = time.perf_counter()
        raw.executemany("INSERT INTO entry VALUES (?, ?)", rows)
        raw.commit()
        print(f"floor: raw insert, {len(rows) / (time.perf_counter() - began):,.0f} rows a second")
        raw.close()


if __name__ == "__main__":
    main()
