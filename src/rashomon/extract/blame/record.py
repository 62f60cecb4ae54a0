"""One statement on who did it, or on whether it happened at all."""

from dataclasses import dataclass

from rashomon.records import About, Span, Stance


@dataclass(frozen=True, slots=True)
class Blame:
    """That somebody stands so to an actor's part in an incident, or to the incident itself.

    "the Okavango Front claimed responsibility for the strike": about PERPETRATOR, stance CLAIMS,
    actor "Okavango Front", speaker the same words. "the Pentagon was not aware of any such attack":
    about OCCURRENCE, stance UNAWARE, actor None.

    span: the clause that says it, at most LONGEST characters. actor, actor_span: the ledger's name for the actor and
    the words that name it; both None for OCCURRENCE. trigger: index of the token for the violent act or for the
    responsibility.
    speaker: who speaks, where the construction itself says so; None where the words around must tell.
    incidents: of how many incidents it speaks ("claimed both attacks": 2).
    outright: True where it states who was responsible, False where it tells a violent act with its author.
    rule: which construction it was. score: how sure the reader is, 0 to 1.
    """

    about: About
    stance: Stance
    span: Span
    trigger: int
    rule: str
    actor: str | None = None
    actor_span: Span | None = None
    speaker: Span | None = None
    score: float = 1.0
    incidents: int = 1
    outright: bool = False


LONGEST = 400  # characters: a longer quote points at nothing
