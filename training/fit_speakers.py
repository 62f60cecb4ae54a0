"""Fits the weights by which `speakers_at` chooses whose words some words are. Run: `python training/fit_speakers.py`.

Trained on the claims of the desk's seen files and of the project's own reports: the candidates for each claim's words,
right where the careful reader names that speaker. Prints the accuracy under cross-validation by file, each file judged
by weights that saw none of it, which is the figure to choose features by. Deterministic: no random draw.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import SEEN, gold, own, parsed, scorer
from logit import Decision, fit, write
from rashomon.extract.attribution import find_attributions
from rashomon.extract.attribution.candidates import Candidate, Place, candidates_at
from rashomon.extract.decider import Decider
from rashomon.extract.tolls import Toll, find_tolls
from rashomon.records import Span

PENALTY = 3.0  # chosen by cross-validation among 0.3, 1, 3, 10


Example = tuple[str, bool, list[Candidate], list[bool]]


def files() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record that the weights may learn from, with the file that it stands in."""
    for name in SEEN:
        yield from ((name, record) for record in gold((name,)))
    for record in own():
        yield f"own {record['report']['id'].partition('-')[0]}", record


def examples() -> list[Example]:
    """The file, whether the words are the whole quote, candidates, and which of them are right."""
    same = scorer().same_speaker
    found: list[Example] = []
    for file, record in files():
        report: dict[str, Any] = record["report"]
        parse = parsed(report["text"], report.get("title"))
        attributions = find_attributions(parse, report.get("outlet"))
        tolls = find_tolls(parse)
        for mention in record["mentions"]:
            for claim in mention.get("claims", []):
                if claim["stance"] == "declines" and not claim["by"]:
                    continue  # the desk gives a silence to who is silent
                start = report["text"].find(claim["quote"])
                span = Span.of(report["text"], start, start + len(claim["quote"]))
                parts = _narrower(attributions, span, report["text"])
                parts += [t.span for t in tolls if _same_toll(claim, t) and t.span.overlaps(span) and t.span != span]
                for whole, words in ((True, span), *((False, part) for part in parts)):
                    candidates = candidates_at(attributions, parse, words)
                    right = [same(claim["by"], [s.name for s in c.speakers]) for c in candidates]
                    found.append((file, whole, candidates, right))
    return found


def _same_toll(claim: dict[str, Any], toll: Toll) -> bool:
    return bool((claim["about"], claim.get("low"), claim.get("high")) == (toll.about.value, toll.low, toll.high))


def _narrower(attributions: Any, span: Span, text: str) -> list[Span]:
    """The part of a quote that is said, without cue and speaker: what the readers of tolls and blame ask about."""
    for attribution in attributions:
        for content in attribution.content:
            start, end = max(content.start, span.start), min(content.end, span.end)
            if end - start >= 0.4 * len(span) and end - start < len(span) and span.overlaps(attribution.cue):
                return [Span.of(text, start, end)]
    return []


def chosen(weights: Decider, candidates: list[Candidate]) -> int:
    """The index of the candidate that the weights choose."""
    return max(range(len(candidates)), key=lambda i: weights.score(candidates[i].features))


def main() -> None:
    found = examples()
    decisions = [(n, Decision([c.features for c in cs], right)) for n, _, cs, right in found if any(right)]
    right_by_rules = sum(
        r[next((i for i, c in enumerate(cs) if c.place is Place.HELD), 0)] for _, whole, cs, r in found if whole
    )
    totals = Counter(name for name, whole, _, _ in found if whole)
    total = totals.total()
    best = sum(any(r) for _, whole, _, r in found if whole)
    for penalty in (0.3, 1.0, 3.0, 10.0):
        rights: Counter[str] = Counter()
        for file in dict.fromkeys(name for name, *_ in found):
            weights = Decider(fit([d for name, d in decisions if name != file], penalty))
            rights[file] += sum(r[chosen(weights, cs)] for name, whole, cs, r in found if whole and name == file)
        each = ", ".join(f"{name} {right / totals[name]:.3f}" for name, right in rights.items())
        print(f"penalty {penalty}: {rights.total() / total:.3f} of {total} claims, each file by the others: {each}")
    print(f"by the rules alone {right_by_rules / total:.3f}; with a perfect choice {best / total:.3f}")
    write("speakers", fit([d for _, d in decisions], PENALTY), "desk/dev, seen files, and training/reports")


if __name__ == "__main__":
    main()
