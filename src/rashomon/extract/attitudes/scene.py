"""What is known of a report before its attitudes are read: parse, quotations, and what was already attributed."""

from collections.abc import Sequence

from rashomon.extract.attribution import Attribution
from rashomon.extract.attribution.lexicon import PERSON_NOUNS, SPEAKER_NOUNS
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Parse, Span, Token

_PERSONAL = frozenset("i you he she we they who it me him her us them one".split())
_BODIES = frozenset({"ORG", "NORP", "GPE"})


class Scene:
    """A report with its attributions by token: which words are cues, which stand in whose words."""

    def __init__(self, parse: Parse, attributions: Sequence[Attribution]) -> None:
        self.parse = parse
        self.tree = Tree(parse)
        self.quoted = Quoted(quotations(parse.text, parse.paragraphs))
        self.cues: dict[int, Attribution] = {}
        self.within: list[Attribution | None] = [None] * len(parse.tokens)
        self.spoke: set[str] = set()
        for attribution in attributions:
            tokens = parse.tokens_in(attribution.cue.start, attribution.cue.end)
            if not tokens:
                continue
            self.cues.setdefault(governing(tokens).i, attribution)
            for piece in attribution.content:
                for token in parse.tokens_in(piece.start, piece.end):
                    if self.within[token.i] is None:
                        self.within[token.i] = attribution
            for said in attribution.said_by[:1]:
                self.spoke |= {t.lower for t in parse.tokens_in(said.start, said.end) if t.pos in ("PROPN", "NOUN")}

    def tokens_of(self, spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
        """The spans as half-open token ranges; spans that hold no whole token are left out."""
        found = []
        for span in spans:
            tokens = self.parse.tokens_in(span.start, span.end)
            if tokens:
                found.append((tokens[0].i, tokens[-1].i + 1))
        return tuple(found)

    def in_quotation(self, token: Token) -> bool:
        """True for a word within quotation marks."""
        return self.quoted.at(token.start) is not None


def governing(tokens: Sequence[Token]) -> Token:
    """The first of neighbouring tokens whose governor stands outside of them, marks and function words aside."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.i]
    weighty = [t for t in tops if t.pos in ("VERB", "NOUN", "ADJ", "AUX", "PROPN")]
    return (weighty or tops or list(tokens))[0]


def kind_of_holder(token: Token | None) -> str:
    """The kind of who holds something: "he", "person", "body", "office", "name", "nouns", "noun", "none"."""
    if token is None:
        return "none"
    if token.lower in _PERSONAL:
        return token.lower
    if token.pos == "PRON":
        return "pronoun"
    if token.ent == "PERSON":
        return "person"
    if token.ent in _BODIES:
        return "body"
    if token.pos == "PROPN":
        return "name"
    if token.lemma in PERSON_NOUNS or token.lemma in SPEAKER_NOUNS or token.lower in SPEAKER_NOUNS:
        return "office"
    return "nouns" if token.tag == "NNS" else "noun"
