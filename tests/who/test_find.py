"""Actors in sentences of our own: whom the words mean, and where they stand."""

import pytest

from rashomon.extract.parse import parse
from rashomon.records import ActorExpression, ActorKind
from rashomon.who import find_actors


def found(text: str) -> list[tuple[str, str]]:
    """The words and the names of the actors in a text."""
    expressions = find_actors(parse(text))
    assert all(e.span.fits(text) for e in expressions)
    return [(e.span.quote, e.name) for e in expressions]


def the(text: str, quote: str) -> ActorExpression:
    """The one expression with these words."""
    return next(e for e in find_actors(parse(text)) if e.span.quote == quote)


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("A convoy of the PMU was hit near the border.", "PMU", "Popular Mobilization Forces (PMF, Hashd al-Shaabi)"),
        (
            "Fighters of Hashed al-Shaabi came under fire.",
            "Hashed al-Shaabi",
            "Popular Mobilization Forces (PMF, Hashd al-Shaabi)",
        ),
        ("Al Shabab raided the village.", "Al Shabab", "al-Shabaab"),
        ("Huthi gunners shelled the port.", "Huthi", "Houthis"),
        ("The IDF shelled the hill.", "IDF", "Israeli military"),
        ("Israeli troops shelled the hill.", "Israeli troops", "Israeli military"),
        ("Israeli warplanes bombed the hill.", "Israeli", "Israel"),
        ("The U.S. said it had struck a depot.", "U.S.", "United States"),
        ("Damascus denied the report.", "Damascus", "Syria"),
        ("Peru's police shot two men.", "Peru's police", "Peru police"),
        (
            "A raid by the Saudi-led military coalition killed four.",
            "Saudi-led military coalition",
            "Saudi-led coalition",
        ),
    ],
)
def test_listed_actors_are_known_under_all_their_names(text: str, quote: str, name: str) -> None:
    assert (quote, name) in found(text)


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("The ZORN-Makia rebel group attacked a post.", "ZORN-Makia", "ZORN-Makia"),
        (
            "A group calling itself the Ozark Vengeance Brigade said so.",
            "Ozark Vengeance Brigade",
            "Ozark Vengeance Brigade",
        ),
        (
            "The Blue Hills Liberation Front (BHLF) struck. Later the BHLF denied it.",
            "BHLF",
            "Blue Hills Liberation Front",
        ),
    ],
)
def test_groups_outside_the_list_keep_the_name_that_the_report_gives(text: str, quote: str, name: str) -> None:
    assert (quote, name) in found(text)


def test_the_group_is_the_last_group_named() -> None:
    text = "Boko Haram raided a town. Residents fled. The group has not commented."
    assert ("group", "Boko Haram") in found(text)
    assert the(text, "group").rule == "anaphor"


def test_the_army_is_that_of_the_country_of_the_report() -> None:
    assert ("army", "Peru military") in found("A bomb went off in Peru. The army said it knew nothing.")


@pytest.mark.parametrize(
    ("text", "quote", "rule"),
    [
        ("Suspected herders killed six farmers.", "herders", "suspected group"),
        ("A Shia militia in the south fired rockets.", "Shia militia", "described group"),
        ("Gunmen killed six farmers.", "Gunmen", "bare group noun"),
    ],
)
def test_described_groups_are_unnamed_actors(text: str, quote: str, rule: str) -> None:
    expression = the(text, quote)
    assert (expression.kind, expression.rule, expression.actor) == (ActorKind.UNNAMED, rule, None)


def test_a_country_where_something_happened_is_no_actor() -> None:
    assert found("A bomb went off in northern Iraq.") == []


def test_militants_of_a_country_are_not_the_country() -> None:
    assert ("Somali militants", "Somali militants") in found("Somali militants attacked the base.")


@pytest.mark.parametrize("text", ["", "\u202e\U0001f600 \" ' (", "al- " * 500, "IS IS IS IS IS", "A" * 5000])
def test_odd_text_is_read_without_harm(text: str) -> None:
    found(text)
