"""The actors of a report by their place in the parse: through which words each acts, and who speaks for whom."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.extract.blame.lexicon import ACTS, AUTHORLESS, HARMS, MODELS, NAMELESS, OFFICIAL, SPOKESMEN, TIES
from rashomon.extract.blame.register import Register, register
from rashomon.extract.dateline import datelines
from rashomon.extract.events import find_events
from rashomon.records import ActorExpression, ActorKind, Parse, Token

_MODIFIES = frozenset({"amod", "compound", "nmod", "poss", "npadvmod", "nummod", "advmod", "dep"})
_SERVICE = frozenset({"service", "pay", "command", "orders", "uniform", "uniforms", "hire"})
RULE_COUNTRY = "the report's country"  # of an expression for a state's forces that the report does not name
_SILENT_KINDS = (ActorKind.MONITOR, ActorKind.MEDIA)


@dataclass(slots=True)
class Cast:
    """Which actor each token names. Bare "gunmen" is nobody."""

    parse: Parse
    actors: Sequence[ActorExpression]
    by_token: dict[int, ActorExpression] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    events: frozenset[int] = frozenset()
    persons: dict[str, ActorExpression] = field(default_factory=dict)
    people: Register = field(default_factory=Register)
    by_id: dict[str, ActorExpression] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.events = frozenset(event.token for event in find_events(self.parse))
        self.people = register(self.parse)
        for actor in self.actors:
            if actor.actor is not None:
                self.by_id.setdefault(actor.actor.id, actor)
        self._learn_actors()
        self._learn_persons()

    def _learn_actors(self) -> None:
        filed = datelines(self.parse)
        for actor in self.actors:
            if actor.rule == "bare group noun":
                continue
            if actor.kind is ActorKind.STATE and any(first <= actor.span.start < last for first, last in filed):
                continue
            tokens = self.parse.tokens_in(actor.span.start, actor.span.end) or self._whole(actor.span.start)
            for token in tokens:
                self.by_token[token.i] = actor
                self.first[token.i] = tokens[0].i

    def _whole(self, start: int) -> Sequence[Token]:
        """The hyphened token that begins with an actor's words: "U.S.-led"."""
        sentence = self.parse.sentence_at(start)
        words = self.parse.words(sentence) if sentence is not None else ()
        at = bisect_left(words, start, key=lambda t: t.start)
        return words[at : at + 1] if at < len(words) and words[at].start == start else ()

    def _learn_persons(self) -> None:
        """Remembers for whom a named person speaks ("X, a spokesman for the Taliban"), for the surname alone later."""
        for first, last, kind in self.parse.entities():
            if kind != "PERSON" or last - 1 in self.by_token:
                continue
            found = self.speaks_for(self.parse.tokens[last - 1])
            near = {noun_lemma(t) for t in self.parse.tokens[max(0, first - 6) : last + 8]}
            if found is not None and near & SPOKESMEN:
                self.persons.setdefault(self.parse.tokens[last - 1].lower, found)

    def named_by(self, token: Token) -> ActorExpression | None:
        """The actor that acts through this noun: "Israeli strikes", "jets of the coalition"."""
        own = self.by_token.get(token.i)
        if own is not None and own.kind is not ActorKind.UNNAMED:
            return self._unit_of(token, own) or own
        if token.lemma in NAMELESS or own is not None:
            behind = self._behind(token)
            named = behind is not None and (behind.actor is not None or behind.kind is ActorKind.ARMED_GROUP)
            if behind is not None and (own is None or named):
                return behind
        if own is not None:
            return own
        below = self.parse.children(token.i)
        for child in reversed(below):
            if child.dep in _MODIFIES:
                found = self.by_token.get(child.i) or self._modifier(child)
                if found is not None:
                    return found
        for child in below:
            if child.dep in ("appos", "conj") and child.i in self.by_token and child.dep == "appos":
                return self.by_token[child.i]
            found = self._owner(child)
            if found is not None:
                return found
        return None

    def _behind(self, token: Token) -> ActorExpression | None:
        """The actor told after a nameless noun: "gunmen from X", "a gang known as X", "men believed to belong to X"."""
        for child in self.parse.children(token.i):
            if child.i > token.i and child.dep in ("acl", "prep", "appos", "relcl", "amod"):
                serving = child.lower in ("at", "in") and any(t.lower in _SERVICE for t in self.parse.children(child.i))
                if child.dep == "prep" and child.lower not in ("of", "from", "with") and not serving:
                    continue
                for other in self.parse.subtree(child.i):
                    found = self.by_token.get(other.i)
                    if found is not None and other.i - token.i <= 9 and found.kind is not ActorKind.STATE:
                        return found
        return None

    def _unit_of(self, token: Token, own: ActorExpression) -> ActorExpression | None:
        """The group of "Northern soldiers of the People's Front": a people's name before its fighters is no state."""
        if own.kind is not ActorKind.STATE_FORCES or own.rule == RULE_COUNTRY:
            return None
        below = (c for c in self.parse.children(token.i) if c.lower == "of" and c.i - token.i <= 2)
        nouns = (self.by_token.get(n.i) for c in below for n in self.parse.children(c.i) if n.dep == "pobj")
        return next((a for a in nouns if a is not None and a.kind is ActorKind.ARMED_GROUP), None)

    def _modifier(self, token: Token) -> ActorExpression | None:
        """An actor inside a modifier: "US and Iraqi" of "US and Iraqi forces", "Saudi-led" of "Saudi-led raids"."""
        for child in self.parse.children(token.i):
            if child.i in self.by_token and child.dep in (*_MODIFIES, "conj", "npadvmod"):
                return self.by_token[child.i]
        return None

    def _owner(self, preposition: Token) -> ActorExpression | None:
        """The actor of "of the coalition", "from Hezbollah", "belonging to Israel", "loyal to"."""
        if preposition.dep not in ("prep", "acl", "amod", "relcl"):
            return None
        if preposition.dep == "prep" and preposition.lower not in ("of", "from", "for", "by", "with", "in", "at"):
            return None
        if preposition.dep in ("acl", "relcl") and preposition.lemma not in (
            "belong",
            "link",
            "ally",
            "affiliate",
            "lead",
            "run",
            "inspire",
            "operate",
            "fly",
            "pilot",
            "control",
            "command",
        ):
            return None
        pending = [preposition]
        for _ in range(2):
            pending = [
                c for token in pending for c in self.parse.children(token.i) if c.dep in ("pobj", "prep", "agent")
            ]
            for token in pending:
                if token.dep == "pobj":
                    found = self.by_token.get(token.i) or self._through(token)
                    if found is not None and preposition.lower not in ("in", "at"):
                        return found
        return None

    def _through(self, token: Token) -> ActorExpression | None:
        return next(
            (self.by_token[c.i] for c in self.parse.children(token.i) if c.dep in _MODIFIES and c.i in self.by_token),
            None,
        )

    @property
    def country(self) -> str | None:
        """The country whose army is "the army" in this report, else the one whose state or forces it names most."""
        own = [a for a in self.actors if a.actor is not None and a.kind in (ActorKind.STATE, ActorKind.STATE_FORCES)]
        told = next((a.actor.country for a in own if a.actor is not None and a.rule == RULE_COUNTRY), None)
        named = Counter(a.actor.country for a in own if a.actor is not None)
        return told or (max(named, key=lambda c: named[c]) if named else None)

    def home(self, noun: Token) -> ActorExpression | None:
        """The state that the report is about, as an expression over a noun that means it; None where that is not known.

        Its forces stand for it where the report does not name the state itself.
        """
        country = self.country
        kinds = (ActorKind.STATE, ActorKind.STATE_FORCES)
        own = [a for a in self.actors if a.actor is not None and a.actor.country == country and a.kind in kinds]
        found = min(own, key=lambda a: a.kind is not ActorKind.STATE, default=None)
        if found is None:
            return None
        return ActorExpression(self.parse.span(noun.i, noun.i + 1), found.actor, found.name, found.kind, RULE_COUNTRY)

    def speaks_for(self, token: Token) -> ActorExpression | None:
        """The actor for whom a subject speaks: itself, or of "a spokesman for the Taliban", "Israel's army"."""
        found = self.named_by(token) or self.persons.get(token.lower)
        if found is not None:
            return found
        above = self.parse.tokens[token.head]
        if token.dep == "appos" and noun_lemma(above) in SPOKESMEN:  # "the army's spokesman, Colonel X"
            return self.speaks_for(above)
        aside = {
            t.i for c in self.parse.children(token.i) if c.dep in ("acl", "relcl") for t in self.parse.subtree(c.i)
        }
        for other in self.parse.subtree(token.i):
            if other.i in self.by_token and other.i - token.i < 12 and other.i not in aside:
                between = self.parse.tokens[other.head]
                place = between.lower in ("in", "near", "at") and self.by_token[other.i].kind is ActorKind.STATE
                below = other.dep in ("pobj", "poss", "compound", "amod", "appos", "nmod")
                if below and not place and (noun_lemma(token) in SPOKESMEN or token.pos == "PROPN"):
                    return self.by_token[other.i]
        return None

    def behind(self, actor: ActorExpression | None) -> ActorExpression | None:
        """The group behind its own broadcaster, where the report names it; the same actor elsewhere."""
        if actor is None or actor.actor is None or actor.kind is not ActorKind.MEDIA:
            return actor
        groups = (self.by_id.get(m.umbrella) for m in actor.actor.member_of)
        return next((g for g in groups if g is not None and g.kind is ActorKind.ARMED_GROUP), actor)

    def right_before(self, verb: Token) -> Token | None:
        """The noun of an actor that stands right before a verb, whatever the parser made of it; None else."""
        tokens, first = self.parse.tokens, self.parse.sentences[verb.sentence].first
        at = verb.i - 1
        while at > first and (tokens[at].pos in ("AUX", "ADV", "PART") or tokens[at].lower in ("have", "has", "had")):
            at -= 1
        carried = at > first and tokens[at].pos == "NOUN" and at - 1 in self.by_token
        if at < first or not (at in self.by_token or carried):
            return None
        up = tokens[tokens[at].head]
        if tokens[at].dep == "dobj" and up.dep == "acl":
            return None  # "an explosion on a bus carrying X killed"
        if tokens[at].dep == "pobj" and tokens[up.head].lemma not in NAMELESS and not self._tied(at):
            return None  # "the raid on Hamas killed", "blasts claimed by X killed"
        return tokens[at]

    def _tied(self, at: int) -> bool:
        """True for "gunmen linked to X", also where the parser takes "linked" for the sentence's verb."""
        tokens = self.parse.tokens
        first = max(self.parse.sentences[tokens[at].sentence].first + 1, at - 9)
        return any(tokens[i].lower in TIES and tokens[i - 1].lemma in NAMELESS for i in range(at - 1, first - 1, -1))

    def harms(self, verb: Token) -> bool:
        """True for a verb whose subject does violence to others."""
        return verb.lemma in HARMS or (verb.i in self.events and verb.lemma not in AUTHORLESS)

    def official_of(self, noun: Token) -> bool:
        """True for "the ministry", "an army spokesman": an official of a state that is not named beside it."""
        placed = any(t.ent == "GPE" for t in self.parse.subtree(noun.i))
        titles = (noun, *(c for c in self.parse.children(noun.i) if c.dep in ("compound", "appos", "nmod")))
        of_whom = any(
            (c.dep == "poss" and c.pos != "PRON")
            or (c.dep == "prep" and c.lower in ("for", "of"))
            or (c.dep == "compound" and c.pos == "PROPN" and noun_lemma(noun) == "committee")
            for c in self.parse.children(noun.i)
        )
        named = of_whom or placed or self.speaks_for(noun) is not None
        return any(noun_lemma(t) in OFFICIAL for t in titles) and not named

    def inside(self, noun: Token) -> ActorExpression | None:
        """The first actor named in the words that belong to a noun ("a caller saying he spoke for X")."""
        below = self.parse.subtree(noun.i)
        return next((self.by_token[t.i] for t in below if t.i in self.by_token), None)

    def before(self, verb: Token, reach: int = 8) -> Token | None:
        """The nearest word before a verb that names an actor, no other finite verb between; None where there is none.

        For sentences that the parser takes apart wrongly ("IS claimed the attack").
        """
        first = max(self.parse.sentences[verb.sentence].first, verb.i - reach)
        for i in range(verb.i - 1, first - 1, -1):
            token = self.parse.tokens[i]
            if i in self.by_token and can_act(self.by_token[i]):
                return token
            if token.tag in ("VBD", "VBZ", "VBP") and token.dep not in ("aux", "auxpass"):
                return None
        return None


def side(actor: ActorExpression) -> frozenset[str]:
    """Ids that stand for the same side: an army's and its state's, a broadcaster's and its group's."""
    if actor.actor is None:
        return frozenset({actor.name.lower()})
    found = {actor.actor.id}
    if actor.kind in (ActorKind.STATE_FORCES, ActorKind.MEDIA, ActorKind.STATE) and actor.actor.country:
        found.add(actor.actor.country)
    if actor.kind in (ActorKind.STATE_FORCES, ActorKind.MEDIA, ActorKind.ARMED_GROUP):
        found.update(m.umbrella for m in actor.actor.member_of if len(m.umbrella) > 2)
    return frozenset(found)


def same_side(one: ActorExpression, two: ActorExpression) -> bool:
    """True where one may speak for the other."""
    return bool(side(one) & side(two))


def can_act(actor: ActorExpression) -> bool:
    """True for actors that can be authors of violence: no monitors, no media, no bare "gunmen"."""
    return actor.kind not in _SILENT_KINDS and actor.rule != "bare group noun"


def noun_lemma(noun: Token) -> str:
    """The lemma in small letters, also of what the tagger takes for names ("militiamen", "the Army", "General Staff").

    A model ("Su-24s") is an aircraft.
    """
    if noun.lower.endswith("men"):
        return noun.lower[:-3] + "man"
    if any(c.isdigit() or c.isupper() for c in noun.text) and MODELS.fullmatch(noun.text):
        return "aircraft"
    return noun.lower[:-1] if noun.tag == "NNPS" and noun.lower.endswith("s") else noun.lemma.lower()


def is_act(token: Token) -> bool:
    """True for a noun that names a violent act."""
    return token.pos in ("NOUN", "PROPN") and (token.lemma in ACTS or token.lower in ACTS)
