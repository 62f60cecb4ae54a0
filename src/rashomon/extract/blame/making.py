"""What the constructions of blame share: who a noun stands for, what stands around a verb, and the candidate itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, can_act, noun_lemma, same_side
from rashomon.extract.blame.clause import clause, saying, subject
from rashomon.extract.blame.lexicon import LEADERS, SPEECH, STATEMENTS, words
from rashomon.extract.blame.register import ROLES
from rashomon.records import About, ActorExpression, ActorKind, Parse, Stance, Token

AUTHORITY = "an official of the report's country"
PRONOUNS = words("it they we he she i")
_UNITS = words("column front brigade faction cell commando squad gang cartel clan wing militia battalion group branch")
_ARTICLES = words("the los las les")
_ISSUES = words("issue release publish post send distribute put sign attribute carry circulate make")
_RELATIVE = words("which who whom that")
_SOMEBODY = words("caller man woman somebody someone person")
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA, ActorKind.COALITION)
_PERSONS = words("he she i him her")
_SIDE_NOUNS = words(
    """movement party body union community clan tribe mission committee council congress league association network band
    organisation organization outfit fighter rebel militant insurgent guerrilla separatist gang alliance side force
    opposition resistance herder"""
)
_OFFICES = words("staff ministry command headquarters army military police spokesman media panel office")
_ONLOOKERS = words(
    """people resident villager witness relative neighbour neighbor survivor local eyewitness bystander farmer trader
    student parent family doctor medic nurse worker teacher passenger driver monk priest elder refugee monitor observer
    investigator analyst expert lawyer prosecutor journalist reporter activist campaigner shopkeeper hospital"""
)
_FIGHTING = words("fighter rebel militant insurgent guerrilla separatist gang movement resistance")
_SIDE_WORDS = words("side party country nation government army state neighbour neighbor rival group movement gang")
_OF_TWO = ("both", "two", "neither", "warring", "rival", "opposing")
_MOST = 400  # words before that are looked through, so that no odd text takes long
_FAR = 6  # sentences before in which "the two sides" are looked for
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
    found = cast.behind(_its_leader(cast, noun) or cast.speaks_for(noun))
    told = cast.people.introduced(noun, cast.parse) if found is None else None
    return found or (_its_leader(cast, told) or cast.speaks_for(told) if told is not None else None)


def meant(cast: Cast, noun: Token) -> Token:
    """The noun that introduced the person of a pronoun, a surname or a bare office; the noun itself elsewhere."""
    voice = _voice_before(cast, noun) if noun.lower in PRONOUNS | _PERSONS else noun
    return (cast.people.introduced(voice, cast.parse) or voice) if voice is not None else noun


def authority(cast: Cast, noun: Token | None) -> ActorExpression | None:
    """`party`, an official of nobody said being one of the state that the report is about: "the defence minister"."""
    found = party(cast, noun)
    if found is not None or noun is None or not cast.official_of(meant(cast, noun)):
        return found
    home = cast.home(noun)
    return replace(home, rule=AUTHORITY) if home is not None else None


def own_party(cast: Cast, noun: Token | None, *, fighters: bool = False) -> ActorExpression | None:
    """The side of one who speaks of its own part, under the report's words where no list knows it.

    "The River Committee said it had no part", "a spokesman for the river movement denied that its members had".
    fighters: only of those who are armed by the word for them ("resistance fighters said they had"), or lead others.
    """
    found = party(cast, noun)
    if found is not None or noun is None:
        return found
    head = meant(cast, noun)
    owner = _whose(cast.parse, head)
    head = owner or head
    if head.lower in PRONOUNS or head.ent == "PERSON" or not _sides_with(head):
        return None
    if fighters and owner is None and head.lemma.lower() not in _FIGHTING | _UNITS:
        return None
    found = cast.named_by(head)
    if found is not None:
        return found
    first = head.i
    while first > cast.parse.sentences[head.sentence].first and _describes(cast.parse.tokens[first - 1], head):
        first -= 1
    if first == head.i and head.pos != "PROPN":
        return None
    span = cast.parse.span(first, head.i + 1)
    return ActorExpression(span, None, span.quote, ActorKind.ARMED_GROUP, "named by the construction")


def _whose(parse: Parse, noun: Token) -> Token | None:
    """For whom an office or a leader speaks: "the river movement" of "a spokesman for the river movement"."""
    for one in (noun, *(c for c in parse.children(noun.i) if c.dep == "appos")):
        if one.lemma.lower() not in ROLES:
            continue
        beside = [c for c in parse.children(one.i) if c.dep in ("poss", "compound")]
        owners = [*after(parse, one, "for", "of"), *(c for c in beside if c.dep == "poss" or c.ent in ("ORG", "NORP"))]
        found = next((o for o in owners if o.pos in ("NOUN", "PROPN") and o.ent != "PERSON"), None)
        if found is not None:
            return found
    return None


def _sides_with(head: Token) -> bool:
    """True for nouns of those who can be a side: a body or a people by its name, or a word for a group."""
    if head.lemma.lower() in _SIDE_NOUNS | _UNITS:
        return True
    return head.pos == "PROPN" and head.ent in ("ORG", "NORP", "") and head.lemma.lower() not in ROLES


def _describes(token: Token, head: Token) -> bool:
    return token.pos in ("PROPN", "ADJ", "NOUN", "NUM") and head.i - token.i <= 6 and token.ent not in ("DATE", "TIME")


def parties(cast: Cast, noun: Token) -> list[tuple[ActorExpression | None, Token]]:
    """Those that a noun and what is joined to it stand for; "both" and "neither" stand for the last two told."""
    if noun.lower in _PAIR and not after(cast.parse, noun, "of"):
        return [(actor, noun) for actor in _last_told(cast, noun, 2)]
    if noun.lemma in _SIDE_WORDS and has(cast.parse, noun, *_OF_TWO) and cast.named_by(noun) is None:
        return [(actor, noun) for actor in _last_told(cast, noun, 2, _FAR)]
    if noun.lower == "latter":
        return [(actor, noun) for actor in _last_told(cast, noun, 1)]
    return [(authority(cast, one), one) for one in with_conjuncts(cast.parse, [noun])]


def _last_told(cast: Cast, before: Token, wanted: int, back: int = _BACK) -> list[ActorExpression]:
    """The last actors of different sides before, in its sentence and those before it."""
    first = max(before.i - _MOST, cast.parse.sentences[max(0, before.sentence - back)].first)
    found: list[ActorExpression] = []
    for i in range(before.i - 1, first - 1, -1):
        actor = cast.by_token.get(i)
        if actor is not None and can_act(actor) and not any(same_side(actor, other) for other in found):
            found.append(actor)
            if len(found) == wanted:
                return found
    return []


def quoted(cast: Cast, we: Token) -> Token | None:
    """Who is quoted where "we" or "our" stands in a sentence that nobody is told to say."""
    sentences, paragraph = cast.parse.sentences, cast.parse.sentences[we.sentence].paragraph
    near = [n for n in (we.sentence - 1, we.sentence + 1, we.sentence - 2) if 0 <= n < len(sentences)]
    for number in near:
        if sentences[number].paragraph == paragraph:
            voice = cast.people.voice_before(sentences[number].last, sentences[number].first)
            if voice is not None:
                return voice
    return None


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
        if noun_lemma(token) in LEADERS | _OFFICES and has(parse, token, "its", "their"):
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
    if before.lower == "they" and parse.tokens[before.head].lemma in SPEECH and _people_spoke(cast, before):
        return None
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


def _people_spoke(cast: Cast, they: Token) -> bool:
    """True where the last ones who spoke were people of no side: "they said", after "residents told"."""
    voice = _voice_before(cast, they)
    return voice is not None and voice.tag == "NNS" and voice.lemma.lower() in _ONLOOKERS


def _last_speaker(cast: Cast, before: Token) -> ActorExpression | None:
    """For whom "he" or "she" speaks: the last one who said something, at most 2 * _BACK sentences back."""
    voice = _voice_before(cast, before)
    return party(cast, voice)


def _voice_before(cast: Cast, before: Token) -> Token | None:
    sentences = cast.parse.sentences
    here = sentences[before.sentence].first
    return cast.people.voice_before(here, sentences[max(0, before.sentence - 2 * _BACK)].first)


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
