"""What the constructions of blame share: who a noun stands for, what stands around a verb, and the candidate itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, noun_lemma
from rashomon.extract.blame.clause import clause, saying, subject
from rashomon.extract.blame.lexicon import LEADERS, SPEECH, STATEMENTS, words
from rashomon.records import About, ActorExpression, ActorKind, Parse, Stance, Token

AUTHORITY = "an official of the report's country"
PRONOUNS = words("it they we he she i")
_UNITS = words("column front brigade faction cell commando squad gang cartel clan wing militia battalion group branch")
_ARTICLES = words("the los las les")
_ISSUES = words("issue release publish post send distribute put sign attribute carry circulate make")
_RELATIVE = words("which who whom that")
_SOMEBODY = words("caller man woman somebody someone person")
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA, ActorKind.COALITION)
_PERSONS = words("he she i")
_PAIR = words("both neither")
_BACK = 2  # sentences before in which a pronoun's owner is looked for


def make(
    cast: Cast,
    stance: Stance,
    actor: ActorExpression | None,
    trigger: Token,
    rule: str,
    speaker: Token | None = None,
    needed: Sequence[Token] = (),
) -> Iterator[Candidate]:
    """The candidate, unless nobody is named who can be an author. needed: tokens that its words must hold."""
    if actor is None or not can_act(actor):
        return
    speaking = party(cast, speaker) if speaker is not None else None
    span = clause(cast.parse, trigger, *needed)
    yield Candidate(About.PERPETRATOR, stance, actor, trigger, span, rule, speaker, speaking)


def party(cast: Cast, noun: Token | None) -> ActorExpression | None:
    """The actor that a noun or a pronoun stands for as somebody who speaks; None where it is nobody known."""
    if noun is None:
        return None
    if noun.lower in _SOMEBODY:
        return cast.inside(noun)
    if noun.lower == "latter":
        return next(iter(_last_told(cast, noun, 1)), None)
    if noun.lower in PRONOUNS | _RELATIVE:
        return last_subject(cast, noun)
    if noun_lemma(noun) in STATEMENTS:
        return _issuer(cast, noun)
    owner = _its_leader(cast, noun)
    return owner if owner is not None else cast.speaks_for(noun)


def authority(cast: Cast, noun: Token | None) -> ActorExpression | None:
    """`party`, an official of nobody said being one of the state that the report is about: "the defence minister"."""
    found = party(cast, noun)
    if found is not None or noun is None or not cast.official_of(noun):
        return found
    home = cast.home(noun)
    return replace(home, rule=AUTHORITY) if home is not None else None


def parties(cast: Cast, noun: Token) -> list[tuple[ActorExpression | None, Token]]:
    """Those that a noun and what is joined to it stand for; "both" and "neither" stand for the last two told."""
    if noun.lower in _PAIR and not after(cast.parse, noun, "of"):
        return [(actor, noun) for actor in _last_told(cast, noun, 2)]
    if noun.lower == "latter":
        return [(actor, noun) for actor in _last_told(cast, noun, 1)]
    return [(authority(cast, one), one) for one in with_conjuncts(cast.parse, [noun])]


def _last_told(cast: Cast, before: Token, wanted: int) -> list[ActorExpression]:
    """The last different actors before, in its sentence and the two before it."""
    first = cast.parse.sentences[max(0, before.sentence - _BACK)].first
    found: dict[str, ActorExpression] = {}
    for i in range(before.i - 1, first - 1, -1):
        actor = cast.by_token.get(i)
        if actor is not None and can_act(actor) and len(found) < wanted:
            found.setdefault(actor.name, actor)
    return list(found.values()) if len(found) == wanted else []


def _issuer(cast: Cast, statement: Token) -> ActorExpression | None:
    """Whose statement it is: told beside it, else by whoever issues it, else of the last who could have issued one."""
    parse = cast.parse
    found = cast.speaks_for(statement)
    if found is not None:
        return found
    inside = (t for t in parse.subtree(statement.i) if 0 < t.i - statement.i <= 9 and t.dep in ("pobj", "agent"))
    named = next((cast.by_token[t.i] for t in inside if t.i in cast.by_token), None)
    if named is not None:
        return named
    verb = parse.tokens[statement.head]
    if statement.dep == "dobj" and verb.lemma in _ISSUES:
        doer = subject(parse, verb)
        return party(cast, doer) if doer is not None and doer.lemma not in STATEMENTS else None
    return last_subject(cast, statement) if len(parse.children(statement.i)) <= 1 else None


def _its_leader(cast: Cast, noun: Token) -> ActorExpression | None:
    """The group whose "its leader", "its spokesman" somebody is."""
    parse = cast.parse
    near = [noun, *(c for c in parse.children(noun.i) if c.dep in ("appos", "compound", "nmod"))]
    for token in near:
        if noun_lemma(token) in LEADERS and has(parse, token, "its", "their"):
            return last_subject(cast, token)
    led = any(c.lower in ("its", "their") for c in parse.children(noun.i)) and any(
        noun_lemma(t) in LEADERS for t in near
    )
    return last_subject(cast, noun) if led else None


def named_here(cast: Cast, noun: Token | None) -> ActorExpression | None:
    """An actor that nobody listed and the words introduce: whatever proper name claims responsibility is an actor.

    None where the noun is no proper name, or names a person or a place.
    """
    if noun is None or (noun.pos != "PROPN" and noun.lemma not in _UNITS):
        return None
    parse, first = cast.parse, noun.i
    if noun.pos != "PROPN":
        while first > parse.sentences[noun.sentence].first and _in_name(parse, first - 1, noun.i):
            first -= 1
        if first == noun.i:
            return None
        span = parse.span(first, noun.i + 1)
        return ActorExpression(span, None, span.quote, ActorKind.ARMED_GROUP, "named by the construction")
    shortened = parse.text[noun.end : noun.end + 2] == " ("  # "the Long Name (LN)" is no person
    article = any(t.lower in _ARTICLES for t in parse.tokens[max(0, first - 5) : first])  # "the Reds", "Los Rojos"
    close = parse.tokens[max(0, first - 1)].lower in _ARTICLES and noun.ent != "GPE"  # "the Khawarij"
    person = noun.ent in ("PERSON", "GPE", "NORP") and not close and not (article and noun.lower.endswith("s"))
    if (person or noun.ent in ("LOC", "FAC", "DATE")) and not shortened:
        return None
    while first > parse.sentences[noun.sentence].first and _in_name(parse, first - 1, noun.i):
        first -= 1
    span = parse.span(first, noun.i + 1)
    return ActorExpression(span, None, span.quote, ActorKind.ARMED_GROUP, "named by the construction")


def _in_name(parse: Parse, i: int, noun: int) -> bool:
    token = parse.tokens[i]
    joined = token.text in ("-", "'s") and parse.tokens[i - 1].pos == "PROPN"
    return joined or (token.pos == "PROPN" and token.text[0].isupper() and noun - i <= 8)


def accused(cast: Cast, noun: Token) -> ActorExpression | None:
    """The actor that a noun names as somebody accused, also far inside it ("sleeper cells inspired by the ADF")."""
    parse = cast.parse
    if noun.lower in _RELATIVE:
        verb = next((t for t in parse.ancestors(noun.i) if t.dep == "relcl"), None)
        return cast.named_by(parse.tokens[verb.head]) if verb is not None else None
    found = cast.named_by(noun)
    if found is not None:
        return found
    below = (t.i for t in parse.subtree(noun.i) if 0 < t.i - noun.i <= 6)
    return next((cast.by_token[i] for i in below if i in cast.by_token), None)


def last_subject(cast: Cast, before: Token) -> ActorExpression | None:
    """The actor that a pronoun at `before` stands for: the last subject that names one, in its sentence or two before.

    "It" and "they" are no spokesman: subjects that name an actor themselves come first, then groups named anywhere.
    """
    parse = cast.parse
    if before.lower in _PERSONS:
        return _last_speaker(cast, before)
    first = parse.sentences[max(0, before.sentence - _BACK)].first
    reach = [parse.tokens[i] for i in range(before.i - 1, first - 1, -1)]
    subjects = [t for t in reach if t.dep in ("nsubj", "nsubjpass") and t.pos in ("NOUN", "PROPN", "ADJ")]
    named = (cast.by_token[t.i] for t in subjects if t.i in cast.by_token)
    found = next((a for a in named if can_act(a)), None)
    if found is not None:
        return found
    groups = (cast.by_token[t.i] for t in reach if t.i in cast.by_token)
    found = next((a for a in groups if a.kind in _GROUPS), None)
    return found or next((a for t in subjects if (a := cast.speaks_for(t)) is not None), None)


def _last_speaker(cast: Cast, before: Token) -> ActorExpression | None:
    """For whom "he" or "she" speaks: the last one who said something, at most 2 * _BACK sentences back."""
    parse = cast.parse
    here = parse.sentences[before.sentence].first
    first = parse.sentences[max(0, before.sentence - 2 * _BACK)].first
    for i in range(here - 1, first - 1, -1):
        token = parse.tokens[i]
        if token.dep == "nsubj" and token.pos in ("NOUN", "PROPN") and parse.tokens[token.head].lemma in SPEECH:
            return cast.speaks_for(token)
    return None


def voice_of(cast: Cast, verb: Token) -> tuple[Token | None, Token | None]:
    """The verb that reports this clause, and the noun of who speaks; None where the sentence does not tell."""
    report = saying(cast.parse, verb)
    return report, subject(cast.parse, report) if report is not None else None


def objects(parse: Parse, verb: Token) -> list[Token]:
    """The objects of a verb."""
    return [c for c in parse.children(verb.i) if c.dep in ("dobj", "oprd", "attr")]


def after(parse: Parse, token: Token, *prepositions: str) -> list[Token]:
    """The nouns after one of these prepositions below a token."""
    return [
        noun
        for child in parse.children(token.i)
        if child.lower in prepositions and child.dep in ("prep", "agent", "dative", "prt")
        for noun in parse.children(child.i)
        if noun.dep in ("pobj", "pcomp")
    ]


def with_conjuncts(parse: Parse, nouns: Sequence[Token]) -> list[Token]:
    """The nouns, each followed by those joined to it by "and", "or", "nor"."""
    return [n for noun in nouns for n in (noun, *(c for c in parse.children(noun.i) if c.dep == "conj"))]


def has(parse: Parse, token: Token, *lowers: str) -> bool:
    """True where one of these words stands right below a token."""
    return any(c.lower in lowers for c in parse.children(token.i))
