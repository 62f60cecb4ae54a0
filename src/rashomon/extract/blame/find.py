"""All statements of blame in a report."""

from collections.abc import Sequence

from rashomon.extract.blame.record import Blame
from rashomon.records import ActorExpression, Parse


def find_blame(parse: Parse, actors: Sequence[ActorExpression]) -> tuple[Blame, ...]:
    """The statements on who did it and on whether it happened, in the order of the text."""
    return ()
