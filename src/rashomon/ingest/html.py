"""Saved web pages: the article's text and what the page says of it."""

import logging
from functools import cache
from typing import TYPE_CHECKING

from rashomon.ingest.draft import Draft
from rashomon.ingest.outcome import Note, Refused, Trouble

if TYPE_CHECKING:
    from configparser import ConfigParser

    from trafilatura.settings import Document

# What trafilatura, htmldate and lxml were seen to raise on broken pages, or may: they meet whatever is on the web.
_FAILURES = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
SHORTEST_ARTICLE = 50  # characters; below trafilatura's own 250 its fallback runs all paragraphs into one


def page(text: str, notes: tuple[Note, ...] = ()) -> Draft:
    """The draft of a saved page: text by trafilatura, day of publication by htmldate, address from its canonical link.

    Raises Refused where no article is found in it.
    """
    from trafilatura.settings import Document

    found = _taken_apart(text, with_metadata=True) or _taken_apart(text, with_metadata=False)
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


def _taken_apart(text: str, *, with_metadata: bool) -> "Document | dict[str, object] | None":
    """What trafilatura makes of the page; None where it finds nothing, or fails on markup that is broken enough."""
    from trafilatura import bare_extraction

    # A day in the future is to be told, not dropped: without max_date it is today, and the run would depend on it.
    # extensive_search would take any date on the page, so that an old page got the day of its newest comment.
    dates = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
    try:
        return bare_extraction(
            text,
            fast=True,
            include_comments=False,
            include_tables=False,
            with_metadata=with_metadata,
            date_extraction_params=dates,
            config=_settings(),
        )
    except _FAILURES:
        return None


@cache
def _settings() -> "ConfigParser":
    from trafilatura.settings import use_config

    for name in ("trafilatura", "htmldate"):  # what they find wrong with a page is told by us, in one line
        logging.getLogger(name).addHandler(logging.NullHandler())
    settings = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(SHORTEST_ARTICLE)
    return settings
