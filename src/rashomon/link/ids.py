"""Which id each incident bears, and where every id that was ever given leads.

The rule (docs/decisions/incident-ids.md): every mention has a handle, made from its own id. What scores alone join is
an automatic group, and its founding mention's handle is its id; founding is the mention whose report was published
first (then by report id and place in the text). Where judgements split automatic groups, a group's id goes with the
larger part, and where they merge some, the oldest id is borne and the others lead to it. A part that no automatic id
goes with bears the handle of its first mention whose handle is free; where none is, that handle with an "s", for
split off.

Invariant: a pure function of the automatic groups and the final ones: the order of arrival plays no part.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SPLIT_OFF = "s"


def handle(mention: str) -> str:
    """The id that an incident founded by this mention bears: `handle("m-00ff")` is "i-00ff"."""
    return "i-" + mention.removeprefix("m-")


@dataclass(frozen=True, slots=True)
class Named:
    """A final group with its id and every other id that leads to it. mentions: founding mention first."""

    id: str
    mentions: tuple[str, ...]
    redirects: tuple[str, ...]


def name_groups(automatic: Sequence[Sequence[str]], final: Sequence[Sequence[str]]) -> list[Named]:
    """The ids of the final groups. Both hold the same mentions, each group in founding order."""
    if automatic == final:  # nothing was judged here: the common case
        return [_named(group[0], group) for group in final]
    home = {mention: n for n, group in enumerate(final) for mention in group}
    rank = {mention: n for n, mention in enumerate(_in_order(automatic))}
    owner = {group[0]: _largest_part(group, home) for group in automatic}
    borne: dict[int, list[str]] = {}
    for founder, n in owner.items():
        borne.setdefault(n, []).append(founder)
    named = []
    for n, group in enumerate(final):
        free = [mention for mention in group if mention not in owner]
        if n in borne:
            bearer = min(borne[n], key=lambda mention: rank[mention])
            others = [mention for mention in sorted({*borne[n], *free}) if mention != bearer]
            named.append(Named(handle(bearer), tuple(group), tuple(handle(mention) for mention in others)))
        elif free:
            named.append(Named(handle(free[0]), tuple(group), tuple(sorted(handle(m) for m in free[1:]))))
        else:
            named.append(Named(handle(group[0]) + SPLIT_OFF, tuple(group), ()))
    return named


def _named(founder: str, group: Sequence[str]) -> Named:
    return Named(handle(founder), tuple(group), tuple(sorted(handle(m) for m in group if m != founder)))


def _in_order(groups: Sequence[Sequence[str]]) -> list[str]:
    return [mention for group in groups for mention in group]


def _largest_part(group: Sequence[str], home: Mapping[str, int]) -> int:
    """The final group that holds most of an automatic one; of equals the one with the earliest of its mentions."""
    counts: dict[int, int] = {}
    for mention in group:  # in founding order, so that the first of equals is the one met first
        counts[home[mention]] = counts.get(home[mention], 0) + 1
    return max(counts, key=lambda n: counts[n])
