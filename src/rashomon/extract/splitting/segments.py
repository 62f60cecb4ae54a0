"""Units that are told in one breath: the decision is taken for all of them at once.

"Six were killed and nine wounded in a strike on Friday" is one segment of three units; "Nine died in Rundu in June,
and four people died in Divundu in March" is two. A segment ends where a clause has a subject of its own after "and",
where two clauses have days or places of their own that differ, and where "after", "since"
or "before" leads to another event.
"""

from collections.abc import Sequence

from rashomon.extract.splitting.units import Unit, clause_head, parted
from rashomon.records import Parse

_LEADS_AWAY = frozenset("after before since following until days weeks months hours".split())
_ARTICLES = ("another", "a", "the", "poss", "bare", "")


def segments(parse: Parse, found: Sequence[Unit]) -> list[list[Unit]]:
    """The units of a report by segment, in the order of the text; every unit is in exactly one."""
    result: list[list[Unit]] = []
    for unit in found:
        home = next((s for s in reversed(result[-4:]) if _together(parse, s, unit)), None)
        if home is None:
            result.append([unit])
        else:
            home.append(unit)
    return result


def _together(parse: Parse, segment: Sequence[Unit], unit: Unit) -> bool:
    if segment[-1].token.sentence != unit.token.sentence:
        return False
    own = clause_head(parse, unit.token.i)
    heads = {clause_head(parse, u.token.i) for u in segment}
    if own in heads:
        return True
    if any(parted(parse, u.token.i, unit.token.i) for u in segment):
        return False
    if _background(parse, own) != any(_background(parse, h) for h in heads):
        return False
    if _leads_away(parse, own) != any(_leads_away(parse, h) for h in heads):
        return False
    if any(_of_speaker(parse, u.token.i, unit.token.i) for u in segment):
        return False
    if _aside(parse, own) != any(_aside(parse, h) for h in heads):
        return False
    return not any(_differ(u, unit) for u in segment)


def _of_speaker(parse: Parse, one: int, other: int) -> bool:
    """True where one tells of the one who says what the other tells: "Paz, who survived a raid, said two died"."""
    for first, second in ((one, other), (other, one)):
        chain = [parse.tokens[first], *parse.ancestors(first)]
        subject = next((t for t in chain if t.dep == "nsubj" and t.i != first), None)
        if subject is None:
            continue
        above = [parse.tokens[second], *parse.ancestors(second)]
        if any(t.dep == "ccomp" and t.head == subject.head for t in above):
            return True
    return False


def _aside(parse: Parse, clause: int) -> bool:
    """True for a clause that tells something else beside: "..., while an ambulance was hijacked in Rundu"."""
    children = parse.children(clause)
    marked = any(c.lower in ("while", "whereas") and c.i < clause and c.dep in ("mark", "advmod") for c in children)
    return parse.tokens[clause].dep == "advcl" and marked and any(c.dep in ("nsubj", "nsubjpass") for c in children)


def _leads_away(parse: Parse, clause: int) -> bool:
    """True where a clause is joined by a word of time that leads to another event."""
    token = parse.tokens[clause]
    joined_by = [
        c.lower for c in parse.children(clause) if c.i < clause and c.dep in ("mark", "advmod", "npadvmod", "prep")
    ]
    return token.dep in ("advcl", "pcomp", "relcl") and any(word in _LEADS_AWAY for word in joined_by)


def _background(parse: Parse, clause: int) -> bool:
    """True where a relative clause tells what somebody has done otherwise: "a group that has fought since May"."""
    return parse.tokens[clause].dep == "relcl" and any(
        c.dep == "aux" and c.lower in ("has", "have", "'ve") for c in parse.children(clause)
    )


def _differ(one: Unit, other: Unit) -> bool:
    """True where both clauses have a day of their own, and not the same one."""
    if not (one.own_time and other.own_time):
        return False
    first, second = one.times[0].interval, other.times[0].interval
    return first is not None and second is not None and not (first.first <= second.last and second.first <= first.last)


def merged(segment: Sequence[Unit]) -> Unit:
    """One unit that stands for a segment: its telling word, with the times, places, tolls and blames of all."""
    chief = max(segment, key=lambda u: (u.event is not None, u.own_time + u.own_place, -u.token.i))
    by_own_time = sorted(segment, key=lambda u: not u.own_time)
    by_own_place = sorted(segment, key=lambda u: not u.own_place)
    return Unit(
        token=chief.token,
        layout=chief.layout,
        event=chief.event,
        tolls=[n for u in segment for n in u.tolls],
        blames=[n for u in segment for n in u.blames],
        times=list(dict.fromkeys(t for u in by_own_time for t in u.times)),
        places=list(dict.fromkeys(p for u in by_own_place for p in u.places)),
        own_time=any(u.own_time for u in segment),
        own_place=any(u.own_place for u in segment),
        article=next(a for a in _ARTICLES if any(u.article == a for u in segment)),
        values={v for u in segment for v in u.values},
        listed=chief.listed,
        roundup=chief.roundup,
        actors={a for u in segment for a in u.actors},
        victims={v for u in segment for v in u.victims},
        spread=chief.spread,
        trailing=frozenset(name for u in segment for name in u.trailing),
        aside=next((u.aside for u in segment if u.aside), ""),
        counted=next((u.counted for u in segment if u.counted), ""),
    )
