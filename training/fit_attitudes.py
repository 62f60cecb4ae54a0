"""Fits the weights by which attitudes are read. Run: `python training/fit_attitudes.py FOLDER`.

FOLDER is PolNeAR's training split. What the rules of `attribution` find is known to each step; so that it is as right
on these texts as on others, it is found by cues and extents fitted on the other half of them. Then, in turn: which
words are cues, by themselves and beside their neighbours; who holds it; how far it goes; how far to trust all three.
The last is fitted, and the least of it chosen, on a tenth of the texts kept aside from the others. Prints the F1 that
this tenth has then by the rule of `bench/speakers.py`. Deterministic: no random draw.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

import fit_cues
import fit_extents
from desk import parsed
from logit import WEIGHTS, fit
from rashomon.extract.attitudes.beside import FAMILIES, NAMES, family, row
from rashomon.extract.attitudes.cue_words import cue_candidates, cue_features
from rashomon.extract.attitudes.find import one_layer, positions, to_attribution
from rashomon.extract.attitudes.held import extents
from rashomon.extract.attitudes.holders import Holder, holders
from rashomon.extract.attitudes.scene import Scene, governing
from rashomon.extract.attitudes.trees import Tree, Trees, standing_in
from rashomon.extract.attribution import Attribution, find_attributions
from rashomon.extract.decider import Decider, deciders
from rashomon.records import Parse, Token
from sparse_logit import Table, fit_choice, fit_yes_no, kept_columns, named
from speakers import Said, annotated, annotation_of, given, over_union, paired, same_source
from speakers import positions as characters

CARD = "PolNeAR, training split"
HALF = 0.5  # of the union, from which an extent counts
PENALTIES = {"attitude_cues": 5.0, "attitude_holders": 2.0, "attitude_extents": 1.0}
LEAST = 3  # rows that a feature must stand in
SMALLEST = 0.08  # weights nearer to nothing are left out
FOLDS = 3
ROUNDS = 150  # trees


@dataclass(slots=True)
class Text:
    """One text with its annotation; match: the annotated attribution of each token that is its cue."""

    parse: Parse
    scene: Scene
    golds: list[Said]
    match: dict[int, Said]

    def words(self, pieces: Sequence[tuple[int, int]]) -> frozenset[int]:
        """The characters of some token ranges, as annotations are compared."""
        tokens = self.parse.tokens
        return characters(self.parse.text, [(tokens[a].start, tokens[b - 1].end) for a, b in pieces])

    def right_holder(self, gold: Said, holder: Holder) -> bool:
        """True where the candidate is who the corpus has."""
        spans = [(holder.said_by.start, holder.said_by.end)] if holder.said_by is not None else []
        return same_source(gold, Said(characters(self.parse.text, spans), gold.content, gold.cue, gold.kind, True))


def found_by_rules(paths: Sequence[Path]) -> list[Sequence[Attribution]]:
    """The attributions of each text, by cues and extents that were fitted on the other half of the texts."""
    parses = [parsed(path.read_text(encoding="utf-8")) for path in paths]
    cues = [
        fit_cues.examples(parse.text, annotation_of(path).read_text(encoding="utf-8"), parse)
        for path, parse in zip(paths, parses, strict=True)
    ]
    ends = [fit_extents.examples(path) for path in paths]
    found: list[Sequence[Attribution]] = [()] * len(paths)
    for half in (0, 1):
        others = [i for i in range(len(paths)) if i % 10 % 2 != half]
        weights = {
            "cues": Decider(fit(fit_cues.decisions([cues[i] for i in others]), fit_cues.PENALTY, fit_cues.LEAST)),
            "extents": Decider(
                fit(fit_extents.decisions([ends[i] for i in others]), fit_extents.PENALTY, fit_extents.LEAST)
            ),
        }
        with deciders(weights):
            for i in range(len(paths)):
                if i % 10 % 2 == half:
                    found[i] = find_attributions(parses[i])
    return found


def annotated_text(path: Path, attributions: Sequence[Attribution]) -> Text:
    """The text with its annotation, each annotated cue at the candidate that governs its words."""
    text = path.read_text(encoding="utf-8")
    parse = parsed(text)
    scene = Scene(parse, attributions)
    golds = annotated(text, annotation_of(path).read_text(encoding="utf-8"), scene.quoted)
    candidates = {t.i for sentence in parse.sentences for t in cue_candidates(scene, sentence)}
    match: dict[int, Said] = {}
    for gold in golds:
        if not gold.cue:
            continue
        tokens = [
            t
            for t in parse.tokens
            if t.end > min(gold.cue) and t.start <= max(gold.cue) and gold.cue & set(range(t.start, t.end))
        ]
        ordered = [governing(tokens), *tokens] if tokens else []
        at = next((t.i for t in ordered if t.i in candidates), None)
        if at is not None:
            match.setdefault(at, gold)
    return Text(parse, scene, golds, match)


def candidates(text: Text) -> list[Token]:
    """All that may be a cue in the text, in order."""
    return [t for sentence in text.parse.sentences for t in cue_candidates(text.scene, sentence)]


def cue_table(texts: Sequence[Text]) -> Table:
    """One row a candidate, in groups by text."""
    table = Table()
    for n, text in enumerate(texts):
        for token in candidates(text):
            table.add(cue_features(text.scene, token), n, float(token.i in text.match))
    return table


def rows(texts: Sequence[Text], parts: np.ndarray) -> np.ndarray:
    """Every candidate beside its neighbours, by the parts of the first scores, from weights fitted on other texts."""
    found: list[list[float]] = []
    for text in texts:
        for sentence in text.parse.sentences:
            tokens = cue_candidates(text.scene, sentence)
            own = parts[len(found) : len(found) + len(tokens)].tolist()
            scores = {token.i: sum(part) for token, part in zip(tokens, own, strict=True)}
            found += [row(text.scene, t, scores, part, sentence) for t, part in zip(tokens, own, strict=True)]
    return np.array(found, dtype=np.float32)


def boosted_trees(numbers: np.ndarray, right: np.ndarray) -> Trees:
    """Trees that judge every candidate again."""
    model = HistGradientBoostingClassifier(
        learning_rate=0.06,
        max_iter=ROUNDS,
        max_leaf_nodes=15,
        min_samples_leaf=40,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=0,
    ).fit(numbers, right)
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        trees.append(
            Tree(
                np.where(leaf, -1, nodes["feature_idx"]).tolist(),
                [round(float(x), 4) for x in np.where(leaf, 0.0, nodes["num_threshold"])],
                np.where(leaf, 0, nodes["left"]).tolist(),
                np.where(leaf, 0, nodes["right"]).tolist(),
                [round(float(x), 4) for x in np.where(leaf, nodes["value"], 0.0)],
            )
        )
    return Trees(float(model._baseline_prediction[0][0]), tuple(trees))


def choice_tables(texts: Sequence[Text], scores: np.ndarray) -> tuple[Table, Table]:
    """Who holds it and how far it goes, for every annotated cue: a group each, those without a right one left out.

    scores: the first score of every candidate, from weights fitted on other texts.
    """
    who, what = Table(), Table()
    groups = at = 0
    for text in texts:
        tokens = candidates(text)
        likely: dict[int, dict[int, float]] = {}  # by sentence, by token
        for token, score in zip(tokens, scores[at : at + len(tokens)].tolist(), strict=True):
            likely.setdefault(token.sentence, {})[token.i] = 1.0 / (1.0 + float(np.exp(-score)))
        at += len(tokens)
        for i, gold in text.match.items():
            cue = text.parse.tokens[i]
            found = holders(text.scene, cue)
            right = [text.right_holder(gold, holder) for holder in found]
            holder = next((h.head for h, good in zip(found, right, strict=True) if good), -1)
            for h, good in zip(found, right, strict=True):
                if any(right):
                    who.add(h.features, groups, float(good))
            held = extents(text.scene, cue, holder, likely[cue.sentence])
            shares = [over_union(gold.content, text.words(h.pieces)) for h in held]
            if max(shares, default=0.0) >= HALF:
                for extent, share in zip(held, shares, strict=True):
                    what.add(extent.features, groups, float(share >= max(shares) - 0.01))
            groups += 1
    return who, what


def weights_of(name: str, table: Table) -> Decider:
    """Fits one of the scorers."""
    matrix, right = table.matrix(), np.array(table.right)
    columns = kept_columns(matrix, LEAST)
    names = list(table.names)
    kept = [names[i] for i in columns]
    if name == "attitude_cues":
        fitted = fit_yes_no(matrix[:, columns], right, PENALTIES[name])
    else:
        fitted = fit_choice(matrix[:, columns], np.array(table.group), right, PENALTIES[name])
    return Decider(named(kept, fitted, SMALLEST))


def parts_across(table: Table) -> np.ndarray:
    """The first score of every candidate by kinds of features, by weights fitted on the other folds' texts."""
    matrix, right, group = table.matrix(), np.array(table.right), np.array(table.group)
    columns = kept_columns(matrix, LEAST)
    matrix, names = matrix[:, columns], list(table.names)
    of = np.array([family(names[i]) for i in columns])
    parts = np.zeros((len(right), len(FAMILIES)))
    for fold in range(FOLDS):
        own = group % FOLDS == fold
        weights = fit_yes_no(matrix[~own], right[~own], PENALTIES["attitude_cues"])
        for k in range(len(FAMILIES)):
            parts[own, k] = matrix[own] @ np.where(of == k, weights, 0.0)
    return parts


def fitted(texts: Sequence[Text]) -> tuple[dict[str, Decider], Trees]:
    """The three scorers and the trees, fitted on these texts."""
    cues = cue_table(texts)
    parts = parts_across(cues)
    trees = boosted_trees(rows(texts, parts), np.array(cues.right))
    who, what = choice_tables(texts, parts.sum(axis=1))
    tables = {"attitude_cues": cues, "attitude_holders": who, "attitude_extents": what}
    return {name: weights_of(name, table) for name, table in tables.items()}, trees


def trust(texts: Sequence[Text], weights: Mapping[str, Decider], trees: Trees) -> Decider:
    """How likely a cue with holder and extent is right by the rule, and from which likelihood on F1 is best."""
    with deciders(weights), standing_in("attitude_trees", trees):
        found = [[p for s in t.parse.sentences for p in positions(t.scene, s)] for t in texts]
    table = Table()
    for n, (text, several) in enumerate(zip(texts, found, strict=True)):
        for position in several:
            gold = text.match.get(position.cue.i)
            right = gold is not None and text.right_holder(gold, position.holder)
            right = right and over_union(gold.content, text.words(position.held.pieces)) >= HALF  # type: ignore[union-attr]
            table.add(position.features, n, float(right))
    fitted_ = fit_yes_no(table.matrix(), np.array(table.right), 0.1)
    judged = named(list(table.names), fitted_, 0.0)
    best, most = 0.0, -1.0
    for least in np.arange(0.2, 0.6, 0.02).round(2).tolist():
        decider = Decider(judged | {"least": least})
        with deciders({**weights, "attitudes": decider}):
            ours = [
                [to_attribution(t.scene, p) for p in one_layer(several)]
                for t, several in zip(texts, found, strict=True)
            ]
        good = sum(
            len(paired(t.golds, given(t.parse.text, a), "source and content")) for t, a in zip(texts, ours, strict=True)
        )
        total, gold_total = sum(map(len, ours)), sum(len(t.golds) for t in texts)
        f1 = 2 * good / (total + gold_total)
        print(f"from {least}: F1 {f1:.3f} P {good / max(1, total):.3f} R {good / gold_total:.3f}")
        if f1 > most:
            best, most = least, f1
    return Decider(judged | {"least": best})


def write(name: str, weights: Mapping[str, float]) -> None:
    """Writes `weights/NAME.json` in few bytes, a weight a line, sorted."""
    lines = ",\n".join(f"{json.dumps(n, ensure_ascii=False)}:{w}" for n, w in sorted(weights.items()))
    text = f'{{"trained_on":{json.dumps(CARD)},"weights":{{\n{lines}\n}}}}\n'
    (WEIGHTS / f"{name}.json").write_text(text, encoding="utf-8")


def write_trees(trees: Trees) -> None:
    """Writes `weights/attitude_trees.json`, a tree a line: feature, threshold, low, high, value of its nodes."""
    tables = [
        [list(getattr(t, name)) for name in ("feature", "threshold", "low", "high", "value")] for t in trees.trees
    ]
    lines = ",\n".join(json.dumps(table, separators=(",", ":")) for table in tables)
    head = f'{{"trained_on":{json.dumps(CARD)},"numbers":{json.dumps(NAMES)},"start":{trees.start:.5f},"trees":[\n'
    (WEIGHTS / "attitude_trees.json").write_text(f"{head}{lines}\n]}}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="PolNeAR's training split")
    paths = sorted((parser.parse_args().folder / "text").glob("*.txt"))
    texts = [annotated_text(p, found) for p, found in zip(paths, found_by_rules(paths), strict=True)]
    write("attitudes", trust(texts[9::10], *fitted([t for i, t in enumerate(texts) if i % 10 != 9])).weights)
    weights, trees = fitted(texts)
    for name, decider in weights.items():
        write(name, decider.weights)
    write_trees(trees)


if __name__ == "__main__":
    main()
