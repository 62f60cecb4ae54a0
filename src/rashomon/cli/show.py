"""`rashomon show`: one incident in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import LedgerOption, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from rashomon.records import Account, Toll
    from rashomon.views import IncidentInFull, Pair, Question, Told

MOST_NEAR = 5  # refused pairs that are shown without --all
MOST_REASONS = 4  # of each pair, the weightiest, without --all


def show(
    incident: Annotated[str, typer.Argument(help="Its id, or as much of it as names one incident.")],
    everything: Annotated[bool, typer.Option("--all", help="Also every refused pair, and every reason.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Shows one incident: the accounts side by side, who stands behind each, and why its reports are joined.

    **Examples**

        rashomon show i-3f2a91c0
        rashomon show i-3f2a --all | less
    """
    from rashomon.cli.screen import err
    from rashomon.views import incident_in_full

    with opened(ledger) as open_ledger:
        found = incident_in_full(open_ledger, incident)
        stale = open_ledger.stale()
    _head(found)
    for question in found.questions:
        _question(question)
    if not found.questions:
        _say("\nNo report makes a claim on tolls, perpetrators or doubts.")
    _contradictions(found)
    _tellings(found)
    _joins(found, everything=everything)
    _near(found, everything=everything)
    if stale:
        err().print("Reports or judgements came in since the incidents were joined: run rashomon build again.")


def _head(found: "IncidentInFull") -> None:
    from rashomon.cli.screen import line
    from rashomon.records import Interval
    from rashomon.views import days_words

    row = found.row
    days = Interval(row.first, row.last) if row.first and row.last else None
    relative = next((t.mention.when_relative.value for t in found.told if t.mention.when_relative), None)
    means = f" ({', '.join(row.means)})" if row.means else ""
    _say(f"{row.sub_event_type}{means}, {days_words(days, relative)}, {_place(found)}", style="bold")
    _say(f"“{line(row.words)}”", style="italic")
    _say(
        f"{row.id}   {_n(row.reports, 'report')}, {_n(row.outlets, 'outlet')}, {_n(row.origins, 'independent origin')}"
    )
    parties = found.parties
    told = (
        ("Claim it", parties.claim),
        ("Blamed", parties.blamed),
        ("Suspected", parties.suspected),
        ("Deny it", parties.deny),
        ("Neither confirm nor deny", parties.silent),
        ("Not aware of it", parties.unaware),
    )
    for words, names in told:
        if names:
            _say(f"{words + ':':26}{line('; '.join(names))}")


def _place(found: "IncidentInFull") -> str:
    row = found.row
    if row.place is None:
        return "place not known"
    names = dict.fromkeys(part for part in (row.place, row.admin1, row.country) if part)
    return f"{', '.join(names)} (within {row.radius_km:g} km of {row.lat:.2f}, {row.lon:.2f})"


def _question(question: "Question") -> None:
    from rashomon.cli.screen import calm_table, out

    _say(f"\n{question.asked}", style="bold")
    if question.toll:
        _say(_toll(question.toll))
    table = calm_table("Account", "Who says it", "In which words, in which report")
    table.columns[0].width, table.columns[1].width = 20, 26
    for account in question.accounts:
        for cells in _rows(account):
            table.add_row(*cells)
        table.add_section()
    out().print(table)


def _rows(account: "Account") -> "Iterator[tuple[Text, Text, Text]]":
    """A row for each wording, the account's name on the first."""
    from rich.text import Text

    from rashomon.cli.screen import line, quote
    from rashomon.views import by_words, chain_words, claim_words

    head = Text(line(account.says), style="bold")
    head.append(f"\n{_n(account.origins, 'origin')}", style="not bold dim")
    for first, same in by_words(account.voiced):
        claim = first.claim
        who = Text(line(chain_words(claim.speakers)))
        said = claim_words(claim)
        if said != account.says:
            who.append(f"\n{line(said)}", style="dim")
        words = quote(claim.span.quote)
        for report in dict.fromkeys((one.outlet, one.report) for one in same):
            words.append(f"\n{line(report[0] or 'unnamed outlet')} [{report[1]}]", style="dim")
        if claim.rule:
            words.append(f"\nrule: {line(claim.rule)}", style="dim")
        yield head, who, words
        head = Text()


def _toll(toll: "Toll") -> str:
    figures = ", ".join(
        f"{name} {'not known' if value is None else value}"
        for name, value in (("low", toll.low), ("best", toll.best), ("high", toll.high))
    )
    return f"{figures} ({_n(toll.origins, 'origin')} behind the best). Rule: {toll.rule}"


def _contradictions(found: "IncidentInFull") -> None:
    from rashomon.cli.screen import line

    if found.contradictions:
        _say("\nWhere the accounts cannot all be right", style="bold")
    for contradiction in found.contradictions:
        _say(f"- {line(contradiction.sentence)}")


def _tellings(found: "IncidentInFull") -> None:
    from rashomon.cli.screen import line, quote
    from rashomon.views import days_words

    _say("\nHow each report tells it", style="bold")
    for told in found.told:
        mention = told.mention
        when = days_words(
            mention.when.value if mention.when else None,
            mention.when_relative.value if mention.when_relative else None,
        )
        where = mention.where.value.name if mention.where else "place not told"
        _say(f"{line(told.cited)}  {mention.id}")
        _say(f"  {line(when)}, {line(where)}: {quote(mention.span.quote, 200)}")


def _joins(found: "IncidentInFull", *, everything: bool) -> None:
    if not found.joins:
        return
    _say("\nWhy these reports are joined", style="bold")
    for pair in found.joins:
        _pair(pair, everything=everything)


def _near(found: "IncidentInFull", *, everything: bool) -> None:
    if not found.near:
        return
    _say("\nNear, and not joined", style="bold")
    shown = found.near if everything else found.near[:MOST_NEAR]
    for pair in shown:
        _pair(pair, everything=everything)
    if len(found.near) > len(shown):
        _say(f"and {len(found.near) - len(shown)} more: rashomon show {found.row.id} --all", style="dim")


def _pair(pair: "Pair", *, everything: bool) -> None:
    from rashomon.cli.screen import line

    join = pair.join
    by = f"judged by {line(join.judged)}" if join.judged else f"score {join.score:+.1f}"
    other = f", part of {pair.other}" if pair.other else ""
    _say(f"{join.verdict.value} ({by}){other}")
    for end, told in ((join.left, pair.left), (join.right, pair.right)):
        _say(f"  {end}  {_cited(told)}", style="dim")
    ranked = sorted(join.reasons, key=lambda reason: -abs(reason.weight))
    for reason in ranked if everything else ranked[:MOST_REASONS]:
        _say(f"  {reason.weight:+5.1f}  {line(reason.sentence)}")


def _cited(told: "Told | None") -> str:
    from rashomon.cli.screen import line, quote

    return f"{line(told.cited)} {quote(told.mention.span.quote, 60)}" if told else "in no current reading"


def _say(words: str, style: str = "") -> None:
    from rich.text import Text

    from rashomon.cli.screen import out, safe

    out().print(Text(safe(words), style=style))


def _n(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
