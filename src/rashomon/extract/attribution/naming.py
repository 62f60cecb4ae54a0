"""The words of a name by their order: where it begins before a cue, where it ends after one, its appositions."""

from collections.abc import Sequence

from rashomon.extract.attribution.lexicon import PERSON_NOUNS, SAYING_NOUNS, SPEAKER_NOUNS, words
from rashomon.extract.attribution.tree import Tree, is_acronym
from rashomon.records import Token

COMMAS = frozenset({",", '"', "”", "''", "'", "’", "—", "–", "--", "?", "!", ")"})  # may stand before a cue
ENDS = frozenset({".", ",", ";", "?", "!", ":", '"', "”", "—", "–", "-", "("})  # may stand after one
_QUOTES = frozenset({'"', "'", "''", "“", "‘", "``", "”", "’"})
_JOINED = words("and led based run owned affiliated backed aligned")
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP", "PART", "X", "SYM"})
_SUFFERED = words("dead killed wounded injured missing")  # a brief's clause needs no verb: "Two dead, police said"
_SOME = words("one two three some several many most both another")  # "one | of them"
_LONGEST_NAME = 26  # tokens
_LONGEST_APPOSITION = 10  # tokens


def is_clause(before: Sequence[Token]) -> bool:
    """True where these words say something, "Two killed in blast" too, but not "In a statement posted online"."""
    if before and before[0].pos in ("ADP", "SCONJ"):
        return any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in before)
    return any(
        (t.pos in ("VERB", "AUX") and t.tag in ("VBD", "VBZ", "VBP", "VBN", "MD")) or t.lower in _SUFFERED
        for t in before
    )


def name_end(tree: Tree, first: int, limit: int) -> int:
    """Where the name ends that begins at token `first`."""
    tokens = tree.parse.tokens
    last = first
    while last < limit and last - first < _LONGEST_NAME:
        token = tokens[last]
        if token.text in ENDS and not (token.text == "." and len(tokens[last - 1].text) <= 3 and last + 1 < limit):
            break
        if token.pos == "ADP" and token.lower not in ("of", "for", "in", "at", "with", "from", "to"):
            break
        if token.lower in ("who", "which", "whose", "adding", "citing", "late", "earlier", "and") and not (
            token.lower == "and"
            and last + 1 < limit
            and tokens[last + 1].pos in ("PROPN", "NOUN", "ADJ", "DET")
            and tokens[last].dep == "cc"
            and tokens[tokens[last].head].pos in ("NOUN", "PROPN")
        ):
            break
        if token.pos in ("VERB", "AUX") and token.dep not in ("amod", "compound"):
            break
        if token.lower in ("when", "while", "after", "as", "because"):
            break
        last += 1
    return last


def name_before(tree: Tree, verb: Token) -> tuple[int, int] | None:
    """The name right before a finite verb that the parse left without a subject, as a token range; None for none.

    "IS said", "The front, which is banned, claimed": over one stretch between commas.
    """
    acronym = verb.i > 0 and is_acronym(tree.parse.tokens[verb.i - 1])
    if verb.tag not in ("VBD", "VBZ", "VBP") and not acronym:
        return None
    tokens = tree.parse.tokens
    limit = tree.parse.sentences[verb.sentence].first
    last = verb.i
    while last > limit and tokens[last - 1].pos in ("ADV", "AUX") and not is_acronym(tokens[last - 1]):
        last -= 1
    if last - 1 > limit and tokens[last - 1].text == ",":
        comma = next((i for i in range(last - 2, limit, -1) if tokens[i].text == ","), None)
        opening = [] if comma is None else [t.lower for t in tokens[comma + 1 : comma + 3]]
        if comma is None or not (
            opening[0] in ("who", "which", "whose", "whom", "a", "an", "the")
            or opening[-1] in ("whose", "whom", "which")  # "a farmer, | on whose field it fell, | said"
        ):
            return None
        last = comma
    first = name_begin(tree, last, limit)
    if first == last or not any(t.pos in ("NOUN", "PROPN", "AUX") or t.lower == "one" for t in tokens[first:last]):
        return None
    while tokens[first].pos in ("ADP", "CCONJ", "PUNCT") and first < last - 1:
        first += 1
    if tokens[last - 1].lower == "and":  # "Baz named the front as the author and | said": who names says
        first, last = limit, name_end(tree, limit, last)
        return (first, last) if first < last < verb.i and tokens[last].pos == "VERB" else None
    return first, _before_paper(tree, first, last)


def _before_paper(tree: Tree, first: int, last: int) -> int:
    """Where the name ends before "in an email to the Mail" and the like, which are how it was said."""
    tokens = tree.parse.tokens
    for i in range(first + 1, last - 1):
        if tokens[i].lower in ("in", "on", "by", "via", "through", "from") and tokens[i].pos == "ADP":
            noun = next((t for t in tokens[i + 1 : min(i + 4, last)] if t.pos == "NOUN"), None)
            if noun is not None and noun.lemma in SAYING_NOUNS:
                return i - 1 if tokens[i - 1].text == "," and i - 1 > first else i
    return last


def name_begin(tree: Tree, last: int, limit: int) -> int:
    """Where the name begins that ends before token `last`; `last` where no name stands there."""
    tokens = tree.parse.tokens
    first = last
    while first > limit and last - first < _LONGEST_NAME:
        token = tokens[first - 1]
        if token.text in _QUOTES:
            opening = next((i for i in range(first - 2, max(first - 9, limit), -1) if tokens[i].text in _QUOTES), None)
            if opening is None or not all(_names(t, nearest=False) for t in tokens[opening + 1 : first - 1]):
                break
            if tokens[first - 2].text in ",.?!":
                break
            first = opening
        elif _names(token, nearest=first == last):
            first -= 1
        else:
            break
    return first


def with_apposition(tree: Tree, first: int, last: int, limit: int) -> int:
    """Where the name begins with what stands in apposition before it: "the chief of police, | Ali Baz"."""
    tokens = tree.parse.tokens
    comma = first - 1
    if comma - limit < 3 or tokens[comma].text != "," or first == last:
        return first
    begun = name_begin(tree, comma, limit)
    if begun < comma and all(t.pos == "NUM" for t in tokens[begun:comma]) and tokens[begun - 1].text == ",":
        comma = begun - 1  # "Ali Baz, 34, | a shopkeeper"
        begun = name_begin(tree, comma, limit)
    if begun == comma or begun - limit < 3 or tokens[begun - 1].text not in COMMAS:
        return first
    if tokens[begun].pos == "NUM" and tokens[begun].lower != "one":
        return first  # "40 people were killed, | ten women among them, | the office said"
    if tokens[begun].pos == "ADP" or all(t.pos == "NUM" or t.ent in ("DATE", "TIME") for t in tokens[begun:comma]):
        return first  # "..., on April 2, the ministry said"
    if not is_clause(tokens[limit : begun - 1]):
        return first
    one, two = tokens[begun:comma], tokens[first:last]
    named = any(t.pos == "PROPN" for t in (*one, *two))
    offices = [any(t.lemma in PERSON_NOUNS or t.lower in SPEAKER_NOUNS for t in part) for part in (one, two)]
    introduced = [part[0].lower in ("a", "an") and any(t.pos == "NOUN" for t in part) for part in (one, two)]
    alone = any(all(t.pos == "PROPN" for t in part) for part in (one, two))  # "Ali Baz, | a shopkeeper"
    described = any(offices) or (alone and any(introduced))
    return begun if named and described and one[0].lower not in ("and", "but") else first


def with_apposition_after(tree: Tree, first: int, last: int, limit: int) -> int:
    """Where the name ends with what stands in apposition after it: "the interior minister, | Ali Baz"."""
    tokens = tree.parse.tokens
    if last + 1 >= limit or tokens[last].text != ",":
        return last
    end = last + 1
    while end < limit and end - last <= _LONGEST_APPOSITION and _names(tokens[end], nearest=False):
        if tokens[end].text == "." and end + 1 >= limit:
            break
        end += 1
    added = tokens[last + 1 : end]
    if not added or (end < limit and tokens[end].text not in (",", ".", ";", '"', "”")) or added[0].lower == "and":
        return last
    named = any(t.pos == "PROPN" for t in (*tokens[first:last], *added))
    offices = any(t.lemma in PERSON_NOUNS or t.lower in SPEAKER_NOUNS for t in (*tokens[first:last], *added))
    return end if named and offices else last


def _names(token: Token, *, nearest: bool) -> bool:
    if token.pos in _NAMING or token.text in ("-", ".", "/", "&") or is_acronym(token):
        return not (nearest and token.pos == "ADP")
    if token.dep == "acl" and token.tag == "VBN":
        return not nearest  # "the head of a delegation | appointed by the president"
    return token.dep in ("amod", "compound") or token.lower in _JOINED


def head_of(tree: Tree, first: int, last: int) -> Token | None:
    """The noun that governs these words: the one whose governor stands outside, nouns before others."""
    tokens = tree.parse.tokens[first:last]
    heads = [t for t in tokens if not first <= t.head < last or t.head == t.i]
    if heads and heads[0].lower in _SOME and heads[0].i + 1 < last and tree.parse.tokens[heads[0].i + 1].lower == "of":
        return heads[0]
    for token in [*heads, *tokens]:
        if token.pos in ("NOUN", "PROPN", "PRON"):
            return token
    return tokens[-1] if tokens else None
