"""A small ledger made by hand, for the tests of all that reads a ledger: no parser, no linker."""

from collections.abc import Iterator
from datetime import date

import pytest

from rashomon.ledger import Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Contradiction,
    Incident,
    Interval,
    Join,
    Means,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Reason,
    Reconciled,
    Report,
    Series,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
    Toll,
    Verdict,
    Voiced,
)

RUNDU = Place("Rundu", PlaceKind.SETTLEMENT, "NA", -17.93333, 19.76667, 8.0, "test:1", "Kavango East")
KAVANGO = Place("Kavango West", PlaceKind.PROVINCE, "NA", -18.2, 18.6, 150.0, "test:2")
FIRST = Report(
    "r-first",
    "Jetty struck\n\nA drone killed four people at Rundu on Monday, a nurse said. It was the second strike this month. "
    "The army was not aware of it.",
    "Jetty struck",
    "Northern Dispatch",
    date(2024, 5, 14),
    "https://northern-dispatch.example/jetty",
)
SECOND = Report(
    "r-second",
    "=Six killed at Rundu jetty\n\nSix people were killed on 13 May at Rundu, police said, quoted by Radio Kavango. "
    "The Front denied that it was behind the drone strike. In Kavango West, a shell hit a barn.",
    "=Six killed at Rundu jetty",
    "Kavango Courier",
    date(2024, 5, 15),
)


def span(report: Report, quote: str) -> Span:
    at = report.text.index(quote)
    return Span.of(report.text, at, at + len(quote))


def speaker(report: Report, words: str) -> Speaker:
    return Speaker(span(report, words))


def readings() -> tuple[Reading, Reading]:
    day = Interval(date(2024, 5, 13), date(2024, 5, 13))
    drone = Stated(Means.DRONE, span(FIRST, "drone"))
    first = Mention(
        "",
        FIRST.id,
        span(FIRST, "A drone killed four people at Rundu on Monday"),
        Stated(SubEventType.AIR_DRONE_STRIKE, span(FIRST, "drone")),
        (drone,),
        Stated(day, span(FIRST, "on Monday"), "nearest past weekday"),
        where=Stated(RUNDU, span(FIRST, "Rundu")),
        claims=(
            Claim(
                About.KILLED,
                Stance.ASSERTS,
                span(FIRST, "A drone killed four people"),
                (speaker(FIRST, "a nurse"),),
                4,
                4,
                span(FIRST, "people"),
            ),
            Claim(
                About.OCCURRENCE,
                Stance.UNAWARE,
                span(FIRST, "The army was not aware of it"),
                (speaker(FIRST, "The army"),),
            ),
        ),
    ).with_id()
    second = Mention(
        "",
        SECOND.id,
        span(SECOND, "Six people were killed on 13 May at Rundu"),
        Stated(SubEventType.AIR_DRONE_STRIKE, span(SECOND, "drone strike")),
        (Stated(Means.DRONE, span(SECOND, "drone")),),
        Stated(day, span(SECOND, "on 13 May")),
        where=Stated(RUNDU, span(SECOND, "Rundu")),
        targets=(span(SECOND, "jetty"),),
        claims=(
            Claim(
                About.KILLED,
                Stance.ASSERTS,
                span(SECOND, "Six people were killed"),
                (speaker(SECOND, "police"), speaker(SECOND, "Radio Kavango")),
                6,
                6,
                span(SECOND, "people"),
            ),
            Claim(
                About.PERPETRATOR,
                Stance.DENIES,
                span(SECOND, "The Front denied that it was behind the drone strike"),
                (speaker(SECOND, "The Front"),),
                actor=Stated("Front", span(SECOND, "The Front")),
            ),
        ),
    ).with_id()
    barn = Mention(
        "",
        SECOND.id,
        span(SECOND, "a shell hit a barn"),
        Stated(SubEventType.SHELLING, span(SECOND, "shell")),
        where=Stated(KAVANGO, span(SECOND, "Kavango West")),
    ).with_id()
    series = Series(
        FIRST.id,
        span(FIRST, "It was the second strike this month"),
        span(FIRST, "strike"),
        2,
        2,
        Stated(Interval(date(2024, 5, 1), date(2024, 5, 14)), span(FIRST, "this month")),
    )
    return (
        Reading(FIRST.id, FIRST.digest, "by hand 1", (first,), (series,)),
        Reading(SECOND.id, SECOND.digest, "by hand 1", (second, barn)),
    )


def reconciled() -> tuple[Reconciled, Reconciled]:
    first, second = readings()
    jetty, again, barn = first.mentions[0], second.mentions[0], second.mentions[1]
    voiced = [
        Voiced(claim, mention.id, mention.report, outlet, f"o-{mention.report}")
        for mention, outlet in ((jetty, "Northern Dispatch"), (again, "Kavango Courier"))
        for claim in mention.claims
    ]
    join = Join(
        min(jetty.id, again.id),
        max(jetty.id, again.id),
        3.2,
        Verdict.SAME,
        (Reason("day", 2.0, "both are on 13 May 2024"),),
    )
    refused = Join(
        min(again.id, barn.id),
        max(again.id, barn.id),
        -4.0,
        Verdict.DIFFERENT,
        (Reason("report", -4.0, "one report tells them apart"),),
    )
    accounts = (
        Account(About.KILLED, "4 killed", (voiced[0],), 1),
        Account(About.KILLED, "6 killed", (voiced[2],), 1),
        Account(About.PERPETRATOR, "Front did not do it", (voiced[3],), 1),
        Account(About.OCCURRENCE, "not known to have happened", (voiced[1],), 1),
    )
    strike = Reconciled(
        Incident("i-jetty", (jetty.id, again.id), (join,), (refused,)),
        accounts,
        (Toll(About.KILLED, 4, 6, 6, "the newest figure of an official source", 1),),
        (Contradiction("killed", "A nurse says 4 killed, police say 6."),),
        2,
        2,
        2,
    )
    return strike, Reconciled(Incident("i-barn", (barn.id,), (), (refused,)), (), (), (), 1, 1, 1)


@pytest.fixture
def small_ledger(location: str) -> Iterator[Ledger]:
    """Two reports, a strike that both tell of with two tolls, and a shelled barn without a day."""
    with Ledger.open(location) as ledger:
        for report, reading in zip((FIRST, SECOND), readings(), strict=True):
            ledger.add_read(report, reading)
        head = ledger.head()
        ledger.replace_incidents(reconciled(), head.number if head else 0)
        yield ledger
