"""Clauses: their subjects, agents, negation and doubt, the words that make them up, and who says them."""

from collections.abc import Iterator

from rashomon.extract.blame.lexicon import (
    COUNTS,
    HARMS,
    HEDGES,
    HEDGING_VERBS,
    MAYBE,
    NEGATIONS,
    NOT_YET,
    OWNS_UP,
    RESPONSIBILITY,
    SPEECH,
    STATEMENTS,
    THREATENS,
)
from rashomon.extract.blame.record import LONGEST
from rashomon.records import Parse, Span, Token

_DASHES = frozenset({"-", "–", "—", "--"})
_LONG_VOICE = 14  # tokens: who speaks in an inserted "the army said" is short
_RAISES = frozenset({"likely", "unlikely", "certain", "sure", "thought", "believed", "alleged", "supposed"})
_RELATIVE = frozenset({"which", "who", "that", "whom"})


def subject(parse: Parse, verb: Token) -> Token | None:
    """The noun that does what the verb says, active or passive; a relative pronoun's noun, a shared or raised one."""
    at = verb
    for _ in range(4):
        # A dateline makes a second subject: the nearest one before the verb is meant.
        own = max(
            (c for c in parse.children(at.i) if c.dep in ("nsubj", "nsubjpass", "expl", "csubj")),
            key=lambda c: (c.i < at.i, c.i),
            default=None,
        )
        if own is not None:
            if own.lower in _RELATIVE and at.dep == "relcl":
                return parse.tokens[at.head]
            return _past_dateline(parse, own)
        if at.dep == "acl" and (
            at.tag == "VBG" or (at.head == at.i - 1 and any(c.dep == "dobj" for c in parse.children(at.i)))
        ):
            within = parse.tokens[parse.tokens[at.head].head]
            return parse.tokens[at.head] if within.dep != "acl" else None  # "a blast on a bus with guards killed 12"
        if at.dep == "acl" and at.tag == "VBD" and parse.tokens[at.head].dep == "ROOT":
            return parse.tokens[at.head]  # "The front, VRF, owned up to it": a finite verb is no participle
        if at.dep == "acl" and at.i != verb.i and at.head == at.i - 1 and parse.tokens[at.head].dep == "ROOT":
            return parse.tokens[at.head]  # "army aircraft caught up with them and killed 12", read as caught aircraft
        raised = at.dep == "acomp" and at.lower in _RAISES  # "is likely to have fired"
        if (at.dep not in ("conj", "xcomp", "advcl", "pcomp") and not raised) or at.head == at.i:
            return None
        at = _told_with(parse, at) or parse.tokens[at.head]
        if at.dep == "prep":
            at = parse.tokens[at.head]
            if at.lemma in ("accuse", "suspect", "charge", "blame", "condemn", "criticise", "criticize"):
                return None  # whoever is accused is told by the accusation
    return None


def _told_with(parse: Parse, verb: Token) -> Token | None:
    """ "went" for "pulled" in "said policemen went from house to house, pulled men out": what is said goes on."""
    up = parse.tokens[verb.head]
    if verb.dep != "conj" or up.lemma not in SPEECH or verb.lemma in SPEECH:
        return None
    told = (c for c in parse.children(up.i) if c.dep == "ccomp" and up.i < c.i < verb.i)
    return max(told, key=lambda c: c.i, default=None)


def _past_dateline(parse: Parse, noun: Token) -> Token:
    """The subject after "TOWN (Agency) -", which the parser takes for the subject; the noun itself elsewhere."""
    sentence = parse.sentences[noun.sentence]
    if noun.i - sentence.first > 3 or not noun.text[:1].isupper():
        return noun
    reach = parse.tokens[noun.i + 1 : min(noun.i + 16, sentence.last)]
    dash = next((t.i for t in reach if t.text in _DASHES and parse.text[t.start - 1 : t.start].isspace()), None)
    if dash is None:
        return noun
    after = (c for c in parse.children(noun.i) if c.i > dash and c.dep in ("appos", "conj", "dep", "nmod"))
    return next(after, noun)


def passive(parse: Parse, verb: Token) -> bool:
    """True for "was bombed" and for "bombed by" after a noun."""
    below = parse.children(verb.i)
    if any(c.dep in ("nsubjpass", "auxpass", "agent") for c in below):
        return True
    if any(c.dep == "aux" and c.lower in ("had", "has", "have") for c in below):
        return False  # "that it had hit": a perfect
    if verb.dep == "acl" and verb.tag == "VBN":
        # "(Dakar) - rebels executed nine men": a participle with an object of its own right after its noun is none.
        return not (verb.head == verb.i - 1 and any(c.dep == "dobj" for c in below))
    # "were captured and killed": the second participle shares the auxiliary.
    shared = verb.dep == "conj" and verb.tag in ("VBN", "VBD") and not any(c.dep in ("nsubj", "dobj") for c in below)
    return shared and any(c.dep == "auxpass" for c in parse.children(verb.head))


def agents(parse: Parse, token: Token) -> Iterator[Token]:
    """The nouns after "by" of a passive verb or of an act: "killed by", "an attack by"."""
    for child in parse.children(token.i):
        if child.lower == "by" and child.dep in ("agent", "prep"):
            yield from (c for c in parse.children(child.i) if c.dep == "pobj")


def negated(parse: Parse, verb: Token) -> bool:
    """True where the clause says that it is not so: "did not attack", "no jet flew", "neither ... nor"."""
    for child in parse.children(verb.i):
        if child.dep == "neg" or child.lower in NEGATIONS:
            return True
        if child.dep in ("nsubj", "nsubjpass", "dobj", "attr", "preconj", "cc"):
            if child.lower in ("none", "nobody", "neither", "nor"):
                return True
            if any(
                c.lower in ("no", "neither", "none") and c.dep in ("det", "preconj", "neg", "cc")
                for c in parse.children(child.i)
            ):
                return True
    return False


def owned_up(parse: Parse, verb: Token) -> bool:
    """True for the second half of "claimed responsibility but denied that civilians were killed": of the harm alone.

    So also of "says it struck the jetty, denies killing civilians".
    """
    up = parse.tokens[verb.head]
    if verb.dep != "conj" or negated(parse, up):
        return False
    if up.lemma in OWNS_UP and any(c.dep == "dobj" and c.lemma in RESPONSIBILITY for c in parse.children(up.i)):
        return True
    told = [c for c in parse.children(up.i) if c.dep == "ccomp"] if up.lemma in SPEECH else []
    if up.dep == "ccomp" and parse.tokens[up.head].lemma in SPEECH:
        told.append(up)
    return any(_own_harm(parse, one) for one in told)


def _own_harm(parse: Parse, verb: Token) -> bool:
    """True for "it struck the jetty": a speaker's word on its own deed."""
    own = any(c.dep == "nsubj" and c.lower in ("it", "they", "we", "he", "she") for c in parse.children(verb.i))
    return own and verb.lemma in HARMS and not negated(parse, verb)


def asked(parse: Parse, verb: Token) -> bool:
    """True for "has not said whether X was behind it", "no evidence that X was"."""
    if any(c.dep == "mark" and c.lower in ("whether", "if") for c in parse.children(verb.i)):
        return True
    return _no_evidence(parse, verb)


def _no_evidence(parse: Parse, verb: Token) -> bool:
    """True for "there is no evidence that X did it"."""
    up = parse.tokens[verb.head]
    none = any(c.lower in ("no", "any", "little") for c in parse.children(up.i))
    return verb.dep in ("acl", "ccomp") and up.lemma in ("evidence", "proof", "sign") and none


def unreal(parse: Parse, verb: Token) -> bool:
    """True for what is to come, threatened, wished, or conditional."""
    if any(c.dep in ("aux",) and c.lower in NOT_YET for c in parse.children(verb.i)):
        return True
    if any(c.dep == "mark" and c.lower in ("if", "unless", "whether") for c in parse.children(verb.i)):
        return True
    if _no_evidence(parse, verb):
        return True
    up = parse.tokens[verb.head]
    return (
        verb.dep in ("xcomp", "ccomp", "acl") and verb.i != up.i and up.lemma in THREATENS and _infinitive(parse, verb)
    )


def _infinitive(parse: Parse, verb: Token) -> bool:
    return verb.tag == "VB" and any(c.lower == "to" for c in parse.children(verb.i))


def hedged(parse: Parse, *tokens: Token) -> bool:
    """True where doubt is put on any of these words, or on the clause above: "suspected", "may have", "believed to"."""
    for token in tokens:
        for child in parse.children(token.i):
            if child.lower in HEDGES and child.tag != "VBD":
                return True
            if child.dep == "aux" and child.lower in MAYBE:
                return True
        if token.lower in HEDGES and token.dep in ("amod", "advmod"):
            return True
        up = parse.tokens[token.head]
        if up.i == token.i:
            continue
        raised = token.dep in ("xcomp", "ccomp", "oprd", "acomp", "prep", "attr")
        if raised and (
            up.lemma in HEDGING_VERBS or up.lower in ("suspected", "believed", "thought", "likely", "supposed")
        ):
            return True
        if token.dep == "pcomp" and parse.tokens[up.head].lower == "suspected":
            return True
    return False


def saying(parse: Parse, verb: Token) -> Token | None:
    """The verb that reports this clause in the same sentence: "said" of "said it had fired"; None where none does."""
    at = verb
    for _ in range(8):
        up = parse.tokens[at.head]
        if up.i == at.i:
            break
        if at.dep == "pcomp" and up.dep == "prep":  # "admitted to having killed"
            at, up = up, parse.tokens[up.head]
            if up.lemma in ("admit", "confess", "own"):
                return up
        if up.lemma in SPEECH and up.pos in ("VERB", "AUX"):
            held = at.dep in ("ccomp", "parataxis", "xcomp", "pcomp") or (at.dep == "prep" and at.lower == "as")
            held = held or _told_with(parse, at) is not None
            held = held or (up.lemma in ("admit", "deny", "acknowledge", "confess") and _having(parse, at))
            if held and not _said_of(parse, up):
                return up
        stated = (at.dep == "acl" and up.lemma in STATEMENTS) or (at.dep == "relcl" and up.lower == "time")
        cleft = at.dep == "relcl" and up.dep == "attr"
        if at.dep in ("relcl", "acl") and at.i != verb.i and not stated and not cleft:
            return None
        at = up
        beside = _inserted(parse, at)
        if beside is not None:
            return beside
        if stated:
            for above in parse.ancestors(at.i):
                if above.lemma in SPEECH:
                    return above
    return _inserted(parse, verb)


def _having(parse: Parse, verb: Token) -> bool:
    """True for "having set off bombs", parted by a comma from the "admitted" before."""
    return verb.dep == "advcl" and any(c.lower == "having" and c.dep == "aux" for c in parse.children(verb.i))


def _said_of(parse: Parse, verb: Token) -> bool:
    """True for "is believed to", "widely thought to": nobody is named who says so."""
    below = parse.children(verb.i)
    if any(c.dep in ("nsubjpass", "auxpass") for c in below):
        return True
    return verb.tag == "VBN" and not any(c.dep == "aux" for c in below)


def _inserted(parse: Parse, verb: Token) -> Token | None:
    """A short "the army said" put inside or after the clause that it reports."""
    for child in parse.children(verb.i):
        if child.dep not in ("ccomp", "parataxis", "advcl", "conj") or child.lemma not in SPEECH:
            continue
        below = parse.children(child.i)
        if child.dep == "conj" and not _said_last(parse, verb, child):
            continue
        voice = next((c for c in below if c.dep == "nsubj"), None)
        spoken = voice is not None and not any(c.dep in ("mark", "advmod") and c.i < child.i for c in below)
        if voice is not None and spoken and len(parse.subtree(voice.i)) <= _LONG_VOICE:
            return child
    return None


def _said_last(parse: Parse, verb: Token, said: Token) -> bool:
    """True for "the army killed six, its staff announced", which the parser takes for two clauses joined."""
    below = parse.children(said.i)
    first = min((t.i for t in parse.subtree(said.i) if t.pos != "PUNCT"), default=said.i)
    joined = any(c.dep == "cc" and c.i < said.i for c in parse.children(verb.i) if c.i > first - 3)
    held = any(c.dep in ("dobj", "ccomp", "xcomp", "prep") and c.lower != "on" for c in below)
    return not joined and not held and first > 0 and parse.tokens[first - 1].text == ","


def according(parse: Parse, verb: Token) -> Token | None:
    """The noun of "according to ..." beside this verb or above it; None where there is none."""
    at = verb
    for _ in range(4):
        for child in parse.children(at.i):
            if child.lower == "according":
                for to in parse.children(child.i):
                    if to.lower == "to":
                        return next((c for c in parse.children(to.i) if c.dep == "pobj"), None)
        if at.head == at.i:
            return None
        at = parse.tokens[at.head]
    return None


def counted(parse: Parse, noun: Token) -> Token:
    """The noun behind a count or a crowd: "settlers" of "hundreds of settlers"; the noun itself elsewhere."""
    if noun.lemma.lower() not in COUNTS:
        return noun
    of = next((c for c in parse.children(noun.i) if c.lower == "of" and c.dep == "prep"), None)
    behind = next((c for c in parse.children(of.i) if c.dep == "pobj"), None) if of is not None else None
    return behind if behind is not None else noun


def left_of(parse: Parse, first: int, most: int = 4) -> list[Token]:
    """The words right before token `first`, back to a verb or a mark: where a noun's "suspected" stands."""
    found: list[Token] = []
    for i in range(first - 1, max(parse.sentences[parse.tokens[first].sentence].first, first - most) - 1, -1):
        token = parse.tokens[i]
        if token.text in (",", ";", ":", ".") or token.tag in ("VBD", "VBZ", "VBP") or token.pos == "ADP":
            break
        found.append(token)
    return found


def span_of(parse: Parse, *tokens: Token) -> Span:
    """The words from the first of these tokens to the last, at most LONGEST characters around the first token."""
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    while first < last and parse.tokens[last].end - parse.tokens[first].start > LONGEST:
        if last > tokens[0].i:
            last -= 1
        else:
            first += 1
    return parse.span(first, last + 1)


def clause(parse: Parse, verb: Token, *needed: Token) -> Span:
    """The words of a verb's clause, and of these tokens: subject to object, without what else is strung to it."""
    kept = [verb, *needed]
    loose = ("punct", "cc", "conj", "ccomp", "advcl", "parataxis", "mark", "relcl")
    for child in parse.children(verb.i):
        if child.dep not in loose or (child.dep == "ccomp" and verb.pos == "VERB" and verb.lemma in SPEECH):
            below = parse.subtree(child.i)
            kept.extend((below[0], below[-1]))
    sentence = parse.sentences[verb.sentence]
    kept = [t for t in kept if sentence.first <= t.i < sentence.last]
    found = sorted({t.i for t in kept})
    while found and parse.tokens[found[-1]].pos == "PUNCT":
        found.pop()
    whole = span_of(parse, verb, *(parse.tokens[i] for i in found))
    if len(whole) < LONGEST:
        return whole
    return span_of(parse, verb, *needed)
