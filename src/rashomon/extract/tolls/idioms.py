"""Casualties told without a word for killing: "met their end", "laid down their lives", "had their throats slit".

Each idiom is data: words in order, alternatives parted by "|", "?" after a word that may be missing, "*" for up to
three tokens of any kind, "-" for something that flies, "+" for a part of the body. A line
that begins with "!" is one of people only where they are known to be people, with "!~" it also tells least.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.verb_cues import object_follows, objects, passive_subjects
from rashomon.records import About, Parse, Token

_ANY = 3  # tokens that "*" may stand for
_LONGEST_OBJECT = 9  # tokens between the verb and its end: "hacked two of the older herders to death"

# The people stand before: they are the subject.
_KILLED = """
met|meet|meets|meeting their|his|her|its end|ends|death|deaths|fate
made|make|makes|paid|pay|pays the supreme|ultimate|final sacrifice|sacrifices|price
lost|lose|loses|losing their|his|her|its? lives|life
laid|lay|laying down? their|his|her lives|life
gave|give|given their|his|her lives|life
paid|pay|paying with their|his|her lives|life
breathed|breathe their|his|her last
embraced|attained|achieved|achieving|embracing martyrdom|shahadat
passed|pass|passing away
fell|fallen as? martyr|martyrs
!fell|fallen in the? line|battle|combat|action|fighting|clash|clashes
fell|fallen dead
!have|has|had fallen
have|has|had|having|with their|his|her throat|throats slit|cut
sent to their|his|her early? grave|graves
!put to death
put|putting to the sword
!put|taken out of action|combat
!was|were|been lost
did|does not|n't survive
!hacked|cut|chopped|torn|ripped to|into pieces|bits|shreds
blown to pieces|bits
done to death
!laid to rest
!given a? mass burial
lined up and shot
dragged * and shot
brought dead
!killed|died in action
kia
in the|a|its|their|our morgue|mortuary|morgues
"""
_WOUNDED = """
!lost|lose|loses|losing * +
!had|has|have|having|with both|a|an|one|his|her|their|two? + amputated|severed|crushed|broken|shattered|fractured
!had|has|have|having|with both|a|an|one|his|her|their|two? + blown|torn|cut|ripped|shot|hacked|chopped off|away
!broke|breaks|fractured|fractures his|her|their|an|a +
!took|takes|caught|received|stopped a|one|two|three|several? bullet|bullets|shrapnel|pellet|pellets|splinter|splinters
!~was|were|been grazed|bruised|concussed|blinded|crippled|disfigured|paralysed|paralyzed|scarred|deafened
!seek|sought|seeks|seeking medical|hospital|emergency? treatment|care|attention
!lost|lose|losing his|her|their sight|eyesight|hearing
fighting|fights|fight for their|his|her life|lives
battling|battle for their|his|her life|lives
in a coma
!~hit|cut|struck|pierced|grazed|peppered by|with a|an|several|stray|flying|falling|the|one|two? stray|rubber? -
!shot|hit|stabbed|struck|grazed|wounded in|through the|his|her|its|their|both|one? arm|arms|leg|legs|hand|hands
!shot|hit|stabbed|struck|grazed|wounded in|through the|his|her|its|their|both|one? foot|feet|thigh|knee|shoulder
!shot|hit|stabbed|struck|grazed|wounded in|through the|his|her|its|their|both|one? hip|ankle|calf|jaw|elbow|wrist
on a? ventilator|ventilators
on life support
underwent|undergoing surgery
need|needs|needed|require|required|requiring hospital|medical treatment|care|attention
nursing|nurse|nursed * wounds|injuries
wia
"""
_MISSILES = frozenset(
    "car van lorry truck vehicle "
    "bullet bullets shrapnel splinter splinters fragments fragment gunfire debris glass pellets shot shards "
    "arrow arrows stone stones rock rocks brick bricks spear spears dart darts masonry rubble ricochet ricochets "
    "gunshot gunshots pellet bottle bottles".split()
)
_BODY = frozenset(
    "limb limbs leg legs arm arms hand hands eye eyes foot feet finger fingers thumb thumbs toe toes ear ears "
    "eyesight sight hearing knee knees jaw rib ribs skull spine hip ankle ankles wrist wrists elbow elbows "
    "shoulder collarbone pelvis thigh thighs teeth nose".split()
)
# The people stand between the verb and the rest: "hacked three to death", "put the prisoners to the sword".
_AROUND: tuple[tuple[frozenset[str], tuple[tuple[str, ...], ...]], ...] = (
    (
        frozenset(
            "hack hacks hacked hacking beat beats beating stab stabs stabbed stabbing stone stones stoned stoning burn "
            "burns burned burnt burning shoot shoots shooting shot bludgeon bludgeoned bludgeoning torture tortured "
            "club clubbed trample trampled crush crushed starve starved knife knifed".split()
        ),
        (("to", "death"),),
    ),
    (frozenset(("send", "sends", "sent", "sending")), (("to", "hell"),)),
    (frozenset(("put", "puts", "putting")), (("to", "death"), ("to", "the", "sword"))),
    (frozenset(("burn", "burns", "burned", "burnt", "burning", "bury", "buried")), (("alive",),)),
)

Step = tuple[frozenset[str], bool]  # the words that may stand here, and whether none of them need to


@dataclass(frozen=True, slots=True)
class _Idiom:
    about: About
    steps: tuple[Step, ...]
    people_only: bool
    weak: bool


def _read(lines: str, about: About) -> list[_Idiom]:
    read: list[_Idiom] = []
    for line in lines.strip().splitlines():
        steps = [(frozenset(word.rstrip("?").split("|")), word.endswith("?")) for word in line.lstrip("!~").split()]
        read.append(_Idiom(about, tuple(steps), line.startswith("!"), line.startswith("!~")))
    return read


def _by_first(idioms: Sequence[_Idiom]) -> dict[str, list[_Idiom]]:
    found: dict[str, list[_Idiom]] = {}
    for idiom in idioms:
        for word in sorted(idiom.steps[0][0]):
            found.setdefault(word, []).append(idiom)
    return found


_IDIOMS = _by_first([*_read(_KILLED, About.KILLED), *_read(_WOUNDED, About.WOUNDED)])
FIRST_WORDS = frozenset(_IDIOMS).union(*(words for words, _ in _AROUND))


def idiom_at(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of an idiom that begins at this place, the longest one; None where none does."""
    best: Cue | None = None
    token = tokens[at]
    for idiom in _IDIOMS.get(token.lower, ()):
        end = _end_of(tokens, at, idiom.steps)
        if end is not None and (best is None or tokens[end - 1].i + 1 > best.last):
            about, subjects = idiom.about, passive_subjects(parse, token)
            last = tokens[end - 1].i + 1
            best = Cue(
                *(token.i, last, token.i, about, Side.BEFORE, Shape.DIES, False, subjects),
                people_only=idiom.people_only,
                weak=idiom.weak,
            )
    return best or _around(parse, tokens, at)


def _end_of(tokens: Sequence[Token], at: int, steps: Sequence[Step]) -> int | None:
    """Where the steps end that begin at this place (half-open); None where they do not fit."""
    for n, (words, optional) in enumerate(steps):
        word = tokens[at].lower if at < len(tokens) else ""
        if words == {"*"}:
            ends = (_end_of(tokens, at + skip, steps[n + 1 :]) for skip in range(_ANY + 1))
            return next((end for end in ends if end is not None), None)
        if words == {"-"}:
            ahead = [t.lower in _MISSILES for t in tokens[at : at + 2]]
            return at + ahead.index(True) + 1 if any(ahead) else None
        if word in words or (words == {"+"} and word in _BODY):
            at += 1
        elif not optional:
            return None
    return at


def _around(parse: Parse, tokens: Sequence[Token], at: int) -> Cue | None:
    """The cue of a verb whose end stands after its object: "hacked three to death"; its people follow it."""
    token = tokens[at]
    ends = [end for words, rest in _AROUND if token.lower in words for end in rest]
    if not ends or not object_follows(tokens, at + 1):
        return None
    ahead = [t.lower for t in tokens[at + 1 : at + _LONGEST_OBJECT]]
    for stop in (",", ";", "."):
        ahead = ahead[: ahead.index(stop)] if stop in ahead else ahead
    if any(tuple(ahead[n : n + len(end)]) == end for end in ends for n in range(1, len(ahead))):
        return Cue(token.i, token.i + 1, token.i, About.KILLED, Side.AFTER, Shape.ACTIVE, False, objects(parse, token))
    return None
