"""`python -m tests.torture`: the long form of the fault harness, with a tally for each fault.

Kills on files and on PostgreSQL, full disks, and a server that dies or drops its connections mid-transaction.
Ends with status 1 where anything was lost, torn or altered. The seed is printed; the same seed draws the same work,
though not the same moments.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from tests.cluster import ROOT_RUNS_AS, Cluster, running
from tests.torture.harness import Child, Tally, check, count_entries, gather, kill_many, start

from rashomon.ledger import Ledger


def main() -> int:
    """Run all faults; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description="Kill rashomon's ledger in many ways and count what is lost.")
    parser.add_argument("--kills", type=int, default=500, help="kills on each database (default: 500)")
    parser.add_argument("--faults", type=int, default=20, help="rounds of every other fault (default: 20)")
    parser.add_argument("--seed", type=int, default=None, help="draw the same work again (default: by the clock)")
    parser.add_argument("--skip-postgresql", action="store_true", help="only files")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns() % 2**32
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="rashomon-torture-") as folder:
        places = (str(Path(folder) / f"{number}.db") for number in range(1_000_000))
        clean = report("killed, SQLite", lambda tally: kill_many(asked.kills, seed, lambda: next(places), tally))
        clean &= report("disk full, SQLite", lambda tally: fill_files(asked.faults, seed, lambda: next(places), tally))
        clean &= report("tmpfs full, SQLite", lambda tally: fill_small_disk(asked.faults, seed, tally))
    if not asked.skip_postgresql:
        with running("fsync=off") as cluster:  # the machine itself stays up: what is written is there
            made = cluster.create_database
            clean &= report("killed, PostgreSQL", lambda tally: kill_many(asked.kills, seed, made, tally))
            clean &= report("connections cut, PostgreSQL", lambda tally: cut_off(asked.faults, seed, cluster, tally))
            clean &= report("server crashed, PostgreSQL", lambda tally: crash(asked.faults, seed, cluster, tally))
            clean &= report("disk full, PostgreSQL", lambda tally: fill_server(asked.faults // 4, seed, cluster, tally))
    print("nothing was lost" if clean else "SOMETHING WAS LOST")
    return 0 if clean else 1


def report(name: str, fault: Callable[[Tally], None]) -> bool:
    """Run a fault and print its tally; True where it is clean."""
    tally, began = Tally(), time.monotonic()
    fault(tally)
    print(f"{name + ':':30}{tally}, {time.monotonic() - began:.0f} s", flush=True)
    for note in tally.notes[:20]:
        print(f"    {note}", flush=True)
    return tally.clean


def fill_files(rounds: int, seed: int, new_location: Callable[[], str], tally: Tally) -> None:
    """No file may grow past a limit that each round draws anew; afterwards there is room, and the work goes on."""
    draw = random.Random(seed)  # noqa: S311
    for _ in range(rounds):
        location, most, acknowledged = new_location(), draw.randrange(100_000, 2_000_000), set[str]()

        def limit(most: int = most) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        run_to_end(location, draw, tally, acknowledged, limit)
        kill_many(2, draw.randrange(2**32), lambda kept=location: kept, tally, rounds=2)  # type: ignore[misc]
        check(location, tally, acknowledged)


def fill_small_disk(rounds: int, seed: int, tally: Tally) -> None:
    """A real file system of three megabytes; needs the right to mount one."""
    draw = random.Random(seed)  # noqa: S311
    with tempfile.TemporaryDirectory(prefix="rashomon-disk-") as folder:
        if not mounted(folder, "size=3m"):
            tally.notes.append("not run: no right to mount a small disk here")
            return
        try:
            for number in range(rounds):
                location, acknowledged = str(Path(folder) / f"{number}.db"), set[str]()
                run_to_end(location, draw, tally, acknowledged)
                check(location, tally, acknowledged)
                tally.entries += count_entries(location)
                for left in Path(folder).iterdir():
                    left.unlink()
        finally:
            subprocess.run(["umount", folder], check=True)  # noqa: S603, S607


def mounted(folder: str, options: str) -> bool:
    """True where a file system in memory could be mounted there."""
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
    return os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603


def run_to_end(
    location: str, draw: random.Random, tally: Tally, acknowledged: set[str], before: Callable[[], None] | None = None
) -> None:
    """Let a process work until it is told that it cannot."""
    child = start(location, draw.randrange(2**32), before)
    gather_alive([child], tally, acknowledged)


def gather_alive(children: list[Child], tally: Tally, acknowledged: set[str]) -> None:
    """Hear processes out, then take leave of them."""
    gather(children, tally, acknowledged)
    for child in children:
        os.waitpid(child.pid, 0)


def cut_off(rounds: int, seed: int, cluster: Cluster, tally: Tally) -> None:
    """The server ends the connections of three processes while they work."""
    draw = random.Random(seed)  # noqa: S311
    for _ in range(rounds):
        location, acknowledged = cluster.create_database(), set[str]()
        with working(location, draw, tally, acknowledged), admin(cluster) as run:
            time.sleep(draw.uniform(0.2, 1.0))
            name = location.rpartition("/")[2]
            for _ in range(5):
                run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")  # noqa: S608
                time.sleep(draw.uniform(0.05, 0.2))
        check(location, tally, acknowledged)
        tally.entries += count_entries(location)


def crash(rounds: int, seed: int, cluster: Cluster, tally: Tally) -> None:
    """The server dies, as by a power cut, while three processes work, and comes back."""
    draw = random.Random(seed)  # noqa: S311
    location, acknowledged = cluster.create_database(), set[str]()
    for _ in range(rounds):
        with working(location, draw, tally, acknowledged):
            time.sleep(draw.uniform(0.1, 1.0))
            cluster.stop("immediate")
        cluster.start("fsync=off")
        check(location, tally, acknowledged)
    tally.entries += count_entries(location)


def fill_server(rounds: int, seed: int, cluster: Cluster, tally: Tally) -> None:
    """The tables lie on a disk that fills up; needs the right to mount one."""
    draw = random.Random(seed)  # noqa: S311
    for number in range(rounds):
        with tempfile.TemporaryDirectory(prefix="rashomon-disk-") as folder:
            if not mounted(folder, "size=14m"):
                tally.notes.append("not run: no right to mount a small disk here")
                return
            shutil.chown(folder, ROOT_RUNS_AS)
            location, acknowledged = cluster.create_database(), set[str]()
            try:
                with admin(cluster) as run:
                    run(f"CREATE TABLESPACE small_{number} LOCATION '{folder}'")
                    run(f"ALTER DATABASE {location.rpartition('/')[2]} SET TABLESPACE small_{number}")
                run_to_end(location, draw, tally, acknowledged)
                # On a full disk the server takes no new connections: the keeper makes room first.
                subprocess.run(["mount", "-o", "remount,size=64m", folder], check=True)  # noqa: S603, S607
                check(location, tally, acknowledged)
                tally.entries += count_entries(location)
            finally:
                cluster.drop_database(location)
                with admin(cluster) as run:
                    run(f"DROP TABLESPACE IF EXISTS small_{number}")
                subprocess.run(["umount", folder], check=True)  # noqa: S603, S607


@contextmanager
def working(location: str, draw: random.Random, tally: Tally, acknowledged: set[str]) -> Iterator[None]:
    """Three processes at work, killed at the end where the fault has not ended them."""
    Ledger.open(location).close()
    children = [start(location, draw.randrange(2**32)) for _ in range(3)]
    yield
    for child in children:
        os.kill(child.pid, signal.SIGKILL)
        os.waitpid(child.pid, 0)
    gather(children, tally, acknowledged)


@contextmanager
def admin(cluster: Cluster) -> Iterator[Callable[[str], None]]:
    """Runs statements as the cluster's keeper."""
    engine = create_engine(cluster.url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            yield lambda statement: connection.execute(text(statement)).close()
    finally:
        engine.dispose()


if __name__ == "__main__":
    sys.exit(main())
