"""Speakers whose misses on kept-apart reports had one cause each: counting without saying, channels, pointing back."""

import pytest

from rashomon.extract.attribution import find_attributions, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, the speaker nearest to the fact; all in our own words
COUNTING = [
    ("An Antarian commission found five bodies.", "five bodies", "An Antarian commission"),
    ("Monitors of the League who came at noon found 14 bodies in a van.", "14 bodies", "Monitors of the League"),
    ("The local Red Cross brought in 31 bodies on Monday.", "31 bodies", "The local Red Cross"),
    ("The Zabo Red Cross evacuated 37 wounded by canoe.", "37 wounded", "The Zabo Red Cross"),
    ("A foundation for rights in Zabo has a list of 30 names.", "30 names", "A foundation for rights in Zabo"),
    ('A nurse put the dead of the two days at 31, "of whom 4 are small children".', "31", "A nurse"),
    ("A guard was killed by a mine, it was learned from a security source.", "A guard was", "a security source"),
    ("Nine men were shot at dawn, our delegates learned from survivors.", "Nine men were shot", "survivors"),
    ("The agency learned from hospital sources that nine people had died.", "nine people", "hospital sources"),
]
EXTENTS = [
    (
        "Forty people were killed, ten women and three infants among them, the UN rights office said on Friday.",
        "three infants",
        "the UN rights office",
    ),
    (
        "Dozens dead in a day\n\nZABO, Oct 11: Raiders gunned down six members of a family at Pandua, in Zabo, "
        "last night, taking the day's toll to thirteen, according to a police handout here today.",
        "gunned down six",
        "a police handout",
    ),
]
POINTING = [
    (
        "Camp stormed; group names its dead\n\nFour guards died on Saturday, the army's media wing, AMW, said. "
        "All three raiders were killed, it said.",
        "All three raiders",
        "the army's media wing",
    ),
    (
        "The bishop's secretary, who saw it, said by telephone that thirty had died.",
        "thirty had died",
        "The bishop's secretary",
    ),
    (
        "The army's spokesman, Maj. Omar Baz, said the camp burned. Nine died there, the major said.",
        "Nine died there",
        "Maj. Omar Baz",
    ),
    (
        "Twenty-two died, Col. Omar Baz said on Monday, quoting the provincial health office.\n\n"
        "The same office, according to the colonel, listed 102 wounded.",
        "102 wounded",
        "the provincial health office",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), [*COUNTING, *EXTENTS, *POINTING], ids=lambda v: str(v)[:40])
def test_the_speaker_is_found(text: str, words: str, speaker: str) -> None:
    read = parse(text, None)
    start = text.index(words)
    found = speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words)))
    assert all(s.span.fits(text) for s in found)
    assert found
    assert speaker in found[0].name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Residents of Zabo buried nine men on Sunday.", "nine men"),
        ("Police found two bodies by the road.", "two bodies"),
        ("He went home and learned from the radio what had happened. Two had died.", "Two had died"),
    ],
)
def test_who_only_acts_counts_nothing(text: str, words: str) -> None:
    read = parse(text, None)
    start = text.index(words)
    assert speakers_at(find_attributions(read), read, Span.of(text, start, start + len(words))) == ()
