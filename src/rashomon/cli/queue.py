"""`rashomon queue`: what waits for a person's decision."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import counted, line, quote, say, warn_if_stale
from rashomon.records import EntryKind

if TYPE_CHECKING:
    from rashomon.ledger import Ledger, Unchecked
    from rashomon.views import Asked, LeftBehind, Told
    from rashomon.views.unchecked import Check

MOST = 10  # pairs or incidents that are shown unless more are asked for
MOST_COUNTED = 10_000
MOST_REASONS = 3


class Waits(StrEnum):
    """What waits."""

    PAIRS = "pairs"
    PLACES = "places"
    TOLLS = "tolls"


def queue(
    most: Annotated[int, typer.Option("--most", min=1, help="How many to show.")] = MOST,
    of: Annotated[
        Waits, typer.Option(help="Unsure pairs; incidents without a place; tolls that one origin alone counts.")
    ] = Waits.PAIRS,
    ledger: LedgerOption = None,
) -> None:
    """Shows what waits for a decision, with the commands that decide it.

    First pairs of mentions that may tell of one happening and are kept apart until somebody says, the likeliest first.
    Then judgements and reviews that cannot be followed to what a newer reader read, or to a revised text: they are
    kept, and hold nothing until they are decided anew. Incidents without a place, and tolls of one origin, are listed
    when they are asked for, the newest first.

    **Examples**

        rashomon queue
        rashomon queue --most 100 | less
        rashomon queue --of places
    """
    with opened(ledger) as open_ledger:
        if of is Waits.PAIRS:
            _pairs(open_ledger, most)
        else:
            _unchecked(open_ledger, of, most)
        stale = open_ledger.stale()
    warn_if_stale(stale)


def _pairs(ledger: "Ledger", most: int) -> None:
    from rashomon.views import queue as waiting

    found = waiting(ledger, most)
    others = {of: count for of in (Waits.PLACES, Waits.TOLLS) if (count := _count(ledger, of))}
    if not found.asked and not found.left and not others:
        say("Nothing waits for a decision.")
    if found.asked:
        least = "" if found.counted else "at least "
        say(f"{least}{counted(found.unsure, 'pair')} of mentions may tell of one happening", style="bold")
    for asked in found.asked:
        _asked(asked)
    if found.unsure > len(found.asked):
        say(f"\nand {found.unsure - len(found.asked)} more: rashomon queue --most {found.unsure}", style="dim")
    if found.left:
        say(f"\n{counted(len(found.left), 'decision')} left behind by a newer reading", style="bold")
    for left in found.left:
        _left(left)
    for of, count in others.items():
        say(f"\n{count}: rashomon queue --of {of.value}", style="bold")


def _count(ledger: "Ledger", of: Waits) -> str:
    """How many incidents wait, in words; "" for none."""
    number = ledger.count_unchecked(_what(of), MOST_COUNTED)
    waits = "without a place" if of is Waits.PLACES else "with a toll of one origin"
    least = "at least " if number == MOST_COUNTED else ""
    return f"{least}{counted(number, 'incident')} {waits} that nobody checked" if number else ""


def _what(of: Waits) -> "Unchecked":
    from rashomon.ledger import Unchecked

    return Unchecked.PLACE if of is Waits.PLACES else Unchecked.TOLL


def _unchecked(ledger: "Ledger", of: Waits, most: int) -> None:
    from rashomon.views.unchecked import to_check

    say(_count(ledger, of) or "Nothing waits for a decision.", style="bold")
    for row in ledger.unchecked(_what(of), most):
        if check := to_check(ledger, _what(of), row):
            _check(check)


def _check(check: "Check") -> None:
    from rashomon.ledger import claim_id
    from rashomon.views import chain_words, claim_words

    mention, claim = check.told.mention, check.claim
    say(f"\n{check.row.id}", indent=2)
    say(_cited(check.told), indent=4)
    on, amend = mention.id, '--place "NAME,COUNTRY"'
    if claim is not None:
        say(f"{line(chain_words(claim.speakers))}: {line(claim_words(claim))}, {quote(claim.span.quote)}", indent=4)
        on, amend = claim_id(mention.id, claim), "--figure N"
    for words in ("accept", "reject", f"amend {amend}"):
        _command(f'rashomon review {on} {words} --why "..."')


def _asked(asked: "Asked") -> None:
    join = asked.join
    say(Text(f"\n{' and '.join(asked.incidents)}").append(f"  score {join.score:+.1f}", style="dim"), indent=2)
    for end, told in ((join.left, asked.left), (join.right, asked.right)):
        say(Text(f"{end}  ", style="dim").append(_cited(told)), indent=4)
    for reason in sorted(join.reasons, key=lambda reason: -abs(reason.weight))[:MOST_REASONS]:
        say(f"{reason.weight:+5.1f}  {line(reason.sentence)}", indent=4)
    for verdict in ("same", "different", "unsure"):
        _command(f'rashomon judge {join.left} {join.right} {verdict} --why "..."')


def _left(left: "LeftBehind") -> None:
    entry = left.entry
    blind = entry.kind is EntryKind.CODING  # another coder may be reading this
    why = f": {line(entry.why)}" if entry.why and not blind else ""
    say(f"\nentry {entry.number}, {entry.kind.value} by {line(entry.by)}, {entry.at:%Y-%m-%d}{why}", indent=2)
    say(line(left.why), indent=4)
    if blind:
        say("it counts for no agreement until its coder codes what is read now", style="dim", indent=4)
    elif entry.kind is EntryKind.JUDGEMENT:
        say("decide on what is read now, then let the old one go:", style="dim", indent=4)
        _command(f'rashomon judge {entry.subject} undo --why "..."')
    else:
        say("review what is read now, then let the old one go:", style="dim", indent=4)
        _command(f'rashomon review {entry.subject.split(" ")[-1]} undo --why "..."')


def _command(words: str) -> None:
    say(Text(words, style="cyan", no_wrap=True, overflow="ignore"), indent=4)


def _cited(told: "Told") -> str:
    return f"{line(told.cited)} {quote(told.mention.span.quote, 160)}"
