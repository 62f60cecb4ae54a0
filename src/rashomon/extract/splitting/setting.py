"""How a unit's sentence is set in the report: its opening, its paragraph, its words."""

import re
from datetime import date

from rashomon.extract.splitting.units import Unit, clause_head
from rashomon.records import Anchor, Interval, Parse

_OPENERS = (
    ("elsewhere", r"elsewhere|in (?:a|an|another|other) (?:separate|different|related|other|"
    r"unrelated)?\s*(?:incident|attack|"
     r"development|event|strike|blast|clash)|separately|in another|also on|also in"),
    ("before", r"previously|earlier|last (?:week|month|year|\w+day)|in (?:january|february|march|april|may|june|"
    "july|august|"
     r"september|october|november|december|\d{4})|on \w+ \d|the (?:incident|attack|strike|blast|raid|bombing) "
     r"(?:comes|came|follows|followed)|a (?:week|month|year|day) (?:ago|earlier|before)|in recent|two|three|"
     r"since|over the"),
    ("later", r"later|hours later|afterwards|shortly after|minutes later|the next day|meanwhile"),
    ("frame", r"in (?:the )?[A-Z]"),
    ("the", r"the (?:attack|strike|blast|explosion|incident|bombing|raid|assault|shooting|clash|bomb|drone|"
    "militants|gunmen|"
     r"assailants|attackers|bomber)s?"),
)  # fmt: skip


_OPENER_PATTERNS = tuple(
    (name, re.compile(r"\W{0,3}(?:" + words + r")\b", re.I if name != "frame" else 0)) for name, words in _OPENERS
)


def opener(parse: Parse, unit: Unit) -> str:
    """What kind of opening the unit's sentence has; "" for none that matters."""
    sentence = parse.sentences[unit.token.sentence]
    head = parse.text[sentence.start : sentence.start + 60]
    found = next((name for name, pattern in _OPENER_PATTERNS if pattern.match(head)), "")
    if found == "later" and _COUNTED.match(head) and not shifted(unit):
        return ""  # "Hours later he wrote that ...": the time is that of the saying
    return found


_COUNTED = re.compile(r"\W{0,3}(?:\w+ )?(?:hours?|minutes|days?) later\b", re.I)


def age_bucket(interval: Interval | None, published: date | None) -> str:
    """How long before publication an interval lies, coarsely."""
    if interval is None or published is None:
        return "unknown"
    days = (published - interval.last).days
    return next((name for name, most in (("now", 1), ("days", 8), ("weeks", 60)) if days <= most), "long")


def shifted(unit: Unit) -> bool:
    """True where the unit's time is counted from the incident told before ("hours later")."""
    return any(t.anchor is Anchor.EVENT and t.shift != (0, 0) for t in unit.times)


def starts_paragraph(parse: Parse, unit: Unit) -> bool:
    """True in the first sentence of a paragraph."""
    number = unit.token.sentence
    return number == 0 or parse.sentences[number].paragraph != parse.sentences[number - 1].paragraph


def said(parse: Parse, unit: Unit) -> bool:
    """True where the unit's clause is what somebody is told to have said."""
    head = parse.tokens[clause_head(parse, unit.token.i)]
    return head.dep == "ccomp" or any(t.dep == "ccomp" for t in list(parse.ancestors(head.i))[:3])


def in_quotes(parse: Parse, unit: Unit) -> bool:
    """True where the unit stands within quotation marks that open in its sentence."""
    sentence = parse.sentences[unit.token.sentence]
    before = parse.text[sentence.start : unit.token.start]
    return (before.count("“") > before.count("”")) or before.count('"') % 2 == 1


_COMMON = frozenset(
    "people person man woman day week month year attack strike time official source report saturday sunday "
    "monday tuesday "
    "wednesday thursday friday police force group statement spokesman area security other number government "
    "country".split()
)


def content_words(parse: Parse, unit: Unit) -> frozenset[str]:
    """The lemmas of the nouns and names of the unit's sentence, without those that every report has."""
    sentence = parse.sentences[unit.token.sentence]
    return frozenset(
        t.lemma
        for t in parse.words(sentence)
        if t.pos in ("NOUN", "PROPN") and t.lemma not in _COMMON and len(t.lemma) > 2
    )


_SETTING = frozenset(
    "also another separate separately elsewhere similar previous previously earlier same there again first second "
    "third later latest last meanwhile nearby neighbouring neighboring adjacent other others different since ago "
    "before after following latter former too both deadliest worst one further next more".split()
)
_BEYOND = 12  # tokens after a unit in which such a word may stand


def setting_words(parse: Parse, unit: Unit) -> list[str]:
    """The words of the unit's sentence, up to it and a little beyond, that set incidents apart or together."""
    sentence = parse.sentences[unit.token.sentence]
    tokens = parse.tokens[sentence.first : min(sentence.last, unit.token.i + _BEYOND)]
    return sorted({t.lower for t in tokens if t.lower in _SETTING})
