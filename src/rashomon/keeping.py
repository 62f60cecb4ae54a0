"""A ledger's incidents kept in step with its entries, at the cost of what an entry touches.

Invariant: the incidents that are kept are those that a full `relink` keeps (tests/test_keeping.py). The ledger holds
the truth: what is held here is a fold of its entries, and is made anew wherever that is not sure.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rashomon.ledger import Folded, Ledger
from rashomon.link import Changed, Standing, tables_digest
from rashomon.reconcile import reconcile
from rashomon.records import Entry, EntryKind, Incident, Judgement, Reconciled, Review

# Incidents that something else made are never mixed with these. The rules' number changes with every change of how
# incidents are joined or counted; the tables speak for themselves.
MAKER = f"rules 5, tables {tables_digest()[:12]}"
_OF_REPORTS = (EntryKind.REPORT_ADDED, EntryKind.REPORT_REVISED, EntryKind.READING, EntryKind.REDACTION)
_NOT_SURE = -1  # instead of an entry's number
_SOME = 500  # incidents


@dataclass(frozen=True, slots=True)
class Decided:
    """What a decision did: its entry, the incidents that may tell something new, ids that lead elsewhere now."""

    entry: Entry
    incidents: tuple[str, ...]
    removed: tuple[str, ...]


class Keeper:
    """Keeps the incidents of one ledger. Several threads may use it, none of them inside `Ledger.batch`.

    The first use links the whole ledger, and holds what was linked: a kilobyte or four for each mention. After that
    a decision, a report or a withdrawal costs only what it touches. Where another process has folded the ledger in
    between, all of them are written anew once.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.RLock()
        self._standing = Standing()
        self._at = _NOT_SURE  # the newest entry that `_standing` knows

    def prepare(self) -> None:
        """Links what the ledger holds and writes nothing: the first decision then costs what the later ones do."""
        with self._lock:
            if self._at == _NOT_SURE:
                self._load()

    def follow(self, *, anew: bool = False) -> int:
        """Brings the incidents to the newest entry and gives how many there are. anew: makes all of them anew."""
        with self._lock:
            if anew or self._at == _NOT_SURE:
                self._load()
            if anew or self._ledger.folded() != Folded(self._at, self._at, MAKER):
                with self._ledger.batch():
                    newest, _ = self._catch_up(anew=anew)
                self._at = newest
            return len(self._standing)

    def decide(self, decision: Judgement | Review, *, seen: int | None = None) -> Decided:
        """Adds a judgement or a review, and brings the incidents to it, both or neither.

        seen: the newest entry's number when the analyst looked. Raises as `Ledger.judge` and `Ledger.review` do.
        """
        with self._lock:
            if isinstance(decision, Review):
                return self._review(decision, seen)
            self.follow()
            with self._ledger.batch():
                entry = self._ledger.judge(decision, seen=seen)
                newest, changed = self._catch_up()
            self._at = newest
            return Decided(entry, changed.incidents, changed.removed)

    def _review(self, review: Review, seen: int | None) -> Decided:
        """A review joins nothing and parts nothing: only the incidents that its report tells of are reconciled anew."""
        with self._ledger.batch():
            folded = self._ledger.folded()
            entry = self._ledger.review(review, seen=seen)
            touched = self._ledger.incidents_beside(review.mention)
            if folded.at == folded.newest:  # else the incidents wait for `follow` as they did
                found = [self._ledger.incident(one).incident for one in touched]
                self._ledger.update_incidents(list(self._reconciled(found)), (), entry.number)
        if self._at == folded.at == folded.newest:
            self._at = entry.number
        return Decided(entry, touched, ())

    def _load(self) -> None:
        """Links all that the ledger holds."""
        newest = self._ledger.folded().newest
        reports = {report.id: report for report in self._ledger.reports()}
        mentions = {mention.id: mention for reading in self._ledger.readings() for mention in reading.mentions}
        self._standing = Standing()
        self._standing.change(list(mentions.values()), reports, self._ledger.judgements())
        self._at = newest

    def _catch_up(self, *, anew: bool = False) -> tuple[int, Changed]:
        """What came since the last time into the incidents; for use in a batch. Gives the newest entry's number.

        The caller sets `_at` once the batch is written: what stops in between leaves it not sure.
        """
        at, self._at = self._at, _NOT_SURE
        folded = self._ledger.folded()
        came = [(entry.kind, entry.subject) for entry in self._ledger.entries(at)]
        told = {subject for kind, subject in came if kind in _OF_REPORTS}
        reviewed = {subject.split(" ")[0] for kind, subject in came if kind is EntryKind.REVIEW}
        counted = {one for mention in reviewed for one in self._ledger.incidents_beside(mention)}
        mentions = [mention for reading in self._ledger.readings_of(told) for mention in reading.mentions]
        changed = self._standing.change(mentions, self._ledger.reports_of(told), self._ledger.judgements(), told)
        if anew or (folded.at, folded.maker) != (at, MAKER):  # what is kept is not what was known here
            every = self._reconciled(self._standing.explained())
            self._ledger.replace_incidents(every, folded.newest, MAKER)
        else:
            ids = sorted({*changed.incidents, *(one for one in counted if one in self._standing)})
            some = list(self._reconciled(self._standing.explained(ids)))
            self._ledger.update_incidents(some, changed.removed, folded.newest)
        return folded.newest, changed

    def _reconciled(self, incidents: Iterable[Incident]) -> Iterator[Reconciled]:
        """These incidents with their accounts, some at a time."""
        coming = iter(incidents)
        while some := list(islice(coming, _SOME)):
            mentions = self._ledger.mentions(one for each in some for one in each.mentions)
            reports = self._ledger.reports_of(mention.report for mention in mentions.values())
            rulings = self._ledger.rulings(mentions)
            yield from (reconcile(incident, mentions, reports, rulings=rulings) for incident in some)
