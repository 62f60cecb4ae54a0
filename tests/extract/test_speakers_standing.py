"""Who said what where no plain verb of saying tells: papers, certainty, brackets, "announced this", figures by "it"."""

import pytest

from rashomon.extract.attribution import Sense, find_attributions, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, the speaker nearest to the fact (None for the report's own voice); all in our own words
FORMS = [
    ("Data collected by Hill Watch indicate nine deaths.", "nine deaths", "Hill Watch"),
    ("The elders' list has nine names of the dead.", "nine names", "elders"),
    ("The mayor, Luis Paz, is certain that nine people died.", "nine people died", "Luis Paz"),
    ("The mayor had no doubt that nine people died.", "nine people died", "The mayor"),
    ("It was the mayor who announced that nine had died.", "nine had died", "the mayor"),
    ("Nine people were killed (police).", "Nine people were killed", "police"),
    ("Luis Paz, mayor: nine people were killed.", "nine people were killed", "Luis Paz"),
    ("Nine people died at dawn. The mayor announced this on the radio.", "Nine people died", "The mayor"),
    ("Nine died at dawn. This was reported by Luis Paz, the mayor.", "Nine died", "Luis Paz"),
    ("The prison service, the SPS, had given it as 100.", "100", "the SPS"),
    ("The army first said none had died; it later corrected itself to three.", "to three", "The army"),
    ("Hill Watch could confirm only nine deaths.", "nine deaths", "Hill Watch"),
    ("The blast, said by officials to have killed nine people, happened at dawn.", "killed nine", "officials"),
    ("By their own account, the rebels lost two men.", "lost two men", "the rebels"),
    ("The blast killed, by official accounts, nine people.", "nine people", "official accounts"),
    ("Nine deaths were confirmed by the coroner, Abel Sow.", "Nine deaths", "the coroner, Abel Sow"),
    ("There were no victims, the governor of Zabo, Luis Paz, assured.", "There were no victims", "Luis Paz"),
    ("Two women were killed and 22 people hurt, according to the police.", "Two women were killed", "the police"),
    (
        "Six pupils were shot, according to the UN's humanitarian office, OCHA.",
        "Six pupils",
        "humanitarian office, OCHA",
    ),
    ("State radio, citing the governor, Luis Paz, gave a toll of nine.", "a toll of nine", "Luis Paz"),
    ("Baz named the front as the author and said six had died.", "six had died", "Baz"),
    ("A farmer, Luis Paz, on whose field it fell, said six had died.", "six had died", "Luis Paz"),
    ("The minister wrote of nine dead.", "nine dead", "The minister"),
]
POINTING = [
    # who acts in the paragraph, not who spoke in the one before
    (
        "Six died, Colonel Omar Baz said.\n\nA nurse, Ana Ruiz, lost two cousins. Nine were brought in, she said.",
        "Nine were brought in",
        "Ana Ruiz",
    ),
    # a woman is no "he"
    (
        "The spokesman, Omar Baz, said six died. A widow told of nine. Two were boys, he said.",
        "Two were boys",
        "Omar Baz",
    ),
    # who was killed does not speak
    ("Six died, Omar Baz said. Constable Luis Paz was killed. He was 30, he said.", "He was 30", "Omar Baz"),
    # the charity of the same sentence
    (
        "The army said six died. Four wounded were flown to Zabo by the Red Cross, the charity said.",
        "Four wounded",
        "the Red Cross",
    ),
    # whoever adds is whoever said
    ("The army said three bridges were hit, adding that six men died.", "six men died", "The army"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), [*FORMS, *POINTING], ids=lambda value: str(value)[:40])
def test_the_speaker_is_found(text: str, words: str, speaker: str | None) -> None:
    read = parse(text, None)
    start = text.index(words)
    found = speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words)))
    assert all(s.span.fits(text) for s in found)
    assert (speaker is None and not found) or (speaker is not None and speaker in found[0].name)


# text, the cue, what is said, piece by piece
EXTENTS = [
    ("The mayor said six people died, which drew thousands to the square.", "said", ["six people died"]),
    ("The mayor said that six people died and that two were missing.", "said", ["that six people died and that two"]),
    ("The army denied it and sent three tanks to the village.", "denied", ["it"]),
]


@pytest.mark.parametrize(("text", "cue", "pieces"), EXTENTS, ids=lambda value: str(value)[:40])
def test_what_is_said_ends_where_the_speaker_does(text: str, cue: str, pieces: list[str]) -> None:
    found = next(a for a in find_attributions(parse(text, None)) if a.cue.quote == cue)
    assert [c.quote.startswith(piece) for c, piece in zip(found.content, pieces, strict=True)] == [True] * len(pieces)
    assert all(text[c.start : c.end] == c.quote for c in found.content)


def test_what_one_keeps_away_from_is_denied() -> None:
    found = find_attributions(parse("The Red Front dissociated itself from the attack.", None))
    assert [(a.sense, a.content[0].quote) for a in found] == [(Sense.DENIES, "the attack")]


@pytest.mark.parametrize(
    "text", ["and said", "(police)", "( said", "Six died (police", "said by", ", | said", "It, and said"]
)
def test_broken_words_are_no_error(text: str) -> None:
    for attribution in find_attributions(parse(text, None)):
        assert all(text[c.start : c.end] == c.quote for c in attribution.content)
