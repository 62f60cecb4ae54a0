"""Things in order, whether or not they fit into memory."""

import pytest

from rashomon.ledger.ordering import in_order


@pytest.mark.parametrize("part", [1, 2, 3, 7, 100])
def test_all_things_come_in_order_and_equals_as_they_came(part: int) -> None:
    things = [(key * 7 % 5, str(key)) for key in range(20)]
    assert list(in_order(things, lambda one: one[0], part)) == sorted(things, key=lambda one: one[0])


def test_of_nothing_comes_nothing() -> None:
    assert list(in_order([], str, 2)) == []
