"""Who is meant by "the militia", "the group", "the coalition", "the army": the last actor named that fits.

The rule takes the nearest actor before of a fitting kind, one that its sentence is about (a subject) before others
in the same sentence. Nothing is resolved further back than REACH sentences.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rashomon.records import ActorExpression, ActorKind, Parse, Span, Token
from rashomon.who.catalogue import Catalogue
from rashomon.who.forces import force
from rashomon.who.words import vocabulary

REACH = 12  # sentences
RULE = "anaphor"
RULE_NO_COUNTRY = "forces of a state not named"
RULE_COUNTRY = "the report's country"
_BY_NAME = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA, ActorKind.STATE_FORCES)
_GROUPS = (ActorKind.ARMED_GROUP, ActorKind.UMBRELLA, ActorKind.UNNAMED)
_FIGHTERS = vocabulary(
    """militia movement outfit gang cartel insurgent rebel militant fighter guerrilla separatist jihadist terrorist
    secessionist extremist islamist maoist faction paramilitary attacker assailant insurgency rebellion band"""
)
_SOLDIERS = vocabulary(
    "army military navy troop soldier marine police policeman officer gendarme commando paratrooper serviceman service"
)
_POLICE = vocabulary("police policeman officer gendarme")
_SECRET = vocabulary("security intelligence secret")  # "the security services"; other services are nobody's forces
_HEADS: dict[str, tuple[ActorKind, ...]] = {
    **dict.fromkeys(_FIGHTERS, _GROUPS),
    **dict.fromkeys(("group", "organization", "organisation"), (*_GROUPS, ActorKind.MONITOR)),
    "coalition": (ActorKind.COALITION,),
    "alliance": (ActorKind.COALITION, ActorKind.UMBRELLA),
    **dict.fromkeys(_SOLDIERS, (ActorKind.STATE_FORCES, ActorKind.STATE)),
    **dict.fromkeys(("government", "regime", "junta", "council"), (ActorKind.STATE,)),
    "force": (ActorKind.COALITION, ActorKind.STATE_FORCES),
    "guard": (ActorKind.STATE_FORCES,),
}
# Mean a group only where its name ends so: "the Front" after "the Kachin Freedom Front".
_NAMED_SO = vocabulary("front brigade command corps council party branch province column force congress league union")
_GENERAL = (
    _NAMED_SO
    | _FIGHTERS
    | vocabulary(
        "force unit guard police group service brigade operation command committee commando people militia state patrol"
    )
)
_ARMY = _SOLDIERS | {"force", "guard"}
_GUARDS = vocabulary("border presidential prison frontier palace coast republican")  # "security guards" are nobody's
_KINDS_ONLY = vocabulary(
    """armed militant rebel terror terrorist insurgent jihadist extremist islamist separatist same shiite shia sunni
    militia outlawed banned hardline radical self-styled based ethnic air somali government security military - defence
    defense interior shi'ite local national federal ruling central special riot elite border presidential prison
    frontier palace intelligence state paramilitary anti-terror"""
)
_BODIES = vocabulary("group organization organisation outfit movement faction band")  # rather named than described
_SINGULAR = vocabulary(
    "militia movement outfit gang cartel faction group organization organisation coalition alliance band"
)
_SECURITY = vocabulary(
    """security armed government defence defense military air naval special ground
    federal army regime junta state police paramilitary riot"""
)
_BARE_HEADS = ("army", "military", "navy", "police", "government", "regime", "junta", "coalition")
_OF_A_STATE = vocabulary(
    """spokesman spokesperson spokeswoman force troop soldier jet air shell fire rocket tank unit
    warplane aircraft plane helicopter drone airstrike
    strike raid attack bombardment shelling artillery commander official source statement fighter chief general command
    headquarters staff patrol officer column convoy agent sniper sharpshooter gunfire bullet platoon squad battalion
    brigade regiment commando pilot gunner sapper captain lieutenant sergeant corporal bomber gunship gunboat
    mortar ambush operation offensive assault
    barrage salvo missile grenade action personnel unit team marksman crackdown sweep"""
)
_DASHES = frozenset({"-", "–", "—", "--"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A definite description, its head's token and the modifiers between its article and its head."""

    head: Token
    first: int
    modifiers: tuple[Token, ...]


def anaphors(parse: Parse, taken: Sequence[Span], names: Collection[str] = ()) -> list[Anaphor]:
    """The definite descriptions of actors outside the spans taken, in the order of the text.

    names: last words of the groups' names in this report (`last_words`): they too may stand for a group.
    """
    covered = {i for span in taken for i in range(span.start, span.end)}
    found = []
    for token in parse.tokens:
        short = token.lower in names and (token.lower in _NAMED_SO or token.text[:1].isupper())
        known = _word(token) in _HEADS or short
        if known and token.pos in ("NOUN", "PROPN") and token.start not in covered:
            anaphor = _anaphor(parse, token, covered)
            # "Kyiv's troops", "M23 troops"
            owned = any(c.dep in ("poss", "compound", "nmod") and c.start in covered for c in parse.children(token.i))
            if anaphor and _word(token) == "guard" and not of_an_army(anaphor):
                continue
            if anaphor and not owned and not _named_after(parse, token, covered):
                found.append(anaphor)
    return found


def _word(token: Token) -> str:
    """The lemma, also of a description that is written with a capital: "the Army", "Government jets"."""
    lemma = token.lemma.lower()
    return lemma[:-1] if token.tag == "NNPS" and lemma.endswith("s") else lemma


def last_words(expressions: Iterable[ActorExpression]) -> frozenset[str]:
    """The words by which a group may be called for short, since its name ends so: "front", "command"."""
    named = [e for e in expressions if e.kind in _BY_NAME]
    last = (e.span.quote.split()[-1].lower() for e in named if " " in e.span.quote)
    return frozenset(last) & _NAMED_SO | frozenset(word for e in named for word in _plurals(e))


def _plurals(expression: ActorExpression) -> frozenset[str]:
    """What a group is called for short after its name's last word in the plural: "the Tigers" of the Tamil Tigers."""
    names = (expression.span.quote, expression.name.split(" (")[0])
    last = (name.split()[-1] for name in names if " " in name)
    return frozenset(w.lower() for w in last if w[0].isupper() and w.endswith("s") and w[:-1].lower() not in _GENERAL)


def _anaphor(parse: Parse, head: Token, covered: set[int]) -> Anaphor | None:
    if _word(head) in _SINGULAR and head.tag in ("NNS", "NNPS"):
        return None
    if _word(head) == "council" and parse.tokens[max(0, head.i - 1)].lower not in ("military", "ruling"):
        return None
    if _word(head) == "service" and parse.tokens[max(0, head.i - 1)].lower not in _SECRET:
        return None
    first = head.i
    sentence = parse.sentences[head.sentence]
    while first > sentence.first and head.i - first < 5:
        before = parse.tokens[first - 1]
        if before.lower in _DEFINITE:
            return Anaphor(head, first - 1, tuple(parse.tokens[first : head.i]))
        dash = before.text in _DASHES and parse.text[before.start - 1 : before.start].isspace()  # after a dateline
        if (
            dash
            or before.start in covered
            or not (before.lower in _KINDS_ONLY or before.lower.endswith("based") or before.pos == "PROPN")
        ):
            break
        first -= 1
    if (first == head.i or parse.tokens[first].lower == "air") and _without_article(parse, head):
        return Anaphor(head, first, tuple(parse.tokens[first : head.i]))
    plural = (
        _word(head) in ("troop", "soldier", "marine", "policeman", "paratrooper")
        or (_word(head) in ("officer", "gendarme") and head.dep == "nsubj" and head.tag == "NNS")
        or (_word(head) == "police" and (head.dep == "nsubj" or parse.tokens[head.head].lower in ("by", "fire")))
        or (_word(head) in ("force", "guard") and head.tag in ("NNS", "NNPS"))
    )
    modifiers = tuple(parse.tokens[first : head.i])
    security = any(t.lower in _SECURITY for t in modifiers) or _word(head) != "force"
    if _word(head) == "guard":
        security = any(t.lower in _GUARDS for t in modifiers)
    return Anaphor(head, first, modifiers) if plural and security and len(modifiers) <= 1 else None


def _without_article(parse: Parse, head: Token) -> bool:
    """True for "Army spokesman", "government jets": a modifier that stands for its state."""
    air_force = _word(head) == "force" and head.i > 0 and parse.tokens[head.i - 1].lower == "air"
    if not (_word(head) in _BARE_HEADS or air_force) or head.dep not in (
        "compound",
        "amod",
        "nmod",
    ):
        return False
    return parse.tokens[head.head].lemma in _OF_A_STATE


def _named_after(parse: Parse, head: Token, covered: set[int]) -> bool:
    """True where the description goes on with a name: "the militia Ansar Allah"."""
    following = head.i + 1
    return (
        following < len(parse.tokens)
        and parse.tokens[following].start in covered
        and parse.tokens[following].pos == "PROPN"
    )


def called(parse: Parse, anaphor: Anaphor, before: Iterable[ActorExpression]) -> ActorExpression | None:
    """The last group before whose name ends like the description: "the Front"; None where there is none."""
    head = anaphor.head
    so = [e for e in before if e.span.quote.lower().endswith(" " + head.lower) or head.lower in _plurals(e)]
    named = _nearest(parse, head, so, _BY_NAME)
    span = parse.span(head.i, head.i + 1)
    return named and ActorExpression(span, named.actor, named.name, named.kind, RULE)


def by_name_only(anaphor: Anaphor) -> bool:
    """True where the description means a group only by the last word of its name."""
    return _word(anaphor.head) not in _HEADS


def of_an_army(anaphor: Anaphor) -> bool:
    """True for "the army", "soldiers", "security forces": a state's, whichever the state."""
    head = _word(anaphor.head)
    if head == "guard":
        return any(t.lower in _GUARDS for t in anaphor.modifiers)
    return head in _ARMY and (head != "force" or any(t.lower in _SECURITY for t in anaphor.modifiers))


def resolve(
    parse: Parse, anaphor: Anaphor, before: Iterable[ActorExpression], catalogue: Catalogue, country: str | None
) -> ActorExpression | None:
    """The actor meant, as an expression over the description; None where nobody named before fits.

    before: the expressions that stand before it, the nearest first. country: the report's main country.
    """
    head = anaphor.head
    span = parse.span(anaphor.first if anaphor.first < head.i else head.i, head.i + 1)
    if parse.tokens[anaphor.first].lower in _DEFINITE:
        span = parse.span(anaphor.first + 1, head.i + 1)
    kinds = _HEADS[_word(head)]
    army = of_an_army(anaphor)
    if army:
        kinds = _HEADS["army"]
    elif _word(head) == "force" and anaphor.modifiers:
        return None
    if army:
        # "The army" is that last named as such, else the army of the country that the report is about.
        before = tuple(before)
        found = _nearest(parse, head, before, (ActorKind.STATE_FORCES,))
        if found is None and country not in catalogue.actors:
            found = _nearest(parse, head, before, kinds)
    else:
        found = _told_before(parse, head, tuple(before), kinds, country)
    if found is None or (army and found.kind is ActorKind.STATE):
        state = found.actor if found else catalogue.actors.get(country or "")
        if army and state:
            kind = "police" if _word(head) in _POLICE else "military"
            meant = force(catalogue, state, kind)
            return ActorExpression(span, meant, meant.name, meant.kind, RULE if found else RULE_COUNTRY)
        if found is None:
            if army and _word(head) != "officer":
                return ActorExpression(span, None, span.quote, ActorKind.STATE_FORCES, RULE_NO_COUNTRY)
            if state and kinds == (ActorKind.STATE,):
                return ActorExpression(span, state, state.name, state.kind, RULE_COUNTRY)
            if _word(head) in ("junta", "regime"):
                return ActorExpression(span, None, span.quote, ActorKind.STATE, RULE_NO_COUNTRY)
            return None
    return ActorExpression(span, found.actor, found.name, found.kind, RULE)


def _told_before(
    parse: Parse, head: Token, before: Sequence[ActorExpression], kinds: Sequence[ActorKind], country: str | None
) -> ActorExpression | None:
    """The nearest actor of these kinds: "the group" is rather a named one, "the government" no foreign one."""
    named = _nearest(parse, head, before, _GROUPS[:2]) if _word(head) in _BODIES else None
    found = named or _nearest(parse, head, before, kinds)
    foreign = kinds == (ActorKind.STATE,) and found is not None and _foreign(parse, head, found, country)
    return None if foreign else found


def _foreign(parse: Parse, head: Token, found: ActorExpression, country: str | None) -> bool:
    """True for another state than the report's own that only an earlier sentence names: "the government" is not its."""
    held = parse.sentence_at(found.span.start)
    other = found.actor is not None and country is not None and found.actor.country != country
    return other and (held is None or held.i != head.sentence)


def _nearest(
    parse: Parse, head: Token, before: Iterable[ActorExpression], kinds: Sequence[ActorKind]
) -> ActorExpression | None:
    nearest: ActorExpression | None = None
    sentence: int | None = None
    for expression in before:
        if expression.kind not in kinds or expression.rule in ("bare group noun", RULE_COUNTRY, RULE_NO_COUNTRY):
            continue
        if _word(head) in _ARMY and expression.kind is ActorKind.STATE_FORCES and not _general(expression):
            continue
        held = parse.sentence_at(expression.span.start)
        if held is None or head.sentence - held.i > REACH:
            break
        if sentence is not None and held.i != sentence:
            break
        if held.i == head.sentence and _inside(parse, head, expression.span):
            continue
        if nearest is None or is_subject(parse, expression.span):
            nearest, sentence = expression, held.i
    return nearest


def _general(expression: ActorExpression) -> bool:
    """True for a state's army or police as such; "the army" is no Revolutionary Guard."""
    return expression.actor is not None and expression.actor.id.endswith(("-military", "-police"))


def _inside(parse: Parse, head: Token, span: Span) -> bool:
    return any(span.start <= t.start < span.end for t in parse.subtree(head.i))


def is_subject(parse: Parse, span: Span) -> bool:
    """True where the words, or the noun that they belong to, are a subject."""
    tokens = parse.tokens_in(span.start, span.end)
    if not tokens:
        return False
    at = tokens[-1]
    for _ in range(3):
        if at.dep in ("nsubj", "nsubjpass"):
            return True
        if at.dep not in ("compound", "amod", "poss", "nmod", "appos"):
            return False
        at = parse.tokens[at.head]
    return False
