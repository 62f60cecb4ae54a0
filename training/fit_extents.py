"""Fits the weights that tell how far what is said goes. Run: `python training/fit_extents.py FOLDER`.

FOLDER is PolNeAR's training split. Every draft with its cue in the corpus is an example: the extents that what is said
may have, right where none shares more of its words with the corpus's content. Prints how often the extent shares half
of the union, by the rules and by weights fitted on the other nine tenths of the texts. Deterministic: no random draw.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from desk import parsed
from logit import Decision, fit, write
from rashomon.extract.attribution.extent import Extent, extents
from rashomon.extract.attribution.find import weighed_drafts
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.decider import Decider
from speakers import annotated, annotation_of, over_union, positions

PENALTY = 3.0
LEAST = 5  # examples that a feature must stand in
Example = tuple[list[Extent], list[float]]  # extents, and the share of each


def examples(path: Path) -> list[Example]:
    """The extents of every draft of one text whose cue the corpus has."""
    text = path.read_text(encoding="utf-8")
    parse = parsed(text)
    quoted = Quoted(quotations(text, parse.paragraphs))
    tree = Tree(parse)
    golds = annotated(text, annotation_of(path).read_text(encoding="utf-8"), quoted)
    found: list[Example] = []
    for sentence in parse.sentences:
        for token, draft, _ in weighed_drafts(tree, sentence, quoted):
            cue = positions(text, [(token.start, token.end)])
            gold = next((g for g in golds if g.cue & cue), None)
            if gold is None:
                continue
            candidates = extents(tree, draft, quoted)
            shares = [
                over_union(
                    gold.content,
                    positions(text, [(parse.tokens[a].start, parse.tokens[b - 1].end) for a, b in candidate.content]),
                )
                for candidate in candidates
            ]
            if max(shares) > 0:
                found.append((candidates, shares))
    return found


def decisions(texts: list[list[Example]]) -> list[Decision]:
    """The examples with a choice, those right that share most."""
    return [
        Decision([c.features for c in candidates], [share >= max(shares) - 0.01 for share in shares])
        for text in texts
        for candidates, shares in text
        if len(candidates) > 1 and max(shares) >= 0.3
    ]


def main() -> None:
    texts = [examples(path) for path in sorted((Path(sys.argv[1]) / "text").glob("*.txt"))]
    for penalty in (1.0, 3.0, 10.0):
        weights = Decider(fit(decisions([t for i, t in enumerate(texts) if i % 10 != 9]), penalty, LEAST))
        held = [example for text in texts[9::10] for example in text]
        chosen = [max(range(len(c)), key=lambda i, c=c: weights.score(c[i].features)) for c, _ in held]  # type: ignore[misc]
        learned = sum(shares[i] for i, (_, shares) in zip(chosen, held, strict=True))
        half = sum(shares[i] >= 0.5 for i, (_, shares) in zip(chosen, held, strict=True))
        rules, rules_half = sum(s[0] for _, s in held), sum(s[0] >= 0.5 for _, s in held)
        best, best_half = sum(max(s) for _, s in held), sum(max(s) >= 0.5 for _, s in held)
        print(
            f"penalty {penalty}: of {len(held)} drafts share half of the union {half / len(held):.3f} "
            f"(rules {rules_half / len(held):.3f}, best {best_half / len(held):.3f}); mean share "
            f"{learned / len(held):.3f} (rules {rules / len(held):.3f}, best {best / len(held):.3f})"
        )
    write("extents", fit(decisions(texts), PENALTY, LEAST), "PolNeAR, training split")


if __name__ == "__main__":
    main()
