"""What visitors may do."""

from enum import IntEnum


class Role(IntEnum):
    """What a visitor may do; each may do all that those before may.

    VIEWER reads. CODER codes pairs, blind to the other coders. EDITOR judges, reviews and withdraws. ADMIN keeps the
    accounts.
    """

    VIEWER = 1
    CODER = 2
    EDITOR = 3
    ADMIN = 4
