"""Tolls as newsrooms put them: appositions, lists headed by one person, figures put on the dead, later deaths.

Notation and helpers as in `test_tolls_forms.py`.
"""

import pytest
from tests.extract.test_tolls_forms import HEADLINE, as_written, cases

from rashomon.extract.parse import parse
from rashomon.extract.tolls.find import drafted_tolls, stands

# The same people by a second name, and names that are places.
RENAMED = """
Two soldiers, one of them a colonel, were shot dead. | k2 k1p
One person, a student, had died. | k1
A convoy was hit at Urum al-Kubra, west of the city, and around 20 people were killed. | k20
At least 134 Fulani villagers, women and children among them, were killed. | k134+
"""

# Lists that a single person heads, and people known by their age.
HEADED = """
The blast killed the minister, two bodyguards and a journalist. | k1p k2p k1p k4
A captain of the Zabo Rifles, his brother, and four riflemen were killed. | k6
A bomb injured two constables and a passer-by. | w2p w1p w3
The bomb killed Colonel Omar Baz and at least 80 others. | k81+
Police shot dead the commander, two officials said. | k1
Eight were killed, including a ten-year-old. | k8 k1p
A 14-year-old was wounded by shrapnel. | w1
"""

# A figure put on the dead or the wounded.
PUT = """
A caller put the enemy dead at 30. | k30
The charity put the dead of Monday night at ten and the missing at 50. | k10
The army reckons rebel dead at 150 to 200. | k150-200
The rebels gave their own dead as eight, with four wounded. | k8 w4
The ministry put its own losses at two. | k2
The wounded number 132. | w132
The mission lists 45 victims. | k45
Her team had received 21 injured. | w21
Security forces killed 14 militants and lost three of their own. | k14 k3
"""

# Who died later is a part of the toll that was told, and "since" alone is no period.
LATER = """
Two of the people wounded in Tuesday's bombing had died. | k2p
Four of the five wounded were children. | w5 w4p
Two passengers died in hospital, bringing the toll to 12. | k2p k12
The bomb killed 14. A woman succumbed to her injuries overnight. | k14 k1p
Six people have since died of their wounds. | k6
Two were wounded; one of them has since died. | w2 k1p
Seven survived with injuries; three remain in critical condition. | w7 w3p
Two soldiers wounded in the ambush died in hospital. | k2p
Six men who were hurt in Monday's fight have succumbed. | k6p
Four policemen were killed, the union said; two were women. | k4 k2p
"""

# A month before a figure dates it only where the figure is a day.
MONTHS = """
In January 37 people died in Koulogon. | k37
In March 12 soldiers were killed. | k12
In January thirty died in Koulogon. | k30
On March 12 soldiers killed two boys. | k2
"""

EVERY = [case for table in (RENAMED, HEADED, PUT, LATER, MONTHS) for case in cases(table)]


@pytest.mark.parametrize(("text", "told"), EVERY)
def test_each_construction_gives_the_tolls_that_it_tells(text: str, told: set[str]) -> None:
    found = drafted_tolls(parse(HEADLINE + text))
    assert {as_written(t) for t in found if stands(t)} == told
