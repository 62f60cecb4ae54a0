"""Tolls whose misses on kept-apart reports had one cause each: lists, figures far off, negation, wounds without a word.

Notation and helpers as in `test_tolls_forms.py`.
"""

import pytest
from tests.extract.test_tolls_forms import HEADLINE, as_written, cases

from rashomon.extract.parse import parse
from rashomon.extract.tolls.find import drafted_tolls, find_tolls, stands

# Days of one week are those of one fight; raids and attacks are several.
SINCE = """
At least 31 people have been killed since Friday in fighting for the bridge. | k31+
Volunteers have gathered 40 bodies since last Monday. | k40
Gunmen have killed 31 people in four attacks since Friday. |
Some 300 have been killed since March. |
"""

# Some of those told of before, by the figure of all of them.
SOME_OF_A_FIGURE = """
Eighteen people died and 40 were hurt. Seven of the 18 were women. | k18 w40 k7p
Eighteen people died and 40 were hurt. Six of the 40 are nurses. | k18 w40 w6p
Eighteen people died. Three of the slain hailed from Lirado. | k18 k3p
Twelve bodies were found. Of the twelve, he said, five were drovers. | k12 k5p
Nine pupils were hurt. Two of the nine had been sent home. | w9
Four men were held and 12 people died. Two of the four are brothers. | k12
The bomb killed three. Two of the three died on the way. | k3 k2p
"""

# Who stands in a list, and who does not.
LISTS = """
Two brothers, aged 6 and 19, and a nurse were killed. | k2p k1p k3
Troops killed two rebels, one a Chadian, on Monday. | k2 k1p
A mine killed 14 pilgrims, six children included, at Torvale. | k14 k6p
They killed three, a girl of ten months among them. | k3 k1p
He and an unknown associate were killed in the raid. | k2
Peter Hall, editor of a monthly on birds, and a friend were murdered on Monday. | k2
A sub-inspector of police and his gunman were killed in an ambush. | k2
A clerk, Lance Corporal Ilo Rem, was killed in the yard. | k1
One villager, a beekeeper, was killed by a mine at Sorel. | k1
A bomb went off, injuring 50, the district police director, Brig. Gen. Ilo Rem, said. | w50
It destroyed nine lorries, a captain of the rural guard, K2, said. |
"""

# The figure far from its word, or after "up".
FAR_FIGURES = """
The number of people killed in Sunday's bombing of a market in Torvale has gone up to 22. | k22
A nurse put the dead of the two days at 31. | k31
A trader put the deaths at "forty, perhaps fifty". | k40-50
Up to 40 people were hurt. | w-40
The number of victims was given as seven. | k7
"We had 30 in the morgue and no light," she said. | k30
The G9 lost four. | k4
They wiped out a column of 20 soldiers at Sorel. | k20
"""

# What is no claim on one incident, or counts nobody.
NO_CLAIMS = """
Its forces killed up to 340 servicemen over the previous 24 hours. |
Dengue killed 180 people. |
Three fishermen drowned in a storm. |
Nine people died in floods in June. |
He had played dead. |
Four men were left for dead. |
She had seen twelve wounded, not one of whom could walk. | w12
Two died on Monday, the hospital reported: a guard of the bank and a woman of 30. | k2
"""

# Hurt without a casualty word.
WOUNDS = """
A guard lost two fingers in the blast. | w1
A woman had both feet blown off. | w1
A policeman took a bullet in the shoulder. | w1
One of my corporals was grazed. | w1
A second soldier was struck by an arrow at Sorel. | w1
Twenty persons sought treatment. | w20
The clinic received 23 people with bullet wounds in one night. | w23
"""

DEAD = """
Twelve soldiers were lost at Sorel in April. | k12
He said that six rebels had been put out of action. | k6
A woman of 72 did not survive the operation. | k1
A woman of 70 who could not walk was burned to death. | k1
Three lorries were lost. |
"""

EVERY = [
    case for table in (SINCE, SOME_OF_A_FIGURE, LISTS, FAR_FIGURES, NO_CLAIMS, WOUNDS, DEAD) for case in cases(table)
]


@pytest.mark.parametrize(("text", "told"), EVERY)
def test_each_construction_gives_the_tolls_that_it_tells(text: str, told: set[str]) -> None:
    found = drafted_tolls(parse(HEADLINE + text))
    assert {as_written(t) for t in found if stands(t)} == told


def test_a_deed_called_baseless_denies_no_losses() -> None:
    text = HEADLINE + "Nine people were killed. The army rejected the accusation as baseless."
    assert [as_written(t) for t in find_tolls(parse(text))] == ["k9"]


def test_the_words_of_a_figure_of_all_are_quoted_as_they_stand() -> None:
    text = HEADLINE + "Eighteen people died. Seven of the 18 were women."
    part = find_tolls(parse(text))[-1]
    start = text.index("Seven of the 18")
    assert (part.span.start, part.span.end) == (start, start + len("Seven of the 18"))
