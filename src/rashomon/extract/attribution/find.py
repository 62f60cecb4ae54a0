"""All attributions of a report, in the order of their cues."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.attribution.antecedents import Cast
from rashomon.extract.attribution.attitude import attitude_draft
from rashomon.extract.attribution.cues import cue_features
from rashomon.extract.attribution.dateline import Datelines
from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.extent import best_extent
from rashomon.extract.attribution.idioms import idiom_draft
from rashomon.extract.attribution.lexicon import HEDGES, PERSON_NOUNS, SPEAKER_NOUNS, VERBS
from rashomon.extract.attribution.names import named_later, without_outlet
from rashomon.extract.attribution.phrases import headline_draft, phrase_draft
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.attribution.quoting import with_quotations
from rashomon.extract.attribution.records import Attribution, Kind, Sense
from rashomon.extract.attribution.sources import source_span
from rashomon.extract.attribution.standing import standing_draft
from rashomon.extract.attribution.surface import surface_draft
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.attribution.verbs import verb_draft
from rashomon.extract.decider import Features, decider
from rashomon.records import Parse, Sentence, Span, Speaker, Token

_UNSAID = frozenset({Sense.ATTITUDE, Sense.HEARSAY})
_NO_CUES = frozenset({"DET", "PUNCT", "PRON", "NUM", "PART", "CCONJ", "ADV", "PROPN", "SPACE", "SYM", "INTJ"})
_FIRST = frozenset({"i", "we", "you", "me"})
_LIKELY = 0.4  # probability from which a position is taken up
_POSSIBLE = 0.03  # the same for a reporting verb, which the rules have already judged
_AGREES = 0.6  # share of the words before or after the cue that the parse must have taken too, to be believed
_DIRECT = 0.9  # share of the content inside quotation marks from which it is a direct quotation


def find_attributions(parse: Parse, outlet: str | None = None) -> tuple[Attribution, ...]:
    """Who says what in the text: every attribution, in the order of the cues; empty for a text without any.

    outlet: who published the report, where it is known. It is never listed as a speaker: "told Reuters" in a Reuters
    report hands nothing on.

    "Six were killed, a security source said. He added that two were missing": two attributions of "a security
    source", the second by the rule "pronoun".
    """
    tree = Tree(parse)
    quoted = Quoted(quotations(parse.text, parse.paragraphs))
    cast = Cast(tree, Datelines(parse.text, parse.paragraphs))
    found: list[Attribution] = []
    for sentence in parse.sentences:
        drafts = _drafts(tree, sentence, quoted)
        met, before = sentence.first, len(found)
        for draft in sorted(drafts, key=lambda d: d.cue):
            parted = _parted(parse, sentence, draft.cue[0])
            met = _meet(tree, met, parted, cast)
            if parted > sentence.first:  # "The radio said the army fired; | it admitted ..."
                cast.spoke_last([s for a in found[before:] if a.sense not in _UNSAID for s in a.speakers[:1]])
            attribution = _attribution(tree, draft, cast, quoted)
            if attribution is not None:
                found.append(attribution)
        _meet(tree, met, sentence.last, cast)
        cast.spoke_last([s for a in found[before:] if a.sense not in _UNSAID for s in a.speakers[:1]])
    named = named_later(parse, [without_outlet(a, outlet) for a in found] if outlet else found)
    return tuple(replace(a, kind=kind_of(a.content, quoted)) for a in with_quotations(parse, quoted, named))


def _drafts(tree: Tree, sentence: Sentence, quoted: Quoted) -> list[Draft]:
    drafts = _candidate_drafts(tree, sentence, quoted)
    reported = _reported(drafts)
    found = [
        best_extent(tree, draft, quoted)
        for token, draft in drafts
        if _stands(token, draft) or _likely(token, draft, _features(tree, token, draft, quoted, reported))
    ]
    heading = headline_draft(tree, sentence)
    return [*found, heading] if heading is not None else found


def _doubtful(token: Token, draft: Draft) -> bool:
    return draft.sense in _UNSAID or (draft.sense is Sense.BELIEVES and token.lemma not in VERBS)


def _stands(token: Token, draft: Draft) -> bool:
    """True for set phrases and counts, which are believed as they stand."""
    reports = token.lemma in VERBS and token.pos == "VERB" and draft.sense is not Sense.COUNTS
    return not reports and not _doubtful(token, draft)


def _likely(token: Token, draft: Draft, features: Features) -> bool:
    """Reporting verbs are believed unless plainly none, all others if likely."""
    return decider("cues").probability(features) >= (_LIKELY if _doubtful(token, draft) else _POSSIBLE)


def weighed_drafts(tree: Tree, sentence: Sentence, quoted: Quoted) -> list[tuple[Token, Draft, Features]]:
    """Every word of the sentence that may be a cue, what it would attribute to whom, and what speaks for that."""
    drafts = _candidate_drafts(tree, sentence, quoted)
    reported = _reported(drafts)
    return [(token, draft, _features(tree, token, draft, quoted, reported)) for token, draft in drafts]


def _reported(drafts: Sequence[tuple[Token, Draft]]) -> list[tuple[int, int, int]]:
    """The token ranges of what is reported in the sentence, each with its cue."""
    return [(first, last, t.i) for t, d in drafts if d.sense is not Sense.ATTITUDE for first, last in d.content]


def _features(
    tree: Tree, token: Token, draft: Draft, quoted: Quoted, reported: Sequence[tuple[int, int, int]]
) -> Features:
    features = cue_features(tree, token, draft, quoted)
    if any(first <= token.i < last and cue != token.i for first, last, cue in reported):
        features["within what another says"] = 1.0
        features[f"{'position' if draft.sense is Sense.ATTITUDE else 'report'} within what another says"] = 1.0
    return features


def _candidate_drafts(tree: Tree, sentence: Sentence, quoted: Quoted) -> list[tuple[Token, Draft]]:
    found = []
    for token in tree.parse.words(sentence):
        if token.pos in _NO_CUES and token.text != "(":
            continue
        draft = _agreed(verb_draft(tree, token, quoted), surface_draft(tree, token)) or phrase_draft(tree, token)
        idiom = idiom_draft(tree, token)
        draft = (idiom if idiom is not None and token.lemma in ("hold", "find") else draft) or idiom
        draft = draft or standing_draft(tree, token) or attitude_draft(tree, token)
        if draft is not None and not _own_words(draft, quoted):
            found.append((token, draft))
    return found


def _own_words(draft: Draft, quoted: Quoted) -> bool:
    """True for "I think" within a quotation: who speaks there is the one who is quoted."""
    return bool(draft.sources) and draft.sources[0].lower in _FIRST and quoted.at(draft.sources[0].start) is not None


def _agreed(parsed: Draft | None, shown: Draft | None) -> Draft | None:
    """One draft of what the parse and the order of words say: where they differ, the order of words is right."""
    if parsed is None or shown is None or shown.words is None:
        return parsed or shown
    first, last = shown.words
    agrees = any(first <= head.i < last for head in parsed.sources)
    wide = sum(b - a for a, b in shown.content)
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in parsed.content for c, d in shown.content)
    content = parsed.content if common >= _AGREES * wide else shown.content
    if content is parsed.content and len(shown.content) == 1 and content[-1][1] < shown.content[0][1] - 2:
        content = (*content[:-1], (content[-1][0], shown.content[0][1]))  # the parse lost the clause's end
    return Draft(
        parsed.sources if agrees else shown.sources,
        shown.cue,
        content,
        shown.sense if parsed.sense is Sense.HEARSAY else parsed.sense,
        None if agrees else shown.words,
    )


def _attribution(tree: Tree, draft: Draft, cast: Cast, quoted: Quoted) -> Attribution | None:
    parse = tree.parse
    spoke = draft.sense not in _UNSAID
    if draft.words is not None and draft.sources:
        named = cast.speaker(draft.sources[0], parse.span(*draft.words), spoke=spoke)
        chain = [named] if named is not None else []
    elif draft.words is not None:
        heading = parse.span(*draft.words)
        chain = [(Speaker(heading), heading)]
        cast.add(parse.tokens[draft.words[1] - 1], heading, spoke=True)
    else:
        chain = [s for head in reversed(draft.sources) if (s := cast.speaker(head, spoke=spoke)) is not None][::-1]
    content = tuple(
        span for first, last in draft.content if (span := _trimmed(parse, first, last, cast.datelines)) is not None
    )
    if not content:
        return None
    kind = kind_of(content, quoted)
    around = parse.tokens[max(draft.cue[0] - 3, 0) : draft.cue[1] + 1]
    hedges = tuple(parse.span(t.i, t.i + 1) for t in around if t.lower in HEDGES)
    chain = _distinct(chain)
    speakers, said_by = tuple(s for s, _ in chain), tuple(span for _, span in chain)
    return Attribution(speakers, said_by, parse.span(*draft.cue), content, kind, draft.sense, hedges)


def kind_of(content: Sequence[Span], quoted: Quoted) -> Kind:
    """Whether the words stand in quotation marks, wholly, partly or not at all."""
    length = sum(len(span) for span in content)
    share = sum(quoted.share(span.start, span.end) * len(span) for span in content) / max(1, length)
    return Kind.DIRECT if share >= _DIRECT else Kind.MIXED if share > 0 else Kind.INDIRECT


def _distinct(chain: list[tuple[Speaker, Span]]) -> list[tuple[Speaker, Span]]:
    """The chain without a link that names the same words again."""
    kept: list[tuple[Speaker, Span]] = []
    for speaker, span in chain:
        if all(speaker.span != other.span for other, _ in kept):
            kept.append((speaker, span))
    return kept


def _trimmed(parse: Parse, first: int, last: int, datelines: Datelines) -> Span | None:
    """The content without the marks that part it from its cue; quotation marks stay."""
    tokens = parse.tokens
    begun = datelines.after(tokens[first].start) if first < last else 0
    while first < last and tokens[first].start < begun:
        first += 1
    while first < last and tokens[first].text in (",", ":", ";", "-", "–", "—", "."):
        first += 1
    while first < last and tokens[last - 1].text in (",", ":", ";", "-", "–", "—"):
        last -= 1
    return parse.span(first, last) if first < last else None


def _parted(parse: Parse, sentence: Sentence, cue: int) -> int:
    """The last token before the cue after which another clause begins: "residents told another story: | they said"."""
    return next((i for i in range(cue - 1, sentence.first, -1) if parse.tokens[i].text in (":", ";")), sentence.first)


def _meet(tree: Tree, first: int, last: int, cast: Cast) -> int:
    """Subjects that are named people or bodies can be pointed back to as well, though they did not speak.

    Gives the token up to which all are met.
    """
    for token in tree.parse.tokens[first:last]:
        cast.met(token)
        speaks = token.lower in SPEAKER_NOUNS or token.lemma in SPEAKER_NOUNS
        named = token.ent or token.pos == "PROPN" or token.lemma in PERSON_NOUNS
        subject = token.dep in ("nsubj", "nsubjpass") and (named or speaks)
        if subject or (token.ent == "ORG" and token.pos == "PROPN" and token.dep in ("dobj", "pobj", "appos", "conj")):
            span = source_span(tree, token)
            if span is not None:
                cast.add(token, span, spoke=bool(subject and speaks))
    return max(first, last)
