"""Counts of incidents over a period: "the fourth strike in two weeks", "five attacks since Wednesday".

A count is a series where it is set against a period or an order; "two attacks today", told one by one, is none.
"""

import re
from collections.abc import Sequence

from rashomon.extract.attribution import Attribution, speakers_at
from rashomon.extract.events import EventWord, Modality
from rashomon.extract.events.lexicon import Kind
from rashomon.records import Parse, Sentence, Series, Span, Stated, TimeExpression, Token

ORDINALS = {
    word: n
    for n, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth".split(), start=2
    )
}
CARDINALS = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        start=2,
    )
}
# "Several" and its kin are at least 3, "dozens" 24: the desk's written rules.
VAGUE = {
    **dict.fromkeys(("several", "multiple", "numerous", "many", "various", "repeated", "successive", "countless"), 3),
    "dozens": 24,
    "scores": 40,
    "tens": 20,
    "hundreds": 200,
    "thousands": 2000,
}
_GROUPS = frozenset("series string wave spate spree rash flurry number slew campaign raft succession".split())
_EVENT_NOUNS = frozenset(
    "attack strike airstrike raid bombing blast explosion assault ambush shooting incident kidnapping abduction killing "
    "clash massacre hit operation bomb time attempt murder assassination".split()
)
_ATTACK_VERBS = frozenset("hit attack target strike bomb carry launch kill stage conduct raid".split())
_AT_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of|nearly|almost)\s*$", re.IGNORECASE)
_PERIOD_WORDS = re.compile(
    r"\b(?:since|so far|this (?:year|month|week)|in (?:recent|the past|the last|as many)|over the (?:past|last)|in \d{4}|"
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
) -> tuple[Series, ...]:
    """The counts of incidents that a report gives, in the order of its text, each sentence and count once."""
    found: dict[tuple[int, int | None, int | None], Series] = {}
    nouns = {e.token: e for e in events if e.nominal and e.modality is not Modality.STAGED and e.kind is not Kind.WOUND}
    for token in parse.tokens:
        if token.i not in nouns and token.lemma not in _EVENT_NOUNS:
            continue
        count = _count(parse, token)
        if count is None:
            continue
        low, high, rule = count
        sentence = parse.sentences[token.sentence]
        period = _period(sentence, times)
        if period is None and not _PERIOD_WORDS.search(parse.text[sentence.start : sentence.end]):
            continue
        if not rule.startswith("order") and period is None and not _lasting(parse, sentence):
            continue
        span = _words(parse, token, sentence)
        what = Span.of(parse.text, token.start, token.end)
        key = (sentence.i, low, high)
        when = Stated(period.interval, period.span, period.rule) if period and period.interval else None
        found.setdefault(
            key,
            Series(report, span, what, low, high, when, speakers=speakers_at(attributions, parse, span), rule=rule),
        )
    return tuple(found.values())


def _count(parse: Parse, token: Token) -> tuple[int | None, int | None, str] | None:
    """Low, high and the rule of the count that stands with an event noun; None without one."""
    children = parse.children(token.i)
    for child in children:
        if child.lower in ORDINALS and child.i < token.i:
            return ORDINALS[child.lower], ORDINALS[child.lower], "order: the nth is n"
    if token.lemma == "time":
        return None
    plural = token.tag in ("NNS", "NNPS")
    for child in children:
        if plural and child.dep == "nummod":
            number = CARDINALS.get(child.lower) or (int(child.lower.replace(",", "")) if _digits(child.lower) else None)
            if number and 1 < number < 10_000:
                before = parse.text[max(0, child.start - 16) : child.start]
                least = bool(_AT_LEAST.search(before))
                return number, None if least else number, "count"
        if plural and child.lower in VAGUE:
            return VAGUE[child.lower], None, f"{child.lower} is at least {VAGUE[child.lower]}"
    head = parse.tokens[token.head]
    if head.lower == "of" and head.head != head.i:
        group = parse.tokens[head.head]
        if group.lower in VAGUE:
            return VAGUE[group.lower], None, f"{group.lower} is at least {VAGUE[group.lower]}"
        if plural and group.lemma in _GROUPS:
            return 3, None, f"a {group.lemma} is at least 3"
    return None


def _digits(word: str) -> bool:
    return word.replace(",", "").isascii() and word.replace(",", "").isdigit()


def _period(sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    inside = [t for t in times if sentence.start <= t.span.start < sentence.end and not t.future]
    return next((t for t in inside if t.period), None)


def _lasting(parse: Parse, sentence: Sentence) -> bool:
    """True where the sentence speaks of a stretch of time in the perfect: "have been", "has carried out"."""
    words = parse.words(sentence)
    return any(t.lower in ("has", "have", "had", "recent", "recently") for t in words)


def _words(parse: Parse, token: Token, sentence: Sentence) -> Span:
    """The sentence up to 300 characters around the count: it holds the period too."""
    start, end = sentence.start, sentence.end
    if end - start > 300:
        start, end = max(start, token.start - 120), min(end, token.end + 120)
    return Span.of(parse.text, start, end)
