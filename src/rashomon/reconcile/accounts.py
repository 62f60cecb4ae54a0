"""Versions of the facts: the claims of one incident that say the same, side by side."""

from collections.abc import Sequence

from rashomon.reconcile.names import known, same_name, words
from rashomon.records import About, Account, Claim, Stance, Voiced

Version = tuple[About, str]
NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])

_STOOD = {Stance.CLAIMS, Stance.BLAMES, Stance.SUSPECTS}
_OCCURRENCE = {
    Stance.CONFIRMS: "it happened",
    Stance.DENIES: "it did not happen",
    Stance.UNAWARE: "a speaker is not aware of it",
}


def accounts(voiced: Sequence[Voiced]) -> tuple[Account, ...]:
    """Every version of the facts with the claims behind it; by question, the best backed first."""
    names = actor_names(voiced)
    versions: dict[Version, list[Voiced]] = {}
    for v in voiced:
        versions.setdefault((v.claim.about, says(v.claim, names)), []).append(v)
    made = [
        Account(about, said, tuple(behind), len({v.origin for v in behind}))
        for (about, said), behind in versions.items()
    ]
    order = list(About)
    return tuple(sorted(made, key=lambda a: (order.index(a.about), -a.origins, a.says)))


def says(claim: Claim, names: dict[str, str]) -> str:
    """The version in words: "6 killed", "Israel did it", "it did not happen".

    "At least 6" and "6" are one version: neither speaker has counted another number.
    """
    if claim.about is About.OCCURRENCE:
        return _OCCURRENCE.get(claim.stance, claim.stance.value)
    if claim.about is About.PERPETRATOR:
        actor = names.get(claim.actor.value, claim.actor.value) if claim.actor else "somebody"
        if claim.stance in _STOOD:
            return f"{actor} did it"
        return f"{actor} did not do it" if claim.stance is Stance.DENIES else f"{actor} neither confirms nor denies it"
    if claim.low is None and claim.high is None:
        return f"not so many {claim.about.value}" if claim.part else f"denied that people were {claim.about.value}"
    said = f"{figure_in_words(claim.low, claim.high)} {claim.about.value}"
    return f"of them {said} ({part_name(claim)})" if claim.part else said


def part_name(claim: Claim) -> str:
    """Which part of the victims a partial toll counts: the words for them, folded so that two outlets' agree."""
    counted = (
        (word for word in words(claim.who.quote) if not word.isdigit() and word not in NUMBERS) if claim.who else ()
    )
    return " ".join(counted) or "a part"


def figure_in_words(low: int | None, high: int | None) -> str:
    """ "6" for six and for at least six, "up to 9", "5 to 8"; 0 is "none"."""
    if low is None:
        return f"up to {high}"
    if low == 0 and high == 0:
        return "none"
    return f"{low} to {high}" if high is not None and high != low else str(low)


def actor_names(voiced: Sequence[Voiced]) -> dict[str, str]:
    """For each name of an actor the name under which its accounts stand: the one most often used among equals."""
    counts: dict[str, int] = {}
    for v in voiced:
        if v.claim.actor:
            counts[v.claim.actor.value] = counts.get(v.claim.actor.value, 0) + 1
    ordered = sorted(counts, key=lambda name: (-counts[name], len(name), name))
    chosen: dict[str, str] = {}
    for name in ordered:
        own = actor_words(name)
        chosen[name] = next((c for c in ordered if chosen.get(c) == c and same_name(own, actor_words(c))), name)
    return chosen


def actor_words(name: str) -> frozenset[str]:
    """The words by which actors are told apart."""
    return known(name) or frozenset(words(name))
