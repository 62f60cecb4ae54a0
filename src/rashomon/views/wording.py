"""Claims, chains and days in words: the same ones on every page and in the terminal."""

from rashomon.records import About, Account, Claim, Interval, Place, Speaker, Stance, Toll

OWN_VOICE = "the report itself"
_DEEDS = {
    Stance.CLAIMS: "claims it: {}",
    Stance.BLAMES: "blames {}",
    Stance.SUSPECTS: "suspects {}",
    Stance.DENIES: "denies that it was {}",
    Stance.DECLINES: "neither confirms nor denies: {}",
}
_OCCURRENCE = {
    Stance.DENIES: "denies that it happened",
    Stance.UNAWARE: "is not aware of it",
    Stance.CONFIRMS: "confirms that it happened",
}

_SHORT = {  # for a table's narrow column; all others are short themselves
    "Shelling/artillery/missile attack": "Shelling, missiles",
    "Remote explosive/landmine/IED": "Remote explosive",
    "Abduction/forced disappearance": "Abduction",
    "Looting/property destruction": "Looting",
    "Disrupted weapons use": "Weapon disrupted",
    "Explosion of unknown cause": "Unknown explosion",
}


def short_type(sub_event_type: str) -> str:
    """A sub-event type in at most 18 letters, for a table."""
    return _SHORT.get(sub_event_type, sub_event_type)


def number_words(low: int | None, high: int | None) -> str:
    """A number with what is left open: "6", "at least 6", "up to 9", "5 to 8", "not known".

    >>> number_words(6, None)
    'at least 6'
    """
    if low is None and high is None:
        return "not known"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def claim_words(claim: Claim) -> str:
    """What a claim says, as it goes on after its speaker's name: "6 killed", "blames Israel", "is not aware of it"."""
    if claim.about is About.PERPETRATOR:
        return _DEEDS[claim.stance].format(claim.actor.value if claim.actor else "somebody unnamed")
    if claim.about is About.OCCURRENCE:
        return _OCCURRENCE[claim.stance]
    hit = f"{claim.who.quote} " if claim.part and claim.who else ""
    if claim.stance is Stance.DENIES and claim.low is None and claim.high is None:
        return (
            f"denies any {hit}{claim.about.value}" if hit or not claim.part else f"denies so many {claim.about.value}"
        )
    if claim.low == claim.high == 0:
        return f"no {hit or 'one '}{claim.about.value}"
    part = f" (of them {hit.strip()})" if hit else " (a part)" if claim.part else ""
    denied = "denies " if claim.stance is Stance.DENIES else ""
    return f"{denied}{number_words(claim.low, claim.high)} {claim.about.value}{part}"


def account_words(account: Account) -> str:
    """What an account says, for the head of its claims; a toll that is only rejected reads "denies so many killed"."""
    claim = account.voiced[0].claim if account.voiced else None
    if claim is None or claim.about not in (About.KILLED, About.WOUNDED) or claim.stance is not Stance.DENIES:
        return account.says
    if claim.low is not None or claim.high is not None:
        return account.says
    return f"denies {'so many' if claim.part else 'any'} {claim.about.value}"


def chain_words(speakers: tuple[Speaker, ...]) -> str:
    """Who said it, nearest to the fact first: "Iraqi sources, through Al-Mayadeen"; the report's own voice by name.

    >>> chain_words(())
    'the report itself'
    """
    return ", through ".join(speaker.name for speaker in speakers) or OWN_VOICE


def place_name(place: Place) -> str:
    """A place with what it lies in: "Rundu, Kavango East, NA"."""
    return ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))


def days_words(days: Interval | None, relative: str | None = None) -> str:
    """The days in words: "25 Aug 2019", "27-28 Sep 2019", "Sep 2019", "Sunday, of an unknown week", "day not known"."""
    if days is None:
        return relative or "day not known"
    first, last = days.first, days.last
    if days.days == 1:
        return f"{first.day} {first:%b %Y}"
    if first.year != last.year:
        return f"{first.day} {first:%b %Y} - {last.day} {last:%b %Y}"
    if first.month != last.month:
        whole = first.month == 1 and first.day == 1 and last.month == 12 and last.day == 31
        return f"{first:%Y}" if whole else f"{first.day} {first:%b} - {last.day} {last:%b %Y}"
    if first.day == 1 and (last - first).days >= 27:
        return f"{first:%b %Y}"
    return f"{first.day}-{last.day} {first:%b %Y}"


def toll_words(toll: Toll | None) -> str:
    """A toll in a cell: "6", "2-6", "0", "4+" where nobody gives an upper bound, "?" where it is not known.

    The best figure stands alone where low and high agree with it.
    """
    if toll is None:
        return "?"
    return figures_words(toll.low, toll.best, toll.high)


def figures_words(low: int | None, best: int | None, high: int | None) -> str:
    """As `toll_words`, of the three figures; the best one first where they differ: "6 (2-6)"."""
    if best is None:
        return "?" if low is None and high is None else f"{'' if low is None else low}-{'' if high is None else high}"
    if low == best == high:
        return str(best)
    if high is None:
        return f"{best}+" if low in (best, None) else f"{best} ({low}+)"
    return f"{best} ({0 if low is None else low}-{high})"
