"""Mentions across reports into incidents: when they are joined, when they are not, and under which id."""

from datetime import UTC, date, datetime, timedelta

from rashomon.link import incident_of, link, unsure
from rashomon.records import (
    About,
    Claim,
    Interval,
    Judgement,
    Mention,
    Place,
    PlaceKind,
    Report,
    Span,
    Stance,
    Stated,
    SubEventType,
    Verdict,
)

DAY = date(2024, 3, 6)
TOWNS = {
    "Marrow": (34.0, 41.0),
    "Dunwich": (34.2, 41.2),  # 29 km from Marrow
    "Farhaven": (36.5, 44.0),
}


def report(key: str, text: str, days_later: int = 0) -> Report:
    """A report published `days_later` days after DAY."""
    return Report(key, text, None, None, DAY + timedelta(days=days_later))


def mention(told: Report, town: str | None = "Marrow", day: date | None = DAY, killed: int | None = None) -> Mention:
    """A mention whose words are the report's first word."""
    span = Span.of(told.text, 0, len(told.text.split(" ")[0]))
    claims = (Claim(About.KILLED, Stance.ASSERTS, span, low=killed, high=killed),) if killed is not None else ()
    place = Place(town, PlaceKind.SETTLEMENT, "IQ", *TOWNS[town], 10, f"test:{town}") if town else None
    return Mention(
        "",
        told.id,
        span,
        Stated(SubEventType.AIR_DRONE_STRIKE, span),
        when=Stated(Interval(day, day), span) if day else None,
        where=Stated(place, span) if place else None,
        claims=claims,
    ).with_id()


def judgement(one: Mention, two: Mention, verdict: Verdict | None, minute: int = 0) -> Judgement:
    """What an analyst said of two mentions, `minute` minutes after noon."""
    left, right = sorted((one.id, two.id))
    at = datetime(2024, 4, 1, 12, tzinfo=UTC) + timedelta(minutes=minute)
    return Judgement(left, right, verdict, "analyst", at, "read both")


FIRST = report("r1", "Strike on the grain silo at Marrow kills twelve, mayor Ossian Thrale says.")
SECOND = report("r2", "Twelve dead as drone hits grain silo at Marrow, according to mayor Ossian Thrale.", 1)
THIRD = report("r3", "Bridge at Farhaven shelled, two hurt, ferryman Brannoc Ull recalls.", 1)
REPORTS = {told.id: told for told in (FIRST, SECOND, THIRD)}
ONE, TWO, THREE = mention(FIRST, killed=12), mention(SECOND, killed=12), mention(THIRD, "Farhaven", killed=0)


def test_two_reports_of_one_strike_are_one_incident_with_reasons() -> None:
    """The join names what it rests on, and the id comes from the mention published first."""
    incidents = link([TWO, THREE, ONE], REPORTS)
    assert [incident.mentions for incident in incidents] == [(ONE.id, TWO.id), (THREE.id,)]
    assert incidents[0].id == "i-" + ONE.id.removeprefix("m-")
    assert incidents[0].redirects == ("i-" + TWO.id.removeprefix("m-"),)
    assert {reason.feature for reason in incidents[0].joins[0].reasons} >= {"day", "place"}


def test_a_redirect_leads_to_the_incident_that_holds_its_mention() -> None:
    """Any id that an incident could ever have borne is found again."""
    incidents = link([ONE, TWO, THREE], REPORTS)
    assert incident_of("i-" + TWO.id.removeprefix("m-"), incidents) == incidents[0]
    assert incident_of("i-nobody", incidents) is None


def test_a_judged_difference_keeps_apart_and_is_undone_by_one_judgement() -> None:
    """The newest judgement of a pair holds; one without a verdict takes it back."""
    apart = judgement(ONE, TWO, Verdict.DIFFERENT)
    assert len(link([ONE, TWO], REPORTS, [apart])) == 2
    assert len(link([ONE, TWO], REPORTS, [judgement(ONE, TWO, None, minute=1), apart])) == 1


def test_a_judged_sameness_joins_what_scores_would_not() -> None:
    """The join then names who judged."""
    incidents = link([ONE, THREE], REPORTS, [judgement(ONE, THREE, Verdict.SAME)])
    assert len(incidents) == 1
    assert incidents[0].joins[0].judged == "analyst"


def test_judged_pairs_are_not_asked_again() -> None:
    """An unsure judgement keeps apart and stays out of the queue."""
    incidents = link([ONE, TWO], REPORTS, [judgement(ONE, TWO, Verdict.UNSURE)])
    assert len(incidents) == 2
    assert incidents[0].near[0].verdict is Verdict.UNSURE
    assert unsure(incidents) == ()


def test_no_mentions_make_no_incidents() -> None:
    """Nothing in, nothing out."""
    assert link([], {}) == ()
