"""The words of a speaker: from the head of a noun phrase to the words that name person and office."""

from rashomon.extract.attribution.lexicon import (
    INFORMATION_NOUNS,
    LISTENERS,
    PERSON_NOUNS,
    SAYING_NOUNS,
    SPEAKER_NOUNS,
    words,
)
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Span, Token

_LEFT = words("det amod compound nummod poss nmod advmod quantmod predet neg")
_PREPOSITIONS = words("of for in at from with within inside on near to")
_TRIMMED = frozenset({'"', "“", "”", "'", "’", "‘", ",", ";", ":", ".", "-", "–", "—", "(", "``", "''"})
_LONGEST = 30  # tokens
_LONGEST_PROPER = 4  # words of a person's name
_DEEPEST = 8  # phrases within phrases; deeper ones are no name


def source_span(tree: Tree, head: Token) -> Span | None:
    """The words of the speaker whose phrase token `head` governs; None where nothing but marks is left.

    "Col. X, spokesman of the army, who ..." is taken up to "army": name and office, without the relative clause.
    """
    first, last = _extent(tree, head, 0)
    tokens = tree.parse.tokens
    while first < last - 1 and tokens[first].text in _TRIMMED:
        first += 1
    while last - 1 > first and (tokens[last - 1].text in _TRIMMED or tokens[last - 1].dep in ("cc", "mark")):
        last -= 1
    if tokens[first].pos == "PUNCT":
        return None
    return tree.parse.span(first, last)


def with_name(tree: Tree, head: Token, span: Span) -> Span:
    """The speaker's words with the name that stands after a comma: "the coroner, | Abel Sow"."""
    tokens = tree.parse.tokens
    if head.pos != "NOUN" or head.lemma not in PERSON_NOUNS | SPEAKER_NOUNS:
        return span
    inside = tree.parse.tokens_in(span.start, span.end)
    comma = inside[-1].i + 1 if inside else len(tokens)
    if comma + 1 >= len(tokens) or tokens[comma].text != "," or any(t.pos == "PROPN" for t in inside[-1:]):
        return span
    last = comma + 1
    while last < len(tokens) and tokens[last].pos == "PROPN" and last - comma <= _LONGEST_PROPER:
        last += 1
    ends = last < len(tokens) and tokens[last].text in (",", ".", ";", ":", '"', "”")
    return tree.parse.span(inside[0].i, last) if last > comma + 1 and ends else span


def _extent(tree: Tree, head: Token, depth: int) -> tuple[int, int]:
    parse = tree.parse
    first, last = head.i, head.i + 1
    if depth > _DEEPEST:
        return first, last
    while first > tree.first[head.i] and _goes_before(parse.tokens[first - 1], head):
        first -= 1
    for child in (c for c in parse.children(head.i) if c.i > head.i):
        if child.i - last > 1 and not all(
            parse.tokens[i].pos in ("PUNCT", "PART", "CCONJ") for i in range(last, tree.first[child.i])
        ):
            break
        end = _right(tree, child, depth + 1)
        if end is None:
            if child.pos == "PUNCT" and child.text in (",", "(", ")", "-", "–", '"', "”", "’", "'"):
                continue
            if child.dep in ("case", "cc"):
                continue
            break
        last = end
    last = min(last, first + _LONGEST)
    if (
        last < len(parse.tokens)
        and parse.tokens[last].text == ")"
        and any(parse.tokens[i].text == "(" for i in range(first, last))
    ):
        last += 1
    return first, max(last, head.i + 1)


def _goes_before(token: Token, head: Token) -> bool:
    if token.pos == "PUNCT":
        return token.text in ("-", "–", '"', "'", ".", "/")
    if token.pos in ("VERB", "ADP", "ADV", "SCONJ", "CCONJ", "AUX"):
        return token.dep in _LEFT or (token.lower in ("and", "of", "led", "based") and token.head != head.i)
    return token.dep not in ("nsubj", "nsubjpass", "npadvmod", "mark", "relcl") or token.head != head.i


def _right(tree: Tree, child: Token, depth: int) -> int | None:
    """Where the phrase goes on to if it takes this child in; None if it does not."""
    if child.dep == "prep" and (child.lower in _PREPOSITIONS or child.text.istitle()):
        noun = tree.child(child.i, "pobj")
        paper = noun is not None and noun.lemma in SAYING_NOUNS and child.lower in ("in", "on", "from")
        return _extent(tree, noun, depth)[1] if noun is not None and not paper else None
    if child.dep in ("appos", "nmod", "nummod", "npadvmod") and child.pos in ("NOUN", "PROPN", "NUM"):
        return _extent(tree, child, depth)[1]
    if child.dep == "conj" and child.pos in ("NOUN", "PROPN", "PRON", "ADJ"):
        return _extent(tree, child, depth)[1]
    if child.dep in ("acl", "relcl") and child.lower in ("calling", "called", "known", "dubbed", "named", "styling"):
        return tree.last[child.i]
    if child.dep == "amod" and child.lower in ("familiar", "close", "loyal", "aligned", "affiliated"):
        return tree.last[child.i]
    return None


def paper_owner(tree: Tree, noun: Token) -> Token | None:
    """Whose statement or information it is: "the army's", "issued by", "gathered by partners", "from"; None untold."""
    children = tree.parse.children(noun.i)
    for child in children:
        if child.dep == "poss" or (child.dep == "compound" and child.lemma in SPEAKER_NOUNS):
            return child
    made = [t for t in children if t.dep == "acl" and t.tag == "VBN"]
    for by in [noun, *made]:
        for child in tree.parse.children(by.i):
            if child.lower in ("by", "from") or (child.lower == "of" and by is noun):
                named = tree.child(child.i, "pobj")
                if named is not None and (child.lower != "of" or noun.lemma not in INFORMATION_NOUNS):
                    return named
    return None


def relays(tree: Tree, verb: Token) -> list[Token]:
    """Whom it was told: the outlet in "told the agency", which hands it on; nobody for "told reporters"."""
    found = [t for t in tree.parse.children(verb.i) if t.dep in ("dobj", "dative", "iobj") and t.i > verb.i]
    return [t for t in found if t.pos == "PROPN" and t.lower not in LISTENERS and t.ent != "PERSON"][:1]
