"""A report's text as tokens, sentences and paragraphs, with absolute offsets: what every stage that reads looks at.

The records know no parser: `extract.parse` fills them from spaCy, a test may write them by hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rashomon.records.span import Span


class Layout(StrEnum):
    """What a paragraph is on the page."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CAPTION = "caption"
    BODY = "body"
    CORRECTION = "correction"
    FURNITURE = "furniture"  # "Share it...", "Related articles": read by nobody


@dataclass(slots=True, frozen=True)
class Token:
    """One word or mark.

    i: its index in `Parse.tokens`. start, end: half-open offsets in the report's text.
    tag: Penn Treebank. pos: Universal Dependencies. dep: the label of its arc in spaCy's English scheme.
    head: index of its governor in `Parse.tokens`, its own index at a root.
    ent: OntoNotes entity type, "" outside of entities. ent_first: True on an entity's first token.
    sentence: index in `Parse.sentences`.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_first: bool
    sentence: int


@dataclass(slots=True, frozen=True)
class Sentence:
    """Tokens `first` to `last` (half-open) and characters `start` to `end` (half-open), in paragraph `paragraph`."""

    i: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int


@dataclass(slots=True, frozen=True)
class Paragraph:
    """Characters `start` to `end` (half-open) between line breaks, and what they are on the page."""

    i: int
    start: int
    end: int
    layout: Layout


@dataclass(slots=True, eq=False)
class Parse:
    """The whole text parsed. Tokens, sentences and paragraphs stand in the order of the text.

    It is told from others by identity, so that what is found in it can be remembered by it.

    A paragraph without sentences was not parsed, because it cannot hold an incident.
    """

    text: str
    tokens: Sequence[Token]
    sentences: Sequence[Sentence]
    paragraphs: Sequence[Paragraph]
    _children: list[list[Token]] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._children = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                self._children[token.head].append(token)

    def children(self, i: int) -> Sequence[Token]:
        """The tokens governed by token `i`, in the order of the text."""
        return self._children[i]

    def subtree(self, i: int) -> list[Token]:
        """Token `i` and all below it, in the order of the text."""
        found, pending = [], [i]
        while pending:
            at = pending.pop()
            found.append(at)
            pending.extend(child.i for child in self._children[at])
        return [self.tokens[at] for at in sorted(found)]

    def ancestors(self, i: int) -> Iterator[Token]:
        """The governors of token `i`, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def words(self, sentence: Sentence) -> Sequence[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def span(self, first: int, last: int) -> Span:
        """The span from token `first` up to, not including, token `last`."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character `offset`; None between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        found = self.sentences[low] if low < len(self.sentences) else None
        return found if found and found.start <= offset else None

    def tokens_in(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that lie wholly within the characters `start` to `end`."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].start < start:
                low = middle + 1
            else:
                high = middle
        last = low
        while last < len(self.tokens) and self.tokens[last].end <= end:
            last += 1
        return self.tokens[low:last]

    def layout_of(self, sentence: Sentence) -> Layout:
        """What the sentence's paragraph is on the page."""
        return self.paragraphs[sentence.paragraph].layout

    def entities(self) -> list[tuple[int, int, str]]:
        """Named entities as (first token, last token half-open, OntoNotes type)."""
        found: list[tuple[int, int, str]] = []
        for token in self.tokens:
            if not token.ent:
                continue
            if found and not token.ent_first and found[-1][1] == token.i and found[-1][2] == token.ent:
                found[-1] = (found[-1][0], token.i + 1, token.ent)
            else:
                found.append((token.i, token.i + 1, token.ent))
        return found
