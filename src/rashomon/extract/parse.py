"""A report's text as tokens, sentences and paragraphs.

spaCy reads a paragraph at a time: captions and headings run into the next sentence otherwise. A shortened title
("Lt. Col.") is one word and ends no sentence (`docs`). Offsets in the result
count in the report's whole text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.extract.casing import in_one_case, in_ordinary_case
from rashomon.extract.dateline import LONGEST, dateline_end
from rashomon.extract.docs import docs_of
from rashomon.extract.layout import layouts
from rashomon.records import Layout, Paragraph, Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

LONGEST_PIECE = 5_000  # characters; a longer paragraph is read in pieces, so that time grows with the length only
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def parse(text: str, title: str | None = None) -> Parse:
    """The parse of a report's text; page furniture gets no tokens.

    title: the report's title, to know the title line by.
    """
    return parse_all([(text, title)])[0]


def parse_all(reports: Sequence[tuple[str, str | None]]) -> list[Parse]:
    """`parse` for each text with its title: the same parses, in less time than one by one."""
    laid_out = [_laid_out(text, title) for text, title in reports]
    docs = docs_of(_plain(one.text[start:end]) for one in laid_out for start, end, _ in one.pieces)
    return [_parsed(one, docs) for one in laid_out]


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A text, its paragraphs, and the pieces of them that spaCy reads, each by itself."""

    text: str
    paragraphs: list[Paragraph]
    pieces: list[tuple[int, int, Paragraph]]


def _laid_out(text: str, title: str | None) -> _LaidOut:
    paragraphs = layouts(text, [(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()], title)
    chosen = [p for p in paragraphs if p.layout is not Layout.FURNITURE]
    return _LaidOut(text, paragraphs, [(start, end, p) for p in chosen for start, end in _pieces(text, p.start, p.end)])


def _parsed(laid_out: _LaidOut, docs: Iterator["Doc"]) -> Parse:
    """docs: the next ones are those of the pieces."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    dateline: _Dateline | None = None
    for start, end, paragraph in laid_out.pieces:
        doc = next(docs)
        if start == paragraph.start and end < paragraph.end and end - start < LONGEST:
            dateline = doc, start
            continue
        _append(doc, start, paragraph, tokens, sentences, dateline)
        dateline = None
    return Parse(laid_out.text, tokens, sentences, laid_out.paragraphs)


_Dateline = tuple["Doc", int]  # the words of a dateline, and where they start in the text


# What spaCy reads otherwise than a person does, each with a stand-in of the same length: a non-breaking space glues
# words together, and half a surrogate pair cannot be encoded at all.
_STAND_INS = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}
_STAND_INS |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def _plain(text: str) -> str:
    plain = text.translate(_STAND_INS)
    return in_ordinary_case(plain) if in_one_case(plain) else plain


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch cut into pieces of at most LONGEST_PIECE characters, at a space where there is one.

    A dateline is a piece of its own: the sentence behind it is read better alone.
    """
    begun = start + dateline_end(text[start : min(end, start + LONGEST)])
    pieces = [(start, begun)] if start < begun < end else []
    start = begun if pieces else start
    while end - start > LONGEST_PIECE:
        cut = text.rfind(" ", start + LONGEST_PIECE // 2, start + LONGEST_PIECE)
        cut = cut if cut > 0 else start + LONGEST_PIECE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _append(
    doc: "Doc",
    offset: int,
    paragraph: Paragraph,
    tokens: list[Token],
    sentences: list[Sentence],
    dateline: _Dateline | None = None,
) -> None:
    """The tokens of one parsed piece, without white space, and its sentences, added to what stands before.

    dateline: belongs to the piece's first sentence, and hangs on that sentence's root.
    """
    before = [t for t in dateline[0] if not t.is_space] if dateline is not None else []
    base = len(tokens) + len(before)
    kept = [t for t in doc if not t.is_space]
    index = {t.i: base + n for n, t in enumerate(kept)}
    words: list[Token] = []
    for sent in doc.sents:
        inside = [t for t in sent if t.i in index]
        if not inside:
            continue
        number = len(sentences)
        first, start = index[inside[0].i], offset + inside[0].idx
        if dateline is not None and before and not words:
            root = index.get(sent.root.i, first)
            own = {t.i: len(tokens) + n for n, t in enumerate(before)}
            filed = [(t, own.get(t.head.i, own[t.i])) for t in before]
            words += [_token(t, own[t.i], h if h != own[t.i] else root, dateline[1], number) for t, h in filed]
            first, start = len(tokens), dateline[1] + before[0].idx
        # The governor of a word is never white space in practice; where it is, the word stands as a root.
        words += [_token(t, index[t.i], index.get(t.head.i, index[t.i]), offset, number) for t in inside]
        last, end = index[inside[-1].i] + 1, offset + inside[-1].idx + len(inside[-1])
        sentences.append(Sentence(number, first, last, start, end, paragraph.i))
    tokens.extend(words)


def _token(t: "SpacyToken", i: int, head: int, offset: int, sentence: int) -> Token:
    rootless = t.dep_ == "ROOT" and head != i  # of a dateline
    return Token(
        i=i,
        start=offset + t.idx,
        end=offset + t.idx + len(t),
        text=t.text,
        lower=t.lower_,
        lemma=t.lemma_.lower(),
        pos=t.pos_,
        tag=t.tag_,
        dep="dep" if rootless else t.dep_,
        head=head,
        ent=t.ent_type_,
        ent_first=t.ent_iob_ == "B",
        sentence=sentence,
    )
