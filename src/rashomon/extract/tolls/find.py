"""The tolls of a report: sentence by sentence, then seen together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.extract.tolls.cue import Cue, Shape
from rashomon.extract.tolls.cues import cues
from rashomon.extract.tolls.drafts import Draft, drafts
from rashomon.extract.tolls.gate import LEAST_LIKELY, weighed
from rashomon.extract.tolls.later_deaths import later_deaths
from rashomon.extract.tolls.none_hurt import NoneHurt, none_hurt
from rashomon.extract.tolls.parts import adds_up, attacks, breaks_down, is_family, with_others
from rashomon.extract.tolls.reality import is_unreal, scope_of
from rashomon.extract.tolls.referring import REACH, Told, referring, still_in_care
from rashomon.extract.tolls.rejected import rejections
from rashomon.extract.tolls.sight import Sight
from rashomon.extract.tolls.toll import Kind, Scope, Toll
from rashomon.extract.tolls.victims import Victims, victims
from rashomon.records import About, Layout, Parse, Span, Stance, Token

LONGEST_SPAN = 400  # characters
LONGEST_SENTENCE = 300  # tokens read at once: a longer "sentence" is a table or has no stops
LONGEST_REACH = 40  # tokens between people and their cue, beyond which the people's own words are the span
_COUNTED = (Kind.NUMBER, Kind.ONE, Kind.VAGUE)
SUM_RULE = "the sum of a plain list"
_KILLS = frozenset(("killed", "dead", "kill", "killing", "martyred", "kills", "died"))
_WOUNDS = frozenset(("wounded", "injured", "hurt", "wounding", "injure", "wound", "injuring", "wounds", "injures"))

_GONE = frozenset(("missing", "captured", "unaccounted"))  # "47 are dead or missing" counts no dead
_NOMINALS = frozenset(("victims", "fatalities", "deceased", "martyrs", "fallen", "slain", "martyred"))

Lists = dict[Cue, list[Victims]]


def find_tolls(parse: Parse) -> tuple[Toll, ...]:
    """The claims on how many were killed and wounded in one incident each, in the order of the text.

    "Two died, six were hurt; 40 have died since May" gives killed 2 and wounded 6. What is told of several incidents,
    of killed and wounded together, as planned, or said again in the body, is left out: `every_toll` has it all.
    A statement that comes twice in the body is given twice.
    """
    return claims_of(every_toll(parse))


def every_toll(parse: Parse) -> tuple[Toll, ...]:
    """Every statement of killed and wounded in the report, with all that speaks for and against it."""
    return tuple(weighed(parse, drafted_tolls(parse)))


def claims_of(tolls: Iterable[Toll], least: float = LEAST_LIKELY) -> tuple[Toll, ...]:
    """Those of `every_toll` that are claims on one incident."""
    return tuple(t for t in tolls if stands(t) and t.likelihood >= least)


def stands(toll: Toll) -> bool:
    """True for a toll that no rule speaks against: of one incident, told as having happened, not said again."""
    return toll.scope is Scope.INCIDENT and not (toll.combined or toll.unreal or toll.repeats)


def drafted_tolls(parse: Parse) -> list[Toll]:
    """Every toll by the rules alone, before the learned deciders have weighed it."""
    found: list[Toll] = []
    told: tuple[int, Told] | None = None
    for sentence in parse.sentences:
        for first in range(sentence.first, sentence.last, LONGEST_SENTENCE):
            tokens = parse.tokens[first : min(first + LONGEST_SENTENCE, sentence.last)]
            before = told[1] if told is not None and sentence.i - told[0] <= REACH else None
            here = _in_sentence(parse, tokens, before)
            abouts = [t.about for t in here if t.stance is Stance.ASSERTS and not t.combined]
            if abouts:
                about = About.KILLED if About.KILLED in abouts else About.WOUNDED
                earlier = before or Told(about)
                highest = (max(_highest(here, a), earlier.highest(a)) for a in (About.KILLED, About.WOUNDED))
                told = sentence.i, Told(about, *highest)
            found.extend(here)
    return _together(parse, found)


def _in_sentence(parse: Parse, tokens: Sequence[Token], told: Told | None) -> list[Toll]:
    """The tolls of one sentence. told: the last toll before it; None where none is near."""
    rejected = rejections(tokens, told.about if told is not None else None)
    covered = {i for n in rejected for i in range(n.first, n.last)}
    dead = told is not None and told.killed > 0
    nobody = [*rejected, *(n for n in none_hurt(tokens, dead=dead) if n.core not in covered)]
    blocked = {i for n in nobody for i in range(n.first, n.last)}
    found = [toll for n in nobody for toll in _none_tolls(parse, n)]
    signs = [c for c in cues(parse, tokens) if c.token not in blocked]
    telling = bool(signs) or any(t.lower in _KILLS | _WOUNDS | _NOMINALS for t in tokens)
    if telling or told is not None:
        people = [v for v in victims(tokens) if v.first not in blocked]
        drafted = drafts(parse, tokens, signs, people) if telling else []
        told = told or _told_in(drafted)
        if told is not None:
            taken = {d.victims.first for d in drafted}
            drafted += [d for d in referring(tokens, people, told, drafted) if d.victims.first not in taken]
            drafted = [
                replace(d, part=True) if still_in_care(tokens, d, _hurt(drafted, d, told)) else d for d in drafted
            ]
        lists = _lists(drafted)
        found.extend(toll for draft in drafted if (toll := _toll(parse, tokens, draft, lists)) is not None)
        found.extend(_listings(parse, tokens, drafted, told))
        found.extend(_sums(parse, tokens, drafted, lists))
    return sorted(found, key=lambda t: (t.number.start, t.number.end, t.about))


def _hurt(drafted: Sequence[Draft], draft: Draft, told: Told) -> Told:
    """What was told before, with the wounded that stand before this draft in its sentence."""
    before = [d.victims for d in drafted if d.about is About.WOUNDED and d.victims.last <= draft.victims.first]
    return replace(told, wounded=max([told.wounded, *(v.high or v.low or 0 for v in before)]))


def _told_in(drafted: Sequence[Draft]) -> Told | None:
    """The toll that the rest of a sentence may go on from, where none was told before it."""
    counted = [d for d in drafted if not d.cue.combined]
    if not counted:
        return None
    highest = {
        a: max((d.victims.high or d.victims.low or 0 for d in counted if d.about is a), default=0) for a in About
    }
    return Told(counted[0].about, highest[About.KILLED], highest[About.WOUNDED])


def _highest(tolls: Iterable[Toll], about: About) -> int:
    """The highest figure among these tolls of the killed or of the wounded; 0 where there is none."""
    return max((t.high or t.low or 0 for t in tolls if t.about is about), default=0)


def _none_tolls(parse: Parse, n: NoneHurt) -> list[Toll]:
    span = parse.span(n.first, n.last)
    value = 0 if n.stance is Stance.ASSERTS else None
    who = parse.span(*n.who) if n.who else None
    return [
        Toll(a, n.stance, value, value, who, span, span, n.core, n.part, pattern="none", kind=Kind.NONE)
        for a in n.abouts
    ]


def _toll(parse: Parse, tokens: Sequence[Token], draft: Draft, lists: Lists, *, summing: bool = False) -> Toll | None:
    v, cue = draft.victims, draft.cue
    members = _members(draft, lists)
    family = is_family(tokens, members)
    if members[0] is v and _reflexive(tokens, members):
        return None
    if not summing and len(members) > 1 and _tells_who(tokens, v, members):
        return None
    part = draft.part or (len(members) > 1 and not family and not _is_whole(tokens, v, members))
    first, last = min(v.first, cue.first), max(v.last, cue.last)
    if draft.pattern in ("sub", "breakdown") or last - first > LONGEST_REACH:
        first, last = v.first, v.last
    return Toll(
        about=draft.about,
        stance=Stance.ASSERTS,
        low=v.low,
        high=v.high,
        who=parse.span(*v.who) if v.who else None,
        span=_short(parse, first, last),
        number=_short(parse, v.first, v.last),
        cue=cue.token,
        part=part,
        rule=v.rule,
        pattern=draft.pattern + (" family" if family else ""),
        kind=v.kind,
        attackers=attacks(tokens, v),
        scope=scope_of(parse, tokens, cue, v),
        combined=cue.combined or _combined(tokens, cue),
        unreal=is_unreal(tokens, cue),
    )


def _tells_who(tokens: Sequence[Token], v: Victims, members: Sequence[Victims]) -> bool:
    """True for single people who only say who was hit: "a vendor and a student", "two people, a man and his wife"."""
    if _is_whole(tokens, members[0], members):
        return v is not members[0] and all(m.single for m in members[1:])
    return all(m.single for m in members) and not _reflexive(tokens, members)


def _reflexive(tokens: Sequence[Token], members: Sequence[Victims]) -> bool:
    """True for the bomber beside his victims: "killed himself and 10 others"."""
    first = tokens[members[0].head - tokens[0].i].lower
    return len(members) > 1 and first in ("himself", "herself", "themselves")


def _short(parse: Parse, first: int, last: int) -> Span:
    """The span of these tokens, cut at LONGEST_SPAN characters by leaving out tokens, then characters, at its end."""
    while last - first > 1 and parse.tokens[last - 1].end - parse.tokens[first].start > LONGEST_SPAN:
        last -= 1
    start = parse.tokens[first].start
    return Span.of(parse.text, start, min(parse.tokens[last - 1].end, start + LONGEST_SPAN))


def _lists(drafted: Sequence[Draft]) -> Lists:
    """The people that stand under each cue side by side, subgroups left out."""
    found: Lists = {}
    for d in drafted:
        if _may_list(d):
            found.setdefault(d.cue, []).append(d.victims)
    return found


def _may_list(draft: Draft) -> bool:
    return not draft.part and draft.cue.shape is not Shape.TOLL and draft.pattern != "gapped"


def _members(draft: Draft, lists: Lists) -> list[Victims]:
    """The list that the draft's people stand in under their cue; themselves alone otherwise."""
    return lists[draft.cue] if _may_list(draft) else [draft.victims]


def _is_whole(tokens: Sequence[Token], v: Victims, members: Sequence[Victims]) -> bool:
    return members[0] is v and breaks_down(tokens, v, members[1:])


def _combined(tokens: Sequence[Token], cue: Cue) -> bool:
    """ "20 killed or wounded", "killed and wounded 30", "dead and injured": one number for both."""
    words = [t.lower for t in tokens]
    at, end = cue.first - tokens[0].i, cue.last - tokens[0].i
    other = (_WOUNDS if set(words[at:end]) & _KILLS else _KILLS) | _GONE
    joints = ("or", "and", "/", "and/or")
    if end + 1 < len(words) and words[end] in joints and words[end + 1] in other:
        return True
    return at >= 2 and words[at - 1] in joints and words[at - 2] in other


def _sums(parse: Parse, tokens: Sequence[Token], drafted: Sequence[Draft], lists: Lists) -> list[Toll]:
    """The whole of each plain list: "nine soldiers and a policeman" is 10."""
    found: list[Toll] = []
    done: set[Cue] = set()
    for draft in drafted:
        members = _members(draft, lists)
        if draft.part or draft.cue in done or len(members) < 2 or _is_whole(tokens, members[0], members):
            continue
        done.add(draft.cue)
        whole = None if _reflexive(tokens, members) else adds_up(tokens, members) or with_others(tokens, members)
        base = _toll(parse, tokens, draft, lists, summing=True)
        if whole is None or base is None:
            continue
        first, last = members[0].first, members[-1].last
        who = parse.span(first, last)
        if len(who) <= LONGEST_SPAN:
            span = _short(parse, min(first, draft.cue.first), max(last, draft.cue.last))
            pattern = "sum family" if is_family(tokens, members) else "sum"
            found.append(
                replace(
                    base,
                    low=whole[0],
                    high=whole[1],
                    who=who,
                    span=span,
                    number=who,
                    part=False,
                    rule=SUM_RULE,
                    kind=Kind.NUMBER,
                    pattern=pattern,
                )
            )
    return found


def _listings(parse: Parse, tokens: Sequence[Token], drafted: Sequence[Draft], told: Told | None) -> Iterator[Toll]:
    """The whole of "The dead were two teachers and a guard"; nothing where a larger toll was told before."""
    by_cue: dict[Cue, list[Draft]] = {}
    for d in drafted:
        if d.cue.shape is Shape.TOLL and d.pattern in ("toll listing", "toll list"):
            by_cue.setdefault(d.cue, []).append(d)
    for cue, members in by_cue.items():
        verb = tokens[cue.last - tokens[0].i].lower if cue.last - tokens[0].i < len(tokens) else ""
        whole = adds_up(tokens, [d.victims for d in members]) if verb in ("were", "are", "was", "as", ":") else None
        if whole is None or (told is not None and told.highest(cue.about) >= whole[1]):
            continue
        base = _toll(parse, tokens, members[0], {})
        if base is not None:
            who = _short(parse, members[0].victims.first, members[-1].victims.last)
            span = _short(parse, cue.first, members[-1].victims.last)
            low, high = whole
            yield replace(base, low=low, high=high, who=who, span=span, number=who, part=False, rule=SUM_RULE)


def _together(parse: Parse, found: Sequence[Toll]) -> list[Toll]:
    """The tolls once the whole report is seen: sums stated elsewhere, members of a family, headlines said again."""
    heads = [_heads(parse, t) for t in found]
    stated = {
        (t.about, t.low, t.high)
        for t, head in zip(found, heads, strict=True)
        if not (t.pattern.startswith("sum") or t.part or head)
    }
    families = {(t.about, t.cue) for t in found if t.pattern == "sum family"}
    kept: list[tuple[Toll, bool]] = []
    for t, head in zip(found, heads, strict=True):
        said = t.pattern == "sum" and (t.about, t.low, t.high) in stated
        member = t.pattern.endswith(" family") and t.pattern != "sum family" and (t.about, t.cue) in families
        if not said and not member:
            kept.append((t, head))
    figures = {(t.about, figure) for t, head in kept if not head for figure in (t.low, t.high) if figure is not None}
    return later_deaths(parse, _beside(parse, [replace(t, repeats=head and _again(t, figures)) for t, head in kept]))


def _beside(parse: Parse, tolls: list[Toll]) -> list[Toll]:
    """The tolls with the attackers' dead as a part where they "also" died, beside the toll of their victims."""
    sight = Sight.of(parse, tolls)
    marked: list[Toll] = []
    for i, t in enumerate(tolls):
        sentence = sight.sentences[i]
        nearby = parse.tokens[max(sentence.first, t.cue - 4) : t.cue + 2]
        also = t.attackers and not t.part and any(token.lower == "also" for token in nearby)
        beside = also and any(not o.attackers and o.kind in _COUNTED for o, _ in sight.near(i))
        marked.append(replace(t, part=True) if beside else t)
    return marked


def _heads(parse: Parse, t: Toll) -> bool:
    """True for a toll in the headline or the lines under it."""
    return parse.layout_of(parse.sentences[parse.tokens[t.cue].sentence]) in (Layout.TITLE, Layout.SUBTITLE)


def _again(t: Toll, body: set[tuple[About, int]]) -> bool:
    """True where the body gives a headline's figure, or any figure for a headline without an exact one."""
    if (t.about, t.low) in body or (t.about, t.high) in body:
        return True
    inexact = t.high is None or t.low is None or bool(t.rule)
    return inexact and any(about is t.about for about, _ in body)
