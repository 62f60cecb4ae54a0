"""Mentions into incidents, all at once or as they come.

Invariant: what `incidents` returns depends on the mentions, reports and judgements that were given, never on their
order or on the batches in which they came (tests/link/test_linker.py holds it to that).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from rashomon.errors import BadInput
from rashomon.link.blocks import FULLEST, Blocks, Piece
from rashomon.link.cluster import Grouping, components
from rashomon.link.explain import Explainer
from rashomon.link.gist import Gist, ReportGist, gist, report_gist
from rashomon.link.ids import Named, name_groups
from rashomon.link.judged import Bounds, Pair, bounds, newest, pair_of
from rashomon.link.weights import THOUSANDTHS, Weights, fitted
from rashomon.records import Incident, Judgement, Mention, Report

Order = tuple[int, str, int, str]  # the order in which mentions found incidents


class Linker:
    """Holds what was linked so far, so that new mentions cost only what they touch.

    Use `link` for one call. Rows are the numbers of mentions in their order of arrival; nothing that is returned
    depends on them. weights: None for the table that comes with the program. fullest: how many mentions may share rare
    words before those stop telling anything.
    """

    def __init__(self, weights: Weights | None = None, fullest: int = FULLEST) -> None:
        self.weights = weights or fitted()
        self._join = round(self.weights.join * THOUSANDTHS)
        self._floor = round(self.weights.floor * THOUSANDTHS)
        self._gists: list[Gist] = []
        self._rows: dict[str, int] = {}
        self._reports: dict[str, ReportGist] = {}
        self._blocks = Blocks(fullest)
        self._scores: dict[int, dict[int, int]] = {}
        self._component: list[int] = []  # by row: the least row of its component
        self._members: dict[int, list[int]] = {}
        self._groups: dict[int, list[list[int]]] = {}  # by component: what scores alone join

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, mention: object) -> bool:
        return mention in self._rows

    def add(self, mentions: Iterable[Mention], reports: Mapping[str, Report]) -> set[str]:
        """Links mentions to those already here; one that is here already is passed over.

        Returns the mentions, new ones among them, whose groups may have changed. reports: by id, at least those of the
        mentions. Raises BadInput where one is missing.
        """
        first = len(self._gists)
        fresh = {mention.id: mention for mention in mentions if mention.id not in self._rows}
        refuse_missing(fresh.values(), reports)
        new = [self._gist(mention, reports[mention.report]) for mention in fresh.values()]
        self._rows.update(zip(fresh, range(first, first + len(new)), strict=True))
        self._gists.extend(new)
        self._component.extend(range(first, len(self._gists)))
        burst, pieces = self._blocks.store(new)
        stale = self._forget_unmet(sorted(burst))
        touched = self._meet(pieces)
        changed = {*range(first, len(self._gists)), *touched, *stale}
        self._regroup(changed)
        return {self._gists[row].mention for row in changed}

    def remove(self, reports: Iterable[str]) -> set[str]:
        """Takes out all mentions of these reports; what is left is as if they had never come.

        Returns the mentions that are left and were compared with one of them, or whose groups may have changed.
        """
        own = set(reports)
        rows = self._blocks.of_reports(own)
        gone = set(rows)
        telling = self._blocks.remove([self._gists[row] for row in rows], rows)
        touched = set[int]()
        for row in rows:
            for other in self._scores.pop(row, {}):
                if other not in gone:
                    del self._scores[other][row]
                    touched.add(other)
            del self._rows[self._gists[row].mention]
        for one in own:
            self._reports.pop(one, None)
        touched |= self._meet_again(sorted(telling))
        self._regroup(touched, gone)
        return {self._gists[row].mention for row in touched}

    def join_at(self, join: float) -> None:
        """Groups all again under another threshold (log-odds)."""
        self._join = round(join * THOUSANDTHS)
        self._regroup(set(self._rows.values()))

    def _gist(self, mention: Mention, report: Report) -> Gist:
        shared = self._reports.get(report.id)
        if shared is None:
            shared = self._reports[report.id] = report_gist(report)
        return gist(mention, report, shared)

    def _meet(self, pieces: Sequence[Piece]) -> set[int]:
        """Scores the pairs of these new rows. Returns the older rows that they may be joined with."""
        touched = set[int]()
        for row, others in chain.from_iterable(map(self._blocks.meetings, pieces)):
            here = self._gists[row]
            for other in others.tolist():
                if other >= row:  # the later of two new rows looks the pair up
                    continue
                score = self.weights.near(here, self._gists[other])
                if score is not None:
                    self._scores.setdefault(row, {})[other] = score
                    self._scores.setdefault(other, {})[row] = score
                    if score >= self._join:
                        touched.add(other)
        return touched

    def _meet_again(self, rows: Sequence[int]) -> set[int]:
        """Scores the pairs of these older rows that no key found before. Returns the rows of such pairs."""
        touched = set[int]()
        for row, others in self._blocks.pairs([self._gists[row] for row in rows], rows):
            for other in others.tolist():
                if other not in self._scores.get(row, {}):
                    score = self.weights.near(self._gists[row], self._gists[other])
                    if score is not None:
                        self._scores.setdefault(row, {})[other] = score
                        self._scores.setdefault(other, {})[row] = score
                        touched.update((row, other))
        return touched

    def _forget_unmet(self, rows: Sequence[int]) -> set[int]:
        """Drops pairs of these rows that no key finds any more, because their words have become common."""
        touched = set[int]()
        for row, others in self._blocks.pairs([self._gists[row] for row in rows], rows):
            met = set(others.tolist())
            for other in [other for other in self._scores.get(row, {}) if other not in met]:
                del self._scores[row][other], self._scores[other][row]
                touched.update((row, other))
        return touched

    def _regroup(self, touched: set[int], gone: AbstractSet[int] = frozenset()) -> None:
        """Makes the components and groups of these rows again, and of all that were in one component with them.

        gone: rows that are not there any more.
        """
        old = {self._component[row] for row in (*touched, *gone)}
        rows = touched.union(*(self._members.pop(root, ()) for root in old)).difference(gone)
        for root in old:
            self._groups.pop(root, None)
        for members in components(rows, self._scores, self._join):
            root = members[0]
            for row in members:
                self._component[row] = root
            self._members[root] = members
            self._groups[root] = self._grouped(members, Bounds(report=self._report_ids))

    @property
    def _report_ids(self) -> "_ReportIds":
        return _ReportIds(self._gists)

    def _grouped(self, members: Sequence[int], limits: Bounds) -> list[list[int]]:
        """The groups of one component, each in founding order."""
        if len(members) == 1:
            return [list(members)]
        ordered = sorted(members, key=self._order)
        rank = {row: n for n, row in enumerate(ordered)}
        scores = {
            rank[row]: {rank[other]: s for other, s in self._scores.get(row, {}).items() if other in rank}
            for row in members
        }
        tied = [sorted(rank[row] for row in group) for group in limits.tied(members)]

        def score(one: int, two: int) -> int:
            return self._score(ordered[one], ordered[two])

        grouping = Grouping(sorted(tied), scores, self._floor, score)

        def apart(one: Sequence[int], two: Sequence[int]) -> bool:
            return limits.apart([ordered[n] for n in one], [ordered[n] for n in two])

        return [[ordered[n] for n in group] for group in grouping.run(self._join, apart)]

    def _score(self, row: int, other: int) -> int:
        """What a pair counts that blocking did not let meet. Mentions of one report are never joined by it."""
        one, two = self._gists[row], self._gists[other]
        return self._floor if one.report is two.report else self.weights.score(one, two)

    def _order(self, row: int) -> Order:
        return founding_order(self._gists[row])

    def incidents(self, judgements: Iterable[Judgement] = ()) -> Iterator[Incident]:
        """Every incident, in founding order of its first mention; made one at a time, since a million are many."""
        held = newest(judgements)
        named = self._sorted(self.units(held))
        yield from self.explained(named, held, {mention: one.id for one in named for mention in one.mentions})

    def named(self, judgements: Iterable[Judgement] = ()) -> list[Named]:
        """Which mentions each incident holds and under which ids, in founding order: `incidents` without reasons."""
        return self._sorted(self.units(newest(judgements)))

    def _sorted(self, units: Iterable[list[Named]]) -> list[Named]:
        return sorted((one for unit in units for one in unit), key=lambda one: self._order(self._rows[one.mentions[0]]))

    def explained(
        self, named: Iterable[Named], held: Mapping[Pair, Judgement], home: Mapping[str, str]
    ) -> Iterator[Incident]:
        """These incidents with their reasons. home: the incident of every mention that is here."""
        explainer = Explainer(self._gists, self._rows, self._scores, self.weights, held)
        for one in named:
            yield explainer.incident(one, [self._rows[m] for m in one.mentions], home)

    def units(self, held: Mapping[Pair, Judgement], around: Iterable[str] | None = None) -> Iterator[list[Named]]:
        """The incidents, each with all that scores or judgements might put together with it.

        around: only the units that hold one of these mentions; None for all. held: by pair, as `newest` gives them.
        """
        limits = bounds(held, self._rows, self._report_ids)
        judged = {row for pair in limits.same for row in pair} | set(limits.different) | set(limits.unsure)
        roots = {self._component[row] for row in judged}
        asked = self._groups.keys() if around is None else {self._component[self._rows[one]] for one in around}
        for root in asked - roots:
            found = self._ids(self._groups[root])
            yield name_groups(found, found)
        rows = [row for root in sorted(roots & asked) for row in self._members[root]]
        for members in components(rows, self._scores, self._join, limits.same):
            automatic = [
                group for root in {self._component[row]: None for row in members} for group in self._groups[root]
            ]
            final = self._grouped(members, limits)
            automatic, final = (
                sorted(groups, key=lambda group: self._order(group[0])) for groups in (automatic, final)
            )
            yield name_groups(self._ids(automatic), self._ids(final))

    def of_reports(self, reports: Iterable[str]) -> set[str]:
        """The mentions of these reports that are here."""
        return {self._gists[row].mention for row in self._blocks.of_reports(reports)}

    def compared(self, mentions: Iterable[str]) -> set[str]:
        """The mentions with which these were compared and found not all unlike."""
        rows = (self._rows[mention] for mention in mentions)
        return {self._gists[other].mention for row in rows for other in self._scores.get(row, ())}

    def met(self, mentions: Iterable[str]) -> set[Pair]:
        """The pairs that blocking lets these mentions meet, each in the order of its ids."""
        rows = sorted(self._rows[mention] for mention in mentions)
        found = self._blocks.pairs([self._gists[row] for row in rows], rows)
        ids = [gist.mention for gist in self._gists]
        return {pair_of(ids[row], ids[other]) for row, others in found for other in others.tolist()}

    def _ids(self, groups: Sequence[Sequence[int]]) -> list[list[str]]:
        return [[self._gists[row].mention for row in group] for group in groups]


def refuse_missing(mentions: Iterable[Mention], reports: Mapping[str, Report]) -> None:
    """Raises BadInput where a mention's report is not among these."""
    for mention in mentions:
        if mention.report not in reports:
            raise BadInput(f"mention {mention.id!r} is of report {mention.report!r}, which was not given: pass it too")


def founding_order(gist: Gist) -> Order:
    """Earliest published first, unknown days last; then by report id, place in the text, mention id."""
    published = gist.report.published
    return (published if published is not None else 1 << 40, gist.report.id, gist.start, gist.mention)


class _ReportIds(Sequence[str]):
    """The report id of each row, without a copy."""

    def __init__(self, gists: Sequence[Gist]) -> None:
        self._gists = gists

    def __len__(self) -> int:
        return len(self._gists)

    def __getitem__(self, row: int) -> str:  # type: ignore[override]
        return self._gists[row].report.id
