"""The incidents as they stand, kept current while mentions and judgements come and go.

Invariant: after any changes the incidents are those that `link` makes of the same mentions and judgements from
scratch; what `change` returns is all in which they differ from before (tests/link/test_standing.py).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.link.ids import Named
from rashomon.link.judged import Pair, newest
from rashomon.link.linker import Linker, refuse_missing
from rashomon.link.weights import Weights
from rashomon.records import Incident, Judgement, Mention, Report


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change made of the incidents, by id.

    incidents: those that are new or may tell something new: other mentions, reasons, near pairs or redirects.
    removed: ids that no incident bears any more; they may lead to another.
    """

    incidents: tuple[str, ...]
    removed: tuple[str, ...]


class Standing:
    """Mentions and judgements, and the incidents that follow from them.

    A unit is a set of incidents that scores or judgements might put together; whatever changes is made anew by units.
    """

    def __init__(self, weights: Weights | None = None, linker: Linker | None = None) -> None:
        self._linker = Linker(weights) if linker is None else linker
        self._held: dict[Pair, Judgement] = {}
        self._named: dict[str, Named] = {}  # by incident
        self._unit: dict[str, tuple[str, ...]] = {}  # by incident: the incidents of its unit, itself among them
        self._home: dict[str, str] = {}  # by mention: its incident

    def __len__(self) -> int:
        """How many incidents there are."""
        return len(self._named)

    def __contains__(self, incident: object) -> bool:
        return incident in self._named

    def home(self, mention: str) -> str | None:
        """The incident that holds the mention; None where it is not here."""
        return self._home.get(mention)

    def explained(self, ids: Iterable[str] | None = None) -> Iterator[Incident]:
        """These incidents with their reasons, one at a time; None for all."""
        named = self._named.values() if ids is None else (self._named[one] for one in ids)
        return self._linker.explained(named, self._held, self._home)

    def change(
        self,
        mentions: Sequence[Mention],
        reports: Mapping[str, Report],
        judgements: Iterable[Judgement],
        removed: Collection[str] = (),
    ) -> Changed:
        """Takes out what these reports told, adds mentions, and lets these judgements hold in place of those before.

        A report that is read anew is in `removed`, and what it tells now in `mentions`. reports: by id, at least those
        of the mentions; raises BadInput where one is missing, and then nothing is changed.
        """
        refuse_missing(mentions, reports)
        before = self._linker.of_reports(removed)
        touched = self._linker.remove(removed)
        touched |= self._linker.add(mentions, reports)
        held = newest(judgements)
        changed = (pair for pair in self._held.keys() | held.keys() if self._held.get(pair) != held.get(pair))
        touched.update(mention for pair in changed for mention in pair)
        self._held = held
        told = before | {one.id for one in mentions}  # a judged pair is shown as near even where it was never compared
        touched.update(mention for pair in held if not told.isdisjoint(pair) for mention in pair)
        gone = {mention for mention in before if mention not in self._linker and mention in self._home}
        return self._renew({one for one in touched if one in self._linker}, gone, {one.id for one in mentions})

    def _renew(self, touched: set[str], gone: set[str], come: set[str]) -> Changed:
        """Names anew all that these mentions are in, and finds what lies near to what moved or came."""
        units = {one for mention in touched | gone if mention in self._home for one in self._unit[self._home[mention]]}
        before = {one: self._named.pop(one) for one in units}
        old = {mention: self._home.pop(mention) for named in before.values() for mention in named.mentions}
        for one in units:
            del self._unit[one]
        fresh: dict[str, Named] = {}
        for unit in self._linker.units(self._held, touched.union(old) - gone):
            ids = tuple(named.id for named in unit)
            for named in unit:
                fresh[named.id] = named
                self._unit[named.id] = ids
                self._home.update(dict.fromkeys(named.mentions, named.id))
        self._named.update(fresh)
        come.update(mention for named in fresh.values() for mention in named.mentions if old.get(mention) != named.id)
        beside = {self._home[mention] for mention in self._linker.compared(come)} - fresh.keys()
        return Changed((*sorted(fresh), *sorted(beside)), tuple(sorted(before.keys() - fresh.keys())))
