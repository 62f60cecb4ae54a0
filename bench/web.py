"""The reading room at scale: `python bench/web.py [--incidents N] [--database postgresql] [--load]`.

Server time, through the whole application in one process: the overview with random filters, and an incident's page.
The floor beside the overview is the bare query of the list's first page with the same filters, beside the incident's
page the bare reading of its record. `--load` then lets readers and coders at a server on loopback, all at once, for a
bounded time, and counts every answer that is no success.
"""

import argparse
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parent))  # for ledger, where it is imported and not run
sys.path.insert(0, str(Path(__file__).parents[1]))  # for tests.cluster

from ledger import DAYS, FIRST, SEED, fold, load, made, name, place
from multiplying import multiply
from rashomon.ledger import Ledger
from rashomon.records import Means, SubEventType
from rashomon.web import Room, create_app
from rashomon.web.asked import Asked

TARGETS = {"overview": 300.0, "incident": 100.0}  # milliseconds, of which 95 of 100 must stay below
READERS, CODERS, MOST = 50, 2, 20_000  # at most so many answers


def main() -> None:
    """Load, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=20_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--ledger", help="a ledger that `bench/ledger.py` filled, in place of a new one")
    parser.add_argument("--loaded", type=int, help="load only so many, and multiply their tables (`multiplying`)")
    parser.add_argument("--asks", type=int, default=200)
    parser.add_argument("--load", action="store_true", help="readers and coders at once")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they stay")
    asked = parser.parse_args()
    with ExitStack() as stack:
        location = asked.ledger or place(asked.database, stack)
        ledger = stack.enter_context(Ledger.open(location))
        busy = os.getloadavg()[0] / (os.cpu_count() or 1)
        print(f"{asked.incidents:,} incidents, {asked.database}, seed {SEED}, load {busy:.1f} a core", flush=True)
        if not ledger.head():
            load(ledger, asked.loaded or asked.incidents)
            fold(ledger, asked.loaded or asked.incidents)
        if asked.loaded:
            took = clock(lambda: multiply(ledger, asked.incidents, SEED, FIRST, DAYS))
            print(f"the tables of {asked.loaded:,} multiplied in {took / 1000:,.0f} s", flush=True)
        room = Room(ledger, "bench")
        measure(room, asked.loaded or asked.incidents, asked.asks)
        if asked.load:
            crowd(room, asked.loaded or asked.incidents, asked.seconds)


def filters(draw: random.Random) -> dict[str, str]:
    """What somebody may ask: mostly one or two conditions, sometimes none."""

    def days() -> dict[str, str]:
        first = FIRST + timedelta(days=draw.randrange(DAYS))
        return {"since": f"{first}", "until": f"{first + timedelta(days=draw.choice([30, 365, 3650]))}"}

    def box() -> dict[str, str]:
        south, west, side = draw.uniform(-35, 40), draw.uniform(-90, 100), draw.choice([2, 10, 20])
        return {"box": f"{south:.3f},{west:.3f},{south + side / 2:.3f},{west + side:.3f}"}

    parts: list[Callable[[], dict[str, str]]] = [
        days,
        box,
        lambda: {"country": draw.choice(["XA", "XB", "XC"])},
        lambda: {"type": draw.choice([SubEventType.ATTACK.value, SubEventType.ARMED_CLASH.value])},
        lambda: {"means": draw.choice(list(Means)).value},
        lambda: {"actor": f"Front {draw.randrange(400)}"},
        lambda: {"killed_min": str(draw.randrange(40))},
        lambda: {draw.choice(["disputed", "single_origin"]): "yes"},
        lambda: {"text": draw.choice([name(draw), "drone minister", "attack killed"])},
    ]
    asked: dict[str, str] = {}
    for part in draw.sample(parts, draw.choice([0, 1, 1, 2, 2, 3])):
        asked |= part()
    return asked


def measure(room: Room, incidents: int, asks: int) -> None:
    """The two pages beside their floors."""
    draw = random.Random(SEED)  # noqa: S311
    client = TestClient(create_app(room), base_url="http://127.0.0.1")
    took = clock(lambda: client.get("/"))
    print(f"the first overview, which reads the columns: {took:,.0f} ms", flush=True)
    some = [filters(draw) for _ in range(asks)]
    ids = [made(draw.randrange(incidents))[1].incident.id for _ in range(asks)]
    pages = iter(some)
    told("overview, random filters", asks, lambda: answered(client, "/", next(pages)), TARGETS["overview"])
    rows = iter(some)
    told("  floor: the list's query alone", asks, lambda: room.ledger.incidents(Asked.of(next(rows)).query))
    each = iter(ids)
    told("incident page", asks, lambda: answered(client, f"/incidents/{next(each)}", {}), TARGETS["incident"])
    again = iter(ids)
    told("  floor: the record alone", asks, lambda: room.ledger.incident(next(again)))


def answered(client: TestClient, path: str, asked: dict[str, str]) -> None:
    """Asks; raises AssertionError for anything but a page."""
    answer = client.get(path, params=asked)
    assert answer.status_code == 200, (path, asked, answer.status_code)


def clock(question: Callable[[], object]) -> float:
    """How many milliseconds it takes."""
    began = time.perf_counter()
    question()
    return (time.perf_counter() - began) * 1000


def told(what: str, asks: int, question: Callable[[], object], target: float | None = None) -> None:
    """Asks again and again; prints the median, the 95th percentile, and whether the target is met.

    Beside it stands the processor's time, which says what the figure would be on a machine with nothing else to do.
    """
    times, worked = [], []
    for _ in range(asks):
        began = time.process_time()
        times.append(clock(question))
        worked.append((time.process_time() - began) * 1000)
    median, slow = _middle(times)
    verdict = "" if target is None else f"   target {target:.0f} ms: {'met' if slow < target else 'MISSED'}"
    print(
        f"{what:36} median {median:7.1f} ms, 95% {slow:7.1f} ms; "
        "processor {:7.1f} and {:7.1f} ms ({} asked){}".format(*_middle(worked), asks, verdict),
        flush=True,
    )


def _middle(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    times = sorted(times)
    return times[len(times) // 2], times[int(len(times) * 0.95)]


@contextmanager
def served(room: Room) -> Iterator[str]:
    """The address of a server on loopback, in a thread of its own."""
    server = uvicorn.Server(uvicorn.Config(create_app(room), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


class Tally:
    """What the crowd met. Several threads may write."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.answers: Counter[str] = Counter()
        self.times: dict[str, list[float]] = {"reader": [], "coder": []}

    def add(self, who: str, took: float, outcome: str) -> None:
        """One answer: "ok", or what it was instead."""
        with self.lock:
            self.answers[outcome] += 1
            self.times[who].append(took)


def crowd(room: Room, incidents: int, seconds: float) -> None:
    """Readers and coders at once; prints how many answers there were, and every one that was no success."""
    took = clock(lambda: decided(room, made(0)[1].incident.mentions, "same"))
    print(f"the first decision, which links all once: {took:,.0f} ms", flush=True)
    tally, numbers = Tally(), count()
    with served(room) as address:
        ends = time.monotonic() + seconds
        going = lambda: time.monotonic() < ends and next(numbers) < MOST  # noqa: E731
        threads = [
            threading.Thread(target=read, args=(address, seed, incidents, tally, going)) for seed in range(READERS)
        ]
        threads += [threading.Thread(target=code, args=(address, room, seed, tally, going)) for seed in range(CODERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for who, times in tally.times.items():
        times.sort()
        print(
            f"{who:8} {len(times):6,} answers, median {times[len(times) // 2]:8.1f} ms, "
            f"95% {times[int(len(times) * 0.95)]:8.1f} ms",
            flush=True,
        )
    wrong = {outcome: times for outcome, times in tally.answers.items() if outcome != "ok"}
    print(f"{READERS} readers and {CODERS} coders, {seconds:.0f} s: {wrong or 'not one error'}", flush=True)


def decided(room: Room, mentions: tuple[str, ...], verdict: str) -> None:
    """One decision without a browser, so that the keeper has linked before the crowd comes."""
    client = TestClient(create_app(room), base_url="http://127.0.0.1")
    assert sent(client, room, mentions, verdict) == 303


def sent(client: Any, room: Room, mentions: tuple[str, ...], verdict: str) -> int:
    """The status of a judgement on two mentions, sent as a form is."""
    if "rashomon_form" not in client.cookies:
        client.get("/")
    form = {"left": mentions[0], "right": mentions[1], "verdict": verdict, "seen": str(room.head), "why": "bench"}
    form["token"] = client.cookies["rashomon_form"]
    return int(client.post("/judgements", data=form, follow_redirects=False).status_code)


def read(address: str, seed: int, incidents: int, tally: Tally, going: Callable[[], bool]) -> None:
    """One reader: overviews and incidents, one after another."""
    draw = random.Random(seed)  # noqa: S311
    with httpx.Client(base_url=address, timeout=60) as client:
        while going():
            overview = draw.random() < 0.5
            path = "/" if overview else f"/incidents/{made(draw.randrange(incidents))[1].incident.id}"
            began = time.perf_counter()
            answer = client.get(path, params=filters(draw) if overview else {}, follow_redirects=True)
            outcome = "ok" if answer.status_code == 200 else f"{answer.status_code} {answer.request.url}"
            tally.add("reader", (time.perf_counter() - began) * 1000, outcome)
            time.sleep(draw.uniform(0.2, 1.0))  # nobody reads faster than this


def code(address: str, room: Room, seed: int, tally: Tally, going: Callable[[], bool]) -> None:
    """One coder: decides on pairs of his own and takes each back."""
    with httpx.Client(base_url=address, timeout=60) as client:
        for number in count(1 + seed, CODERS):
            for verdict in ("same", "undo"):
                if not going():
                    return
                began = time.perf_counter()
                status = sent(client, room, made(number)[1].incident.mentions, verdict)
                tally.add(
                    "coder", (time.perf_counter() - began) * 1000, "ok" if status == 303 else f"{status} judgement"
                )
                time.sleep(0.5)


if __name__ == "__main__":
    main()
