"""How well times are read: `python bench/dates.py FILE...` on cases in the Recognizers form, `--desk` on the desk.

Cases (`../shared/data/dates/*.json`, also `.xz`): a sentence, a reference day, and for each time its words and value.
A case is a time of the type `date` or `daterange`. It concerns a past event where its value as the form resolves it to
the past is whole days or periods, and begins on or before the reference day (a period: before it, for one that begins
on it lies ahead), and where its sentence does not speak of the future: no order to an assistant ("schedule", "please",
"find us") and no "will". "Value in the past" leaves the sentence aside and is printed too. Out of both are values open
on one side (`before 2010`), values that the form leaves unresolved or counts from something told before, impossible
days (30 February), feasts, and bare units ("partner of the year", "away for the day"), which tell no time by
themselves; they are counted. Times of day, durations and recurring sets are other types.

Right is an expression that overlaps the case's words and means the same days:
- the form's end dates are exclusive; of a range "from A to B" its end is B's first day;
- what lies after the reference day is cut off on both sides, and a period that runs up to the reference day may hold
  that day or end before it: a report tells what has happened;
- where our expression points past the reference day ("I'll be out in May") the form's future value is compared;
- where our rule is openly imprecise (IMPRECISE below), the form's one day must lie within our interval; of the parts of
  a longer time (PARTS: "late last year" is a half to the form, a third to us, and a third to the form elsewhere) more
  than half of all days must be common. "To the day" leaves these out, so that the strict figure is known.

Desk: for each gold mention with a date, whether some expression of the report is right by score.py's `right_date`; and
how often `narrow`, which is not told the day of publication, gives days that hold it.
"""

import argparse
import importlib.util
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import HELD_OUT, SEEN, SHARED, gold
from rashomon.records import Anchor, Interval, TimeExpression
from rashomon.when import find_times, narrow, shifted

DAY = timedelta(days=1)
IMPRECISE = ("counted back", "last weekday", "counted from", "recent")
PARTS = ("early part", "mid part", "late part", "earlier this")
FUTURE = re.compile(
    r"\b(?:will|shall|schedule|book|set|meet|please|cortana|let'?s|find|plan|need|want|going to)\b"
    r"|\b(?:available|free|should)\b|['’]ll\b",
    re.IGNORECASE,
)
BARE = re.compile(r"(?:the|my) (?:day|week|fortnight|month|year)", re.IGNORECASE)
FEASTS = re.compile(
    r"easter|halloween|thanksgiving|labou?r day|earth day|black friday|eid\b|juneteenth|freedom day|jubilee day"
    r"|workers' day|independence day|memorial day|mother'?s day|father'?s day|christmas|ramadan|hanukkah",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One time of one sentence: where its words stand, and its value as the form resolves it to the past and future.

    Values are half-open (first day, day after the last); None where the form gives none. why_out: "" in scope.
    """

    text: str
    reference: date
    start: int
    end: int
    past: tuple[date, date] | None
    future: tuple[date, date] | None
    why_out: str


def cases(path: Path) -> Iterator[Case]:
    """The cases of one file of the form."""
    data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    for entry in json.loads(data.decode("utf-8-sig")):
        reference = entry.get("Context", {}).get("ReferenceDateTime")
        if not reference:
            continue
        for result in entry.get("Results", []):
            kind = (result.get("TypeName") or result.get("Type") or "").split(".")[-1]
            if kind in ("date", "daterange"):
                yield _case(entry["Input"], date.fromisoformat(reference[:10]), result)


def _case(text: str, reference: date, result: dict[str, Any]) -> Case:
    start = result["Start"]
    end = start + result["Length"] if "Length" in result else result["End"] + 1
    values, mod = _values(result)
    past = _days(values[0]) if values else None
    future = _days(values[-1]) if values else None
    feast = "feast" if FEASTS.search(text[start:end]) else "bare unit" if BARE.fullmatch(text[start:end]) else ""
    return Case(text, reference, start, end, past, future, feast or _why_out(past, reference, mod))


def _values(result: dict[str, Any]) -> tuple[list[dict[str, str]], str]:
    """The past and the future value, and the form's modifier."""
    if "Value" in result:
        value = result["Value"]
        found = [value.get("PastResolution") or {}, value.get("FutureResolution") or {}]
        return found, value.get("Mod") or ""
    found = (result.get("Resolution") or {}).get("values") or []
    return found, (found[0].get("Mod") or "") if found else ""


def _days(value: dict[str, str]) -> tuple[date, date] | None:
    try:
        if "startDate" in value or "start" in value:
            first = date.fromisoformat(value.get("startDate") or value["start"])
            return first, date.fromisoformat(value.get("endDate") or value["end"])
        first = date.fromisoformat(value.get("date") or value["value"])
    except (KeyError, ValueError):
        return None
    return (first, first + DAY) if first > date.min else None


def _why_out(past: tuple[date, date] | None, reference: date, mod: str) -> str:
    if mod in ("before", "after", "since", "until"):
        return "open on one side"
    if mod == "ref_undef":
        return "counted from something told before"
    if past is None:
        return "no value"
    period = past[1] - past[0] > DAY
    return "" if past[0] < reference or (past[0] == reference and not period) else "future"


def right(case: Case, found: TimeExpression) -> tuple[bool, bool]:
    """Whether the expression means the case's days: strictly, and where openly imprecise ones need only hold them."""
    interval = found.interval
    if found.anchor is Anchor.EVENT:
        interval = shifted(found, Interval(case.reference, case.reference))
    value = case.future if found.future else case.past
    if interval is None or value is None:
        return False, False
    ahead = found.future
    first, last = interval.first, interval.last
    ends = {value[1] - DAY}
    if "range" in found.rule or found.rule == "numbered week":
        ends |= {value[1]}
        month, year = value[1], value[1]
        ends |= {_month_end(month), _month_end(month + 62 * DAY)} if value[1].day == 1 else set()
        ends |= {date(year.year, 12, 31)} if (value[1].month, value[1].day) == (1, 1) else set()
    if not ahead:
        ends = {min(end, case.reference) for end in ends}
        last = min(last, case.reference)
        if case.reference in ends and value[1] - value[0] > DAY:
            ends |= {case.reference - DAY}
        if case.reference - DAY in ends and value[1] - value[0] > DAY:
            ends |= {case.reference}
    same = first == value[0] and last in ends
    holds = found.rule.startswith(IMPRECISE) and first <= value[0] and max(ends) <= last
    if found.rule.startswith(PARTS) and interval.first <= max(ends) and value[0] <= interval.last:
        common = (min(last, max(ends)) - max(first, value[0])).days + 1
        holds = common * 2 > (max(last, max(ends)) - min(first, value[0])).days + 1
    return same, same or holds


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - DAY


def measure(path: Path, misses: bool) -> Counter[str]:
    """Print the figures of one file, and give its counts."""
    tally: Counter[str] = Counter()
    for case in cases(path):
        tally["all"] += 1
        found = [
            each
            for each in find_times(case.text, case.reference)
            if each.span.start < case.end and case.start < each.span.end
        ]
        verdicts = [right(case, each) for each in found]
        strict, held = any(one for one, _ in verdicts), any(two for _, two in verdicts)
        tally["all right"] += held
        if case.why_out:
            tally[f"out: {case.why_out}"] += 1
            continue
        tally["value"] += 1
        tally["value right"] += held
        spoken = not FUTURE.search(case.text)
        tally["past"] += spoken
        tally["past strict"] += strict and spoken
        tally["past right"] += held and spoken
        if misses and not held:
            told = "; ".join(f"{each.span.quote!r} {_written(each)}" for each in found) or "nothing"
            value = case.past and f"{case.past[0]}..{case.past[1]}"
            words = f"{case.text[:90]!r} [{case.text[case.start : case.end]}]"
            print(f"{' ' if spoken else '-'} {case.reference} | {words} {value} | {told}")
    show(path.name, tally)
    return tally


def show(name: str, tally: Counter[str]) -> None:
    """Print the figures of these counts."""
    out = ", ".join(f"{number} {why[5:]}" for why, number in sorted(tally.items()) if why.startswith("out: "))
    print(f"{name}: {tally['all']} date and period cases, {tally['past']} of past events (out: {out})")
    for label, key, total in (
        ("past events", "past right", "past"),
        ("  of these to the day", "past strict", "past"),
        ("value in the past", "value right", "value"),
        ("all cases", "all right", "all"),
    ):
        share = tally[key] / tally[total] if tally[total] else 0.0
        print(f"  {label:24} {share:.3f}  {tally[key]} of {tally[total]}")


def _written(found: TimeExpression) -> str:
    days = f"{found.interval.first}..{found.interval.last}" if found.interval else f"shift {found.shift}"
    return f"{days} ({found.rule}{', future' if found.future else ''})"


def score_rules() -> Callable[[dict[str, str], dict[str, str]], bool]:
    """score.py's `right_date`."""
    spec = importlib.util.spec_from_file_location("desk_score", SHARED / "desk" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"no score.py in {SHARED / 'desk'}: set RASHOMON_SHARED to the shared folder")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.right_date  # type: ignore[no-any-return]


def desk(names: tuple[str, ...], misses: bool) -> tuple[int, int, int]:
    """Gold dates, those that an expression meets, and those met only by the day of publication or counted from another.

    Words such as "hours later" are counted from every time of the report that is no longer than two months.
    """
    right_date = score_rules()
    total = direct = indirect = 0
    for record in gold(names):
        report = record["report"]
        published = date.fromisoformat(report["published"][:10]) if report.get("published") else None
        found = find_times(report["text"], published)
        days = [each.interval for each in found if each.interval and not each.future]
        today = [Interval(published, published)] if published else []
        events = today + [shifted(each, day) for each in found if each.shift for day in days + today if day.days <= 62]
        for mention in record["mentions"]:
            if not mention.get("date"):
                continue
            total += 1
            if any(right_date(mention["date"], as_desk(day)) for day in days):
                direct += 1
            elif any(right_date(mention["date"], as_desk(day)) for day in events):
                indirect += 1
            elif misses and not set(names) & set(HELD_OUT):
                times = [f"{each.span.quote} {_written(each)}" for each in found]
                print(f"  {report['id']} {published} | {mention['date']} | {mention['quote'][:120]!r} | {times}")
    return total, direct, indirect


def undated(names: tuple[str, ...]) -> str:
    """For each rule of `narrow`, how often the day of publication that it was not told lies where it says."""
    counts: dict[str, list[int]] = {}
    for record in gold(names):
        published = date.fromisoformat(record["report"]["published"][:10])
        found = narrow(record["report"]["text"])
        tally = counts.setdefault(found.rule if found else "none", [0, 0])
        tally[0] += found is not None and found.value.first <= published <= found.value.last
        tally[1] += 1
    return "; ".join(f"{rule} {one} of {all_}" for rule, (one, all_) in sorted(counts.items()))


def as_desk(interval: Interval) -> dict[str, str]:
    """The interval as the desk writes it."""
    return {"from": interval.first.isoformat(), "to": interval.last.isoformat()}


def main() -> None:
    """Print the figures that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="cases in the Recognizers form, .json or .json.xz")
    parser.add_argument("--desk", action="store_true", help="the oracle recall on the desk, seen and held-out reports")
    parser.add_argument("--misses", action="store_true", help="list what is missed (never of held-out reports)")
    arguments = parser.parse_args()
    if not arguments.files and not arguments.desk:
        parser.error("name files of cases, or use --desk")
    together: Counter[str] = Counter()
    for path in arguments.files:
        together += measure(path, arguments.misses)
    if len(arguments.files) > 1:
        show("together", together)
    for label, names in (("seen", SEEN), ("held-out", HELD_OUT)) if arguments.desk else ():
        total, direct, indirect = desk(names, arguments.misses)
        both = direct + indirect
        print(f"desk, {label}: of {total} gold dates an expression is right for {direct} ({direct / total:.3f}),")
        print(f"  with the day of publication, and those counted from another time, {both} ({both / total:.3f})")
        print(f"  publication narrowed from the text alone: {undated(names)}")


if __name__ == "__main__":
    main()
