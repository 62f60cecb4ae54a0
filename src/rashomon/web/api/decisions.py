"""What waits for a person, what was decided, and deciding: each decision is an entry of the ledger."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from rashomon import records
from rashomon.errors import BadInput
from rashomon.ledger import Unchecked
from rashomon.pipeline import decide
from rashomon.records import Coding, Review, Ruling
from rashomon.views import Amendment, place_given, queue, text_of, to_review
from rashomon.views.agreement import agreement
from rashomon.web.api import shapes
from rashomon.web.api.parameters import USUAL, AsOf, Limit
from rashomon.web.coding import given, judge_agreed
from rashomon.web.roles import Role
from rashomon.web.visitors import Coder, Editor, Then, at_least, checked_program, room_of

reading = APIRouter(tags=["Decisions"])
writing = APIRouter(tags=["Decisions"], dependencies=[Depends(checked_program)])
MOST_ASKED = 500


@reading.get("/queue")
def waiting(
    request: Request,
    ledger: Then,
    limit: Annotated[int, Query(ge=1, le=MOST_ASKED, description="How many pairs, the likeliest first.")] = 20,
    as_of: AsOf = None,  # noqa: ARG001 - `Then` reads it
) -> shapes.Queue:
    """Unsure pairs, the likeliest first, and decisions that a newer reading left behind."""
    found = queue(ledger, limit)
    incidents = ledger.incidents_of(end for one in found.asked for end in (one.join.left, one.join.right))
    asked = [
        shapes.Asked(
            join=shapes.Join.of(one.join),
            left=shapes.Mention.of(one.left.mention, incidents.get(one.join.left)),
            right=shapes.Mention.of(one.right.mention, incidents.get(one.join.right)),
            incidents=list(one.incidents),
        )
        for one in found.asked
    ]
    left = [shapes.LeftBehind(entry=shapes.Entry.model_validate(one.entry), why=one.why) for one in found.left]
    seen = room_of(request).head
    return shapes.Queue(items=asked, unsure=found.unsure, counted=found.counted, left=left, seen=seen)


@reading.get("/queue/unchecked")
def unchecked(
    request: Request,
    ledger: Then,
    of: Annotated[Unchecked, Query(description="`place`: no place is told; `toll`: one origin alone counts dead.")],
    limit: Limit = USUAL,
    cursor: Annotated[str | None, Query(pattern="^[0-9a-f]{1,16}$", description="`next` of the page before.")] = None,
    as_of: AsOf = None,  # noqa: ARG001 - `Then` reads it
) -> shapes.Unchecked:
    """Incidents that no reviewer has looked at: without a place, or with a toll of one origin; the newest first."""
    rows = ledger.unchecked(of, limit + 1, cursor)
    page = rows[:limit]
    after = page[-1].cursor if len(rows) > len(page) else None
    return shapes.Unchecked(items=[shapes.Incident.of(row) for row in page], next=after, seen=room_of(request).head)


@reading.get("/judgements")
def judgements(request: Request) -> shapes.Judgements:
    """The judgements that hold, by pair, each on the mentions of the newest readings."""
    held = room_of(request).ledger.judgements()
    return shapes.Judgements(items=[shapes.Judgement.model_validate(one) for one in held])


@reading.get("/reviews")
def reviews(request: Request) -> shapes.Reviews:
    """The reviews that hold, by entry, each on the claims of the newest readings."""
    return shapes.Reviews(items=[shapes.Review.of(one) for one in room_of(request).ledger.reviews()])


@reading.get("/codings")
def codings(request: Request, visitor: Coder) -> shapes.Codings:
    """Codings that hold: a coder's own, everybody's for an editor, since coders are blind to one another."""
    held = room_of(request).ledger.codings()
    shown = [one for one in held if one.by == visitor.name or visitor.role.may(Role.EDITOR)]
    return shapes.Codings(items=[shapes.Judgement.model_validate(one) for one in shown])


@reading.get("/codings/waiting")
def to_code(request: Request, visitor: Coder) -> shapes.WaitingCodings:
    """The pairs that this coder has not coded, without score or others' codings. Needs the role coder."""
    room = room_of(request)
    waiting, coded = given(room.ledger, visitor.name)
    incidents = room.ledger.incidents_of(end for one in waiting for end in (one.join.left, one.join.right))
    pairs = [
        shapes.ToCode(
            left=shapes.Mention.of(one.left.mention, incidents.get(one.join.left)),
            right=shapes.Mention.of(one.right.mention, incidents.get(one.join.right)),
        )
        for one in waiting
    ]
    return shapes.WaitingCodings(items=pairs, coded=coded, seen=room.head)


@reading.get("/codings/agreement", dependencies=[Depends(at_least(Role.EDITOR))])
def agreed(request: Request) -> shapes.Agreement:
    """How far the coders agree: Cohen's kappa of each two, Krippendorff's alpha of all, and each pair's codings."""
    return shapes.Agreement.of(agreement(room_of(request).ledger))


@writing.post("/judgements", status_code=201)
def judge(request: Request, visitor: Editor, decision: shapes.Decision) -> shapes.Written:
    """Judges two mentions; the incidents follow at once. Needs the role editor."""
    left, right = sorted((decision.left, decision.right))
    judgement = records.Judgement(left, right, decision.verdict, visitor.name, datetime.now(UTC), decision.why)
    return _written(request, judgement, decision.seen)


@writing.post("/reviews", status_code=201)
def review(request: Request, visitor: Editor, ruled: shapes.Ruled) -> shapes.Written:
    """Accepts, rejects, amends or notes a claim or a mention, in the report's own words. Needs the role editor."""
    ledger = room_of(request).ledger
    mention, claim = to_review(ledger, ruled.on)
    if (ruled.ruling is Ruling.AMENDED) != (ruled.amend is not None or ruled.where is not None):
        raise BadInput("`amend` or `where` goes with the ruling `amended`, and with no other")
    if (claim is None and ruled.amend is not None) or (claim is not None and ruled.where is not None):
        raise BadInput(f"{ruled.on}: `amend` goes with a claim (c-...), `where` with a mention (m-...)")
    amended = where = None
    if ruled.amend is not None and claim is not None:
        amended = _amendment(ruled.amend).of(claim, text_of(ledger, mention))
    if ruled.where is not None:
        where = place_given(ledger, mention, ruled.where.place, ruled.where.words)
    made = Review(mention, claim, ruled.ruling, visitor.name, datetime.now(UTC), ruled.why, amended, where)
    return _written(request, made, ruled.seen)


@writing.post("/codings", status_code=201)
def code(request: Request, visitor: Coder, decision: shapes.Decision) -> shapes.Written:
    """Codes a pair, blind to other coders; it joins and parts nothing. Needs the role coder."""
    left, right = sorted((decision.left, decision.right))
    coding = Coding(left, right, decision.verdict, visitor.name, datetime.now(UTC), decision.why)
    entry = room_of(request).ledger.code(coding, seen=decision.seen)
    return shapes.Written(entry=entry.number, incidents=[], removed=[])


@writing.post("/codings/agreed", status_code=201)
def take_agreed(request: Request, visitor: Editor, taking: shapes.Taking) -> shapes.Taken:
    """Judges every pair on which all its coders agree and that nobody has judged, as they do. Needs the role editor."""
    return shapes.Taken(entries=judge_agreed(room_of(request), visitor.name, taking.seen))


@writing.post("/redactions", status_code=201)
def withdraw(request: Request, visitor: Editor, withdrawal: shapes.Withdrawal) -> shapes.Written:
    """Withdraws a report's words for good: hashes, ids and decisions stay. There is no undo. Needs the role editor."""
    room = room_of(request)
    entry = room.ledger.redact(withdrawal.report, by=visitor.name, why=withdrawal.why)
    room.keeper.follow()
    return shapes.Written(entry=entry.number, incidents=[], removed=[])


def _amendment(amend: shapes.Amendment) -> Amendment:
    figures = (amend.low, amend.high) if {"low", "high"} & amend.model_fields_set else None
    speakers = None if amend.speakers is None else tuple(amend.speakers)
    made = Amendment(figures, amend.actor, amend.stance, speakers, amend.part, amend.words)
    if made == Amendment():
        raise BadInput("`amend` says nothing: give what the claim should say")
    return made


def _written(request: Request, decision: records.Judgement | Review, seen: int | None) -> shapes.Written:
    room = room_of(request)
    done = decide(room.ledger, decision, seen=seen, keeper=room.keeper)
    return shapes.Written(entry=done.entry.number, incidents=list(done.incidents), removed=list(done.removed))
