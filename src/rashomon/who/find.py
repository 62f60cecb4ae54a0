"""All words for actors in a report, and whom they mean."""

import bisect
from collections.abc import Iterator, Sequence
from itertools import islice

from rashomon.records import Actor, ActorExpression, ActorKind, Parse, PlaceExpression, Span, Token
from rashomon.who.anaphora import anaphors, by_name_only, called, last_words, of_an_army, resolve
from rashomon.who.catalogue import Catalogue, Form, catalogue, extended, folding
from rashomon.who.country import country_of
from rashomon.who.described import RULE_BARE, RULE_DESCRIBED, described
from rashomon.who.forces import GENERAL, forces_after
from rashomon.who.listed import Match, Text, read_text
from rashomon.who.openclass import introduced
from rashomon.who.words import plain, vocabulary

_LOCATIVE = vocabulary(
    """in near across into inside throughout within around at over through outside along towards toward
    between off onto beyond via bordering north south east west"""
)
_GOVERNMENTS_HAVE = vocabulary("troop force army soldier military government aircraft plane jet ally proxy")
_OFFICES = vocabulary("ministry minister spokesman spokeswoman spokesperson authority")  # "the ministry in Yerevan"
NEAREST = 200  # expressions before a description that are looked at: time must not grow with their square
_GENERIC_TAILS = vocabulary(
    """group groups militants fighters rebels insurgents movement militia militias forces terrorists gunmen network
    organisation organization jihadists guerrillas troops separatists"""
)
_WORDS_FROM = vocabulary("comment reaction response statement word denial claim confirmation")
_REBELS = vocabulary("rebels insurgents guerrillas separatists")
# Verbs of which a capital can be the subject only as its government: "Damascus denies", "Moscow has launched".
_GOVERNMENTS_DO = vocabulary(
    """say deny accuse blame claim reject condemn confirm admit acknowledge insist retaliate launch fire carry vow warn
    maintain describe call threaten respond announce tell dismiss want hold declare decline refuse back support
    order send deploy attribute allege conduct strike bomb target comment react stay keep remain have make issue give
    decline stop shell attack raid impute pound pin own know"""
)


def find_actors(
    parse: Parse, actors: Sequence[Actor] = (), places: Sequence[PlaceExpression] = ()
) -> tuple[ActorExpression, ...]:
    """The words for actors in a report, in the order of the text; none overlaps another.

    "Hashd al-Shaabi" gives the list's Popular Mobilization Forces, "Israeli warplanes" the adjective "Israeli" for
    Israel, "the group" the last group named, "suspected herders" an unnamed actor under its own words. A country that
    is only where something happened ("in Iraq") is left out.

    actors: a researcher's own (`load_actors`), which win over the list. places: those of the report; where most of
    them lie is the country whose army "the army" is, else that which it names most.
    """
    home = country_of(places)
    known = extended(actors) if actors else catalogue()
    local = [actor for actor in introduced(parse) if not _known(known, actor, home)]
    text = read_text(parse, known, (*actors, *local) if local else (), home)
    expressions = [e for match in text.matches if (e := _expression(text, match, known))]
    expressions = _longer_first(expressions)
    states = [e.span for e in expressions if e.kind is ActorKind.STATE]
    unnamed = described(parse, [e.span for e in expressions if e.kind is not ActorKind.STATE], states)
    expressions = _longer_first([*expressions, *unnamed])
    return _with_anaphors(text, _peoples_rebels(text, expressions), known, home or text.main_country())


def canonical(name: str) -> Actor | None:
    """The list's actor under any of its names ("PMU", "Hashed al-Shaabi", "the Houthi rebels"); None where unknown.

    Where several actors bear the name, the first of the list. Case counts for short forms only.
    """
    words = name.split()
    known = catalogue()
    while words:
        text = " ".join(words)
        for state in (False, True):
            forms = known.lookup(folding(text, state=state))
            for form in sorted(forms, key=lambda form: form.near):
                if not form.seat and (form.exact is None or form.exact.replace(".", "") == text.replace(".", "")):
                    return form.actor
        if plain(words[-1]) not in _GENERIC_TAILS:
            return None
        words.pop()
    return None


def _known(known: Catalogue, actor: Actor, home: str | None) -> bool:
    """True where the name that a report introduces is the list's, or a state with only general words ("Iraqi Army").

    A short form is the list's where the report is about the listed actor's part of the world.
    """
    skeletons = folding(actor.name)
    for form in known.lookup(skeletons):
        around = known.continents.get(form.actor.country or "") == known.continents.get(home or "")
        if form.exact == actor.name and around and not _elsewhere(form, home):
            return True
    for first in range(len(skeletons)):
        for last in range(first + 1, len(skeletons) + 1):
            forms = known.lookup(skeletons[first:last])
            if any(
                form.actor.kind is not ActorKind.STATE and not form.exact and not _elsewhere(form, home)
                for form in forms
            ):
                return True
    folded = folding(actor.name, state=True)
    for length in range(1, min(4, len(folded)) + 1):
        if known.lookup(folded[:length]) and set(folded[length:]) <= GENERAL | _GENERIC_TAILS:
            return True
    return False


def _elsewhere(form: Form, home: str | None) -> bool:
    """True for a form that counts only near its actor's country, in a report about another one."""
    return form.near and form.actor.country != home


def _expression(text: Text, match: Match, known: Catalogue) -> ActorExpression | None:
    """What a match says of an actor; None for a place, a person's name, a capital that is only a city."""
    parse, actor = text.parse, match.form.actor
    tokens = tokens_of(parse, match.start, match.end)
    span = Span.of(parse.text, match.start, match.end)
    if actor.kind is not ActorKind.STATE:
        if tokens and _in_person(parse, tokens):
            return None
        rule = "abbreviation" if match.form.exact else "alias"
        rule = "introduced in the report" if actor.id.startswith("report:") else rule
        named = None if actor.id.startswith("report:") else actor
        return ActorExpression(span, named, actor.name, actor.kind, rule, _modifies(tokens))
    if not tokens:
        return None
    words = text.words[match.sentence]
    if not match.form.seat:
        longer = forces_after(known, actor, words, match.last, parse.text)
        if longer:
            end, force = longer
            span = Span.of(parse.text, match.start, words[end - 1].end)
            return ActorExpression(span, force, force.name, force.kind, "a state's forces")
    if match.form.seat and span.quote.isupper() and len(span.quote) > 3:
        return None  # a dateline
    bracketed = parse.text[max(0, match.start - 1) : match.start] == "("
    if match.form.seat and bracketed:
        return None
    if match.form.seat:
        return ActorExpression(span, actor, actor.name, actor.kind, "capital") if _governs(parse, tokens[-1]) else None
    if not match.form.demonym and _located(parse, tokens[-1]):
        return None
    rule = "demonym" if match.form.demonym else "state"
    return ActorExpression(span, actor, actor.name, actor.kind, rule, _modifies(tokens))


def tokens_of(parse: Parse, start: int, end: int) -> Sequence[Token]:
    """The tokens of some words, or the one token that they are a part of ("U.S." of "U.S.-led")."""
    found = parse.tokens_in(start, end)
    sentence = None if found else parse.sentence_at(start)
    if sentence is None:
        return found
    words = parse.words(sentence)
    at = bisect.bisect_right(words, start, key=lambda t: t.start) - 1
    return words[at : at + 1] if at >= 0 and words[at].end >= end else found


def _modifies(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[-1].dep in ("amod", "compound", "nmod")


def _in_person(parse: Parse, tokens: Sequence[Token]) -> bool:
    """A single word that is part of a longer person's name ("Amal Clooney")."""
    if len(tokens) != 1 or tokens[0].ent != "PERSON":
        return False
    i = tokens[0].i
    beside = [parse.tokens[j] for j in (i - 1, i + 1) if 0 <= j < len(parse.tokens)]
    return any(t.ent == "PERSON" and t.pos == "PROPN" and t.sentence == tokens[0].sentence for t in beside)


def _governs(parse: Parse, token: Token) -> bool:
    """True where a capital's name stands for its government."""
    head = parse.tokens[token.head]
    if token.lower in ("kremlin", "house", "street"):
        return True
    if token.dep == "nsubj":
        behind = head.lemma == "be" and any(c.lower in ("behind", "responsible") for c in parse.children(head.i))
        return head.lemma in _GOVERNMENTS_DO or behind
    if token.dep == "pobj" and (head.lower == "by" or _word_from(parse, head)):
        return True
    if token.dep == "poss":
        return head.lemma.lower() in _GOVERNMENTS_HAVE | _OFFICES
    if token.dep == "pobj" and head.lower == "in" and parse.tokens[head.head].lemma.lower() in _OFFICES:
        return True
    return token.dep in ("dobj", "pobj") and (head.lemma in ("accuse", "blame") or head.lower == "on")


def _word_from(parse: Parse, preposition: Token) -> bool:
    """True for "no comment from Moscow", "no word from Israel"."""
    if preposition.lower != "from":
        return False
    near = [parse.tokens[preposition.head], *parse.children(parse.tokens[preposition.head].i)]
    return any(t.lemma in _WORDS_FROM for t in near)


def _located(parse: Parse, token: Token) -> bool:
    """True where a state's name says only where: "in northern Iraq", "Kabul, Afghanistan"."""
    head = parse.tokens[token.head]
    if token.dep in ("pobj", "conj") and head.lower in _LOCATIVE and not _word_from(parse, head):
        return parse.tokens[head.head].lemma not in ("hint", "point", "finger")
    before = parse.tokens[token.i - 1] if token.i else None
    if before is not None and before.text == "," and token.i >= 2 and token.dep in ("appos", "npadvmod", "conj", "dep"):
        return parse.tokens[token.i - 2].ent in ("GPE", "LOC", "FAC") and token.dep != "conj"
    return False


def _longer_first(expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """The expressions in the order of the text, of overlapping ones the longer."""
    kept: list[ActorExpression] = []
    for expression in sorted(expressions, key=lambda e: (e.span.start, -e.span.end)):
        if kept and kept[-1].span.overlaps(expression.span):
            if len(expression.span) > len(kept[-1].span):
                kept[-1] = expression
            continue
        kept.append(expression)
    return kept


def _with_anaphors(
    text: Text, expressions: Sequence[ActorExpression], known: Catalogue, country: str | None
) -> tuple[ActorExpression, ...]:
    """The expressions and, between them, the definite descriptions that mean one of those before."""
    named = [e for e in expressions if e.rule != RULE_BARE]
    firm = [e.span for e in named if e.rule != RULE_DESCRIBED]
    ends = [e.span.end for e in named]
    resolved: list[ActorExpression] = []
    opened = _opened_in(text)
    for anaphor in anaphors(text.parse, firm, last_words(named)):
        before = islice(reversed_from(named, bisect.bisect_right(ends, anaphor.head.start)), NEAREST)
        if by_name_only(anaphor):
            found = called(text.parse, anaphor, before)
        elif anaphor.head.sentence in opened and of_an_army(anaphor):
            found = resolve(text.parse, anaphor, (), known, opened[anaphor.head.sentence])
        else:
            found = resolve(text.parse, anaphor, before, known, country)
        if found:
            resolved.append(found)
    covered = bytearray(len(text.parse.text) + 1)
    for e in resolved:
        covered[e.span.start : e.span.end] = b"\1" * len(e.span)
    loose = (RULE_BARE, RULE_DESCRIBED)
    kept = [e for e in expressions if e.rule not in loose or not any(covered[e.span.start : e.span.end])]
    return tuple(_longer_first([*kept, *resolved]))


def _opened_in(text: Text) -> dict[int, str]:
    """The countries in which sentences open, by sentence: "In Islamabad, the military said" is Pakistan's."""
    found: dict[int, str] = {}
    for match in text.matches:
        tokens = tokens_of(text.parse, match.start, match.end)
        country = match.form.actor.country
        if match.form.actor.kind is not ActorKind.STATE or match.form.demonym or not tokens or country is None:
            continue
        head = text.parse.tokens[tokens[-1].head]
        opens = head.i == text.parse.sentences[match.sentence].first and head.lower in ("in", "from")
        if opens and tokens[-1].dep == "pobj":
            found.setdefault(match.sentence, country)
    return found


def reversed_from(expressions: Sequence[ActorExpression], end: int) -> Iterator[ActorExpression]:
    """The first `end` expressions, the last of them first."""
    return (expressions[i] for i in range(end - 1, -1, -1))


def _peoples_rebels(text: Text, expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """The expressions, "Yemeni rebels" being the one armed group of that country that the report names."""
    groups: dict[str, dict[str, ActorExpression]] = {}
    for e in expressions:
        if e.actor is not None and e.actor.country and e.kind is ActorKind.ARMED_GROUP:
            groups.setdefault(e.actor.country, {})[e.actor.id] = e
    states = {m.start: m.form.actor.country for m in text.matches if m.form.demonym}
    return [
        ActorExpression(e.span, only[0].actor, only[0].name, only[0].kind, "the country's rebels")
        if e.rule == "described group"
        and e.span.quote.split()[-1] in _REBELS
        and len(only := list(groups.get(states.get(e.span.start) or "", {}).values())) == 1
        else e
        for e in expressions
    ]
