"""Saved web pages: the article's text and what the page says of it."""

from functools import cache
from typing import TYPE_CHECKING

from rashomon.ingest.draft import Draft, Terms
from rashomon.ingest.outcome import Note, Refused, Trouble

if TYPE_CHECKING:
    from configparser import ConfigParser

SHORTEST_ARTICLE = 50  # characters; below trafilatura's own 250 its fallback runs all paragraphs into one


def page(text: str, terms: Terms, notes: tuple[Note, ...] = ()) -> Draft:
    """The draft of a saved page: text by trafilatura, day of publication by htmldate, address from its canonical link.

    Raises Refused where no article is found in it.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    latest = terms.today.isoformat() if terms.today else "2100-01-01"
    # extensive_search would take any date on the page, so that an old page got the day of its newest comment.
    dates = {"original_date": True, "extensive_search": False, "max_date": latest}
    found = bare_extraction(
        text,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dates,
        config=_settings(),
    )
    words = (found.text or "").strip() if isinstance(found, Document) else ""
    if not isinstance(found, Document) or not words:
        raise Refused(Trouble.NO_TEXT, "has no article in its HTML; save the report's text as .txt")
    return Draft(
        text=words.replace("\n", "\n\n"),
        title=found.title,
        outlet=found.sitename or found.hostname,
        published=found.date,
        url=found.url,
        notes=notes,
    )


@cache
def _settings() -> "ConfigParser":
    from trafilatura.settings import use_config

    settings = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(SHORTEST_ARTICLE)
    return settings
