"""`rashomon review`: a person checks what was read against the words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import ByOption, LedgerOption, opened, people, whoever
from rashomon.cli.screen import line, say
from rashomon.errors import BadInput

if TYPE_CHECKING:
    from rashomon.records import Claim


class RulingName(StrEnum):
    """What can be said of a claim; undo takes the ruling before back."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    NOTE = "note"
    UNDO = "undo"


def review(
    claim: Annotated[
        str, typer.Argument(metavar="ID", help="A claim (c-...) or a mention (m-...), as rashomon report names it.")
    ],
    ruling: Annotated[RulingName, typer.Argument(help="What the words say to it.", show_default=False)],
    why: Annotated[str, typer.Option(help="The reason, or the note; kept with the review.")] = "",
    figure: Annotated[str | None, typer.Option(metavar="N", help="amend: 5, 5-8, 5+ (at least), -8 (up to).")] = None,
    actor: Annotated[str | None, typer.Option(help="amend: whom the claim speaks of.")] = None,
    stance: Annotated[str | None, typer.Option(help="amend: asserts, claims, blames, suspects, denies, ...")] = None,
    speaker: Annotated[
        list[str] | None, typer.Option(help="amend: who says it, in the report's words, nearest first; '' for nobody.")
    ] = None,
    part: Annotated[
        bool | None,
        typer.Option("--part/--whole", help="amend: a subgroup of a larger toll, or all.", show_default=False),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE", help='amend a mention: "NAME", "NAME,COUNTRY" or "LAT,LON,KM": where it happened.'
        ),
    ] = None,
    words: Annotated[str | None, typer.Option(help="amend: the report's words that say it.")] = None,
    by: ByOption = "",
    ledger: LedgerOption = None,
) -> None:
    """Records what a person makes of a claim: accepted, rejected, amended, or noted; the claim itself stays.

    An amendment stands beside the claim as it was read, in the report's own words. The newest ruling holds, undo takes
    it back, and notes add up. A newer reading of the report keeps the review where it can be followed; where not,
    rashomon queue asks for it. The incidents follow at once: what is rejected stands behind no account, toll or blame
    and is shown struck out; what is amended counts as amended, and is marked. A rejected mention rejects its claims.
    A mention is amended by its place, where the reader found none or a wrong one; the incident moves there.

    **Examples**

        rashomon review c-41d0a7 accept
        rashomon review c-41d0a7 reject --why "this is the toll of last year's attack"
        rashomon review c-41d0a7 amend --figure 5 --words "five people died" --why "the correction"
        rashomon review m-31f93f amend --place "Rundu,NA" --why "the river town of the second paragraph"
        rashomon review m-31f93f amend --place "-17.93,19.77,5" --words "the crossing"
        rashomon review m-31f93f note --why "the same funeral as in the Dispatch"
    """
    from rashomon.pipeline import decide
    from rashomon.records import Review, Ruling
    from rashomon.views import place_given, review_words, text_of, to_review

    rulings = dict(zip(RulingName, (*Ruling, None), strict=True))
    who = whoever(by)
    amendment = _Amendment(figure, actor, stance, speaker, part, words)
    if (amendment != _Amendment() or place is not None) and ruling is not RulingName.AMEND:
        raise BadInput(f"what a claim should say goes with amend, not with {ruling.value}")
    if ruling is RulingName.NOTE and not why.strip():
        raise BadInput("a note needs its words: --why")
    with opened(ledger) as open_ledger:
        mention, read = to_review(open_ledger, claim)
        amended = where = None
        if place is not None:
            amendment.refuse_beside_a_place(read)
            where = place_given(open_ledger, mention, place, words)
        elif ruling is RulingName.AMEND:
            amended = amendment.of(read, text_of(open_ledger, mention))
        made = Review(mention, read, rulings[ruling], who, datetime.now(UTC), why, amended, where)
        entry = decide(open_ledger, made).entry
    say(f"entry {entry.number}: {line(review_words(made))}")


@dataclass(frozen=True, slots=True)
class _Amendment:
    """What a claim should say in place of what was read, as it was typed; None leaves it as it was read."""

    figure: str | None = None
    actor: str | None = None
    stance: str | None = None
    speaker: list[str] | None = None
    part: bool | None = None
    words: str | None = None

    def refuse_beside_a_place(self, claim: "Claim | None") -> None:
        """Raises BadInput where a claim, or more than its words, was given beside a place."""
        if claim is not None or self != _Amendment(words=self.words):
            raise BadInput("--place goes with a mention (m-...), alone or with --words")

    def of(self, claim: "Claim | None", text: str) -> "Claim":
        """The claim with what was given, every word of it found in the text; raises BadInput."""
        from rashomon.records import Stance
        from rashomon.views import Amendment

        if claim is None or self == _Amendment():
            raise BadInput(
                "amend a claim (c-...), and say what it should be: --figure, --actor, --stance, --speaker, --part or "
                "--words; or a mention (m-...) with --place"
            )
        if self.stance is not None and self.stance not in set(Stance):
            raise BadInput(f"--stance {self.stance!r} is none; one of {', '.join(Stance)}")
        return Amendment(
            figures=None if self.figure is None else people("--figure", self.figure),
            actor=self.actor,
            stance=None if self.stance is None else Stance(self.stance),
            speakers=None if self.speaker is None else tuple(self.speaker),
            part=self.part,
            words=self.words,
        ).of(claim, text)
