"""How likely a word is the cue of an attribution: named features for the weights that `training/fit_cues.py` fits."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import PERSON_NOUNS, SPEAKER_NOUNS, VERBS, words
from rashomon.extract.attribution.quotes import Quoted
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Token

_PERSONS = words("i you he she we they who me him her us them")


def cue_features(tree: Tree, token: Token, draft: Draft, quoted: Quoted) -> dict[str, float]:
    """What speaks for this token's draft being an attribution, each feature by a readable name."""
    listed = VERBS.get(token.lemma) if token.pos == "VERB" else None
    kind = f"{token.pos.lower()} {'listed' if listed is not None and draft.sense is not Sense.ATTITUDE else 'open'}"
    features = {kind: 1.0, f"lemma {token.lemma} {token.pos.lower()}": 1.0}
    what = _content(tree, token, draft)
    who = _source(draft)
    for name in (f"content {what}", f"source {who}", f"tag {token.tag}", f"arc {token.dep}"):
        features[name] = 1.0
        features[f"{kind}: {name}"] = 1.0
    features[f"lemma {token.lemma} with {what}"] = 1.0
    for child in tree.parse.children(token.i):
        if child.dep == "aux" and child.lower in ("would", "could", "should", "might", "may", "can", "will", "to"):
            features[f"{kind}: modal {child.lower}"] = 1.0
        elif child.dep == "neg":
            features[f"{kind}: negated"] = 1.0
    if quoted.at(token.start) is not None:
        features[f"{kind}: in quotation marks"] = 1.0
    if any(quoted.share(*_characters(tree, piece)) > 0 for piece in draft.content):
        features[f"{kind}: content quoted"] = 1.0
    length = sum(last - first for first, last in draft.content)
    features[f"{kind}: content {'short' if length <= 2 else 'middling' if length <= 6 else 'long'}"] = 1.0
    return features


def _characters(tree: Tree, piece: tuple[int, int]) -> tuple[int, int]:
    return tree.parse.tokens[piece[0]].start, tree.parse.tokens[piece[1] - 1].end


def _content(tree: Tree, token: Token, draft: Draft) -> str:
    """The shape of what is said: "that", "clause", "infinitive", "object", "preposition", "before"."""
    first, last = draft.content[0]
    if first < token.i:
        return "before"
    tokens = tree.parse.tokens
    if tokens[first].lower == "that":
        return "that"
    if tokens[first].lower == "to" and tokens[first].pos == "PART":
        return "infinitive"
    if tokens[first - 1].pos == "ADP" and first - 1 > token.i:
        return f"after {tokens[first - 1].lower}"
    if any(t.dep in ("nsubj", "nsubjpass") and tokens[t.head].dep in ("ccomp", "acl") for t in tokens[first:last]):
        return "clause"
    return "object"


def _source(draft: Draft) -> str:
    """The kind of speaker: "pronoun", "person", "body", "office", "thing", "none"."""
    if not draft.sources:
        return "words" if draft.words is not None else "none"
    head = draft.sources[0]
    if head.lower in _PERSONS:
        return f"pronoun {head.lower}"
    if head.pos == "PRON":
        return "other pronoun"
    if head.ent == "PERSON":
        return "person"
    if head.ent in ("ORG", "NORP", "GPE"):
        return "body"
    if head.pos == "PROPN":
        return "name"
    if head.lemma in PERSON_NOUNS or head.lemma in SPEAKER_NOUNS or head.lower in SPEAKER_NOUNS:
        return "office"
    return "plural noun" if head.tag == "NNS" else "noun"
