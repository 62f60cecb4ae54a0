"""Attributions that a verb makes: "said", "told", "quoted ... as saying", "was blamed by"."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import (
    ADDRESSED,
    CLAUSE_ONLY,
    OBJECT_VERBS,
    SAYING_NOUNS,
    SPEAKER_NOUNS,
    TOLL_OBJECTS,
    VERBS,
    words,
)
from rashomon.extract.attribution.quotes import Quoted
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.sources import relays
from rashomon.extract.attribution.surface import name_before
from rashomon.extract.attribution.tree import SUBJECTS, Tree
from rashomon.records import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "prep", "dative", "pobj", "npadvmod", "xcomp", "acomp"})
_CITING = frozenset({"cite", "quote"})
_COUNTING = words("put record document register count tally list log revise raise lower update")
_RECORDING = words("record document register count tally")
_NEVER_OBJECT = CLAUSE_ONLY | {"tell"}
_FARTHEST_THAT = 16  # tokens after the cue
_OWN_DEEDS = words("claim deny condemn denounce blame accuse")
_TOOK_THE_FLOOR = words("go appear take hold use issue call telephone phone")
_SPEECH = 4  # words from which a quotation is speech, not a name
_CIRCUMSTANCES = words("as when while after before since because though although until")
_GAP = 3  # characters between a sentence and the quotation that belongs to it
_MODAL = words("would could should might may can will to")


def verb_draft(tree: Tree, verb: Token, quoted: Quoted) -> Draft | None:
    """What the verb attributes to whom; None where it reports nothing."""
    sense = VERBS.get(verb.lemma)
    if sense is None or verb.pos not in ("VERB", "AUX") or _says_nothing(tree, verb):
        return None
    if verb.lemma in _CITING:
        return _citing(tree, verb)
    content = _content(tree, verb, quoted)
    if not content:
        return None
    sources = _sources(tree, verb)
    if verb.lemma == "claim" and tree.child(verb.i, "ccomp", "xcomp") is None:
        sense = Sense.CLAIMS  # "claimed the bombing", "claimed responsibility for it"
    named = None
    if not sources and not tree.is_passive(verb):
        named = name_before(tree, verb)
        sources = [] if named is None else [tree.parse.tokens[named[1] - 1]]
    if not sources:
        subject = tree.subject(verb)
        silent = subject is not None and _nobody(tree, subject)
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
        return tree.child(verb.i, "ccomp") is None or (verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "acl"))
    return False


def _cue(tree: Tree, verb: Token) -> tuple[int, int]:
    first = verb.i
    for child in tree.parse.children(verb.i):
        if child.dep in ("aux", "auxpass", "neg") and child.i < verb.i:
            first = min(first, child.i)
    if any(tree.parse.tokens[i].pos in ("NOUN", "PROPN", "PUNCT") for i in range(first, verb.i)):
        first = verb.i
    return first, verb.i + 1


# ---------------------------------------------------------------- who


def _sources(tree: Tree, verb: Token) -> list[Token]:
    parse = tree.parse
    if tree.is_passive(verb):
        if verb.lemma in ADDRESSED and tree.agent(verb) is None:
            return []
        agent = tree.agent(verb)
        return [agent, *_cited_by(tree, agent)] if agent is not None else []
    if verb.dep == "pcomp" and parse.tokens[verb.head].lower == "as":
        quoting = parse.tokens[parse.tokens[verb.head].head]
        if quoting.lemma in _CITING or quoting.lemma in ("report", "describe"):
            return _quoted_as(tree, quoting)
    subject = _outer(tree, verb) or tree.subject(verb)
    if subject is not None and _nobody(tree, subject):
        return []
    if subject is None or (subject.lower == "it" and subject.dep == "nsubjpass"):
        return []
    nearer = [
        cited
        for t in parse.children(verb.i)
        if t.lemma in _CITING and t.dep in ("advcl", "prep", "acl", "dep")
        for cited in _objects(tree, t)
    ]
    nearer += [
        cited for t in parse.children(subject.i) if t.lemma in _CITING and t.tag == "VBG" for cited in _objects(tree, t)
    ]
    return [*nearer, subject, *_cited_by(tree, subject), *(relays(tree, verb) if verb.lemma == "tell" else [])]


def _outer(tree: Tree, verb: Token) -> Token | None:
    """Who speaks in "he said 27 people had died and | blamed the army", which the parse gives to the 27; None else."""
    tokens = tree.parse.tokens
    clause = tokens[verb.head]
    if verb.dep != "conj" or clause.dep != "ccomp" or tokens[clause.head].lemma not in VERBS:
        return None
    if tree.child(verb.i, "nsubj", "nsubjpass") is not None or verb.tag != tokens[clause.head].tag:
        return None
    inner = tree.child(clause.i, "nsubj", "nsubjpass")
    if inner is None or inner.pos == "PRON" or inner.ent or {inner.lower, inner.lemma} & SPEAKER_NOUNS:
        return None
    return tree.subject(tokens[clause.head])


def _nobody(tree: Tree, subject: Token) -> bool:
    """True for "no group", "nobody": that no one says it is not what somebody says."""
    return subject.lower in ("nobody", "none") or any(
        t.lower in ("no", "neither") and t.dep == "det" for t in tree.parse.children(subject.i)
    )


def _objects(tree: Tree, verb: Token) -> list[Token]:
    return [t for t in tree.parse.children(verb.i) if t.dep in ("dobj", "pobj", "attr")][:1]


def _quoted_as(tree: Tree, quoting: Token) -> list[Token]:
    """ "AP quoted X as saying", "X was quoted by AP as saying": X, then AP."""
    if tree.is_passive(quoting):
        said = tree.subject(quoting)
        by = tree.agent(quoting)
    else:
        said = next(iter(_objects(tree, quoting)), None)
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


def _citing(tree: Tree, verb: Token) -> Draft | None:
    """ "X cited ..." with no verb of saying beside it; with one, the citing verb only lends it a speaker."""
    parse = tree.parse
    saying = next((c for t in parse.children(verb.i) if t.lower == "as" and (c := tree.child(t.i, "pcomp"))), None)
    if saying is not None:
        return _quoted_before(tree, verb, saying)
    if verb.dep in ("acl", "relcl") or (verb.dep == "advcl" and parse.tokens[verb.head].lemma in VERBS):
        return None
    cited = _objects(tree, verb)
    if not cited or tree.is_passive(verb):
        return None
    clause = _own_clause(tree, verb) if verb.dep in ("advcl", "prep") else None
    if clause is None:
        return None
    return Draft(tuple(cited), (verb.i, verb.i + 1), (clause,), Sense.CITES)


def _quoted_before(tree: Tree, verb: Token, saying: Token) -> Draft | None:
    """ "..., an agency quoted him as saying": the words before; with words after "saying", that verb has them."""
    if tree.child(saying.i, "ccomp", "dobj") is not None:
        return None
    clause = tree.child(verb.i, "ccomp")
    sources = _quoted_as(tree, verb)
    if clause is None or clause.i > verb.i or not sources:
        return None
    return Draft(tuple(sources), (verb.i, saying.i + 1), (_clause(tree, verb, clause),), Sense.SAYS)


def _own_clause(tree: Tree, verb: Token) -> tuple[int, int] | None:
    """The clause that a participle hangs on, up to it: "Ten died in the raid, citing medics"."""
    first, last = tree.edges([tree.parse.tokens[verb.head]])
    at = tree.first[verb.i]
    return (first, at) if first < at else (tree.last[verb.i], last) if tree.last[verb.i] < last else None


# ---------------------------------------------------------------- what


def _content(tree: Tree, verb: Token, quoted: Quoted) -> list[tuple[int, int]]:
    parse = tree.parse
    clauses = [t for t in parse.children(verb.i) if t.dep in _CLAUSES and (t.dep != "xcomp" or t.i > verb.i)]
    if any(t.i < verb.i for t in clauses) and any(t.i > verb.i or t.dep == "dobj" for t in parse.children(verb.i)):
        clauses = _own_side(tree, verb, clauses, quoted)
    if any(t.i < verb.i for t in clauses):  # "..., he said, as the crowd left": the crowd is the report's own
        clauses = [t for t in clauses if t.i < verb.i or parse.tokens[tree.first[t.i]].lower not in _CIRCUMSTANCES]
    found = [_clause(tree, verb, t) for t in clauses]
    found += _coordinated(tree, verb) if any(t.i > verb.i for t in clauses) else _that(tree, verb)
    quotes = _beside(tree, verb, quoted)
    if not found and (verb.lemma not in _NEVER_OBJECT or verb.lemma in _COUNTING):
        found += _object(tree, verb)
    if not found and not quotes:
        before = _before(tree, verb)
        found = [before] if before is not None else []
    return _joined(found + quotes)


def _own_side(tree: Tree, verb: Token, clauses: list[Token], quoted: Quoted) -> list[Token]:
    """Without the clause before the cue in "The army said it fired; the group said it lost two": that is another's."""
    tokens = tree.parse.tokens
    after = [t for t in clauses if t.i > verb.i and tokens[tree.first[t.i]].lower not in _CIRCUMSTANCES]
    denied = next((t for t in tree.parse.children(verb.i) if t.dep == "dobj" and t.i > verb.i), None)
    front = _front(tree, verb)
    parted = front > 0 and tokens[front - 1].text in (";", "but", "while")
    if not after and not (denied is not None and denied.pos == "PRON" and parted):
        return clauses
    return [
        t
        for t in clauses
        if t.i > verb.i or quoted.share(tokens[tree.first[t.i]].start, tokens[tree.last[t.i] - 1].end) > 0.5
    ]


def _clause(tree: Tree, verb: Token, clause: Token) -> tuple[int, int]:
    first, last = tree.edges([clause])
    if clause.i > verb.i:
        return max(first, verb.i + 1), _before_another(tree, clause, last)
    return first, min(last, _front(tree, verb))


def _coordinated(tree: Tree, verb: Token) -> list[tuple[int, int]]:
    """The second clause of "said it was a bomb and one man died", which the parse hangs on the verb of saying."""
    tokens = tree.parse.tokens
    found = []
    for child in tree.parse.children(verb.i):
        first = tree.first[child.i]
        if child.dep != "conj" or child.i < verb.i or child.lemma in VERBS or first < 2:
            continue
        joined = tokens[first - 1].lower == "and" and tokens[first - 2].text != ","
        marked = tokens[first].lower == "that"
        if (joined and tree.child(child.i, "nsubj", "nsubjpass") is not None) or marked:
            found.append((first, tree.last[child.i]))
    return found


def _that(tree: Tree, verb: Token) -> list[tuple[int, int]]:
    """The words after "that" where the parse gives no clause: "told the agency on condition of anonymity that ..."."""
    tokens = tree.parse.tokens
    sentence = tree.parse.sentences[verb.sentence]
    for i in range(verb.i + 1, min(verb.i + _FARTHEST_THAT, sentence.last - 2)):
        if tokens[i].lower == "that" and tokens[i].dep == "mark":
            governor = tokens[tokens[i].head]
            return [(i, max(tree.last[governor.i], i + 2))]
        if tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") or tokens[i].text in (":", ";", '"'):
            break
    return []


def _before_another(tree: Tree, clause: Token, last: int) -> int:
    """Where "officials say 21 died | but residents insist 30 did" goes over to another speaker."""
    tokens = tree.parse.tokens
    for child in tree.parse.children(clause.i):
        if child.i < clause.i or child.dep not in ("conj", "advcl") or child.lemma not in VERBS:
            continue
        if _outer(tree, child) is not None:
            return min(last, tree.first[child.i] - 1)
        if VERBS[child.lemma] not in (Sense.SAYS, Sense.COUNTS) or tree.child(child.i, "nsubj") is None:
            continue
        start = tree.first[child.i]
        marked = tokens[start].lower in ("while", "whereas", "although", "though")
        if marked or tokens[start - 1].lower == "but":
            return min(last, start if marked else start - 1)
    return last


def _front(tree: Tree, verb: Token) -> int:
    """Where the words "..., the source told" begin: the leftmost token of cue and subject."""
    front = verb.i
    for child in tree.parse.children(verb.i):
        if child.i < verb.i and child.dep in SUBJECTS | {"aux", "advmod", "neg", "auxpass"}:
            front = min(front, tree.first[child.i])
    return front


def _object(tree: Tree, verb: Token) -> list[tuple[int, int]]:
    parse = tree.parse
    if tree.is_passive(verb):
        subject = tree.subject(verb)
        if subject is None or verb.lemma in ADDRESSED or subject.pos == "PRON":
            return []
        first, last = tree.edges([subject])
        return [(first, min(last, verb.i))] if first < min(last, verb.i) else []
    taken = _OBJECTS | {"advmod", "prt"} if verb.lemma in _COUNTING else _OBJECTS
    things = [t for t in parse.children(verb.i) if t.dep in taken and t.i > verb.i]
    object_ = next((t for t in things if t.dep in ("dobj", "attr", "oprd", "pobj")), None)
    if verb.lemma in _RECORDING:
        if object_ is None or not any(t.pos == "NUM" or _tolls(tree, t) for t in parse.subtree(object_.i)):
            return []
    elif verb.lemma in _COUNTING:
        if object_ is None or not _tolls(tree, object_):
            return []
    elif verb.lemma not in OBJECT_VERBS and (
        object_ is None or not _tolls(tree, object_) or object_.lemma in SAYING_NOUNS
    ):
        return []
    if not things:
        return []
    first, last = min(tree.first[t.i] for t in things), max(tree.last[t.i] for t in things)
    if verb.lemma in _OWN_DEEDS and object_ is not None:
        # "claimed a June bombing that killed 27": the twenty-seven are the report's own.
        told = next((t for t in tree.parse.subtree(object_.i) if t.dep == "relcl"), None)
        last = tree.first[told.i] if told is not None and tree.last[told.i] >= last - 1 else last
    return [(max(first, verb.i + 1), last)]


def _tolls(tree: Tree, noun: Token) -> bool:
    return (
        noun.lemma in TOLL_OBJECTS
        or noun.lower == "it"
        or noun.pos == "NUM"
        or noun.ent == "CARDINAL"
        or any(t.dep == "nummod" or t.ent == "CARDINAL" for t in tree.parse.children(noun.i))
    )


def _before(tree: Tree, verb: Token) -> tuple[int, int] | None:
    """The words before "..., the army says, ..." or "..., says the army" where the parse gives no clause.

    A cue set off by a comma speaks of the clause that it interrupts: from the clause's beginning, and after the cue's
    second comma to the clause's end.
    """
    parse = tree.parse
    if verb.dep == "parataxis" or (verb.dep == "ccomp" and verb.i > verb.head):
        first, last = tree.edges([parse.tokens[verb.head]])
        inner_first, inner_last = tree.first[verb.i], tree.last[verb.i]
        if inner_first - first >= 2:
            return first, inner_first if inner_last >= last - 1 else last
    sentence = parse.sentences[verb.sentence]
    front = _front(tree, verb)
    if verb.dep in ("relcl", "acl", "advcl") or front - sentence.first < 3:
        return None
    if parse.tokens[front - 1].text not in (",", '"', "”", "''", "'", "’", "—", "–"):
        return None
    after = tree.child(verb.i, "nsubj")
    if after is None:
        return None
    return sentence.first, front


def _beside(tree: Tree, verb: Token, quoted: Quoted) -> list[tuple[int, int]]:
    """Quotations that stand beside the cue in its sentence: before "he said", after "he said:"."""
    parse = tree.parse
    sentence = parse.sentences[verb.sentence]
    if quoted.at(parse.tokens[verb.i].start) is not None:
        return []
    if verb.lemma not in VERBS or VERBS[verb.lemma] not in (Sense.SAYS, Sense.CALLS, Sense.BELIEVES, Sense.ASKS):
        return []
    found = []
    front = _front(tree, verb)
    for quotation in quoted.within(sentence.start - _GAP, sentence.end + _GAP):
        tokens = parse.tokens_in(quotation.start, quotation.end)
        if sum(t.text.isalnum() for t in tokens) < _SPEECH:
            continue
        if quotation.end <= sentence.start:  # "..." | he asked.
            near = front - sentence.first <= 1 and tree.child(verb.i, "ccomp", "xcomp", "dobj") is None
        elif quotation.start >= sentence.end:  # He wrote: | "..."
            near = parse.tokens[sentence.last - 1].text in (":", ",") and _follows(tree, verb, tokens[0].i)
        elif tokens[-1].i < verb.i:
            near = tokens[-1].i >= front - 2 and not any(
                c.dep == "ccomp" and c.i > verb.i for c in parse.children(verb.i)
            )
        else:
            near = _follows(tree, verb, tokens[0].i)
        if near:
            found.append((tokens[0].i, tokens[-1].i + 1))
    return found


def _follows(tree: Tree, verb: Token, at: int) -> bool:
    """True where nothing but the subject, an addressee or marks stands between the cue and token `at`."""
    between = tree.parse.tokens[verb.i + 1 : at]
    if len(between) > 25:
        return False
    subject = tree.child(verb.i, "nsubj")
    last = tree.last[subject.i] if subject is not None and subject.i > verb.i else verb.i + 1
    return all(
        t.pos in ("PUNCT", "ADV", "ADP", "PROPN", "NOUN", "DET", "ADJ", "PRON", "PART") or t.i < last for t in between
    )


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, overlapping and touching ones as one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(r for r in ranges if r[0] < r[1]):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined
