"""The floor of floors: the first sentence with a verb of killing and a number is the incident, and its only claim."""

import re
from typing import Any

_SENTENCE = re.compile(r"[^\n.!?]+[.!?]?")
_NUMBERS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_KILL = re.compile(r"\b(?:kill(?:s|ed|ing)?|dead|died|dies)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(\d{1,4}|" + "|".join(_NUMBERS) + r")\b", re.IGNORECASE)


def read_naively(record: dict[str, Any]) -> dict[str, Any]:
    """The desk's format for one report, as a program of ten lines would fill it."""
    report = record["report"]
    for sentence in _SENTENCE.finditer(report["text"]):
        words = sentence.group().strip()
        number = _NUMBER.search(words)
        if not (_KILL.search(words) and number):
            continue
        value = _NUMBERS.get(number.group().lower()) or int(number.group())
        claim = {"about": "killed", "stance": "asserts", "low": value, "high": value, "by": [], "quote": words[:400]}
        day = {"from": report["published"], "to": report["published"]}
        mention = {
            "incident": report["id"],
            "quote": words[:400],
            "sub_event_type": "Attack",
            "means": [],
            "date": day if report.get("published") else None,
            "place": None,
            "claims": [claim],
        }
        return {"report": {"id": report["id"]}, "mentions": [mention], "series": []}
    return {"report": {"id": report["id"]}, "mentions": [], "series": []}
