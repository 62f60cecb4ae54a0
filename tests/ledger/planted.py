"""Reports, readings and incidents written by hand, for the ledger's tests."""

from datetime import UTC, date, datetime

from rashomon.records import (
    About,
    Account,
    Claim,
    Incident,
    Interval,
    Judgement,
    Means,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Reconciled,
    Report,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
    Toll,
    Verdict,
    Voiced,
)

READER = "planted 1"
TEXT = "A drone strike near Aldan on Sunday killed six guards, a medic said. Hours later a mortar hit Berin."
ALDAN = Place("Aldan", PlaceKind.SETTLEMENT, "XA", 34.4, 41.0, 5.0, "planted:1")
BERIN = Place("Berin", PlaceKind.PROVINCE, "XB", 36.0, 44.0, 80.0, "planted:2")


def span(text: str, words: str) -> Span:
    """The only place of the words in the text."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def report(
    report_id: str = "r-1", text: str = TEXT, published: date | None = date(2024, 3, 5), **fields: str
) -> Report:
    """A report in our own words."""
    return Report(report_id, text, title=text.split(",")[0][:60], outlet="The Gazette", published=published, **fields)


def strike(of: Report, day: date | None = date(2024, 3, 3), place: Place | None = ALDAN, killed: int = 6) -> Mention:
    """The drone strike that `TEXT` tells first."""
    text = of.text
    return Mention(
        id="",
        report=of.id,
        span=span(text, "A drone strike near Aldan"),
        sub_event_type=Stated(SubEventType.AIR_DRONE_STRIKE, span(text, "drone strike")),
        means=(Stated(Means.DRONE, span(text, "drone")),),
        when=Stated(Interval(day, day), span(text, "on Sunday"), "nearest past weekday") if day else None,
        where=Stated(place, span(text, "Aldan")) if place else None,
        targets=(span(text, "guards"),),
        claims=(
            Claim(
                About.KILLED,
                Stance.ASSERTS,
                span(text, "killed six guards"),
                speakers=(Speaker(span(text, "a medic")),),
                low=killed,
                high=killed,
                who=span(text, "guards"),
            ),
        ),
    ).with_id()


def mortar(of: Report) -> Mention:
    """The mortar fire that `TEXT` tells second; nobody knows the day."""
    text = of.text
    return Mention(
        id="",
        report=of.id,
        span=span(text, "a mortar hit Berin"),
        sub_event_type=Stated(SubEventType.SHELLING, span(text, "mortar")),
        where=Stated(BERIN, span(text, "Berin")),
        claims=(
            Claim(
                About.PERPETRATOR,
                Stance.BLAMES,
                span(text, "a mortar hit Berin"),
                actor=Stated("The Aldan Front", span(text, "Aldan")),
            ),
        ),
    ).with_id()


def reading(of: Report, *mentions: Mention, reader: str = READER) -> Reading:
    """A reading; without mentions, both that `TEXT` tells."""
    return Reading(of.id, of.digest, reader, mentions or (strike(of), mortar(of)))


def incident_id(mention: Mention) -> str:
    """An incident's id from its founding mention."""
    return "i-" + mention.id[2:]


def reconciled(*mentions: Mention, redirects: tuple[str, ...] = ()) -> Reconciled:
    """An incident of these mentions with one account a claim."""
    accounts = tuple(
        Account(claim.about, claim.span.quote, (Voiced(claim, told.id, told.report, "The Gazette", "o-1"),), 1)
        for told in mentions
        for claim in told.claims
    )
    known = [claim.low for told in mentions for claim in told.claims if claim.about is About.KILLED]
    low, high = (min(known), max(known)) if known else (None, None)  # type: ignore[type-var]
    return Reconciled(
        Incident(incident_id(mentions[0]), tuple(told.id for told in mentions), redirects=redirects),
        accounts,
        (Toll(About.KILLED, low, low, high, "the least and the most", 1),),
        (),
        reports=len({told.report for told in mentions}),
        outlets=1,
        origins=1,
    )


def judgement(
    left: str, right: str, verdict: Verdict | None = Verdict.SAME, by: str = "Ada", minute: int = 0
) -> Judgement:
    """A judgement of a pair in either order."""
    left, right = sorted((left, right))
    return Judgement(left, right, verdict, by, datetime(2024, 3, 6, 12, minute, tzinfo=UTC), "the same village and day")
