"""`rashomon queue`: what waits for a person's decision."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.options import LedgerOption, opened
from rashomon.cli.screen import counted, line, quote, say, warn_if_stale
from rashomon.records import EntryKind

if TYPE_CHECKING:
    from rashomon.views import Asked, LeftBehind, Told

MOST = 10  # pairs that are shown unless more are asked for
MOST_REASONS = 3


def queue(
    most: Annotated[int, typer.Option("--most", min=1, help="How many unsure pairs to show.")] = MOST,
    ledger: LedgerOption = None,
) -> None:
    """Shows what waits for a decision, with the commands that decide it.

    First pairs of mentions that may tell of one happening and are kept apart until somebody says, the likeliest first.
    Then judgements and reviews that cannot be followed to what a newer reader read, or to a revised text: they are
    kept, and hold nothing until they are decided anew.

    **Examples**

        rashomon queue
        rashomon queue --most 100 | less
    """
    from rashomon.views import queue as waiting

    with opened(ledger) as open_ledger:
        found = waiting(open_ledger, most)
        stale = open_ledger.stale()
    if not found.asked and not found.left:
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
    warn_if_stale(stale)


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
