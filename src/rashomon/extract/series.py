"""Counts of incidents over a period: "the fourth strike in two weeks", "five attacks since Wednesday".

A count is a series where it is set against a period or an order; "two attacks today", told one by one, is none.
"""

import re
from collections.abc import Sequence

from rashomon.extract.attribution import Attribution, speakers_at
from rashomon.extract.events import EventWord, Modality
from rashomon.extract.events.counts import Count, count_of
from rashomon.extract.events.lexicon import Kind
from rashomon.records import Parse, Place, PlaceExpression, Sentence, Series, Span, Stated, TimeExpression, Token

_EVENT_NOUNS = frozenset(
    "attack strike airstrike raid bombing blast explosion assault ambush shooting incident kidnapping abduction "
    "killing event breach violation shelling explosion airstrike raid gunfight "
    "clash massacre hit operation bomb time attempt murder assassination".split()
)
_COUNTING = frozenset("record count document register log tally list monitor".split())
_PERIOD_WORDS = re.compile(
    r"\b(?:since|so far|this (?:year|month|week)|in (?:recent|the past|the last|as many)|over the (?:past|last)|"
    r"in \d{4}|"
    r"within|in (?:two|three|four|five|six|a|less than|under|just|about|\d+)\W|past|during|last (?:year|month|week)|"
    r"of (?:its|the) kind|recent(?:ly)?|years?|months?|weeks?|days?|on (?:this|the)|in (?:the|a) row)\b",
    re.IGNORECASE,
)


def find_series(
    report: str,
    parse: Parse,
    events: Sequence[EventWord],
    times: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
    places: Sequence[PlaceExpression] = (),
) -> tuple[Series, ...]:
    """The counts of incidents that a report gives, in the order of its text, each sentence and count once."""
    found: dict[tuple[int, int | None, int | None], Series] = {}
    nouns = {
        e.token: e
        for e in events
        if e.nominal and e.modality is not Modality.STAGED and e.kind not in (Kind.WOUND, Kind.KILL)
    }
    for token in parse.tokens:
        if token.i not in nouns and token.lemma not in _EVENT_NOUNS:
            continue
        count = count_of(parse, token)
        if count is None:
            continue
        low, high, rule = count.low, count.high, count.rule
        sentence = parse.sentences[token.sentence]
        period = _period(sentence, times)
        if not _is_series(parse, token, sentence, count, period):
            continue
        span = _words(parse, token, sentence)
        what = Span.of(parse.text, token.start, token.end)
        key = (sentence.i, low, high)
        when = Stated(period.interval, period.span, period.rule) if period and period.interval else None
        found.setdefault(
            key,
            Series(
                report,
                span,
                what,
                low,
                high,
                when,
                _where(sentence, places),
                speakers=speakers_at(attributions, parse, span),
                rule=rule,
            ),
        )
    return tuple(found.values())


def _is_series(parse: Parse, token: Token, sentence: Sentence, count: Count, period: TimeExpression | None) -> bool:
    """True for a count that is set against a period or an order; what is told one by one is none."""
    words = parse.text[sentence.start : sentence.end]
    if count.rule.startswith("order"):
        return period is not None or bool(_PERIOD_WORDS.search(words))
    if token.lemma == "time":
        return (
            (count.low or 0) > 2 and token.tag == "NNS" and token.dep in ("npadvmod", "advmod", "dobj", "nsubj", "dep")
        )
    if count.rule == "count":
        return (count.low or 0) > 2 and (period is not None or _counted_by(parse, token))
    if (count.low or 0) >= MANY:
        return period is not None or _lasting(parse, sentence)
    return period is not None or (_lasting(parse, sentence) and bool(_PERIOD_WORDS.search(words)))


def _counted_by(parse: Parse, token: Token) -> bool:
    """True for what somebody has counted: "the mission documented 12 raids", "eleven attacks were recorded"."""
    while token.dep == "conj":
        token = parse.tokens[token.head]
    verb = parse.tokens[token.head]
    return token.dep in ("dobj", "nsubjpass") and verb.lemma in _COUNTING


MANY = 20  # so many are never told one by one


LONG_DAYS = 6  # a stretch over which things are counted though it is told as a time: "in January"


def _period(sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    inside = [t for t in times if sentence.start <= t.span.start < sentence.end and not t.future]
    long = (t for t in inside if t.interval is not None and t.interval.days >= LONG_DAYS)
    return next((t for t in inside if t.period), None) or next(long, None)


def _lasting(parse: Parse, sentence: Sentence) -> bool:
    """True where the sentence speaks of a stretch of time in the perfect: "have been", "has carried out"."""
    words = parse.words(sentence)
    return any(t.lower in ("has", "have", "had", "recent", "recently") for t in words)


def _where(sentence: Sentence, places: Sequence[PlaceExpression]) -> Stated[Place] | None:
    """The widest place of the sentence, since a count covers all that it names; None where it names none."""
    inside = [
        (p.place.radius_km, -p.span.start, p.place, p)
        for p in places
        if sentence.start <= p.span.start < sentence.end and p.place and not p.adjective and "government" not in p.rule
    ]
    if not inside:
        return None
    _, _, place, chosen = max(inside, key=lambda one: one[:2])
    return Stated(place, chosen.span, chosen.rule)


def _words(parse: Parse, token: Token, sentence: Sentence) -> Span:
    """The sentence up to 300 characters around the count: it holds the period too."""
    start, end = sentence.start, sentence.end
    if end - start > 300:
        start, end = max(start, token.start - 120), min(end, token.end + 120)
    return Span.of(parse.text, start, end)
