"""What waits for a person, what was decided, and decisions to be written."""

from datetime import datetime

from pydantic import Field

from rashomon.records import Ruling, Stance, Verdict
from rashomon.views.agreement import Agreement as AgreementRecord
from rashomon.web.api.shapes.base import Body, Head, Next, Shape
from rashomon.web.api.shapes.claims import Mention
from rashomon.web.api.shapes.incidents import Incident, Join, Review
from rashomon.web.api.shapes.ledger import Entry

MOST_WHY = 4000  # characters of a reason


class Asked(Shape):
    """Two mentions that may tell of one happening."""

    join: Join
    left: Mention
    right: Mention
    incidents: list[str] = Field(examples=[["i-3f2a91c0d4e5b678", "i-77e0b1d2c3d4e5f6"]])


class LeftBehind(Shape):
    """A decision that cannot be followed to the newest reading."""

    entry: Entry
    why: str = Field(examples=["the newest reading no longer tells of it"])


class Queue(Shape):
    """What waits for a person."""

    items: list[Asked] = Field(description="The likeliest to be one happening first.")
    next: None = None
    unsure: int = Field(examples=[12], description="How many pairs wait; at least so many where not `counted`.")
    counted: bool
    left: list[LeftBehind]
    seen: Head


class Unchecked(Shape):
    """Incidents that wait for a reviewer: a page of them."""

    items: list[Incident] = Field(description="The newest first, the undated last.")
    next: Next
    seen: Head


class Judgement(Shape):
    """That somebody holds two mentions for one happening, for different ones, or cannot tell."""

    left: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    right: str = Field(examples=["m-91aa20b1c2d3e4f5"])
    verdict: Verdict | None
    by: str = Field(examples=["ada"])
    at: datetime = Field(examples=["2024-06-01T09:30:00Z"])
    why: str = Field(examples=["same jetty, same hour"])


class Judgements(Shape):
    """The judgements that hold, by pair."""

    items: list[Judgement]
    next: None = None


class Reviews(Shape):
    """The reviews that hold, by entry."""

    items: list[Review]
    next: None = None


class Codings(Shape):
    """Codings that hold, by pair and coder: one's own for a coder, everybody's for an editor."""

    items: list[Judgement]
    next: None = None


class Decision(Body):
    """A judgement or a coding to be written."""

    left: str = Field(examples=["m-31f93f0a1b2c3d4e"], max_length=100)
    right: str = Field(examples=["m-91aa20b1c2d3e4f5"], max_length=100)
    verdict: Verdict | None = Field(description="Null takes the one before back.")
    why: str = Field(default="", examples=["same jetty, same hour"], max_length=MOST_WHY)
    seen: int | None = Field(
        default=None,
        ge=0,
        le=2**53,
        examples=[412],
        description="The newest entry when you looked; then 409 says what somebody decided since. Null does not ask.",
    )


class Amendment(Body):
    """What a claim should say; what is left out stays as it was read."""

    words: str | None = Field(
        default=None, examples=["five people died"], description="The report's words that say it."
    )
    low: int | None = Field(default=None, ge=0, le=10**9, examples=[5])
    high: int | None = Field(default=None, ge=0, le=10**9, examples=[5])
    stance: Stance | None = None
    actor: str | None = Field(default=None, examples=["Front"])
    speakers: list[str] | None = Field(
        default=None,
        examples=[["police"]],
        description="Its words, nearest to the fact first; [] is its own voice.",
    )
    part: bool | None = None


class Placing(Body):
    """Where a mention's happening was, where the reader found no place or a wrong one."""

    place: str = Field(
        examples=["Rundu,NA"],
        min_length=1,
        max_length=300,
        description="`NAME`, `NAME,COUNTRY`, `NAME,COUNTRY,REGION`, `NAME,SOURCE` or `LAT,LON[,KM][,COUNTRY]`.",
    )
    words: str | None = Field(
        default=None,
        examples=["the river town"],
        max_length=MOST_WHY,
        description="The report's words for it; null takes the name, where the report has it, else the mention's own.",
    )


class Ruled(Body):
    """A review to be written."""

    on: str = Field(
        examples=["c-41d0a7b2c3d4e5f6"], max_length=100, description="A claim (c-...) or a mention (m-...)."
    )
    ruling: Ruling | None = Field(description="Null takes the ruling before back. `amended` needs `amend` or `where`.")
    why: str = Field(default="", examples=["the words say so"], max_length=MOST_WHY)
    amend: Amendment | None = Field(default=None, description="Only with `amended`, on a claim.")
    where: Placing | None = Field(default=None, examples=[None], description="Only with `amended`, on a mention.")
    seen: int | None = Field(default=None, ge=0, le=2**53, examples=[412])


class Taking(Body):
    """Which codings are taken: those that you have seen."""

    seen: int | None = Field(default=None, ge=0, le=2**53, examples=[412])


class Withdrawal(Body):
    """A report's words to be withdrawn for good."""

    report: str = Field(examples=["r-7197396c39df03a5"], max_length=2000)
    why: str = Field(
        examples=["names a witness who is in danger"],
        min_length=1,
        max_length=MOST_WHY,
        description="Stays in the ledger: without the words that are withdrawn.",
    )


class Written(Shape):
    """What a decision did."""

    entry: int = Field(examples=[413], description="The number of the ledger's entry.")
    incidents: list[str] = Field(
        examples=[["i-3f2a91c0d4e5b678"]], description="Incidents that may tell something new since."
    )
    removed: list[str] = Field(examples=[[]], description="Ids that lead elsewhere since.")


class ToCode(Shape):
    """Two mentions to be coded: neither the score nor what others hold them for."""

    left: Mention
    right: Mention


class WaitingCodings(Shape):
    """The pairs that wait for this coder."""

    items: list[ToCode] = Field(description="The likeliest to be one happening first.")
    next: None = None
    coded: int = Field(examples=[40], description="How many pairs this coder has coded.")
    seen: Head


class Taken(Shape):
    """The judgements that were made of agreed codings."""

    entries: list[int] = Field(examples=[[413, 414]])


class TwoCoders(Shape):
    """Two coders on the pairs that both have coded."""

    one: str = Field(examples=["ben"])
    two: str = Field(examples=["cato"])
    pairs: int = Field(examples=[40])
    observed: float = Field(examples=[0.9], description="The share on which they say the same.")
    kappa: float = Field(examples=[0.8], description="Cohen's: 1 is perfect, 0 is chance.")


class CodedPair(Shape):
    """Two mentions and what each coder holds them for."""

    left: str = Field(examples=["m-31f93f0a1b2c3d4e"])
    right: str = Field(examples=["m-91aa20b1c2d3e4f5"])
    codings: list[Judgement]
    agreed: Verdict | None = Field(description="What all of at least two say; null where they differ.")
    judged: Judgement | None = Field(description="The judgement that holds; null where nobody has adjudicated.")


class Agreement(Shape):
    """How far coders who are blind to one another agree."""

    items: list[CodedPair]
    next: None = None
    shared: int = Field(examples=[40], description="Pairs that at least two have coded.")
    alpha: float | None = Field(examples=[0.79], description="Krippendorff's, nominal, over these.")
    coders: list[TwoCoders]

    @classmethod
    def of(cls, found: AgreementRecord) -> "Agreement":
        """The agreement over all codings that hold."""
        pairs = [
            CodedPair(
                left=one.left,
                right=one.right,
                codings=[Judgement.model_validate(coding) for coding in one.codings],
                agreed=one.agreed,
                judged=Judgement.model_validate(one.judged) if one.judged else None,
            )
            for one in found.pairs
        ]
        coders = [TwoCoders.model_validate(one) for one in found.coders]
        return cls(items=pairs, shared=found.shared, alpha=found.alpha, coders=coders)
