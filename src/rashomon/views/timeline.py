"""What was known when: one incident by the days on which its reports were published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rashomon.records import About, Claim, Reconciled, Report, Stance, Voiced
from rashomon.views.incident import Told, by_words


@dataclass(frozen=True, slots=True)
class Day:
    """What one day's reports brought. day: None for reports of no known day, which stand last.

    new: claims that no earlier day's report made, by what they say and their nearest speaker, each with the reports of
    this day that carry it. killed: the least and the most that anybody had asserted by then, over whole tolls; None
    where nobody had.
    """

    day: date | None
    reports: tuple[Report, ...]
    new: tuple[tuple[Claim, tuple[Voiced, ...]], ...]
    killed: tuple[int | None, int | None]


def timeline(reconciled: Reconciled, told: Iterable[Told]) -> tuple[Day, ...]:
    """The days in order. told: the incident's mentions with their reports (`IncidentInFull.told`)."""
    reports = {one.report.id: one.report for one in told}
    voiced = [one for account in reconciled.accounts for one in account.voiced]
    days = sorted({report.published for report in reports.values()}, key=lambda day: (day is None, day or date.max))
    known: set[tuple[object, ...]] = set()
    dead: list[Claim] = []
    found = []
    for day in days:
        todays = sorted((r for r in reports.values() if r.published == day), key=lambda r: (r.outlet or "", r.id))
        ids = {report.id for report in todays}
        said = by_words([one for one in voiced if one.report in ids])
        new = [(one.claim, same) for one, same in said if _what(one.claim) not in known]
        first = {_what(pair[0]): pair for pair in reversed(new)}
        known |= set(first)
        dead += [one.claim for one, _ in said if _counts(one.claim)]
        kept = tuple(pair for pair in new if first[_what(pair[0])] is pair)  # one wording of what is said is enough
        found.append(Day(day, tuple(todays), kept, _spread(dead)))
    return tuple(found)


def _what(claim: Claim) -> tuple[object, ...]:
    speaker = claim.speakers[0].name.casefold() if claim.speakers else ""
    actor = claim.actor.value if claim.actor else ""
    return (claim.about, claim.stance, claim.low, claim.high, claim.part, actor, speaker)


def _counts(claim: Claim) -> bool:
    return claim.about is About.KILLED and claim.stance is not Stance.DENIES and not claim.part


def _spread(dead: list[Claim]) -> tuple[int | None, int | None]:
    figures = [figure for claim in dead for figure in (claim.low, claim.high) if figure is not None]
    return (min(figures), max(figures)) if figures else (None, None)
