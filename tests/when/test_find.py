"""Times told in a report, each with its exact words and the days they mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Anchor, TimeExpression
from rashomon.when import find_times, grammar

SUNDAY = date(2019, 8, 25)  # every case below is read on this day, a Sunday


def the_only(text: str, published: date | None = SUNDAY) -> TimeExpression:
    found = find_times(text, published)
    assert len(found) == 1, found
    return found[0]


def days(expression: TimeExpression) -> str:
    interval = expression.interval
    return f"{interval.first}..{interval.last}" if interval else "none"


CASES = [
    # text, the words, first day, last day
    ("Six died on 25 August 2019.", "25 August 2019", "2019-08-25", "2019-08-25"),
    ("KABUL, Aug. 24 (Wire) - A blast", "Aug. 24", "2019-08-24", "2019-08-24"),
    ("It was dated 2019-08-20.", "2019-08-20", "2019-08-20", "2019-08-20"),
    ("It was dated 20/8/2019.", "20/8/2019", "2019-08-20", "2019-08-20"),
    ("The shelling of December 3 was worse.", "December 3", "2018-12-03", "2018-12-03"),
    ("Shells fell in March 2018.", "March 2018", "2018-03-01", "2018-03-31"),
    ("A car bomb in 2014 killed five.", "2014", "2014-01-01", "2014-12-31"),
    ("Last year two convoys burned.", "Last year", "2018-01-01", "2018-12-31"),
    ("Fighting began in the summer of 2017.", "summer of 2017", "2017-06-01", "2017-08-31"),
    ("They came late on Friday.", "late on Friday", "2019-08-23", "2019-08-23"),
    ("They came on Sunday.", "Sunday", "2019-08-25", "2019-08-25"),
    ("They came Monday night.", "Monday night", "2019-08-19", "2019-08-19"),
    ("They came the day before yesterday.", "the day before yesterday", "2019-08-23", "2019-08-23"),
    ("They came overnight.", "overnight", "2019-08-24", "2019-08-25"),
    ("They came two days ago.", "two days ago", "2019-08-23", "2019-08-23"),
    ("They came a week ago.", "a week ago", "2019-08-17", "2019-08-19"),
    ("They came earlier this month.", "earlier this month", "2019-08-01", "2019-08-24"),
    ("They came last week.", "last week", "2019-08-12", "2019-08-18"),
    ("It happened between 3 and 5 May.", "between 3 and 5 May", "2019-05-03", "2019-05-05"),
    ("It went on from Monday to Thursday.", "from Monday to Thursday", "2019-08-19", "2019-08-22"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), CASES)
def test_a_time_has_its_exact_words_and_days(text: str, words: str, first: str, last: str) -> None:
    found = the_only(text)
    assert found.span.quote == words
    assert text[found.span.start : found.span.end] == words
    assert days(found) == f"{first}..{last}"


@pytest.mark.parametrize(("text", "shift"), [("Hours later they fled.", (0, 1)), ("The next day they fled.", (1, 1))])
def test_words_counted_from_a_happening_keep_their_shift(text: str, shift: tuple[int, int]) -> None:
    found = the_only(text)
    assert (found.anchor, found.shift, found.interval) == (Anchor.EVENT, shift, None)


@pytest.mark.parametrize(
    "text",
    [
        "The 25-year-old man of the 45th Brigade may march again.",
        "Theresa May spoke to the Sunday Times.",
        "Some 2,000 people fled; 1500 soldiers stayed.",
        "A second man held a 24-hour strike.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


@given(st.text())
def test_every_span_fits_any_text(text: str) -> None:
    end = 0
    for found in find_times(text, SUNDAY):
        assert found.span.fits(text)
        assert found.span.start >= end
        end = found.span.end


MORE = [
    ("They came early Tuesday.", "early Tuesday", date(2019, 8, 27), "2019-08-27..2019-08-27"),
    ("They came early on Tuesday.", "early on Tuesday", date(2019, 8, 28), "2019-08-27..2019-08-27"),
    ("Last Wednesday they came.", "Last Wednesday", date(2019, 9, 28), "2019-09-18..2019-09-25"),
    ("Last Sunday they came.", "Last Sunday", date(2019, 8, 27), "2019-08-25..2019-08-25"),
    ("Just over two weeks ago they came.", "Just over two weeks ago", date(2019, 9, 10), "2019-08-20..2019-08-27"),
    ("Nearly two years ago they came.", "Nearly two years ago", date(2013, 1, 26), "2011-01-26..2011-07-28"),
    ("It began at 9:30 p.m. on Friday.", "9:30 p.m. on Friday", SUNDAY, "2019-08-23..2019-08-23"),
    ("on the night of 3-4 March", "night of 3-4 March", SUNDAY, "2019-03-03..2019-03-04"),
    ("the night between Friday and Saturday", "night between Friday and Saturday", SUNDAY, "2019-08-23..2019-08-24"),
    ("Both fell on Friday and Saturday.", "Friday and Saturday", SUNDAY, "2019-08-23..2019-08-24"),
    ("Sunday, 18 August 2019, was calm.", "Sunday, 18 August 2019", SUNDAY, "2019-08-18..2019-08-18"),
    ("It was hit in mid-July.", "mid-July", SUNDAY, "2019-07-10..2019-07-20"),
    ("It was hit in late 2018.", "late 2018", SUNDAY, "2018-09-01..2018-12-31"),
    ("It was hit in the 1990s.", "1990s", SUNDAY, "1990-01-01..1999-12-31"),
    ("It was hit in the second half of July.", "the second half of July", SUNDAY, "2019-07-16..2019-07-31"),
    ("It was hit on the 20th.", "the 20th", SUNDAY, "2019-08-20..2019-08-20"),
    ("It was hit on the first Friday of July.", "the first Friday of July", SUNDAY, "2019-07-05..2019-07-05"),
    ("from 5 November to 6 January", "from 5 November to 6 January", SUNDAY, "2018-11-05..2019-01-06"),
    ("The September 11 attacks changed it.", "September 11", SUNDAY, "2001-09-11..2001-09-11"),
    ("In May 12 people died.", "May", SUNDAY, "2019-05-01..2019-05-31"),
    ("two days before yesterday", "two days before yesterday", SUNDAY, "2019-08-22..2019-08-22"),
    ("Talks fell apart in June 2018.", "June 2018", SUNDAY, "2018-06-01..2018-06-30"),
]


@pytest.mark.parametrize(("text", "words", "published", "told"), MORE)
def test_a_time_is_read_against_its_own_day_of_publication(text: str, words: str, published: date, told: str) -> None:
    found = the_only(text, published)
    assert (found.span.quote, days(found)) == (words, told)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Five attacks since Wednesday.", "2019-08-21"),
        ("The fourth time in two weeks.", "2019-08-11"),
        ("Over the past several weeks depots burned.", "2019-07-21"),
        ("So far this year it has burned twice.", "2019-01-01"),
        ("It burned for the third day.", "2019-08-23"),
        ("Depots burned in recent days.", "2019-08-18"),
        ("The third attack this year.", "2019-01-01"),
    ],
)
def test_a_stretch_over_which_things_are_counted_is_a_period(text: str, first: str) -> None:
    found = the_only(text)
    assert found.period
    assert days(found) == f"{first}..2019-08-25"


@pytest.mark.parametrize(
    ("text", "day", "future"),
    [
        ("The council will meet on Wednesday.", "2019-08-28", True),
        ("On Wednesday, the council will meet.", "2019-08-28", True),
        ("They will talk next Sunday.", "2019-09-01", True),
        ("The council said on Wednesday it will meet.", "2019-08-21", False),
        ("It will look into the attack on Wednesday.", "2019-08-21", False),
    ],
)
def test_a_future_cue_governs_only_its_own_clause(text: str, day: str, future: bool) -> None:
    found = the_only(text)
    assert (days(found), found.future) == (f"{day}..{day}", future)


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("They came on Sunday.", "Sunday, of an unknown week"),
        ("They came on 25 August.", "25 August, of an unknown year"),
        ("They came yesterday.", "yesterday, of an unknown day"),
        ("They came in June.", "June, of an unknown year"),
    ],
)
def test_without_a_day_of_publication_what_is_known_is_told_in_words(text: str, relative: str) -> None:
    found = the_only(text, None)
    assert (found.interval, found.relative) == (None, relative)


def test_without_a_day_of_publication_calendar_dates_resolve() -> None:
    assert days(the_only("They came on 25 August 2019.", None)) == "2019-08-25..2019-08-25"


@pytest.mark.parametrize(
    "text",
    [
        "Russia Today said so, and Mr. Sunday agreed.",
        "Monday Kassah, head of the area, wept.",
        "The 17th Division held Street 12 for a second time.",
        "It cost $2014 or 24/7 care, he may say.",
        "In the 45th day of the siege they march on.",
        "\u202eepoch\u202c 🎉 \u200f",
        "",
        "99/99/9999 and 30/2/2019 and 2019-13-45",
        "999999999999999999 years ago",
    ],
)
def test_names_counts_and_impossible_dates_are_no_times(text: str) -> None:
    assert find_times(text, SUNDAY) == ()


def test_neither_the_first_nor_the_last_day_of_the_calendar_breaks_a_reading() -> None:
    text = "today yesterday last year 2000 years ago next decade in 300 years, two centuries ago, week 53, early 1000"
    for published in (date.min, date.max):
        assert find_times(text, published)


@pytest.mark.parametrize(
    "unit",
    [
        "3 ",
        "12 May ",
        "on Sunday and ",
        "the ",
        "from ",
        "early ",
        "two days after ",
        "2014-",
        "first Sunday of ",
        "the week of ",
        "overnight Sunday, ",
        "last Sunday (",
        "since ",
        "end of the ",
        "1 day and ",
    ],
)
def test_work_grows_with_the_length_of_the_text_and_not_faster(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rule calls are counted, not timed: ten times the text makes at most about ten times the calls."""
    calls = 0
    longest = grammar._longest

    def counted(*arguments: object) -> object:
        nonlocal calls
        calls += 1
        return longest(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(grammar, "_longest", counted)

    def cost(repeats: int) -> int:
        nonlocal calls
        calls = 0
        find_times(unit * repeats, SUNDAY)
        return calls

    small = cost(200)
    assert cost(2000) <= 11 * small + 50


def test_two_megabytes_and_ten_thousand_numbers_are_read() -> None:
    numbers = " ".join(str(number) for number in range(10_000))
    quiet = "The town was quiet, and nobody there said a word of it. " * 36
    assert len(find_times(f"{quiet}Six died on Sunday.\n" * 1000, SUNDAY)) == 1000
    find_times(numbers, SUNDAY)


def test_a_number_in_words_after_a_date_and_a_dash_is_no_end_of_a_range() -> None:
    found = the_only("Nov 25, 2013 - Nine people die in fighting.")
    assert (found.span.quote, days(found)) == ("Nov 25, 2013", "2013-11-25..2013-11-25")


def test_a_month_told_after_its_year_is_of_that_year() -> None:
    year, month = find_times("Last year, in March, the band overran Palma.", SUNDAY)
    assert days(year) == "2018-01-01..2018-12-31"
    assert days(month) == "2018-03-01..2018-03-31"
    assert days(find_times("Last year was dry. In March it rained.", SUNDAY)[1]) == "2019-03-01..2019-03-31"


def test_a_range_of_which_one_end_is_known_says_what_is_known() -> None:
    found = find_times("January to 1990s", None)[0]
    assert found.interval or found.relative
