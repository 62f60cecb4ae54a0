"""The claims matrix of one incident: a row for each origin, a column for each question, agreement seen at a glance."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rashomon.records import About, Account, Claim, Reconciled, Stance, Toll, Voiced
from rashomon.views.incident import Question, by_words, questions
from rashomon.views.wording import OWN_VOICE, account_words, claim_words


class Standing(StrEnum):
    """How what an origin says stands to the best backed account of the question."""

    AGREES = "agrees"
    DIFFERS = "differs"  # another figure, another author
    DENIES = "denies"
    OPEN = "open"  # a suspicion, no comment, not aware
    PART = "part"  # a subgroup of the victims: neither agrees nor differs
    REJECTED = "rejected"  # a reviewer found that the report does not say it: shown struck out, counted nowhere
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that an origin says, in one wording: `same` are its claims in all the reports that print it."""

    claim: Claim
    same: tuple[Voiced, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What one origin says to each question, in the order of the columns; () where it is silent on it.

    speaker: the words that name it most often, "the report itself" for a text's own voice. said_by: all of its chains'
    nearest names. reports: ids of the reports that carry it. origin: as in `Voiced`.
    """

    origin: str
    speaker: str
    said_by: tuple[str, ...]
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
    cells: tuple[tuple[Saying, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """questions: the columns. leading: the best backed version of each column, in words."""

    questions: tuple[Question, ...]
    leading: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def matrix(reconciled: Reconciled) -> Matrix:
    """The matrix of an incident, the origins that say most first."""
    columns = questions(reconciled)
    behind: dict[str, list[Voiced]] = {}
    for account in reconciled.accounts:
        for voiced in account.voiced:
            behind.setdefault(voiced.origin, []).append(voiced)
    for voiced in reconciled.rejected:
        behind.setdefault(voiced.origin, []).append(voiced)
    rows = [_row(origin, said, columns) for origin, said in behind.items()]
    ordered = sorted(rows, key=lambda row: (-sum(map(bool, row.cells)), -len(row.reports), row.speaker, row.origin))
    return Matrix(columns, tuple(_leading(column) for column in columns), tuple(ordered))


def _leading(column: Question) -> str:
    if column.about is About.OCCURRENCE:
        return "reports tell of it"
    if column.toll and column.toll.best is not None:
        return f"{column.toll.best} {column.about.value}"
    return account_words(column.accounts[0]) if column.accounts else "all that is said was rejected"


def _row(origin: str, said: Sequence[Voiced], columns: Sequence[Question]) -> MatrixRow:
    names = Counter(one.claim.speakers[0].name for one in said if one.claim.speakers)
    outlets = sorted({one.outlet for one in said if one.outlet})
    return MatrixRow(
        origin=origin,
        speaker=min(names, key=lambda name: (-names[name], name)) if names else OWN_VOICE,
        said_by=tuple(sorted(names)),
        outlets=tuple(outlets),
        reports=tuple(sorted({one.report for one in said})),
        cells=tuple(_cell([one for one in said if one.claim.about is column.about], column) for column in columns),
    )


def _cell(said: Sequence[Voiced], column: Question) -> tuple[Saying, ...]:
    first = column.accounts[0] if column.accounts else None
    lead = next((account for account in column.accounts if _stands_up(account)), first)
    counted = [one for one in said if one not in column.rejected]
    sayings = [Saying(one.claim, same, standing(one, column.toll, lead)) for one, same in by_words(counted) if lead]
    gone = by_words([one for one in said if one in column.rejected])
    sayings += [Saying(one.claim, same, Standing.REJECTED) for one, same in gone]
    unique = {
        claim_words(saying.claim): saying for saying in reversed(sayings)
    }  # one wording of what is said is enough
    return tuple(saying for saying in sayings if unique[claim_words(saying.claim)] is saying)


def _stands_up(account: Account) -> bool:
    return any(one.claim.stance not in (Stance.DENIES, Stance.DECLINES, Stance.UNAWARE) for one in account.voiced)


def standing(voiced: Voiced, toll: Toll | None, lead: Account) -> Standing:
    """How one claim stands to the best figure of its toll, or to the account that leads its question."""
    claim = voiced.claim
    if claim.stance in (Stance.DECLINES, Stance.UNAWARE):
        return Standing.OPEN
    if claim.stance is Stance.SUSPECTS and voiced not in lead.voiced:
        return Standing.OPEN
    if claim.stance is Stance.DENIES:
        return Standing.DENIES
    if claim.about in (About.KILLED, About.WOUNDED):
        if claim.part:
            return Standing.PART
        best = toll.best if toll else None
        within = best is not None and (claim.low or 0) <= best and (claim.high is None or best <= claim.high)
        return Standing.AGREES if within else Standing.DIFFERS
    agrees = voiced in lead.voiced or claim.stance is Stance.CONFIRMS
    return Standing.AGREES if agrees else Standing.DIFFERS
