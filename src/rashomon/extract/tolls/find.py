"""The tolls of a report: sentence by sentence, then seen together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.tolls import lexicon
from rashomon.extract.tolls.cues import Cue, Shape, cues
from rashomon.extract.tolls.none_hurt import NoneHurt, none_hurt
from rashomon.extract.tolls.pairing import Pair, listed, pairs
from rashomon.extract.tolls.parts import adds_up, attacks, breaks_down, is_family, nominal_about, opens_part
from rashomon.extract.tolls.reality import is_unreal, scope_of
from rashomon.extract.tolls.toll import Scope, Toll
from rashomon.extract.tolls.victims import Kind, Victims, victims
from rashomon.records import About, Layout, Parse, Sentence, Span, Stance, Token

LONGEST_SPAN = 400  # characters


def find_tolls(parse: Parse) -> tuple[Toll, ...]:
    """Every statement of killed and wounded in the report, in the order of the text.

    All are given, with `scope`, `combined`, `unreal`, `repeats` and `likelihood` to choose by; `claims_of` keeps those
    that are claims on one incident.
    """
    found: list[Toll] = []
    for sentence in parse.sentences:
        if parse.layout_of(sentence) in (Layout.FURNITURE,):
            continue
        found.extend(_in_sentence(parse, sentence))
    return tuple(_together(parse, found))


def claims_of(tolls: Sequence[Toll], least: float = 0.5) -> tuple[Toll, ...]:
    """Those that are claims on one incident: told as having happened, of killed or of wounded, not said again."""
    return tuple(
        t
        for t in tolls
        if t.scope is Scope.INCIDENT and not t.combined and not t.unreal and not t.repeats and t.likelihood >= least
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A pair on its way to a toll."""

    victims: Victims
    cue: Cue
    about: About
    pattern: str
    part: bool


def _in_sentence(parse: Parse, sentence: Sentence) -> list[Toll]:
    tokens = parse.words(sentence)
    nobody = none_hurt(tokens)
    blocked = {i for n in nobody for i in range(n.first, n.last)}
    signs = [c for c in cues(parse, sentence) if c.token not in blocked]
    found = [toll for n in nobody for toll in _none_tolls(parse, n)]
    if not signs and not any(t.lower in ("dead", "wounded", "killed", "injured") for t in tokens):
        return found
    people = [v for v in victims(tokens) if v.first not in blocked]
    drafts = _drafts(parse, tokens, signs, people)
    for draft in drafts:
        found.append(_toll(parse, tokens, draft, drafts))
    found.extend(_sums(parse, tokens, drafts))
    return sorted(found, key=lambda t: (t.number.start, t.number.end, t.about))


def _none_tolls(parse: Parse, n: NoneHurt) -> list[Toll]:
    span = parse.span(n.first, n.last)
    value = 0 if n.stance is Stance.ASSERTS else None
    who = parse.span(*n.who) if n.who else None
    return [Toll(a, n.stance, value, value, who, span, span, n.core, n.part, pattern="none") for a in n.abouts]


def _drafts(parse: Parse, tokens: Sequence[Token], signs: Sequence[Cue], people: list[Victims]) -> list[_Draft]:
    below = _subgroups(tokens, people)
    joined = pairs(parse, tokens, signs, [v for v in people if v.first not in below])
    drafts = {p.victims.first: _of_pair(p) for p in joined if not _uncounted_list(p)}
    among = _among(parse, tokens, signs, people)
    for v in people:
        if v.first in among:
            cue, about = among[v.first]
            drafts[v.first] = _Draft(v, cue, about, "among", True)
    free = [c for c in signs if all(d.cue is not c for d in drafts.values())]
    own = {p.victims.first: p for p in pairs(parse, tokens, free, [v for v in people if v.first in below])}
    for v in people:
        if v.first in below and v.first not in drafts:
            draft = _subgroup(v, own.get(v.first), drafts, signs)
            if draft is not None:
                drafts[v.first] = draft
    _partitives(tokens, people, drafts)
    return [drafts[v.first] for v in people if v.first in drafts]


def _uncounted_list(p: Pair) -> bool:
    return p.pattern == "list" and p.victims.kind is Kind.PLURAL


def _of_pair(p: Pair) -> _Draft:
    part = p.victims.of in ("them", "whom", "which") or nominal_about(p.victims.of) is not None
    if p.cue.shape is Shape.TOLL and p.victims.who is not None and p.pattern == "listing":
        part = True
    return _Draft(p.victims, p.cue, p.cue.about, f"{p.cue.shape} {p.pattern}", part)


def _subgroups(tokens: Sequence[Token], people: Sequence[Victims]) -> set[int]:
    """The people that the words make a subgroup, and the rest of a list that begins with one."""
    found: set[int] = set()
    for v in people:
        if opens_part(tokens, v):
            found.add(v.first)
            after_them = v.of == "" and any(
                t.lower in ("among", "amongst") for t in tokens[v.last - tokens[0].i : v.last - tokens[0].i + 2]
            )
            found.update(m.first for m in listed(tokens, people, v) if (m.first < v.first) == after_them)
    return found


def _subgroup(v: Victims, own: Pair | None, drafts: dict[int, _Draft], signs: Sequence[Cue]) -> _Draft | None:
    """The draft of a subgroup: under its own cue where that stands beside it, else under the toll before it."""
    if v.kind is Kind.PLURAL:
        return None
    if own is not None and (own.pattern == "touching" or (v.of and own.worth >= 6)):
        return _Draft(v, own.cue, own.cue.about, f"{own.cue.shape} sub", True)
    before = [d for first, d in drafts.items() if first < v.first]
    if before:
        parent = max(before, key=lambda d: d.victims.first)
        return _Draft(v, parent.cue, parent.about, "sub", True)
    if own is not None:
        return _Draft(v, own.cue, own.cue.about, f"{own.cue.shape} sub", True)
    earlier = [c for c in signs if c.first < v.first]
    if earlier and v.kind in (Kind.NUMBER, Kind.VAGUE):
        return _Draft(v, earlier[-1], earlier[-1].about, "sub", True)
    return None


def _among(
    parse: Parse, tokens: Sequence[Token], signs: Sequence[Cue], people: Sequence[Victims]
) -> dict[int, tuple[Cue, About]]:
    """People said to be "among the dead", or "the dead include": which they are."""
    from rashomon.extract.tolls.cues import Side

    found: dict[int, tuple[Cue, About]] = {}
    tokens[0].i
    for at in range(len(tokens) - 2):
        if tokens[at].lower not in ("among", "amongst") or tokens[at + 1].lower not in ("the", "those"):
            continue
        about = nominal_about(tokens[at + 2].lower)
        if about is None or tokens[at + 2].lower == "casualties":
            continue
        cue = Cue(tokens[at].i, tokens[at + 2].i + 1, tokens[at + 2].i, about, Side.BEFORE, Shape.NOUN)
        subject = _among_subject(parse, tokens, at, people)
        if subject is None:
            continue
        for v in (subject, *listed(tokens, people, subject)):
            if v.kind is not Kind.PLURAL:
                found[v.first] = (cue, about)
    return found


def _among_subject(parse: Parse, tokens: Sequence[Token], at: int, people: Sequence[Victims]) -> Victims | None:
    """Who is said to be among the dead: the subject of the verb, else those right before or after."""
    place = tokens[at].i
    governor = parse.tokens[tokens[at].head]
    heads = [c.i for c in parse.children(governor.i) if c.dep in ("nsubj", "attr", "nsubjpass")]
    for v in people:
        if any(v.first <= h < v.last for h in heads) and v.last <= place:
            return v
    near = [v for v in people if v.last <= place and place - v.last <= 3]
    if near:
        return near[-1]
    after = [v for v in people if v.first > place + 2 and v.first - place <= 5]
    return after[0] if after else None


def _partitives(tokens: Sequence[Token], people: Sequence[Victims], drafts: dict[int, _Draft]) -> None:
    """ "Twelve of the dead were soldiers and three were clerks": parts without a casualty verb of their own."""
    from rashomon.extract.tolls.cues import Side

    last: _Draft | None = None
    base = tokens[0].i
    for v in people:
        about = nominal_about(v.of)
        if v.first in drafts:
            if about is None:
                last = None if drafts[v.first].pattern != "of the" else last
            continue
        if about is not None:
            cue = Cue(v.first, v.last, v.last - 1, about, Side.BEFORE, Shape.NOUN)
            last = drafts[v.first] = _Draft(v, cue, about, "of the", True)
        elif last is not None and v.kind is Kind.NUMBER:
            follows = [t.lower for t in tokens[v.last - base : v.last - base + 2]]
            if (
                v.who is None
                and follows[:1]
                and follows[0] in ("were", "was", "to", "a", "an", "in", "belonged", "from")
            ) or (v.who is not None and v.first and not follows):
                drafts[v.first] = _Draft(v, last.cue, last.about, "of the", True)


def _toll(parse: Parse, tokens: Sequence[Token], draft: _Draft, drafts: Sequence[_Draft]) -> Toll:
    v, cue = draft.victims, draft.cue
    members = _members(draft, drafts)
    alone = len(members) < 2
    part = draft.part or (not alone and not _is_whole(v, members) and not is_family(tokens, members))
    first, last = min(v.first, cue.first), max(v.last, cue.last)
    if draft.pattern in ("sub",) or last - first > 40:
        first, last = v.first, v.last
    combined = cue.combined or _combined(tokens, cue)
    return Toll(
        about=draft.about,
        stance=Stance.ASSERTS,
        low=v.low,
        high=v.high,
        who=parse.span(*v.who) if v.who else None,
        span=_short(parse, first, last),
        number=parse.span(v.first, v.last),
        cue=cue.token,
        part=part,
        rule=v.rule,
        pattern=draft.pattern + (" family" if not alone and is_family(tokens, members) else ""),
        scope=scope_of(parse, tokens, cue),
        combined=combined,
        unreal=is_unreal(parse, tokens, cue),
    )


def _short(parse: Parse, first: int, last: int) -> Span:
    """The span of these tokens, cut at LONGEST_SPAN characters by leaving out tokens at its end."""
    while last - first > 1 and parse.tokens[last - 1].end - parse.tokens[first].start > LONGEST_SPAN:
        last -= 1
    return parse.span(first, last)


def _members(draft: _Draft, drafts: Sequence[_Draft]) -> list[Victims]:
    """The list that the draft's people stand in under their cue, subgroups left out; themselves alone otherwise."""
    if draft.part or draft.cue.shape is Shape.TOLL:
        return [draft.victims]
    return [d.victims for d in drafts if d.cue is draft.cue and not d.part]


def _is_whole(v: Victims, members: Sequence[Victims]) -> bool:
    return members[0] is v and breaks_down(v, members[1:])


def _combined(tokens: Sequence[Token], cue: Cue) -> bool:
    """ "20 killed or wounded", "killed and wounded 30", "dead and injured": one number for both."""
    base = tokens[0].i
    words = [t.lower for t in tokens]
    dead, hurt = (
        {"killed", "dead", "kill", "killing", "martyred"},
        {"wounded", "injured", "hurt", "wounding", "injure", "wound", "injuring"},
    )
    at, end = cue.first - base, cue.last - base
    own = words[at:end]
    other = hurt if set(own) & dead else dead
    if end + 1 < len(words) and words[end] in ("or", "and", "/", "and/or") and words[end + 1] in other:
        return True
    return at >= 2 and words[at - 1] in ("or", "and", "/", "and/or") and words[at - 2] in other


def _sums(parse: Parse, tokens: Sequence[Token], drafts: Sequence[_Draft]) -> list[Toll]:
    """The whole of each plain list: "nine soldiers and a policeman" is 10."""
    found: list[Toll] = []
    done: set[int] = set()
    for draft in drafts:
        members = _members(draft, drafts)
        if draft.part or draft.cue.token in done or len(members) < 2 or _is_whole(members[0], members):
            continue
        done.add(draft.cue.token)
        whole = adds_up(tokens, members)
        if whole is None:
            continue
        first, last = members[0].first, members[-1].last
        base = _toll(parse, tokens, draft, drafts)
        who = parse.span(first, last)
        if len(who) > LONGEST_SPAN:
            continue
        family = is_family(tokens, members)
        span = _short(parse, min(first, draft.cue.first), max(last, draft.cue.last))
        found.append(
            replace(
                base,
                low=whole[0],
                high=whole[1],
                who=who,
                span=span,
                number=who,
                part=False,
                rule="the sum of a plain list",
                pattern="sum family" if family else "sum",
            )
        )
    return found


def _together(parse: Parse, found: Sequence[Toll]) -> list[Toll]:
    """The tolls once the whole report is seen: sums stated elsewhere, members of a family, headlines said again."""
    stated = [t for t in found if t.pattern not in ("sum", "sum family") and not t.part]
    sums = {(t.about, t.cue): t for t in found if t.pattern == "sum family"}
    kept: list[Toll] = []
    for t in found:
        if t.pattern == "sum" and any(o.about is t.about and t.low in (o.low, o.high) for o in stated):
            continue
        if t.pattern.endswith(" family") and t.pattern != "sum family" and (t.about, t.cue) in sums:
            continue
        kept.append(t)
    body = [t for t in kept if not _heads(parse, t)]
    return [replace(t, repeats=_heads(parse, t) and _again(t, body)) for t in kept]


def _heads(parse: Parse, t: Toll) -> bool:
    sentence = parse.sentence_at(t.number.start)
    return sentence is not None and parse.layout_of(sentence) in (Layout.TITLE, Layout.SUBTITLE)


def _again(t: Toll, body: Sequence[Toll]) -> bool:
    """True where the body gives a headline's figure, or a closer one for a vague headline."""
    same = [o for o in body if o.about is t.about]
    if any(
        (o.low is not None and o.low in (t.low, t.high)) or (o.high is not None and o.high in (t.low, t.high))
        for o in same
    ):
        return True
    return bool(same) and (t.high is None or t.low is None or bool(t.rule))


__all__ = ["attacks", "claims_of", "find_tolls", "lexicon"]
