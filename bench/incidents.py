"""Incidents and their roles on MUC-4: the five roles from our mentions, scored as the gtt evaluation does.

    python bench/incidents.py FILE...            gtt's JSON lines, or the archive that holds gtt/dev.json
    python bench/incidents.py FILE... --split train

A report's text is read in capitals, as the FBIS filed it, by the product's own code. From each mention: PerpOrg and
PerpInd from its perpetrator claims, Victim from the names of those whom its tolls and targets tell, Target from the
targets that are no people, Weapon from the words for its means. An entity is right where all its strings are strings
of one gold entity (case, articles and marks aside); templates of one type are paired one to one so that most is right.
"""

import argparse
import json
import re
import string
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import parsed
from rashomon.extract.tolls.lexicon import KIN, PEOPLE
from rashomon.pipeline import read_parsed
from rashomon.records import About, Means, Mention, Parse, Report, Span, Stance, SubEventType, Token

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
BOMBS = (SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB, SubEventType.UNKNOWN_EXPLOSION)
AUTHORS = (Stance.CLAIMS, Stance.BLAMES, Stance.SUSPECTS)
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_RANKS = frozenset(
    """president minister deputy senator judge mayor governor colonel col general gen major maj captain capt lieutenant
    lt sergeant sgt father priest bishop archbishop dr doctor mr mrs attorney engineer commander journalist""".split()
)
_LEADS = ("DET", "NUM", "PRON", "ADP", "PUNCT", "CCONJ")


@dataclass(slots=True)
class Template:
    """An incident's type, or the types that count as right, and by role the strings of each of its entities."""

    kind: str
    roles: dict[str, list[frozenset[str]]] = field(default_factory=lambda: {role: [] for role in ROLES})

    def add(self, role: str, words: str) -> None:
        """One more entity of one string, if it is not there."""
        entity = frozenset((normal(words),))
        if entity != {""} and entity not in self.roles[role]:
            self.roles[role].append(entity)

    def entities(self) -> int:
        """How many entities fill it."""
        return sum(len(found) for found in self.roles.values())


def normal(words: str) -> str:
    """Without case, articles, marks and doubled spaces, as gtt compares strings."""
    bare = "".join(c for c in words.lower() if c not in string.punctuation)
    return " ".join(_ARTICLES.sub(" ", bare).split())


def documents(path: Path, split: str) -> Iterator[dict[str, Any]]:
    """The records of a file of JSON lines, or of one split in the archive."""
    if path.suffix == ".xz":
        with tarfile.open(path) as tar:
            handle = tar.extractfile(f"gtt/{split}.json")
            lines = handle.read().decode("utf-8").splitlines() if handle else []
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
    yield from (json.loads(line) for line in lines if line.strip())


def gold_of(record: Mapping[str, Any]) -> list[Template]:
    """The gold templates, each once."""
    found: list[Template] = []
    for raw in record["templates"]:
        template = Template(raw["incident_type"])
        for role in ROLES:
            template.roles[role] = [frozenset(normal(words) for words, _ in entity) for entity in raw[role] if entity]
        if template not in found:
            found.append(template)
    return found


def kind_of(mention: Mention) -> str:
    """MUC-4's incident type of a mention."""
    kind = mention.sub_event_type.value
    if kind is SubEventType.ABDUCTION:
        return "kidnapping"
    if kind in BOMBS:
        return "bombing"
    means = {m.value for m in mention.means}
    if kind is SubEventType.LOOTING:
        return "arson" if Means.ARSON in means else "robbery"
    return "arson" if means == {Means.ARSON} else "attack"


def template_of(parse: Parse, mention: Mention) -> Template:
    """The five roles of a mention."""
    template = Template(kind_of(mention))
    for claim in mention.claims:
        if claim.about is About.PERPETRATOR and claim.stance in AUTHORS and claim.actor:
            name = name_in(parse, claim.actor.span)
            if name:
                template.add("PerpOrg", name)
            if not name or of_people(parse, claim.actor.span):
                template.add("PerpInd", core(parse, claim.actor.span))
        elif claim.about in (About.KILLED, About.WOUNDED) and claim.who and claim.low != 0:
            template.add("Victim", name_in(parse, claim.who))
    for target in mention.targets:
        if of_people(parse, target):
            template.add("Victim", name_in(parse, target))
        else:
            template.add("Target", core(parse, target))
    for means in mention.means:
        words = parse.tokens_in(means.span.start, means.span.end)
        if any(t.pos in ("NOUN", "PROPN") for t in words) and means.value is not Means.AIRCRAFT:
            template.add("Weapon", means.span.quote)
    return template


def core(parse: Parse, span: Span) -> str:
    """The words without the article or number that leads them."""
    words = list(parse.tokens_in(span.start, span.end))
    while len(words) > 1 and words[0].pos in _LEADS:
        words.pop(0)
    return parse.text[words[0].start : words[-1].end] if words else span.quote


def name_in(parse: Parse, span: Span) -> str:
    """The last name in the words, without the ranks and offices before it; "" where they hold none.

    gtt keeps victims by name alone ("hum_tgt_name").
    """
    run: list[Token] = []
    for token in reversed(parse.tokens_in(span.start, span.end)):
        if token.pos == "PROPN" and token.lower.rstrip(".") not in _RANKS:
            run.insert(0, token)
        elif run:
            break
    return parse.text[run[0].start : run[-1].end] if run else ""


def of_people(parse: Parse, span: Span) -> bool:
    """True where a noun phrase names people."""
    words = parse.tokens_in(span.start, span.end)
    head = next((t for t in words if not span.start <= parse.tokens[t.head].start < span.end), None)
    return any(t.ent == "PERSON" for t in words) or (
        head is not None and {head.lower, head.lemma} & (PEOPLE | KIN) != set()
    )


def right(given: Template, gold: Template) -> tuple[Counter[str], Counter[str]]:
    """By role, how many given entities are right, and how many gold ones are found; empty for two incident types."""
    precise, found = Counter[str](), Counter[str]()
    if given.kind not in gold.kind:
        return precise, found
    for role in ROLES:
        precise[role] = sum(any(e <= g for g in gold.roles[role]) for e in given.roles[role])
        found[role] = sum(any(e <= g for e in given.roles[role]) for g in gold.roles[role])
    precise["type"] = found["type"] = 1
    return precise, found


def paired(given: Sequence[Template], gold: Sequence[Template]) -> list[tuple[int, int]]:
    """The one-to-one pairing of templates under which most is right."""
    if not given or not gold:
        return []
    worth = np.array([[sum(sum(c.values()) for c in right(g, t)) for t in gold] for g in given])
    return [(i, j) for i, j in zip(*linear_sum_assignment(-worth), strict=True) if worth[i, j]]


class Tally:
    """Counts by role over all reports, and what became of the templates."""

    def __init__(self) -> None:
        self.precise, self.found, self.given, self.gold = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        self.templates = Counter[str]()

    def add(self, given: Sequence[Template], gold: Sequence[Template]) -> None:
        """One more report."""
        pairs = paired(given, gold)
        for i, j in pairs:
            precise, found = right(given[i], gold[j])
            self.precise += precise
            self.found += found
        for side, templates in ((self.given, given), (self.gold, gold)):
            for template in templates:
                side["type"] += 1
                side.update({role: len(template.roles[role]) for role in ROLES})
        missing = [gold[j] for j in range(len(gold)) if j not in {j for _, j in pairs}]
        spurious = len(given) - len(pairs)
        merged = sum(any(_holds(g, t) for g in given) for t in missing)
        self.templates.update(gold=len(gold), given=len(given), paired=len(pairs), spurious=spurious, merged=merged)
        self.templates["missing"] += len(missing) - merged
        self.templates["spurious where there is none"] += len(given) if not gold else 0

    def figures(self, roles: Sequence[str]) -> tuple[float, float, float]:
        """Precision, recall and F1 over these roles together, in hundredths."""
        p = sum(self.precise[r] for r in roles) / max(1, sum(self.given[r] for r in roles))
        r = sum(self.found[r] for r in roles) / max(1, sum(self.gold[r] for r in roles))
        return 100 * p, 100 * r, 200 * p * r / (p + r) if p + r else 0.0


def _holds(given: Template, missing: Template) -> bool:
    """True where a given template names an entity of a gold template that it was not paired with."""
    return any(e <= g for role in ROLES for e in given.roles[role] for g in missing.roles[role])


def read(record: Mapping[str, Any]) -> list[Template]:
    """The templates that the product reads from a report."""
    text = re.sub(r" {3,}", "\n\n", record["doctext"]).upper()
    parse = parsed(text, None)
    templates = [template_of(parse, m) for m in read_parsed(Report(record["docid"], text), parse).mentions]
    return [t for t in templates if t.entities()]


def main() -> None:
    """Prints the figures by role and what became of the templates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--split", default="dev", choices=("dev", "train"), help="of the archive")
    arguments = parser.parse_args()
    tally, reports = Tally(), 0
    for path in arguments.files:
        for record in documents(path, arguments.split):
            tally.add(read(record), gold_of(record))
            reports += 1
    print(f"{reports} reports\n{'role':12}{'precision':>10}{'recall':>10}{'F1':>8}{'given':>8}{'gold':>8}")
    rows = [(role, (role,)) for role in (*ROLES, "type")]
    for name, roles in (*rows, ("five roles", ROLES), ("with type", (*ROLES, "type"))):
        p, r, f = tally.figures(roles)
        given, gold = (sum(side[r] for r in roles) for side in (tally.given, tally.gold))
        print(f"{name:12}{p:10.1f}{r:10.1f}{f:8.1f}{given:8}{gold:8}")
    print("templates: " + ", ".join(f"{count} {name}" for name, count in tally.templates.items()))


if __name__ == "__main__":
    main()
