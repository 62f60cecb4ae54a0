"""Kills processes that work on a ledger, at random moments, and looks for what was lost.

What must hold after each kill: every acknowledged entry and report is there; a report and its reading, which go in
together, are both there; `verify` finds nothing; and the next processes go on with the same ledger.
"""

import os
import random
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from itertools import zip_longest
from pathlib import Path
from typing import NoReturn

from tests.torture.workload import work_until_killed

from rashomon.ledger import Ledger
from rashomon.records import EntryKind

_LONGEST_START_S = 0.3  # a process that is killed while it starts lives between nothing and this
_MOST_ACKNOWLEDGED = 15  # else it is killed after up to so many acknowledgements
_LONGEST_AFTER_S = 0.04  # and so much more, which is as long as most calls take


@dataclass
class Tally:
    """What was done and what was found; all but the first four must be 0."""

    kills: int = 0
    acknowledged: int = 0
    entries: int = 0  # in the ledgers at the end of each
    unavailable: int = 0  # times a process was told that the ledger cannot be written
    lost: int = 0
    torn: int = 0
    faults: int = 0
    broken: int = 0  # processes that ended by an error of their own
    notes: list[str] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """True where nothing that must not be was found."""
        return not (self.lost or self.torn or self.faults or self.broken)

    def __str__(self) -> str:
        counts = [f"{one.name} {getattr(self, one.name)}" for one in fields(self) if one.name != "notes"]
        return ", ".join(counts)


@dataclass(frozen=True, slots=True)
class Child:
    """A process at work, where its lines come from, and what came so far."""

    pid: int
    pipe: int
    heard: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """All that it told, after its end."""
        while self.hear():
            pass
        os.close(self.pipe)
        return "".join(self.heard).splitlines()

    def hear(self) -> str:
        """Wait for what it tells next; empty at its end."""
        told = os.read(self.pipe, 65_536).decode(errors="replace")
        self.heard.append(told)
        return told


def start(location: str, seed: int, before: Callable[[], None] | None = None) -> Child:
    """Fork a process that works on the ledger; before: called in it first, to limit it."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        _live(location, seed, writes, before)
    os.close(writes)
    return Child(pid, reads)


def _live(location: str, seed: int, pipe: int, before: Callable[[], None] | None) -> NoReturn:
    # A forked child must never return into the parent's code, whatever happens.
    try:
        if before:
            before()
        work_until_killed(location, seed, pipe)
    except BaseException:  # noqa: BLE001 - the last edge of the process: told to the parent, which counts it
        os.write(pipe, ("X " + traceback.format_exc().replace("\n", " | ") + "\n").encode())
    finally:
        os._exit(0)


def kill_round(location: str, draw: random.Random, tally: Tally, acknowledged: set[str], at_once: int = 1) -> None:
    """Let processes work, kill them at a random moment, and check the ledger."""
    children = [start(location, draw.randrange(2**32)) for _ in range(at_once)]
    wait_a_while(children, draw)
    for child in children:
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)
        tally.kills += 1
    gather(children, tally, acknowledged)
    check(location, tally, acknowledged)


def wait_a_while(children: Sequence[Child], draw: random.Random) -> None:
    """Until a random moment: of every four times once while they start, else while they work."""
    if draw.random() < 0.25:
        time.sleep(draw.uniform(0, _LONGEST_START_S))
        return
    wanted, first = draw.randrange(_MOST_ACKNOWLEDGED), children[0]
    while sum(told.count("E ") for told in first.heard) < wanted and first.hear():
        pass
    time.sleep(draw.uniform(0, _LONGEST_AFTER_S))


def gather(children: Sequence[Child], tally: Tally, acknowledged: set[str]) -> None:
    """Take in what the processes told."""
    for child in children:
        for line in child.lines():
            kind = line[:1]
            if kind in ("E", "R"):
                acknowledged.add(line)
                tally.acknowledged += 1
            elif kind == "U":
                tally.unavailable += 1
            elif kind:
                tally.broken += 1
                tally.notes.append(line)


def check(location: str, tally: Tally, acknowledged: set[str]) -> None:
    """Look for what was lost, torn or altered."""
    if "://" not in location and not Path(location).exists():
        tally.lost += len(acknowledged)
        return
    with Ledger.open(location) as ledger:
        entries = list(ledger.entries())
        there = {f"E {entry.number} {entry.digest}" for entry in entries}
        lost = [
            line for line in sorted(acknowledged) if line not in there and not (line[0] == "R" and ledger.has(line[2:]))
        ]
        tally.lost += len(lost)
        tally.notes += [f"lost: {line}" for line in lost[:3]]
        for entry, after in zip_longest(entries, entries[1:]):
            if entry and entry.kind in (EntryKind.REPORT_ADDED, EntryKind.REPORT_REVISED):
                whole = after is not None and after.kind is EntryKind.READING and after.subject == entry.subject
                tally.torn += not whole
        faults = ledger.verify()
        tally.faults += len(faults)
        tally.notes += [f"fault: {fault.sentence}" for fault in faults[:3]]


def count_entries(location: str) -> int:
    """How many entries a ledger holds; 0 where it was not even begun."""
    if "://" not in location and not Path(location).exists():
        return 0
    with Ledger.open(location) as ledger:
        head = ledger.head()
    return head.number if head else 0


def kill_many(kills: int, seed: int, new_location: Callable[[], str], tally: Tally, *, rounds: int = 25) -> None:
    """Kill at least so many processes; a new ledger every `rounds` rounds, so that its making is hit too."""
    draw = random.Random(seed)  # noqa: S311 - a draw to be repeated, not a secret
    goal = tally.kills + kills
    while tally.kills < goal:
        location, acknowledged = new_location(), set[str]()
        for _ in range(rounds):
            if tally.kills >= goal:
                break
            kill_round(location, draw, tally, acknowledged, at_once=draw.choice((1, 1, 3)))
        tally.entries += count_entries(location)
