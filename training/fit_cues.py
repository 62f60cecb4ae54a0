"""Fits the weights that tell a cue of an attribution from another word. Run: `python training/fit_cues.py FOLDER`.

FOLDER is PolNeAR's training split (`text/`, `attributions/`). Every draft that the rules make is an example; it is
right where the corpus has an attribution with that cue and some of that content. Prints accuracy, precision and
recall on the last tenth of the texts, with weights fitted on the others. Deterministic: no random draw.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import parsed
from logit import Decision, fit, write
from rashomon.extract.attribution.find import weighed_drafts
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.decider import Decider, Features
from rashomon.records import Parse
from speakers import annotated, annotation_of, positions

PENALTY = 2.0
LEAST = 8  # examples that a feature must stand in: a weight for a rare word is not knowledge


def examples(text: str, lines: str, parse: Parse) -> list[tuple[Features, bool]]:
    """The features of every draft in one text, and whether the corpus has that attribution."""
    quoted = Quoted(quotations(text, parse.paragraphs))
    tree = Tree(parse)
    golds = annotated(text, lines, quoted)
    found = []
    for sentence in parse.sentences:
        for token, draft, features in weighed_drafts(tree, sentence, quoted):
            cue = positions(text, [(token.start, token.end)])
            content = frozenset[int]().union(
                *(positions(text, [(parse.tokens[a].start, parse.tokens[b - 1].end)]) for a, b in draft.content)
            )
            right = any(g.cue & cue and g.content & content for g in golds)
            found.append((features, right))
    return found


def corpus(folder: Path) -> list[list[tuple[Features, bool]]]:
    """The examples of every text, text by text."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = annotation_of(path).read_text(encoding="utf-8")
        found.append(examples(text, lines, parsed(text)))
    return found


def decisions(texts: list[list[tuple[Features, bool]]]) -> list[Decision]:
    """Each example as a choice between taking it and leaving it."""
    return [Decision([features, {}], [right, not right]) for text in texts for features, right in text]


def main() -> None:
    texts = corpus(Path(sys.argv[1]))
    held = texts[9::10]
    weights = Decider(fit(decisions([t for i, t in enumerate(texts) if i % 10 != 9]), PENALTY, LEAST))
    judged = [(weights.probability(features), right) for text in held for features, right in text]
    for least in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6):
        taken = sum(p >= least for p, _ in judged)
        good = sum(right for p, right in judged if p >= least)
        every = sum(right for _, right in judged)
        print(f"least {least}: precision {good / max(1, taken):.3f}, recall {good / every:.3f} of {every} cues")
    write("cues", fit(decisions(texts), PENALTY, LEAST), "PolNeAR, training split")


if __name__ == "__main__":
    main()
