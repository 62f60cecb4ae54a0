"""Airwars' gradings as a computed view: what the claims of one incident come to, with the rule that says so.

After Airwars' methodology (https://airwars.org/research/methodology/): confirmed where a belligerent accepted that it
did it, fair with two or more sources and one likely author, weak with a single source, contested where several authors
are named, discounted where those hit were combatants. Airwars' people weigh sources and look further; this counts what
the ledger holds, by origins instead of outlets, and it is no judgement.
"""

from collections.abc import Sequence

from rashomon.reconcile.accounts import actor_names
from rashomon.reconcile.names import words
from rashomon.records import About, Claim, Grade, Grading, Reconciled, Stance, Voiced

GRADES: dict[Grade, str] = {
    Grade.DISCOUNTED: "discounted: whoever names those killed or wounded names fighters or soldiers, and nobody else",
    Grade.CONFIRMED: "confirmed: an actor says that it did it itself, and people are said to be killed or wounded",
    Grade.CONTESTED: "contested: different actors are held for the author",
    Grade.FAIR: "fair: two or more independent origins tell of people killed or wounded, and no two authors are named",
    Grade.WEAK: "weak: a single origin tells of people killed or wounded",
}
NOT_GRADED = "not graded: nobody says that people were killed or wounded"
_AFTER = " (after Airwars; the first of discounted, confirmed, contested, fair, weak that fits)"
# Who is no civilian. Police and guards are left out: whether they are combatants is not for a list to say.
_COMBATANTS = frozenset(
    """fighter militant soldier rebel insurgent gunman gunmen terrorist troop serviceman servicemen jihadist jihadi
    militiaman militiamen paramilitary mercenary combatant attacker bomber assailant commander guerrilla infiltrator
    paratrooper marine conscript reservist""".split()
)
_ACCUSING = (Stance.CLAIMS, Stance.BLAMES, Stance.SUSPECTS)


def grade(reconciled: Reconciled) -> Grading:
    """The incident's grade, its rule, and what fulfils it.

    Two origins count six dead and a ministry blames one army: fair. The army then says that it struck: confirmed.
    """
    voiced = [one for account in reconciled.accounts for one in account.voiced]
    harm = [one for one in voiced if _tells_of_harm(one.claim)]
    if not harm:
        return Grading(None, NOT_GRADED + _AFTER, "no account tells of people killed or wounded")
    named = [one.claim.who.quote for one in harm if one.claim.who]
    if named and all(_COMBATANTS.intersection(words(who)) for who in named):
        return _graded(Grade.DISCOUNTED, f"those hit are called {', '.join(dict.fromkeys(named))}")
    authors = _authors(voiced)
    own = next((one for one in voiced if one.claim.stance is Stance.CLAIMS and one.claim.actor), None)
    if own and own.claim.actor:
        return _graded(Grade.CONFIRMED, f"{own.claim.actor.value} claims it in report {own.report}")
    if len(authors) > 1:
        return _graded(Grade.CONTESTED, f"held for the author are {', '.join(authors)}")
    origins = {one.origin for one in harm}
    who = f"; {authors[0]} is named" if authors else "; no author is named"
    told = f"{len(origins)} origin{'' if len(origins) == 1 else 's'} of it{who}"
    return _graded(Grade.FAIR if len(origins) > 1 else Grade.WEAK, told)


def _graded(found: Grade, why: str) -> Grading:
    return Grading(found, GRADES[found] + _AFTER, why)


def _tells_of_harm(claim: Claim) -> bool:
    """True where it asserts that at least one was killed or wounded."""
    counted = claim.about in (About.KILLED, About.WOUNDED) and claim.stance is Stance.ASSERTS
    return counted and max(claim.low or 0, claim.high or 0) > 0


def _authors(voiced: Sequence[Voiced]) -> list[str]:
    """Whom anybody holds for the author, each under one name, in order of the alphabet."""
    names = actor_names(voiced)
    deeds = (one.claim for one in voiced if one.claim.about is About.PERPETRATOR and one.claim.stance in _ACCUSING)
    return sorted({names[claim.actor.value] for claim in deeds if claim.actor})
