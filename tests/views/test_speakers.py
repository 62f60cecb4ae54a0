"""Speakers over incidents, against counts made by hand."""

from collections.abc import Iterator
from datetime import date

import pytest

from rashomon.ledger import Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Incident,
    Reconciled,
    Report,
    Span,
    Speaker,
    Stance,
    Stated,
    Voiced,
)
from rashomon.views import Comparison, voices

WORDS = Span(0, 5, "words")
DAYS = {"early": date(2024, 5, 14), "late": date(2024, 5, 15)}


def said(origin: str, name: str, report: str, about: About, stance: Stance, value: int | str | None = None) -> Voiced:
    actor = Stated(value, WORDS) if isinstance(value, str) else None
    dead = value if isinstance(value, int) else None
    claim = Claim(about, stance, WORDS, (Speaker(Span(0, len(name), name)),) if name else (), dead, dead, actor=actor)
    return Voiced(claim, "m-none", report, f"{report} paper", origin)


def incident(name: str, *claims: Voiced) -> Reconciled:
    account = Account(About.KILLED, "", claims, len(claims))
    return Reconciled(Incident(name, ("m-none",)), (account,), (), (), 1, 1, 1)


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    """police: 5 dead on the first day; the mayor: 8 a day later, who blames the Front; the Front denies it."""
    killed, deed = About.KILLED, About.PERPETRATOR
    with Ledger.open(location) as made:
        for name, day in DAYS.items():
            made.add_report(Report(name, name, published=day))
        told = incident(
            "i-market",
            said("said:police", "police", "early", killed, Stance.ASSERTS, 5),
            said("said:police", "the police", "late", killed, Stance.ASSERTS, 5),
            said("said:mayor", "the mayor", "late", killed, Stance.ASSERTS, 8),
            said("said:mayor", "the mayor", "late", deed, Stance.BLAMES, "Front"),
            said("said:=front", "the Front", "late", deed, Stance.DENIES, "Front"),
            said("text:late", "", "late", killed, Stance.ASSERTS, 8),
        )
        alone = incident("i-bridge", said("said:police", "police", "early", killed, Stance.ASSERTS, 2))
        made.replace_incidents([told, alone], 2)
        yield made


def test_who_is_first_and_who_is_alone(ledger: Ledger) -> None:
    found = {one.name: one for one in voices(ledger, ledger.incidents()).speakers}
    assert set(found) == {"police", "the mayor", "the Front"}  # the text's own voice is nobody's
    assert (len(found["police"].incidents), found["police"].first, found["police"].alone) == (2, 2, 1)
    assert (found["the mayor"].first, found["the mayor"].alone) == (0, 0)


def test_counts_of_the_dead_stand_beside_the_median_of_others(ledger: Ledger) -> None:
    found = {one.name: one for one in voices(ledger, ledger.incidents()).speakers}
    assert found["police"].killed == Comparison(lower=1)
    assert found["the mayor"].killed == Comparison(higher=1)
    assert found["the Front"].killed == Comparison()


def test_whom_a_speaker_blames_and_what_it_denies(ledger: Ledger) -> None:
    found = {one.name: one for one in voices(ledger, ledger.incidents()).speakers}
    assert found["the mayor"].blames == (("Front", 1),)
    assert found["the Front"].denies == (("Front", 1),)


def test_outlets_are_first_and_alone_by_the_days_of_their_reports(ledger: Ledger) -> None:
    found = {one.name: one for one in voices(ledger, ledger.incidents()).outlets}
    assert (found["early paper"].incidents, found["early paper"].first, found["early paper"].alone) == (2, 2, 1)
    assert (found["late paper"].first, found["late paper"].alone) == (0, 0)
    assert (found["late paper"].own_voice, found["late paper"].quoted) == (1, 4)


def test_a_speaker_of_no_list_is_one_for_each_country(small_ledger: Ledger) -> None:
    for speaker in voices(small_ledger, small_ledger.incidents()).speakers:
        known_actor = speaker.origin.startswith("said:=")
        assert (speaker.country is None) is known_actor or speaker.key.endswith(f"({speaker.country})")
