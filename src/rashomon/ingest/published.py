"""The day of publication, as a source writes it."""

import re
from datetime import date
from email.utils import parsedate

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d+Z?)?")
_WORDS = re.compile(
    r"(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EARLIEST = date(1900, 1, 1)  # crawlers write year 1 for "not known"


def publication_day(stated: str) -> date | None:
    """The day that these words state: ISO 8601 with or without a time, RFC 2822, or "28 September 2019".

    >>> publication_day("2019-08-25 10:00:00")
    datetime.date(2019, 8, 25)

    The day is the one written, whatever the time zone. None where there is no such day, or where the order of day
    and month is open ("08/09/2019").
    """
    stated = stated.strip()[:100]
    day = _numbers(stated)
    return day if day and day >= EARLIEST else None


def _numbers(stated: str) -> date | None:
    found = _ISO.match(stated) or _COMPACT.fullmatch(stated)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    mail = parsedate(stated) if "," in stated and ":" in stated else None
    if mail:
        return _day(*mail[:3])
    words = _WORDS.search(stated)
    day = words and (words["d1"] or words["d2"])
    if not words or not day or words["month"][:3].lower() not in _MONTHS:
        return None
    return _day(int(words["year"]), _MONTHS.index(words["month"][:3].lower()) + 1, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
