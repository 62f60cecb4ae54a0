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

    floor: what no pair counts below. scores: of the pairs that were compared. score: what a pair counts that was not,
    looked up only where two groups share a pair that was; None: the floor.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        scores: Scores,
        floor: int,
        score: Callable[[int, int], int] | None = None,
    ) -> None:
        self.groups: dict[int, list[int]] = {n: list(group) for n, group in enumerate(groups)}
        home = {node: n for n, group in self.groups.items() for node in group}
        self._floor, self._scores, self._score = floor, scores, score
        met: dict[int, set[int]] = {n: set() for n in self.groups}
        for node, n in home.items():
            met[n].update(home[other] for other in scores.get(node, {}) if other in home)
        # Sums over the pairs between two groups of what the score is above the floor.
        self._above: dict[int, dict[int, int]] = {n: {} for n in self.groups}
        for n, beside in met.items():
            for m in beside:
                if n < m:
                    self._above[n][m] = self._above[m][n] = self._between(self.groups[n], self.groups[m])

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

    def _between(self, one: Sequence[int], two: Sequence[int]) -> int:
        total = 0
        for node in one:
            known = self._scores.get(node, {})
            for other in two:
                if other in known:
                    total += known[other] - self._floor
                elif self._score:
                    total += self._score(node, other) - self._floor
        return total

    def _merge(self, n: int, m: int, fresh: int) -> None:
        one, two = self.groups.pop(n), self.groups.pop(m)
        left, right = self._above.pop(n), self._above.pop(m)
        self.groups[fresh] = one + two
        above = self._above[fresh] = {}
        for other in left.keys() | right.keys():
            if other not in self.groups:
                continue
            members, beside = self.groups[other], self._above[other]
            above[other] = beside[fresh] = sum(
                known[other] if other in known else self._between(own, members)
                for own, known in ((one, left), (two, right))
            )
            beside.pop(n, None)
            beside.pop(m, None)
