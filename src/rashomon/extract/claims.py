"""The claims of one incident: its tolls and blames with their speakers, each said once."""

from collections.abc import Mapping, Sequence

from rashomon.extract.attribution import speaker_of, speakers_at
from rashomon.extract.blame import Blame
from rashomon.extract.findings import Findings
from rashomon.extract.splitting import Cluster
from rashomon.extract.tolls import Toll
from rashomon.records import About, Claim, Layout, Span, Stance, Stated

SURE = 0.6  # score from which responsibility stated outside of all incidents is given to the last one told
HEADINGS = (Layout.TITLE, Layout.SUBTITLE, Layout.CAPTION)


def shared_blames(findings: Findings, clusters: Sequence[Cluster]) -> Mapping[int, Sequence[int]]:
    """The blames that an incident has from words outside of its own, as indices by the incident's rank.

    A statement on several incidents ("claimed both attacks") goes to those told last before it, as many as it speaks
    of. One that states responsibility in words that no incident was given goes to the incident told last before it.
    """
    found: dict[int, list[int]] = {}
    for number, blame in enumerate(findings.blames):
        holds = [any(number in u.blames for u in c.members) for c in clusters]
        wanted = (
            blame.incidents - any(holds)
            if blame.incidents > 1
            else int(not any(holds) and blame.outright and blame.score >= SURE)
        )
        if not wanted:
            continue
        told = [max((u.token.i for u in c.members if u.token.i < blame.trigger), default=-1) for c in clusters]
        last = sorted((rank for rank in range(len(clusters)) if told[rank] >= 0), key=lambda rank: told[rank])
        before = [rank for rank in last if not holds[rank]]
        for rank in before[-wanted:]:
            found.setdefault(rank, []).append(number)
    return found


def claims_of(findings: Findings, cluster: Cluster, shared: Sequence[int] = ()) -> tuple[Claim, ...]:
    """The claims that the units of one incident make, in the order of the text, repetitions dropped.

    shared: indices of blames that stand in other incidents' words and speak of this one too.
    """
    found: dict[tuple[object, ...], Claim] = {}
    for unit in sorted(cluster.members, key=lambda u: u.token.i):
        for number in unit.tolls:
            claim = _toll_claim(findings, findings.tolls[number])
            found.setdefault(_key(claim), claim)
        for number in unit.blames:
            claim = _blame_claim(findings, findings.blames[number])
            found.setdefault(_key(claim), claim)
    for number in shared:
        claim = _blame_claim(findings, findings.blames[number])
        found.setdefault(_key(claim), claim)
    return _said_once(findings, sorted(found.values(), key=lambda c: (c.span.start, c.span.end, c.about)))


def _toll_claim(findings: Findings, toll: Toll) -> Claim:
    return Claim(
        about=toll.about,
        stance=toll.stance,
        span=toll.span,
        speakers=speakers_at(findings.attributions, findings.parse, toll.span),
        low=toll.low,
        high=toll.high,
        who=toll.who,
        part=toll.part,
        rule=toll.rule,
    )


def _blame_claim(findings: Findings, blame: Blame) -> Claim:
    if blame.speaker is not None:
        speakers = speaker_of(findings.attributions, findings.parse, blame.speaker)
    else:
        speakers = speakers_at(findings.attributions, findings.parse, blame.span)
    actor = Stated(blame.actor, blame.actor_span, blame.rule) if blame.actor and blame.actor_span else None
    return Claim(blame.about, blame.stance, blame.span, speakers, actor=actor, rule=blame.rule)


def _key(claim: Claim) -> tuple[object, ...]:
    """What makes two claims of one incident the same one said twice."""
    speaker = claim.speakers[0].name.casefold() if claim.speakers else ""
    actor = claim.actor.value if claim.actor else None
    return (
        claim.about,
        claim.stance,
        claim.low,
        claim.high,
        actor,
        speaker,
        claim.part and (claim.who and claim.who.quote),
    )


def _said_once(findings: Findings, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Without the claims in the report's own voice, in headline or lead, that the body gives to a speaker."""
    attributed = {_value(c) for c in claims if c.speakers}
    return tuple(
        c for c in claims if c.speakers or _value(c) not in attributed or not _in_head(findings, c.span) or _certain(c)
    )


def _certain(claim: Claim) -> bool:
    """Blame in the report's own voice stands beside a speaker's: they are two stances."""
    return claim.about is About.OCCURRENCE


def _value(claim: Claim) -> tuple[object, ...]:
    stance = Stance.BLAMES if claim.stance is Stance.SUSPECTS else claim.stance
    return claim.about, stance, claim.low, claim.high, claim.actor.value if claim.actor else None


def _in_head(findings: Findings, span: Span) -> bool:
    """True in the headings and in the first sentence of the body."""
    sentence = findings.parse.sentence_at(span.start)
    if sentence is None:
        return True
    if findings.parse.layout_of(sentence) in HEADINGS:
        return True
    body = next((s for s in findings.parse.sentences if findings.parse.layout_of(s) is Layout.BODY), None)
    return body is not None and sentence.i == body.i
