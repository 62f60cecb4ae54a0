"""Actors in sentences of our own: whom the words mean, and where they stand."""

import pytest

from rashomon.extract.parse import parse
from rashomon.records import ActorExpression, ActorKind, Place, PlaceExpression, PlaceKind, Span
from rashomon.where import find_places
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


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "The post was put out by Saraya al-Hadid, a little-known underground group.",
            "Saraya al-Hadid",
            "Saraya al-Hadid",
        ),
        ("The Kivuran People's Army, a guerrilla band, attacked.", "Kivuran People's Army", "Kivuran People's Army"),
        ("Warriors of the Aiyala clan stormed the hut.", "Warriors of the Aiyala clan", "Warriors of the Aiyala clan"),
        ("Men of the Okavango Forces shot two boys.", "Okavango Forces", "Okavango Forces"),
        (
            "The UPDF denied it. The United Plains Democratic Front has fought since May.",
            "UPDF",
            "United Plains Democratic Front",
        ),
        ("Paramilitary rangers shot two men.", "Paramilitary rangers", "Paramilitary rangers"),
    ],
)
def test_a_group_that_no_list_has_is_an_actor(text: str, quote: str, name: str) -> None:
    assert (quote, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Women's groups accused the police.",
        "Plan Vert, a monitoring group, counted nine dead.",
        "The National Security Forces arrived.",
        "A MAN FROM THE FRONT LINE BRIGADE SAID SO TODAY.",
    ],
)
def test_groups_that_do_not_fight_are_no_actors(text: str) -> None:
    assert not [e for e in find_actors(parse(text)) if e.rule in ("introduced in the report", "described group")]


def place(text: str, name: str, country: str) -> PlaceExpression:
    """A place in a text."""
    start = text.index(name)
    span = Span(start, start + len(name), name)
    return PlaceExpression(span, span, Place(name, PlaceKind.SETTLEMENT, country, 0.0, 0.0, 5.0, "by hand"), "by hand")


def test_the_army_is_that_of_the_country_where_it_happened() -> None:
    text = "Gunmen hit Tame and Fortul. The Army and French experts are there."
    places = [place(text, "Tame", "CO"), place(text, "Fortul", "CO")]
    names = {e.span.quote: e.name for e in find_actors(parse(text), places=places)}
    assert names["Army"] == "Colombia military"
    assert {e.span.quote: e.name for e in find_actors(parse(text))}["Army"] == "France military"


def test_the_government_is_no_foreign_one() -> None:
    text = "Gunmen hit Tame. France was told. The government has no answer."
    names = {e.span.quote: e.name for e in find_actors(parse(text), places=[place(text, "Tame", "CO")])}
    assert names["government"] == "Colombia"


def test_security_forces_after_a_dateline_are_the_country_s() -> None:
    text = "LUANDA (CP) - Security forces shot dead seven people on Sunday. Angola was calm."
    assert ("Security forces", "Angola military") in found(text)


def test_the_group_is_rather_a_named_than_a_described_one() -> None:
    text = "Boko Haram attacked a boat. Suspected herders fled. The group said nothing."
    assert the(text, "group").name == "Boko Haram"


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Guatemala was calm. The FAR blew up a bridge.", "FAR", "Rebel Armed Forces (FAR)"),
        ("The ERP blew up a bridge in El Salvador.", "ERP", "People's Revolutionary Army of El Salvador (ERP)"),
        ("The ERP blew up a bridge in Argentina.", "ERP", "People's Revolutionary Army (ERP)"),
        ("Colombia was told that the National Liberation Army did it.", "National Liberation Army", "ELN"),
        ("The National Guard of Venezuela was told.", "National Guard", "Bolivarian National Guard"),
    ],
)
def test_a_name_that_many_bear_is_that_of_the_report_s_country(text: str, quote: str, name: str) -> None:
    assert [told for words, told in found(text) if words == quote and name in told]


def test_a_name_that_many_bear_is_nobody_s_elsewhere() -> None:
    assert not [e for e in find_actors(parse("Norway's National Guard shot at a boat.")) if e.rule == "alias"]
    (own,) = (e for e in find_actors(parse("The National Liberation Army rebel group hit a post in Norway.")))
    assert (own.span.quote, own.rule) == ("National Liberation Army", "introduced in the report")


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("Rangers shot two men in Pakistan.", "Rangers", "pakistan-rangers"),
        ("CRPF men and Maoists fought in India.", "CRPF", "crpf"),
        ("CRPF men and Maoists fought in India.", "Maoists", "maoists-in"),
        ("Maoists blew up a bridge in Nepal.", "Maoists", "cpn-m"),
        ("Al-Shabaab burnt a village in Mozambique.", "Al-Shabaab", "is-mozambique"),
        ("Al-Shabaab burnt a village in Somalia.", "Al-Shabaab", "al-shabaab"),
        ("The Bosnian Serb army shelled the town.", "Bosnian Serb army", "vrs"),
        ("The 444th Brigade took the port of Tripoli.", "444th Brigade", "444-brigade"),
        ("Fighters of Los Chapitos burnt a lorry.", "Los Chapitos", "sinaloa-cartel"),
        ("OMON beat the men in the square.", "OMON", "omon"),
        ("The KNU said that the DKBA burnt the school.", "DKBA", "dkba"),
    ],
)
def test_groups_and_forces_are_known_by_the_names_that_papers_use(text: str, quote: str, actor: str) -> None:
    (meant,) = (e.actor for e in find_actors(parse(text)) if e.span.quote == quote)
    assert meant is not None
    assert meant.id == actor


@pytest.mark.parametrize(
    "text", ["The rangers of the park shot a boar in Norway.", "On 17 November a bomb went off in Greece."]
)
def test_words_that_are_also_names_are_no_actors(text: str) -> None:
    assert not [e for e in find_actors(parse(text)) if e.rule == "alias"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mozambican soldiers fled. In Tanzania, soldiers shot a man.", "soldiers", "Tanzania military"),
        ("Indian troops fired. In Islamabad, the military said two men died.", "military", "Pakistani military"),
        ("An army platoon left the town in Peru.", "army", "Peru military"),
        ("Air force planes bombed a camp in Peru.", "Air force", "Peru military"),
        ("Border guards shot two men in Peru.", "Border guards", "Peru military"),
        ("A death squad murdered two men.", "death squad", "death squad"),
    ],
)
def test_forces_of_a_state_are_known_by_where_the_sentence_opens_and_by_what_they_are(
    text: str, words: str, name: str
) -> None:
    parsed = parse(text)
    told = [e for e in find_actors(parsed, places=find_places(parsed)) if e.span.quote == words]
    assert [e.name for e in told] == [name]
    assert all(text[e.span.start : e.span.end] == words for e in told)


def test_guards_of_nobody_and_troops_after_a_groups_name_are_no_states_forces() -> None:
    parsed = parse("The guards fled. M23 troops burned the mill in Peru.")
    assert [e.span.quote for e in find_actors(parsed) if e.kind is ActorKind.STATE_FORCES] == []
