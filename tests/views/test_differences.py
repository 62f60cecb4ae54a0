"""The word diff of two revisions."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.differences import MOST_TOKENS, Change, differences

TEXTS = st.text(alphabet="ab \n.,", max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off(before: str, after: str) -> None:
    runs = differences(before, after)
    assert "".join(run.words for run in runs if run.change is not Change.ADDED) == before
    assert "".join(run.words for run in runs if run.change is not Change.REMOVED) == after


def test_a_changed_figure_is_all_that_is_marked() -> None:
    runs = differences("Police said six people died.", "Police said nine people died.")
    assert [(run.words, run.change) for run in runs if run.change is not Change.KEPT] == [
        ("six", Change.REMOVED),
        ("nine", Change.ADDED),
    ]


def test_a_long_text_is_compared_by_lines() -> None:
    line = "word " * 50 + "\n"
    before = line * (MOST_TOKENS // 40)
    runs = differences(before, before + "one more line\n")
    assert [run.words for run in runs if run.change is Change.ADDED] == ["one more line\n"]
