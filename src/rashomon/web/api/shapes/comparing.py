"""One incident compared: who says what beside whom, what was known when, and every rule in force."""

from datetime import date

from pydantic import Field

from rashomon import records, views
from rashomon.records import About
from rashomon.views import Standing, account_words
from rashomon.views import method as method_of
from rashomon.web.api.shapes.base import Shape
from rashomon.web.api.shapes.claims import Claim
from rashomon.web.api.shapes.incidents import Toll


class Grading(Shape):
    """The incident's grade after Airwars, as a rule finds it; nobody has judged it."""

    grade: records.Grade | None = Field(description="Null where nobody is said to be harmed.")
    rule: str = Field(examples=["fair: two origins or more tell of harm, and nobody denies it"])
    why: str = Field(examples=["2 origins tell of it."])


class UnderRule(Shape):
    """The incident's tolls under one written rule."""

    rule: str = Field(examples=["ucdp"])
    written: str = Field(examples=["the lowest figure that two origins back"])
    tolls: list[Toll]


class Rules(Shape):
    """What the same claims come to under each rule, and the grade."""

    items: list[UnderRule]
    next: None = None
    grading: Grading


class Saying(Shape):
    """One thing that an origin says, and how it stands to the leading account of the question."""

    claim: Claim
    standing: Standing
    reports: list[str] = Field(examples=[["r-7197396c39df03a5"]], description="The reports that print it.")


class Column(Shape):
    """One question of the matrix."""

    about: About
    asked: str = Field(examples=["How many were killed?"])
    leading: str = Field(examples=["6 killed"], description="The best backed version, in words.")
    accounts: list[str] = Field(examples=[["4 killed", "6 killed"]])


class MatrixRow(Shape):
    """What one origin says to each question, in the order of the columns; an empty cell is silence."""

    origin: str = Field(examples=["said:a nurse"])
    speaker: str = Field(examples=["a nurse"])
    said_by: list[str] = Field(examples=[["a nurse"]])
    outlets: list[str] = Field(examples=[["Northern Dispatch"]])
    reports: list[str] = Field(examples=[["r-7197396c39df03a5"]])
    cells: list[list[Saying]]


class Matrix(Shape):
    """Who says what: a row for each origin, a column for each question."""

    items: list[MatrixRow] = Field(description="The origins that say most first.")
    next: None = None
    columns: list[Column]

    @classmethod
    def of(cls, found: views.Matrix) -> "Matrix":
        """The matrix of an incident."""
        columns = [
            Column(
                about=one.about,
                asked=one.asked,
                leading=leading,
                accounts=[account_words(account) for account in one.accounts],
            )
            for one, leading in zip(found.questions, found.leading, strict=True)
        ]
        return cls(items=[_row(row) for row in found.rows], columns=columns)


def _row(row: views.MatrixRow) -> MatrixRow:
    cells = [
        [
            Saying(
                claim=Claim.of(saying.same[0].mention, saying.claim),
                standing=saying.standing,
                reports=sorted({one.report for one in saying.same}),
            )
            for saying in cell
        ]
        for cell in row.cells
    ]
    lists = {name: list(getattr(row, name)) for name in ("said_by", "outlets", "reports")}
    return MatrixRow(origin=row.origin, speaker=row.speaker, cells=cells, **lists)


class Day(Shape):
    """What one day's reports brought."""

    day: date | None = Field(examples=["2024-05-14"], description="Null for reports of no known day, which stand last.")
    reports: list[str] = Field(examples=[["r-7197396c39df03a5"]])
    new: list[Claim] = Field(description="Claims that no earlier day's report made.")
    killed_low: int | None = Field(examples=[4], description="The least that anybody had asserted by then.")
    killed_high: int | None = Field(examples=[6], description="The most that anybody had asserted by then.")

    @classmethod
    def of(cls, day: views.Day) -> "Day":
        """A day of the timeline."""
        return cls(
            day=day.day,
            reports=[report.id for report in day.reports],
            new=[Claim.of(same[0].mention, claim) for claim, same in day.new],
            killed_low=day.killed[0],
            killed_high=day.killed[1],
        )


class Timeline(Shape):
    """What was known when, by the days on which reports were published."""

    items: list[Day]
    next: None = None


class Level(Shape):
    """One outcome of a comparison, and its weight."""

    level: str = Field(examples=["same day"])
    weight: float = Field(examples=[1.4], description="Log-odds.")


class Comparison(Shape):
    """One comparison of two mentions."""

    name: str = Field(examples=["day"])
    explained: str = Field(examples=["How far apart the days of the two mentions lie."])
    levels: list[Level]


class Method(Shape):
    """Every rule and weight that is in force, and the figures of the accuracy gate."""

    start: float = Field(examples=[-4.0], description="The log-odds of any two mentions before they are compared.")
    join: float = Field(examples=[1.5], description="From this score on a pair is joined.")
    unsure: float = Field(examples=[-0.5], description="From this score on a pair is asked about.")
    comparisons: list[Comparison]
    toll_rules: dict[str, str] = Field(examples=[{"ucdp": "the lowest figure that two origins back"}])
    grades: dict[str, str] = Field(examples=[{"fair": "two origins or more tell of harm, and nobody denies it"}])
    origins: list[str] = Field(examples=[["Copies of one text are one origin."]])
    series: str = Field(examples=["How a count stands to the incidents of its period."])
    codes: list[str] = Field(examples=[["ACLED's time_precision: 1 a day, 2 a week, 3 a month or less precise."]])
    measured: dict[str, dict[str, float]] = Field(examples=[{"all": {"toll F1": 0.8}}])
    left_out: dict[str, dict[str, float]] = Field(examples=[{"all": {"toll F1": 0.8}}])

    @classmethod
    def now(cls) -> "Method":
        """The method of this program."""
        found = method_of.method()
        comparisons = [
            Comparison(
                name=one.name,
                explained=one.explained,
                levels=[Level(level=level, weight=weight) for level, weight in one.levels],
            )
            for one in found.comparisons
        ]
        return cls(
            comparisons=comparisons,
            toll_rules=dict(found.toll_rules),
            grades={grade.value: written for grade, written in found.grades.items()},
            origins=list(found.origins),
            codes=list(found.codes),
            start=found.start,
            join=found.join,
            unsure=found.unsure,
            series=found.series,
            measured={group: dict(figures) for group, figures in found.measured.items()},
            left_out={group: dict(figures) for group, figures in found.left_out.items()},
        )
