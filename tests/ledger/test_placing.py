"""The place that a reviewer gives a mention: kept, followed, counted, and waited for in the queue."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.planted import ALDAN, BERIN, TEXT, incident_id, mortar, reading, reconciled, report, span, strike

from rashomon.errors import BadInput
from rashomon.ledger import IncidentQuery, Ledger, Unchecked, claim_id
from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.summary import summarise
from rashomon.pipeline import decide, relink
from rashomon.records import (
    PLACED,
    About,
    Mention,
    Place,
    Placed,
    PlaceKind,
    Reconciled,
    Report,
    Review,
    Ruling,
    Stated,
)

AT = datetime(2024, 3, 7, tzinfo=UTC)
QUAY = Place("the quay", PlaceKind.SITE, "XA", 34.5, 41.5, 2.0, PLACED)


def placing(of: Mention, words: str = "near Aldan", place: Place = QUAY, **fields: object) -> Review:
    """A review that gives a mention its place."""
    made = Review(of.id, None, Ruling.AMENDED, "Ada", AT, "by the map", where=Stated(place, span(TEXT, words), PLACED))
    return replace(made, **fields)  # type: ignore[arg-type]


def unplaced(of: Report) -> Mention:
    """The drone strike, of which the reader found no place."""
    return strike(of, place=None)


@pytest.fixture
def read(ledger: Ledger) -> Report:
    """A report whose strike has no place, in a ledger with its incidents."""
    one = report()
    ledger.add_read(one, reading(one, unplaced(one), mortar(one)))
    relink(ledger)
    return one


def at(ledger: Ledger, of: Report) -> tuple[str | None, float | None, float | None, str | None, float | None]:
    """Where the row of the strike has it."""
    row = ledger.row(ledger.incidents_of([unplaced(of).id])[unplaced(of).id])
    return row.place, row.lat, row.lon, row.country, row.radius_km


def test_the_incident_moves_to_the_place_at_once_and_undo_brings_it_back(ledger: Ledger, read: Report) -> None:
    before = list(ledger.each_incident())
    assert at(ledger, read) == (None, None, None, None, None)
    decide(ledger, placing(unplaced(read)))
    assert at(ledger, read) == ("the quay", 34.5, 41.5, "XA", 2.0)
    assert [row.place for row in ledger.incidents(IncidentQuery(near=(34.5, 41.5, 5.0)))] == ["the quay"]
    assert [row.place for row in ledger.incidents(IncidentQuery(text="quay"))] == ["the quay"]
    assert ledger.verify() == []
    stepwise = list(ledger.each_incident())
    relink(ledger, anew=True)
    assert list(ledger.each_incident()) == stepwise
    decide(ledger, placing(unplaced(read), ruling=None, where=None))
    assert list(ledger.each_incident()) == before
    assert ledger.verify() == []


def test_it_joins_and_parts_nothing(ledger: Ledger, read: Report) -> None:
    before = [found.incident for found in ledger.each_incident()]
    decided = decide(ledger, placing(unplaced(read), place=BERIN))
    relink(ledger, anew=True)
    assert {one.id: one for one in before} == {one.incident.id: one.incident for one in ledger.each_incident()}
    assert decided.removed == ()


def test_it_goes_before_what_most_mentions_tell(ledger: Ledger) -> None:
    one, two = report(), report("r-2")
    for each in (one, two):
        ledger.add_read(each, reading(each))
    relink(ledger)
    decide(ledger, placing(strike(two)))
    place = ledger.row(ledger.incidents_of([strike(two).id])[strike(two).id]).place
    assert place == "the quay"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"where": None}, "gives the place in `where`"),
        ({"ruling": Ruling.ACCEPTED}, "gives the place in `where`"),
        ({"claim": strike(report()).claims[0]}, "gives the claim read instead"),
        ({"amended": strike(report()).claims[0]}, "gives the claim read instead"),
        (
            {"where": Stated(QUAY, replace(span(TEXT, "Aldan"), quote="Alden"), PLACED)},
            "place holds words that are not",
        ),
        *(
            ({"where": Stated(replace(QUAY, **wrong), span(TEXT, "Aldan"), PLACED)}, "is no place")
            for wrong in (
                {"lat": 91.0},
                {"lon": -180.5},
                {"lat": float("nan")},
                {"radius_km": 0.0},
                {"radius_km": float("inf")},
                {"name": " "},
            )
        ),
    ],
)
def test_what_is_no_place_is_refused(ledger: Ledger, read: Report, change: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        ledger.review(placing(unplaced(read), **change))  # type: ignore[arg-type]
    assert ledger.reviews() == ()


def test_it_follows_its_words_into_a_revised_text(ledger: Ledger, read: Report) -> None:
    decide(ledger, placing(unplaced(read)))
    revised = report(text="Corrected later. " + TEXT)
    ledger.add_read(revised, reading(revised, unplaced(revised), mortar(revised)))
    relink(ledger)
    (ruled,) = ledger.rulings([unplaced(revised).id]).values()
    assert ruled.where
    assert ruled.where.span.fits(revised.text)
    assert ruled.where.span.quote == "near Aldan"
    assert at(ledger, revised)[0] == "the quay"
    assert ledger.verify() == []


def test_it_waits_where_its_words_are_gone_and_can_be_taken_back(ledger: Ledger, read: Report) -> None:
    decide(ledger, placing(unplaced(read), words="Hours later"))
    revised = report(text=TEXT.replace("Hours later", "At dawn"))
    ledger.add_read(revised, reading(revised, unplaced(revised), mortar(revised)))
    relink(ledger)
    (waiting,) = ledger.waiting()
    assert "by which Ada placed" in waiting.why
    assert at(ledger, revised)[0] is None
    decide(ledger, placing(unplaced(read), ruling=None, where=None))
    assert ledger.waiting() == ()


def test_history_tells_it(ledger: Ledger, read: Report) -> None:
    decide(ledger, placing(unplaced(read)))
    told = [line for change in ledger.history(incident_id(unplaced(read))) for line in change.sentences]
    assert (
        f'Ada amended the mention {unplaced(read).id}, and places it at the quay, XA ("near Aldan"): by the map' in told
    )


def test_a_withdrawn_report_takes_the_place_along(ledger: Ledger, read: Report) -> None:
    decide(ledger, placing(unplaced(read)))
    ledger.redact(read.id, by="Ada", why="a witness")
    assert not [entry for entry in ledger.entries() if "quay" in entry.payload]
    assert ledger.verify() == []


def test_reviews_written_before_places_could_be_given_are_read_as_they_were(read: Report) -> None:
    claim = strike(read).claims[0]
    was = canonical(Review("m-1", claim, Ruling.ACCEPTED, "Ada", AT, "")).replace(',"where":null', "")
    assert "where" not in was
    assert decoded(was, Review) == Review("m-1", claim, Ruling.ACCEPTED, "Ada", AT, "")
    assert claim_id("m-1", claim) == claim_id("m-1", decoded(was, Review).claim or claim)
    old = canonical(reconciled(strike(read)))
    old = old[: old.index(',"placed"')] + "}"
    assert decoded(old, Reconciled) == reconciled(strike(read))


@given(
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.floats(0.001, 20_000),
    st.text(st.characters(codec="utf-8"), min_size=1),
)
def test_any_place_is_kept_as_it_was_given(lat: float, lon: float, km: float, name: str) -> None:
    name = name.replace("\x00", "x")
    where = Stated(Place(name, PlaceKind.REGION, None, lat, lon, km, PLACED), span(TEXT, "Aldan"), PLACED)
    review = Review("m-1", None, Ruling.AMENDED, "Ada", AT, "", where=where)
    assert decoded(canonical(review), Review) == review


# What waits in the queue


def test_an_incident_waits_for_a_place_until_each_of_its_mentions_is_ruled_on(ledger: Ledger) -> None:
    one, two = report(), report("r-2")
    for each in (one, two):
        ledger.add_read(each, reading(each, unplaced(each)))
    relink(ledger)
    (waits,) = ledger.unchecked(Unchecked.PLACE, 9)
    assert waits.reports == 2
    for each, left in ((one, 1), (two, 0)):
        decide(ledger, placing(unplaced(each), ruling=Ruling.ACCEPTED, where=None))
        assert ledger.count_unchecked(Unchecked.PLACE) == left
    decide(ledger, placing(unplaced(one), ruling=None, where=None))
    assert [row.id for row in ledger.unchecked(Unchecked.PLACE, 9)] == [waits.id]
    decide(ledger, placing(unplaced(one)))
    assert ledger.unchecked(Unchecked.PLACE, 9) == []
    assert ledger.verify() == []


def test_a_toll_of_one_origin_waits_until_a_claim_of_it_is_vouched_for(ledger: Ledger, read: Report) -> None:
    told = unplaced(read)
    claim = told.claims[0]
    assert [row.killed[1] for row in ledger.unchecked(Unchecked.TOLL, 9)] == [6]

    def ruled(ruling: Ruling | None) -> int:
        amended = replace(claim, low=5, high=5) if ruling is Ruling.AMENDED else None
        decide(ledger, Review(told.id, claim, ruling, "Ada", AT, "", amended))
        return ledger.count_unchecked(Unchecked.TOLL)

    rulings = (Ruling.NOTED, Ruling.ACCEPTED, None, Ruling.AMENDED, None, Ruling.REJECTED, None)
    assert [ruled(one) for one in rulings] == [1, 0, 1, 0, 1, 0, 1]
    assert ledger.verify() == []


@pytest.mark.parametrize(
    ("fields", "waits"),
    [
        ({}, (False, True)),
        ({"origins": 2}, (False, False)),
        ({"vouched": (About.WOUNDED,)}, (False, True)),
        ({"vouched": (About.KILLED,)}, (False, False)),
    ],
)
def test_the_row_says_what_waits(fields: dict[str, object], waits: tuple[bool, bool]) -> None:
    told = strike(report())
    columns = summarise(replace(reconciled(told), **fields), [told]).columns  # type: ignore[arg-type]
    assert (columns["place_unchecked"], columns["toll_unchecked"]) == waits


def test_the_row_has_the_place_given_and_is_found_by_its_words() -> None:
    told = strike(report())
    placed = Placed(Stated(QUAY, span(TEXT, "near Aldan"), PLACED), told.id, "Ada", "")
    made = summarise(replace(reconciled(told), placed=placed), [told])
    shown = [made.columns[name] for name in ("place", "country", "lat", "lon", "radius_km")]
    assert shown == ["the quay", "XA", 34.5, 41.5, 2.0]
    assert "quay" in made.words
    assert made.area.south < 34.5 < made.area.north
    as_read = summarise(reconciled(told), [told])
    assert (as_read.columns["place"], as_read.columns["lat"]) == (ALDAN.name, ALDAN.lat)


def test_what_waits_comes_page_by_page_the_newest_first_the_undated_last(ledger: Ledger) -> None:
    days = [None, 1, 9, 5]
    made = []
    for number, day in enumerate(days):
        one = report(f"r-{number}")
        told = strike(one, AT.date().replace(day=day) if day else None, None)
        ledger.add_read(one, reading(one, told))
        made.append(reconciled(told))
    ledger.replace_incidents(made, 8)
    seen, cursor = [], None
    while some := ledger.unchecked(Unchecked.PLACE, 3, cursor):
        seen += [row.first.day if row.first else None for row in some]
        cursor = some[-1].cursor
    assert seen == [9, 5, 1, None]
    assert (ledger.count_unchecked(Unchecked.PLACE), ledger.count_unchecked(Unchecked.PLACE, 2)) == (4, 2)
