"""Who said what, measured.

`bench/speakers.py FOLDER` reads PolNeAR's layout (FOLDER with `text/*.txt` and `attributions/*.ann`, or with one
folder a split, each so) and pairs its attributions with ours, one to one, best first. A pair counts where

- content: the two share at least half of the characters that either has (intersection over union, blanks aside), and
- source: the words beside our cue and the corpus's source share at least half of the shorter one's characters; where
  the corpus names no source, ours must name none.

`direct`: all of the content stands in quotation marks; `mixed`: some; `indirect`: none. The corpus does not mark
these, so the text's own marks decide, by the same rule for gold and ours. Beside the F1 of that rule stand those with
content and source exactly the same, with any overlap at all (Wiebe's "agr", by which Pareti tells agreement),
and by the share of each content's words that one with the same source has too (Pareti's partial match).

The corpus has one layer: what is said within another's words is not annotated. Of ours, only those count whose cue
stands in nobody else's words.

Each split is measured twice: as reports are read, and with all that `extract.attitudes` adds where it is asked for.

`statements` leaves out what the corpus counts in beyond saying (attitudes: wants, supports, criticised, appears): gold
and ours with a cue of saying ("said", "told", "wrote", "according to" and some thirty more, listed below) or with any
quotation as content. It is the nearest to the "sourced statements" of the literature.

`bench/speakers.py --desk` asks, for the words of every claim of the desk's reports, who is speaking, and compares by
the desk's `same_speaker`; the seen files, the project's own reports, those of them that are kept apart and the held-out
files each by themselves.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk import HELD_OUT, OWN, SEEN, gold, own, parsed, scorer
from rashomon.extract.attitudes import with_attitudes
from rashomon.extract.attribution import Attribution, Kind, find_attributions, speakers_at
from rashomon.extract.attribution.find import kind_of
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.records import Span

_SAYING = re.compile(
    r"\b(?:say|said|saying|says|t[eo]ld|tell|tells|telling|according|wr[io]te|wr[io]tes|writing|written|add(?:ed|ing|s)?"
    r"|report(?:ed|s|ing)?|announc(?:e|ed|es|ing)|confirm(?:ed|s|ing)?|claim(?:ed|s|ing)?|not(?:ed|es|ing)"
    r"|tweet(?:ed|s|ing)?|argu(?:e|ed|es|ing)|explain(?:ed|s|ing)?|declar(?:e|ed|es|ing)|stat(?:ed|es|ing)"
    r"|insist(?:ed|s|ing)?|den(?:y|ied|ies|ying)|acknowledg(?:e|ed|es|ing)|accus(?:e|ed|es|ing)|warn(?:ed|s|ing)?"
    r"|repl(?:y|ied|ies|ying)|recall(?:ed|s|ing)?|cit(?:e|ed|es|ing)|quot(?:e|ed|es|ing)|assert(?:ed|s|ing)?"
    r"|reveal(?:ed|s|ing)?|conclud(?:e|ed|es|ing)|admit(?:ted|s|ting)?|alleg(?:e|ed|es|ing)|suggest(?:ed|s|ing)?)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(\d+) (\d+)")


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as sets of character positions, blanks aside."""

    source: frozenset[int]
    content: frozenset[int]
    cue: frozenset[int]
    kind: Kind
    statement: bool  # its cue is of saying, or words of it are quoted

    def counts(self, kind: str) -> bool:
        """True where it is of this kind: one of `Kind`, "statements" or "all"."""
        return kind in ("all", self.kind) or (kind == "statements" and self.statement)


def positions(text: str, spans: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The positions of these spans that hold a letter or a digit."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def annotated(text: str, lines: str, quoted: Quoted) -> list[Said]:
    """The attributions of one brat file."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[dict[str, list[str]]] = []
    for line in lines.splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) >= 2:
            spans[columns[0]] = [(int(a), int(b)) for a, b in _PART.findall(columns[1])]
        elif line.startswith("E") and len(columns) >= 2:
            roles: dict[str, list[str]] = {}
            for pair in columns[1].split():
                role, _, name = pair.partition(":")
                roles.setdefault(role.rstrip("0123456789"), []).append(name)
            events.append(roles)
    found = []
    for roles in events:
        content = [span for name in roles.get("Content", []) for span in spans[name]]
        source = [span for name in roles.get("Source", []) for span in spans[name]]
        if content and ("Attribution" in roles or "Attribution-no-source" in roles):
            kind = kind_of([Span.of(text, a, b) for a, b in content if a < b], quoted)
            cue = [span for name in roles.get("Cue", []) for span in spans[name]]
            saying = any(_SAYING.search(text[a:b]) for a, b in cue) or kind is not Kind.INDIRECT
            found.append(Said(positions(text, source), positions(text, content), positions(text, cue), kind, saying))
    return found


def given(text: str, attributions: Sequence[Attribution]) -> list[Said]:
    """Our attributions in the same shape; the source is the words beside the cue that name the nearest speaker."""
    return [
        Said(
            positions(text, [(s.start, s.end) for s in a.said_by[:1]]),
            positions(text, [(c.start, c.end) for c in a.content]),
            positions(text, [(a.cue.start, a.cue.end)]),
            a.kind,
            _SAYING.search(a.cue.quote) is not None or a.kind is not Kind.INDIRECT,
        )
        for a in outermost(attributions)
    ]


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue stands in nobody else's words: the corpus has one layer, and ours have more."""
    return [
        inner
        for inner in attributions
        if not any(c.covers(inner.cue) for outer in attributions if outer is not inner for c in outer.content)
    ]


def over_union(one: frozenset[int], two: frozenset[int]) -> float:
    """Shared positions over all positions; 1 where both are empty."""
    return len(one & two) / len(one | two) if one or two else 1.0


def same_source(one: Said, two: Said) -> bool:
    """True where the sources share half of the shorter one, or both are empty."""
    if not one.source or not two.source:
        return not one.source and not two.source
    return len(one.source & two.source) >= 0.5 * min(len(one.source), len(two.source))


KINDS = ("all", *Kind, "statements")
PARTIAL = "share of the words"
RULES: dict[str, Callable[[Said, Said], bool]] = {
    "source and content": lambda g, s: over_union(g.content, s.content) >= 0.5 and same_source(g, s),
    "content alone": lambda g, s: over_union(g.content, s.content) >= 0.5,
    "any overlap of both": lambda g, s: (
        bool(g.content & s.content) and (bool(g.source & s.source) or same_source(g, s))
    ),
    "both exactly": lambda g, s: g.content == s.content and g.source == s.source,
}


def paired(golds: Sequence[Said], ours: Sequence[Said], rule: str) -> list[tuple[int, int]]:
    """One-to-one pairs under a rule, largest share of content first."""
    same = RULES[rule]
    ranked = sorted(
        (-over_union(g.content, s.content), i, j) for i, g in enumerate(golds) for j, s in enumerate(ours) if same(g, s)
    )
    taken: set[tuple[str, int]] = set()
    pairs = []
    for _, i, j in ranked:
        if ("gold", i) not in taken and ("ours", j) not in taken:
            taken |= {("gold", i), ("ours", j)}
            pairs.append((i, j))
    return pairs


def credit(one: Said, others: Sequence[Said]) -> float:
    """The share of the words of one that others with the same source have too: Pareti's partial match."""
    shared = frozenset[int]().union(*(o.content & one.content for o in others if same_source(one, o)))
    return len(shared) / max(1, len(one.content))


def annotation_of(path: Path) -> Path:
    """The brat file of a text: the same name, or the same with an underscore and what follows."""
    folder = path.parent.parent / "attributions"
    found = sorted([*folder.glob(f"{path.stem}.ann"), *folder.glob(f"{path.stem}_*.ann")], key=lambda p: len(p.name))
    if not found:
        raise SystemExit(
            f"no attributions/{path.stem}*.ann beside {path}: is {path.parent.parent} in PolNeAR's layout?"
        )
    return found[0]


def polnear(folder: Path) -> None:
    """Prints precision, recall and F1 on one split, as reports are read and with attitudes."""
    ways: dict[str, defaultdict[tuple[str, str, str], float]] = {
        folder.name: defaultdict(float),
        f"{folder.name}, with attitudes": defaultdict(float),
    }
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        parse = parsed(text)
        quoted = Quoted(quotations(text, parse.paragraphs))
        lines = annotation_of(path).read_text(encoding="utf-8")
        golds, found = annotated(text, lines, quoted), find_attributions(parse)
        for counts, attributions in zip(ways.values(), (found, with_attitudes(parse, found)), strict=True):
            _count(counts, golds, given(text, attributions))
    for label, counts in ways.items():
        _print(label, counts)


def _count(counts: defaultdict[tuple[str, str, str], float], golds: list[Said], ours: list[Said]) -> None:
    """Adds one text to the counts by rule, kind and what is counted."""
    for kind in KINDS:
        counts[PARTIAL, kind, "gold"] += sum(g.counts(kind) for g in golds)
        counts[PARTIAL, kind, "ours"] += sum(s.counts(kind) for s in ours)
        counts[PARTIAL, kind, "found"] += sum(credit(g, ours) for g in golds if g.counts(kind))
        counts[PARTIAL, kind, "right"] += sum(credit(s, golds) for s in ours if s.counts(kind))
    for rule in RULES:
        pairs = paired(golds, ours, rule)
        for kind in KINDS:
            counts[rule, kind, "gold"] += sum(g.counts(kind) for g in golds)
            counts[rule, kind, "ours"] += sum(s.counts(kind) for s in ours)
            counts[rule, kind, "found"] += sum(golds[i].counts(kind) for i, _ in pairs)
            counts[rule, kind, "right"] += sum(ours[j].counts(kind) for _, j in pairs)


def _print(label: str, counts: defaultdict[tuple[str, str, str], float]) -> None:
    for rule in (*RULES, PARTIAL):
        for kind in KINDS:
            gold_n, ours_n = counts[rule, kind, "gold"], counts[rule, kind, "ours"]
            recall = counts[rule, kind, "found"] / max(1, gold_n)
            precision = counts[rule, kind, "right"] / max(1, ours_n)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            figures = f"F1 {f1:.3f}  P {precision:.3f} of {ours_n:.0f}  R {recall:.3f} of {gold_n:.0f}"
            print(f"{label} {rule:20} {kind:10} {figures}")


def desk_claims(records: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any], list[str]]]:
    """Every gold claim with its report and the speakers that the program gives its words."""
    for record in records:
        report = record["report"]
        parse = parsed(report["text"], report.get("title"))
        attributions = find_attributions(parse, report.get("outlet"))
        for mention in record["mentions"]:
            for claim in mention.get("claims", []):
                start = report["text"].find(claim["quote"])
                span = Span.of(report["text"], start, start + len(claim["quote"]))
                yield report, claim, [s.name for s in speakers_at(attributions, parse, span)]


def desk(records: Iterable[dict[str, Any]], label: str, *, misses: bool) -> None:
    """Prints how often the speakers of the gold claims' words are the careful reader's."""
    same = scorer().same_speaker
    counts: Counter[str] = Counter()
    for report, claim, found in desk_claims(records):
        right = same(claim["by"], found)
        which = "own voice" if not claim["by"] else "speaker"
        counts[f"{which} total"] += 1
        counts[f"{which} right"] += right
        if not right:
            counts["given a speaker" if not claim["by"] else "left in own voice" if not found else "wrong speaker"] += 1
            if misses:
                print(report["id"], "|", claim["about"], claim["stance"], claim["by"], "|", found, "|", claim["quote"])
    total = counts["own voice total"] + counts["speaker total"]
    print(
        f"desk {label}: {(counts['own voice right'] + counts['speaker right']) / total:.3f} of {total} claims; "
        f"own voice {counts['own voice right']} of {counts['own voice total']}, "
        f"speaker {counts['speaker right']} of {counts['speaker total']}; "
        f"own voice given a speaker {counts['given a speaker']}, "
        f"speaker left in own voice {counts['left in own voice']}, wrong speaker {counts['wrong speaker']}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="PolNeAR: a split, or a folder of splits")
    parser.add_argument("--desk", action="store_true", help="the desk's claims")
    parser.add_argument("--misses", action="store_true", help="list the misses on the seen files and the own reports")
    arguments = parser.parse_args()
    if arguments.folder is None and not arguments.desk:
        parser.error("name PolNeAR's folder, or use --desk")
    if arguments.folder is not None:
        splits = (
            [arguments.folder]
            if (arguments.folder / "text").is_dir()
            else sorted(p.parent for p in arguments.folder.glob("*/text"))
        )
        if not splits:
            parser.error(f"{arguments.folder} holds no text/*.txt, nor a folder that does")
        for split in splits:
            polnear(split)
    if arguments.desk:
        desk(gold(SEEN), "seen", misses=arguments.misses)
        desk(own(), "own", misses=arguments.misses)
        desk(own(OWN / "check"), "own, kept apart", misses=False)
        desk(gold(HELD_OUT), "held out", misses=False)


if __name__ == "__main__":
    main()
