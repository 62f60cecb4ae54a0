"""Options that say which incidents are meant, the same for the table and for exports."""

from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.options import as_day, people
from rashomon.cli.screen import err, line
from rashomon.errors import BadInput

if TYPE_CHECKING:
    from rashomon.ledger import IncidentQuery

SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="It may have happened on this day or later.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="YYYY-MM-DD", help="It may have happened on this day or before.")
]
CountryOption = Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166-1 alpha-2: IQ, NA.")]
NearOption = Annotated[
    str | None,
    typer.Option("--near", metavar="PLACE,KM", help="Within so many kilometres of a place or LAT,LON."),
]
ActorOption = Annotated[
    str | None,
    typer.Option("--actor", help="Somebody names it, or a member of it, as the perpetrator, or it denies to be."),
]
TextOption = Annotated[str | None, typer.Option("--text", help="Words in what reports say of it; “...” for a phrase.")]
TypeOption = Annotated[str | None, typer.Option("--type", help="A sub-event type: “Armed clash”.")]
MeansOption = Annotated[str | None, typer.Option("--means", help="A weapon or means: drone, car_bomb.")]
DisputedOption = Annotated[bool, typer.Option("--disputed", help="Its accounts contradict each other.")]
SingleOption = Annotated[bool, typer.Option("--single-origin", help="One origin alone tells of it.")]

BoxOption = Annotated[
    str | None, typer.Option("--box", metavar="S,W,N,E", help="In this box of degrees; west above east goes round.")
]
VagueOption = Annotated[
    bool, typer.Option("--vague", help="With --near or --box: also areas that reach in, a province say.")
]
KilledOption = Annotated[str | None, typer.Option("--killed", metavar="N", help="Best toll: 5, 5-8, 5+, -8.")]
WoundedOption = Annotated[str | None, typer.Option("--wounded", metavar="N", help="Likewise.")]
DatedOption = Annotated[
    bool | None, typer.Option("--dated/--undated", help="A day is told, or none.", show_default=False)
]
PlacedOption = Annotated[
    bool | None, typer.Option("--placed/--unplaced", help="A place is told, or none.", show_default=False)
]


def asked(
    since: str | None,
    until: str | None,
    country: str | None,
    near: str | None,
    actor: str | None,
    text: str | None,
    kind: str | None,
    means: str | None,
    disputed: bool,
    single_origin: bool,
    box: str | None = None,
    vague: bool = False,
    killed: str | None = None,
    wounded: str | None = None,
    dated: bool | None = None,
    placed: bool | None = None,
) -> "IncidentQuery":
    """What the options ask for; raises BadInput, naming the option, for a value that cannot be meant."""
    from rashomon.ledger import IncidentQuery
    from rashomon.records import Means, SubEventType
    from rashomon.views import names_of

    dead, hurt = _tolls("--killed", killed), _tolls("--wounded", wounded)
    return IncidentQuery(
        since=as_day(since, "--since"),
        until=as_day(until, "--until"),
        country=_country(country),
        near=_near(near),
        actor=names_of(actor) if actor is not None else None,
        text=text,
        type=_one_of("--type", kind, [one.value for one in SubEventType]),
        means=_one_of("--means", means, [one.value for one in Means]),
        disputed=disputed or None,
        single_origin=single_origin or None,
        box=_box(box),
        vague=vague,
        killed_min=dead[0],
        killed_max=dead[1],
        wounded_min=hurt[0],
        wounded_max=hurt[1],
        dated=dated,
        placed=placed,
    )


def _one_of(option: str, value: str | None, known: list[str]) -> str | None:
    if value is None:
        return None
    same = [one for one in known if one.casefold() == value.casefold()]
    if not same:
        raise BadInput(f"{option} {value!r} is none of {', '.join(known)}")
    return same[0]


def _tolls(option: str, value: str | None) -> tuple[int | None, int | None]:
    return (None, None) if value is None else people(option, value)


def _box(asked: str | None) -> tuple[float, float, float, float] | None:
    if asked is None:
        return None
    try:
        south, west, north, east = (float(part) for part in asked.split(","))
    except ValueError:
        raise BadInput(f'--box {asked!r} is no box; write it as "SOUTH,WEST,NORTH,EAST" in degrees') from None
    return south, west, north, east


def _country(code: str | None) -> str | None:
    if code is not None and not (len(code) == 2 and code.isascii() and code.isalpha()):
        raise BadInput(f"--country {code!r} is no ISO 3166-1 alpha-2 code; give two letters, as IQ for Iraq")
    return code.upper() if code else None


def _near(asked: str | None) -> tuple[float, float, float] | None:
    """The point and distance that --near asks for; of a place's name it is said which was taken."""
    from rashomon.views import near

    if asked is None:
        return None
    found = near(asked)
    if place := found.place:
        others = f"; {found.others} more of that name, add its country as Mosul,IQ,50" if found.others else ""
        within = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
        err().print(line(f"near {within} ({found.lat:.2f}, {found.lon:.2f}){others}"))
    return found.lat, found.lon, found.km
