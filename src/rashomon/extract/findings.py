"""All that is found in one report before it is told apart into incidents."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.attribution import Attribution, find_attributions
from rashomon.extract.blame import Blame, find_blame
from rashomon.extract.events import EventWord, find_events
from rashomon.extract.splitting import Said, Unit, units
from rashomon.extract.tolls import Scope, Toll, claims_of, every_toll
from rashomon.records import ActorExpression, Parse, PlaceExpression, Report, TimeExpression


@dataclass(frozen=True, slots=True)
class Findings:
    """A report's parse with every expression and candidate claim in it, each sequence in the order of the text.

    said: which times and places are those of a saying.
    """

    report: Report
    parse: Parse
    times: Sequence[TimeExpression]
    places: Sequence[PlaceExpression]
    actors: Sequence[ActorExpression]
    events: Sequence[EventWord]
    tolls: Sequence[Toll]
    blames: Sequence[Blame]
    attributions: Sequence[Attribution]
    units: Sequence[Unit]
    said: Said


def gather(
    report: Report,
    parse: Parse,
    times: Sequence[TimeExpression],
    places: Sequence[PlaceExpression],
    actors: Sequence[ActorExpression],
) -> Findings:
    """What the report holds, found by each reader on its own."""
    events = find_events(parse)
    every = every_toll(parse)
    tolls = claims_of(every)
    blames = find_blame(parse, actors)
    attributions = find_attributions(parse, report.outlet)
    saying = frozenset(t.i for a in attributions for t in parse.tokens_in(a.cue.start, a.cue.end))
    claimed = {toll.cue for toll in tolls}
    asides = {toll.cue: _aside(toll) for toll in every if toll.cue not in claimed}
    speakers = tuple(speaker.span for a in attributions for speaker in a.speakers)
    said = Said(saying, frozenset(e.token for e in events), speakers)
    found = units(parse, events, tolls, blames, times, places, said, asides)
    return Findings(report, parse, times, places, actors, events, tolls, blames, attributions, found, said)


def _aside(toll: Toll) -> str:
    """Why a figure is no claim on one incident."""
    if toll.scope is Scope.SEVERAL:
        return "several"
    return "unreal" if toll.unreal else "combined" if toll.combined else "repeats" if toll.repeats else "unlikely"
