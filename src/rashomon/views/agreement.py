"""How far coders who are blind to one another agree, and where an adjudicator must decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nltk.metrics.agreement import AnnotationTask

from rashomon.ledger import Ledger
from rashomon.records import Coding, Judgement, Verdict


@dataclass(frozen=True, slots=True)
class CodedPair:
    """Two mentions and what each coder holds them for, by coder's name.

    agreed: what all of at least two coders say; None where they differ or one alone has coded. judged: the judgement
    that holds, None where nobody has adjudicated.
    """

    left: str
    right: str
    codings: tuple[Coding, ...]
    agreed: Verdict | None
    judged: Judgement | None


@dataclass(frozen=True, slots=True)
class TwoCoders:
    """Two coders on the pairs that both have coded. observed: the share on which they say the same.

    kappa: Cohen's (1960), the agreement beyond what their own habits would give by chance: 1 is perfect, 0 is chance.
    """

    one: str
    two: str
    pairs: int
    observed: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """pairs: those that wait for an adjudicator first, of them the ones on which the coders differ first.

    shared: pairs that at least two have coded. alpha: Krippendorff's, nominal, over these; None where there is none.
    """

    pairs: tuple[CodedPair, ...]
    shared: int
    alpha: float | None
    coders: tuple[TwoCoders, ...]


def agreement(ledger: Ledger) -> Agreement:
    """The agreement over all codings that hold. Cohen's kappa and Krippendorff's alpha are computed by NLTK."""
    held = [coding for coding in ledger.codings() if coding.verdict is not None]
    judged = {(one.left, one.right): one for one in ledger.judgements()}
    by_pair: dict[tuple[str, str], list[Coding]] = {}
    for coding in held:
        by_pair.setdefault((coding.left, coding.right), []).append(coding)
    pairs = [_pair(key, codings, judged.get(key)) for key, codings in by_pair.items()]
    shared = {key for key, codings in by_pair.items() if len(codings) > 1}
    both = [coding for coding in held if (coding.left, coding.right) in shared]
    return Agreement(
        pairs=tuple(sorted(pairs, key=_waiting_first)),
        shared=len(shared),
        alpha=float(_task(both).alpha()) if shared else None,
        coders=tuple(_coders(both)),
    )


def _pair(key: tuple[str, str], codings: Sequence[Coding], judged: Judgement | None) -> CodedPair:
    verdicts = {coding.verdict for coding in codings}
    agreed = next(iter(verdicts)) if len(codings) > 1 and len(verdicts) == 1 else None
    return CodedPair(*key, tuple(sorted(codings, key=lambda coding: coding.by)), agreed, judged)


def _waiting_first(pair: CodedPair) -> tuple[bool, bool, str, str]:
    differ = len(pair.codings) > 1 and pair.agreed is None
    return pair.judged is not None, not differ, pair.left, pair.right


def _coders(shared: Sequence[Coding]) -> list[TwoCoders]:
    found = []
    for one, two in combinations(sorted({coding.by for coding in shared}), 2):
        mine, theirs = (
            {(coding.left, coding.right): coding for coding in shared if coding.by == name} for name in (one, two)
        )
        both = sorted(mine.keys() & theirs.keys())
        if not both:
            continue
        task = _task([coding for key in both for coding in (mine[key], theirs[key])])
        observed = sum(mine[key].verdict is theirs[key].verdict for key in both) / len(both)
        found.append(TwoCoders(one, two, len(both), observed, float(task.kappa_pairwise(one, two))))
    return found


def _task(codings: Sequence[Coding]) -> "AnnotationTask":
    from nltk.metrics.agreement import AnnotationTask  # it loads all of NLTK, which only this page needs

    return AnnotationTask(
        data=[
            (coding.by, f"{coding.left}:{coding.right}", coding.verdict.value) for coding in codings if coding.verdict
        ]
    )
