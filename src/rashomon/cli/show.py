"""`rashomon show`: one incident in full."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.options import AsOfOption, LedgerOption, as_known, opened
from rashomon.cli.screen import calm_table, counted, line, quote, say, say_table, warn_if_stale
from rashomon.records import About, Claim, Interval, Stance, Toll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rashomon.records import Grading, Voiced
    from rashomon.views import IncidentInFull, Pair, Question, Reviews, Told

MOST_NEAR = 3  # refused pairs that are shown without --all
LEAST_WEIGHT = 0.05  # less is printed as 0.0
MOST_REASONS = 4  # of each pair, the weightiest, without --all


def show(
    incident: Annotated[str, typer.Argument(help="Its id, or as much of it as names one incident.")],
    everything: Annotated[bool, typer.Option("--all", help="Also every refused pair, and every reason.")] = False,
    rule: Annotated[
        str, typer.Option(metavar="NAME", help="How the best toll is chosen: origins, ucdp, acled or airwars.")
    ] = "origins",
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Shows one incident: the accounts side by side, who stands behind each, and why its reports are joined.

    Two counts stand beside each other: reports, and independent origins; ten papers that print one agency's story are
    ten reports and one origin. The weight before a reason says how much it speaks for one happening, negative against.

    **Examples**

        rashomon show i-3f2a91c0
        rashomon show i-3f2a --all | less
        rashomon show i-3f2a --rule ucdp
        rashomon show i-3f2a --as-of 2024-05-14
    """
    from rashomon.views import grading, incident_in_full, incident_then, questions, reviews_beside, tolls_under

    with opened(ledger) as today, as_known(today, as_of) as open_ledger:
        found = incident_in_full(open_ledger, incident_then(today, open_ledger, incident) if as_of else incident)
        reviews = reviews_beside(open_ledger, set(found.reconciled.incident.mentions))
        stale = open_ledger.stale()
        tolls = tolls_under(open_ledger, found.reconciled, rule)
    _head(found, grading(found.reconciled))
    rules: set[str] = set()
    for question in questions(replace(found.reconciled, tolls=tolls)):
        _question(question, rules, reviews)
    if not found.questions:
        say("\nNo report makes a claim on tolls, perpetrators or doubts.")
    _contradictions(found)
    _tellings(found)
    _joins(found, everything=everything)
    _near(found, everything=everything)
    warn_if_stale(stale)


def _head(found: "IncidentInFull", graded: "Grading") -> None:
    from rashomon.views import days_words

    row = found.row
    days = Interval(row.first, row.last) if row.first and row.last else None
    relative = next((t.mention.when_relative.value for t in found.told if t.mention.when_relative), None)
    means = f" ({', '.join(row.means)})" if row.means else ""
    say(f"{row.sub_event_type}{means}, {days_words(days, relative)}, {_place(found)}", style="bold")
    say(quote(row.words))
    counts = (
        counted(row.reports, "report"),
        counted(row.outlets, "outlet"),
        counted(row.origins, "independent origin"),
    )
    say(f"{row.id}   {', '.join(counts)}", style="dim")
    say(f"Grade {line(graded.rule)}: {line(graded.why)}", style="dim")
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
            say(f"{words + ':':26}{line('; '.join(names))}")


def _place(found: "IncidentInFull") -> str:
    row = found.row
    if row.place is None:
        return "place not known"
    names = dict.fromkeys(part for part in (row.place, row.admin1, row.country) if part)
    placed = found.reconciled.placed
    by = f", placed by {placed.by}" + (f": {placed.why}" if placed.why else "") if placed else ""
    return f"{', '.join(names)} (within {row.radius_km:g} km of {row.lat:.2f}, {row.lon:.2f}){by}"


def _question(question: "Question", rules: set[str], reviews: "Reviews") -> None:
    """rules: toll rules that were printed before; each is printed once."""
    from rashomon.views import account_words

    toll = question.toll
    say(Text(f"\n{question.asked}", style="bold").append(f"  {_toll(toll)}" if toll else "", style="not bold"))
    if toll and toll.rule not in rules:
        rules.add(toll.rule)
        say(toll.rule, style="dim", indent=2)
    table = calm_table("Account", "Who says it", "In which words, in which report")
    table.columns[0].width, table.columns[1].width = 19, 25
    for account in question.accounts:
        head = Text(line(account_words(account)), style="bold")
        head.append(f"\n{counted(account.origins, 'origin')}", style="not bold dim")
        for cells in _rows(head, account.voiced, reviews):
            table.add_row(*cells)
        table.add_section()
    head = Text("rejected", style="bold").append("\nnot counted", style="not bold dim")
    for cells in _rows(head, question.rejected, reviews):
        table.add_row(*(cell if at == 0 else _struck(cell) for at, cell in enumerate(cells)))
    say_table(table)


def _struck(cell: Text) -> Text:
    """The first line struck out; what stands below it says who did so."""
    end = cell.plain.find("\n")
    cell.stylize("strike", 0, len(cell.plain) if end < 0 else end)
    return cell


def _rows(head: Text, voiced: "Sequence[Voiced]", reviews: "Reviews") -> "Iterator[tuple[Text, Text, Text]]":
    """A row for each wording, the head on the first."""
    from rashomon.views import by_words, chain_words, claim_words, review_words

    for first, same in by_words(voiced):
        claim = first.claim
        who = Text(line(chain_words(claim.speakers)))
        who.append(_nuance(claim), style="dim")
        words = quote(claim.span.quote)
        for outlet, report in dict.fromkeys((one.outlet, one.report) for one in same):
            words.append(f"\n{line(outlet or 'unnamed outlet')} [{report}]", style="dim")
        if claim.rule:
            words.append(f"\nrule: {line(claim.rule)}", style="dim")
        if first.read:
            words.append(f"\ncounted as amended; read: {line(claim_words(first.read))}", style="dim")
        for review in dict.fromkeys(r for one in same for r in reviews.get((one.mention, one.as_read), ())):
            words.append(f"\nreview: {line(review_words(review))}")
        yield head, who, words
        head = Text()


def _nuance(claim: Claim) -> str:
    """What the claim says beyond its account: "at least 6" among those who say 6, "suspects" among blamers."""
    from rashomon.views import claim_words

    if claim.about is About.PERPETRATOR:
        return f"\n{claim.stance.value}"
    open_end = claim.low is not None and claim.high is None
    denied_part = claim.stance is Stance.DENIES and claim.part and claim.who is not None
    return f"\n{line(claim_words(claim))}" if open_end or denied_part else ""


def _toll(toll: Toll) -> str:
    figures = (("low", toll.low), ("best", toll.best), ("high", toll.high))
    told = ", ".join(f"{name} {'not known' if value is None else value}" for name, value in figures)
    return f"{told}; {counted(toll.origins, 'origin')} behind the best"


def _contradictions(found: "IncidentInFull") -> None:
    if found.contradictions:
        say("\nWhere the accounts cannot all be right", style="bold")
    for contradiction in found.contradictions:
        say(line(contradiction.sentence), indent=2)


def _tellings(found: "IncidentInFull") -> None:
    from rashomon.views import days_words

    say("\nHow each report tells it", style="bold")
    for told in found.told:
        mention = told.mention
        when = days_words(
            mention.when.value if mention.when else None,
            mention.when_relative.value if mention.when_relative else None,
        )
        where = mention.where.value.name if mention.where else "place not told"
        say(Text(line(told.cited)).append(f"  {mention.id}", style="dim"), indent=2)
        say(f"{line(when)}, {line(where)}: {quote(mention.span.quote, 200)}", indent=4)


def _joins(found: "IncidentInFull", *, everything: bool) -> None:
    if found.joins:
        say("\nWhy these reports are joined", style="bold")
    for pair in found.joins:
        _pair(pair, everything=everything)


def _near(found: "IncidentInFull", *, everything: bool) -> None:
    if found.near:
        say("\nNear, and not joined", style="bold")
    shown = found.near if everything else found.near[:MOST_NEAR]
    for pair in shown:
        _pair(pair, everything=everything)
    if len(found.near) > len(shown):
        say(f"and {len(found.near) - len(shown)} more: rashomon show {found.row.id} --all", style="dim", indent=2)


def _pair(pair: "Pair", *, everything: bool) -> None:
    join = pair.join
    by = f"judged by {line(join.judged)}" if join.judged else f"score {join.score:+.1f}"
    other = f", part of {pair.other}" if pair.other else ""
    say(f"{join.verdict.value} ({by}){other}", indent=2)
    for end, told in ((join.left, pair.left), (join.right, pair.right)):
        say(Text(f"{end}  ", style="dim").append(_cited(told)), indent=4)
    ranked = sorted(join.reasons, key=lambda reason: -abs(reason.weight))
    shown = ranked if everything else ranked[:MOST_REASONS]
    for reason in shown:
        _weighed(reason.weight, line(reason.sentence))
    if len(ranked) > len(shown):
        rest = ranked[len(shown) :]
        _weighed(sum(reason.weight for reason in rest), f"{counted(len(rest), 'lesser reason')}: --all")
    start = join.score - sum(reason.weight for reason in ranked)
    if not join.judged and abs(start) >= LEAST_WEIGHT:
        _weighed(start, "what any two mentions start from")


def _weighed(weight: float, sentence: str) -> None:
    say(f"{weight:+5.1f}  {sentence}", indent=4)


def _cited(told: "Told | None") -> str:
    return f"{line(told.cited)} {quote(told.mention.span.quote, 60)}" if told else "in no current reading"
