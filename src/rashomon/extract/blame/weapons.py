"""Whose weapon it was: "planes believed to be Russian", "the shells came from their lines", "died under X shells"."""

from collections.abc import Iterator

from rashomon.extract.blame.candidate import Candidate
from rashomon.extract.blame.cast import Cast, is_act, noun_lemma, same_side
from rashomon.extract.blame.clause import hedged, negated, passive, subject
from rashomon.extract.blame.lexicon import WEAPONS, words
from rashomon.extract.blame.making import after, make, party, voice_of
from rashomon.records import Parse, Stance, Token

_SUPPOSED = words("believe think suspect presume suppose say report know")
_POSITIONS = words("position side line trench base camp post lines battery territory unit")
_DIES = words("die kill wound injure hurt perish fall lose slay martyr")
_CLASHES = words("shootout gunfight gunbattle firefight encounter shoot-out battle exchange clash")
_SHOTS = words("round shot volley")
_RULED = words("held controlled occupied ruled")  # "came from a district held by X"
_COMES = words("come originate fly emanate")
_TRIPS = words("hit strike trigger detonate step drive run tread")
_LAID = words("mine ied landmine bomb booby-trap minefield device")
_SENT = words("fire launch shoot lob send")  # "were fired from Northern positions"


def weapons(cast: Cast) -> Iterator[Candidate]:
    """The statements on whose weapon it was, in the order of the text."""
    for token in cast.parse.tokens:
        if token.lemma == "be":
            yield from _weapon_was(cast, token)
        elif token.lemma == "belong" and token.tag.startswith("VB"):
            yield from _belonged(cast, token)
        elif (token.lemma in _COMES and token.tag.startswith("VB")) or (
            token.lemma in _SENT and passive(cast.parse, token)
        ):
            yield from _came_from(cast, token)
        if token.lemma in _TRIPS and token.tag.startswith("VB"):
            yield from _tripped(cast, token)
        if token.lemma in _DIES and token.tag.startswith("VB"):
            yield from _died_under(cast, token)


def _holder(parse: Parse, verb: Token) -> tuple[Token | None, bool]:
    """What a "be" or a "belong" speaks of, and whether that is only believed: "a drone, thought to be Israeli"."""
    up = parse.tokens[verb.head]
    if up.lemma not in _SUPPOSED or verb.dep not in ("xcomp", "ccomp", "advcl") or up.i > verb.i:
        return subject(parse, verb), hedged(parse, verb)
    said_so = up.lemma in ("say", "report", "know")
    own = subject(parse, verb) if any(c.dep == "nsubj" for c in parse.children(verb.i)) else subject(parse, up)
    if own is not None and noun_lemma(own) in WEAPONS:
        return own, not said_so
    before = (parse.tokens[i] for i in range(up.i - 1, max(parse.sentences[up.sentence].first, up.i - 4) - 1, -1))
    noun = next((t for t in before if noun_lemma(t) in WEAPONS), own)
    return noun, not said_so or hedged(parse, verb)


def _weapon_was(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "The jets were thought to be Russian", "what witnesses said was an American drone"."""
    parse = cast.parse
    if negated(parse, verb):
        return
    for told in (c for c in parse.children(verb.i) if c.dep in ("acomp", "attr")):
        actor = cast.by_token.get(told.i) if told.dep == "acomp" else cast.named_by(told)
        if actor is None:
            continue
        held, doubted = _holder(parse, verb)
        if held is None:
            continue
        weapon = any(noun_lemma(n) in WEAPONS for n in (held, *(c for c in parse.children(held.i) if c.dep == "conj")))
        if weapon or (noun_lemma(told) in WEAPONS and held.lower in ("what", "it", "this", "that", "they")):
            _, voice = voice_of(cast, verb)
            yield from make(
                cast, Stance.SUSPECTS if doubted else Stance.BLAMES, actor, verb, "weapon was", voice, [told]
            )


def _belonged(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "a drone, believed to belong to X"."""
    held, doubted = _holder(cast.parse, verb)
    if held is None or noun_lemma(held) not in WEAPONS or negated(cast.parse, verb):
        return
    for noun in after(cast.parse, verb, "to"):
        stance = Stance.SUSPECTS if doubted else Stance.BLAMES
        yield from make(cast, stance, cast.named_by(noun), verb, "weapon was", None, [held, noun])


def _came_from(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "The shells came from Northern positions"."""
    held = cast.parse.tokens[verb.head] if verb.dep == "acl" else subject(cast.parse, verb)
    if held is None or negated(cast.parse, verb):
        return
    if not (noun_lemma(held) in WEAPONS | _SHOTS or is_act(held) or held.lower == "it"):
        return
    for noun in after(cast.parse, verb, "from"):
        if noun_lemma(noun) in _POSITIONS or (is_act(held) and noun.i in cast.by_token):
            _, voice = voice_of(cast, verb)
            yield from make(cast, Stance.BLAMES, cast.named_by(noun), verb, "weapon was", voice, [held, noun])
        for ruled in (t for t in cast.parse.subtree(noun.i) if t.dep == "acl" and t.lower in _RULED):
            for by in after(cast.parse, ruled, "by"):
                yield from make(cast, Stance.BLAMES, cast.named_by(by), verb, "weapon was", None, [held, by])


def _tripped(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "The patrol hit an X mine", "stepped on a mine of X"."""
    things = [c for c in cast.parse.children(verb.i) if c.dep == "dobj"]
    for noun in (*things, *after(cast.parse, verb, "on", "over", "into")):
        if noun_lemma(noun) in _LAID and not negated(cast.parse, verb):
            yield from make(cast, Stance.BLAMES, cast.named_by(noun), verb, "owner", None, [noun])


def _died_under(cast: Cast, verb: Token) -> Iterator[Candidate]:
    """ "died under X shells", "killed in a shootout with X"; told by X's own side it is a claim."""
    parse = cast.parse
    if negated(parse, verb):
        return
    for noun in after(parse, verb, "under", "in", "from", "during"):
        if noun_lemma(noun) in WEAPONS:
            actor = cast.named_by(noun)
        elif noun.lemma in _CLASHES:
            actor = next((cast.named_by(n) for n in after(parse, noun, "with")), None)
        else:
            continue
        _, voice = voice_of(cast, verb)
        speaking = party(cast, voice)
        if actor is not None:
            own = speaking is not None and same_side(speaking, actor)
            stance = Stance.CLAIMS if own else Stance.BLAMES
            yield from make(cast, stance, actor, verb, "died under", voice if own else None, [noun])
