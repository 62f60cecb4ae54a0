"""Who says what a verb reports: subjects, agents, and who was cited or passed it on."""

from rashomon.extract.attribution.lexicon import ADDRESSED, SPEAKER_NOUNS, VERBS
from rashomon.extract.attribution.naming import head_of, name_begin
from rashomon.extract.attribution.sources import relays
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Token

_ASIDE = 16  # tokens of the longest "citing ..." between a speaker and the cue
_NEAR = 8  # tokens after a speaker in which it says whom it cites
CITING = frozenset({"cite", "quote"})


def sources_of(tree: Tree, verb: Token) -> list[Token]:
    """Heads of the phrases of who says it, nearest to the fact first; empty where nobody is named."""
    parse = tree.parse
    if tree.is_passive(verb):
        if verb.lemma in ADDRESSED and tree.agent(verb) is None:
            return []
        agent = tree.agent(verb)
        return [agent, *_cited_by(tree, agent)] if agent is not None else []
    if verb.dep == "pcomp" and parse.tokens[verb.head].lower == "as":
        quoting = parse.tokens[parse.tokens[verb.head].head]
        if quoting.lemma in CITING or quoting.lemma in ("report", "describe"):
            return quoted_as(tree, quoting)
    subject = outer_subject(tree, verb) or _who_adds(tree, verb) or tree.subject(verb)
    if subject is not None and is_nobody(tree, subject):
        return []
    if subject is None:
        return _cited_before(tree, verb)
    if subject.lower == "it" and subject.dep == "nsubjpass":
        return []
    nearer = cited_beside(tree, verb)
    outer = citing_before(tree, verb, subject)
    if outer is not None:
        return [subject, outer]
    nearer += [
        cited
        for i in range(subject.i + 1, min(verb.i, subject.i + _NEAR))
        if parse.tokens[i].lemma in CITING and parse.tokens[i].tag == "VBG"
        for cited in objects_of(tree, parse.tokens[i])
    ]
    return [*nearer, subject, *_cited_by(tree, subject), *(relays(tree, verb) if verb.lemma == "tell" else [])]


def cited_beside(tree: Tree, verb: Token) -> list[Token]:
    """Whom the speaker cites, by words at the cue or after the speaker: "the agency, citing medics, said"."""
    parse = tree.parse
    nearer = [
        cited
        for t in parse.children(verb.i)
        if t.lemma in CITING and t.dep in ("advcl", "prep", "acl", "dep", "xcomp")
        for cited in objects_of(tree, t)
    ]
    nearer += _quoted_first(tree, verb)
    return nearer


def _cited_before(tree: Tree, verb: Token) -> list[Token]:
    """ "SANA, quoting medics, said ..." where the parse loses the agency: the medics, whose words they are."""
    tokens = tree.parse.tokens
    first = max(tree.parse.sentences[verb.sentence].first + 1, verb.i - _NEAR)
    for i in range(first, verb.i):
        if tokens[i].lower in ("citing", "quoting") and tokens[i - 1].text == ",":
            return objects_of(tree, tokens[i])
    return []


def citing_before(tree: Tree, verb: Token, subject: Token) -> Token | None:
    """The radio in "State radio, citing the governor, Ali Baz, gave ...", where the parse takes Baz for the subject."""
    tokens = tree.parse.tokens
    first = tree.parse.sentences[verb.sentence].first
    for i in range(max(first + 2, verb.i - _ASIDE), min(subject.i, verb.i)):
        if tokens[i].lower in ("citing", "quoting") and tokens[i - 1].text == ",":
            begin = name_begin(tree, i - 1, first)
            return head_of(tree, begin, i - 1) if begin < i - 1 else None
    return None


def _quoted_first(tree: Tree, verb: Token) -> list[Token]:
    """ "Quoting villagers, the paper said ..." where the parse takes the participle for an adjective."""
    tokens = tree.parse.tokens
    first = tree.parse.sentences[verb.sentence].first
    if tokens[first].lower not in ("quoting", "citing") or verb.dep != "ROOT" or tokens[first].dep == "advcl":
        return []
    comma = next((i for i in range(first + 1, min(first + 12, verb.i)) if tokens[i].text == ","), None)
    head = head_of(tree, first + 1, comma) if comma is not None else None
    return [head] if head is not None else []


def outer_subject(tree: Tree, verb: Token) -> Token | None:
    """Who speaks in "he said 27 people had died and | blamed the army", which the parse gives to the 27; None else."""
    tokens = tree.parse.tokens
    clause = tokens[verb.head]
    if verb.dep != "conj" or clause.dep != "ccomp" or tokens[clause.head].lemma not in VERBS:
        return None
    if tree.child(verb.i, "nsubj", "nsubjpass") is not None or verb.tag != tokens[clause.head].tag:
        return None
    inner = tree.child(clause.i, "nsubj", "nsubjpass")
    if (
        inner is None
        or inner.pos == "PRON"
        or inner.ent not in ("", "CARDINAL")
        or {inner.lower, inner.lemma} & SPEAKER_NOUNS
    ):
        return None
    return tree.subject(tokens[clause.head])


def _who_adds(tree: Tree, verb: Token) -> Token | None:
    """The army in "The army said three bridges were hit, adding that ...", which the parse gives to the bridges."""
    tokens = tree.parse.tokens
    if verb.tag != "VBG" or verb.dep != "advcl" or tokens[tree.first[verb.i] - 1].text != "," or verb.i == 0:
        return None
    at = tokens[verb.head]
    while at.dep in ("ccomp", "conj", "advcl") and at.head != at.i:
        above = tokens[at.head]
        if at.dep == "ccomp" and above.lemma in VERBS and above.i < at.i:
            return tree.subject(above)
        at = above
    return None


def is_nobody(tree: Tree, subject: Token) -> bool:
    """True for "no group", "nobody": that no one says it is not what somebody says."""
    return subject.lower in ("nobody", "none") or any(
        t.lower in ("no", "neither") and t.dep == "det" for t in tree.parse.children(subject.i)
    )


def objects_of(tree: Tree, verb: Token) -> list[Token]:
    """The verb's object, as a list of one or none."""
    return [t for t in tree.parse.children(verb.i) if t.dep in ("dobj", "pobj", "attr")][:1]


def quoted_as(tree: Tree, quoting: Token) -> list[Token]:
    """ "AP quoted X as saying", "X was quoted by AP as saying": X, then AP."""
    if tree.is_passive(quoting):
        said = tree.subject(quoting)
        by = tree.agent(quoting)
    else:
        said = next(iter(objects_of(tree, quoting)), None)
        by = tree.subject(quoting)
    return [t for t in (said, by) if t is not None]


def _cited_by(tree: Tree, source: Token) -> list[Token]:
    """Who passed a speaker's words on, by the words that stand at the speaker: "a source cited by AP"."""
    for child in tree.parse.children(source.i):
        if child.lemma in ("cite", "quote") and child.dep in ("acl", "relcl"):
            if child.tag == "VBN":
                agent = tree.agent(child)
                return [agent] if agent is not None else []
            by = tree.child(child.i, "nsubj")
            return [by] if by is not None and by.lower not in ("who", "which", "that") else []
        if child.lemma == "speak" and child.tag == "VBG":
            return [
                t
                for to in tree.parse.children(child.i)
                if to.lower == "to"
                for t in tree.parse.children(to.i)
                if t.dep == "pobj" and t.pos == "PROPN"
            ]
    return []
