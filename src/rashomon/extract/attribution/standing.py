"""Attributions by other words than those of saying: "is certain that", "the elders' list has", "... (police)"."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import PERSON_NOUNS, SPEAKER_NOUNS, words
from rashomon.extract.attribution.naming import is_clause, name_before
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.said import tolls
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Token

_SURE = words("certain sure convinced confident adamant positive sceptical skeptical doubtful")
_PAPERS = words(
    """record list register data datum figure document log ledger statistic database tally count note file survey
    tracker table chart map"""
)
_SHOWING = words("show indicate suggest name contain mention have list give hold")
_TENDING = words("treat receive admit take evacuate bring register move transport care")
_FINDING = words("find recover retrieve collect gather remove discover lift take bring count see exhume dig")
_FINDERS = words(
    """commission commissions monitors verifiers observers inspectors investigators volunteers charity helmets rescuers
    team teams mission missions panel delegation experts researchers paramedics firefighters"""
)
_TENDERS = words(
    """hospital hospitals clinic clinics doctors medics surgeons borders msf cross crescent icrc morgue mortuary
    infirmary"""
)
_FIGURING = words(
    "see count give record list report boast own admit claim confirm log register tally have document number"
)
_OWNING = words("have number")  # "has 16 confirmed deaths": only of those who count
_LEADING = words(
    """of up to at least about some around nearly almost more than over as many only just having a an the killed lost
    wounded"""
)
_HARMED = words("dead killed wounded injured bodies corpses deaths victims casualties slain fatalities hurt missing")
_NOUNS = 3  # tokens between a figure and the word for harm: "40 Russian soldiers killed"
_FARTHEST = 60  # tokens before a bracket that it speaks of
_LONGEST_NAME = 5  # tokens in brackets


def standing_draft(tree: Tree, token: Token) -> Draft | None:
    """What this word attributes to whom without any saying; None where it attributes nothing."""
    if token.text == "(":
        return _in_brackets(tree, token)
    if token.lemma in _SURE and token.pos == "ADJ":
        return _sure(tree, token)
    if token.lemma == "doubt" and token.pos == "NOUN":
        return _no_doubt(tree, token)
    if token.lemma in _SHOWING and token.pos == "VERB":
        shown = _shown(tree, token)
        if shown is not None:
            return shown
    if token.lemma in _TENDING | _FINDING and token.pos == "VERB":
        tended = _tended(tree, token)
        if tended is not None:
            return tended
    finite = token.tag in ("VBD", "VBZ", "VBP") or token.lemma == "boast"
    if token.lemma in _FIGURING and token.pos == "VERB" and finite:
        return _figured(tree, token)
    return None


def _figured(tree: Tree, verb: Token) -> Draft | None:
    """ "The helmets counted 23 dead", "the rebels boasted of 40 soldiers killed": a figure right after the verb."""
    tokens = tree.parse.tokens
    limit = tree.parse.sentences[verb.sentence].last
    at = verb.i + 1
    while at < limit and tokens[at].lower in _LEADING:
        at += 1
    if at >= limit or tokens[at].pos != "NUM":
        return None
    ahead = [t.lower in _HARMED for t in tokens[verb.i + 1 : min(at + 2 + _NOUNS, limit)]]
    subject = tree.subject(verb)
    name = name_before(tree, verb) if subject is None or subject.i > verb.i else None
    if not any(ahead) or (subject is None and name is None):
        return None
    if name is not None:
        subject = tokens[name[1] - 1]
    if subject is not None and verb.lemma == "see" and not (subject.ent == "PERSON" or subject.lemma in PERSON_NOUNS):
        return None  # "Tuesday saw nine killed"
    if subject is None or (verb.lemma in _OWNING and not (subject.ent == "ORG" or _office(subject))):
        return None
    end = next((t.i for t in tokens[at:limit] if t.text in ";." or t.lower in ("but", "while")), limit)
    return Draft((subject,), (verb.i, verb.i + 1), ((verb.i + 1, end),), Sense.COUNTS, name)


def _office(noun: Token) -> bool:
    return noun.lower in SPEAKER_NOUNS or noun.lemma in SPEAKER_NOUNS


def _sure(tree: Tree, adjective: Token) -> Draft | None:
    """ "The mayor is certain that nine died"."""
    verb = tree.parse.tokens[adjective.head]
    clause = tree.child(adjective.i, "ccomp")
    holder = tree.child(verb.i, "nsubj")
    if clause is None or holder is None or clause.i < adjective.i or verb.lemma not in ("be", "seem", "sound"):
        return None
    content = (tree.first[clause.i], tree.last[clause.i])
    return Draft((holder,), (adjective.i, adjective.i + 1), (content,), Sense.BELIEVES)


def _no_doubt(tree: Tree, noun: Token) -> Draft | None:
    """ "The mayor has no doubt that nine died"."""
    verb = tree.parse.tokens[noun.head]
    clause = tree.child(noun.i, "acl", "ccomp")
    holder = tree.child(verb.i, "nsubj")
    denied = any(t.lower == "no" for t in tree.parse.children(noun.i))
    if clause is None or holder is None or not denied or verb.lemma != "have" or clause.i < noun.i:
        return None
    content = (tree.first[clause.i], tree.last[clause.i])
    return Draft((holder,), (noun.i, noun.i + 1), (content,), Sense.BELIEVES)


def _shown(tree: Tree, verb: Token) -> Draft | None:
    """ "Hospital records show nine dead", "the elders' list has nine names"."""
    paper, thing = tree.child(verb.i, "nsubj"), tree.child(verb.i, "dobj")
    if verb.lemma == "have" and thing is not None and thing.lemma in _PAPERS and paper is not None:
        return _kept(tree, verb, paper, thing)
    if paper is None or thing is None or paper.lemma not in _PAPERS or not tolls(tree, thing):
        return None
    if paper.i > verb.i or thing.i < verb.i:
        return None
    content = (tree.first[thing.i], tree.last[thing.i])
    return Draft((paper,), (verb.i, verb.i + 1), (content,), Sense.COUNTS)


def _kept(tree: Tree, verb: Token, owner: Token, paper: Token) -> Draft | None:
    """ "The foundation has a list of 30 names": whose list it is."""
    of = next((t for t in tree.parse.children(paper.i) if t.lower == "of" and t.i > paper.i), None)
    counted = tree.child(of.i, "pobj") if of is not None else None
    if counted is None or not tolls(tree, counted) or not owner.i < verb.i < paper.i or owner.pos == "PRON":
        return None
    return Draft((owner,), (verb.i, verb.i + 1), ((tree.first[paper.i], tree.last[paper.i]),), Sense.COUNTS)


def _tended(tree: Tree, verb: Token) -> Draft | None:
    """ "The clinic treated 12 people", "monitors found nine bodies": whoever had them counts them."""
    who, thing = tree.child(verb.i, "nsubj"), tree.child(verb.i, "dobj")
    if thing is not None and thing.lower == "care":  # "took care of 21 wounded"
        of = tree.child(thing.i, "prep")
        thing = tree.child(of.i, "pobj") if of is not None else None
    elif verb.lemma in ("take", "bring") and not any(t.lower == "in" for t in tree.parse.children(verb.i)):
        return None
    if who is None or thing is None or not who.i < verb.i < thing.i or not tolls(tree, thing):
        return None
    own = {t.lower for t in tree.parse.children(who.i) if t.dep in ("compound", "amod")} | {who.lower}
    named = {t.lower for t in tree.parse.tokens[tree.first[who.i] : tree.last[who.i]]}
    tends = verb.lemma in _TENDING and named & _TENDERS
    finds = verb.lemma in _FINDING and (own & _FINDERS or named & _TENDERS)
    if not (tends or (finds and any(t.lower in _HARMED for t in tree.parse.subtree(thing.i)))):
        return None
    content = (tree.first[thing.i], tree.last[verb.i])
    return Draft((who,), (verb.i, verb.i + 1), (content,), Sense.COUNTS)


def _in_brackets(tree: Tree, opening: Token) -> Draft | None:
    """ "Nine people were killed (police)": the words before, back to the last bracket."""
    tokens = tree.parse.tokens
    sentence = tree.parse.sentences[opening.sentence]
    limit = min(opening.i + _LONGEST_NAME + 2, sentence.last)
    closing = next((i for i in range(opening.i + 2, limit) if tokens[i].text == ")"), None)
    if closing is None:
        return None
    name = tokens[opening.i + 1 : closing]
    last = name[-1]
    speaks = last.lower in SPEAKER_NOUNS or last.lemma in SPEAKER_NOUNS | PERSON_NOUNS
    if not speaks or last.pos not in ("NOUN", "PROPN") or any(t.pos in ("VERB", "AUX", "NUM", "PUNCT") for t in name):
        return None
    start = max(sentence.first, opening.i - _FARTHEST)
    first = next((i + 1 for i in range(opening.i - 1, start - 1, -1) if tokens[i].text in (")", ";", ":")), start)
    if not is_clause(tokens[first : opening.i]):
        return None
    span = (opening.i + 1, closing)
    return Draft((last,), (opening.i, opening.i + 1), ((first, opening.i),), Sense.SAYS, words=span)
