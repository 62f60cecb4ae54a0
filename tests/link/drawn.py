"""Mentions that hypothesis draws from few days, towns and people, so that many are alike."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

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

FIRST = date(2024, 3, 1)
TOWNS = (("Marrow", 34.0, 41.0, 8.0), ("Stell", 34.1, 41.1, 8.0), ("Thorn province", 34.3, 41.3, 90.0))
PEOPLE = ("Ossian Thrale", "Brannoc Ull", "Ysolde Quenby", "Mirek Dvandra")
FULLEST = 3  # so that few mentions are enough for words to become common


@st.composite
def tellings(draw: st.DrawFn) -> tuple[Mention, Report]:
    """A report of one sentence and its mention, drawn from few days, towns and people so that many are alike."""
    key, day = draw(st.integers(0, 30)), draw(st.integers(0, 3))
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True))
    town = draw(st.none() | st.sampled_from(TOWNS))
    killed = draw(st.integers(0, 3))
    text = f"On that day the raid was told by {' and by '.join(people) or 'nobody'}, number {key} of many."
    report = Report(f"r{key}", text, published=FIRST + timedelta(day + draw(st.integers(0, 2))))
    span = Span.of(text, 0, 11)
    when = draw(st.none() | st.just(Interval(FIRST + timedelta(day), FIRST + timedelta(day))))
    where = Place(town[0], PlaceKind.SETTLEMENT, "IQ", town[1], town[2], town[3], "test") if town else None
    mention = Mention(
        "",
        report.id,
        span,
        Stated(draw(st.sampled_from((SubEventType.ATTACK, SubEventType.SHELLING))), span),
        when=Stated(when, span) if when else None,
        where=Stated(where, span) if where else None,
        claims=(Claim(About.KILLED, Stance.ASSERTS, span, low=killed, high=killed),),
    )
    return mention.with_id(), report


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[list[Mention], dict[str, Report], list[Judgement]]:
    """Mentions of distinct reports, and judgements on some of their pairs."""
    told = {report.id: (mention, report) for mention, report in draw(st.lists(tellings(), min_size=1, max_size=14))}
    mentions = [mention for mention, _ in told.values()]
    ids = sorted(mention.id for mention in mentions)
    judgements = []
    if len(ids) > 1:
        pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] < pair[1])
        verdicts = st.none() | st.sampled_from(Verdict)
        for minute, (pair, verdict) in enumerate(draw(st.lists(st.tuples(pairs, verdicts), max_size=5))):
            at = datetime(2024, 5, 1, tzinfo=UTC) + timedelta(minutes=minute)
            judgements.append(Judgement(pair[0], pair[1], verdict, "analyst", at, "drawn"))
    return mentions, {key: report for key, (_, report) in told.items()}, judgements
