"""Two analysts and a build at once: every acknowledged entry is in one chain, and readers always see a whole state."""

import threading
from collections.abc import Callable

import pytest
from tests.ledger.planted import judgement, mortar, reading, reconciled, report, strike

from rashomon.ledger import Ledger, Overtaken
from rashomon.records import Verdict


def at_once(*works: Callable[[], None]) -> None:
    """Run each in a thread of its own; raises the first error of any."""
    errors: list[Exception] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - raised again below
            errors.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


@pytest.fixture
def judged(ledger: Ledger) -> Ledger:
    """A ledger with a few reports to judge."""
    for number in range(6):
        one = report(f"r-{number}")
        ledger.add_read(one, reading(one))
    return ledger


def test_two_analysts_and_a_build_make_one_chain(judged: Ledger, location: str) -> None:
    def analyst(name: str) -> Callable[[], None]:
        def work() -> None:
            with Ledger.open(location) as own:
                for number in range(15):
                    left, right = strike(report(f"r-{number % 6}")), mortar(report(f"r-{(number + 1) % 6}"))
                    own.judge(judgement(left.id, right.id, Verdict.UNSURE, by=name))

        return work

    def build() -> None:
        with Ledger.open(location) as own:
            for number in range(100, 115):
                one = report(f"r-{number}")
                own.add_read(one, reading(one))

    def read() -> None:
        with Ledger.open(location) as own:
            for _ in range(10):
                assert own.verify() == []

    at_once(analyst("Ada"), analyst("Ben"), build, read)
    entries = list(judged.entries())
    assert [entry.number for entry in entries] == list(range(1, 12 + 15 + 15 + 30 + 1))
    assert judged.verify() == []


def test_of_two_analysts_who_saw_the_same_the_second_is_told(judged: Ledger, location: str) -> None:
    head = judged.head()
    assert head
    seen = head.number
    left, right = strike(report("r-0")), strike(report("r-1"))
    told: list[str] = []

    def analyst(name: str) -> Callable[[], None]:
        def work() -> None:
            with Ledger.open(location) as own:
                try:
                    own.judge(judgement(left.id, right.id, by=name), seen=seen)
                except Overtaken as error:
                    told.append(str(error))

        return work

    at_once(analyst("Ada"), analyst("Ben"))
    assert len(told) == 1
    assert len(judged.judgements()) == 1


def test_threads_share_one_ledger(judged: Ledger) -> None:
    def add(first: int) -> Callable[[], None]:
        def work() -> None:
            for number in range(first, first + 10):
                judged.add_report(report(f"r-{number}"))
                assert len(judged.incidents()) in (0, 6)

        return work

    def fold() -> None:
        found = [reconciled(strike(report(f"r-{number}"))) for number in range(6)]
        for _ in range(5):
            head = judged.head()
            judged.replace_incidents(found, head.number if head else 0)

    at_once(add(100), add(200), fold)
    assert len(list(judged.reports())) == 26


def test_a_batch_of_one_thread_is_not_seen_by_another(judged: Ledger) -> None:
    seen: list[int] = []
    with judged.batch():
        judged.add_report(report("r-9"))
        at_once(lambda: seen.append(len(list(judged.reports()))))
        assert len(list(judged.reports())) == 7
    assert seen == [6]
