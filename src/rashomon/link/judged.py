"""What people decided about pairs of mentions, and what follows for grouping.

Rules: the newest judgement of a pair holds, and one without a verdict takes it back. A "different" is never crossed,
not by a score, not by a chain, not by a "same" elsewhere. An "unsure" keeps the pair apart from scores, but a "same",
direct or by a chain of them, goes before it.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.records import Judgement, Verdict

Pair = tuple[str, str]


def pair_of(one: str, two: str) -> Pair:
    """The two mention ids in their order."""
    return (one, two) if one < two else (two, one)


def newest(judgements: Iterable[Judgement]) -> dict[Pair, Judgement]:
    """The judgement that holds for each pair; pairs whose newest judgement takes back are left out.

    Of two with the same time the one that keeps apart holds, then the one that sorts last by who and why.
    """
    caution = {None: 0, Verdict.SAME: 1, Verdict.UNSURE: 2, Verdict.DIFFERENT: 3}
    held: dict[Pair, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, caution[j.verdict], j.by, j.why)):
        if judgement.left != judgement.right:
            held[pair_of(judgement.left, judgement.right)] = judgement
    return {pair: judgement for pair, judgement in sorted(held.items()) if judgement.verdict is not None}


@dataclass(slots=True)
class Bounds:
    """What judgements and reports forbid and demand, over any kind of node.

    same: pairs that people hold for one, newest first. different, unsure: the partners of each node.
    report: the report of each node; two mentions of one report are not joined by scores.
    """

    same: list[tuple[int, int]] = field(default_factory=list)
    different: dict[int, set[int]] = field(default_factory=dict)
    unsure: dict[int, set[int]] = field(default_factory=dict)
    report: Mapping[int, Hashable] | Sequence[Hashable] = ()

    def tied(self, nodes: Sequence[int]) -> list[list[int]]:
        """The nodes in groups as "same" judgements tie them; one that would cross a "different" is not followed."""
        home = {node: [node] for node in nodes}
        for one, two in self.same:
            if one in home and two in home and home[one] is not home[two]:
                if self._meet(home[one], home[two], self.different):
                    continue
                joined = sorted(home[one] + home[two])
                home.update((node, joined) for node in joined)
        groups: list[list[int]] = []
        for node in sorted(nodes):
            if home[node][0] == node:
                groups.append(home[node])
        return groups

    def apart(self, one: Sequence[int], two: Sequence[int]) -> bool:
        """True where scores may not join these groups."""
        if not {self.report[node] for node in one}.isdisjoint(self.report[node] for node in two):
            return True
        return self._meet(one, two, self.different) or self._meet(one, two, self.unsure)

    @staticmethod
    def _meet(one: Sequence[int], two: Sequence[int], partners: Mapping[int, set[int]]) -> bool:
        return bool(partners) and any(not partners[node].isdisjoint(two) for node in one if node in partners)


def bounds(judgements: Mapping[Pair, Judgement], rows: Mapping[str, int], report: Sequence[Hashable]) -> Bounds:
    """The judgements over rows instead of mention ids; those on mentions that are not there wait for them."""
    made = Bounds(report=report)
    ordered = sorted(judgements.items(), key=lambda item: item[0])
    for pair, judgement in sorted(ordered, key=lambda item: item[1].at, reverse=True):
        if pair[0] not in rows or pair[1] not in rows:
            continue
        one, two = rows[pair[0]], rows[pair[1]]
        if judgement.verdict is Verdict.SAME:
            made.same.append((one, two))
            continue
        partners = made.different if judgement.verdict is Verdict.DIFFERENT else made.unsure
        partners.setdefault(one, set()).add(two)
        partners.setdefault(two, set()).add(one)
    return made
