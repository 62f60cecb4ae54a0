"""What the linker keeps of a mention: small enough for a million in memory, a pure function of it and its report."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from rashomon.link.people import ages, looks_back, people
from rashomon.link.prose import headline, names, prose
from rashomon.link.streets import streets, venues
from rashomon.link.words import rarity, telling, words
from rashomon.records import About, Interval, Mention, Place, Report, Span, Stance, SubEventType

WHOLE = 250  # weights are kept as whole numbers, so that sums do not depend on their order
LONGEST_READ = 6_000  # characters of a report; what tells an incident apart stands early
LONGEST_SENTENCE = 400  # characters kept on either side of a span when its sentence is looked for
RARE = 8  # an outlet's word that about one text in 2**8 or fewer holds
NAME_MARK, NAMES_OF_REPORT, PEOPLE_OF_REPORT, STREETS_OF_REPORT = "\n", 12, 8, 12
ASSUMED = "publication day or the day before"  # the rule of a day that no words of the report tell
WORDS_OF_REPORT, WORDS_OF_MENTION, WORDS_OF_TITLE = 40, 24, 12
_SENTENCE_EDGE = re.compile(r"[.!?…]['\"”’)\]]*\s|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True, eq=False)
class Bag:
    """Words with weights, weightiest first.

    Like the other gists it is one object however often it is compared, so it is told from others by identity: what is
    remembered of it while it is compared is found without looking at its words.

    weights: one byte a word, in parts of WHOLE; the squares of the weights add up to one.
    """

    words: tuple[str, ...]
    weights: bytes


NO_WORDS = Bag((), b"")


@dataclass(frozen=True, slots=True, eq=False)
class ReportGist:
    """What is kept of a report, shared by its mentions.

    published: a day as its proleptic Gregorian ordinal. outlet: words that name the outlet.
    names: names of two words, the rarest first, in one string with NAME_MARK between them (a tuple takes four times
    the memory). people, streets, venues: likewise; people are those hit, sought or tried. looks_back: it tells what
    came of it, long after.
    """

    id: str
    published: int | None
    whole: Bag
    title: Bag
    outlet: frozenset[str]
    names: str
    people: str
    streets: str
    venues: str
    ages: bytes
    looks_back: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, openly imprecise: degrees, and how many kilometres off it may be. kind: what the place is."""

    lat: float
    lon: float
    radius_km: float
    name: str
    country: str | None


@dataclass(frozen=True, slots=True, eq=False)
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
    if not kept:
        return NO_WORDS
    return Bag(tuple(word for word, _ in kept), bytes(round(weight * WHOLE) for _, weight in kept))


def report_gist(report: Report) -> ReportGist:
    """What is kept of a report."""
    read = prose(report.text, LONGEST_READ)
    own = outlet_words(report, words(read))
    return ReportGist(
        intern(report.id),
        report.published.toordinal() if report.published else None,
        bag(words(read), WORDS_OF_REPORT, own),
        bag(words(headline(report.title or "")), WORDS_OF_TITLE, own),
        own,
        NAME_MARK.join(names(read, NAMES_OF_REPORT)),
        NAME_MARK.join(people(read, PEOPLE_OF_REPORT)),
        NAME_MARK.join(streets(read, STREETS_OF_REPORT)),
        NAME_MARK.join(venues(read, STREETS_OF_REPORT)),
        ages(read),
        looks_back(read),
    )


def outlet_words(report: Report, found: list[str]) -> frozenset[str]:
    """The words among these that name the outlet: they say who printed it, not what happened.

    Such are the words of its name, and rare words with which its web address begins ("wmc" of wmcactionnews5.com). A
    web archive's address holds the outlet's own address as a part of its path: both hosts count.
    """
    hosts = re.findall(r"://([^/?#]+)", report.url or "")
    labels = [label for host in hosts for label in re.split(r"[.:\-]", host.lower()) if label != "www"]
    named = frozenset(words(report.outlet or "") + labels)
    rare = (word for word in frozenset(found) if len(word) > 2 and rarity().of(word) >= RARE)
    return _one(named | {word for word in rare if any(label.startswith(word) for label in labels)})


@lru_cache(maxsize=1 << 12)
def _one(words: frozenset[str]) -> frozenset[str]:
    """The same words as one object, however many mentions share them."""
    return words


def gist(mention: Mention, report: Report, shared: ReportGist | None = None) -> Gist:
    """What is kept of a mention. shared: the gist of its report, where it is already made."""
    shared = shared or report_gist(report)
    whole = [c for c in mention.claims if not c.part and c.stance is Stance.ASSERTS]
    actors = {frozenset(words(c.actor.value)) for c in mention.claims if c.about is About.PERPETRATOR and c.actor}
    return Gist(
        mention.id,
        shared,
        mention.span.start,
        _days(mention.when.value if mention.when and mention.when.rule != ASSUMED else None),
        _spot(mention.where.value) if mention.where else None,
        mention.sub_event_type.value,
        _one(frozenset(stated.value.value for stated in mention.means)),
        tuple(sorted(actors - {frozenset()}, key=sorted)),
        bag([word for target in mention.targets for word in words(target.quote)], WORDS_OF_TITLE),
        tuple(sorted({(c.low, c.high) for c in whole if c.about is About.KILLED}, key=str)),
        tuple(sorted({(c.low, c.high) for c in whole if c.about is About.WOUNDED}, key=str)),
        bag(words(near_text(mention, report.text)), WORDS_OF_MENTION, shared.outlet),
    )


@lru_cache(maxsize=1 << 14)
def _days(interval: Interval | None) -> tuple[int, int] | None:
    return (interval.first.toordinal(), interval.last.toordinal()) if interval else None


@lru_cache(maxsize=1 << 16)
def _spot(place: Place) -> Spot:
    return Spot(place.lat, place.lon, place.radius_km, place.name, place.country)


def near_text(mention: Mention, text: str) -> str:
    """The sentences in which the mention's words and its claims' words stand, each once."""
    spans = [mention.span, *(claim.span for claim in mention.claims), *mention.targets]
    kept = "\n".join(text[start:end] for start, end in _merged(_sentence(text, span) for span in spans))
    return prose(kept, len(kept)) or kept


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
