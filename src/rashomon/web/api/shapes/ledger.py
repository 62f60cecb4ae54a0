"""Who asks, entries of the ledger, and whether they fit."""

from datetime import datetime

from pydantic import Field

from rashomon.records import EntryKind
from rashomon.web.api.shapes.base import Next, Shape
from rashomon.web.roles import Role


class Me(Shape):
    """Who asks."""

    name: str = Field(examples=["ada"], description="The name that decisions bear.")
    role: Role
    signed_in: bool = Field(description="False on loopback, where nobody needs to sign in.")


class Entry(Shape):
    """One line of the append-only ledger, chained to the one before."""

    number: int = Field(examples=[412])
    kind: EntryKind
    subject: str = Field(examples=["r-7197396c39df03a5"])
    payload: str = Field(
        examples=['{"report":"r-7197396c39df03a5"}'],
        description="The record as canonical JSON, the text that its digest covers; once withdrawn, its SHA-256.",
    )
    by: str = Field(examples=["ada"])
    at: datetime = Field(examples=["2024-06-01T09:30:00Z"])
    why: str = Field(examples=["build"])
    previous: str = Field(examples=["0" * 64])
    digest: str = Field(examples=["5f" * 32])


class Entries(Shape):
    """A page of entries, by number."""

    items: list[Entry]
    next: Next


class Fault(Shape):
    """One thing that does not fit."""

    entry: int | None = Field(examples=[17], description="The entry; null where it is in a table.")
    sentence: str = Field(examples=["entry 17 does not fit its digest"])


class Verified(Shape):
    """Whether every hash, every span and every table fits."""

    sound: bool
    faults: list[Fault]
    number: int = Field(examples=[412], description="The newest entry: note it with its digest, elsewhere.")
    digest: str = Field(examples=["5f" * 32])
