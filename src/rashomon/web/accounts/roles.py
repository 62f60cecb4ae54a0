"""What somebody may do, from least to most."""

from enum import StrEnum


class Role(StrEnum):
    """A role may do all that those above it in this list may do."""

    VIEWER = "viewer"  # reads, searches, exports
    CODER = "coder"  # codes pairs and claims, blind to other coders
    EDITOR = "editor"  # judges, reviews, adjudicates: what changes the incidents
    ADMIN = "admin"  # withdraws texts, keeps the accounts

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
