"""Which id an incident bears after people split and merged."""

import pytest

from rashomon.link.ids import name_groups

CASES = [
    ("nothing judged", [["a", "b"], ["c"]], [["a", "b"], ["c"]], {"i-a": ("i-b",), "i-c": ()}),
    ("a merge redirects the younger id", [["a", "b"], ["c"]], [["a", "b", "c"]], {"i-a": ("i-b", "i-c")}),
    (
        "a split leaves the id with the larger part",
        [["a", "b", "c"]],
        [["a"], ["b", "c"]],
        {"i-as": (), "i-a": ("i-b", "i-c")},
    ),
    ("of equal parts the one with the founding mention", [["a", "b"]], [["a"], ["b"]], {"i-a": (), "i-b": ()}),
    (
        "a part split off bears its own first handle",
        [["a", "b", "c", "d", "e"]],
        [["a", "b", "c"], ["d", "e"]],
        {"i-a": ("i-b", "i-c"), "i-d": ("i-e",)},
    ),
    (
        "split and merged at once",
        [["a", "b"], ["c", "d", "e"]],
        [["a", "b", "c"], ["d", "e"]],
        {"i-a": ("i-b",), "i-c": ("i-d", "i-e")},
    ),
]


@pytest.mark.parametrize(("name", "automatic", "final", "expected"), CASES, ids=[case[0] for case in CASES])
def test_ids(
    name: str, automatic: list[list[str]], final: list[list[str]], expected: dict[str, tuple[str, ...]]
) -> None:
    """Each id with the ids that lead to it."""
    named = {one.id: one.redirects for one in name_groups(automatic, final)}
    assert named == expected
