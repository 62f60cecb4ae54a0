"""The actor list and a researcher's own."""

from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import BadInput
from rashomon.extract.parse import parse
from rashomon.records import ActorKind, Membership
from rashomon.who import canonical, find_actors, load_actors
from rashomon.who.catalogue import COLUMNS, catalogue

HEAD = ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    "name", ["PMU", "Hashd al-Shaabi", "hashed al shaabi", "the Popular Mobilisation Units", "PMF fighters"]
)
def test_all_names_of_a_group_give_the_same_actor(name: str) -> None:
    actor = canonical(name)
    assert actor is not None
    assert actor.id == "pmf"


def test_unknown_names_give_none() -> None:
    assert canonical("Society of Weavers") is None
    assert canonical("") is None


def test_ids_are_unique_and_memberships_name_actors() -> None:
    known = catalogue().actors
    assert len(known) > 1900
    assert not [(a.id, m.umbrella) for a in known.values() for m in a.member_of if m.umbrella not in known]
    assert not [a.id for a in known.values() if a.kind is not ActorKind.STATE and not a.source]
    assert not [(a.id, m) for a in known.values() for m in a.member_of if m.first and m.last and m.first > m.last]


def test_a_researcher_adds_actors(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        HEAD + "hw,Hill Watch,armed group,HW;Watchers of the Hill,PE,pmf:2001:2003-05,own name\n", encoding="utf-8"
    )
    (own,) = load_actors(path)
    assert own.member_of == (Membership("pmf", date(2001, 1, 1), date(2003, 5, 31)),)
    (expression,) = find_actors(parse("Watchers of the Hill burnt the bridge."), [own])
    assert (expression.span.quote, expression.actor) == ("Watchers of the Hill", own)


def test_an_alias_may_hold_near_the_actor_s_country_only(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(HEAD + "hw,Hill Watch,armed group,~Watchmen,PE,,own name\n", encoding="utf-8")
    own = load_actors(path)
    assert [e.actor for e in find_actors(parse("Watchmen burnt the bridge in Peru."), own)] == [own[0]]
    assert not [e for e in find_actors(parse("Watchmen burnt the bridge in Chile."), own) if e.actor == own[0]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id,name\n",
        HEAD + "a,b\n",
        HEAD + ",x,state,,,,\n",
        HEAD + "a,A,tribe,,,,\n",
        HEAD + "a,A,umbrella,,,b:c,\n",
        HEAD + "a,A,umbrella,,,b:2001-13:,\n",
    ],
)
def test_a_file_that_cannot_be_used_says_which_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"own\.csv"):
        load_actors(path)


def test_a_missing_file_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot read the actor file"):
        load_actors(tmp_path / "none.csv")
