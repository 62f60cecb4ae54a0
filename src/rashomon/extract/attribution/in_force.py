"""Whose words some words of the text are."""

from collections.abc import Sequence

from rashomon.extract.attribution.candidates import candidates_at
from rashomon.extract.attribution.records import Attribution
from rashomon.extract.decider import decider
from rashomon.records import Parse, Span, Speaker


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
