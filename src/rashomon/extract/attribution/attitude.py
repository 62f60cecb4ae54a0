"""Attributions outside of the reporting verbs: what somebody wants, supports, criticises, promises, is asked.

Any verb, and some nouns, may report a speaker's position ("wants to ...", "backed the plan", "fears of"). Which do is
learned: `cues` scores every draft by weights fitted on annotated news. These stand beside the reporting ones as
attributions of the sense ATTITUDE; they say nothing on whose word a fact rests.
"""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import PERSON_NOUNS, SPEAKER_NOUNS, words
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Token

_OWNERS = words("by of from among")
_THEMES = words("for that of about over on to against in with from towards toward as at")
_CLAUSES = ("ccomp", "xcomp", "acl")
_SEEMING = words("seem appear")
_SPEAKING = SPEAKER_NOUNS | PERSON_NOUNS | words("he she they")
_NEVER = words("be have do get go come make take let")


def attitude_draft(tree: Tree, token: Token) -> Draft | None:
    """The position that this verb or noun may report; None where it has nobody who holds it or nothing held."""
    if token.pos == "VERB":
        return _of_verb(tree, token)
    if token.pos == "NOUN":
        return _of_noun(tree, token)
    return None


def _of_verb(tree: Tree, verb: Token) -> Draft | None:
    if verb.lemma in _NEVER | {"tell"} or verb.dep in ("amod", "aux"):
        return None
    if verb.lemma in _SEEMING:
        return _seeming(tree, verb)
    passive = tree.is_passive(verb)
    holder = tree.agent(verb) if passive else tree.subject(verb)
    held = _held(tree, verb, passive=passive)
    if held is None or (holder is None and not passive):
        return None
    cue_end, content = held
    sense = Sense.BELIEVES if holder is not None and _reports(tree, verb, holder) else Sense.ATTITUDE
    return Draft((holder,) if holder is not None else (), (verb.i, cue_end), (content,), sense)


def _reports(tree: Tree, verb: Token, holder: Token) -> bool:
    """True for any verb with a that-clause and somebody who can speak: "the elders lamented that ten had died"."""
    clause = tree.child(verb.i, "ccomp")
    if clause is None or tree.child(clause.i, "nsubj", "nsubjpass") is None:
        return False
    marked = tree.parse.tokens[max(tree.first[clause.i], verb.i + 1)].lower == "that"
    speaks = holder.ent in ("PERSON", "ORG", "NORP", "GPE") or bool({holder.lower, holder.lemma} & _SPEAKING)
    return marked and speaks


def _seeming(tree: Tree, verb: Token) -> Draft | None:
    """ "The toll appears to have risen": nobody's word on the whole clause."""
    subject, clause = tree.child(verb.i, "nsubj"), tree.child(verb.i, "xcomp", "ccomp", "oprd", "acomp")
    if clause is None or clause.i < verb.i:
        return None
    content = [(tree.first[clause.i], tree.last[clause.i])]
    if subject is not None and subject.i < verb.i and subject.lower != "it":
        content.insert(0, (tree.first[subject.i], tree.last[subject.i]))
    return Draft((), (verb.i, verb.i + 1), tuple(content), Sense.HEARSAY)


def _held(tree: Tree, verb: Token, *, passive: bool) -> tuple[int, tuple[int, int]] | None:
    """Where the cue ends, and what is held: a clause, an object, or what stands after the verb's preposition."""
    children = tree.parse.children(verb.i)
    clause = next((t for t in children if t.dep in ("ccomp", "xcomp") and t.i > verb.i), None)
    if clause is not None:
        first, last = max(tree.first[clause.i], verb.i + 1), tree.last[clause.i]
        return (verb.i + 1, (first, last)) if first < last else None
    if passive:
        subject = tree.child(verb.i, "nsubjpass")
        if subject is None:
            return None
        first, last = tree.first[subject.i], min(tree.last[subject.i], verb.i)
        return (verb.i + 1, (first, last)) if first < last else None
    thing = next((t for t in children if t.dep in ("dobj", "attr", "oprd", "acomp") and t.i > verb.i), None)
    if thing is not None:
        inner = _theme(tree, thing)
        if inner is not None and thing.pos == "NOUN" and tree.child(thing.i, "det", "poss") is None:
            return inner[0], inner
        last = tree.last[thing.i]
        for child in children:
            if (
                child.i > thing.i
                and child.dep in ("prep", "oprd", "advcl")
                and child.lower in ("as", "for", "of", "to")
            ):
                last = max(last, tree.last[child.i])
        return verb.i + 1, (max(tree.first[thing.i], verb.i + 1), last)
    by = next((t for t in children if t.dep == "prep" and t.i > verb.i and t.lower in _THEMES), None)
    if by is not None and tree.last[by.i] > by.i + 1:
        return by.i + 1, (by.i + 1, tree.last[by.i])
    return None


def _theme(tree: Tree, noun: Token) -> tuple[int, int] | None:
    """What a noun of position is about: "concern [that ...]", "support [for ...]"; None where it has nothing."""
    for child in tree.parse.children(noun.i):
        if child.i < noun.i:
            continue
        if child.dep in _CLAUSES and tree.last[child.i] - tree.first[child.i] > 1:
            return tree.first[child.i], tree.last[child.i]
        if child.dep == "prep" and child.lower in _THEMES - {"by"} and tree.last[child.i] > child.i + 1:
            return child.i + 1, tree.last[child.i]
    return None


def _of_noun(tree: Tree, noun: Token) -> Draft | None:
    """ "The mayor's call for ...", "criticism by the union of ...", "his decision to ..."."""
    holder = tree.child(noun.i, "poss")
    themes: list[tuple[int, int]] = []
    for child in tree.parse.children(noun.i):
        if child.i < noun.i:
            continue
        inner = tree.child(child.i, "pobj")
        if child.dep in ("prep", "agent") and child.lower in _OWNERS and inner is not None and holder is None:
            holder = inner
        elif child.dep in _CLAUSES and tree.last[child.i] - tree.first[child.i] > 1:
            themes.append((tree.first[child.i], tree.last[child.i]))
        elif child.dep == "prep" and child.lower in _THEMES and tree.last[child.i] > child.i + 1:
            themes.append((child.i + 1, tree.last[child.i]))
    if not themes:
        return None
    return Draft((holder,) if holder is not None else (), (noun.i, noun.i + 1), (themes[0],), Sense.ATTITUDE)
