"""What the accounts of one incident cannot all be right about: toll, blame, place, day, whether it happened."""

from collections.abc import Sequence
from itertools import combinations

from rashomon.reconcile.accounts import actor_names, actor_words, figure_in_words
from rashomon.reconcile.names import same_name
from rashomon.reconcile.tolls import is_whole
from rashomon.records import About, Contradiction, Mention, Stance, Voiced, kilometres


def contradictions(mentions: Sequence[Mention], voiced: Sequence[Voiced]) -> tuple[Contradiction, ...]:
    """Every contradiction, each in a sentence that names who says what."""
    found = [_toll(voiced, About.KILLED), _toll(voiced, About.WOUNDED), *_blame(voiced), _occurrence(voiced)]
    found += [_day(mentions), _place(mentions)]
    return tuple(one for one in found if one)


def speaker_of(v: Voiced) -> str:
    """Who says it, for people: the speaker nearest to the fact, else the outlet or report in its own voice."""
    return v.claim.speakers[0].name if v.claim.speakers else (v.outlet or f"report {v.report}")


def _toll(voiced: Sequence[Voiced], about: About) -> Contradiction | None:
    """Figures whose ranges do not meet; "at least 4" and "6" do."""
    whole = [v for v in voiced if is_whole(v, about)]
    denied = [v for v in voiced if v.claim.about is about and v.claim.stance is Stance.DENIES and not v.claim.part]
    sides: dict[str, Voiced] = {}
    for one, two in combinations(whole, 2):
        if not _meet(one, two):
            for v in (one, two):
                sides.setdefault(figure_in_words(v.claim.low, v.claim.high), v)
    told = [f"{said} says {speaker_of(v)}" for said, v in sides.items()]
    if denied and any((v.claim.low or 0) > 0 for v in whole):
        told += [f"{speaker_of(v)} denies losses" for v in denied[:1]]
        if len(told) == 1:
            first = next(v for v in whole if (v.claim.low or 0) > 0)
            told.insert(0, f"{figure_in_words(first.claim.low, first.claim.high)} says {speaker_of(first)}")
    return Contradiction(about.value, f"{about.value}: " + "; ".join(told)) if told else None


def _meet(one: Voiced, two: Voiced) -> bool:
    low = max(one.claim.low or 0, two.claim.low or 0)
    highs = [v.claim.high for v in (one, two) if v.claim.high is not None]
    return not highs or low <= min(highs)


def _blame(voiced: Sequence[Voiced]) -> list[Contradiction]:
    """Different actors held for the author, and an actor that denies what others say it did."""
    names = actor_names(voiced)
    did: dict[str, Voiced] = {}
    denies: dict[str, Voiced] = {}
    for v in voiced:
        if v.claim.about is About.PERPETRATOR and v.claim.actor:
            actor = names[v.claim.actor.value]
            if v.claim.stance in (Stance.CLAIMS, Stance.BLAMES, Stance.SUSPECTS):
                did.setdefault(actor, v)
            elif v.claim.stance is Stance.DENIES:
                denies.setdefault(actor, v)
    found = []
    if len(did) > 1:
        told = "; ".join(f"{speaker_of(v)} {v.claim.stance.value} {actor}" for actor, v in did.items())
        found.append(Contradiction("blame", f"different authors are named: {told}"))
    for actor, v in denies.items():
        accused = next((a for a in did if a == actor or same_name(actor_words(a), actor_words(actor))), None)
        if accused:
            told = f"{speaker_of(did[accused])} {did[accused].claim.stance.value} {actor}; {speaker_of(v)} denies it"
            found.append(Contradiction("blame", told))
    return found


def _occurrence(voiced: Sequence[Voiced]) -> Contradiction | None:
    """A speaker who says that it did not happen, beside all who tell of it."""
    denied = [v for v in voiced if v.claim.about is About.OCCURRENCE and v.claim.stance is Stance.DENIES]
    if not denied:
        return None
    return Contradiction("occurrence", f"{speaker_of(denied[0])} denies that it happened; others tell of it")


def _day(mentions: Sequence[Mention]) -> Contradiction | None:
    """Days that do not meet, told by reports held for the same happening."""
    told = [(m, m.when.value) for m in mentions if m.when]
    for (one, left), (two, right) in combinations(told, 2):
        if left.first > right.last or right.first > left.last:
            sentence = (
                f"report {one.report} tells {left.first} to {left.last}, {two.report} {right.first} to {right.last}"
            )
            return Contradiction("day", sentence)
    return None


def _place(mentions: Sequence[Mention]) -> Contradiction | None:
    """Places further apart than both are off at most."""
    told = [(m, m.where.value) for m in mentions if m.where]
    for (one, left), (two, right) in combinations(told, 2):
        away = kilometres(left.lat, left.lon, right.lat, right.lon)
        if away > left.radius_km + right.radius_km + 1:
            sentence = f"report {one.report} tells {left.name}, {two.report} {right.name}, {away:.0f} km away"
            return Contradiction("place", sentence)
    return None
