"""Fits the weights by which `speakers_at` chooses whose words some words are. Run: `python training/fit_speakers.py`.

Trained on the claims of the desk's seen files: the candidates for each claim's words, right where the careful reader
names that speaker. Prints the accuracy under cross-validation by report, which is the figure to choose features by.
Deterministic: no random draw; folds by the order of the reports.
"""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import SEEN, gold, parsed, scorer
from logit import Decision, fit, write
from rashomon.extract.attribution import find_attributions
from rashomon.extract.attribution.candidates import Candidate, Place, candidates_at
from rashomon.extract.decider import Decider
from rashomon.extract.tolls import Toll, find_tolls
from rashomon.records import Span

FOLDS = 10
PENALTY = 3.0  # chosen by cross-validation among 0.3, 1, 3, 10


def examples() -> list[tuple[int, bool, list[Candidate], list[bool]]]:
    """Report number, whether the words are the whole quote, candidates, and which of them are right."""
    same = scorer().same_speaker
    found: list[tuple[int, bool, list[Candidate], list[bool]]] = []
    for number, record in enumerate(gold(SEEN)):
        report: dict[str, Any] = record["report"]
        parse = parsed(report["text"], report.get("title"))
        attributions = find_attributions(parse, report.get("outlet"))
        tolls = find_tolls(parse)
        for mention in record["mentions"]:
            for claim in mention.get("claims", []):
                start = report["text"].find(claim["quote"])
                span = Span.of(report["text"], start, start + len(claim["quote"]))
                parts = _narrower(attributions, span, report["text"])
                parts += [t.span for t in tolls if _same_toll(claim, t) and t.span.overlaps(span) and t.span != span]
                for whole, words in ((True, span), *((False, part) for part in parts)):
                    candidates = candidates_at(attributions, parse, words)
                    right = [same(claim["by"], [s.name for s in c.speakers]) for c in candidates]
                    found.append((number, whole, candidates, right))
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
    total = sum(whole for _, whole, _, _ in found)
    best = sum(any(r) for _, whole, _, r in found if whole)
    for penalty in (0.3, 1.0, 3.0, 10.0):
        right = 0
        for fold in range(FOLDS):
            weights = Decider(fit([d for n, d in decisions if n % FOLDS != fold], penalty))
            right += sum(r[chosen(weights, cs)] for n, whole, cs, r in found if whole and n % FOLDS == fold)
        print(f"penalty {penalty}: {right / total:.3f} of {total} claims under {FOLDS}-fold cross-validation")
    print(f"by the rules alone {right_by_rules / total:.3f}; with a perfect choice {best / total:.3f}")
    write("speakers", fit([d for _, d in decisions], PENALTY), "desk/dev, seen files")


if __name__ == "__main__":
    main()
