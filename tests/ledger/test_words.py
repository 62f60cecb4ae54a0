"""Words as they are searched, and records as they are hashed."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import BadInput
from rashomon.ledger.codec import canonical, decoded
from rashomon.ledger.words import folded, folded_words, phrases
from rashomon.records import Report


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("Al-Qa'im's drones!", "al qa im s drone"),
        ("DRONE_STRIKES", "drone strike"),
        ("Bīr al-ʿAbd, São Tomé", "bir al ʿabd sao tome"),
        ("casualties buses gas this was", "casualty buse gas thi was"),
        ("Straße", "strasse"),
        ("M23, 7.62 mm", "m23 7 62 mm"),
        ("العراق", "العراق"),
    ],
)
def test_folded(text: str, words: str) -> None:
    assert folded(text) == words


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ('drone "al-Qaim strikes"', [["al", "qaim", "strike"], ["drone"]]),
        ('"', []),
        ('"" !', []),
        ("a' OR 1=1 --", [["a"], ["or"], ["1"], ["1"]]),
        ('"unclosed phrase', [["unclosed"], ["phrase"]]),
    ],
)
def test_phrases(query: str, asked: list[list[str]]) -> None:
    assert phrases(query) == asked


@given(st.text())
def test_folding_again_changes_only_plurals(text: str) -> None:
    for word in folded_words(text):
        assert word
        assert " " not in word
        assert not set(word) & set("'\"\\_")


@given(st.text(), st.none() | st.text(), st.none() | st.dates(min_value=date(1, 1, 1)))
def test_what_is_canonical_decodes_to_the_same_record(text: str, title: str | None, published: date | None) -> None:
    report = Report("r", text, title, published=published)
    try:
        payload = canonical(report)
    except BadInput:
        assert "\x00" in text + (title or "") or any("\ud800" <= c <= "\udfff" for c in text + (title or ""))
        return
    assert decoded(payload, Report) == report
    assert canonical(decoded(payload, Report)) == payload
    assert msgspec.json.decode(payload)["text"] == text


@given(st.lists(st.text(max_size=20), max_size=5))
def test_a_nul_is_found_wherever_it_stands(parts: list[str]) -> None:
    record = {"a": [parts, {"b": "".join(parts)}]}
    holds = any("\x00" in part for part in parts)
    try:
        canonical(record)
        refused = False
    except BadInput:
        refused = True
    assert refused == (holds or any("\ud800" <= c <= "\udfff" for part in parts for c in part))
