"""Whose some words may be: the report's own, those of the attribution that holds them, of the speaker before or after.

Each candidate carries named features that a person can read; `in_force` scores them with fitted weights.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.extract.attribution.lexicon import HEDGES, words
from rashomon.extract.attribution.quotes import Quoted, quotations
from rashomon.extract.attribution.records import Attribution, Kind, Sense
from rashomon.records import Layout, Paragraph, Parse, Sentence, Span, Speaker, Token


class Place(StrEnum):
    """Where a candidate's attribution stands."""

    OWN = "own"  # the report's own voice
    HELD = "held"  # the words lie in what is said
    BEFORE = "before"  # a speaker of an earlier sentence goes on
    AFTER = "after"  # a quotation whose speaker comes in the next sentence


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chain of speakers, where it comes from, and the features that speak for it or against."""

    speakers: tuple[Speaker, ...]
    place: Place
    features: dict[str, float]


_SHARED = 0.25  # of the words that an attribution must hold where it holds neither all of them nor its cue
NO_WORD = frozenset({Sense.HEARSAY, Sense.ATTITUDE})  # nobody's word on a fact
_REACH = 12  # attributions
_MOST = 40  # attributions before and after the words
_LONGEST_CHAIN = 4  # speakers; more than four names are nobody (desk/README.md)
_MAINLY = 0.3  # of the words that an attribution with its cue among them must hold to be the nearest
_WHOLLY = 0.85  # of the words that a speaker, cue and content must make up to be all of them
_FARTHEST_LEAD = 60  # sentences of headings before the body
_LONGEST_PARAGRAPH = 4_000  # characters; time must not grow with its square
_FARTHEST = 4  # sentences back to a speaker who may go on
_GOING_ON = words("also further furthermore meanwhile moreover additionally another others separately earlier later")
_PARTS = words("them dead wounded injured victims others among more killed casualties deceased those toll")
_WITNESSED = words("see hear know count find watch carry bury treat receive lose recall remember")
_BACKGROUND = words("last previous previously since ago month months year years week weeks earlier recent recently in")


def candidates_at(attributions: Sequence[Attribution], parse: Parse, span: Span) -> list[Candidate]:
    """Every candidate for these words, the own voice first. The attributions must be in the order of their cues."""
    sentence = parse.sentence_at(span.start) or parse.sentence_at(span.end - 1)
    if sentence is None:
        return [Candidate((), Place.OWN, {"own": 1.0})]
    end = max(sentence.end, span.end)
    low = bisect_left(attributions, sentence.start, key=_cue_start)
    high = bisect_left(attributions, end, key=_cue_start)
    middle = bisect_left(attributions, span.start, key=_cue_start)
    # A quotation may lie sentences away from its cue; a sentence of a hundred cues is none.
    local = attributions[max(0, low - _REACH, middle - _MOST) : min(high + _REACH, middle + _MOST)]
    held = _held(local, span)
    about = _about(parse, sentence, span)
    found = [Candidate((), Place.OWN, _own_features(about, bool(held), low < high))]
    if held:
        found.append(Candidate(_chain(held), Place.HELD, _held_features(parse, held[0], span, about)))
    found += _earlier(attributions, low, high, parse, sentence, span, about, bool(held))
    after = _later(attributions, high, parse, sentence, span)
    if after is not None and not held:
        found.append(after)
    return found


def _cue_start(attribution: Attribution) -> int:
    return attribution.cue.start


def _chain(inside: Sequence[Attribution]) -> tuple[Speaker, ...]:
    """One chain out of attributions within attributions, the innermost's speakers first."""
    chain: list[Speaker] = []
    for attribution in inside:
        for speaker in attribution.speakers:
            if len(chain) < _LONGEST_CHAIN and all(speaker.span != other.span for other in chain):
                chain.append(speaker)
    return tuple(chain)


def _held(local: Sequence[Attribution], span: Span) -> list[Attribution]:
    """The attributions whose content holds the words, innermost first; without one, the one that shares most."""
    spoken = [a for a in local if a.speakers and a.sense not in NO_WORD]
    told = [(_shared(a, span), a) for a in spoken if span.covers(a.cue)]
    told = [(shared, a) for shared, a in told if shared >= _MAINLY * len(span) or _tells(a, span)]
    held = [(len(c), n, a) for n, a in enumerate(spoken) for c in a.content if c.covers(span)]
    if told and held:  # "..., which according to medics left 26 dead", within what another says
        inner = max(told, key=lambda entry: entry[0])[1]
        return [inner, *(a for _, _, a in sorted(held, key=lambda entry: entry[:2]) if a is not inner)]
    if held:
        return [a for _, _, a in sorted(held, key=lambda entry: entry[:2])]
    best: tuple[float, Attribution] | None = None
    for attribution in spoken:
        shared = _shared(attribution, span)
        if shared < _SHARED * len(span) and not (shared and span.covers(attribution.cue)):
            continue
        if best is None or shared > best[0]:
            best = shared, attribution
    return [best[1]] if best is not None else []


def _tells(attribution: Attribution, span: Span) -> bool:
    """True where the words are speaker, cue and what is said, and nothing else: "the mayor's office counted 21"."""
    if attribution.cue.start == span.start:
        return True  # "speak of two"
    parts = (*attribution.said_by[:1], attribution.cue, *attribution.content)
    held = sum(min(p.end, span.end) - max(p.start, span.start) for p in parts if p.overlaps(span))
    return held >= _WHOLLY * len(span)


def _shared(attribution: Attribution, span: Span) -> int:
    """How many characters of the words the attribution holds."""
    return sum(min(c.end, span.end) - max(c.start, span.start) for c in attribution.content if c.overlaps(span))


# ---------------------------------------------------------------- features


@dataclass(frozen=True, slots=True)
class _About:
    """What can be read off the words' own sentence."""

    tokens: Sequence[Token]
    head: bool  # in a heading
    lead: bool  # in the first sentence of the body
    first_in_paragraph: bool
    quoted: bool
    features: dict[str, float]


def _about(parse: Parse, sentence: Sentence, span: Span) -> _About:
    tokens = parse.words(sentence)
    layout = parse.layout_of(sentence)
    first = sentence.i == 0 or parse.sentences[sentence.i - 1].paragraph != sentence.paragraph
    quoted = _quoted_near(parse, sentence).share(span.start, span.end) > 0.8
    lowered = [t.lower for t in tokens]
    features: dict[str, float] = {}
    if any(t.ent == "DATE" and ((t.pos == "NUM" and len(t.text) == 4) or t.lower in _BACKGROUND) for t in tokens):
        features["dated back"] = 1.0
    if any(t.lower == "had" and t.dep == "aux" for t in tokens):
        features["past perfect"] = 1.0
    if any(word in _GOING_ON for word in lowered[:3]):
        features["goes on"] = 1.0
    if any(word in _PARTS for word in lowered[:6]):
        features["of the dead"] = 1.0
    if lowered[:1] == ["the"]:
        features["definite"] = 1.0
    if tokens[0].pos == "PRON":
        features["pronoun"] = 1.0
    if tokens[0].pos == "NUM":
        features["number first"] = 1.0
    if any(word in HEDGES for word in lowered):
        features["hedged"] = 1.0
    features |= _subject_features(parse, tokens)
    return _About(
        tokens,
        layout in (Layout.TITLE, Layout.SUBTITLE, Layout.CAPTION),
        _is_lead(parse, sentence),
        first,
        quoted,
        features,
    )


def _subject_features(parse: Parse, tokens: Sequence[Token]) -> dict[str, float]:
    """What the sentence's subject tells of whose words it is: "he saw", "ten were children", "no marines"."""
    features: dict[str, float] = {}
    if tokens[0].lower in ("no", "none", "nobody"):
        features["nobody"] = 1.0
    root = next((t for t in tokens if t.dep == "ROOT"), tokens[0])
    subject = next((t for t in parse.children(root.i) if t.dep in ("nsubj", "nsubjpass")), None)
    if root.lemma in _WITNESSED:
        features["witnessed"] = 1.0
    if subject is None:
        return features
    if subject.lower in ("he", "she"):
        features["he or she"] = 1.0
    elif subject.pos == "PRON" and subject.lower in ("it", "they", "we", "i"):
        features["it or they"] = 1.0
    elif subject.pos == "NUM" or subject.lower in ("others", "another", "more", "rest", "both", "all", "most"):
        features["number alone"] = 1.0
    elif subject.ent in ("ORG", "PERSON", "NORP", "GPE"):
        features["named subject"] = 1.0
    if any(t.lower in ("its", "their", "his", "her") for t in parse.children(subject.i)):
        features["its own"] = 1.0
    return features


def _is_lead(parse: Parse, sentence: Sentence) -> bool:
    """True for the first sentence of the body."""
    if sentence.i > _FARTHEST_LEAD or parse.layout_of(sentence) is not Layout.BODY:
        return False
    return not any(parse.layout_of(earlier) is Layout.BODY for earlier in parse.sentences[: sentence.i])


def _quoted_near(parse: Parse, sentence: Sentence) -> Quoted:
    """The quotations of the sentence's paragraph, or of the sentence alone where the paragraph is no paragraph."""
    paragraph = parse.paragraphs[sentence.paragraph]
    if paragraph.end - paragraph.start > _LONGEST_PARAGRAPH:
        paragraph = Paragraph(paragraph.i, sentence.start, sentence.end, paragraph.layout)
    return Quoted(quotations(parse.text, [paragraph]))


def _own_features(about: _About, held: bool, spoken: bool) -> dict[str, float]:
    where = "heading" if about.head else "lead" if about.lead else "body"
    features = {f"own {where}": 1.0}
    if held:
        features["own though held"] = 1.0
    elif spoken:
        features["own beside an attribution"] = 1.0
    if about.quoted:
        features["own in quotation marks"] = 1.0
    features.update({f"own: {name}": 1.0 for name in about.features})
    if held and "dated back" in about.features:
        features["own though held: dated back"] = 1.0
    return features


def _held_features(parse: Parse, attribution: Attribution, span: Span, about: _About) -> dict[str, float]:
    features = {"held": 1.0, f"held: {attribution.sense.value}": 1.0}
    whole = any(c.covers(span) for c in attribution.content)
    features["held: wholly" if whole else "held: in part"] = 1.0
    if span.covers(attribution.cue):
        features["held: with its cue"] = 1.0
    if attribution.content[0].start > attribution.cue.start:
        features["held: after the cue"] = 1.0
    if any(speaker.rule for speaker in attribution.speakers[:1]):
        features["held: speaker traced"] = 1.0
    clause = _clause_within(parse, attribution, span)
    if clause:
        features[f"held: in {clause}"] = 1.0
        if "dated back" in about.features:
            features["held: in a clause dated back"] = 1.0
    if about.head:
        features["held: in a heading"] = 1.0
    return features


def _clause_within(parse: Parse, attribution: Attribution, span: Span) -> str:
    """The kind of side clause between the words and what is said as a whole: "relcl", "advcl", "" for none."""
    tokens = parse.tokens_in(span.start, span.end)
    content = next((c for c in attribution.content if c.overlaps(span)), attribution.content[0])
    verbs = [t for t in tokens if t.pos in ("VERB", "AUX")] or tokens
    if not verbs:
        return ""
    at = verbs[0]
    for ancestor in (at, *parse.ancestors(at.i)):
        if not content.start <= ancestor.start < content.end:
            break
        if ancestor.dep in ("relcl", "acl") or (ancestor.dep == "advcl" and ancestor.tag != "VBG"):
            return ancestor.dep
    return ""


def _earlier(
    attributions: Sequence[Attribution],
    low: int,
    high: int,
    parse: Parse,
    sentence: Sentence,
    span: Span,
    about: _About,
    held: bool,
) -> list[Candidate]:
    """The last two speakers before the words, up to _FARTHEST sentences back."""
    found: list[Candidate] = []
    at = high
    while at > low and attributions[at - 1].cue.start >= span.start:
        at -= 1
    while at > 0 and len(found) < 2:
        at -= 1
        attribution = attributions[at]
        spoken = parse.sentence_at(attribution.cue.start)
        if spoken is None or sentence.i - spoken.i > _FARTHEST:
            break
        if not attribution.speakers or attribution.sense in NO_WORD or attribution.content[0].covers(span):
            continue
        if any(c.speakers[0].span == attribution.speakers[0].span for c in found):
            continue
        features = _before_features(attributions, high, parse, sentence, spoken, attribution, about, len(found))
        if held:
            features["before though held"] = 1.0
        carried = tuple(Speaker(s.span, s.rule or "carried on", s.actor) for s in attribution.speakers)
        found.append(Candidate(carried, Place.BEFORE, features))
    return found


def _before_features(
    attributions: Sequence[Attribution],
    high: int,
    parse: Parse,
    sentence: Sentence,
    spoken: Sentence,
    attribution: Attribution,
    about: _About,
    rank: int,
) -> dict[str, float]:
    name = "before" if rank == 0 else "before last"
    features = {name: 1.0}
    distance = sentence.i - spoken.i
    same = spoken.paragraph == sentence.paragraph
    features[f"{name}: {'same paragraph' if same else 'another paragraph'}, {min(distance, 3)} back"] = 1.0
    features[f"{name}: {attribution.sense.value}"] = 1.0
    if attribution.kind is Kind.DIRECT:
        features[f"{name}: quoted"] = 1.0
    if about.quoted:
        features[f"{name}: words in quotation marks"] = 1.0
    if parse.layout_of(spoken) is not Layout.BODY:
        features[f"{name}: from a heading"] = 1.0
    if attribution.content[0].start < attribution.cue.start:
        features[f"{name}: cue at the end"] = 1.0
    covered = sum(len(c) for c in attribution.content)
    if covered > 0.5 * (spoken.end - spoken.start):
        features[f"{name}: said the whole sentence"] = 1.0
    if high < len(attributions):
        following = attributions[high]
        near = parse.sentence_at(following.cue.start)
        if near is not None and near.i - sentence.i <= 2 and following.speakers:
            again = following.speakers[0].span == attribution.speakers[0].span
            features[f"{name}: {'speaks again' if again else 'another speaks next'}"] = 1.0
    for feature in about.features:
        features[f"{name}: {feature}"] = 1.0
        if same:
            features[f"{name}: same paragraph, {feature}"] = 1.0
    return features


def _later(
    attributions: Sequence[Attribution], high: int, parse: Parse, sentence: Sentence, span: Span
) -> Candidate | None:
    """The speaker of the next sentence, where the words are a quotation that goes on into it."""
    if high >= len(attributions):
        return None
    attribution = attributions[high]
    spoken = parse.sentence_at(attribution.cue.start)
    if (
        spoken is None
        or spoken.i - sentence.i > 2
        or spoken.paragraph != sentence.paragraph
        or not attribution.speakers
    ):
        return None
    inside = _quoted_near(parse, sentence).at(span.start)
    features = {"after": 1.0}
    if inside is not None:
        features["after: in quotation marks"] = 1.0
        if inside.end > spoken.start:
            features["after: one quotation"] = 1.0
    return Candidate(attribution.speakers, Place.AFTER, features)
