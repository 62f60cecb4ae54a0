"""The words that English tells time with. Lower case; the grammar decides where one of them is a time at all."""

from typing import Final


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list that is written as one string."""
    return tuple(text.split())


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one string, to look words up in."""
    return frozenset(text.split())


MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
MONTH_NAMES: Final = tuple(name.capitalize() for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
# Words that are also something else: a verb, a modal, a first name. They need a number or a preposition beside them.
DOUBTFUL_MONTHS: Final = listed("may march mar jan apr jun jul aug sep sept oct nov dec feb")

WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_NAMES: Final = tuple(name.capitalize() for name in WEEKDAYS if name.endswith("day"))
# "The Sunday Times", "Sunday Telegraph": a paper or a name, not a day.
NAMES_AFTER_WEEKDAY: Final = listed(
    "times telegraph express mirror mail mercury world post herald independent observer star sun people tribune"
    " standard vanguard nation guardian school magazine review roundup briefing school"
)
TITLES: Final = listed("mr mrs ms dr chief pastor bishop prince alhaji gen col lt capt sgt maj prof sir")
NAMES_BEFORE_WEEKDAY: Final = listed("bloody black ash palm holy maundy super cyber girl man")

UNITS: Final = {
    form: unit
    for unit, forms in {
        "second": "seconds",
        "minute": "minute minutes moments",
        "hour": "hour hours",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years",
        "decade": "decade decades",
        "century": "century centuries",
    }.items()
    for form in forms.split()
}

PARTS: Final = listed(
    "morning afternoon evening night dawn dusk noon midnight midday daybreak sunrise sunset nightfall lunchtime"
    " predawn overnight"
)
SEASONS: Final = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}  # first month, as the north reckons

CARDINALS: Final = {
    word: number
    for number, word in enumerate(
        words_of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen"
        )
    )
} | {
    word: 10 * number
    for number, word in enumerate(words_of("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
}
ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        words_of(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
            " fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        1,
    )
} | {word: 10 * number for number, word in enumerate(words_of("twentieth thirtieth fortieth fiftieth"), 2)}
# How many an inexact word may be: lowest and highest.
VAGUE_COUNTS: Final = {"couple": (2, 2), "few": (2, 5), "several": (3, 7), "many": (4, 30), "dozens": (24, 60)}
DECADES: Final = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
    "noughties": 100,
}
# Days that bear a name and stand fast in the calendar: month, day.
NAMED_DAYS: Final = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("christmas",): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "eve"): (12, 31),
    ("new", "year", "day"): (1, 1),
}
# Attacks that the press calls by their day alone, however much later it writes: (month, day) -> year.
# 9/11 and the London bombings are on record in the 9/11 Commission's and the Coroner's reports, Mumbai in the UN's.
DAYS_OF_NOTE: Final = {(9, 11): 2001, (7, 7): 2005, (11, 26): 2008, (10, 7): 2023}

REPORTING: Final = listed(
    "said says saying say told tells announced reported reports stated claimed claims added confirmed tweeted"
    " wrote warned quoted denied declared acknowledged according statement noted insisted vowed"
)
FUTURE_CUES: Final = listed("will shall 'll scheduled due upcoming expected planned plans plan tomorrow")
HAPPENINGS: Final = listed(
    "attack attacks strike strikes airstrike airstrikes raid raids bombing bombings blast blasts explosion"
    " explosions shooting shootings ambush clash clashes killing killings assault assaults shelling massacre"
    " incident"
)
