"""Which of a report's times is the incident's."""

from datetime import date

import pytest

from rashomon.pipeline import read
from rashomon.records import Report

PUBLISHED = date(2024, 5, 14)  # a Tuesday


@pytest.mark.parametrize(
    ("sentence", "words", "first"),
    [
        ("Gunmen killed four traders at a market in Rundu on Tuesday, police said.", "Tuesday", date(2024, 5, 14)),
        ("Two men were killed in Rundu on Monday when a bomb exploded, police said.", "Monday", date(2024, 5, 13)),
        ("The Northern Front on Tuesday claimed a car bomb that killed eight in Rundu.", "", date(2024, 5, 13)),
        ("RUNDU, May 14 (Wire) - Gunmen killed four traders at a market in Rundu.", "", date(2024, 5, 13)),
    ],
)
def test_a_day_that_its_own_clause_tells_is_told(sentence: str, words: str, first: date) -> None:
    """It stands in place of the day of publication or the one before; a saying's or a filing's day does not."""
    (mention,) = read(Report("r", sentence, published=PUBLISHED)).mentions
    assert mention.when is not None
    assert (mention.when.value.first, mention.when.value.last) == (first, first if words else PUBLISHED)
    assert not words or mention.when.span.quote == words
