"""Whose words some words of the text are."""

from bisect import bisect_left
from collections.abc import Sequence

from rashomon.extract.attribution.candidates import candidates_at
from rashomon.extract.attribution.records import Attribution
from rashomon.extract.decider import decider
from rashomon.records import Parse, Span, Speaker

_NEAR = 400  # characters between a speaker's words and the cue
_PRONOUNS = frozenset({"i", "we", "he", "she", "it", "they"})


def speakers_at(attributions: Sequence[Attribution], parse: Parse, span: Span) -> tuple[Speaker, ...]:
    """The chain of speakers in force for these words; empty for the report's own voice.

    Nearest to the fact first. Attributions within attributions make the chain longer from its near end. Words that no
    attribution holds are the last speaker's where the text plainly goes on with that speaker (rule "carried on"), by
    weights that `training/fit_speakers.py` fitted.

    attributions: all of the report, as `find_attributions` gives them. A span that does not fit the text has no
    speaker.
    """
    if not span.fits(parse.text):
        return ()
    found = candidates_at(attributions, parse, span)
    weights = decider("speakers")
    return max(found, key=lambda candidate: weights.score(candidate.features)).speakers


def speaker_of(attributions: Sequence[Attribution], parse: Parse, named: Span) -> tuple[Speaker, ...]:
    """The chain for words that name a speaker, found elsewhere than here: "it" in "it claimed the raid".

    The words' own attribution has traced them; "we" in a quotation is the one who is quoted. Words that no attribution
    knows stand for themselves.
    """
    first = bisect_left(attributions, named.start - _NEAR, key=lambda a: a.cue.start)
    for attribution in attributions[first:]:
        if attribution.cue.start > named.end + _NEAR:
            break
        if any(said.overlaps(named) for said in attribution.said_by[:1]) and attribution.speakers:
            return attribution.speakers
    if named.quote.casefold() in _PRONOUNS:
        return speakers_at(attributions, parse, named)
    return (Speaker(named),)
