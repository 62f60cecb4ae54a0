"""Decisions: judgements on pairs of mentions and reviews of claims, each an entry of the ledger."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from rashomon.errors import BadInput
from rashomon.pipeline import decide
from rashomon.records import Judgement, Review, Ruling, Verdict
from rashomon.views import Amendment, place_given, to_review
from rashomon.web.visitors import Editor, checked_form, room_of

Name = TypeVar("Name", Verdict, Ruling)
router = APIRouter(dependencies=[Depends(checked_form)])


@router.post("/judgements")
def judge(
    request: Request,
    visitor: Editor,
    left: Annotated[str, Form()],
    right: Annotated[str, Form()],
    verdict: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    why: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Judges two mentions "same", "different" or "unsure", or takes a judgement back with "undo".

    back: where to go on; "{verdict}" in it becomes the verdict.
    """
    decided = verdict_of(verdict)
    first, second = sorted((left, right))
    room = room_of(request)
    judgement = Judgement(first, second, decided, visitor.name, datetime.now(UTC), why)
    decide(room.ledger, judgement, seen=seen, keeper=room.keeper)
    return RedirectResponse(within(back.replace("{verdict}", verdict)), 303)


def amendment_of(
    low: Annotated[str, Form()] = "",
    high: Annotated[str, Form()] = "",
    actor: Annotated[str, Form()] = "",
    speaker: Annotated[str, Form()] = "",
    words: Annotated[str, Form()] = "",
    part: Annotated[str, Form()] = "",
) -> Amendment:
    """What a form says a claim should say; an empty field leaves it as it was read.

    low, high: where one of them is given, the other one is unbounded when empty.
    """
    return Amendment(
        figures=(_count(low), _count(high)) if low.strip() or high.strip() else None,
        actor=actor.strip() or None,
        speakers=(speaker.strip(),) if speaker.strip() else None,
        part=part == "part" if part else None,
        words=words.strip() or None,
    )


def _count(written: str) -> int | None:
    """A number of people, None for an empty field: at least, or at most, any number."""
    if written.strip() and not (written.strip().isascii() and written.strip().isdigit()):
        raise BadInput(f"{written!r} is no number of people; write it in digits")
    return int(written) if written.strip() else None


@router.post("/reviews")
def review(
    request: Request,
    visitor: Editor,
    on: Annotated[str, Form()],
    report: Annotated[str, Form()],
    seen: Annotated[int, Form()],
    amendment: Annotated[Amendment, Depends(amendment_of)],
    ruling: Annotated[str, Form()] = "",
    place: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Accepts, rejects, amends or notes a claim ("c-...") or a mention ("m-..."); "undo" takes the review back.

    place: where a mention's happening was, which amends it. back: where to go on; "{ruling}" in it becomes the ruling.
    """
    ruling = ruling or (Ruling.AMENDED.value if place.strip() else "")
    ruled = None if ruling == "undo" else _one_of(Ruling, ruling)
    room = room_of(request)
    mention, claim = to_review(room.ledger, on, report)
    amended = where = None
    if ruled is Ruling.AMENDED and claim is None:
        where = place_given(room.ledger, mention, place, amendment.words)
    elif ruled is Ruling.AMENDED and claim is not None:
        if amendment == Amendment():
            raise BadInput("amend a claim, and say what it should be: its figures, actor, speaker or words")
        amended = amendment.of(claim, room.ledger.report(report).text)
    made = Review(mention, claim, ruled, visitor.name, datetime.now(UTC), why, amended, where)
    decide(room.ledger, made, seen=seen, keeper=room.keeper)
    return RedirectResponse(within(back.replace("{ruling}", ruling)), 303)


def verdict_of(words: str) -> Verdict | None:
    """The verdict that a form names; None for "undo". Raises BadInput for any other word."""
    return None if words == "undo" else _one_of(Verdict, words)


def within(back: str) -> str:
    """Where to go on, never out of the room."""
    parts = urlsplit(back)
    inside = back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc
    return back if inside else "/"


def _one_of(kind: type[Name], value: str) -> Name:
    try:
        return kind(value)
    except ValueError:
        raise BadInput(f"{value!r} is none of {', '.join(one.value for one in kind)}, undo") from None
