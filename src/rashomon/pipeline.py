"""The whole way of the data on one screen: reports in, a ledger of sourced claims out.

read:  Report -> Reading                      what one report tells
build: reports -> ledger                      each report with its reading, then
relink: ledger -> incidents, accounts         joined across reports, set side by side, counted by origin
decide: judgement or review -> ledger         with the incidents that it touches
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rashomon import extract, when, where, who
from rashomon.errors import BadInput
from rashomon.executing import Executor, Stages, in_process
from rashomon.keeping import Decided, Keeper
from rashomon.ledger import Addition, Ledger
from rashomon.records import Judgement, Parse, Reading, Report, Review

READER = "rules 0.5.0"  # changes with every change of what is read, so that a ledger knows what to read anew

Progress = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. added, revised, known: reports; incidents: how many the ledger holds now.

    refused: the ids of reports that the ledger would not take, each with the reason; the others went in.
    """

    added: int
    revised: int
    known: int
    incidents: int
    refused: tuple[tuple[str, str], ...] = ()


def read(report: Report) -> Reading:
    """What one report tells: its mentions of incidents and its counted series, every value with its words.

    Example: `read(Report(id="r1", text="A drone strike killed six in Al-Qaim on Sunday, police said.",
    published=date(2019, 8, 26)))` gives one mention with one claim, whose speaker is "police".
    """
    return READ(report)


def parsed(reports: Sequence[Report]) -> list[Parse | None]:
    """The reports' texts parsed; None for one that cannot tell of an incident, which is seen before."""
    possible = [extract.may_tell_of_an_incident(report.text) for report in reports]
    parses = iter(extract.parse_all([(one.text, one.title) for one, may in zip(reports, possible, strict=True) if may]))
    return [next(parses) if may else None for may in possible]


def read_parsed(report: Report, parse: Parse | None) -> Reading:
    """`read` for a report whose text is parsed already."""
    if parse is None:
        return Reading(report.id, report.digest, READER)
    findings = findings_of(report, parse)
    mentions = extract.mentions_of(findings)
    series = extract.find_series(
        report.id, parse, findings.events, findings.times, findings.attributions, findings.places
    )
    return Reading(report.id, report.digest, READER, mentions, series)


READ = Stages(parsed, read_parsed)


def findings_of(report: Report, parse: Parse) -> extract.Findings:
    """All that is found in a report before it is told apart into incidents."""
    narrowed = None if report.published else when.narrow(report.text)
    if narrowed is not None:
        times = when.find_times_narrowed(report.text, narrowed)
    else:
        times = when.find_times(report.text, report.published)
    places = where.find_places(parse)
    return extract.gather(report, parse, times, places, who.find_actors(parse, places=places))


def build(
    reports: Iterable[Report], ledger: Ledger, progress: Progress | None = None, *, executor: Executor = in_process
) -> BuildResult:
    """Adds each new report with its reading to the ledger, then joins and reconciles what the ledger holds.

    Running it again adds only what is new. progress: called after each report with the count so far and its id.
    executor: where reports are read. A build that was interrupted leaves every report that was added whole, and a
    second run completes it.
    """
    counts: Counter[Addition] = Counter()
    refused: list[tuple[str, str]] = []

    def done(report: Report) -> None:
        if progress:
            progress(counts.total() + len(refused), report.id)

    def new() -> Iterator[Report]:
        for report in reports:
            if ledger.has(report.digest):
                counts[Addition.KNOWN] += 1
                done(report)
            else:
                yield report

    for outcome in chain(executor(READ, new()), executor(READ, ledger.unread(READER))):
        reread = ledger.has(outcome.report.digest)
        try:
            if outcome.reading is None:
                raise BadInput(outcome.failed)
            addition = ledger.add_read(outcome.report, outcome.reading)
            counts[addition] += not reread
        except BadInput as error:  # a withdrawn report, text that no database can hold, or that no reader can read
            refused.append((outcome.report.id, str(error)))
        done(outcome.report)
    incidents = relink(ledger)
    added, revised, known = (counts[one] for one in (Addition.ADDED, Addition.REVISED, Addition.KNOWN))
    return BuildResult(added, revised, known, incidents, tuple(refused))


def relink(ledger: Ledger, *, anew: bool = False) -> int:
    """Joins the ledger's mentions into incidents under its judgements, reconciles each; gives how many there are.

    anew: also where no entry came in since it was done.
    """
    return Keeper(ledger).follow(anew=anew) if anew or ledger.stale() else len(ledger.incidents())


def decide(
    ledger: Ledger, decision: Judgement | Review, *, seen: int | None = None, keeper: Keeper | None = None
) -> Decided:
    """Adds what somebody decided, and brings the incidents to it: those that it touches, no others.

    seen: the newest entry's number when the analyst looked; raises Overtaken where somebody decided on the same since.
    keeper: the ledger's, which a process that goes on holds (`Keeper(ledger)`); without it a judgement links all anew.
    """
    return (keeper or Keeper(ledger)).decide(decision, seen=seen)
