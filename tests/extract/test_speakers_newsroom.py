"""Speakers as newsrooms name them: by age and trade, by rank, by what they count, behind a dateline or a colon."""

import pytest

from rashomon.extract.attribution import find_attributions, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, the speaker nearest to the fact (None for the report's own voice); all in our own words
FORMS = [
    (
        '"Three of my neighbours are dead," Ana Paz, 43, a teacher, told this paper.',
        "Three of",
        "Ana Paz, 43, a teacher",
    ),
    ('"We lost three good men," Lt. Col. Omar Baz told reporters on Sunday.', "three good men", "Lt. Col. Omar Baz"),
    (
        "Eleven people died, its president, Omar Baz, told Radio Zabo. The army left.",
        "Eleven",
        "its president, Omar Baz",
    ),
    ("The helmets counted 23 dead by sunrise.", "23 dead", "The helmets"),
    ("The police gave five dead: two of their own and three others.", "five dead", "The police"),
    ("The rebels boasted of having killed 40 soldiers.", "killed 40 soldiers", "The rebels"),
    ("The army owned up to three dead.", "three dead", "The army"),
    ("The ombudsman's office counted 21 wounded, six of them minors.", "six of them", "The ombudsman's office"),
    ("Radio Zabo said the army had fired; it admitted to two dead.", "two dead", "Radio Zabo"),
    ("Nine were killed by a mine, and 20 were hurt, according to the mayor.", "Nine were killed", "the mayor"),
    ("By the army's account, six rebels died; villagers speak of two.", "two", "villagers"),
    ('"A drone dropped a grenade, wounding two fighters," read its statement.', "wounding two", "its statement"),
    ("A guard who survived saw two women killed with machetes.", "two women killed", "A guard"),
    ("Shells hit Zabo, police said.\n\nThe government's toll remained at 13 dead.", "13 dead", "The government"),
    ('The mayor, Ana Paz, shook her head: "Nine of our people are dead."', "Nine of our people", "The mayor, Ana Paz"),
    ("A driver was hurt in Zabo, the city's military administration reports.", "A driver was hurt", "administration"),
]
POINTING = [
    # a state is no general who sits in its capital
    ("A general in Moscow said six died.\n\nTwelve were killed, Moscow says.", "Twelve were killed", "Moscow"),
    # a note that nobody has named is nobody's
    ("Rights groups say he must go.\n\nA note said nine were killed.", "nine were killed", "A note"),
    # the charity behind a dateline
    ("ZABO - Doctors for All left the town on Sunday. Three died, the charity said.", "Three died", "Doctors for All"),
    # "he" is no ministry
    (
        "Three died, the Secretary of National Defence, Luis Paz, informed on Friday.\n\nNine were hurt, he added.",
        "Nine were hurt",
        "Luis Paz",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), [*FORMS, *POINTING], ids=lambda value: str(value)[:40])
def test_the_speaker_is_found(text: str, words: str, speaker: str) -> None:
    read = parse(text, None)
    start = text.index(words)
    found = speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words)))
    assert all(s.span.fits(text) for s in found)
    assert found
    assert speaker in found[0].name
    assert "ZABO" not in found[0].name
