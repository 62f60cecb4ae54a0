"""A possible statement of blame, before the gate decides whether it is kept."""

from dataclasses import dataclass, field

from rashomon.records import About, ActorExpression, Span, Stance, Token


@dataclass(slots=True)
class Candidate:
    """What a construction suggests. actor: None for occurrence. speaker: the noun of who speaks, where it says so.

    signs: what the gate weighs beside the rule ("negated", "carrier:drone").
    """

    about: About
    stance: Stance
    actor: ActorExpression | None
    trigger: Token
    span: Span
    rule: str
    speaker: Token | None = None
    speaking: ActorExpression | None = None
    signs: set[str] = field(default_factory=set)
