"""Whether words tell of an event that happened, or of a threat, a plan, a habit, a drill, a might-be."""

from enum import StrEnum

from rashomon.records import Parse, Token


class Modality(StrEnum):
    """How an event stands in the world, as its clause tells it."""

    REAL = "real"
    PLANNED = "planned"  # will, threatened to, planned, vowed, failed to
    HYPOTHETICAL = "hypothetical"  # would, could, if
    HABITUAL = "habitual"  # regularly, often, used to
    NEGATED = "negated"
    STAGED = "staged"  # drills, films, exercises


_PLANS = frozenset(
    """plan threaten vow plot intend try attempt fail prevent warn train prepare pledge promise want hope refuse
    order urge call ask continue risk avoid help seek foil thwart aim able ready likely capable threat warning
    intention fear possibility ability effort plan plot vow pledge""".split()
)
_MODALS = {"will": Modality.PLANNED, "'ll": Modality.PLANNED, "shall": Modality.PLANNED, "wo": Modality.PLANNED}
_MODALS |= dict.fromkeys(("would", "could", "might", "should", "can", "must", "'d"), Modality.HYPOTHETICAL)
_HABITS = frozenset(
    """regularly often frequently routinely sometimes usually repeatedly periodically constantly typically always
    normally occasionally daily commonly""".split()
)
_STAGES = frozenset(
    "drill exercise simulation simulated mock film movie rehearsal training anniversary memorial trial".split()
)


def modality_of(parse: Parse, token: Token) -> Modality:
    """How the event that `token` tells of stands, judged by its clause and by what governs it."""
    chain = [token]
    for above in parse.ancestors(token.i):
        # Only what the event word is complement of bears on it: "threatened to attack", "the threat of an attack".
        if chain[-1].dep not in ("xcomp", "pcomp", "prep", "pobj", "acl", "dobj", "compound", "ccomp", "conj", "nmod"):
            break
        chain.append(above)
        if len(chain) > 4 or (above.pos == "VERB" and chain[-2].dep == "ccomp"):
            break
    for link in chain:
        own = _own_modality(parse, link, first=link is token)
        if own is not Modality.REAL:
            return own
    return Modality.REAL


def _own_modality(parse: Parse, token: Token, *, first: bool) -> Modality:
    if not first and token.lemma in _PLANS:
        return Modality.PLANNED
    if token.lemma in _STAGES and not first:
        return Modality.STAGED
    children = parse.children(token.i)
    if first and token.dep in ("advcl", "acl", "relcl") and any(c.dep == "aux" and c.lower == "to" for c in children):
        return Modality.PLANNED  # "a force formed to fight the Front"
    for child in children:
        if child.dep == "neg" and first:
            return Modality.NEGATED
        if child.dep == "aux" and child.lower in _MODALS:
            return _MODALS[child.lower]
        if child.dep == "mark" and child.lower in ("if", "unless"):
            return Modality.HYPOTHETICAL
        if child.dep == "advmod" and child.lower in _HABITS:
            return Modality.HABITUAL
        if child.dep in ("compound", "amod", "nmod") and child.lemma in _STAGES:
            return Modality.STAGED
        if child.dep in ("amod", "compound") and child.lower in (
            "possible",
            "planned",
            "potential",
            "future",
            "imminent",
            "attempted",
        ):
            return Modality.PLANNED
    return Modality.REAL
