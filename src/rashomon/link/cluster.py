"""Which mentions of one component are one happening: average-link grouping that prefers apart.

Invariant: the result depends on the nodes, scores and bounds, not on the order in which they are given. Scores are
whole numbers, so sums are exact; ties go to the group whose first node comes first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Scores = Mapping[int, Mapping[int, int]]  # of the pairs that were compared, both ways


def components(
    nodes: Iterable[int], scores: Scores, join: int, tied: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """The nodes that chains of pairs scoring at least `join`, or of tied pairs, hold together; each ascending."""
    ties: dict[int, list[int]] = {}
    for one, two in tied:
        ties.setdefault(one, []).append(two)
        ties.setdefault(two, []).append(one)
    found, seen = [], set[int]()
    for node in sorted(nodes):
        if node in seen:
            continue
        seen.add(node)
        reached, ahead = [node], [node]
        while ahead:
            at = ahead.pop()
            beside = [other for other, score in scores.get(at, {}).items() if score >= join]
            for other in (*beside, *ties.get(at, ())):
                if other not in seen:
                    seen.add(other)
                    reached.append(other)
                    ahead.append(other)
        found.append(sorted(reached))
    return found


class Grouping:
    """The groups of one component while they are being joined.

    apart: says of two groups that nothing may put them together. floor: what a pair that was not compared counts.
    """

    def __init__(self, groups: Sequence[Sequence[int]], scores: Scores, floor: int) -> None:
        self.groups: dict[int, list[int]] = {n: list(group) for n, group in enumerate(groups)}
        home = {node: n for n, group in self.groups.items() for node in group}
        self._floor = floor
        # Sums over compared pairs of what the score is above the floor: pairs that were not compared add nothing.
        self._above: dict[int, dict[int, int]] = {n: {} for n in self.groups}
        for node, n in home.items():
            for other, score in scores.get(node, {}).items():
                m = home.get(other)
                if m is not None and m != n:
                    self._above[n][m] = self._above[n].get(m, 0) + score - floor

    def run(self, join: int, apart: Callable[[Sequence[int], Sequence[int]], bool]) -> list[list[int]]:
        """Joins the two groups with the highest average again and again while that is at least `join`."""
        heap = [self._offer(n, m) for n in self._above for m in self._above[n] if n < m]
        heapify(heap)
        fresh = len(self.groups)
        while heap:
            refused, _, n, m = heappop(heap)
            if -refused < join:
                break
            if n not in self.groups or m not in self.groups or apart(self.groups[n], self.groups[m]):
                continue
            self._merge(n, m, fresh)
            for other in self._above[fresh]:
                heappush(heap, self._offer(other, fresh))
            fresh += 1
        return sorted(sorted(group) for group in self.groups.values())

    def _offer(self, n: int, m: int) -> tuple[float, tuple[int, int], int, int]:
        one, two = self.groups[n], self.groups[m]
        average = self._floor + self._above[n][m] / (len(one) * len(two))
        first, second = min(one), min(two)
        return -average, (min(first, second), max(first, second)), n, m

    def _merge(self, n: int, m: int, fresh: int) -> None:
        self.groups[fresh] = self.groups.pop(n) + self.groups.pop(m)
        above = self._above.pop(n)
        for other, value in self._above.pop(m).items():
            above[other] = above.get(other, 0) + value
        self._above[fresh] = {other: value for other, value in above.items() if other in self.groups}
        for other, value in self._above[fresh].items():
            beside = self._above[other]
            beside.pop(n, None)
            beside.pop(m, None)
            beside[fresh] = value
