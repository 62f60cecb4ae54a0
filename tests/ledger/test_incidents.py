"""The incident tables: what is asked is what is answered, and the tables are replaced whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.ledger.planted import incident_id, mortar, reading, reconciled, report, strike

from rashomon.errors import BadInput
from rashomon.ledger import IncidentQuery, IncidentRow, Ledger, Overtaken, asking
from rashomon.ledger.summary import best_told
from rashomon.records import Contradiction, Join, Place, PlaceKind, Reconciled, SubEventType, Verdict


@pytest.fixture
def told(ledger: Ledger) -> Iterator[tuple[Ledger, Reconciled, Reconciled]]:
    """A ledger with a dated drone strike in two reports, and an undated mortar hit somewhere in a province."""
    one, two = report("r-1"), report("r-2")
    ledger.add_read(one, reading(one))
    ledger.add_read(two, reading(two, strike(two)))
    attack = replace(
        reconciled(strike(one), strike(two), redirects=("i-merged",)),
        contradictions=(Contradiction("killed", "one says 6, one says 2"),),
        origins=2,
    )
    hit = reconciled(mortar(one))
    ledger.replace_incidents([attack, hit], 4)
    yield ledger, attack, hit


def test_a_row_shows_what_its_mentions_tell(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, attack, hit = told
    first, second = ledger.incidents()
    assert (first.id, first.first, first.last, first.place, first.country) == (
        attack.incident.id,
        date(2024, 3, 3),
        date(2024, 3, 3),
        "Aldan",
        "XA",
    )
    assert (first.means, first.killed, first.wounded, first.reports) == (("drone",), (6, 6, 6), (None, None, None), 2)
    assert (second.id, second.first, second.actors) == (hit.incident.id, None, ("The Aldan Front",))


STRIKE, MORTAR = {"strike"}, {"mortar"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (IncidentQuery(), STRIKE | MORTAR),
        (IncidentQuery(since=date(2024, 3, 3)), STRIKE),
        (IncidentQuery(since=date(2024, 3, 4)), set()),
        (IncidentQuery(until=date(2024, 3, 3)), STRIKE),
        (IncidentQuery(until=date(2024, 3, 2)), set()),
        (IncidentQuery(country="xa"), STRIKE),
        (IncidentQuery(near=(34.4, 41.0, 1.0)), STRIKE),
        (IncidentQuery(near=(34.6, 41.0, 20.0)), set()),
        (IncidentQuery(near=(34.6, 41.0, 23.0)), STRIKE),
        (IncidentQuery(near=(36.0, 44.0, 20.0)), set()),
        (IncidentQuery(near=(36.0, 44.0, 90.0)), MORTAR),
        (IncidentQuery(near=(36.5, 44.0, 1.0), vague=True), MORTAR),
        (IncidentQuery(near=(36.0, 404.0 - 360, 90.0), since=date(2024, 1, 1)), set()),
        (IncidentQuery(box=(34.0, 40.0, 35.0, 42.0), until=date(2024, 3, 3)), STRIKE),
        (IncidentQuery(box=(35.9, 43.9, 36.1, 44.1)), set()),
        (IncidentQuery(box=(35.9, 43.9, 36.1, 44.1), vague=True), MORTAR),
        (IncidentQuery(box=(30.0, 170.0, 40.0, 60.0)), STRIKE | MORTAR),
        (IncidentQuery(actor="aldan front"), MORTAR),
        (IncidentQuery(actor=("nobody", "Front")), MORTAR),
        (IncidentQuery(actor="ront"), set()),
        (IncidentQuery(text="drones"), STRIKE),
        (IncidentQuery(text="DRONE guard"), STRIKE),
        (IncidentQuery(text='"a drone strike"'), STRIKE),
        (IncidentQuery(text='"strike a drone"'), set()),
        (IncidentQuery(text="aldan"), STRIKE | MORTAR),
        (IncidentQuery(type=SubEventType.SHELLING), MORTAR),
        (IncidentQuery(means="drone"), STRIKE),
        (IncidentQuery(killed_min=6), STRIKE),
        (IncidentQuery(killed_max=5), set()),
        (IncidentQuery(dated=False), MORTAR),
        (IncidentQuery(dated=True, placed=True), STRIKE),
        (IncidentQuery(placed=False), set()),
        (IncidentQuery(country=("XA", "xb")), STRIKE | MORTAR),
        (IncidentQuery(type=(SubEventType.SHELLING, "Attack")), MORTAR),
        (IncidentQuery(means=("drone", "mortar")), STRIKE),
        (IncidentQuery(means=()), set()),
        (IncidentQuery(wounded_min=1), set()),
        (IncidentQuery(wounded_max=1), set()),
        (IncidentQuery(disputed=True), STRIKE),
        (IncidentQuery(disputed=False), MORTAR),
        (IncidentQuery(single_origin=True), MORTAR),
        (IncidentQuery(single_origin=False), STRIKE),
        (IncidentQuery(limit=1), STRIKE),
        (IncidentQuery(limit=0), set()),
    ],
)
def test_a_query_finds(told: tuple[Ledger, Reconciled, Reconciled], query: IncidentQuery, found: set[str]) -> None:
    ledger, attack, hit = told
    names = {attack.incident.id: "strike", hit.incident.id: "mortar"}
    assert {names[row.id] for row in ledger.incidents(query)} == found


def test_a_cursor_goes_on_after_the_last_row(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, _, hit = told
    (first,) = ledger.incidents(IncidentQuery(limit=1))
    assert [row.id for row in ledger.incidents(IncidentQuery(cursor=first.cursor))] == [hit.incident.id]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("wanted", [IncidentQuery(), IncidentQuery(text="guards"), IncidentQuery(box=(30, 40, 40, 45))])
def test_pages_in_either_order_hold_every_row_once_the_undated_last(
    ledger: Ledger, wanted: IncidentQuery, newest_first: bool
) -> None:
    reports = [report(f"r-{number}") for number in range(6)]
    days = [None, date(2024, 3, 1), date(2024, 3, 2), date(2024, 3, 2), None, date(2024, 2, 1)]
    mentions = [strike(one, day=day) for one, day in zip(reports, days, strict=True)]
    for one, told in zip(reports, mentions, strict=True):
        ledger.add_read(one, reading(one, told))
    ledger.replace_incidents([reconciled(told) for told in mentions], 12)
    wanted = replace(wanted, newest_first=newest_first)
    rows = ledger.incidents(wanted)
    dated = [row.first for row in rows if row.first]
    assert [row.first for row in rows] == [*sorted(dated, reverse=newest_first), None, None]
    for limit in (1, 2, 4):
        paged: list[IncidentRow] = []
        while page := ledger.incidents(replace(wanted, limit=limit, cursor=paged[-1].cursor if paged else None)):
            assert len(page) <= limit
            paged += page
        assert paged == rows


@pytest.mark.parametrize(
    "query",
    [
        IncidentQuery(since=date(2024, 3, 3), until=date(2024, 3, 2)),
        IncidentQuery(near=(91.0, 0.0, 1.0)),
        IncidentQuery(near=(0.0, 0.0, -1.0)),
        IncidentQuery(box=(10.0, 0.0, 5.0, 1.0)),
        IncidentQuery(text="!?"),
        IncidentQuery(actor=""),
        IncidentQuery(cursor="next"),
    ],
)
def test_a_senseless_query_is_refused(ledger: Ledger, query: IncidentQuery) -> None:
    with pytest.raises(BadInput):
        ledger.incidents(query)


@pytest.mark.parametrize("asked", ["own", "merged", "beginning"])
def test_an_incident_is_found_by_its_handles(told: tuple[Ledger, Reconciled, Reconciled], asked: str) -> None:
    ledger, attack, _ = told
    handle = {"own": attack.incident.id, "merged": "i-merged", "beginning": attack.incident.id[:8]}[asked]
    assert ledger.incident(handle) == attack


def test_an_unknown_incident_is_named_with_those_close(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, attack, _ = told
    with pytest.raises(BadInput, match=f"did you mean '{attack.incident.id}'"):
        ledger.incident(attack.incident.id + "0")


def test_incidents_are_stale_once_an_entry_came_after(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger = told[0]
    assert not ledger.stale()
    ledger.add_report(report("r-3"))
    assert ledger.stale()


def test_incidents_from_an_older_entry_are_refused(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger = told[0]
    with pytest.raises(Overtaken, match="folded from entry 3 are older"):
        ledger.replace_incidents([], 3)
    with pytest.raises(BadInput, match="ends at entry 4"):
        ledger.replace_incidents([], 5)
    assert len(ledger.incidents()) == 2


def test_a_change_leaves_the_same_tables_as_replacing_all(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, attack, hit = told
    one, two = report("r-1"), report("r-2")
    parted = [reconciled(strike(one)), reconciled(strike(two))]
    ledger.update_incidents(parted, [attack.incident.id], 4)
    rows = ledger.incidents()
    assert {row.id for row in rows} == {incident_id(strike(one)), incident_id(strike(two)), hit.incident.id}
    assert len(ledger.incidents(IncidentQuery(text="drone"))) == 2
    with pytest.raises(BadInput):
        ledger.incident("i-merged")
    ledger.replace_incidents([hit, *parted], 4)
    assert ledger.incidents() == rows


def test_the_order_in_which_incidents_come_does_not_matter(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, attack, hit = told
    rows = ledger.incidents()
    ledger.replace_incidents([hit, attack], 4)
    assert ledger.incidents() == rows


def test_an_incident_over_the_antimeridian_is_found_from_both_sides(ledger: Ledger) -> None:
    one = report()
    far = strike(one)
    assert far.where
    far = replace(far, where=replace(far.where, value=replace(far.where.value, lat=-17.0, lon=179.98)))
    ledger.add_read(one, reading(one, far))
    ledger.replace_incidents([reconciled(far)], 2)
    assert len(ledger.incidents(IncidentQuery(near=(-17.0, -179.95, 20.0)))) == 1
    assert len(ledger.incidents(IncidentQuery(box=(-18.0, 179.0, -16.0, -179.0)))) == 1
    assert len(ledger.incidents(IncidentQuery(box=(-18.0, -179.99, -16.0, -179.0)))) == 0
    assert len(ledger.incidents(IncidentQuery(box=(-18.0, -179.99, -16.0, -179.0), vague=True))) == 1
    assert len(ledger.incidents(IncidentQuery(box=(-18.0, 10.0, -16.0, 20.0), vague=True))) == 0


def test_incidents_come_whole_in_the_order_of_the_table(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger, attack, hit = told
    assert list(ledger.each_incident()) == [attack, hit]
    assert ledger.row(hit.incident.id) == ledger.incidents()[1]
    with pytest.raises(BadInput, match="no incident 'i-none'"):
        ledger.row("i-none")


def test_mentions_are_found_by_their_ids(told: tuple[Ledger, Reconciled, Reconciled]) -> None:
    ledger = told[0]
    one, two = strike(report("r-1")), strike(report("r-2"))
    assert ledger.mentions([two.id, "m-none", one.id]) == {one.id: one, two.id: two}


@pytest.mark.parametrize(
    ("words", "found"),
    [("medic", ["r-1", "r-2"]), ('"hours later"', ["r-1", "r-2"]), ('"later hours"', []), ("medic rocket", [])],
)
def test_reports_are_found_by_their_words(
    told: tuple[Ledger, Reconciled, Reconciled], words: str, found: list[str]
) -> None:
    assert [one.id for one in told[0].search_reports(words)] == found


def test_a_text_of_many_long_words_is_kept_and_searched_as_far_as_it_can_be(ledger: Ledger) -> None:
    words = [f"{'drone' * 30}{number}" for number in range(1000)] + [f"wörd{number}é" * 4 for number in range(60_000)]
    text = "rocket " + " ".join(words) + " mortar"
    ledger.add_report(report(text=text))
    assert ledger.report("r-1").text == text
    assert len(ledger.search_reports("rocket")) == 1
    assert ledger.search_reports("mortar") == []
    assert len(ledger.search_reports("drone" * 30)) == 1


@pytest.mark.parametrize("few", [0, 2, 100])
def test_words_in_many_reports_and_in_few_are_found_alike(
    ledger: Ledger, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_FEW", few)
    for number in range(8):
        ledger.add_report(report(f"r-{7 - number}", f"A rocket hit Aldan{' twice' if number % 2 else ''}."))
    assert [found.id for found in ledger.search_reports("rocket", limit=3)] == ["r-0", "r-1", "r-2"]
    assert [found.id for found in ledger.search_reports("twice aldan")] == ["r-0", "r-2", "r-4", "r-6"]
    assert [found.id for found in ledger.search_reports("twice", limit=2, after="r-2")] == ["r-4", "r-6"]


def test_only_the_newest_text_of_a_report_is_searched(ledger: Ledger) -> None:
    ledger.add_report(report(text="A rocket hit Aldan."))
    ledger.add_report(report(text="A shell hit Aldan."))
    assert ledger.search_reports("rocket") == []
    assert len(ledger.search_reports("shells")) == 1


def at(name: str, lat: float, radius_km: float) -> Place:
    return Place(name, PlaceKind.SETTLEMENT, "XA", lat, 41.0, radius_km, f"planted:{name}")


TOWN, OTHER_TOWN, PROVINCE = at("Town", 34.4, 5), at("Other town", 36.9, 3), at("Province", 34.0, 90)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([TOWN, TOWN, OTHER_TOWN], TOWN),  # one precise mention does not outweigh two
        ([OTHER_TOWN, TOWN], OTHER_TOWN),  # of equals the smaller radius
        ([PROVINCE, PROVINCE, TOWN], TOWN),  # a wider area agrees with a place in it
        ([OTHER_TOWN, PROVINCE, TOWN], TOWN),
        ([PROVINCE, None], PROVINCE),
        ([None], None),
    ],
)
def test_the_place_shown_is_the_one_that_most_mentions_tell(told: list[Place | None], shown: Place | None) -> None:
    mentions = [strike(report(), place=place) for place in told]
    assert best_told(mentions) == shown


def test_incidents_that_wait_for_a_decision_come_likeliest_first(ledger: Ledger) -> None:
    one = report()
    ledger.add_read(one, reading(one))
    first, second = reconciled(strike(one)), reconciled(mortar(one))

    def near(score: float, verdict: Verdict, judged: str | None = None) -> tuple[Join, ...]:
        return (Join(strike(one).id, mortar(one).id, score, verdict, judged=judged),)

    def waiting(*pairs: tuple[Reconciled, tuple[Join, ...]]) -> list[str]:
        ledger.replace_incidents(
            [replace(each, incident=replace(each.incident, near=joins)) for each, joins in pairs], 2
        )
        return [each.incident.id for each in ledger.unsure_incidents()]

    unsure = Verdict.UNSURE
    ids = [first.incident.id, second.incident.id]
    assert waiting((first, near(0.1, unsure)), (second, near(0.7, unsure))) == ids[::-1]
    assert waiting((first, near(0.8, unsure)), (second, near(0.7, unsure))) == ids
    assert [each.incident.id for each in ledger.unsure_incidents(1)] == ids[:1]
    assert waiting((first, near(-3.0, Verdict.DIFFERENT)), (second, near(0.7, unsure, "ada"))) == []
