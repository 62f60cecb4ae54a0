"""What the linker keeps of a mention: small enough for a million in memory, a pure function of it and its report."""

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

from rashomon.link.words import telling, words
from rashomon.records import About, Interval, Mention, Report, Span, Stance, SubEventType

LONGEST_READ = 6_000  # characters of a report; what tells an incident apart stands early
LONGEST_SENTENCE = 400  # characters kept on either side of a span when its sentence is looked for
WORDS_OF_REPORT, WORDS_OF_MENTION, WORDS_OF_TITLE = 40, 24, 12
_BYLINE = re.compile(
    r"^\W*(?:by|reporting by|editing by|posted|updated|published|copyright|©)\b.{0,120}$", re.IGNORECASE | re.MULTILINE
)
_SENTENCE_EDGE = re.compile(r"[.!?…]['\"”’)\]]*\s|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Bag:
    """Words with weights whose squares add up to 1, weightiest first."""

    words: tuple[str, ...]
    weights: "array[float]"


@dataclass(frozen=True, slots=True)
class ReportGist:
    """What is kept of a report, shared by its mentions. published: a day as its proleptic Gregorian ordinal."""

    id: str
    published: int | None
    whole: Bag
    title: Bag


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, openly imprecise: degrees, and how many kilometres off it may be. kind: what the place is."""

    lat: float
    lon: float
    radius_km: float
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Gist:
    """What the linker compares of one mention.

    days: first and last ordinal of when it happened, None where the report does not tell. killed, wounded: the
    figures (low, high) of whole tolls. actors: the words of each actor that somebody names as the author.
    near: the telling words of the sentences that report it.
    """

    mention: str
    report: ReportGist
    start: int
    days: tuple[int, int] | None
    spot: Spot | None
    kind: SubEventType
    means: frozenset[str]
    actors: tuple[frozenset[str], ...]
    targets: Bag
    killed: tuple[tuple[int | None, int | None], ...]
    wounded: tuple[tuple[int | None, int | None], ...]
    near: Bag


def bag(found: list[str], most: int, without: frozenset[str] = frozenset()) -> Bag:
    """The weightiest of these words."""
    kept = telling(found, most, without)
    return Bag(tuple(word for word, _ in kept), array("f", (weight for _, weight in kept)))


def overlap(left: Bag, right: Bag) -> float:
    """How much two bags share: 0 nothing, 1 the same words (the cosine of their weights)."""
    if not left.words or not right.words:
        return 0.0
    weights = dict(zip(left.words, left.weights, strict=True))
    return sum(weights[w] * x for w, x in zip(right.words, right.weights, strict=True) if w in weights)


def report_gist(report: Report) -> ReportGist:
    """What is kept of a report."""
    own = outlet_words(report)
    read = _BYLINE.sub(" ", report.text[:LONGEST_READ])
    return ReportGist(
        intern(report.id),
        report.published.toordinal() if report.published else None,
        bag(words(read), WORDS_OF_REPORT, own),
        bag(words(report.title or ""), WORDS_OF_TITLE, own),
    )


def outlet_words(report: Report) -> frozenset[str]:
    """The words that name the outlet: they say who printed it, not what happened.

    A web archive's address holds the outlet's own address as a part of its path: both hosts count.
    """
    hosts = re.findall(r"://([^/?#]+)", report.url or "")
    parts = [part for host in hosts for part in re.split(r"[.:\-]", host)]
    return frozenset(words(report.outlet or "") + words(" ".join(parts)))


def gist(mention: Mention, report: Report, shared: ReportGist | None = None) -> Gist:
    """What is kept of a mention. shared: the gist of its report, where it is already made."""
    shared = shared or report_gist(report)
    whole = [c for c in mention.claims if not c.part and c.stance is Stance.ASSERTS]
    actors = {frozenset(words(c.actor.value)) for c in mention.claims if c.about is About.PERPETRATOR and c.actor}
    return Gist(
        mention.id,
        shared,
        mention.span.start,
        _days(mention.when.value if mention.when else None),
        _spot(mention),
        mention.sub_event_type.value,
        frozenset(stated.value.value for stated in mention.means),
        tuple(sorted(actors - {frozenset()}, key=sorted)),
        bag([word for target in mention.targets for word in words(target.quote)], WORDS_OF_TITLE),
        tuple(sorted({(c.low, c.high) for c in whole if c.about is About.KILLED}, key=str)),
        tuple(sorted({(c.low, c.high) for c in whole if c.about is About.WOUNDED}, key=str)),
        bag(words(near_text(mention, report.text)), WORDS_OF_MENTION, outlet_words(report)),
    )


def _days(interval: Interval | None) -> tuple[int, int] | None:
    return (interval.first.toordinal(), interval.last.toordinal()) if interval else None


def _spot(mention: Mention) -> Spot | None:
    if mention.where is None:
        return None
    place = mention.where.value
    return Spot(place.lat, place.lon, place.radius_km, intern(place.name), place.country)


def near_text(mention: Mention, text: str) -> str:
    """The sentences in which the mention's words and its claims' words stand, each once."""
    spans = [mention.span, *(claim.span for claim in mention.claims), *mention.targets]
    return "\n".join(text[start:end] for start, end in _merged(_sentence(text, span) for span in spans))


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """The span widened to the edges of its sentence, by at most LONGEST_SENTENCE characters a side."""
    before = text[max(0, span.start - LONGEST_SENTENCE) : span.start]
    edges = [match.end() for match in _SENTENCE_EDGE.finditer(before)]
    after = _SENTENCE_EDGE.search(text, max(span.start, span.end - 1), span.end + LONGEST_SENTENCE)
    start = span.start - len(before) + (edges[-1] if edges else 0)
    return start, after.end() if after else min(len(text), span.end + LONGEST_SENTENCE)


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
