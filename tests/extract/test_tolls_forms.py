"""The constructions in which news English tells of the killed and the wounded, one table for each.

A line is a sentence in our own words, then what it tells: "k6" six killed, "w9+" at least nine wounded, "k-9" up to
nine, "k5-8" a range, "k0" nobody, "k!" losses rejected, with "p" for a part of a larger toll.
"""

import pytest

from rashomon.extract.parse import parse
from rashomon.extract.tolls import Toll
from rashomon.extract.tolls.find import drafted_tolls, stands
from rashomon.records import About, Stance

HEADLINE = "Blast in Torvale\n\n"

IDIOMS = """
Eight gunmen met their end in the orchard. | k8
Four policemen fell in the line of duty. | k4
Two soldiers made the supreme sacrifice. | k2
Two policemen paid the ultimate price. | k2
Six soldiers laid down their lives. | k6
Six people lost lives in the attack. | k6
Four people paid with their lives. | k4
Nine villagers were put to death. | k9
Raiders put five herders to the sword. | k5
Hoodlums hack three to death. | k3
Gunmen mowed down nine worshippers. | k9
Ten recruits were blown up by a mine. | k10
A landmine blew up three children. | k3
Seven workers were lined up and shot. | k7
The gunmen opened fire, felling four guards. | k4
The squad took out three militants. | k3
Four traders had their throats slit. | k4
Six labourers were done to death. | k6
Seven people passed away in hospital. | k7
Three victims breathed their last in hospital. | k3
Two soldiers were KIA. | k2
Up to 80 servicemen and 14 vehicles were destroyed. | k-80
Artillery fire annihilated 60 enemy personnel. | k60
Security forces sent seven terrorists to hell. | k7
Six people were declared brought dead. | k6
Twelve people were laid to rest. | k12
The blast snuffed out 12 lives. | k12
Six lives were lost. | k6
The bombing cost the lives of nine people. | k9
The duo died on the spot. | k2
Both were killed. | k2
"""

HURT = """
Thirty-one people had been brought in with shrapnel wounds. | w31
Nine are still in hospital. | w9
The clinic treated 40 people for gunshot wounds. | w40
Two boys were hit by stray bullets. | w2
Six people were cut by flying glass. | w6
Ten people were badly burned. | w10
Three children lost limbs. | w3
Two are fighting for their lives. | w2
Two are in a coma. | w2
Three are critical. | w3
The shelling inflicted injuries on 12 people. | w12
Seven persons have been grievously injured. | w7
Seven others nursed injuries. | w7
Twelve injured persons were shifted to hospital. | w12
Seven people received bullet injuries. | w7
Two people suffered non-life-threatening injuries. | w2
One conscript had suffered a burst eardrum. | w1
Raiders chopped off the hands of five men. | w5
Two inspectors received fatal wounds. | k2
"""

NOUNS = """
The dead for the attack ascended to five. | k5
The dead rose to five. | k5
The number of injured stands at 60. | w60
The number killed rose to 12. | k12
The body count reached 19. | k19
The provisional toll is seven dead and 12 wounded, three of them gravely. | k7 w12 w3p
A toll of seven dead and 12 wounded, of whom three gravely, was given. | k7 w12 w3p
Casualties: 7 killed, 12 wounded. | k7 w12
Killed: 7. Injured: 12. | k7 w12
Fatalities: 7 | k7
Injuries: 12 | w12
The toll doubled to 40. | k40
Officials lowered the toll to 40. | k40
It brought the toll to 12. | k12
The governor had spoken of nine dead. | k9
The radio spoke of 11 killed on our side. | k11
The loss of six soldiers was confirmed. | k6
The army acknowledged the loss of 12 men. | k12
Three fatal casualties were reported. | k3
The army mourned six of its men. | k6
Enemy losses: 30 killed, 50 wounded. | k30 w50
The mujahideen inflicted 20 dead and 30 wounded on the enemy. | k20 w30
The provisional balance is 14 dead. | k14
We deplore the death of 14 persons. | k14
The bullet-riddled bodies of 12 labourers were found near the river. | k12
Rescuers pulled the bodies of two drivers from the wreck. | k2
The mission verified 26 civilian deaths. | k26
An unspecified number of people were killed. | k1+
"""

SUBGROUPS = """
She counted 16 bodies, five of them children's. | k16 k5p
Twelve people died, including a mother and her baby. | k12 k2p
Ten people were killed. Three were children below the age of five. | k10 k3p
Ten people were killed. The other nine, he said, were farmers. | k10 k9p
Ten people were killed. They were a grandmother, her daughter and three children. | k10
Those killed include a teacher and his wife. | k2p
Those killed were two teachers and a guard. | k3 k2p k1p
A schoolgirl was among those killed. | k1p
Eight women were among the 20 dead. | k20 k8p
Two nuns were among the victims. | k2p
Eight of the victims were women. | k8p
Eight of those who died were women. | k8p
Twenty people died, of whom eight were women. | k20 k8p
Twenty people, eight women among them, died. | k20 k8p
Twenty people were injured, four critically. | w20 w4p
Twenty people were hurt. Four are in critical condition. | w20 w4p
Thirty-four people were injured. Nine are still in hospital. | w34 w9p
Twenty people were killed, along with four attackers. | k20 k4p
Six civilians and four attackers were killed. | k6p k4p
Eleven soldiers and eight civilians, in all 19 people, died. | k19 k11p k8p
Two inhabitants, a husband and wife, were killed. | k2
A vendor and a student were killed. | k2
He lost his wife and two sons. | k3
The driver and his apprentice were killed. | k2
Killing 16 and wounding nine, two officials and a local councillor said. | k16 w9
At least nine people were killed and as many wounded. | k9+ w9
"""

REFERRING = """
Nine people were killed. The mayor's office counted 21. | k9 k21
Nine people were killed. The hospital said it had received 31. | k9 w31
Nine people were killed. A surgeon said that 31 people had been brought in. | k9 w31
Seven people died. Villagers said one was a boy of 13. | k7 k1p
Seven people died. The nurse tallied eight. | k7 k8
"""

STYLES = """
UPDATE: Toll up to 14. | k14
Ten people reported killed in Torvale blast. | k10
Security forces gun down two militants. | k2
No fewer than 17 persons have been killed. | k17+
Eight villagers were killed while five others sustained injuries. | k8 w5
Slain in the ambush were a corporal and two privates. | k3 k1p k2p
As a result of the shelling, two civilians died, four were injured. | k2 w4
The militants killed six persons besides injuring 12. | k6 w12
MSF teams received 26 wounded and four dead on arrival. | w26 k4
14.05: Number of injured now 24. | w24
Civilians killed: 6; injured: 19. | k6 w19
* 6 killed | k6
Twelve persons were killed, 20 kidnapped and 30 houses burnt. | k12
28 soldiers had been killed, 15 wounded and seven taken prisoner. | k28 w15
The 34-year-old father of two died in hospital. | k1
An old man who could not run was burnt alive. | k1
Its own losses were a dead fighter and three wounded. | k1 w3
"""

FIGURES = """
Killed: 3 soldiers, 2 civilians. | k5 k3p k2p
Fatalities were put at 20. | k20
Estimates of the dead ranged from 20 to 35. | k20-35
Reports of the number killed varied between 20 and 35. | k20-35
Three more bodies were found, taking the toll to 12. | k3p k12
The death toll, initially put at nine, rose to 12. | k9 k12
12 killed (4 children). | k12 k4p
12 soldiers (four officers) died. | k12 k4p
Two people -- a nurse and a driver -- were killed. | k2
The charred remains of five people were found. | k5
Five men were found with their throats cut. | k5
An Israeli was stabbed to death. | k1
She and her two children were found dead. | k3
The wounded: 14, four of them children. | w14 w4p
Upwards of 40 died. | k40+
A maximum of 40 people were killed. | k-40
The army claims to have killed 20 rebels. | k20
"Three dead, nine hurt," he wrote. | k3 w9
"""

NOBODY = """
Without causing loss of human life, the bomb went off. | k0
No lives were lost. | k0
There were neither dead nor wounded. | k0 w0
No marines were hurt. | k!p w!p
The army insisted it suffered no losses. | k0 w0
The claim that civilians died does not correspond to reality. | k!p
Reports that civilians were killed are not true. | k!p
Nine people were killed. The ministry said any higher figure was without foundation. | k9 k!
"""

NO_TOLLS = """
The army denied killing civilians. |
The toll could rise to 20. |
There is no massacre here. |
The army lost two positions. |
The town fell in two days. |
Two villages had fallen to the rebels. |
Three tanks were destroyed. |
The sappers blew up a police jeep. |
A man on a bicycle blew up the bridge. |
He took out three loans. |
Two towns were cut off by the flood. |
A students' body denied the charge. |
About 30 people had been brought in for questioning. |
Ten were arrested. Three were students. |
More than 60,000 people have been killed since the army cancelled elections in 1992. |
More than 260,000 people were killed over half a century. |
Total of the month: 91 dead. |
The city counted 16 schools. |
"""


def as_written(toll: Toll) -> str:
    """The toll in the tables' notation."""
    letter = "k" if toll.about is About.KILLED else "w"
    if toll.stance is Stance.DENIES:
        figure = "!"
    elif toll.low is None:
        figure = f"-{toll.high}"
    elif toll.high is None:
        figure = f"{toll.low}+"
    else:
        figure = str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"
    return letter + figure + "p" * toll.part


def cases(table: str) -> list[tuple[str, set[str]]]:
    """The sentences of a table, each with what it tells."""
    pairs = [line.rsplit("|", 1) for line in table.strip().splitlines()]
    return [(sentence.strip(), set(told.split())) for sentence, told in pairs]


EVERY = [
    case for table in (IDIOMS, HURT, NOUNS, SUBGROUPS, REFERRING, STYLES, FIGURES, NOBODY) for case in cases(table)
]


@pytest.mark.parametrize(("text", "told"), EVERY)
def test_each_construction_gives_the_tolls_that_it_tells(text: str, told: set[str]) -> None:
    found = drafted_tolls(parse(HEADLINE + text))
    assert {as_written(t) for t in found if stands(t)} == told


@pytest.mark.parametrize(("text", "told"), cases(NO_TOLLS))
def test_the_same_words_in_their_other_uses_tell_of_nobody(text: str, told: set[str]) -> None:
    found = drafted_tolls(parse(HEADLINE + text))
    assert {as_written(t) for t in found if stands(t)} == told
