"""What a party says of an act as of its own: "said the attack was a reply", "said it had taken part in the raid".

Such words are a claim, or with a negation a denial, only where that party is accused elsewhere: `settle_denials` sees
to that.
"""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, is_act, noun_lemma
from rashomon.extract.blame.clause import clause, negated, subject, unreal
from rashomon.extract.blame.denials import ABSENT
from rashomon.extract.blame.lexicon import DENIES, SPEECH, WEAPONS, words
from rashomon.extract.blame.making import after, has, own_party, quoted, voice_of
from rashomon.extract.blame.told import TOLD
from rashomon.records import About, Stance, Token

_ITSELF = words("it they we")
_AIMS = words("target aim direct respond retaliate answer avenge react reply serve")
_REPLIES = words("response retaliation revenge reply answer reprisal warning message")
_OWN = ("its", "their", "his", "our")
# What one does about the act of another, or says of what one knows.
_ASIDE = words(
    """condemn regret deplore denounce know hear learn see investigate fear expect receive welcome support mourn verify
    want have give lose call ask suspect believe think warn hope help"""
)


def telling(cast: Cast) -> Iterator[Candidate]:
    """The statements of parties on an act that may be their own, in the order of the text."""
    parse = cast.parse
    for verb in parse.tokens:
        if verb.pos not in ("VERB", "AUX") or verb.lemma in SPEECH or verb.lemma in _ASIDE:
            continue
        report, voice = voice_of(cast, verb)
        doer = subject(parse, verb)
        if doer is not None and report is None and (doer.lower == "we" or has(parse, doer, "our")):
            voice = quoted(cast, doer)
        if voice is None or doer is None or (report and (report.lemma in DENIES or negated(parse, report))):
            continue
        how = _how(cast, verb, doer)
        speaking = own_party(cast, voice) if how else None
        if speaking is None or not can_act(speaking) or unreal(parse, verb):
            continue
        span = clause(parse, verb, doer)
        if how == "absent":
            yield Candidate(About.PERPETRATOR, Stance.DENIES, speaking, verb, span, ABSENT, voice, speaking)
        else:
            yield Candidate(About.PERPETRATOR, Stance.CLAIMS, speaking, verb, span, TOLD, voice, speaking, {how})


def _how(cast: Cast, verb: Token, doer: Token) -> str:
    """Whether the clause tells of an act ("of its act"), of oneself ("of itself"), or of one's absence; "" for none."""
    parse = cast.parse
    below = parse.children(verb.i)
    denied = negated(parse, verb) or any(t.lower in ("nowhere", "neither") for t in below)
    if denied:
        near = [doer, *after(parse, doer, "of")]
        own = doer.lower in _ITSELF or any(has(parse, n, *_OWN) for n in near)
        return "absent" if own and not any(c.lower in ("aware", "clear", "sure", "able") for c in below) else ""
    if cast.harms(verb):
        return ""  # told by the authors of violent acts
    if verb.lemma not in _AIMS and not any(t.lemma in _REPLIES for c in below for t in (c, *parse.children(c.i))):
        return ""
    if (is_act(doer) or noun_lemma(doer) in WEAPONS) and not has(parse, doer, "no", "any"):
        return "of its act"
    if doer.lower not in _ITSELF:
        return ""
    things = [t for c in below if c.dep in ("dobj", "prep", "attr", "xcomp") for t in parse.subtree(c.i)]
    return "of itself" if any(is_act(t) or t.i in cast.events for t in things) else ""
