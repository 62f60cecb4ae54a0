"""What a verb reports: its clause, its object, the words before it, quotations beside it."""

from rashomon.extract.attribution.lexicon import (
    ADDRESSED,
    CLAUSE_ONLY,
    OBJECT_VERBS,
    SAYING_NOUNS,
    TOLL_OBJECTS,
    VERBS,
    words,
)
from rashomon.extract.attribution.naming import is_clause
from rashomon.extract.attribution.quotes import Quoted
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import SUBJECTS, Tree
from rashomon.extract.attribution.who import outer_subject
from rashomon.records import Token

_CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "prep", "dative", "pobj", "npadvmod", "xcomp", "acomp"})
_COUNTING = words("put record document register count tally list log revise raise lower update")
_RECORDING = words("record document register count tally")
_NEVER_OBJECT = CLAUSE_ONLY | {"tell"}
_FARTHEST_THAT = 16  # tokens after the cue
_OWN_DEEDS = words("claim deny condemn denounce blame accuse")
_SPEECH = 4  # words from which a quotation is speech, not a name
_CIRCUMSTANCES = words("as when while after before since because though although until")
_MOST_BEFORE = 4  # sentences that "this" may stand for
_GAP = 3  # characters between a sentence and the quotation that belongs to it


def content_of(tree: Tree, verb: Token, quoted: Quoted) -> list[tuple[int, int]]:
    """What the verb reports, as half-open token ranges in the order of the text; empty where it reports nothing."""
    parse = tree.parse
    clauses = [t for t in parse.children(verb.i) if t.dep in _CLAUSES and (t.dep != "xcomp" or t.i > verb.i)]
    if any(t.i < verb.i for t in clauses) and any(t.i > verb.i or t.dep == "dobj" for t in parse.children(verb.i)):
        clauses = _own_side(tree, verb, clauses, quoted)
    clauses = [t for t in clauses if t.i < verb.i or not (_of_statement(tree, t) or parted(tree, verb.i, t))]
    if any(t.i < verb.i for t in clauses):  # "..., he said, as the crowd left": the crowd is the report's own
        clauses = [t for t in clauses if t.i < verb.i or parse.tokens[tree.first[t.i]].lower not in _CIRCUMSTANCES]
    found = [clause_of(tree, verb, t) for t in clauses]
    found += _object(tree, verb) if found and verb.lemma == "put" else []  # 'put the dead at 31, "of whom ..."'
    found += _coordinated(tree, verb) if any(t.i > verb.i for t in clauses) else _that(tree, verb)
    quotes = _beside(tree, verb, quoted)
    if not found and (verb.lemma not in _NEVER_OBJECT or verb.lemma in _COUNTING):
        found += _object(tree, verb)
    if not found and not quotes:
        before = _before(tree, verb)
        found = [before] if before is not None else []
    return _joined(found + quotes)


def parted(tree: Tree, after: int, clause: Token) -> bool:
    """True where a semicolon stands before the clause: "..., the army said on Monday; | nine are in custody"."""
    return any(t.text == ";" for t in tree.parse.tokens[after : tree.first[clause.i] + 1])


def before_this(tree: Tree, verb: Token) -> list[tuple[int, int]]:
    """The sentences before "The mayor announced this", "This was reported by the mayor", "the mayor said so".

    As far back as the paragraph goes and nobody else is said to say them.
    """
    if VERBS.get(verb.lemma) is not Sense.SAYS:
        return []
    passive = tree.is_passive(verb)
    thing = tree.child(verb.i, "nsubjpass" if passive else "dobj")
    so = not passive and any(t.lower == "so" and t.i == verb.i + 1 for t in tree.parse.children(verb.i))
    if not so and (thing is None or thing.lower != "this" or tree.last[thing.i] - tree.first[thing.i] > 1):
        return []
    if passive and tree.agent(verb) is None:
        return []
    sentences, tokens = tree.parse.sentences, tree.parse.tokens
    own = sentences[verb.sentence]
    first = own.first
    for sentence in reversed(sentences[max(0, own.i - _MOST_BEFORE) : own.i]):
        spoken = any(t.pos == "VERB" and t.lemma in VERBS for t in tokens[sentence.first : sentence.last])
        if sentence.paragraph != own.paragraph or spoken:
            break
        first = sentence.first
    return [(first, own.first)] if first < own.first else []


def _of_statement(tree: Tree, clause: Token) -> bool:
    """True for "in a statement | that made no mention of it", which the parse takes for what was said."""
    subject = tree.child(clause.i, "nsubj", "nsubjpass")
    return subject is not None and subject.tag == "WDT" and tree.first[clause.i] == subject.i > clause.head


def _own_side(tree: Tree, verb: Token, clauses: list[Token], quoted: Quoted) -> list[Token]:
    """Without the clause before the cue in "The army said it fired; the group said it lost two": that is another's."""
    tokens = tree.parse.tokens
    after = [t for t in clauses if t.i > verb.i and tokens[tree.first[t.i]].lower not in _CIRCUMSTANCES]
    denied = next((t for t in tree.parse.children(verb.i) if t.dep == "dobj" and t.i > verb.i), None)
    if denied is None:  # "it admitted | to two dead"
        to = next(
            (t for t in tree.parse.children(verb.i) if t.lower == "to" and t.dep == "prep" and t.i > verb.i), None
        )
        denied = tree.child(to.i, "pobj") if to is not None else None
    front = _front(tree, verb)
    apart = front > 0 and tokens[front - 1].text in (";", "but", "while")
    owned = denied is not None and (denied.pos == "PRON" or tolls(tree, denied))
    if not after and not (owned and apart):
        return clauses
    return [
        t
        for t in clauses
        if t.i > verb.i or quoted.share(tokens[tree.first[t.i]].start, tokens[tree.last[t.i] - 1].end) > 0.5
    ]


def clause_of(tree: Tree, verb: Token, clause: Token) -> tuple[int, int]:
    """The clause without the words of cue and speaker, and without another's after "but" or "while"."""
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
        if outer_subject(tree, child) is not None:
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
        found = [(first, min(last, verb.i))] if first < min(last, verb.i) else []
        agent = tree.agent(verb)
        if verb.lemma in _COUNTING and agent is not None and agent.i > verb.i:  # "was raised to six by the army"
            found.append((verb.i + 1, max(tree.first[agent.head], verb.i + 1)))
        return found
    taken = _OBJECTS | {"advmod", "prt"} if verb.lemma in _COUNTING else _OBJECTS
    things = [t for t in parse.children(verb.i) if t.dep in taken and t.i > verb.i]
    object_ = next((t for t in things if t.dep in ("dobj", "attr", "oprd", "pobj")), None)
    if verb.lemma in _RECORDING:
        if object_ is None or not any(t.pos == "NUM" or tolls(tree, t) for t in parse.subtree(object_.i)):
            return []
    elif verb.lemma in _COUNTING:
        if object_ is None or not tolls(tree, object_):
            return []
    elif verb.lemma not in OBJECT_VERBS and (
        object_ is None or not tolls(tree, object_) or object_.lemma in SAYING_NOUNS
    ):
        return []
    if not things:
        return []
    first, last = min(tree.first[t.i] for t in things), max(tree.last[t.i] for t in things)
    if verb.lemma in _COUNTING:
        last = max(last, _counted_to(tree, verb))
    if verb.lemma in _OWN_DEEDS and object_ is not None:
        # "claimed a June bombing that killed 27": the twenty-seven are the report's own.
        told = next((t for t in tree.parse.subtree(object_.i) if t.dep == "relcl"), None)
        last = tree.first[told.i] if told is not None and tree.last[told.i] >= last - 1 else last
    return [(max(first, verb.i + 1), last)]


def _counted_to(tree: Tree, verb: Token) -> int:
    """The end of "put the toll at eight dead | and 25 wounded", whatever the parse makes of "wounded"."""
    last = verb.i + 1
    for child in tree.parse.children(verb.i):
        opening = tree.parse.tokens[tree.first[child.i]].lower
        if child.i > verb.i and (child.lemma in VERBS or opening in ("while", "but", "although", "whereas")):
            break
        last = max(last, tree.last[child.i])
    tokens, end = tree.parse.tokens, tree.parse.sentences[verb.sentence].last
    if last + 1 < end and tokens[last].text == "," and _part(tree, last + 1):
        last = end  # "counted 21 wounded, | six of them minors"
    while last > verb.i + 1 and tree.parse.tokens[last - 1].pos in ("PUNCT", "CCONJ"):
        last -= 1
    return last


def _part(tree: Tree, at: int) -> bool:
    """True where "six of them", "including", "among them" begins at this token."""
    words_ = [t.lower for t in tree.parse.tokens[at : at + 3]]
    return words_[0] in ("including", "among") or words_[1:] in (["of", "them"], ["of", "whom"])


def tolls(tree: Tree, noun: Token) -> bool:
    """True for words that may be a toll or what was attacked: "nine", "the dead", "the bombing"."""
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
    begin = next((i + 1 for i in range(front - 1, sentence.first, -1) if parse.tokens[i].text == ";"), sentence.first)
    if tree.child(verb.i, "nsubj") is None or not is_clause(parse.tokens[begin:front]):
        return None
    return begin, front


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
