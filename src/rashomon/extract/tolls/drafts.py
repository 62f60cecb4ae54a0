"""The people of one sentence with their cues: pairs, then the subgroups that stand under another toll."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.extract.tolls.cue import Cue, Shape, Side
from rashomon.extract.tolls.lexicon import words
from rashomon.extract.tolls.pairing import Pair, listed, pairs, without_appositions
from rashomon.extract.tolls.parts import ANYBODY, attacks, nominal_about, opens_part
from rashomon.extract.tolls.toll import Kind
from rashomon.extract.tolls.victims import PLURAL_RULE, Victims
from rashomon.records import About, Parse, Token

_ALONG = (["along", "with"], ["together", "with"], ["well", "as"])
_TURNED = 12  # tokens from "among the dead" to "were"
_OPENING = 6  # tokens in "Of the 14 dead,"
_THEM = ("them", "whom", "which", "us")
_GRAVELY = words("critically seriously badly gravely severely slightly lightly mortally")
_VERBS = (Shape.DIES, Shape.PASSIVE, Shape.ACTIVE)
_UNCOUNTED = words("deaths fatalities injuries bodies corpses")
_CAUSING = words("cause report be result inflict leave confirm find record litter recover see bring")
_DETERMINED = words("no any the their his her its these those our some of more many several few")
_NAMING = words("list name count record register document identify bury")  # "it lists 45 victims"
_SURE = 6.0  # worth of a pair that outweighs the toll before it, for "five of them"


@dataclass(frozen=True, slots=True)
class Draft:
    """People on their way to a toll. pattern: how they were joined to the cue. part: a subgroup by its own words."""

    victims: Victims
    cue: Cue
    about: About
    pattern: str
    part: bool


def drafts(parse: Parse, tokens: Sequence[Token], signs: Sequence[Cue], people: Sequence[Victims]) -> list[Draft]:
    """The drafts of one sentence, by the place of their people; nobody is in two."""
    people = without_appositions(tokens, people)
    signs, people = _ended(parse, signs, people)
    below = _subgroups(tokens, people)
    joined = pairs(tokens, [c for c in signs if not c.weak], [v for v in people if v.first not in below])
    below_or_joined = below | {p.victims.first for p in joined}
    joined += pairs(tokens, [c for c in signs if c.weak], [v for v in people if v.first not in below_or_joined])
    found = {
        p.victims.first: _of_pair(p) for p in joined if not (p.pattern == "list" and p.victims.kind is Kind.PLURAL)
    }
    found.update((d.victims.first, d) for d in _among(parse, tokens, people))
    free = [c for c in signs if all(d.cue is not c for d in found.values())]
    own = {p.victims.first: p for p in pairs(tokens, free, [v for v in people if v.first in below])}
    for v in people:
        if v.first in below and v.first not in found:
            draft = _subgroup(v, own.get(v.first), found, signs)
            if draft is not None:
                found[v.first] = draft
    _inner(tokens, people, signs, found)
    _partitives(tokens, people, found)
    _gapped(tokens, people, found)
    _breakdowns(tokens, people, found)
    _gravely(tokens, people, found)
    _families(tokens, people, found)
    _bare_nouns(parse, tokens, signs, found)
    return [found[first] for first in sorted(found)]


def _ended(parse: Parse, signs: Sequence[Cue], people: Sequence[Victims]) -> tuple[Sequence[Cue], Sequence[Victims]]:
    """Without the wounds of people who are then told dead: "Two soldiers wounded on Monday have died".

    Those people are some of the wounded, and a part of the dead.
    """
    dead = {i for c in signs if c.about is About.KILLED and c.shape in _VERBS for i in c.subjects}
    hurt = {
        c: parse.tokens[c.token].head
        for c in signs
        if c.about is About.WOUNDED and parse.tokens[c.token].dep in ("acl", "relcl")
    }
    healed = {c: noun for c, noun in hurt.items() if noun in dead}
    if not healed:
        return signs, people
    some = [replace(v, of="wounded") if v.head in healed.values() and not v.of else v for v in people]
    return [c for c in signs if c not in healed], some


def _of_pair(p: Pair) -> Draft:
    part = p.victims.of in _THEM or nominal_about(p.victims.of) is not None or p.pattern == "listing"
    part = part or (p.cue.shape is Shape.TOLL and p.pattern == "list")
    return Draft(p.victims, p.cue, p.cue.about, f"{p.cue.shape} {p.pattern}", part)


def _subgroups(tokens: Sequence[Token], people: Sequence[Victims]) -> set[int]:
    """The people that the words make a subgroup, and the rest of a list that begins or ends with one."""
    found: set[int] = set()
    for v in people:
        if not opens_part(tokens, v):
            continue
        found.add(v.first)
        nearby = tokens[v.last - tokens[0].i : v.last - tokens[0].i + 2]
        ends = v.of == "" and any(t.lower in ("among", "amongst") for t in nearby)
        mates = [m for m in listed(tokens, people, v) if (m.first < v.first) == ends]
        if ends and mates and _heads(tokens, mates[0], mates[1] if len(mates) > 1 else v):
            mates = mates[1:]
        found.update(m.first for m in mates)
    return found


def _heads(tokens: Sequence[Token], first: Victims, following: Victims) -> bool:
    """True for "twenty people" in "twenty people, eight women among them": the whole, set off by a comma."""
    between = [t.lower for t in tokens[first.last - tokens[0].i : following.first - tokens[0].i]]
    anybody = first.who is None or tokens[first.head - tokens[0].i].lower in ANYBODY
    return between == [","] and anybody and first.kind in (Kind.NUMBER, Kind.VAGUE)


def _subgroup(v: Victims, own: Pair | None, found: dict[int, Draft], signs: Sequence[Cue]) -> Draft | None:
    """The draft of a subgroup: under its own cue where that stands beside it, else under the toll before it."""
    if v.kind is Kind.PLURAL or (v.kind is Kind.VAGUE and v.low == 1) or not v.known:
        return None  # an uncounted subgroup is left out
    if v.kind in (Kind.THE, Kind.NAME, Kind.PRONOUN) and own is None:
        return None  # "including the chief" names one of them, it counts nobody
    if own is not None and (own.pattern == "touching" or (v.of and own.worth >= _SURE)):
        return Draft(v, own.cue, own.cue.about, f"{own.cue.shape} sub", True)
    before = [d for first, d in found.items() if first < v.first]
    if before:
        parent = max(before, key=lambda d: d.victims.first)
        return Draft(v, parent.cue, parent.about, "sub", True)
    if own is not None:
        return Draft(v, own.cue, own.cue.about, f"{own.cue.shape} sub", True)
    earlier = [c for c in signs if c.first < v.first]
    if earlier and v.kind in (Kind.NUMBER, Kind.VAGUE):
        return Draft(v, earlier[-1], earlier[-1].about, "sub", True)
    return None


def _among(parse: Parse, tokens: Sequence[Token], people: Sequence[Victims]) -> Iterator[Draft]:
    """People said to be "among the dead"."""
    for at in range(len(tokens) - 2):
        word = _nominal_after(tokens, at) if tokens[at].lower in ("among", "amongst") else None
        about = nominal_about(word.lower) if word is not None else None
        subject = _among_subject(parse, tokens, at, people) if about else None
        if word is None or about is None or subject is None:
            continue
        cue = Cue(tokens[at].i, word.i + 1, word.i, about, Side.BEFORE, Shape.NOUN)
        mates = listed(tokens, people, subject)
        for v in (subject, *mates):
            if v.kind is not Kind.PLURAL and not (mates and v.kind in (Kind.THE, Kind.NAME)):
                yield Draft(v, cue, about, "among", True)


def _nominal_after(tokens: Sequence[Token], at: int) -> Token | None:
    """ "dead" after "among": in "the dead", "the 20 dead", "those killed", "at least three people killed"."""
    for token in tokens[at + 1 : at + _OPENING]:
        if nominal_about(token.lower) is not None:
            return token
        generic = token.lower in ANYBODY or token.lower in ("the", "those", "at", "least", "who", "were")
        if not generic and token.pos != "NUM":
            return None
    return None


def _among_subject(parse: Parse, tokens: Sequence[Token], at: int, people: Sequence[Victims]) -> Victims | None:
    """Who is said to be among the dead: the subject of the verb, else those right before or after."""
    place = tokens[at].i
    heads = [c.i for c in parse.children(tokens[at].head) if c.dep in ("nsubj", "attr", "nsubjpass")]
    for v in people:
        if any(v.first <= h < v.last for h in heads) and v.last <= place:
            return v
    # "Among the dead, they say, were a woman and two nuns".
    be = [t.i for t in tokens[at : at + _TURNED] if t.lower in ("were", "was", "are", "is")]
    turned = [v for v in people if be and v.first == be[0] + 1]
    if turned and place - tokens[0].i <= 2:
        return turned[0]
    near = [v for v in people if v.last <= place and place - v.last <= 3]
    after = [v for v in people if 2 < v.first - place <= 5]
    return near[-1] if near else after[0] if after else None


def _inner(tokens: Sequence[Token], people: Sequence[Victims], signs: Sequence[Cue], found: dict[int, Draft]) -> None:
    """ "Dozens of injured people were taken away", "one martyr": the casualty word stands within the phrase."""
    base = tokens[0].i
    for v in people:
        if v.first in found or v.of or v.kind not in (Kind.NUMBER, Kind.VAGUE, Kind.ONE):
            continue
        own = [c for c in signs if v.first < c.first < v.last]
        named = tokens[v.first - base - 1].lemma in _NAMING if v.first > base else False
        for t in tokens[v.first - base : v.last - base]:
            about = About.KILLED if t.lower in ("martyr", "martyrs") else nominal_about(t.lower)
            if about is not None and (named or t.lower != "victims"):
                cue = own[0] if own else Cue(t.i, t.i + 1, t.i, about, Side.BEFORE, Shape.NOUN)
                found[v.first] = Draft(v, cue, about, "inner", False)
                break


def _partitives(tokens: Sequence[Token], people: Sequence[Victims], found: dict[int, Draft]) -> None:
    """ "Twelve of the dead were soldiers and three were clerks": parts without a casualty verb of their own."""
    base = tokens[0].i
    last = _of_the_dead(tokens)
    for v in people:
        about = nominal_about(v.of)
        if v.first in found:
            last = last if about is not None or v.first < base + _OPENING else None
        elif about is not None and not (v.kind is Kind.VAGUE and v.low == 1):
            cue = Cue(v.first, v.last, v.last - 1, about, Side.BEFORE, Shape.NOUN)
            last = found[v.first] = Draft(v, cue, about, "of the", True)
        elif last is not None and v.kind is Kind.NUMBER and v.who is None:
            follows = tokens[v.last - base].lower if v.last - base < len(tokens) else ""
            if follows in ("were", "was", "to", "a", "an", "in", "belonged", "from", "are"):
                found[v.first] = Draft(v, last.cue, last.about, "of the", True)


def _of_the_dead(tokens: Sequence[Token]) -> Draft | None:
    """ "Of the 14 dead, nine were soldiers": what the sentence opens with, as a draft to go on from; None without."""
    if tokens[0].lower != "of" or len(tokens) < 3 or tokens[1].lower not in ("the", "those"):
        return None
    for t in tokens[2:_OPENING]:
        about = nominal_about(t.lower)
        if about is not None:
            cue = Cue(t.i, t.i + 1, t.i, about, Side.BEFORE, Shape.NOUN)
            return Draft(Victims(t.i, t.i + 1, t.i, None, None, Kind.NUMBER), cue, about, "of the", True)
    return None


def _gapped(tokens: Sequence[Token], people: Sequence[Victims], found: dict[int, Draft]) -> None:
    """ "Eleven died in Rana and one in nearby Sorel": a bare figure before a place goes with the verb before it."""
    base = tokens[0].i
    last: Draft | None = None
    for v in people:
        if v.first in found:
            last = found[v.first]
            continue
        at = v.last - base
        follows = tokens[at].lower if at < len(tokens) else ""
        before = tokens[v.first - base - 1].lower if v.first > base else ""
        bare = v.kind is Kind.NUMBER and (v.who is None or v.other or before == "and")
        along = [t.lower for t in tokens[max(0, v.first - base - 2) : v.first - base]]
        beside = along in (["along", "with"], ["together", "with"], ["well", "as"]) and v.kind in (
            Kind.NUMBER,
            Kind.ONE,
        )
        placed = beside or (bare and before in ("and", ",") and follows in ("in", "at", "near", "from", "outside"))
        verb = last is not None and last.cue.first < v.first and last.cue.shape in _VERBS
        if placed and verb and last is not None:
            part = last.part or (beside and attacks(tokens, v))
            found[v.first] = Draft(v, last.cue, last.about, "gapped", part)


def _breakdowns(tokens: Sequence[Token], people: Sequence[Victims], found: dict[int, Draft]) -> None:
    """ "killed 20: 12 children and eight men": a list without a cue that adds up to a toll before it is its parts."""
    for v in people:
        if v.first in found or v.kind not in (Kind.NUMBER, Kind.ONE):
            continue
        members = [v, *(m for m in listed(tokens, people, v) if m.first > v.first)]
        if (
            len(members) < 2
            or any(m.low is None or m.first in found for m in members)
            or all(m.single for m in members)
        ):
            continue  # "two died: a guard and a clerk" only says who they were
        whole = sum(m.low or 0 for m in members)
        before = [d for first, d in found.items() if first < v.first and whole in (d.victims.low, d.victims.high)]
        if before:
            parent = max(before, key=lambda d: d.victims.first)
            for m in members:
                found[m.first] = Draft(m, parent.cue, parent.about, "breakdown", True)


def _bare_nouns(parse: Parse, tokens: Sequence[Token], signs: Sequence[Cue], found: dict[int, Draft]) -> None:
    """ "Fatalities were reported", "causing deaths and injuries": the casualties themselves, without a number."""
    taken = {d.cue for d in found.values()}
    for cue in signs:
        token = tokens[cue.token - tokens[0].i]
        plain = token.lower in _UNCOUNTED and cue.shape is Shape.NOUN and cue.last - cue.first == 1
        if not plain or cue.combined or cue in taken or token.i in found:
            continue
        before = tokens[token.i - tokens[0].i - 1].lower if token.i > tokens[0].i else ""
        told = token.dep in ("dobj", "nsubjpass", "attr", "nsubj") or (token.dep == "conj" and before in ("and", "or"))
        governor = parse.tokens[token.head]
        caused = token.dep == "conj" or governor.lemma in _CAUSING
        bare = before not in _DETERMINED and not any(c.pos in ("NUM", "DET") for c in parse.children(token.i))
        if told and caused and bare:
            v = Victims(token.i, token.i + 1, token.i, 1, None, Kind.PLURAL, PLURAL_RULE)
            found[token.i] = Draft(v, cue, cue.about, "noun plural", False)


def _gravely(tokens: Sequence[Token], people: Sequence[Victims], found: dict[int, Draft]) -> None:
    """ "Twenty were injured, four critically": a bare figure with an adverb is a part of the wounded before it."""
    base = tokens[0].i
    for v in people:
        follows = [t.lower for t in tokens[v.last - base : v.last - base + 2]]
        bare = v.first not in found and v.kind is Kind.NUMBER and v.who is None
        if (
            not bare
            or follows[:1] == []
            or follows[0] not in _GRAVELY
            or follows[1:] not in ([], ["."], [","], ["and"])
        ):
            continue
        before = [d for first, d in found.items() if first < v.first and d.about is About.WOUNDED]
        if before:
            parent = max(before, key=lambda d: d.victims.first)
            found[v.first] = Draft(v, parent.cue, About.WOUNDED, "sub", True)


def _families(tokens: Sequence[Token], people: Sequence[Victims], found: dict[int, Draft]) -> None:
    """ "including a mother and her baby" is two: a subgroup with its own, told by their tie, is one figure."""
    base = tokens[0].i
    head: Victims | None = None
    last: Victims | None = None
    for v in people:
        tied = tokens[v.first - base].lower in ("his", "her", "their")
        between = [t.lower for t in tokens[last.last - base : v.first - base]] if last is not None else []
        joined = bool(between) and between[-1] in ("and", ",") and len(between) <= _OPENING
        if not (head is not None and tied and joined):
            head = v if v.single else None
        elif head.first in found and found[head.first].part and v.low is not None and v.high is not None:
            low, high = (head.low or 0) + v.low, (head.high or 0) + v.high
            head = replace(head, last=v.last, low=low, high=high, kind=Kind.NUMBER, who=(head.first, v.last))
            found[head.first] = replace(found[head.first], victims=head)
            found.pop(v.first, None)
        last = v
