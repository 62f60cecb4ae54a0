"""Speakers and outlets: who says what, how often first and alone, and how their tolls compare with others'."""

from fastapi import APIRouter, Request, Response

from rashomon.errors import Unknown
from rashomon.records import Reconciled, Voiced
from rashomon.views import by_words, voices
from rashomon.views.speakers import MOST_INCIDENTS
from rashomon.web.filters import Filter
from rashomon.web.render import page
from rashomon.web.visitors import Then

router = APIRouter()
MOST = 200  # speakers in the table


@router.get("/speakers")
def speakers(request: Request, ledger: Then) -> Response:
    """The speakers and outlets of the incidents that fit the filter."""
    asked = Filter.of(request.query_params)
    rows = ledger.incidents(asked.query)
    return page(
        request,
        "speakers.html",
        filter=asked,
        voices=voices(ledger, rows),
        fitting=len(rows),
        most=MOST,
        most_incidents=MOST_INCIDENTS,
    )


@router.get("/speakers/{key}")
def speaker(request: Request, ledger: Then, key: str) -> Response:
    """One speaker, incident by incident, each claim beside what others say of the same."""
    asked = Filter.of(request.query_params)
    found = next((one for one in voices(ledger, ledger.incidents(asked.query)).speakers if one.key == key), None)
    if found is None:
        raise Unknown(f"no speaker {key!r} says anything of the incidents that fit")
    incidents = ledger.several_incidents(found.incidents)
    return page(
        request,
        "speaker.html",
        filter=asked,
        speaker=found,
        told=[(ledger.row(each.incident.id), *beside(each, found.origin)) for each in incidents],
    )


def beside(found: Reconciled, origin: str) -> tuple[list[Voiced], list[Voiced]]:
    """What the speaker says of an incident, and what others say, each wording once."""
    said = [one for account in found.accounts for one, _ in by_words(account.voiced)]
    return [one for one in said if one.origin == origin], [one for one in said if one.origin != origin]
