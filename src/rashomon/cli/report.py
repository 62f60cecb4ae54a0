"""`rashomon report`: one report with every span marked, and what was read from it."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rashomon.cli.options import AsOfOption, LedgerOption, as_known, opened
from rashomon.cli.screen import line, out, quote, safe, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rashomon.records import Claim, Mention, Reading, Report, Review, Series, SeriesCheck
    from rashomon.views import Mark, Reviews

# Colour says what kind; the underline says that the words tell of an incident or a claim.
STYLES = {
    "incident": "underline",
    "claim": "underline",
    "speaker": "magenta",
    "when": "cyan",
    "where": "green",
    "actor": "red",
    "means": "yellow",
    "victims": "blue",
    "target": "bright_yellow",
    "series": "italic",
}


def report(
    id: Annotated[str, typer.Argument(metavar="ID", help="The report's id, as rashomon show prints it in brackets.")],  # noqa: A002
    as_of: AsOfOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Shows one report with every span that was read from it marked by kind, and what was read.

    On a terminal the marks are colours; elsewhere they stand in brackets: [where: Rundu].

    **Examples**

        rashomon report r-7197396c39df03a5
        rashomon report seed-000 | less
        rashomon report seed-000 --as-of 2019-09-28
    """
    from rashomon.views import check_series, marks_of, reviews_beside

    with opened(ledger) as today, as_known(today, as_of) as open_ledger:
        found = open_ledger.report(id)
        reading = open_ledger.reading(id)
        revisions = open_ledger.revisions(id)
        mentions = {mention.id for mention in reading.mentions} if reading else set()
        incidents = open_ledger.incidents_of(mentions)
        reviews = reviews_beside(open_ledger, mentions)
        checks = [check_series(open_ledger, series) for series in reading.series] if reading else []
    _head(found, len(revisions))
    marks = marks_of(reading) if reading else ()
    if out().is_terminal and not out().no_color:
        out().print(_legend())
        out().print(_coloured(found.text, marks))
    else:
        typer.echo(_bracketed(found.text, marks))
    if reading is None:
        say("\nIt is not read yet: run rashomon build again.")
        return
    _read(reading, incidents, reviews, checks)


def _head(report: "Report", revisions: int) -> None:
    day = f"{report.published:%d %b %Y}".lstrip("0") if report.published else "day of publication not known"
    say(f"{report.id}   {report.outlet or 'unnamed outlet'}, {day}", style="bold")
    if report.url:
        say(report.url, style="dim")
    if revisions > 1:
        say(f"{revisions} revisions are kept; this is the newest.")
    say("")


def _legend() -> Text:
    legend = Text("marked: ", style="dim")
    for kind, style in STYLES.items():
        legend.append(kind, style=style).append("  ")
    return legend.append("\n")


def _coloured(text: str, marks: "tuple[Mark, ...]") -> Text:
    from rashomon.views import pieces

    shown = Text()
    for piece in pieces(text, marks):
        styles = dict.fromkeys(STYLES[mark.kind.value] for mark in piece.marks)
        shown.append(safe(piece.words), style=" ".join(styles))
    return shown


def _bracketed(text: str, marks: "tuple[Mark, ...]") -> str:
    """The text with a bracket opened where a mark begins and closed where it ends, widest first."""
    from rashomon.views import pieces

    shown: list[str] = []
    before: tuple[Mark, ...] = ()
    for piece in pieces(text, marks):
        shown.append("]" * len(set(_labels(before)) - set(_labels(piece.marks))))
        opened_now = dict.fromkeys(label for label in _labels(piece.marks) if label not in _labels(before))
        shown.extend(f"[{label[0]}: " for label in opened_now)
        shown.append(piece.words)
        before = piece.marks
    shown.append("]" * len(set(_labels(before))))
    return safe("".join(shown))


def _labels(marks: "tuple[Mark, ...]") -> list[tuple[str, int, int]]:
    """What a bracket says and the offsets it stands for: one bracket, however many claims share the words."""
    found: dict[tuple[str, int, int], None] = {}
    for mark in marks:
        number = f" {mark.mention}" if mark.kind.value == "incident" else ""
        found[f"{mark.kind.value}{number}", mark.span.start, mark.span.end] = None
    return list(found)


def _read(reading: "Reading", incidents: "Mapping[str, str]", reviews: "Reviews", checks: "list[SeriesCheck]") -> None:
    say(f"\nRead from it by {reading.reader}", style="bold")
    for number, mention in enumerate(reading.mentions, 1):
        _mention(number, mention, incidents.get(mention.id), reviews)
    if not reading.mentions:
        say("No incident.")
    for series, check in zip(reading.series, checks, strict=True):
        _series(series, check)


def _mention(number: int, mention: "Mention", incident: str | None, reviews: "Reviews") -> None:
    from rashomon.views import days_words

    means = ", ".join(means.value.value for means in mention.means)
    say(f"\n{number}. {mention.sub_event_type.value.value}{f' ({means})' if means else ''}", style="bold")
    say(quote(mention.span.quote), indent=3)
    say(
        f"incident {incident or 'not joined yet: run rashomon build again'}, mention {mention.id}",
        style="dim",
        indent=3,
    )
    if mention.when:
        _said("when", days_words(mention.when.value), mention.when.span.quote, mention.when.rule)
    elif mention.when_relative:
        _said("when", mention.when_relative.value, mention.when_relative.span.quote, mention.when_relative.rule)
    if mention.where:
        place = mention.where.value
        names = ", ".join(dict.fromkeys(part for part in (place.name, place.admin1, place.country) if part))
        _said("where", f"{names}, within {place.radius_km:g} km", mention.where.span.quote, mention.where.rule)
    if mention.targets:
        say(f"{'target':8}{line('; '.join(target.quote for target in mention.targets))}", indent=3)
    _reviews(reviews.get((mention.id, None), ()), 3)
    for claim in mention.claims:
        _claim(mention.id, claim)
        _reviews(reviews.get((mention.id, claim), ()), 11)


def _claim(mention: str, claim: "Claim") -> None:
    from rashomon.ledger import claim_id
    from rashomon.views import chain_words, claim_words

    said = f"{chain_words(claim.speakers)}: {claim_words(claim)}"
    _said("claim", said, claim.span.quote, claim.rule, claim_id(mention, claim))


def _reviews(reviews: "tuple[Review, ...]", indent: int) -> None:
    from rashomon.views import review_words

    for review in reviews:
        say(f"review: {line(review_words(review))}", style="bold", indent=indent)


def _series(series: "Series", check: "SeriesCheck") -> None:
    from rashomon.views import chain_words, days_words, number_words

    when = days_words(series.when.value if series.when else None)
    say(f"\nSeries: {number_words(series.low, series.high)} ({line(series.what.quote)}), {when}", style="bold")
    say(f"{line(chain_words(series.speakers))}: {quote(series.span.quote)}", indent=3)
    say(f"{check.verdict}: {line(check.sentence)}", style="dim", indent=3)


def _said(label: str, value: str, words: str, rule: str, named: str = "") -> None:
    by = f", by the rule “{line(rule)}”" if rule else ""
    say(f"{label:8}{line(value)}", indent=3)
    say(f"{quote(words)}{by}{f' [{named}]' if named else ''}", style="dim", indent=11)
