"""The whole way of the data: what is read, that it is the same in any order, and that no value lacks its words."""

import dataclasses
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import Places

import rashomon
from rashomon.ingest import Ingested, ingest
from rashomon.ledger import Ledger
from rashomon.records import About, Reading, Report, Span, Stance

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
STRIKE = Report(
    "r-1",
    "Drone strike kills six near Rundu\n\nA drone struck two boats near Rundu in Namibia on Sunday, "
    "killing six people, the town's hospital said.\n\nThe army denied that it had carried out the strike.",
    "Drone strike kills six near Rundu",
    "Northern Dispatch",
    date(2024, 5, 14),
)


def spans(value: Any) -> Iterator[Span]:
    """Every span within a record."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def examples() -> list[Report]:
    """The reports in examples/."""
    return [o.report for o in ingest([EXAMPLES]) if isinstance(o, Ingested)]


def state(ledger: Ledger) -> tuple[list[Reading], list[str], list[Any]]:
    """What a ledger knows, without when it came to know it."""
    return list(ledger.readings()), [row.id for row in ledger.incidents()], list(ledger.each_incident())


def test_a_report_is_read_with_speaker_toll_day_and_place() -> None:
    (mention,) = rashomon.read(STRIKE).mentions
    killed = next(c for c in mention.claims if c.about is About.KILLED)
    assert (killed.low, killed.high, killed.stance) == (6, 6, Stance.ASSERTS)
    assert killed.speakers
    assert "hospital" in killed.speakers[0].name
    assert mention.when is not None
    assert (mention.when.value.first, mention.when.value.last) == (date(2024, 5, 12), date(2024, 5, 12))
    assert mention.where is not None
    assert mention.where.value.country == "NA"
    assert {m.value for m in mention.means} == {"drone"}
    assert mention.sub_event_type.value == "Air/drone strike"


def test_reading_twice_gives_the_same() -> None:
    assert rashomon.read(STRIKE) == rashomon.read(STRIKE)


def test_an_undated_report_keeps_its_times_relative() -> None:
    text = "A mortar shell hit a school at Nkurenkuru on Sunday, killing a teacher, police said."
    (mention,) = rashomon.read(Report("r", text)).mentions
    assert mention.when is None
    assert mention.when_relative is not None
    assert "Sunday" in mention.when_relative.value


def test_a_report_without_an_incident_has_no_mention() -> None:
    text = "The council approved a budget for new roads. Farmers welcomed the rain that fell in March."
    assert rashomon.read(Report("r", text, published=date(2024, 5, 14))).mentions == ()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            """A drone struck killed 5 people wounded six police said on Sunday in Rundu . The army denied “ ” " attack
            bomb no one was hurt since May and 12,000 at least dozens according to \n\n 🙂 \u202e ( -- BAGHDAD ; he told
            Reuters that Israel carried out the strike claimed responsibility hours later""".split(" ")
        ),
        max_size=60,
    ).map(" ".join)
)
def test_no_value_without_its_words_in_any_text(text: str) -> None:
    reading = rashomon.read(Report("r", text, published=date(2024, 5, 14)))
    assert all(span.fits(text) for span in spans(reading))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "💥" * 50,
        "9 " * 3000,
        '"' * 500,
        "KILLED " * 800,
        "(" * 300,
        "a" * 20_000,
        "\u202e\u200f bomb killed 5",
    ],
)
def test_odd_texts_are_read_without_a_crash(text: str) -> None:
    assert all(span.fits(text) for span in spans(rashomon.read(Report("r", text))))


def test_a_build_is_the_same_twice_and_in_any_order(places: Places) -> None:
    reports = examples()
    seed = 20_240_514
    print(f"seed {seed}")
    shuffled = random.Random(seed).sample(reports, len(reports))  # noqa: S311 (an order, not a secret)
    with Ledger.open(places("one")) as one, Ledger.open(places("two")) as two:
        first = rashomon.build(reports, one)
        rashomon.build(shuffled[:5], two)
        rashomon.build(shuffled, two)
        assert first.added == len(reports)
        assert state(one) == state(two)
        again = rashomon.build(reports, one)
        assert (again.added, again.known) == (0, len(reports))
        assert state(one) == state(two)
        assert one.verify() == []


def test_a_report_the_ledger_refuses_does_not_end_the_build(ledger: Ledger) -> None:
    torn = Report("torn", "A bomb killed five people.\ud800")
    result = rashomon.build([torn, STRIKE], ledger)
    assert [report_id for report_id, _ in result.refused] == ["torn"]
    assert result.added == 1


def test_an_unknown_public_name_says_which_there_are() -> None:
    with pytest.raises(AttributeError, match="it has BuildResult, Ledger"):
        _ = rashomon.nothing
