"""What is counted from memory is what the database answers: many random queries, by a printed seed."""

import random
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.ledger.drawing import FIRST, SEED, asked, drawn, fill

from rashomon.errors import BadInput
from rashomon.ledger import IncidentQuery, Ledger


def assert_same(ledger: Ledger, query: IncidentQuery) -> None:
    """All that fit are counted, and pages of them go on where the last one ended."""
    rows = ledger.incidents(query)
    chosen = ledger.select(query)
    assert sorted(chosen.columns.rows.key[chosen.fitting()]) == sorted(int(row.cursor, 16) for row in rows), query
    cursor = rows[len(rows) // 3].cursor if rows else None
    page = replace(query, limit=7, cursor=cursor)
    assert list(ledger.select(page).page) == ledger.incidents(page), page


def test_what_is_counted_in_memory_is_what_the_database_finds(ledger: Ledger) -> None:
    print("seed", SEED)
    draw = random.Random(SEED)  # noqa: S311
    made = fill(ledger, draw)
    for _ in range(250):
        assert_same(ledger, asked(draw))
    for _ in range(12):  # changed, gone, withdrawn, and changed in the whole
        some = draw.sample(made, 3)
        changed = [drawn(draw, int(told.report[2:]))[1] for told, _ in some[:2]]
        changed = [replace(new, incident=old.incident) for new, (_, old) in zip(changed, some, strict=False)]
        ledger.update_incidents(changed, [some[2][1].incident.id], 240)
        for _ in range(10):
            assert_same(ledger, asked(draw))
    ledger.redact(made[0][0].report, by="Counsel", why="an order")
    assert_same(ledger, IncidentQuery())
    ledger.replace_incidents([found for _, found in made[1:]], 241)
    for _ in range(50):
        assert_same(ledger, asked(draw))


def test_a_change_that_is_taken_back_is_not_counted(ledger: Ledger) -> None:
    made = fill(ledger, random.Random(SEED), 5)  # noqa: S311
    assert ledger.select().fitting().sum() == 5

    def half_way() -> None:
        with ledger.batch():
            ledger.update_incidents([], [made[0][1].incident.id], 10)
            assert ledger.select().fitting().sum() == 4
            raise BadInput("taken back")

    with pytest.raises(BadInput, match="taken back"):
        half_way()
    assert ledger.select().fitting().sum() == 5


def test_readers_in_many_threads_see_each_change(ledger: Ledger) -> None:
    made = fill(ledger, random.Random(SEED), 20)  # noqa: S311
    wrong: list[str] = []

    def count() -> None:
        last = 20
        while last > 10:
            seen = len(np_keys(ledger))
            if seen > last:
                wrong.append(f"{seen} after {last}")
            last = seen

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for _, found in made[:10]:
        ledger.update_incidents([], [found.incident.id], 40)
    for thread in threads:
        thread.join(60)
    assert wrong == []
    assert not any(thread.is_alive() for thread in threads)


def np_keys(ledger: Ledger) -> list[int]:
    """The keys of all incidents, as they are kept in memory."""
    return list(ledger.select().columns.rows.key)


def test_an_empty_ledger_counts_nothing(ledger: Ledger) -> None:
    chosen = ledger.select(IncidentQuery(actor="anybody", limit=3, since=FIRST, near=(0, 0, 9), type="Attack"))
    assert (int(chosen.fitting().sum()), chosen.page) == (0, ())


@pytest.mark.parametrize(
    "query",
    [
        IncidentQuery(since=FIRST, until=FIRST - timedelta(days=1)),
        IncidentQuery(near=(91, 0, 1)),
        IncidentQuery(text="!"),
        IncidentQuery(actor=""),
        IncidentQuery(cursor="next", limit=1),
    ],
)
def test_a_senseless_query_is_refused(ledger: Ledger, query: IncidentQuery) -> None:
    with pytest.raises(BadInput):
        ledger.select(query)
