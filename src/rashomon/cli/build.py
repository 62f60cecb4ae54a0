"""`rashomon build`: reports into the ledger."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli import screen
from rashomon.cli.options import LedgerOption, as_day
from rashomon.cli.screen import counted
from rashomon.cli.status import INTERRUPTED, PASSED_OVER, USAGE
from rashomon.settings import ledger_location

if TYPE_CHECKING:
    from rich.progress import Progress

    from rashomon.executing import Executor
    from rashomon.ingest import Ingested, Rejection
    from rashomon.pipeline import BuildResult
    from rashomon.records import Report

MOST_WORKERS = 8  # processes, unless more are asked for
WORTH_WORKERS = 200  # reports from which several processes are worth their start


def build(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    published: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="The day of those reports that state none; their “Sunday” is counted from it."
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Processes that read. Default: as many as cores, at most 8; 1 for few reports."),
    ] = None,
    ray: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Read on a Ray cluster: ray://head:10001, auto, or local to start one."),
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """Reads reports into the ledger and joins them into incidents.

    Takes plain text (with an optional header of title:, outlet:, published:, url: lines), JSON lines of the desk,
    JSON files of news crawlers, and saved web pages. Running it again adds only what is new. Input that cannot be
    used is named, with what to do about it, and the rest goes on.

    **Examples**

        rashomon build examples/
        rashomon build crawl/*.json page.html --ledger 2019.db
        curl -s https://example.org/reports.jsonl | rashomon build -
        rashomon build note.txt --published 2024-05-14
        rashomon build crawl/ --workers 8
        rashomon build crawl/ --ledger postgresql://desk/ledger --ray auto

    Exit status: 0 all read; 1 some input was passed over; 2 nothing could be used.
    """
    from rashomon.ingest import ingest

    undated = as_day(published, "--published")
    stdin = typer.get_binary_stream("stdin") if "-" in paths else None
    today = datetime.now(UTC).date()
    run = _Run(ingest(paths, stdin, today=today, published=undated))
    first = next(run.reports(), None)
    if first is None:
        run.say_passed_over()
        _say("nothing to read: no report among what was given", err=True)
        raise typer.Exit(USAGE)
    location = ledger or ledger_location()
    result, name = _built(run, first, location, paths, _executor(workers, ray, paths))
    known = f", {result.known} known already" if result.known else ""
    revised = f", {result.revised} revised" if result.revised else ""
    holds = f"{name} holds {counted(result.incidents, 'incident')}"
    _say(f"{counted(result.added, 'report')} added{revised}{known}. {holds}.")
    for report_id, reason in result.refused:
        _say(f"{report_id}: passed over: {reason}", err=True)
    run.say_passed_over()
    if run.lost or result.refused:
        raise typer.Exit(PASSED_OVER)


@dataclass
class _Run:
    """The outcomes of ingesting, told on standard error as they come. lost: some input was not used."""

    outcomes: "Iterator[Ingested | Rejection]"
    progress: "Progress | None" = None
    passed_over: int = 0
    lost: bool = False
    _told: list[str] = field(default_factory=list)

    def reports(self) -> "Iterator[Report]":
        """The reports, one at a time; all else is told."""
        from rashomon.ingest import Rejection

        for outcome in self.outcomes:
            if isinstance(outcome, Rejection):
                self._tell(f"{outcome.source}: passed over: {outcome.sentence}")
                self.passed_over += not outcome.harmless
                self.lost = self.lost or not outcome.harmless
                continue
            for note in outcome.notes:
                self._tell(f"{outcome.source}: note: {note.sentence}")
                self.lost = self.lost or not note.harmless
            yield outcome.report

    def say_passed_over(self) -> None:
        """One line with how many inputs were passed over, where any was."""
        if self.passed_over:
            _say(f"{counted(self.passed_over, 'input')} passed over, each named above.", err=True)

    def _tell(self, sentence: str) -> None:
        _say(sentence, err=True)


def _executor(workers: int | None, ray: str | None, paths: list[str]) -> "Executor":
    from rashomon.executing import in_process, on_ray, pool
    from rashomon.ingest import estimate

    if ray is not None:
        return on_ray(None if ray == "local" else ray)
    if workers is None:
        # Each process loads the reader, some seconds and 400 MB: only a longer build is worth it.
        workers = min(os.cpu_count() or 1, MOST_WORKERS) if (estimate(paths) or 0) >= WORTH_WORKERS else 1
    return in_process if workers == 1 else pool(workers)


def _built(
    run: _Run, first: "Report", location: str, paths: list[str], executor: "Executor"
) -> "tuple[BuildResult, str]":
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from rashomon.ingest import estimate
    from rashomon.ledger import Ledger
    from rashomon.pipeline import build as build_ledger
    from rashomon.where import ensure_gazetteer

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    done = 0
    with (
        Ledger.open(location) as ledger,
        Progress(*columns, console=screen.err(), transient=True, disable=not screen.err().is_terminal) as bar,
    ):
        places = bar.add_task("Preparing place names, once", total=None)
        ensure_gazetteer(lambda done, total: bar.update(places, completed=done, total=total))
        bar.remove_task(places)
        task = bar.add_task("Reading", total=estimate(paths))

        def advance(number: int, _: str) -> None:
            nonlocal done
            done = number
            bar.update(task, completed=number)

        try:
            return build_ledger(chain([first], run.reports()), ledger, advance, executor=executor), ledger.name
        except KeyboardInterrupt:
            bar.stop()
            safe = f"{counted(done, 'report')} safely in {ledger.name}"
            _say(f"interrupted: {safe}; the same command goes on from there", err=True)
            raise typer.Exit(INTERRUPTED) from None


def _say(words: str, *, err: bool = False) -> None:
    console = screen.err() if err else screen.out()
    console.print(Text(screen.line(words)), soft_wrap=True)
