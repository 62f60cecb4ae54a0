"""Random incidents and queries, drawn by a seed."""

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.ledger.planted import reading, reconciled, report, strike

from rashomon.ledger import IncidentQuery, Ledger
from rashomon.records import (
    About,
    Account,
    Claim,
    Contradiction,
    Means,
    Mention,
    Place,
    PlaceKind,
    Reconciled,
    Stance,
    Stated,
    SubEventType,
    Toll,
    Voiced,
)

SEED = 20240303
FIRST = date(2024, 1, 1)
ACTORS = ["The Aldan Front", "Aldan Front Brigade", "Army of Berin", "Côte Guard"]


def drawn(draw: random.Random, number: int) -> tuple[Mention, Reconciled]:
    """A random mention, in a report of its own, and the incident that it founds."""
    of = report(f"r-{number:03}")
    first = FIRST + timedelta(days=draw.randrange(60)) if draw.random() < 0.8 else None
    kind = draw.choice(list(PlaceKind)[:4])
    place = Place(
        f"P{draw.randrange(9)}",
        kind,
        draw.choice(["XA", "XB", "XC"]),
        draw.choice([0.0, 30.0, 60.0, -89.0, 85.5]) + draw.uniform(-1, 1) * draw.choice([0.01, 1]),
        draw.choice([-179.99, 179.99, 0.0, 41.0, draw.uniform(-180, 180)]),
        draw.choice([0.0, 5.0, 15.0, 40.0, 400.0]),
        "drawn:1",
    )
    told = strike(of, day=first, place=place if draw.random() < 0.85 else None)
    if first and told.when and draw.random() < 0.3:
        last = first + timedelta(days=draw.randrange(40))
        told = replace(told, when=replace(told.when, value=replace(told.when.value, last=last)))
    sort = draw.choice([SubEventType.ATTACK, SubEventType.SHELLING, SubEventType.AIR_DRONE_STRIKE])
    means = draw.sample([Means.DRONE, Means.MORTAR, Means.MINE], draw.randrange(3))
    told = replace(
        told,
        sub_event_type=Stated(sort, told.sub_event_type.span),
        means=tuple(Stated(one, told.span) for one in means),
    )
    made = reconciled(told)
    names = draw.sample(ACTORS, draw.randrange(3))
    blamed = tuple(
        Account(About.PERPETRATOR, f"{name} did it", (Voiced(_blame(told, name), told.id, of.id, None, "o"),), 1)
        for name in names
    )
    tolls = [Toll(about, 1, draw.randrange(9), 9, "drawn", 1) for about in (About.KILLED, About.WOUNDED)]
    differing = (Contradiction("killed", "one says 6, one says 2"),) if draw.random() < 0.4 else ()
    return told, replace(
        made,
        accounts=made.accounts + blamed,
        tolls=tuple(toll for toll in tolls if draw.random() < 0.7),
        contradictions=differing,
        origins=draw.randrange(1, 4),
    )


def _blame(told: Mention, name: str) -> Claim:
    return Claim(About.PERPETRATOR, Stance.BLAMES, told.span, actor=Stated(name, told.span))


def asked(draw: random.Random) -> IncidentQuery:
    """A random query, of some conditions."""
    day = FIRST + timedelta(days=draw.randrange(60))
    south, west = draw.choice([-90.0, 0.0, 29.5, 59.0]), draw.choice([-180.0, 40.5, 179.5, 0.0])
    parts: list[dict[str, object]] = [
        {"since": day},
        {"until": day},
        {"since": day, "until": day + timedelta(days=draw.randrange(30))},
        {"country": draw.choice(["xa", ("XA", "XC")])},
        {
            "near": (
                draw.choice([0.0, 30.0, 60.0, -89.0]),
                draw.choice([0.0, 41.0, 179.99]),
                draw.choice([1.0, 50, 900]),
            )
        },
        {"box": (south, west, south + draw.choice([1, 30]), draw.choice([west, west + 0.5, -179.0, 180.0]))},
        {"vague": True},
        {"actor": draw.choice(["aldan", "Aldan Front", ("cote guard", "army of berin")])},
        {"text": draw.choice(["medic", "army", '"the aldan front"', "p3"])},
        {"type": draw.choice([SubEventType.ATTACK, (SubEventType.ATTACK, "Shelling/artillery/missile attack")])},
        {"means": draw.choice(["drone", ("mine", "mortar"), ()])},
        {"killed_min": draw.randrange(9)},
        {"killed_max": draw.randrange(9)},
        {"wounded_min": draw.randrange(9), "wounded_max": 7},
        {"dated": draw.random() < 0.5},
        {"placed": draw.random() < 0.5},
        {"disputed": draw.random() < 0.5},
        {"single_origin": draw.random() < 0.5},
    ]
    chosen: dict[str, object] = {"newest_first": draw.random() < 0.5}
    for part in draw.sample(parts, draw.choice([0, 1, 1, 2, 3])):
        if not ("near" in part and "box" in chosen) and not ("box" in part and "near" in chosen):
            chosen |= part
    if chosen.get("since") and chosen.get("until") and chosen["since"] > chosen["until"]:  # type: ignore[operator]
        del chosen["until"]
    return IncidentQuery(**chosen)  # type: ignore[arg-type]


def fill(ledger: Ledger, draw: random.Random, count: int = 120) -> list[tuple[Mention, Reconciled]]:
    """Random incidents, folded."""
    made = [drawn(draw, number) for number in range(count)]
    with ledger.batch():
        for told, _ in made:
            of = report(told.report)
            ledger.add_read(of, reading(of, told))
    ledger.replace_incidents([found for _, found in made], 2 * count)
    return made
