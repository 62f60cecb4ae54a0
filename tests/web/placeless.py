"""Reports of incidents at places that no gazetteer holds, each of one origin: what waits for a reviewer."""

from datetime import date

from rashomon.pipeline import build
from rashomon.records import Report
from rashomon.web import Room

_TOLD = (
    "Five dock workers were killed when a shell struck the old ferry landing on Tuesday, the port authority said. "
    "The river town of Mbambi buried them the next day.",
    "A roadside bomb killed two herders near the salt pan of Okashe on 3 June 2024, a relative said. No group claimed "
    "the attack.",
    "Gunmen shot dead three traders at the cattle post of Ombalantuka on Monday, the district governor said. He blamed "
    "smugglers.",
)
REPORTS = tuple(
    Report(f"placeless-{at}", text, text.split(",")[0], f"Delta Post {at}", date(2024, 6, 5))
    for at, text in enumerate(_TOLD)
)


def add_placeless(room: Room) -> None:
    """Puts the reports into the room's ledger, with the incidents that they tell of."""
    build(REPORTS, room.ledger)
