"""Who has been named in a report, and what of it a later word can point at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.extract.attribution.lexicon import (
    MEDIA_WORDS,
    MEN,
    PERSON_NOUNS,
    POINTING_GROUPS,
    STATE_NOUNS,
    WOMEN,
    words,
)
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Span, Token

_OF_STATES = ("an", "ese", "ish", "'s", "i")  # endings of adjectives from names of states
_PLURAL_NOUNS = words("police people media authorities")
_EITHER = words("police military army government media coalition force forces agency channel command group militia")
_BODIES = (  # words for those of whom one says "it" or "they", never "he"
    STATE_NOUNS
    | POINTING_GROUPS
    | MEDIA_WORDS
    | _EITHER
    | words("committee council service centre center union party front league team company administration rights")
    | words("body charity embassy consulate clinic institute foundation association navy bureau airforce presidency")
    | words("wing arm branch corps unit brigade battalion regiment division squad squadron cell cartel syndicate")
    | words("network secretariat directorate agency fund board trust society academy assembly congress senate cabinet")
    | words("tribunal panel taskforce observatory bloc confederation federation church diocese archdiocese synod")
    | words("junta regime parliament legislature garrison coastguard thinktank project initiative campaign institution")
    | words("university college school firm corporation airline railway operator authority registry inspectorate")
    | words("mission commission chamber cooperative co-operative guild lodge order brotherhood caliphate emirate")
    | words(
        "newsletter weekly daily monthly magazine wire tribune gazette herald morgue mortuary infirmary prison jail"
    )
    | words("handout communique communiqué bulletin")
) - words("official officials minister residents witnesses reporter reporters correspondent people")
_SUFFERING = words(
    """kill wound injure shoot murder behead abduct kidnap arrest bury find hit hurt martyr slay execute ambush attack
    die fall succumb perish bomb shell burn destroy target detain free release"""
)
# Shortened ranks and titles, and the words by which they are called again: "Maj. Roe ... the major".
_RANKS = {
    short: frozenset(full.split("/"))
    for pair in """gen=general lt=lieutenant col=colonel maj=major capt=captain cpt=captain sgt=sergeant cpl=corporal
    pvt=private pte=private brig=brigadier adm=admiral cmdr=commander cdr=commander supt=superintendent insp=inspector
    const=constable lieut=lieutenant serg=sergeant gov=governor sen=senator rep=representative/congressman
    pres=president prof=professor dr=doctor fr=priest/father rev=reverend/pastor/minister msgr=monsignor/bishop
    sec=secretary dir=director amb=ambassador atty=attorney/lawyer hav=havildar cllr=councillor comr=commissioner
    comm=commissioner commr=commissioner hon=lawmaker mp=lawmaker/deputy""".split()
    for short, full in [pair.split("=")]
}
_SHE = words("she her")
_HE = words("he him his")


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker or actor met before: its words, the head, and what can point at it."""

    span: Span
    words: frozenset[str]
    head: str
    person: bool | None  # None where the words leave it open: "a shopkeeper", "the committee"
    plural: bool | None  # None for "the army", which is "it" and "they"
    spoke: bool
    proper: frozenset[str]
    state: bool  # a state or one of its bodies, which "the group" does not mean
    counted: bool  # "four militants", who are not all that "the militants" means
    woman: bool | None  # None where the words do not tell
    sentence: int  # where it was met last
    paragraph: int
    acts: bool  # subject of a deed, not of what is done to it

    @property
    def body(self) -> bool:
        """True for those of whom one never says "he": "the committee"."""
        return self.head in _BODIES

    def can_be_person(self, *, woman: bool) -> bool:
        """True where "she" (or "he") may mean it."""
        return self.person is not False and not self.plural and self.woman in (woman, None)


def known_of(tree: Tree, head: Token, span: Span, earlier: Sequence[Known], *, spoke: bool) -> Known:
    """What can point back to these words, whose head is given; earlier: all that were met before."""
    tokens = tree.parse.tokens_in(span.start, span.end)
    named = frozenset(t.lower for t in tokens if t.pos in ("NOUN", "PROPN", "ADJ"))
    plural: bool | None = (
        head.tag in ("NNS", "NNPS")
        or head.lower in _PLURAL_NOUNS
        or any(t.dep == "conj" and t.start < span.end for t in tree.parse.children(head.i))
    )
    person = False if plural else _is_person(head, tokens, named, earlier)
    named |= frozenset(full for t in tokens for full in _RANKS.get(t.lower.split()[-1].strip("."), ()))
    titled = named | {t.lower.rstrip(".") for t in tokens}
    return Known(
        span,
        named,
        head.lower,
        person,
        None if head.lower in _EITHER else plural,
        spoke,
        frozenset(t.lower for t in tokens if t.pos == "PROPN"),
        state=head.ent == "GPE" or (head.lemma in STATE_NOUNS and not _named_army(head, tokens)),
        counted=tokens[0].pos == "NUM" and not spoke,
        woman=True if titled & WOMEN and not titled & MEN else False if titled & MEN and not titled & WOMEN else None,
        sentence=head.sentence,
        paragraph=tree.parse.sentences[head.sentence].paragraph,
        acts=_acts(tree, head),
    )


def pointed_at(tree: Tree, known: Known, pronoun: Token) -> Known:
    """The same, met again at this pronoun, which also tells a woman from a man."""
    woman = True if pronoun.lower in _SHE else False if pronoun.lower in _HE else known.woman
    paragraph = tree.parse.sentences[pronoun.sentence].paragraph
    return replace(known, spoke=True, woman=woman, sentence=pronoun.sentence, paragraph=paragraph)


def _acts(tree: Tree, head: Token) -> bool:
    verb = tree.parse.tokens[head.head]
    return head.dep in ("nsubj", "nsubjpass") and verb.lemma not in _SUFFERING


def _named_army(head: Token, tokens: Sequence[Token]) -> bool:
    """True for "the Free Valley Army", a group by its name; not for "the Kenyan Army", which is a state's."""
    if head.lemma not in ("army", "command", "state") or head.pos != "PROPN":
        return False
    before = [t for t in tokens if t.i < head.i and t.pos in ("PROPN", "ADJ")]
    return bool(before) and not any(t.ent in ("NORP", "GPE") or t.lower.endswith(_OF_STATES) for t in before)


def _is_person(head: Token, tokens: Sequence[Token], named: frozenset[str], earlier: Sequence[Known]) -> bool | None:
    """Whether one can say "he" or "she" of these words; None where the words alone do not tell."""
    if head.ent == "PERSON" or head.lemma in PERSON_NOUNS:
        return True
    if head.lemma in _BODIES or head.lower in _BODIES:
        return False
    if head.pos == "PROPN":
        known = any(k.person and head.lower in k.proper for k in earlier)
        return known or bool(named & PERSON_NOUNS) or any(t.ent == "PERSON" for t in tokens)
    return True if any(t.ent == "PERSON" and t.i > head.i for t in tokens) else None
