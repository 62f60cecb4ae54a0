"""Every error that rashomon raises on purpose, by who can act on it.

A message says what was wrong, with which value, and what to do next.
"""


class RashomonError(Exception):
    """The root of all errors of this package."""


class BadInput(RashomonError):
    """What was given cannot be used: the giver can mend it."""


class Unknown(BadInput):
    """It names something that is not there: an incident, a report, a mention."""


class MissingResource(RashomonError):
    """Something that must be installed or made first is not there: the installer can mend it."""


class Unavailable(RashomonError):
    """A service or a file cannot be reached or written now: try again, or call who runs it."""


class LedgerDamaged(RashomonError):
    """The ledger does not fit its own hashes: nothing may be built on it until somebody has looked."""
