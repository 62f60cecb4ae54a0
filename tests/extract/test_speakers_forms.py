"""Forms of attribution beyond the plain ones: pointing words, set phrases, asides, papers and their owners."""

import pytest

from rashomon.extract.attribution import Sense, find_attributions, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, the speaker nearest to the fact (None for the report's own voice); all in our own words
POINTING = [
    ("The mayor's office said six died. It added that two were missing.", "two were missing", "The mayor's office"),
    ("A baker said six died. He said two were missing.", "two were missing", "A baker"),
    ("Omania's army said its men had killed six men of the Red Front. Two died, it said.", "Two died", "Omania's army"),
    ("The Free Valley Army claimed the raid. The group said its men killed six.", "killed six", "The Free Valley Army"),
    ("The Red Hand issued a statement. Witnesses fled. Six died, the statement said.", "Six died", "The Red Hand"),
    (
        "A site ran a message signed by the Red Hand. Six men fired. Six died, the message says.",
        "Six died",
        "the Red Hand",
    ),
    ("Two guards fled. One of them said six had died.", "six had died", "One of them"),
]
OWNERS = [
    ("According to information gathered by medics, six people died.", "six people died", "medics"),
    ("An investigation by Clear Sight found that six people were killed.", "six people were killed", "Clear Sight"),
    ("The army's press office issued a statement saying six men were killed.", "six men were killed", "press office"),
    ("The toll is below the 40 given by the villagers.", "the 40 given by the villagers", "the villagers"),
]
PHRASES = [
    ("The council had spoken on Tuesday evening of nine dead.", "nine dead", "The council"),
    ("As confirmed by police, six people were killed in the blast.", "six people were killed", "police"),
    (
        "Six people died, Omar Said, a local leader, was quoted as saying.",
        "Six people died",
        "Omar Said, a local leader",
    ),
    ("According to the team, a mine went off, and eight men died there.", "eight men died there", "the team"),
    ("The toll was later raised to six by the army.", "to six", "the army"),
    (
        "The prefect said 18 had died and the mayor's office counted 21 bodies.",
        "the mayor's office counted 21 bodies",
        "the mayor's office",
    ),
    ("The army gave its own casualties as nine dead.", "nine dead", "The army"),
    ("The front imputed the massacre to the security services.", "the massacre", "The front"),
    ("A bomb claimed the lives of five travellers.", "five travellers", None),
]
ASIDES = [
    ("Six people were killed, Omar Said, 34, said.", "Six people were killed", "Omar Said, 34"),
    ('"I saw six bodies," Omar Said, a baker, told the paper.', "six bodies", "Omar Said, a baker"),
    ("Six people were killed, a medic, speaking by telephone, told the paper.", "Six people were killed", "a medic"),
    ("Six died in a raid on the town on April 2, 2022, Clear Sight said today.", "Six died", "Clear Sight"),
    ("Six died on Friday, the head of a panel appointed by the king said.", "Six died", "the head of a panel"),
    ('"There was no raid," declared yesterday the prosecutor, Omar Said.', "There was no raid", "the prosecutor"),
    ('"We did not do this", pointed out a spokesman of the front.', "We did not do this", "a spokesman of the front"),
    ("Local media, citing hospital sources, put the toll at nine.", "the toll at nine", "hospital sources"),
    ("Six men died, state TV reported quoting a guard.", "Six men died", "a guard"),
    ("Two lost their lives, the ministry said in a statement that made no mention of it.", "Two lost", "the ministry"),
]


def nearest(text: str, words: str) -> str | None:
    read = parse(text)
    start = text.index(words)
    speakers = speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words)))
    return speakers[0].name if speakers else None


@pytest.mark.parametrize(("text", "words", "name"), [*POINTING, *OWNERS, *PHRASES, *ASIDES])
def test_the_nearest_speaker_is_found_in_every_form(text: str, words: str, name: str | None) -> None:
    found = nearest(text, words)
    assert found is None if name is None else found is not None and name in found


@pytest.mark.parametrize("title", ["Mr.", "Gen.", "Lt. Col."])
def test_a_quotation_goes_on_after_a_title_whose_full_stop_ends_no_sentence(title: str) -> None:
    text = f'"They came at night," {title} Said said. "Two of them were boys."'
    (attribution,) = find_attributions(parse(text))
    assert [c.quote for c in attribution.content] == ['"They came at night,"', '"Two of them were boys."']


@pytest.mark.parametrize(
    "text",
    [
        "The junta has said nothing about the raid.",
        "The city has not made any statement.",
        "The army has not replied to it.",
    ],
)
def test_silence_is_a_declined_comment(text: str) -> None:
    assert Sense.DECLINES in {a.sense for a in find_attributions(parse(text))}
