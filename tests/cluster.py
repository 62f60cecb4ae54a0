"""A PostgreSQL cluster of our own, in a temporary folder on a free port, stopped and removed at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

ROOT_RUNS_AS = "postgres"  # PostgreSQL refuses to run as root; Debian's package brings this user
_DEBIAN = Path("/usr/lib/postgresql")


class Cluster:
    """A running cluster. url: of its maintenance database."""

    def __init__(self, folder: Path, programs: Path, port: int) -> None:
        self._folder, self._programs, self._port = folder, programs, port
        self._databases = 0
        self.url = self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql://postgres@127.0.0.1:{self._port}/{database}"

    def start(self, *settings: str) -> None:
        """Start the server; settings: such as "fsync=off"."""
        chosen = " ".join(f"-c {setting}" for setting in (*settings, "listen_addresses=127.0.0.1"))
        options = f"-p {self._port} -k {self._folder} {chosen}"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-s", "-l", log, "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server; mode "immediate" is a crash: nothing is finished, nothing is written."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-s", "-m", mode, "stop")

    def create_database(self, like: str = "") -> str:
        """The URL of a new, empty database; or of a copy of the one at the URL `like`, which nobody may use then."""
        self._databases += 1
        name = f"ledger_{os.getpid()}_{self._databases}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {like.rpartition('/')[2] or 'template0'} ENCODING 'UTF8'")
        return self.url_of(name)

    def drop_database(self, url: str) -> None:
        """Drop a database, whoever is connected to it."""
        self._execute(f"DROP DATABASE IF EXISTS {url.rpartition('/')[2]} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement.encode())

    def initialise(self) -> None:
        """Make the cluster's files."""
        data = str(self._folder / "data")
        self._run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", ROOT_RUNS_AS, "--", *command]
        done = subprocess.run(  # noqa: S603 - our own commands
            command,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr or done.stdout}")


def programs() -> Path | None:
    """Where PostgreSQL's server programs are; None where it is not installed."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    beside = shutil.which("initdb")
    return Path(beside).parent if beside else None


@contextmanager
def running(*settings: str) -> Iterator[Cluster]:
    """A cluster for the time of a `with`; raises RuntimeError where PostgreSQL is not installed."""
    where = programs()
    if where is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="rashomon-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ROOT_RUNS_AS)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        cluster = Cluster(folder, where, port)
        cluster.initialise()
        cluster.start(*settings)
        try:
            yield cluster
        finally:
            if (folder / "data" / "postmaster.pid").exists():
                cluster.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
