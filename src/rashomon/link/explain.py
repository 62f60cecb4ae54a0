"""Incidents with what a person may ask of them: why these mentions are joined, and why a near one is not."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from rashomon.link.gist import Gist
from rashomon.link.ids import Named
from rashomon.link.judged import Pair, pair_of
from rashomon.link.weights import THOUSANDTHS, Weights
from rashomon.records import Incident, Join, Judgement, Verdict

MOST_NEAR = 8  # near pairs an incident shows; judged ones are always shown


class Explainer:
    """Makes incidents of groups, with the reasons of each join and of each near pair."""

    def __init__(
        self,
        gists: Sequence[Gist],
        scores: Mapping[int, Mapping[int, int]],
        weights: Weights,
        held: Mapping[Pair, Judgement],
    ) -> None:
        self._gists, self._scores, self._weights, self._held = gists, scores, weights, held
        self._judged: dict[str, list[Pair]] = {}
        for pair in held:
            for mention in pair:
                self._judged.setdefault(mention, []).append(pair)

    def incident(self, named: Named, rows: Sequence[int], home: Mapping[str, str]) -> Incident:
        """The incident of a group. rows: of its mentions. home: the incident id of every mention."""
        return Incident(named.id, named.mentions, self._joins(rows), self._near(named.id, rows, home), named.redirects)

    def _joins(self, rows: Sequence[int]) -> tuple[Join, ...]:
        """The fewest and strongest pairs that hold the mentions together, and every pair judged the same."""
        judged: list[tuple[int, str, str, int, int]] = []
        scored: list[tuple[int, str, str, int, int]] = []
        inside = set(rows)
        for one, two in self._compared(rows, inside):
            left, right = pair_of(self._gists[one].mention, self._gists[two].mention)
            pair = (-self._scores[one].get(two, 0) if one in self._scores else 0, left, right, one, two)
            (judged if self._verdict((left, right)) is Verdict.SAME else scored).append(pair)
        root = {row: row for row in rows}

        def find(row: int) -> int:
            while root[row] != row:
                root[row] = root[root[row]]
                row = root[row]
            return row

        kept = []
        for pair in (*sorted(judged), *sorted(scored)):
            one, two = find(pair[3]), find(pair[4])
            if one != two or self._verdict((pair[1], pair[2])) is Verdict.SAME:
                root[one] = two
                kept.append(self._join(pair[3], pair[4], Verdict.SAME))
        return tuple(kept)

    def _compared(self, rows: Sequence[int], inside: set[int]) -> list[tuple[int, int]]:
        """The pairs of a group that were compared or judged."""
        found = {(row, other) for row in rows for other in self._scores.get(row, {}) if row < other and other in inside}
        if any(self._gists[row].mention in self._judged for row in rows):
            ids = {self._gists[row].mention: row for row in rows}
            for one, two in combinations(sorted(ids), 2):
                if (one, two) in self._held:
                    left, right = sorted((ids[one], ids[two]))
                    found.add((left, right))
        return sorted(found)

    def _near(self, own: str, rows: Sequence[int], home: Mapping[str, str]) -> tuple[Join, ...]:
        """The strongest pair with each other incident that came near, and every judged one."""
        strongest: dict[str, tuple[int, str, str, int, int]] = {}
        judged: set[Pair] = set()
        for row in rows:
            mention = self._gists[row].mention
            judged.update(pair for pair in self._judged.get(mention, ()) if {home.get(m, own) for m in pair} != {own})
            for other, score in self._scores.get(row, {}).items():
                there = home[self._gists[other].mention]
                if there != own:
                    pair = pair_of(mention, self._gists[other].mention)
                    found = (-score, *pair, row, other)
                    strongest[there] = min(found, strongest.get(there, found))
        kept = [self._join(row, other, None) for _, _, _, row, other in sorted(strongest.values())[:MOST_NEAR]]
        shown = {(join.left, join.right) for join in kept}
        rows_of = {
            m: row
            for row in rows
            for other in (row, *self._scores.get(row, ()))
            for m, row in ((self._gists[other].mention, other),)
        }
        for pair in sorted(judged - shown):
            if pair[0] in rows_of and pair[1] in rows_of:
                kept.append(self._join(rows_of[pair[0]], rows_of[pair[1]], None))
        return tuple(kept)

    def _verdict(self, pair: Pair) -> Verdict | None:
        judgement = self._held.get(pair)
        return judgement.verdict if judgement else None

    def _join(self, one: int, two: int, verdict: Verdict | None) -> Join:
        """The pair with its reasons. verdict: None for a pair that was not joined: unsure or different."""
        left, right = sorted((self._gists[one], self._gists[two]), key=lambda gist: gist.mention)
        judgement = self._held.get((left.mention, right.mention))
        score = self._weights.score(left, right) / THOUSANDTHS
        if verdict is None:
            judged = judgement.verdict if judgement and judgement.verdict is not Verdict.SAME else None
            verdict = judged or (Verdict.UNSURE if score >= self._weights.unsure else Verdict.DIFFERENT)
        decided = judgement.by if judgement and judgement.verdict is verdict else None
        return Join(left.mention, right.mention, score, verdict, self._weights.reasons(left, right), decided)
