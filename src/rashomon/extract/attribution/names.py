"""Names that the whole report decides: a speaker who is named only later, and the outlet, which is no speaker."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.extract.attribution.lexicon import PERSON_NOUNS, words
from rashomon.extract.attribution.records import Attribution
from rashomon.records import Parse, Span, Speaker

_EMPTY = words("the a an news agency tv television via and of network media group its his their")
_LEAD = 12  # attributions from the top, where speakers stand under their office alone
_LEAST_SHARED = 0.5  # of an office's words that the later name must have too


def named_later(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with a lead's "a provincial police chief" as the person whom the report names further down.

    Only one person with a name may fit: the same office, and at least half of the words that describe it.
    """
    named = [(s.span, _office(parse, s.span)) for a in attributions for s in a.speakers if _has_name(parse, s.span)]
    found: list[Attribution] = []
    for number, attribution in enumerate(attributions):
        if number >= _LEAD:
            found.extend(attributions[_LEAD:])
            break
        speakers = tuple(_named(parse, speaker, named) for speaker in attribution.speakers)
        found.append(replace(attribution, speakers=speakers) if speakers != attribution.speakers else attribution)
    return found


def _named(parse: Parse, speaker: Speaker, named: Sequence[tuple[Span, frozenset[str]]]) -> Speaker:
    office = _office(parse, speaker.span)
    heads = office & PERSON_NOUNS
    if not heads or _has_name(parse, speaker.span):
        return speaker
    fitting = {
        span.quote: span
        for span, words_ in named
        if span.start > speaker.span.start
        and heads <= words_
        and len(office & words_) >= max(2, _LEAST_SHARED * len(office))
    }
    if len(fitting) != 1:
        return speaker
    return Speaker(next(iter(fitting.values())), "named later", speaker.actor)


def _office(parse: Parse, span: Span) -> frozenset[str]:
    """The nouns and adjectives that describe the speaker, in small letters."""
    return frozenset(t.lower for t in parse.tokens_in(span.start, span.end) if t.pos in ("NOUN", "ADJ", "PROPN"))


def _has_name(parse: Parse, span: Span) -> bool:
    """True where a person's own name is among the words."""
    return any(t.pos == "PROPN" and t.ent in ("PERSON", "") for t in parse.tokens_in(span.start, span.end))


def without_outlet(attribution: Attribution, outlet: str) -> Attribution:
    """The attribution without the outlet among its speakers; its words beside the cue stay."""
    own = _plain(outlet)
    kept = tuple(s for s in attribution.speakers if not own or not _plain(s.name) or not _plain(s.name) <= own)
    return attribution if kept == attribution.speakers else replace(attribution, speakers=kept)


def _plain(name: str) -> frozenset[str]:
    cleaned = "".join(c if c.isalnum() else " " for c in name.casefold())
    return frozenset(cleaned.split()) - _EMPTY
