"""How many killed and wounded: sentences in our own words, each with the tolls that a careful reader takes."""

import pytest

from rashomon.extract.parse import parse
from rashomon.extract.tolls.find import drafted_tolls, stands
from rashomon.records import About

K, W = About.KILLED, About.WOUNDED
Wanted = set[tuple[About, int | None, int | None]]
HEADLINE = "Blast in Torvale\n\n"


def killed(low: int | None, high: int | None = -1) -> tuple[About, int | None, int | None]:
    """A value: exact where only one number is given, None for unbounded."""
    return K, low, low if high == -1 else high


def wounded(low: int | None, high: int | None = -1) -> tuple[About, int | None, int | None]:
    """A value: exact where only one number is given, None for unbounded."""
    return W, low, low if high == -1 else high


def by_rules(text: str) -> Wanted:
    """The values that the rules give, before the learned deciders."""
    return {(t.about, t.low, t.high) for t in drafted_tolls(parse(HEADLINE + text)) if stands(t)}


NUMBERS = [
    ("Seven soldiers were killed.", {killed(7)}),
    ("A bomb killed twenty-six people in the bazaar.", {killed(26)}),
    ("The raid killed 1,200 people.", {killed(1200)}),
    ("Half a dozen farmers were wounded.", {wounded(6)}),
    ("A dozen guards died.", {killed(12)}),
    ("The shelling killed two dozen villagers.", {killed(24)}),
    ("The blast wounded a hundred and twenty people.", {wounded(120)}),
    ("At least 14 people were killed.", {killed(14, None)}),
    ("More than 100 people were killed.", {killed(100, None)}),
    ("No fewer than nine miners died.", {killed(9, None)}),
    ("Up to 30 soldiers were killed.", {killed(None, 30)}),
    ("As many as 30 soldiers were killed.", {killed(None, 30)}),
    ("Between 5 and 8 guards were killed.", {killed(5, 8)}),
    ("Six to ten soldiers were killed.", {killed(6, 10)}),
    ("The attack killed 10-15 people.", {killed(10, 15)}),
    ("Three or four men were wounded.", {wounded(3, 4)}),
    ("About 15 people were hurt.", {wounded(15)}),
    ("Some 15 people were hurt.", {wounded(15)}),
    ("Almost 40 recruits were killed.", {killed(40)}),
    ("An estimated 15 fighters were killed.", {killed(15)}),
    ("Dozens of shoppers were killed.", {killed(24, None)}),
    ("Several people were wounded.", {wounded(3, None)}),
    ("Scores of people were killed.", {killed(40, None)}),
    ("Hundreds of people were killed.", {killed(200, None)}),
    ("A number of officers were wounded.", {wounded(1, None)}),
    ("Civilians were killed.", {killed(1, None)}),
    ("82 people or more were killed.", {killed(82, None)}),
    ("A total of 17 people were killed.", {killed(17)}),
    ("Five people have died so far.", {killed(5)}),
    ("The raid killed two-dozen fighters.", {killed(24)}),
    ("The raid killed half-a-dozen fighters.", {killed(6)}),
    ("The raid killed 50-odd fighters.", {killed(50)}),
    ("The raid killed 100-plus fighters.", {killed(100, None)}),
    ("The raid killed one hundred and five fighters.", {killed(105)}),
    ("Several dozen people were wounded.", {wounded(36, None)}),
    ("Tens of thousands of people were killed.", {killed(20_000, None)}),
    ("The raid killed a couple of fighters.", {killed(2)}),
]

FORMS = [
    ("14 guards were killed and 22 wounded.", {killed(14), wounded(22)}),
    ("The bomber struck a queue, killing six and wounding nine.", {killed(6), wounded(9)}),
    ("The attack left four dead and nine injured.", {killed(4), wounded(9)}),
    ("The explosion left at least 14 soldiers dead.", {killed(14, None)}),
    ("Six dead and nine wounded were brought in.", {killed(6), wounded(9)}),
    ("He spoke of the deaths of three miners.", {killed(3)}),
    ("The death toll rose to 53.", {killed(53)}),
    ("The death toll stood at 12 on Monday.", {killed(12)}),
    ("The toll has climbed from 22 to 28.", {killed(22), killed(28)}),
    ("Police put the number of dead at 13.", {killed(13)}),
    ("He put the dead at 43 and the wounded at 61.", {killed(43), wounded(61)}),
    ("The wounded numbered 50.", {wounded(50)}),
    ("The number of people killed was 40.", {killed(40)}),
    ("The bombing claimed 12 lives.", {killed(12)}),
    ("The shelling claimed the lives of five nurses.", {killed(5)}),
    ('"We lost seven men," the captain said.', {killed(7)}),
    ("Rescuers recovered the bodies of five miners.", {killed(5)}),
    ("The morgue received 10 bodies and 25 wounded.", {killed(10), wounded(25)}),
    ("It recorded 161 deaths and 301 injured.", {killed(161), wounded(301)}),
    ("The agency reported the death of a child and injuries to three women.", {killed(1), wounded(3)}),
    ("Gunmen shot dead three teachers.", {killed(3)}),
    ("Two farmers were hacked to death.", {killed(2)}),
    ("Four traders were gunned down.", {killed(4)}),
    ("Rebels beheaded five fishermen.", {killed(5)}),
    ("The airstrike wiped out a family of seven.", {killed(7)}),
    ("Eighteen people were burned alive in the bus.", {killed(18)}),
    ("The clashes resulted in the death of four soldiers and injury of seven others.", {killed(4), wounded(7)}),
    ("Both pilots were killed.", {killed(2)}),
    ("Dead: 12. Wounded: 40.", {killed(12), wounded(40)}),
    ("Two girls were shot.", {wounded(2)}),
    ("He was shot in the head and died.", {killed(1)}),
    ("Eleven people perished.", {killed(11)}),
    ("Nine people lost their lives.", {killed(9)}),
    ("Two officers embraced martyrdom.", {killed(2)}),
    ("Three guards were martyred.", {killed(3)}),
    ("Two men succumbed to their injuries.", {killed(2)}),
    ("Eight people are in critical condition.", {wounded(8)}),
    ("Thirteen people were taken to hospital with burns.", {wounded(13)}),
    ("Five women sustained injuries.", {wounded(5)}),
    ("Dozens of injured people were carried away.", {wounded(24, None)}),
    ("Two guards were killed; a third one was injured.", {killed(2), wounded(1)}),
    ("One clerk was killed and another wounded.", {killed(1), wounded(1)}),
    ("A policeman was killed and three others were wounded.", {killed(1), wounded(3)}),
    ("Eleven people died in Rana and four in nearby Sorel.", {killed(11), killed(4)}),
    ("The governor was killed.", {killed(1)}),
    ("The bombing killed a police officer.", {killed(1)}),
    ("Soldiers shot dead a mother and her two sons.", {killed(3)}),
    ("The rocket hit his house, killing him and his wife.", {killed(2)}),
    ("He and two other people were killed.", {killed(3)}),
]

HEADLINES = [
    ("Drone strike kills 6", {killed(6)}),
    ("3 dead, 5 hurt in blast", {killed(3), wounded(5)}),
    ("Toll climbs to 12", {killed(12)}),
    ("Gunmen kill 7, wound 3 in Torvale", {killed(7), wounded(3)}),
    ("Four police killed, 10 hurt in checkpoint attack", {killed(4), wounded(10)}),
    ("Market bombing leaves 4 dead, 9 injured", {killed(4), wounded(9)}),
    ("Death toll from Torvale blast rises to 31", {killed(31)}),
]

NOBODY = [
    ("There were no casualties.", {killed(0), wounded(0)}),
    ("The drone was shot down without causing casualties or damage.", {killed(0), wounded(0)}),
    ("Nobody was killed.", {killed(0)}),
    ("No one was hurt.", {killed(0), wounded(0)}),
    ("No deaths were reported.", {killed(0)}),
    ("There were no injuries.", {killed(0), wounded(0)}),
    ("It caused neither casualties nor damage.", {killed(0), wounded(0)}),
    ("The strike did not cause any casualties.", {killed(0), wounded(0)}),
]

NOT_TOLLS = [
    "The 45th brigade has 300 soldiers.",
    "It was one of the deadliest attacks in 20 years.",
    "Two vehicles were destroyed 15 km from the town.",
    "The army killed two birds with one stone.",
    "They threatened to kill 50 hostages.",
    "The bomb could have killed dozens.",
    "The militia tried to kill three ministers.",
    "The war has killed 40,000 people since 2011.",
    "20 people were killed or wounded.",
    "There were 30 casualties.",
    "The attack injured the economy by 40 percent.",
    "It is not yet clear whether there were any casualties.",
    "Officials gave no casualty figures.",
    "The toll was expected to rise.",
    "Rustlers killed 200 cattle.",
]


@pytest.mark.parametrize(("text", "wanted"), [*NUMBERS, *FORMS, *NOBODY])
def test_a_sentence_gives_the_tolls_that_its_words_state(text: str, wanted: Wanted) -> None:
    assert by_rules(text) == wanted


@pytest.mark.parametrize(("title", "wanted"), HEADLINES)
def test_a_headline_gives_its_tolls(title: str, wanted: Wanted) -> None:
    found = drafted_tolls(parse(title + "\n\nPolice closed the road.", title))
    assert {(t.about, t.low, t.high) for t in found} == wanted


@pytest.mark.parametrize("text", NOT_TOLLS)
def test_numbers_of_other_things_and_events_that_did_not_happen_give_no_toll(text: str) -> None:
    assert by_rules(text) == set()
