"""Agreement of coders, against figures worked out by hand and by a second implementation."""

import random
from collections import Counter
from datetime import UTC, datetime
from itertools import permutations

import pytest
from tests.by_hand import readings

from rashomon.ledger import Ledger
from rashomon.records import Coding, Judgement, Verdict
from rashomon.views.agreement import agreement

AT = datetime(2024, 6, 1, tzinfo=UTC)
MENTIONS = sorted(mention.id for reading in readings() for mention in reading.mentions)
PAIRS = [(MENTIONS[0], MENTIONS[1]), (MENTIONS[0], MENTIONS[2]), (MENTIONS[1], MENTIONS[2])]
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def code(ledger: Ledger, by: str, *verdicts: Verdict | None) -> None:
    for (left, right), verdict in zip(PAIRS, verdicts, strict=False):
        if verdict is not None:
            ledger.code(Coding(left, right, verdict, by, AT, ""))


def alpha_by_hand(units: list[list[str]]) -> float:
    """Krippendorff's alpha by its coincidence matrix (nominal)."""
    seen: Counter[tuple[str, str]] = Counter()
    for values in units:
        for one, two in permutations(values, 2):
            seen[one, two] += 1 / (len(values) - 1)  # type: ignore[assignment]
    totals: Counter[str] = Counter()
    for (one, _), weight in seen.items():
        totals[one] += weight
    everything = sum(totals.values())
    differs = sum(weight for (one, two), weight in seen.items() if one != two)
    expected = sum(totals[one] * totals[two] for one in totals for two in totals if one != two) / (everything - 1)
    return 1.0 if expected == 0 else 1 - differs / expected


def test_two_coders_who_agree_on_two_of_three(small_ledger: Ledger) -> None:
    code(small_ledger, "ada", SAME, DIFFERENT, DIFFERENT)
    code(small_ledger, "ben", SAME, DIFFERENT, SAME)
    found = agreement(small_ledger)
    (two,) = found.coders
    assert two.pairs == 3
    assert two.observed == pytest.approx(2 / 3)
    assert two.kappa == pytest.approx((2 / 3 - 4 / 9) / (1 - 4 / 9))  # chance: 1/3 * 2/3 + 2/3 * 1/3
    assert found.alpha == pytest.approx(alpha_by_hand([["same"] * 2, ["different"] * 2, ["different", "same"]]))


def test_what_one_alone_has_coded_counts_for_no_agreement(small_ledger: Ledger) -> None:
    code(small_ledger, "ada", SAME, DIFFERENT)
    found = agreement(small_ledger)
    assert (found.shared, found.alpha, found.coders) == (0, None, ())
    assert [pair.agreed for pair in found.pairs] == [None, None]


def test_pairs_on_which_coders_differ_wait_first_and_the_judged_stand_last(small_ledger: Ledger) -> None:
    code(small_ledger, "ada", SAME, SAME, SAME)
    code(small_ledger, "ben", SAME, DIFFERENT, SAME)
    small_ledger.judge(Judgement(*PAIRS[0], SAME, "eve", AT, ""))
    found = agreement(small_ledger)
    assert [(pair.left, pair.right) for pair in found.pairs] == [PAIRS[1], PAIRS[2], PAIRS[0]]
    assert [pair.agreed for pair in found.pairs] == [None, SAME, SAME]


def test_alpha_equals_the_coincidence_matrix_for_any_codings(small_ledger: Ledger) -> None:
    seed = 11
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311
    for _ in range(12):
        chosen = {by: [chance.choice([SAME, DIFFERENT, UNSURE]) for _ in PAIRS] for by in ("ada", "ben", "cem")}
        for by, verdicts in chosen.items():
            code(small_ledger, by, *verdicts)
        units = [[chosen[by][at].value for by in chosen] for at in range(len(PAIRS))]
        assert agreement(small_ledger).alpha == pytest.approx(alpha_by_hand(units))
