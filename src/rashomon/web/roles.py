"""What visitors may do, from least to most."""

from enum import StrEnum


class Role(StrEnum):
    """What a visitor may do; each may do all that those before may."""

    VIEWER = "viewer"  # reads, searches, exports
    CODER = "coder"  # codes pairs, blind to the other coders
    EDITOR = "editor"  # judges, reviews, adjudicates and withdraws
    ADMIN = "admin"  # keeps the accounts

    def may(self, needed: "Role") -> bool:
        """True where this role reaches the one that something needs.

        >>> Role.EDITOR.may(Role.CODER), Role.CODER.may(Role.EDITOR)
        (True, False)
        """
        every = list(Role)
        return every.index(self) >= every.index(needed)

    def within(self, most: "Role") -> "Role":
        """This role, or `most` where this one is above it."""
        return self if most.may(self) else most
