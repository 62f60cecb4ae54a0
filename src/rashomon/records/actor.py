"""Who: groups, states and forces, and the words that name them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rashomon.records.span import Span


class ActorKind(StrEnum):
    """What an actor is, after ACLED's actor types."""

    STATE = "state"
    STATE_FORCES = "state forces"
    COALITION = "coalition"
    ARMED_GROUP = "armed group"
    UMBRELLA = "umbrella"
    MONITOR = "monitor"  # counts and reports: a monitoring group, an aid body
    MEDIA = "media"
    UNNAMED = "unnamed"  # "suspected herders", "a Shia militia in Syria"


@dataclass(frozen=True, slots=True)
class Membership:
    """That an actor belonged to an umbrella or a state, from one day to another; None is unbounded or not known."""

    umbrella: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A group, state or force as the actor list knows it.

    id: short and stable ("pmf"). name: what people read ("Popular Mobilization Forces"). aliases: every other form.
    country: ISO 3166-1 alpha-2 of the state it belongs to or mainly acts in; None for none.
    member_of: its umbrellas. source: where the facts come from.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    member_of: tuple[Membership, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class ActorExpression:
    """Words for an actor, and the actor they mean.

    actor: None for an actor outside the list, which works all the same under its own words.
    name: what it is called in the ledger: the list's name, else the words without article.
    adjective: True for "Israeli" in "Israeli warplanes". span: the shortest words that name it.
    rule: how the words were matched ("alias", "demonym", "abbreviation introduced in the report", "anaphor").
    """

    span: Span
    actor: Actor | None
    name: str
    kind: ActorKind
    rule: str
    adjective: bool = False
