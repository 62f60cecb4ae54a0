"""Who said what: the chain of speakers in force for given words, in the forms that news reports use."""

import pytest

from rashomon.extract.attribution import Kind, Sense, find_attributions, speaker_of, speakers_at
from rashomon.extract.parse import parse
from rashomon.records import Span

# text, words of the claim, names of the chain; all in our own words
CHAINS = [
    # cue after what is said
    ("Six guards were killed, a security source told reporters.", "Six guards were killed", ["a security source"]),
    ("Nine people died in the blast, said the ministry.", "Nine people died", ["the ministry"]),
    ("At least four died, according to hospital officials.", "At least four died", ["hospital officials"]),
    (
        "Eleven miners were shot, Major Tomas Veld, a spokesman for the northern command, told state radio.",
        "Eleven miners were shot",
        ["Major Tomas Veld, a spokesman for the northern command"],
    ),
    (
        "Seven officers were killed, tweeted the interior minister, Paulo Reis.",
        "Seven officers were killed",
        ["the interior minister, Paulo Reis"],
    ),
    ("One woman died, says Mayor Ida Kron.", "One woman died", ["Mayor Ida Kron"]),
    # cue before
    ("The ministry said nine people died in the blast.", "nine people died", ["The ministry"]),
    ("The army confirmed the death of four soldiers.", "the death of four soldiers", ["The army"]),
    ("The provincial governor's office put the toll at 14.", "the toll at 14", ["The provincial governor's office"]),
    ("According to witnesses, two guards were wounded.", "two guards were wounded", ["witnesses"]),
    (
        "A hospital official, speaking on condition of anonymity, said nine bodies had been brought in.",
        "nine bodies had been brought in",
        ["A hospital official"],
    ),
    ("Omar Said, a doctor, told the paper on Monday that four died.", "four died", ["Omar Said, a doctor"]),
    # interrupting and fronted
    ("The rebels, the army says, fired first, wounding six.", "wounding six", ["the army"]),
    ("Hours later, said the army, rockets wounded six.", "rockets wounded six", ["the army"]),
    # on through others
    ("Noor TV, citing army sources, said the strike killed two.", "the strike killed two", ["army sources", "Noor TV"]),
    ("Noor TV quoted a general as saying two had died.", "two had died", ["a general", "Noor TV"]),
    ("A general was quoted by Noor TV as saying two had died.", "two had died", ["A general", "Noor TV"]),
    ("Two had died, Noor TV quoted a general as saying.", "Two had died", ["a general", "Noor TV"]),
    # several speakers, one string
    ("Police and hospital officials said nine were dead.", "nine were dead", ["Police and hospital officials"]),
    # senses other than saying
    ("Rebel officials accused the army of killing 20 people.", "killing 20 people", ["Rebel officials"]),
    ("The group took responsibility for the ambush.", "responsibility for the ambush", ["The group"]),
    ("The army declined to comment.", "declined to comment", ["The army"]),
    ("There was no immediate comment from the army.", "no immediate comment from the army", ["the army"]),
    # nobody's word but the report's
    ("A bomb killed two people on Sunday.", "killed two people", []),
    ("It was reported that six people died.", "six people died", []),
    ("No group has claimed the attack, which killed six.", "which killed six", []),
    ("The group, which denied the first attack, killed six.", "killed six", []),
    ("The group also claimed a June bombing that killed 27.", "killed 27", []),
    # two in one sentence
    ("The army said it killed 20 fighters; the group said it lost two.", "it lost two", ["the group"]),
    ("Officials say 21 died but residents insist 30 did.", "21 died", ["Officials"]),
    ("Officials say 21 died but residents insist 30 did.", "30 did", ["residents"]),
]


def names(text: str, words: str, title: str | None = None, outlet: str | None = None) -> list[str]:
    read = parse(text, title)
    start = text.index(words)
    speakers = speakers_at(find_attributions(read, outlet), read, Span.of(text, start, start + len(words)))
    assert all(s.span.fits(text) for s in speakers)
    return [s.name for s in speakers]


@pytest.mark.parametrize(("text", "words", "chain"), CHAINS, ids=[f"{t[:40]}|{w}" for t, w, _ in CHAINS])
def test_speakers_at_gives_the_chain_in_force(text: str, words: str, chain: list[str]) -> None:
    assert names(text, words) == chain


TRACED = [
    ("Colonel Ali Baz said six died. He added that two were missing.", "two were missing", "Colonel Ali Baz"),
    ("Police said six died. They said two were missing.", "two were missing", "Police"),
    ("The Red Front said it fired first. The group said two men died.", "two men died", "The Red Front"),
    ("The army said it fired first. Two men died, the statement added.", "Two men died", "The army"),
    (
        "A security source said six died. The source added that two were missing.",
        "two were missing",
        "A security source",
    ),
    ("In a statement announcing the raid, the army said two men died.", "two men died", "the army"),
    ("The ministry's statement said two men died.", "two men died", "The ministry"),
    ("Army spokesman Ali Baz said six died. Baz said two were missing.", "two were missing", "Army spokesman Ali Baz"),
]


@pytest.mark.parametrize(("text", "words", "name"), TRACED)
def test_words_that_point_back_lead_to_their_owner(text: str, words: str, name: str) -> None:
    assert names(text, words)[:1] == [name]


def test_a_traced_speaker_names_its_rule_and_keeps_the_words_beside_the_cue() -> None:
    text = "Colonel Ali Baz said six died. He added that two were missing."
    last = find_attributions(parse(text))[-1]
    assert (last.speakers[0].name, last.speakers[0].rule) == ("Colonel Ali Baz", "pronoun")
    assert [span.quote for span in last.said_by] == ["He"]


def test_a_lead_without_a_name_takes_the_one_that_the_report_gives_later() -> None:
    text = (
        "Six people died in the blast, a provincial police chief said.\n\n"
        "The provincial police chief, General Ali Baz, said the bomber had come on foot."
    )
    assert names(text, "Six people died")[0].endswith("General Ali Baz")


def test_a_heading_names_its_speaker_before_or_after_a_colon() -> None:
    for title in ("Police: six dead in ambush", "Six dead in ambush: police"):
        text = f"{title}\n\nA bus came under fire on Sunday."
        assert [n.lower() for n in names(text, "dead in ambush", title)] == ["police"]


def test_the_outlet_is_no_speaker() -> None:
    text = "Six people died, a security source told Reuters."
    assert names(text, "Six people died", outlet="Reuters") == ["a security source"]
    assert names(text, "Six people died") == ["a security source", "Reuters"]


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "ADEN (AFP) - Six people died on Sunday, medics said."
    (attribution,) = find_attributions(parse(text))
    assert [c.quote for c in attribution.content] == ["Six people died on Sunday"]


def test_the_sense_tells_a_claim_from_a_denial() -> None:
    cases = {
        "The group claimed responsibility for the bombing.": Sense.CLAIMS,
        "The army denied any role in the strike.": Sense.DENIES,
        "Officials blamed the group for the bombing.": Sense.ACCUSES,
        "The army confirmed that two had died.": Sense.CONFIRMS,
        "Medics put the toll at nine.": Sense.COUNTS,
        "The army refused to comment.": Sense.DECLINES,
    }
    for text, sense in cases.items():
        assert find_attributions(parse(text))[0].sense is sense, text


def test_a_quotation_is_direct_and_whole_over_sentences_and_around_its_cue() -> None:
    text = '"We lost seven men," the mayor said. "The others fled. We are looking for them."'
    (attribution,) = find_attributions(parse(text))
    assert attribution.kind is Kind.DIRECT
    assert [c.quote for c in attribution.content] == [
        '"We lost seven men,"',
        '"The others fled. We are looking for them."',
    ]


def test_a_quotation_goes_on_into_the_next_paragraph_without_a_cue() -> None:
    text = "“We lost seven men,” the mayor said.\n\n“Nine others were wounded. We need doctors.”"
    assert names(text, "Nine others were wounded") == ["the mayor"]


def test_words_that_do_not_fit_the_text_have_no_speaker() -> None:
    read = parse("Six people died, medics said.")
    assert speakers_at(find_attributions(read), read, Span(0, 4, "Nine")) == ()


def test_words_that_name_a_speaker_lead_to_the_chain_that_their_attribution_has() -> None:
    text = "The Red Front said it fired first. In June it claimed a bombing in the capital."
    read = parse(text)
    start = text.index("it claimed")
    chain = speaker_of(find_attributions(read), read, Span.of(text, start, start + 2))
    assert [(s.name, s.rule) for s in chain] == [("The Red Front", "pronoun")]


def test_words_that_no_attribution_knows_name_themselves() -> None:
    text = "The army moved north."
    read = parse(text)
    assert [s.name for s in speaker_of(find_attributions(read), read, Span.of(text, 0, 8))] == ["The army"]
