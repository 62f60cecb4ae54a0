"""Passwords and random secrets, and what is kept of them."""

import secrets
import threading
import unicodedata
from functools import cache
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rashomon.errors import BadInput

LEAST, MOST = 12, 1000  # characters of a password
_BYTES = 32  # of a random secret: beyond guessing, so that one round of SHA-256 is enough for it
_AT_ONCE = threading.BoundedSemaphore(2)  # each hashing takes 64 MiB: many at once must not take the machine's memory

# argon2id with the second choice of RFC 9106, section 4: 64 MiB, three passes, four lanes.
_HASHER = PasswordHasher()


def new_secret(mark: str = "") -> str:
    """A random secret for a cookie or a header; mark: what tells its kind to people who find it ("rsh_")."""
    return mark + secrets.token_urlsafe(_BYTES)


def digest_of(secret: str) -> str:
    """What is kept of a random secret."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def hashed(password: str, name: str) -> str:
    """What is kept of a password; raises BadInput for one that is too short, too long, or holds the person's name."""
    password = _folded(password)
    if not LEAST <= len(password) <= MOST:
        raise BadInput(f"a password has {LEAST} to {MOST} characters, this one has {len(password)}: choose another")
    if name.casefold() in password.casefold() and len(password) < len(name) + LEAST:
        raise BadInput("the password is little more than the name: choose another")
    with _AT_ONCE:
        return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """True where this is the password; takes as long for nobody's (None) as for somebody's."""
    nobodys = _nobodys()
    with _AT_ONCE:
        try:
            right = _HASHER.verify(kept or nobodys, _folded(password)[: MOST + 1])
        except (VerificationError, InvalidHashError):
            return False
    return right and kept is not None


def is_outdated(kept: str) -> bool:
    """True where today's costs are others than those that this was hashed with."""
    return _HASHER.check_needs_rehash(kept)


def _folded(password: str) -> str:
    # One password, however a keyboard composes its letters (NIST SP 800-63B, 3.1.1.2).
    return unicodedata.normalize("NFKC", password.encode("utf-8", "replace").decode())


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(_BYTES))
