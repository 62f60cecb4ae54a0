"""Whole and part, sums of plain lists, denials, headlines, spans: what a toll is beside its figure."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extract.parse import parse
from rashomon.extract.tolls import Kind, Scope, Toll, every_toll, find_tolls
from rashomon.extract.tolls.find import LONGEST_SPAN
from rashomon.records import About, Stance

HEADLINE = "Blast in Torvale\n\n"


def tolls(text: str) -> tuple[Toll, ...]:
    return find_tolls(parse(HEADLINE + text))


def parts(text: str) -> set[tuple[str, int | None, int | None, bool]]:
    return {(t.about.value, t.low, t.high, t.part) for t in tolls(text)}


PARTS = [
    (
        "The blast killed 11 people, including four children.",
        {("killed", 11, 11, False), ("killed", 4, 4, True)},
    ),
    (
        "The bomb hit a patrol, killing 12 guards and wounding 31 people, six of them officers.",
        {("killed", 12, 12, False), ("wounded", 31, 31, False), ("wounded", 6, 6, True)},
    ),
    (
        "Gunmen killed 12 people, among them two nurses.",
        {("killed", 12, 12, False), ("killed", 2, 2, True)},
    ),
    (
        "At least 30 people, 18 of them women, died.",
        {("killed", 30, None, False), ("killed", 18, 18, True)},
    ),
    (
        "Eight nurses and a driver were killed.",
        {("killed", 9, 9, False), ("killed", 8, 8, True), ("killed", 1, 1, True)},
    ),
    (
        "The attackers killed 21 people: 14 children, three women and four men.",
        {("killed", 21, 21, False), ("killed", 14, 14, True), ("killed", 3, 3, True), ("killed", 4, 4, True)},
    ),
    (
        "Fifteen people died. Seven of the dead were clerks and eight were guards.",
        {("killed", 15, 15, False), ("killed", 7, 7, True), ("killed", 8, 8, True)},
    ),
    (
        "Fourteen people were hurt. Two nurses were among the wounded.",
        {("wounded", 14, 14, False), ("wounded", 2, 2, True)},
    ),
    (
        "Six guards were killed. Four of them belonged to the border force and two to the army.",
        {("killed", 6, 6, False), ("killed", 4, 4, True), ("killed", 2, 2, True)},
    ),
    (
        "Six villagers, two soldiers and several gunmen were killed.",
        {("killed", 6, 6, True), ("killed", 2, 2, True), ("killed", 3, None, True)},
    ),
    (
        "Soldiers shot dead a mother and her two sons.",
        {("killed", 3, 3, False)},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_subgroups_are_parts_and_plain_lists_add_up(
    text: str, wanted: set[tuple[str, int | None, int | None, bool]]
) -> None:
    assert parts(text) == wanted


DENIALS = [
    ("The army denied that any civilians had been killed.", {About.KILLED}, True),
    ("The army said no civilians were hurt.", {About.KILLED, About.WOUNDED}, True),
    ("The group's own fighters were not harmed.", {About.KILLED, About.WOUNDED}, False),
    ("The ministry rejected the claim that 40 soldiers had died.", {About.KILLED}, False),
    ("The reports of casualties were false, the governor said.", {About.KILLED, About.WOUNDED}, False),
]


@pytest.mark.parametrize(("text", "abouts", "part"), DENIALS)
def test_losses_rejected_without_a_figure_are_denied(text: str, abouts: set[About], part: bool) -> None:
    found = tolls(text)
    assert {t.about for t in found} == abouts
    assert {(t.stance, t.low, t.high, t.kind, t.part) for t in found} == {(Stance.DENIES, None, None, Kind.NONE, part)}


def test_a_denial_of_the_deed_is_no_denial_of_the_losses() -> None:
    assert tolls("The minister denied killing the farmers.") == ()


def test_a_figure_goes_on_from_the_toll_before_it() -> None:
    found = tolls("Police said nine people were killed. The army put it at 12. Residents said 15.")
    assert [(t.about, t.low, t.pattern) for t in found][1:] == [
        (About.KILLED, 12, "referring"),
        (About.KILLED, 15, "referring"),
    ]


def test_a_figure_without_a_toll_before_it_is_none() -> None:
    assert tolls("The army put it at 12. Residents said 15.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "More than 4,000 people have been killed since the insurgency began in 2004.",
        "Since Monday, 120 people have been killed in raids on the valley.",
        "The war has killed 3,000 people.",
    ],
)
def test_a_period_s_dead_are_told_apart_from_an_incident_s(text: str) -> None:
    found = every_toll(parse(HEADLINE + text))
    assert [t.scope for t in found] == [Scope.SEVERAL]
    assert tolls(text) == ()


def test_killed_and_wounded_together_are_combined() -> None:
    found = every_toll(parse(HEADLINE + "About 20 people were killed or wounded."))
    assert found
    assert all(t.combined for t in found)


def test_a_plan_is_unreal() -> None:
    found = every_toll(parse(HEADLINE + "They threatened to kill 50 hostages."))
    assert [t.unreal for t in found] == [True]


def test_a_headline_said_again_in_the_body_is_marked() -> None:
    text = "Drone strike kills 6 in Torvale\n\nSix people were killed, the mayor said."
    found = every_toll(parse(text, "Drone strike kills 6 in Torvale"))
    assert [(t.low, t.repeats) for t in found] == [(6, True), (6, False)]


def test_every_value_stands_at_its_planted_words() -> None:
    text = HEADLINE + "At least 14 guards were killed, the mayor said."
    (toll,) = find_tolls(parse(text))
    start = text.index("At least")
    assert (toll.number.start, toll.number.quote) == (start, "At least 14 guards")
    assert toll.span.quote == "At least 14 guards were killed"
    assert toll.who is not None
    assert toll.who.quote == "guards"
    assert parse(text).tokens[toll.cue].text == "killed"


def test_an_inferred_value_names_its_rule() -> None:
    assert [t.rule for t in tolls("Dozens of people were killed.")] == ["dozens is at least 24"]


PIECES = " .,;:-'\"“()\n\t12,740 killed dead no of them and wounded 🎯\u200f\u00a0éX"
ODD = st.text(alphabet=st.sampled_from(list(PIECES)), max_size=200)
WORDS = st.lists(
    st.sampled_from(
        "killed wounded 12 three dozens of them including soldiers a policeman and , . ; the dead toll rose to at "
        "least no casualties denied that were himself his wife injured bodies among between 5 lost lives said "
        "none".split()
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(ODD, WORDS))
def test_any_text_gives_values_with_their_words_and_never_fails(text: str) -> None:
    for toll in every_toll(parse(text)):
        assert toll.span.fits(text)
        assert toll.number.fits(text)
        assert toll.who is None or toll.who.fits(text)
        assert len(toll.span) <= LONGEST_SPAN
        assert 0 <= toll.likelihood <= 1
        assert toll.low is None or toll.high is None or toll.low <= toll.high
        assert toll.stance is Stance.DENIES or toll.low is not None or toll.high is not None


@pytest.mark.parametrize("unit", ["killed 5 soldiers and ", "12 13 14 ", "a guard, "])
def test_time_grows_with_the_length_only(unit: str) -> None:
    short, long = (parse(unit * (length // len(unit))) for length in (4_000, 16_000))
    begun = time.perf_counter()
    every_toll(short)
    once = time.perf_counter() - begun
    begun = time.perf_counter()
    every_toll(long)
    assert time.perf_counter() - begun < 12 * once + 0.5


def test_the_same_text_gives_the_same_tolls() -> None:
    text = HEADLINE + "Nine soldiers and a policeman were killed and dozens wounded, five of them badly."
    assert find_tolls(parse(text)) == find_tolls(parse(text))
