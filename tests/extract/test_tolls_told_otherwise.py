"""More constructions of tolls: second figures, losses of fighters, nobody hurt, totals over a time, bare plurals.

Notation and helpers as in `test_tolls_forms.py`.
"""

import pytest
from tests.extract.test_tolls_forms import HEADLINE, as_written, cases

from rashomon.extract.parse import parse
from rashomon.extract.tolls.find import drafted_tolls, stands

# Figures put on a toll, quoted, in ranges, beside ages.
COUNTS = """
The toll stood at "over 50". | k50+
He put the dead at 'about 12'. | k12
The toll runs into the hundreds. | k200+
The army handed over seven bodies. | k7
A girl of 13 died on Wednesday. | k1
It puts the victims at seven: three soldiers and four civilians. | k3p k4p k7
An unknown number were wounded. | w1+
The toll has passed 100. | k100+
The death toll has exceeded 200. | k200+
Two to three dozen people were killed. | k24-36
Six of a family killed | k6
"""

# A figure that goes on from one told by another.
SECOND_FIGURES = """
Nine were killed, said the mayor; the governor spoke of 14. | k14 k9
Nine were killed, said the mayor. The governor speaks of 14. | k14 k9
Eleven died according to the district, 14 according to elders. | k11 k14
Twelve were wounded, said the mayor; the hospital said 15. | w12 w15
Six died, said the army. The survivors' list has 14 names. | k14 k6
Ten more were wounded, bringing the total to 36. | w10 w36
"""

# Nobody hurt, as the object of the verb or of a group; losses rejected.
SPARED = """
The shelling hurt nobody. | k0 w0
The grenade went off, injuring no one. | k0 w0
A rocket fell in a field, harming nobody. | k0 w0
A rocket hit a barn without hurting anyone. | k0 w0
The blast killed no one. | k0
The bomb was found without anyone being hurt. | k0 w0
None of its fighters was hit. | k!p w!p
None of its men were killed. | k!p
The minister called the figure of 40 dead a fabrication. | k!
That is a lie; not a single civilian died, he said. | k!p
All twelve crew are safe. | k0 w0
The crew escaped unhurt. | k0 w0
"""

# Fighters who fell or were lost.
LOST = """
We lost seven. | k7
"We lost four in the first minute," said the captain. | k4
The navy lost 18 in an attack on its convoy. | k18
The 16 soldiers who fell on Tuesday were buried. | k16
Six soldiers fell in the assault. | k6
Six marines fell on Tuesday, four on Wednesday. | k6
His men did away with 15 of them. | k15p
Eight coffins were carried through the town. | k8
"""

# The wounded by what hit them and by their care.
HIT = """
A man of 60 and a boy of nine were wounded. | w2
Two people, a woman of 60 and her grandson, were wounded. | w2
A guard died and four shoppers were cut by glass. | k1 w4
Eleven people were hit by the van. | w11
Four are in a grave state. | w4
Doctors operated on nine people. | w9
Two are on ventilators. | w2
Nine people needed hospital treatment. | w9
A couple of dozen people were wounded. | w24
"""

# Totals over a time or over incidents, the missing, what is not known: no claims on one incident.
SEVERAL = """
Nobody could say how many had died. |
No one knows how many were killed. |
The army made no mention of losses. |
There was no sign of casualties. |
He had seen no bodies. |
At least 47 sailors are dead or missing. |
The ferry attack left 20 dead and missing. |
Forty have been killed since talks broke down. |
Forty have been killed since the ceasefire collapsed in May. |
Fourteen policemen have now been killed in the valley this year. |
Since the New Year 14 people have lost their lives. |
In the first quarter of the year 64 civilians were killed. |
In the whole of last year two people died. |
In 2019 alone, 410 people were killed there. |
Taken together the raids cost 71 lives. |
Eight were gunned down in three separate shootings. |
The army denied any hand in his death. |
It was not known whether there were casualties. |
It was unclear how many were killed. |
"""

# The casualties themselves, without a number.
BARE = """
The attack caused deaths and injuries. | k1+ w1+
Fatalities were reported. | k1+
There were injuries. | w1+
Injuries were reported. | w1+
Bodies were found. | k1+
Bodies littered the streets. | k1+
Villagers found bodies in the river. | k1+
"""

# As they are said: wounds by limb, one's own losses, families, who came from where.
SAID = """
There were no injuries. | k0 w0
Nobody was injured. | k0 w0
Two died. There were no other injuries. | k2 w0
Nobody was hurt. | k0 w0
Three members of one family died. | k3
An officer was shot in the arm. | w1
Two women were shot in the legs. | w2
The judge was hit in the shoulder. | w1
Troops found ten bodies of militants. | k10
An elderly couple were treated for shock. |
"We do not kill our children." |
He said that her husband never hurt anybody. |
They could confirm 13 deaths so far. | k13
The MLCJ had lost 30. | k30
They attacked the camp, losing 13. | k13
Eight died, said one. The other spoke of "more than thirty". | k8 k30+
Ten died in the camp. Two of them came in a car. | k10
Ten died in the camp. Two of them came from Kano. | k10 k2p
Eighty died, four of them women. | k80 k4p
Eighty died in four of them. | k80
They put their own dead at five. | k5
His wife suffered bruises. | w1
Eleven were attacks on civilians. |
Ten were wounded, said a monitor, citing two of the wounded. | w10
"""

EVERY = [case for table in (COUNTS, SECOND_FIGURES, SPARED, LOST, HIT, SEVERAL, BARE, SAID) for case in cases(table)]


@pytest.mark.parametrize(("text", "told"), EVERY)
def test_each_construction_gives_the_tolls_that_it_tells(text: str, told: set[str]) -> None:
    found = drafted_tolls(parse(HEADLINE + text))
    assert {as_written(t) for t in found if stands(t)} == told
