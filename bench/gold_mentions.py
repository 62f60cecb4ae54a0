"""The desk's gold readings as records, for benches and fits that are about linking and reconciling alone."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rashomon.records import (
    About,
    Claim,
    Interval,
    Means,
    Mention,
    Place,
    PlaceKind,
    Report,
    Span,
    Speaker,
    Stance,
    Stated,
    SubEventType,
)

AREA_KM = 60  # a gold place known no better is a district or a province


def report_of(fields: dict[str, Any]) -> Report:
    """The report of a desk or pool line."""
    published = fields.get("published")
    return Report(
        id=fields["id"],
        text=fields["text"],
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        published=date.fromisoformat(published[:10]) if published else None,
        url=fields.get("url"),
    )


def mentions_of(record: dict[str, Any]) -> list[tuple[Mention, str]]:
    """Each gold mention as a record, with the gold incident's id."""
    text = record["report"]["text"]
    return [(_mention(record["report"]["id"], text, gold), gold["incident"]) for gold in record["mentions"]]


def _find(text: str, quote: str) -> Span:
    start = text.find(quote)
    return Span(start, start + len(quote), quote) if start >= 0 else Span.of(text, 0, 1)


def _mention(report: str, text: str, gold: dict[str, Any]) -> Mention:
    span = _find(text, gold["quote"])
    days, place = gold.get("date"), gold.get("place")
    when = Interval(date.fromisoformat(days["from"]), date.fromisoformat(days["to"])) if days else None
    return Mention(
        id="",
        report=report,
        span=span,
        sub_event_type=Stated(SubEventType(gold["sub_event_type"]), span),
        means=tuple(Stated(Means(means), span) for means in gold.get("means", [])),
        when=Stated(when, span) if when else None,
        where=Stated(_place(place), span) if place else None,
        targets=tuple(_named(text, target, span) for target in gold.get("targets", [])),
        claims=tuple(_claim(text, claim) for claim in gold.get("claims", [])),
    ).with_id()


def _named(text: str, words: str, near: Span) -> Span:
    """The words where they stand in the text, else the words alone at the mention's place."""
    return _find(text, words) if words in text else Span(near.start, near.end, words)


def _place(gold: dict[str, Any]) -> Place:
    kind = PlaceKind.DISTRICT if gold["within_km"] > AREA_KM else PlaceKind.SETTLEMENT
    return Place(gold["name"], kind, gold["country"], gold["lat"], gold["lon"], gold["within_km"], "desk")


def _claim(text: str, gold: dict[str, Any]) -> Claim:
    span = _find(text, gold["quote"])
    return Claim(
        About(gold["about"]),
        Stance(gold["stance"]),
        span,
        tuple(Speaker(_named(text, name, span)) for name in gold["by"]),
        gold.get("low"),
        gold.get("high"),
        _named(text, gold["who"], span) if gold.get("who") else None,
        bool(gold.get("part")),
        Stated(gold["actor"].split(" | ")[0], span) if gold.get("actor") else None,
    )


def all_of(records: Iterable[dict[str, Any]]) -> tuple[list[Mention], dict[str, Report], dict[str, str]]:
    """The gold mentions of these records, their reports by id, and the gold incident of each mention id."""
    mentions, reports, truth = [], {}, {}
    for record in records:
        report = report_of(record["report"])
        reports[report.id] = report
        for mention, incident in mentions_of(record):
            mentions.append(mention)
            truth[mention.id] = incident
    return mentions, reports, truth
