"""One published article, one revision of it."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Report:
    """One revision of one published article, the text as published.

    Example: the Haaretz article of 28 September 2019, `id="seed-000"`. The same id with another text is another
    revision: both are kept, the newer one is read.

    id: names the article across its revisions; given by the source, else made from the URL, else from the text.
    text: what was published, the title line included where it has one; every span counts in it.
    title, outlet, url: None where the source does not tell.
    published: the day it was published, as the source states it; None where it is not known.
    language: ISO 639-1.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"

    @property
    def digest(self) -> str:
        """SHA-256 (64 hexadecimal digits) of all fields: names this revision."""
        fields = (self.id, self.text, self.title, self.outlet, self.published, self.url, self.language)
        hashed = sha256()
        for field in fields:
            value = b"-" if field is None else b"=" + str(field).encode("utf-8", "surrogatepass")
            hashed.update(len(value).to_bytes(8, "big") + value)
        return hashed.hexdigest()
