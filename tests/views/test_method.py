"""The method page tells what is in force."""

from rashomon.link.compare import FEATURES
from rashomon.views.method import method
from rashomon.views.rules import TOLL_RULES


def test_every_comparison_is_explained_with_its_weights() -> None:
    told = method()
    assert [one.name for one in told.comparisons] == [feature.name for feature in FEATURES]
    assert all(one.explained.endswith(".") or one.explained.endswith(")") for one in told.comparisons)
    assert all(one.levels for one in told.comparisons)
    assert told.unsure < told.join


def test_rules_are_told_in_the_words_of_the_functions_that_apply_them() -> None:
    told = method()
    assert told.toll_rules == TOLL_RULES
    assert "covered" in told.series
    assert any("where_prec" in code for code in told.codes)


def test_figures_are_shares_and_stand_beside_a_naive_reader() -> None:
    told = method()
    figures = [value for rows in (*told.measured.values(), *told.left_out.values()) for value in rows.values()]
    assert figures and all(0 <= value <= 1 for value in figures)
    assert told.measured["naive"]["claims"] < told.left_out["held out"]["claims"]
