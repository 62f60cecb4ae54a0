"""Accounts side by side: versions, tolls with their rule, contradictions, origins, series."""

from datetime import date, timedelta

import pytest

from rashomon.errors import BadInput
from rashomon.reconcile import check_series, origins, reconcile, text_origins, voiced
from rashomon.reconcile import grade as grade_of
from rashomon.records import (
    About,
    Claim,
    Grade,
    Incident,
    Interval,
    Mention,
    Place,
    PlaceKind,
    Reconciled,
    Report,
    Series,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
)

DAY = date(2024, 3, 6)
SPAN = Span(0, 4, "Raid")
MARROW = Place("Marrow", PlaceKind.SETTLEMENT, "IQ", 34.0, 41.0, 8.0, "test")
FARHAVEN = Place("Farhaven", PlaceKind.SETTLEMENT, "IQ", 36.0, 44.0, 8.0, "test")


def report(key: str, later: int = 0, outlet: str | None = None, text: str = "") -> Report:
    """A report of its own words."""
    return Report(
        key,
        text or f"Raid told by paper {key} in words {key}a {key}b {key}c {key}d {key}e.",
        None,
        outlet,
        DAY + timedelta(later),
    )


def by(*names: str) -> tuple[Speaker, ...]:
    """A speaker chain."""
    return tuple(Speaker(Span(0, len(name), name)) for name in names)


def killed(low: int | None, high: int | None, *names: str, part: bool = False, who: str | None = None) -> Claim:
    """A toll by a speaker."""
    victims = Span(0, len(who), who) if who else None
    return Claim(About.KILLED, Stance.ASSERTS, SPAN, by(*names), low, high, victims, part)


def blamed(actor: str, stance: Stance, *names: str) -> Claim:
    """What a speaker says of an actor."""
    return Claim(About.PERPETRATOR, stance, SPAN, by(*names), actor=Stated(actor, SPAN))


def mention(key: str, *claims: Claim, place: Place = MARROW, day: date = DAY) -> Mention:
    """A mention of one report."""
    kind = Stated(SubEventType.AIR_DRONE_STRIKE, SPAN)
    return Mention(
        f"m-{key}", key, SPAN, kind, when=Stated(Interval(day, day), SPAN), where=Stated(place, SPAN), claims=claims
    )


def reconciled(told: list[tuple[Report, Mention]], rule: str = "origins") -> Reconciled:
    """The incident of these mentions."""
    incident = Incident("i-1", tuple(m.id for _, m in told))
    return reconcile(incident, {m.id: m for _, m in told}, {r.id: r for r, _ in told}, rule)


def test_ten_outlets_that_quote_one_ministry_are_one_origin() -> None:
    """Reports and outlets are counted apart from it."""
    told = [
        (report(f"r{n}", outlet=f"Paper {n}"), mention(f"r{n}", killed(6, 6, "the Interior Ministry's spokesman")))
        for n in range(10)
    ]
    found = reconciled(told)
    assert (found.reports, found.outlets, found.origins) == (10, 10, 1)
    assert found.tolls[0].origins == 1


def test_a_wire_story_and_its_copy_are_one_origin() -> None:
    """By its credit, or by its words."""
    words = " ".join(f"word{n}" for n in range(60))
    copies = [report("a", text=f"MARROW (Reuters) - {words}"), report("b", text=f"{words} and a closing line")]
    assert set(text_origins(copies).values()) == {"wire:reuters"}
    apart = [
        report("a", text="Someone told Reuters that it burned."),
        report("b", text="Another story altogether here."),
    ]
    assert len(set(text_origins(apart).values())) == 2


def test_nameless_witnesses_of_two_reports_are_two_origins() -> None:
    """Nobody could say that they are the same people."""
    told = [(report(key), mention(key, killed(2, 2, "witnesses"))) for key in ("a", "b")]
    assert len(origins([m for _, m in told], {r.id: r for r, _ in told})) == 2


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("origins", (3, 6, 9)), ("acled", (3, 3, 9)), ("ucdp", (3, 6, 9)), ("airwars", (3, 3, 9))],
)
def test_best_follows_the_written_rule(rule: str, expected: tuple[int, int, int]) -> None:
    """Two origins say six, one three, one nine."""
    claims = [
        killed(6, 6, "police"),
        killed(6, None, "the Red Crescent"),
        killed(3, 3, "the army"),
        killed(9, 9, "Ossian Thrale"),
    ]
    told = [(report(str(n)), mention(str(n), claim)) for n, claim in enumerate(claims)]
    toll = reconciled(told, rule).tolls[0]
    assert (toll.low, toll.best, toll.high) == expected
    assert rule == "origins" or rule in toll.rule.lower()


def test_ties_go_to_the_lower_figure() -> None:
    """One origin each."""
    told = [(report(str(n)), mention(str(n), killed(n, n, name))) for n, name in ((8, "police"), (5, "the army"))]
    assert reconciled(told).tolls[0].best == 5


def test_a_speaker_s_later_figure_replaces_the_earlier_one() -> None:
    """Police count two on Monday and six on Tuesday: they stand by six. Both claims are still shown."""
    told = [
        (report("a", 0), mention("a", killed(2, 2, "police"))),
        (report("b", 1), mention("b", killed(6, 6, "police"))),
    ]
    found = reconciled(told)
    assert (found.tolls[0].low, found.tolls[0].high) == (6, 6)
    assert {account.says for account in found.accounts} == {"2 killed", "6 killed"}


def test_a_part_is_no_toll_of_its_own() -> None:
    """Nor does it contradict the whole."""
    told = [(report("a"), mention("a", killed(6, 6, "police"), killed(4, 4, "police", part=True, who="four children")))]
    found = reconciled(told)
    assert found.tolls[0].low == found.tolls[0].high == 6
    assert found.contradictions == ()
    assert [account.says for account in found.accounts] == ["6 killed", "of them 4 killed (children)"]


def test_contradictions_name_toll_blame_place_and_day() -> None:
    """Each in a sentence of who says what."""
    told = [
        (report("a"), mention("a", killed(6, 6, "a security source"), blamed("Israel", Stance.SUSPECTS))),
        (
            report("b"),
            mention(
                "b", killed(2, 2, "the militia"), blamed("Israel", Stance.DENIES, "Israel's army"),
                blamed("Turkey", Stance.BLAMES, "a mayor"), place=FARHAVEN, day=DAY + timedelta(3),
            ),
        ),
    ]  # fmt: skip
    found = reconciled(told).contradictions
    assert [one.about for one in found] == ["killed", "blame", "blame", "day", "place"]
    assert "6 says a security source" in found[0].sentence
    assert "2 says the militia" in found[0].sentence


def test_compatible_figures_do_not_contradict() -> None:
    """At least four, and six."""
    told = [
        (report("a"), mention("a", killed(4, None, "police"))),
        (report("b"), mention("b", killed(6, 6, "the army"))),
    ]
    assert reconciled(told).contradictions == ()


def test_whoever_denies_that_it_happened_is_named() -> None:
    """Beside all who tell of it."""
    denial = Claim(About.OCCURRENCE, Stance.DENIES, SPAN, by("the ministry"))
    found = reconciled([(report("a"), mention("a", killed(6, 6), denial))])
    assert [one.about for one in found.contradictions] == ["occurrence"]


def test_a_claim_in_the_report_s_own_voice_has_the_origin_of_its_text() -> None:
    """And one by a named speaker the speaker's."""
    told, one = report("a"), mention("a", killed(6, 6), killed(5, 5, "Ossian Thrale"))
    assert [v.origin for v in voiced([one], {"a": told})] == ["text:a", "said:ossian thrale"]


def test_an_unknown_rule_is_bad_input() -> None:
    """The message lists the rules."""
    with pytest.raises(BadInput, match="origins, ucdp"):
        reconciled([(report("a"), mention("a"))], "median")


FIGHTERS = "six fighters"


@pytest.mark.parametrize(
    ("claims", "grade"),
    [
        ([killed(6, 6, "police")], Grade.WEAK),
        ([killed(6, 6, "police"), killed(5, 5, "police")], Grade.WEAK),
        ([killed(6, 6, "police"), killed(5, 5, "Ossian Thrale")], Grade.FAIR),
        ([killed(6, 6, "police"), killed(5, 5, "Ossian Thrale"), blamed("Israel", Stance.BLAMES, "a mayor"),
          blamed("Israel's army", Stance.SUSPECTS, "police")], Grade.FAIR),
        ([killed(6, 6, "police"), blamed("Israel", Stance.BLAMES, "a mayor"),
          blamed("Turkey", Stance.BLAMES, "police")], Grade.CONTESTED),
        ([killed(6, 6, "police"), blamed("Israel", Stance.DENIES, "Israel"),
          blamed("Turkey", Stance.BLAMES, "police")], Grade.WEAK),
        ([killed(6, 6, "police"), blamed("Israel", Stance.CLAIMS, "Israel"),
          blamed("Turkey", Stance.BLAMES, "police")], Grade.CONFIRMED),
        ([killed(6, 6, "the army", who=FIGHTERS), blamed("Israel", Stance.CLAIMS, "Israel")], Grade.DISCOUNTED),
        ([killed(6, 6, "the army", who=FIGHTERS), killed(6, 6, "a mayor", who="farmers")], Grade.FAIR),
        ([killed(0, 0, "police")], None),
        ([], None),
    ],
)  # fmt: skip
def test_the_grade_after_airwars_follows_its_written_rule(claims: list[Claim], grade: Grade | None) -> None:
    """The first rule that fits, in the written order."""
    graded = grade_of(reconciled([(report(str(n)), mention(str(n), claim)) for n, claim in enumerate(claims)]))
    assert graded.grade is grade
    assert graded.rule.startswith(grade.value if grade else "not graded")


def series(low: int | None, when: bool = True, actor: str | None = "Israel") -> Series:
    """The fourth strike in a week."""
    period = Stated(Interval(DAY - timedelta(6), DAY), SPAN) if when else None
    what = Span(0, 10, "airstrikes")
    return Series("a", SPAN, what, low, low, period, Stated(MARROW, SPAN), Stated(actor, SPAN) if actor else None)


@pytest.mark.parametrize(
    ("counted", "verdict"),
    [(series(1), "covered"), (series(4), "short by 3"), (series(4, when=False), "not checkable"),
     (series(None), "not checkable"), (series(1, actor="Turkey"), "short by 1")],
)  # fmt: skip
def test_a_series_is_set_against_what_the_ledger_holds(counted: Series, verdict: str) -> None:
    """For its actor, place and period."""
    near = mention("a", blamed("Israel", Stance.BLAMES))
    far = mention("b", blamed("Israel", Stance.BLAMES), place=FARHAVEN)
    late = mention("c", blamed("Israel", Stance.BLAMES), day=DAY + timedelta(30))
    incidents = [Incident(f"i-{m.id}", (m.id,)) for m in (near, far, late)]
    assert check_series(counted, incidents, {m.id: m for m in (near, far, late)}).verdict == verdict
