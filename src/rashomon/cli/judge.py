"""`rashomon judge`: an analyst decides on two mentions."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import ByOption, LedgerOption, opened, whoever
from rashomon.errors import BadInput

if TYPE_CHECKING:
    from rashomon.ledger import Ledger


class VerdictName(StrEnum):
    """What can be decided; undo takes the judgement before back."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"


def judge(
    left: Annotated[str, typer.Argument(help="An incident, or a mention as rashomon show names it.")],
    right: Annotated[str, typer.Argument(help="Another one.")],
    verdict: Annotated[VerdictName, typer.Argument(help="Are they the same happening?", show_default=False)],
    why: Annotated[str, typer.Option(help="The reason, kept with the judgement.")] = "",
    by: ByOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Records that two mentions tell of the same happening, or of different ones; the incidents follow at once.

    A judgement is an entry of the ledger: it is never overwritten, and undo is another one. What was judged
    different is never joined again by any build.

    **Examples**

        rashomon judge i-3f2a91c0 i-77e0b1d2 same --why "same jetty, same hour"
        rashomon judge m-0c4d... m-91aa... different --why "two bombs, two markets"
        rashomon judge m-0c4d... m-91aa... undo --why "judged too early"
    """
    from rashomon.pipeline import decide
    from rashomon.records import Judgement, Verdict

    who = whoever(by)
    with opened(ledger) as open_ledger:
        one, two = sorted((_mention(open_ledger, left), _mention(open_ledger, right)))
        if one == two:
            raise BadInput(f"{left} and {right} are one mention; name two")
        decided = None if verdict is VerdictName.UNDO else Verdict(verdict.value)
        decide(open_ledger, Judgement(one, two, decided, who, datetime.now(UTC), why))
        count = len(open_ledger.incidents())
    typer.echo(f"{who}: {one} and {two}: {verdict.value}. The ledger now holds {count} incidents.")


def _mention(ledger: "Ledger", handle: str) -> str:
    """The mention that a handle names; of an incident its founding mention."""
    if not handle.startswith("m-"):
        return ledger.incident(handle).incident.mentions[0]
    fitting = sorted({m.id for reading in ledger.readings() for m in reading.mentions if m.id.startswith(handle)})
    if len(fitting) > 1:
        raise BadInput(f"{handle} begins {len(fitting)} mentions ({fitting[0]}, {fitting[1]}); give more of it")
    return fitting[0] if fitting else handle
