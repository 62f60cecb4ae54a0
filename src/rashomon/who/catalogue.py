"""The actor list: states made from `data/states.csv`, all other actors from `data/actors.csv` or a researcher's file.

A file of actors is CSV with the columns id, name, kind, aliases, country, member_of, source. Aliases are parted by
";"; memberships are "umbrella:from:to" parted by ";", days as YYYY, YYYY-MM or YYYY-MM-DD, either side may be empty.
An alias with "~" before it ("~Rangers", "~National Guard") names the actor only in reports on its country.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path

from rashomon.errors import BadInput
from rashomon.records import Actor, ActorKind, Membership
from rashomon.who.words import plain, skeleton, words

NEAR = "~"  # before an alias: it counts only in reports on the actor's country
COLUMNS = ("id", "name", "kind", "aliases", "country", "member_of", "source")
_STATE_SOURCE = "ISO 3166-1; demonyms in common English use"


@dataclass(frozen=True, slots=True)
class Form:
    """One form under which an actor is named.

    exact: None where case hardly matters; else the letters that must stand so ("PMF"): short forms are also words.
    demonym: True for "Israeli". seat: True for a capital that stands for its government ("Tehran").
    near: True where it counts only in reports that speak of the actor's country or name it otherwise ("Rangers").
    """

    actor: Actor
    words: tuple[str, ...]
    exact: str | None = None
    lower: bool = False
    demonym: bool = False
    seat: bool = False
    near: bool = False


@dataclass(slots=True)
class Catalogue:
    """All actors known, found by their folded forms.

    longest: by its first folded word, how many words the longest form has.
    continents: ISO country code -> GeoNames continent code.
    """

    actors: dict[str, Actor] = field(default_factory=dict)
    forms: dict[tuple[str, ...], list[Form]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    continents: dict[str, str] = field(default_factory=dict)

    def add(self, actor: Actor, demonyms: Sequence[str] = (), seats: Sequence[str] = ()) -> None:
        """Takes an actor in, under its name and its aliases; one with the same id is replaced in `actors`."""
        self.actors[actor.id] = actor
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            self._index(actor, alias)
        for demonym in demonyms:
            plurals = () if demonym[-2:] in ("sh", "ch", "se", "ss") else (demonym + "s",)
            for word in (demonym, *plurals):
                self._index(actor, word, demonym=True)
        for seat in seats:
            self._index(actor, seat, seat=True)

    def _index(self, actor: Actor, alias: str, *, demonym: bool = False, seat: bool = False) -> None:
        near, alias = alias.startswith(NEAR), alias.removeprefix(NEAR)
        folded = folding(alias, state=actor.kind is ActorKind.STATE)
        if not folded:
            return
        form = Form(actor, folded, _exact(alias), alias == alias.lower(), demonym, seat, near)
        self.forms.setdefault(folded, []).append(form)
        self.longest[folded[0]] = max(self.longest.get(folded[0], 0), len(folded))

    def lookup(self, folded: tuple[str, ...]) -> Sequence[Form]:
        """The forms with these folded words, in the order of the list."""
        return self.forms.get(folded, ())


def folding(name: str, *, state: bool = False) -> tuple[str, ...]:
    """The folded words of a name, a leading "the" left out; states are compared letter by letter."""
    fold = plain if state else skeleton
    folded = [fold(word.text) for word in words(name)]
    article = fold("the")
    return tuple(folded[1:] if len(folded) > 1 and folded[0] == article else folded)


def _exact(alias: str) -> str | None:
    """The letters that a short form must show: one word with at least two capitals ("PMF", "JeM", "ISIS-K")."""
    bare = alias.replace(".", "")
    capitals = sum(c.isupper() for c in bare)
    return bare if " " not in bare and len(bare) <= 8 and capitals >= 2 and capitals * 2 >= len(bare) else None


@cache
def catalogue() -> Catalogue:
    """The list that comes with rashomon."""
    made = Catalogue()
    for actor, demonyms, seats, continent in _states():
        made.add(actor, demonyms, seats)
        made.continents[actor.id] = continent
    for actor in read_actors((files("rashomon.who") / "data" / "actors.csv").read_text(encoding="utf-8"), "actors.csv"):
        made.add(actor)
    return made


def load_actors(path: Path | str) -> tuple[Actor, ...]:
    """The actors of a researcher's file, which `find_actors(parse, actors=...)` takes beside the list.

    Raises BadInput, with the line, where the file does not have the columns above or a value cannot be read.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"cannot read the actor file {path}: {error}; give a CSV file in UTF-8") from error
    return tuple(read_actors(text, str(path)))


def extended(actors: Iterable[Actor]) -> Catalogue:
    """The list that comes with rashomon and these actors; theirs win where a form is in both."""
    own, listed = Catalogue(), catalogue()
    for actor in actors:
        own.add(actor)
    # Entries that no actor of theirs touches are shared with the list: a report may bring a name or two of its own.
    forms = listed.forms | {folded: [*found, *listed.lookup(folded)] for folded, found in own.forms.items()}
    longest = listed.longest | {word: max(n, listed.longest.get(word, 0)) for word, n in own.longest.items()}
    return Catalogue(own.actors | (listed.actors | own.actors), forms, longest, listed.continents)


def read_actors(text: str, name: str) -> list[Actor]:
    """The actors of a CSV text; `name` is what messages call it. Raises BadInput."""
    reader = csv.DictReader(StringIO(text))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise BadInput(f"{name}: the first line is {reader.fieldnames}; it must be {','.join(COLUMNS)}")
    return [_actor(row, f"{name}, line {reader.line_num}") for row in reader]


def _actor(row: dict[str, str | None], place: str) -> Actor:
    if None in row.values() or None in row:
        raise BadInput(f"{place}: not {len(COLUMNS)} columns; quote a value that holds a comma")
    cell = {column: (row[column] or "").strip() for column in COLUMNS}
    if not cell["id"] or not cell["name"]:
        raise BadInput(f"{place}: id and name must not be empty")
    if cell["kind"] not in set(ActorKind):
        raise BadInput(f"{place}: kind is {cell['kind']!r}; it must be one of {', '.join(ActorKind)}")
    members = tuple(_membership(part, place) for part in cell["member_of"].split(";") if part.strip())
    aliases = tuple(alias.strip() for alias in cell["aliases"].split(";") if alias.strip())
    kind = ActorKind(cell["kind"])
    if kind is ActorKind.STATE_FORCES and not members and cell["country"]:
        members = (Membership(cell["country"]),)
    return Actor(cell["id"], cell["name"], kind, aliases, cell["country"] or None, members, cell["source"])


def _membership(words_: str, place: str) -> Membership:
    parts = [part.strip() for part in words_.split(":")]
    if len(parts) != 3:
        raise BadInput(f"{place}: member_of has {words_!r}; write umbrella:from:to, either day may be empty")
    return Membership(parts[0], _day(parts[1], place, last=False), _day(parts[2], place, last=True))


def _day(words_: str, place: str, *, last: bool) -> date | None:
    """The first or last day of "2014", "2014-06" or "2014-06-15"; None where empty."""
    if not words_:
        return None
    try:
        numbers = [int(part) for part in words_.split("-")]
        year, month, day = [*numbers, *((12, 0) if last else (1, 1))[len(numbers) - 1 :]]
        if day:
            return date(year, month, day)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError as error:
        raise BadInput(f"{place}: {words_!r} is no day; write YYYY, YYYY-MM or YYYY-MM-DD") from error


def _states() -> list[tuple[Actor, list[str], list[str], str]]:
    text = (files("rashomon.who") / "data" / "states.csv").read_text(encoding="utf-8")
    made = []
    for row in csv.DictReader(StringIO(text)):
        names, demonyms, seats = ([w for w in row[key].split(";") if w] for key in ("names", "demonyms", "seats"))
        actor = Actor(row["iso"], row["name"], ActorKind.STATE, tuple(names), row["iso"], (), _STATE_SOURCE)
        made.append((actor, demonyms, seats, row["continent"]))
    return made
