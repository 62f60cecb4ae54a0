"""What a source says of a report, and the report made of it: the one place where ids, dates and titles are settled."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from rashomon.ingest.decode import cleaned
from rashomon.ingest.identity import report_id
from rashomon.ingest.language import other_language
from rashomon.ingest.outcome import Note, Refused, Trouble
from rashomon.ingest.published import publication_day
from rashomon.records import Report

_SPACE = re.compile(r"\s+")
_OPENING = 600  # characters in which a title may stand after the site's furniture


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its source gives it, nothing settled yet; None for what the source does not tell.

    as_published: True where `text` is the whole of what was published and must stay as it is; False where the title
    may be missing from it.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None
    as_published: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What the caller knows that the sources do not.

    today: a later day of publication is not believed; None believes every day. published: the day of those reports
    that state none; None leaves them undated.
    """

    today: date | None = None
    published: date | None = None


def settled(draft: Draft, terms: Terms) -> tuple[Report, tuple[Note, ...]]:
    """The report that a draft makes, and what is to be noted of it.

    Raises Refused where there is no text, or where it is in another language than English.
    """
    text, notes = cleaned(draft.text, draft.notes)
    title = _line(draft.title)
    if not any(character.isalpha() for character in text):
        raise Refused(Trouble.NO_TEXT, "has no words; give the report's words in `text` or below the header")
    if not title:
        notes += (Note(Trouble.NO_TITLE, "has no title; read without, add one as `title` if there was one"),)
    language = other_language(text, draft.language)
    if language:
        raise Refused(Trouble.LANGUAGE, f"looks like {language!r}, and only English is read; give a translation")
    if title and not draft.as_published and not _opens_with(text, title):
        text = f"{title}\n\n{text}"
    published, dated = _published(draft.published, terms)
    url = _line(draft.url)
    report = Report(
        id=report_id(_line(draft.id), url, text),
        text=text,
        title=title,
        outlet=_line(draft.outlet),
        published=published,
        url=url,
        language="en",
    )
    return report, notes + dated


def _published(stated: str | None, terms: Terms) -> tuple[date | None, tuple[Note, ...]]:
    if not stated or not stated.strip():
        if terms.published:
            return terms.published, ()
        advice = 'has no date of publication; "Sunday" stays of an unknown week until --published tells'
        return None, (Note(Trouble.NO_DATE, advice),)
    day = publication_day(stated)
    if day is None:
        sentence = f"published {stated.strip()[:40]!r} is no day; read as undated, write it as YYYY-MM-DD"
        return terms.published, (Note(Trouble.BAD_DATE, sentence),)
    if terms.today and day > terms.today:
        sentence = f"published {day} lies in the future; read as undated, correct it or use --published"
        return terms.published, (Note(Trouble.FUTURE_DATE, sentence),)
    return day, ()


def _line(value: str | None) -> str | None:
    """A one-line field without the spaces and breaks around it; None where nothing is left."""
    return _SPACE.sub(" ", cleaned(value)[0]).strip() or None if value else None


def _opens_with(text: str, title: str) -> bool:
    """True where the title stands in the text's opening, whatever its spaces, case and marks."""
    return _letters(title) in _letters(text[: _OPENING + 2 * len(title)])


def _letters(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words).casefold() if c.isalnum())
