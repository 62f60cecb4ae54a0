"""All that is found in one report before it is told apart into incidents."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.attribution import Attribution, find_attributions
from rashomon.extract.blame import Blame, find_blame
from rashomon.extract.events import EventWord, find_events
from rashomon.extract.splitting import Unit, units
from rashomon.extract.tolls import Toll, find_tolls
from rashomon.records import ActorExpression, Parse, PlaceExpression, Report, TimeExpression


@dataclass(frozen=True, slots=True)
class Findings:
    """A report's parse with every expression and candidate claim in it, each sequence in the order of the text.

    saying: the tokens of reporting verbs and other cues of speech.
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
    saying: frozenset[int]


def gather(
    report: Report,
    parse: Parse,
    times: Sequence[TimeExpression],
    places: Sequence[PlaceExpression],
    actors: Sequence[ActorExpression],
) -> Findings:
    """What the report holds, found by each reader on its own."""
    events = find_events(parse)
    tolls = find_tolls(parse)
    blames = find_blame(parse, actors)
    attributions = find_attributions(parse, report.outlet)
    saying = frozenset(t.i for a in attributions for t in parse.tokens_in(a.cue.start, a.cue.end))
    found = units(parse, events, tolls, blames, times, places, saying)
    return Findings(report, parse, times, places, actors, events, tolls, blames, attributions, found, saying)
