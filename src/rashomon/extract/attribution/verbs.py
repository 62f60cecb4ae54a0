"""Attributions that a verb makes: "said", "told", "quoted ... as saying", "was blamed by"."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import VERBS, words
from rashomon.extract.attribution.naming import is_clause, name_before
from rashomon.extract.attribution.quotes import Quoted
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.said import before_this, clause_of, content_of, tolls
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.attribution.who import CITING, is_nobody, objects_of, quoted_as, sources_of
from rashomon.records import Token

_TOOK_THE_FLOOR = words("go appear take hold use issue call telephone phone")
_GIVING = words("give quote cite report announce provide release state claim offer publish put")
_CHECKING = words("confirm verify document corroborate")
_MODAL = words("would could should might may can will to")


def verb_draft(tree: Tree, verb: Token, quoted: Quoted) -> Draft | None:
    """What the verb attributes to whom; None where it reports nothing."""
    sense = VERBS.get(verb.lemma)
    if sense is None and verb.lemma in _GIVING:
        return _given_by(tree, verb)
    if sense is None or verb.pos not in ("VERB", "AUX") or _says_nothing(tree, verb) or _takes_lives(tree, verb):
        return None
    given = _given_by(tree, verb)
    if given is not None or verb.lemma in CITING:
        return given or _citing(tree, verb)
    content = before_this(tree, verb) or content_of(tree, verb, quoted)
    if not content:
        return None
    sources = sources_of(tree, verb)
    if verb.lemma == "claim" and tree.child(verb.i, "ccomp", "xcomp") is None:
        sense = Sense.CLAIMS  # "claimed the bombing", "claimed responsibility for it"
    named = None
    if not sources and not tree.is_passive(verb):
        named = name_before(tree, verb)
        sources = [] if named is None else [tree.parse.tokens[named[1] - 1]]
    if not sources:
        subject = tree.subject(verb)
        silent = subject is not None and is_nobody(tree, subject)
        if not tree.is_passive(verb) and not silent:
            return None
        sense = Sense.HEARSAY if silent else sense
        sense = Sense.HEARSAY if sense in (Sense.SAYS, Sense.BELIEVES, Sense.CLAIMS) else sense
    return Draft(tuple(sources), _cue(tree, verb), tuple(content), sense, named)


def _says_nothing(tree: Tree, verb: Token) -> bool:
    """True for an infinitive of purpose, a wish or a threat to speak: "to confirm the report", "will announce"."""
    if any(t.dep == "aux" and t.lower in _MODAL for t in tree.parse.children(verb.i)):
        if verb.lemma in ("say", "tell", "add", "respond") and tree.parse.tokens[verb.head].lemma in ("go", "continue"):
            return False
        if verb.dep == "advcl" and tree.parse.tokens[verb.head].lemma in _TOOK_THE_FLOOR:
            return False  # "went on television to declare"
        if verb.lemma in _CHECKING and (thing := tree.child(verb.i, "dobj")) is not None and tolls(tree, thing):
            return tree.child(verb.i, "neg") is not None  # "could confirm only nine deaths"
        return tree.child(verb.i, "ccomp") is None or (verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "acl"))
    return False


def _given_by(tree: Tree, verb: Token) -> Draft | None:
    """ "The 40 quoted by the villagers", "a toll of 33 given by a councillor": the figure is theirs."""
    figure = tree.parse.tokens[verb.head]
    agent = tree.agent(verb) if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in _GIVING else None
    counted = tolls(tree, figure) or figure.lemma in ("toll", "figure", "number", "count", "estimate")
    if agent is None or not counted or figure.i > verb.i:
        return None
    return Draft((agent,), (verb.i, verb.i + 1), ((tree.first[figure.i], verb.i),), Sense.COUNTS)


def _takes_lives(tree: Tree, verb: Token) -> bool:
    """True for the bomb that "claimed five lives"."""
    thing = tree.child(verb.i, "dobj")
    return verb.lemma == "claim" and thing is not None and thing.lemma in ("life", "victim")


def _cue(tree: Tree, verb: Token) -> tuple[int, int]:
    first = verb.i
    for child in tree.parse.children(verb.i):
        if child.dep in ("aux", "auxpass", "neg") and child.i < verb.i:
            first = min(first, child.i)
    if any(tree.parse.tokens[i].pos in ("NOUN", "PROPN", "PUNCT") for i in range(first, verb.i)):
        first = verb.i
    return first, verb.i + 1


def _citing(tree: Tree, verb: Token) -> Draft | None:
    """ "X cited ..." with no verb of saying beside it; with one, the citing verb only lends it a speaker."""
    parse = tree.parse
    saying = next((c for t in parse.children(verb.i) if t.lower == "as" and (c := tree.child(t.i, "pcomp"))), None)
    if saying is not None:
        return _quoted_before(tree, verb, saying)
    if verb.dep in ("acl", "relcl") or (verb.dep == "advcl" and parse.tokens[verb.head].lemma in VERBS):
        return None
    cited = objects_of(tree, verb)
    if not cited or tree.is_passive(verb):
        return None
    clause = _own_clause(tree, verb) if verb.dep in ("advcl", "prep") else None
    if clause is None or all(t.pos in ("PROPN", "DET", "PUNCT") for t in parse.tokens[clause[0] : clause[1]]):
        return None
    return Draft(tuple(cited), (verb.i, verb.i + 1), (clause,), Sense.CITES)


def _quoted_before(tree: Tree, verb: Token, saying: Token) -> Draft | None:
    """ "..., an agency quoted him as saying": the words before; with words after "saying", that verb has them."""
    parse = tree.parse
    if tree.child(saying.i, "ccomp", "dobj") is not None:
        return None
    clause = tree.child(verb.i, "ccomp")
    sources = quoted_as(tree, verb)
    if sources and clause is None and tree.is_passive(verb):  # "Six died, the mayor was quoted as saying"
        first, last = parse.sentences[verb.sentence].first, tree.first[sources[0].i]
        said = last - 1 > first and parse.tokens[last - 1].text == "," and is_clause(parse.tokens[first : last - 1])
        return Draft(tuple(sources), (verb.i, saying.i + 1), ((first, last - 1),), Sense.SAYS) if said else None
    if clause is None or clause.i > verb.i or not sources:
        return None
    return Draft(tuple(sources), (verb.i, saying.i + 1), (clause_of(tree, verb, clause),), Sense.SAYS)


def _own_clause(tree: Tree, verb: Token) -> tuple[int, int] | None:
    """The clause that a participle hangs on, up to it: "Ten died in the raid, citing medics"."""
    first, last = tree.edges([tree.parse.tokens[verb.head]])
    at = tree.first[verb.i]
    return (first, at) if first < at else (tree.last[verb.i], last) if tree.last[verb.i] < last else None
