"""Whose words some words of the text are."""

from collections.abc import Sequence

from rashomon.extract.attribution.records import Attribution, Sense
from rashomon.records import Parse, Span, Speaker

_SHARED = 0.25  # of the words that an attribution must hold where it holds neither all of them nor its cue


def speakers_at(attributions: Sequence[Attribution], parse: Parse, span: Span) -> tuple[Speaker, ...]:
    """The chain of speakers in force for these words; empty for the report's own voice.

    Nearest to the fact first. Attributions within attributions make the chain longer from its near end.
    """
    inside = _covering(attributions, span) if span.fits(parse.text) else []
    chain: list[Speaker] = []
    for attribution in inside:
        for speaker in attribution.speakers:
            if all(speaker.span != other.span for other in chain):
                chain.append(speaker)
    return tuple(chain)


def _covering(attributions: Sequence[Attribution], span: Span) -> list[Attribution]:
    """The attributions whose content holds the words, innermost first; without one, the one that shares most."""
    held = [(len(c), a) for a in attributions for c in a.content if c.covers(span) and a.sense is not Sense.HEARSAY]
    if held:
        return [a for _, a in sorted(held, key=lambda pair: pair[0])]
    best: tuple[float, Attribution] | None = None
    for attribution in attributions:
        if attribution.sense is Sense.HEARSAY:
            continue
        shared = sum(min(c.end, span.end) - max(c.start, span.start) for c in attribution.content if c.overlaps(span))
        if shared < _SHARED * len(span) and not (shared and span.covers(attribution.cue)):
            continue
        if best is None or shared > best[0]:
            best = shared, attribution
    return [best[1]] if best is not None else []
