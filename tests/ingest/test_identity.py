"""Ids from addresses, and days of publication as sources write them."""

from datetime import date

import pytest

from rashomon.ingest.identity import normal_url, report_id
from rashomon.ingest.published import publication_day


@pytest.mark.parametrize(
    "url",
    [
        "http://Example.org/news/a",
        "https://www.example.org/news/a/",
        "https://example.org:443/news/a#top",
        "https://example.org/news/a?utm_source=x&fbclid=y",
    ],
)
def test_forms_of_one_address_give_one_id(url: str) -> None:
    assert report_id(None, url, "x") == report_id(None, "https://example.org/news/a", "another text")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a?id=1", "https://example.org/a?id=2"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org:8080/a", "https://example.org/a"),
        ("https://live.example.org/a", "https://example.org/a"),
    ],
)
def test_different_pages_keep_different_ids(one: str, other: str) -> None:
    assert report_id(None, one, "x") != report_id(None, other, "x")


@pytest.mark.parametrize("url", ["https://example.org/", "ftp://example.org/a", "not an address", "http://[::1", ""])
def test_an_address_of_no_page_leaves_the_id_to_the_text(url: str) -> None:
    assert normal_url(url) is None
    assert report_id(None, url, "x") == report_id(None, None, "x") != report_id(None, url, "y")


def test_a_given_id_is_kept() -> None:
    assert report_id("seed-000", "https://example.org/a", "x") == "seed-000"


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2024-05-14", date(2024, 5, 14)),
        ("2024-05-14T23:30:00-05:00", date(2024, 5, 14)),
        ("2024/5/4", date(2024, 5, 4)),
        ("20240514", date(2024, 5, 14)),
        ("Tue, 14 May 2024 08:00:00 GMT", date(2024, 5, 14)),
        ("14 May 2024", date(2024, 5, 14)),
        ("14th Sept. 2024", date(2024, 9, 14)),
        ("May 14, 2024, 8:00", date(2024, 5, 14)),
        ("Tuesday, May 14, 2024", date(2024, 5, 14)),
        ("08/09/2024", None),
        ("2024-13-01", None),
        ("2023-02-29", None),
        ("0001-01-01", None),
        ("May 2024", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_days_as_sources_write_them(stated: str, day: date | None) -> None:
    assert publication_day(stated) == day
