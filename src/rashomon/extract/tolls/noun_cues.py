"""Nouns and states that tell of casualties: tolls, deaths, bodies, the dead, the dying, the lost, those under care."""

from collections.abc import Sequence

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.numbers import whole_number
from rashomon.extract.tolls.verb_cues import is_passive, object_follows, objects, passive_subjects
from rashomon.records import About, Parse, Token

_words = lexicon.words
_DIES = _words(
    "die dies died dying perish perishes perished succumb succumbs succumbed drown drowned suffocated expired"
)
_NOMINAL = _words("dead deceased killed wounded injured slain fallen hurt martyred")
# What follows "the dead" where a number is put on it.
_PUT = _words(
    "at numbered number was were is are included include including to stood reached as : now has have exceeded"
)
_FORCES = _words(
    "we they army navy marines battalion brigade regiment company unit column patrol convoy side force forces militia "
    "police guerrillas squad platoon"
)
_BE = _words("was were been are is being")
_HARMS = _words("bruises bruising cuts lacerations concussion concussions fracture fractures eardrum eardrums")
_STATED = _words("be have report say set give list go count fall take")
_RECKONED = _words("body death casualty fatality")
_LABELS = (lexicon.DEATHS | lexicon.INJURIES | lexicon.COMBINED) - _words("martyr martyrs") | _NOMINAL
_CONDITIONS = ("critical condition", "serious condition", "critical state", "intensive care", "stable condition")
_GRAVE = (
    "grave state",
    "grave condition",
    "severe condition",
    "serious state",
    "critical conditions",
    "moderate condition",
)
_CARED = _words("be remain take rush admit bring evacuate stay send transfer land end carry")
_VAGUELY = _words("a an large small growing unknown undisclosed unspecified great")
_PUTTING = _words("put give reckon estimate set place count calculate")
_PUTTING_REACH = 6  # tokens between the verb and "dead", and from there to the figure
_LONGEST_NUMBER_OF = 9  # tokens in "the number of people known to have been killed"


FIRST_WORDS = (
    _words(
        "count tally number figure total estimate estimates victims fatalities deaths injuries dead deceased losses "
        "lifeless "
        "martyr martyrs remains loss lost losing taken buried bury burying critical operated operating "
        "in with under to from"
    )
    | lexicon.TOLL
    | lexicon.COUNTED
    | _LABELS
    | _NOMINAL
    | _DIES
)
FIRST_LEMMAS = _words("claim cost take lose sustain suffer receive treat admit")


def toll_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "death toll", "the dead", "the wounded", "number of people killed": a number is put on it, after it."""
    token, word = tokens[at], tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in lexicon.TOLL:
        about = About.WOUNDED if before in ("injury", "wounded", "injured") else About.KILLED
        first = token.i - 1 if before in ("death", "casualty", "injury", "killed") else token.i
        return Cue(first, token.i + 1, token.i, about, Side.AFTER, Shape.TOLL, before == "casualty")
    if word in ("count", "tally") and before in _RECKONED:
        return Cue(token.i - 1, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.TOLL, before == "casualty")
    if word in ("number", "figure", "count", "total", "tally", "estimate", "estimates") and before not in _VAGUELY:
        if after in ("of", "for"):
            return _number_of(tokens, at)
        if word == "number" and after in _NOMINAL:
            return Cue(token.i, token.i + 2, token.i, _nominal(after), Side.AFTER, Shape.TOLL)
    listed = word in ("victims", "fatalities") and after in ("included", "include", "were", "are", "at", "number")
    labels = after in (":", "-", "–", "—", "=") and whole_number(_lower(tokens, at + 2)) is not None
    if word in _LABELS and labels and whole_number(before) is None and before not in _BE:
        return Cue(token.i, token.i + 1, token.i, _nominal(word), Side.AFTER, Shape.TOLL, word in lexicon.COMBINED)
    governor = parse.tokens[token.head]
    counted = token.dep == "nsubj" and governor.i > token.i and governor.lemma in lexicon.COUNTING | lexicon.RISING
    put = token.dep in ("nsubj", "nsubjpass") and governor.i > token.i and governor.lemma in lexicon.COUNTING
    if word in ("fatalities", "deaths", "injuries") and put and governor.lemma not in _STATED and before in ("", "the"):
        return Cue(token.i, token.i + 1, token.i, _nominal(word), Side.AFTER, Shape.TOLL)
    figure = _with_figure(tokens, at)
    if figure is not None:
        return figure
    own = before in ("own", "its", "their", "our") and word in _NOMINAL and after == "at"
    if (word in _NOMINAL or listed) and (own or before in ("the", "those")) and (after in _PUT or counted):
        if _lower(tokens, at - 2) in ("of", "among", "amongst", "with", "to"):
            return None
        return Cue(token.i - 1, token.i + 1, token.i, _nominal(word), Side.AFTER, Shape.TOLL)
    return None


def _with_figure(tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of "the wounded number 132", "put its losses at three", "gave its own dead as eight"."""
    token, word = tokens[at], tokens[at].lower
    numbered = _lower(tokens, at - 1) == "the" and _lower(tokens, at + 1) == "number"
    if word in _NOMINAL and numbered and whole_number(_lower(tokens, at + 2)) is not None:
        return Cue(token.i - 1, token.i + 2, token.i, _nominal(word), Side.AFTER, Shape.TOLL)
    if word in _NOMINAL | _LABELS | {"losses", "victims"} and _put_on(tokens, at):
        combined = word in lexicon.COMBINED
        return Cue(token.i, token.i + 1, token.i, _nominal(word), Side.AFTER, Shape.TOLL, combined)
    return None


def _put_on(tokens: Sequence[Token], at: int) -> bool:
    """True for "dead" in "put the enemy dead at 30" and "gave its own dead as eight"."""
    back = tokens[max(0, at - _PUTTING_REACH) : at]
    if not any(t.lemma in _PUTTING and t.pos == "VERB" for t in back):
        return False
    if any(t.pos == "NUM" or t.text in ",;:" for t in back):
        return False
    ahead = tokens[at + 1 : at + 1 + _PUTTING_REACH]
    for step, token in enumerate(ahead):
        if token.lower in ("at", "as") and step + 1 < len(ahead):
            return any(t.pos == "NUM" for t in ahead[step + 1 : step + 4])
        spans = token.pos == "NUM" and step + 1 < len(ahead) and ahead[step + 1].pos == "NOUN"
        if token.text in ",;:" or token.pos == "VERB" or (token.pos == "NUM" and not spans):
            return False  # but "the dead of the two days at 31"
    return False


def _nominal(word: str) -> About:
    """What a word for people or harm tells of: "wounded", "injuries" of the wounded, any other of the dead."""
    return About.WOUNDED if word in lexicon.HURT_ADJECTIVES | lexicon.INJURIES else About.KILLED


def _lower(tokens: Sequence[Token], at: int) -> str:
    """The word at this place, in lower case; "" outside of the sentence."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _number_of(tokens: Sequence[Token], at: int) -> Cue | None:
    """ "the number of (people) killed", "the number of the wounded", "the total number of deaths"."""
    for step in range(at + 2, min(at + _LONGEST_NUMBER_OF, len(tokens))):
        word = tokens[step].lower
        if tokens[step].text in ",.;:" or whole_number(word) is not None:
            return None
        if word in _NOMINAL or word in lexicon.COUNTED or word == "victims":
            about = _nominal(word)
            more = tokens[step + 2].lower if step + 2 < len(tokens) and tokens[step + 1].lower in ("or", "and") else ""
            combined = word in lexicon.COMBINED or more in _NOMINAL
            return Cue(tokens[at].i, tokens[step].i + 1, tokens[at].i, about, Side.AFTER, Shape.TOLL, combined)
    return None


def state_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "dead", "deceased", "died", "perished"."""
    token, word = tokens[at], tokens[at].lower
    following = [t.lower for t in tokens[at + 1 : at + 3]]
    if word in _DIES and token.pos not in ("NOUN", "ADJ"):
        subjects = passive_subjects(parse, token)
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.DIES, False, subjects)
    before = tokens[at - 1].lower if at else ""
    played = before == "for" or (at > 0 and tokens[at - 1].lemma in ("play", "feign", "sham"))  # "played dead"
    named = (
        played
        or before in ("the", "among", "or", "of", "those")
        or following[:1] in (["bodies"], ["body"], ["sea"], ["end"])
    )
    if word in ("dead", "deceased", "lifeless") and not named:
        subjects = _state_subjects(parse, token)
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.STATE, False, subjects)
    return None


def _state_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    """Those of whom "dead" is said: the subject of its verb, or the noun before it."""
    governor = _told_of(parse, parse.tokens[token.head])
    if governor.pos in ("VERB", "AUX"):
        children = [c for c in parse.children(governor.i) if c.i < token.i]
        near = [c.i for c in children if c.dep in ("dobj", "nsubjpass", "nsubj") and c.i != token.i]
        if governor.lemma in ("leave", "find", "report"):
            near = [c.i for c in children if c.dep == "nsubjpass"] or [i for i in near if i > governor.i]
        return tuple(reversed(near))
    return (governor.i,) if governor.i < token.i and governor.pos in ("NOUN", "PROPN", "NUM") else ()


def noun_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "161 deaths", "the death of a child", "15 bodies", "injuries to three civilians", "30 casualties"."""
    token, word = tokens[at], tokens[at].lower
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = tokens[at - 1].lower if at else ""
    about = About.WOUNDED if word in lexicon.INJURIES else About.KILLED
    martyrs = word in ("martyr", "martyrs") and whole_number(before) is not None
    if word == "body" and before in ("'", "’"):
        return None  # "a students' body" is a union of them
    if word == "remains" and after == "of" and token.tag == "NNS":
        return Cue(token.i, token.i + 2, token.i, About.KILLED, Side.AFTER, Shape.OF, people_only=True)
    compound = at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS") and token.tag == "NN"  # "body bags"
    if not (word in lexicon.COUNTED or martyrs) or after == "toll" or compound:
        return None
    to_death = word == "death" and before == "to"
    counted = word in lexicon.BODIES and at > 0 and (whole_number(before) is not None or before in ("several", "more"))
    if counted and after == "of":
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.NOUN)  # "ten bodies of militants"
    if (after == "of" and word in lexicon.DEATHS | lexicon.BODIES | {"injury", "injuries"}) or (
        after in ("to", "on") and word in lexicon.INJURIES
    ):
        below = tuple(c.i for p in parse.children(token.i) if p.dep == "prep" for c in parse.children(p.i))
        return None if to_death else Cue(token.i, token.i + 2, token.i, about, Side.AFTER, Shape.OF, False, below)
    if to_death or (word in lexicon.INJURIES and before == "of") or word == "death":
        return None
    if before == "fatal":
        return Cue(token.i - 1, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.NOUN)
    return Cue(token.i, token.i + 1, token.i, about, Side.BEFORE, Shape.NOUN, word in lexicon.COMBINED)


def loss_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "we lost seven men", "the loss of 140 lives", "claimed 12 lives", "cost at least 60 lives"."""
    token = tokens[at]
    takes = (token.lemma in ("claim", "cost", "take") and token.pos in ("VERB", "NOUN")) or token.lower == "loss"
    if takes and [t.lower for t in tokens[at + 1 : at + 4]] in (["the", "lives", "of"], ["the", "life", "of"]):
        return Cue(token.i, token.i + 4, token.i, About.KILLED, Side.AFTER, Shape.OF)
    if takes and [t.lower for t in tokens[at + 1 : at + 3]] == ["lives", "of"]:
        return Cue(token.i, token.i + 3, token.i, About.KILLED, Side.AFTER, Shape.OF)
    if token.lower == "loss" and [t.lower for t in tokens[at + 1 : at + 2]] == ["of"] and tokens[at - 1].lower != "no":
        return Cue(token.i, token.i + 2, token.i, About.KILLED, Side.AFTER, Shape.OF, people_only=True)
    if token.lower in ("lost", "taken") and token.pos == "VERB" and is_passive(parse, tokens, at, at + 1):
        return _lives_lost(parse, tokens, at)
    buries = token.lower in ("buried", "bury", "burying") and token.pos == "VERB" and object_follows(tokens, at + 1)
    if token.lower in ("lost", "losing", "buried") and _bare_loss(parse, tokens, at):
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.OF)
    lives = takes and any(t.lower in ("lives", "life") for t in tokens[at + 1 : at + 10])
    if (token.lemma == "lose" and token.pos == "VERB") or lives or buries:
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.LOSES, False, objects(parse, token))
    return None


def _bare_loss(parse: Parse, tokens: Sequence[Token], at: int) -> bool:
    """True for "we lost seven" and "the navy lost 18 in an attack": fighters and a bare figure."""
    subjects = [c for c in parse.children(tokens[at].i) if c.dep == "nsubj"]
    forces = any(
        c.lower in _FORCES or c.lemma in lexicon.PEOPLE or c.pos == "PROPN" or c.ent in ("ORG", "NORP")
        for c in subjects
    )
    forces = forces or (tokens[at].lower == "losing" and not subjects)
    step = at + 1
    while step < len(tokens) and (
        whole_number(tokens[step].lower) is not None or tokens[step].lower in ("at", "least", "about")
    ):
        step += 1
    ends = _lower(tokens, step) in ("", ".", ",", ";", "in", "when", "on", "and", "during")
    return forces and ends and step > at + 1 and whole_number(tokens[step - 1].lower) is not None


def _lives_lost(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "Six lives were lost": the lives stand before; None where something else is lost."""
    if not any(t.lower == "lives" for t in tokens[max(0, at - 5) : at]):
        return None
    token = tokens[at]
    subjects = passive_subjects(parse, token)
    return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.BEFORE, Shape.PASSIVE, False, subjects)


def care_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """ "in critical condition", "under treatment for injuries", "were in hospital", "treated five civilians"."""
    token = tokens[at]
    length = _care_length(parse, tokens, at)
    suffered = token.lemma in ("sustain", "suffer", "receive") and token.pos == "VERB"
    hurt = (
        [n for n, t in enumerate(_to_comma(tokens[at + 1 : at + 9]), 1) if t.lower in lexicon.INJURIES | _HARMS]
        if suffered
        else []
    )
    if hurt and any(t.lower == "with" for t in tokens[at + 1 : at + hurt[0]]):
        below = objects(parse, token)  # "received 23 people with bullet wounds"
        return Cue(token.i, token.i + 1, token.i, About.WOUNDED, Side.AFTER, Shape.ACTIVE, False, below)
    if hurt:
        below = passive_subjects(parse, token)
        fatal = _lower(tokens, at + hurt[0] - 1) in ("fatal", "mortal", "lethal")
        about = About.KILLED if fatal else About.WOUNDED
        return Cue(token.i, token.i + 1 + hurt[0], token.i, about, Side.BEFORE, Shape.DIES, False, below)
    ends = _lower(tokens, at + 1) in ("", ".", ",", ";", "and", "but")
    if token.lower == "critical" and ends and _lower(tokens, at - 1) in ("are", "is", "were", "was", "remain", "as"):
        subjects = _care_subjects(parse, token)
        return Cue(token.i, token.i + 1, token.i, About.WOUNDED, Side.BEFORE, Shape.STATE, False, subjects)
    if length:
        subjects = _care_subjects(parse, token)
        return Cue(token.i, token.i + 1 + length, token.i, About.WOUNDED, Side.BEFORE, Shape.STATE, False, subjects)
    if token.lower in ("operated", "operating") and _lower(tokens, at + 1) == "on":
        return Cue(token.i, token.i + 2, token.i, About.WOUNDED, Side.AFTER, Shape.OF, people_only=True)
    if token.lemma in ("treat", "admit") and token.pos == "VERB":
        if [t.lower for t in tokens[at + 1 : at + 3]] == ["for", "shock"]:
            return None
        if token.lemma == "admit" and (at == 0 or tokens[at - 1].lower not in ("were", "was", "been", "being")):
            return None
        if is_passive(parse, tokens, at, at + 1):
            below = passive_subjects(parse, token)
            return Cue(token.i, token.i + 1, token.i, About.WOUNDED, Side.BEFORE, Shape.STATE, False, below)
        if object_follows(tokens, at + 1):
            return Cue(
                token.i, token.i + 1, token.i, About.WOUNDED, Side.AFTER, Shape.ACTIVE, False, objects(parse, token)
            )
    return None


def _to_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    return tokens[: next((n for n, t in enumerate(tokens) if t.text in ",;:"), len(tokens))]


def _care_length(parse: Parse, tokens: Sequence[Token], at: int) -> int:
    """How many tokens after the preposition at this place tell that people are hurt; 0 where none do."""
    word = tokens[at].lower
    following = [t.lower for t in tokens[at + 1 : at + 5]]
    if word not in ("in", "with", "under", "to", "from") or not following:
        return 0
    article = 1 if following[0] in ("a", "an", "the") else 0
    if word == "in" and " ".join(following[article : article + 2]) in (*_CONDITIONS, *_GRAVE):
        return article + 2
    if word in ("with", "from"):
        hurt = [n for n, w in enumerate(following, 1) if w in lexicon.INJURIES]
        return (
            hurt[0]
            if hurt
            and not any(w in _NOMINAL for w in following[: hurt[0]])
            and parse.tokens[tokens[at].head].lemma not in ("die", "succumb")
            else 0
        )
    if word == "under":
        return 1 if following[0] in ("treatment", "care") else 0
    hospital = following[article] in ("hospital", "hospitals") if len(following) > article else False
    return article + 1 if hospital and parse.tokens[tokens[at].head].lemma in _CARED else 0


def _care_subjects(parse: Parse, token: Token) -> tuple[int, ...]:
    governor = _told_of(parse, parse.tokens[token.head])
    below = [c.i for c in parse.children(governor.i) if c.dep in ("nsubj", "nsubjpass", "dobj") and c.i < token.i]
    own = (governor.i,) if governor.pos in ("NOUN", "NUM", "PROPN") else ()
    return tuple(reversed(below)) or own


def _told_of(parse: Parse, governor: Token) -> Token:
    """The verb that has the subject: the first of a chain ("was found and remained in critical condition")."""
    while governor.dep == "conj" and parse.tokens[governor.head].pos in ("VERB", "AUX") and governor.head != governor.i:
        if any(c.dep in ("nsubj", "nsubjpass", "dobj") for c in parse.children(governor.i)):
            break
        governor = parse.tokens[governor.head]
    return governor
