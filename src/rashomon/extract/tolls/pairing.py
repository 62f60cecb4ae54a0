"""Which people belong to which casualty word: greedy, best pair first, each group of people once.

Each cue has a side on which its people stand. A pair is worth more where they touch or where the parse joins them, and
less for each other cue, verb or stop between them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.numbers import whole_number
from rashomon.extract.tolls.toll import Kind
from rashomon.extract.tolls.victims import Victims
from rashomon.records import About, Token

LEAST = 4.0  # a pair worth less is none
TOUCHING, CLOSEST, GOVERNED, NEAR = 6.0, 2.0, 4.5, 6.0  # what each join is worth
GOVERNED_MORE = 3.0  # a join of the parse on top of another
CROSSED, TOKEN, VERB, PEOPLE, STOP = 2.5, 0.15, 1.2, 0.3, 0.5  # what each thing between takes away
LONGEST_REACH = 25  # tokens between people and their cue: beyond it no pair is worth enough
LONGEST_LIST = 20  # members of a list on either side
LONGEST_TIE = 6  # tokens between a person and "his son"
LONGEST_ASIDE = 12  # tokens between two members of a list: "the chief of the guard, his driver and"
_COUNTED = (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
_JOINTS = frozenset((",", "and", "&", "plus", "both", "along", "together", "with", "as", "well", "-", "--", "–", "—"))
_SKIPPED = lexicon.words(
    "people persons seriously critically badly slightly severely fatally reportedly also were was are is been "
    "have has had more others other confirmed feared left reported found"
)
_CALM = frozenset(("ADP", "NOUN", "PROPN", "ADJ", "DET", "PUNCT", "NUM", "PRON", "PART", "CCONJ"))
_MAYBE = lexicon.words("could may might would will expected likely feared")
_PUT_BY = lexicon.words(
    "to at is was were are of from : numbered number reached hit exceeded now reaches surpassed passed topped be "
    "ranged ranges range varied varies vary as hits exceeds tops included include stands stood totals totalled totaled "
    "crosses crossed into"
)
_QUOTES = frozenset("\"“”'‘’`") | {"``", "''"}
_OTHER_LOSS = lexicon.words("missing captured detained arrested displaced kidnapped")
_BRINGS = lexicon.words("bring take raise push")


@dataclass(frozen=True, slots=True)
class Pair:
    """People and the cue that makes them victims. worth: how sure the join is. pattern: what joined them."""

    cue: Cue
    victims: Victims
    worth: float
    pattern: str


@dataclass(frozen=True, slots=True)
class _Marks:
    """What may stand between a cue and its people, by token: where cues begin, what they cover, where people begin."""

    cues: frozenset[int]
    covered: frozenset[int]
    people: frozenset[int]

    @classmethod
    def of(cls, cues: Sequence[Cue], people: Sequence[Victims]) -> "_Marks":
        return cls(
            frozenset(c.first for c in cues),
            frozenset(i for c in cues for i in range(c.first, c.last)),
            frozenset(v.first for v in people if v.kind in _COUNTED),
        )


def pairs(tokens: Sequence[Token], cues: Sequence[Cue], people: Sequence[Victims]) -> list[Pair]:
    """The pairs of one sentence, by the place of their people; each group of people stands in one pair at most."""
    marks = _Marks.of(cues, people)
    offered = [pair for cue in cues for v in people if (pair := _offer(tokens, cue, v, marks)) is not None]
    offered.sort(key=lambda p: (-p.worth, abs(p.victims.first - p.cue.first), p.victims.first))
    taken: dict[int, Pair] = {}
    used: set[Cue] = set()
    owned = {p.victims.first for p in offered if p.pattern == "touching"}
    for pair in offered:
        if pair.victims.first in taken or (pair.cue in used and pair.cue.shape is not Shape.TOLL):
            continue
        used.add(pair.cue)
        taken[pair.victims.first] = pair
        if pair.cue.shape is Shape.TOLL and pair.pattern != "listing":
            continue
        for mate in [*listed(tokens, people, pair.victims), *_subjects(tokens, people, pair)]:
            if _odd_mate(tokens, pair, mate) and not _beside(tokens, pair.victims, mate):
                continue
            if mate.first not in taken and (mate.first not in owned or _touches(tokens, pair.cue, mate)):
                taken[mate.first] = Pair(pair.cue, mate, pair.worth - 0.5, "list")
    return sorted(taken.values(), key=lambda p: p.victims.first)


def _odd_mate(tokens: Sequence[Token], pair: Pair, mate: Victims) -> bool:
    """True for a neighbour that is no victim of the cue: an unknown noun, or people with a casualty word inside."""
    if mate.known is None and mate.kind is Kind.ONE:
        return True  # "as a result of the blast, a guard was hurt"
    inside = {t.lower for t in tokens[mate.first - tokens[0].i : mate.last - tokens[0].i]}
    return pair.cue.about is About.WOUNDED and bool(inside & lexicon.DEAD)  # "a dead fighter and three wounded"


def _subjects(tokens: Sequence[Token], people: Sequence[Victims], pair: Pair) -> Iterator[Victims]:
    """Those whom the parse gives as the cue's subjects as well: "Ana Paz, an editor, and a friend were killed".

    The later of them stands right behind "and".
    """
    own = next((s for s in pair.cue.subjects if pair.victims.first <= s < pair.victims.last), None)
    several = own is not None and len(pair.cue.subjects) > 1 and pair.cue.side is Side.BEFORE
    for v in people if several else ():
        later = max(v.first, pair.victims.first) - tokens[0].i
        joined = later > 0 and tokens[later - 1].lower == "and" and v.kind is not Kind.PLURAL
        if joined and v is not pair.victims and any(v.first <= s < v.last for s in pair.cue.subjects):
            yield v


def _beside(tokens: Sequence[Token], one: Victims, mate: Victims) -> bool:
    """True where the parse joins the two by "and": "he and an associate were killed"."""
    base = tokens[0].i
    first, second = tokens[one.head - base], tokens[mate.head - base]
    return (second.dep == "conj" and second.head == first.i) or (first.dep == "conj" and first.head == second.i)


def listed(tokens: Sequence[Token], people: Sequence[Victims], one: Victims) -> list[Victims]:
    """The other members of the list that these people stand in: "a guard, two clerks and three others"."""
    at = bisect_left(people, one.first, key=lambda v: v.first)
    found: list[Victims] = []
    for here in range(at, max(0, at - LONGEST_LIST), -1):
        if not (_joined(tokens, people[here - 1], people[here]) or _headed(tokens, people, here - 1)):
            break
        found.insert(0, people[here - 1])
    for here in range(at, min(len(people) - 1, at + LONGEST_LIST)):
        if not (_joined(tokens, people[here], people[here + 1]) or _headed(tokens, people, here)):
            break
        found.append(people[here + 1])
    return found


def _headed(tokens: Sequence[Token], people: Sequence[Victims], at: int) -> bool:
    """True for "the minister, | two bodyguards and a driver", "a captain of the guard, | his son and two men".

    A single person at the head of a list that goes on with "and".
    """
    if at + 2 >= len(people):
        return False
    first, second, third = people[at : at + 3]
    base = tokens[0].i
    between = [t.lower for t in tokens[first.last - base : second.first - base]]
    last = [t.lower for t in tokens[second.last - base : third.first - base]]
    tied = tokens[second.first - base].lower in ("his", "her") and between[:1] in (["of"], [","])
    near = between == [","] or (tied and between[-1:] == [","] and len(between) <= LONGEST_TIE)
    return first.single and near and last in (["and"], [",", "and"]) and (tied or second.kind in _COUNTED)


def _joined(tokens: Sequence[Token], left: Victims, right: Victims) -> bool:
    """True where two groups of people are neighbours in one list."""
    base = tokens[0].i
    between = tokens[left.last - base : right.first - base]
    words = [t.lower for t in between]
    if not words or words == ["with"] or words == [",", "with"]:
        return False
    if all(w in _JOINTS for w in words):
        named = left.kind in (Kind.THE, Kind.NAME, Kind.PLURAL, Kind.PRONOUN)
        return words != [","] or not (right.kind is Kind.PLURAL or (named and not right.single))
    # A short phrase after the first member: "eight members of the guard and a driver".
    calm = all(t.pos in _CALM and t.ent not in ("DATE", "TIME") and t.lower != "including" for t in between)
    calm = calm and len(words) <= LONGEST_ASIDE
    opens = words[0] in ("of", "from", ",", "in", "(", "at", "on") and words[-1] in ("and", ",")
    counted = right.kind in _COUNTED or (left.single and right.single and words[-1] == "and")
    return calm and opens and counted


def without_appositions(tokens: Sequence[Token], people: Sequence[Victims]) -> list[Victims]:
    """The people without second names for the same: "another guard, Joe Roe, was hurt" is one person."""
    base = tokens[0].i
    kept: list[Victims] = []
    starts = {v.first for v in people}
    for v in people:
        before = kept[-1] if kept else None
        head = tokens[v.head - base]
        if before is not None and v.single:
            one_of = before.of in ("them", "whom") or (before.who is None and before.kind is Kind.NUMBER)
            one_of = one_of and before.low == before.high == 1
            counted = before.kind is Kind.NUMBER and before.low == before.high == 1 and v.kind is Kind.ONE
            alone = before.single or one_of or counted
            between = [t.text for t in tokens[before.last - base : v.first - base]]
            if one_of and not between:
                continue  # "two soldiers, one of them a colonel"
            after = tokens[v.last - base] if v.last - base < len(tokens) else None
            beyond = tokens[v.last - base + 1] if v.last - base + 1 < len(tokens) else None
            closed = after is None or after.pos in ("VERB", "AUX") or after.text in ("(", ".")
            if after is not None and after.text == ",":
                closed = beyond is not None and beyond.lower != "and" and beyond.i not in starts
            aged = len(between) == 3 and between[1].isdigit()  # "Joe Roe, 51, a clerk"
            renamed = (between == [","] or aged) and (alone and closed)
            governed = before.single and head.dep == "appos" and before.first <= head.head < before.last
            if renamed or (governed and between[:1] != ["and"]):
                continue
            if v.kind is Kind.NAME and before.kind is Kind.NUMBER and between == [","]:
                continue
        kept.append(v)
    return kept


def _touches(tokens: Sequence[Token], cue: Cue, v: Victims) -> bool:
    return _all_skipped(_between(tokens, cue, v))


def _all_skipped(between: Sequence[Token]) -> bool:
    return all(t.lower in _SKIPPED or t.pos == "ADV" for t in between)


def _past_asides(between: Sequence[Token], marks: _Marks) -> Sequence[Token]:
    """The words after what is told of the people between commas or brackets: "(34), a father of five, | was killed"."""
    closing = {"(": (")",), ",": (",",)}.get(between[0].text) if between else None
    if closing is None:
        return between
    end = next((n for n, t in enumerate(between[1 : LONGEST_ASIDE + 2], 1) if t.text in closing), 0)
    inside = between[1:end]
    if not inside or any(t.pos not in _CALM or t.i in marks.people or t.lower == "and" for t in inside):
        return between
    return _past_asides(between[end + 1 :], marks)


def _between(tokens: Sequence[Token], cue: Cue, v: Victims) -> Sequence[Token]:
    base = tokens[0].i
    if v.last <= cue.first:
        return tokens[v.last - base : cue.first - base]
    return tokens[cue.last - base : v.first - base]


def _offer(tokens: Sequence[Token], cue: Cue, v: Victims, marks: _Marks) -> Pair | None:
    """What the pair of this cue and these people is worth; None where they cannot belong together."""
    if cue.first - v.last > LONGEST_REACH or v.first - cue.last > LONGEST_REACH:
        return None
    if (v.first < cue.last and cue.first < v.last) or not _right_side(tokens, cue, v):
        return None
    between = _between(tokens, cue, v)
    if any(t.text == ";" for t in between):
        return None
    if cue.shape is Shape.TOLL:
        return _toll_offer(tokens, cue, v, between)
    if cue.people_only and not _surely(cue, v):
        return None
    if cue.shape is Shape.LOSES and not (v.known and v.who is not None and v.kind in _COUNTED):
        return None  # "lost his brother", "lost control"
    governed = any(v.first <= s < v.last for s in cue.subjects)
    weak = v.kind in (Kind.THE, Kind.NAME, Kind.PLURAL, Kind.PRONOUN) or v.known is None
    nominal = cue.shape in (Shape.NOUN, Shape.OF) and len(between) > 3
    if (weak or nominal) and not governed:
        return None
    if v.last <= cue.first and not cue.weak:
        between = _past_asides(between, marks)
    touching = _all_skipped(between)
    if touching:
        closest = all(t.pos == "ADV" for t in between) and (v.who is None or not between)
        worth = TOUCHING + CLOSEST * closest
    else:
        worth = GOVERNED if governed else NEAR
    worth += GOVERNED_MORE * governed - _hindrance(between, marks, governed=governed)
    pattern = "touching" if touching else "governed" if governed else "near"
    return Pair(cue, v, worth, pattern) if worth >= LEAST else None


def _surely(cue: Cue, v: Victims) -> bool:
    """True for people who make victims even under a cue with other uses: counted, and called people."""
    if cue.shape is Shape.DIES:
        return bool(v.known)
    counted = v.kind in ((Kind.NUMBER, Kind.VAGUE) if cue.weak else _COUNTED)
    return bool(v.known) and v.who is not None and counted


def _right_side(tokens: Sequence[Token], cue: Cue, v: Victims) -> bool:
    """True where the people stand on the cue's side; or after it where the sentence is turned: "wounded were three"."""
    before = v.last <= cue.first
    if cue.shape is Shape.TOLL and before:
        return _brought_to(tokens, cue, v)
    if (cue.side is Side.BEFORE) is before:
        return True
    if cue.shape is Shape.STATE and v.head in cue.subjects:
        return True
    base = tokens[0].i
    follows = [t.lower for t in tokens[cue.last - base : cue.last - base + 1]]
    turned = cue.shape in (Shape.PASSIVE, Shape.STATE) and follows in (["were"], ["was"], ["are"], ["is"])
    if turned and not before and v.first == cue.last + 1:
        return True
    # "Killed in the attack were four policemen": the sentence opens with the cue, its people follow the verb.
    opens = cue.shape in (Shape.PASSIVE, Shape.STATE) and cue.first == base and not before
    return opens and tokens[v.first - base - 1].lower in ("were", "was", "are")


def _brought_to(tokens: Sequence[Token], cue: Cue, v: Victims) -> bool:
    """True for the figure in "his death brought to 12 the number of dead"."""
    at = v.first - tokens[0].i
    raised = tokens[max(0, at - 2) : at]
    return v.last == cue.first - 1 and [t.lower for t in raised[1:]] == ["to"] and raised[0].lemma in _BRINGS


def _hindrance(between: Sequence[Token], marks: _Marks, *, governed: bool) -> float:
    """What stands between a cue and its people, as a loss of worth."""
    lost = CROSSED * sum(t.i in marks.cues for t in between) + TOKEN * len(between)
    if governed:
        return lost
    others = sum(t.i in marks.people for t in between)
    verbs = sum(t.pos == "VERB" and t.dep not in ("amod", "acl") and t.i not in marks.covered for t in between)
    stops = sum(t.text in (",", ":", "–", "—") for t in between)
    return lost + VERB * verbs + PEOPLE * others + STOP * stops


def _toll_offer(tokens: Sequence[Token], cue: Cue, v: Victims, between: Sequence[Token]) -> Pair | None:
    """A number that is put on a toll: "the toll has risen from 22 to 28", "the dead at 43", "death toll now 41"."""
    words = [t.lower for t in between if t.text not in _QUOTES]  # 'put the dead at "over 50"'
    if _OTHER_LOSS & set(words):
        return None  # "put the dead at ten and the missing at 50"
    last = words[-1] if words else ""
    listing = last in ("was", "were", "are", "included", "include", "including", ":") and v.who is not None
    if v.kind not in (Kind.NUMBER, Kind.VAGUE) and not listing:
        return None
    if v.last <= cue.first:
        return Pair(cue, v, 6.0, "toll")
    if not words or (last == "at" and len(words) == 1):
        return Pair(cue, v, 6.0, "toll") if v.kind is Kind.NUMBER else None
    opening = tokens[v.first - tokens[0].i].lower
    exceeds = last in ("has", "have", "had") and opening in _PUT_BY  # "has passed 100"
    exceeds = exceeds or (last == "given" and opening == "as")  # "given | as seven"
    if not (last in _PUT_BY or listing or exceeds) or (last == ":" and any(whole_number(w) is not None for w in words)):
        return None
    raised = tokens[max(0, cue.first - tokens[0].i - 4) : cue.first - tokens[0].i]  # "brings the toll to 12"
    if _MAYBE & set(words) and "have" not in words:
        return None  # "the toll could rise to 20"
    counts = any(t.lemma in lexicon.COUNTING or t.lower in lexicon.RISING for t in [*raised, *between])
    if (last == "of" and len(between) > 1) or (last in ("to", "from") and not counts):
        return None
    verbs = sum(1 for t in between if t.pos == "VERB" and t.lemma not in lexicon.COUNTING)
    worth = 8.0 - TOKEN * len(between) - 1.5 * verbs - (1.0 if last == "from" else 0.0)
    pattern = "listing" if listing and v.known and len(words) <= 2 else "from" if last == "from" else "toll"
    return Pair(cue, v, worth, pattern) if worth >= LEAST else None
