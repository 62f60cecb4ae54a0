"""Incidents with what a person may ask of them: why these mentions are joined, and why a near one is not."""

from collections.abc import Mapping, Sequence

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
        rows: Mapping[str, int],
        scores: Mapping[int, Mapping[int, int]],
        weights: Weights,
        held: Mapping[Pair, Judgement],
    ) -> None:
        self._gists, self._rows, self._scores, self._weights, self._held = gists, rows, scores, weights, held
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
        for pair in self._judged_pairs(rows):
            low, high = sorted(self._rows[mention] for mention in pair)
            if low in inside and high in inside:
                found.add((low, high))
        return sorted(found)

    def _judged_pairs(self, rows: Sequence[int]) -> set[Pair]:
        """The judged pairs that one of these mentions is in, where both are here."""
        pairs = {pair for row in rows for pair in self._judged.get(self._gists[row].mention, ())}
        return {pair for pair in pairs if pair[0] in self._rows and pair[1] in self._rows}

    def _near(self, own: str, rows: Sequence[int], home: Mapping[str, str]) -> tuple[Join, ...]:
        """The strongest pair with each other incident that came near, and every judged one."""
        strongest: dict[str, tuple[int, str, str]] = {}
        for row in rows:
            mention = self._gists[row].mention
            for other, score in self._scores.get(row, {}).items():
                there = home[self._gists[other].mention]
                if there != own:
                    found = (-score, *pair_of(mention, self._gists[other].mention))
                    strongest[there] = min(found, strongest.get(there, found))
        shown = [(left, right) for _, left, right in sorted(strongest.values())[:MOST_NEAR]]
        judged = {pair for pair in self._judged_pairs(rows) if {home[mention] for mention in pair} != {own}}
        shown.extend(sorted(judged.difference(shown)))
        return tuple(self._join(self._rows[left], self._rows[right], None) for left, right in shown)

    def _verdict(self, pair: Pair) -> Verdict | None:
        judgement = self._held.get(pair)
        return judgement.verdict if judgement else None

    def _join(self, one: int, two: int, verdict: Verdict | None) -> Join:
        """The pair with its reasons. verdict: None for a pair that was not joined: unsure or different."""
        left, right = sorted((self._gists[one], self._gists[two]), key=lambda gist: gist.mention)
        judgement = self._held.get((left.mention, right.mention))
        score = self._weights.score(left, right) / THOUSANDTHS
        if verdict is Verdict.SAME:
            judged = judgement if judgement and judgement.verdict is Verdict.SAME else None
        else:
            judged = judgement
            verdict = Verdict.UNSURE if score >= self._weights.unsure else Verdict.DIFFERENT
            if judged:  # a "same" that another judgement forbids stays apart, and is not asked again
                verdict = Verdict.UNSURE if judged.verdict is Verdict.UNSURE else Verdict.DIFFERENT
        reasons = self._weights.reasons(left, right)
        return Join(left.mention, right.mention, score, verdict, reasons, judged.by if judged else None)
