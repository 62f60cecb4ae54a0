"""Whom a report calls hit, sought or tried, and how old they are."""

import pytest

from rashomon.link.people import ages, looks_back, people


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ossian Thrale, 34, was killed, Lt. Brannoc Ull said.", ("ossian thrale",)),
        ("The 9-year-old Ysolde Quenby was found by Mayor Mirek Dvandra, 51.", ("ysolde quenby",)),
        ("Police identified the dead as Ossian K. Thrale.", ("ossian thrale",)),
        ("Brannoc Ull was arrested at the Marrow Medical Center.", ("brannoc ull",)),
        ("Brannoc Ull Jr., 20 people said, left.", ()),
        ("Spokeswoman Ysolde Quenby, 40, told of it. The suspect Mirek Dvandra fled.", ("mirek dvandra",)),
        ("Marrow County, 12 miles away, was quiet.", ()),
        ("A strike killed the front's commander Ossian Thrale in Marrow.", ("ossian thrale",)),
        ("The killing of General Brannoc Ull last year.", ("brannoc ull",)),
        ("They killed ten people in Marrow's Farhaven Province, and killed Marrow Front men.", ()),
        ("On North Stell, 12, and the Thrale Caption, 40, nothing was seen.", ()),
        ("", ()),
    ],
)
def test_people_are_those_hit_sought_or_tried(text: str, found: tuple[str, ...]) -> None:
    """Officials who speak on everything are not among them, nor are counties."""
    assert people(text, 8) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two boys, ages 9 and 12, and Ossian Thrale, 34, were hurt.", [9, 12, 34]),
        ("A 7-year-old and a woman aged 61 (61) died.", [7, 61]),
        ("At least 6 people, 40 houses", []),
    ],
)
def test_ages_are_told_apart_from_counts(text: str, found: list[int]) -> None:
    """Each once, ascending."""
    assert list(ages(text)) == found


def test_a_report_of_a_trial_looks_back() -> None:
    """One word of it may stand in any report."""
    assert looks_back("The jury found him guilty of the raid.")
    assert not looks_back("He was on probation when he was shot.")
