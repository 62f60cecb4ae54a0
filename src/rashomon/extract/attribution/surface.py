"""Attributions by the order of words alone, where the parse goes astray.

"..., said the head of the police, ..." and "..., the ministry said in a statement." are the two forms that news
reports use most, and long sentences in them are what the parser reads worst. Both show between marks: a comma or a
closing quotation mark, then cue and speaker, then a mark or words such as "in a statement", "on Sunday".
"""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import LISTENERS, SAYING_NOUNS, SPEAKER_NOUNS, VERBS, words
from rashomon.extract.attribution.naming import (
    COMMAS,
    ENDS,
    head_of,
    is_clause,
    name_begin,
    name_end,
    with_apposition,
    with_apposition_after,
)
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.said import parted
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Sentence, Token

_PARENTHETIC = words(
    """say tell add report announce state note explain write tweet post confirm claim reveal insist allege warn
    acknowledge continue go reiterate stress remark relate maintain argue believe estimate recall inform disclose
    declare assert suggest contend admit concede affirm testify recount conclude observe reply respond
    denounce lament complain assure affirm regret caution deny read"""
)
_BEGINNING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "CCONJ", "ADV"})  # of a speaker's name
_LONGEST_ASIDE = 16  # tokens
_DAYS = words("yesterday today tonight here monday tuesday wednesday thursday friday saturday sunday")
_INTRANSITIVE = words("say add write explain tweet note insist continue")
_MISREAD = words(
    "reports claims states estimates notes admits denounces denies warns affirms insists confirms says adds alleges"
)
_GOING_ON = words("leaving killing wounding injuring including and with when")
_AFTER_CUE = words(
    """in on at by via through late early earlier later last yesterday today monday tuesday wednesday thursday
    friday saturday sunday adding citing quoting without during after as from over but and while when before speaking"""
)


def surface_draft(tree: Tree, verb: Token) -> Draft | None:
    """The attribution that marks around the cue show; None where they show none."""
    if verb.tag == "NNS" and verb.lower in _MISREAD and verb.i > 0:
        return _plural_noun(tree, verb)
    pointed = verb.lemma == "point" and tree.child(verb.i, "prt") is not None
    if (
        (verb.lemma not in _PARENTHETIC and not pointed)
        or verb.tag not in ("VBD", "VBZ", "VBP", "VBN")
        or verb.pos == "NOUN"
        or _by_another(tree, verb)
    ):
        return None
    sentence = tree.parse.sentences[verb.sentence]
    named = _inverted(tree, verb, sentence) or _before(tree, verb, sentence)
    if named is None:
        return None
    (first, last), content, cue = named
    head = head_of(tree, first, last)
    if head is None or (verb.lemma == "read" and head.lemma not in SAYING_NOUNS):
        return None
    return Draft((head,), cue, content, VERBS.get(verb.lemma, Sense.SAYS), words=(first, last))


def _by_another(tree: Tree, verb: Token) -> bool:
    """True for "the blast, said by officials to have killed nine"."""
    following = tree.parse.tokens[verb.i + 1] if verb.i + 1 < len(tree.parse.tokens) else None
    return verb.tag == "VBN" and following is not None and following.lower == "by"


# The name, what was said, the cue; each as half-open token ranges.
_Found = tuple[tuple[int, int], tuple[tuple[int, int], ...], tuple[int, int]]


def _plural_noun(tree: Tree, noun: Token) -> Draft | None:
    """ "..., the Observatory reports." where the tagger takes the verb for a noun."""
    sentence = tree.parse.sentences[noun.sentence]
    before = tree.parse.tokens[noun.i - 1]
    if noun.i + 2 < sentence.last or not (before.pos == "PROPN" or before.lower in SPEAKER_NOUNS):
        return None
    named = _before(tree, noun, sentence)
    head = head_of(tree, *named[0]) if named is not None else None
    if named is None or head is None:
        return None
    return Draft((head,), named[2], named[1], Sense.SAYS, words=named[0])


def _inverted(tree: Tree, verb: Token, sentence: Sentence) -> _Found | None:
    """ "..., said the chief of police[, ...]"."""
    tokens = tree.parse.tokens
    at = verb.i
    if at - sentence.first < 2 or tokens[at - 1].text not in COMMAS or at + 1 >= sentence.last:
        return None
    begin = _after_time(tree, at + 1, sentence.last)
    if (
        begin >= sentence.last
        or tokens[begin].pos not in _BEGINNING
        or tokens[begin].lower in ("that", "it", "so", "this")
    ):
        return None
    if tokens[begin].pos == "CCONJ" and tokens[begin].lower not in ("both", "either"):
        return None
    last = name_end(tree, begin, sentence.last)
    if last < sentence.last and tokens[last].pos in ("VERB", "AUX"):
        return None  # "the spokesman, ..., said six people died": what follows is what was said
    if not _may_speak(tree, verb, begin, last):
        return None
    if not is_clause(tokens[sentence.first : at]):
        return _fronted(tree, verb, last, sentence)
    if any(t.pos in ("VERB", "AUX") and t.dep not in ("amod", "compound", "acl", "relcl") for t in tokens[begin:last]):
        return None
    content = [(sentence.first, at - 1 if tokens[at - 1].text == "," else at)]
    last = with_apposition_after(tree, begin, last, sentence.last)
    after = _resumed(tree, last, sentence)
    return (begin, last), (*content, *after), (at, at + 1)


def _after_time(tree: Tree, at: int, limit: int) -> int:
    """Past "yesterday" and "on Monday" in "..., declared yesterday the prosecutor", and the "out" of "pointed out"."""
    tokens = tree.parse.tokens
    begin = at + 1 if tokens[at].lower == "out" else at
    while begin + 1 < limit and (tokens[begin].lower in _DAYS or (begin > at and tokens[begin].ent == "DATE")):
        begin += 1
    return begin


def _fronted(tree: Tree, verb: Token, last: int, sentence: Sentence) -> _Found | None:
    """ "Hours later, said the army, rockets were fired": both sides of the cue; "Not here, said the army": one."""
    tokens = tree.parse.tokens
    if verb.lemma not in _INTRANSITIVE or not any(
        t.lower in SPEAKER_NOUNS or t.pos == "PROPN" for t in tokens[verb.i + 1 : last]
    ):
        return None
    content = [(sentence.first, verb.i - 1)]
    if (
        last < sentence.last
        and tokens[last].text == ","
        and is_clause(tokens[last + 1 : sentence.last])
        and tokens[last + 1].lower not in ("according", "who", "which", "adding")
    ):
        content.append((last + 1, sentence.last))
    return (_after_time(tree, verb.i + 1, last), last), tuple(content), (verb.i, verb.i + 1)


def _may_speak(tree: Tree, verb: Token, first: int, last: int) -> bool:
    """True where these words after the cue can be its subject; after a verb that takes an object they must speak."""
    head = head_of(tree, first, last)
    if head is None or verb.lemma == "tell":
        return False
    if verb.lemma == "read":  # '"...," read its statement'
        return head.lemma in SAYING_NOUNS
    before, clause = tree.child(verb.i, "nsubj"), tree.child(verb.i, "ccomp")
    if before is not None and before.i < verb.i and clause is not None and clause.i > verb.i:
        return False  # "the official, whom the agency cites, said a building was hit"
    if verb.lemma in _INTRANSITIVE:
        return head.ent not in ("DATE", "TIME", "CARDINAL") and head.lemma not in ("statement", "monday")
    return head.lower in SPEAKER_NOUNS or head.lemma in SPEAKER_NOUNS or head.ent in ("PERSON", "ORG", "NORP")


def _resumed(tree: Tree, last: int, sentence: Sentence) -> list[tuple[int, int]]:
    """The content that goes on after "..., said X, ...": a finite clause or a quotation, not an apposition."""
    tokens = tree.parse.tokens
    if last + 3 >= sentence.last or tokens[last].text not in (",", ":"):
        return []
    follows = tokens[last + 1]
    if follows.text in ('"', "“", "``", "''") or (tokens[last].text == ":" and follows.lower != "that"):
        return [(last + 1, sentence.last)]
    return [(last + 1, sentence.last)] if follows.lower in _GOING_ON else []


def _before(tree: Tree, verb: Token, sentence: Sentence) -> _Found | None:
    """ "..., the chief of police said[, on Sunday, in a statement]": the speaker between comma and cue."""
    tokens = tree.parse.tokens
    last = verb.i
    while last > sentence.first and tokens[last - 1].pos in ("ADV", "AUX") and tokens[last - 1].lower not in ("here",):
        last -= 1
    after = _after_cue(tree, verb, sentence)
    if after is None or tokens[last - 1].lower in ("that", "which", "who"):
        return None
    if last - 1 > sentence.first and tokens[last - 1].text == ",":
        last = _before_aside(tree, last - 1, sentence.first)  # "the chief, Ali Baz, said"
    first = name_begin(tree, last, sentence.first)
    if first < last and all(t.pos == "NUM" for t in tokens[first:last]) and tokens[first - 1].text == ",":
        first = name_begin(tree, first - 1, sentence.first)  # "Ali Baz, 34, said"
    for _ in range(2):
        first = with_apposition(tree, first, last, sentence.first)
    comma = first - 1
    as_they_say = comma > sentence.first and tokens[comma].lower == "as"
    if as_they_say:
        comma -= 1  # "..., as the ministry confirmed"
    if first == last or comma - sentence.first < 2 or tokens[comma].text not in COMMAS or tokens[comma].text == ")":
        return None
    said = tokens[sentence.first : comma]
    ends = after >= sentence.last - 1 and any(t.tag == "VBN" for t in said)  # then nothing but this can be said
    if not is_clause(said) and not ends:
        return None
    while tokens[first].lower in ("and", "but", "as") and first < last - 1:
        first += 1
    begin = next((i + 1 for i in range(comma - 1, sentence.first, -1) if tokens[i].text == ";"), sentence.first)
    begin = begin if is_clause(tokens[begin:comma]) else sentence.first
    content: list[tuple[int, int]] = [(begin, comma if tokens[comma].text == "," else comma + 1)]
    if tokens[after].text == "," and (as_they_say or _interrupts(tree, verb, sentence, after)):
        content.append((after + 1, sentence.last))
    return (first, last), tuple(content), (verb.i if tokens[last].text == "," else last, verb.i + 1)


def _before_aside(tree: Tree, comma: int, limit: int) -> int:
    """Where the name ends before an aside that ends at this comma: "a medic|, speaking by telephone, said"."""
    tokens = tree.parse.tokens
    opening = next((i for i in range(comma - 2, max(limit, comma - _LONGEST_ASIDE), -1) if tokens[i].text == ","), None)
    if opening is None or not (tokens[opening + 1].tag == "VBG" or tokens[opening + 1].lower in ("who", "which")):
        return comma
    return opening


def _after_cue(tree: Tree, verb: Token, sentence: Sentence) -> int | None:
    """The token after the cue where it shows that nothing said follows; None otherwise."""
    tokens = tree.parse.tokens
    at = verb.i + 1
    if verb.lemma == "go":
        if at >= sentence.last or tokens[at].lower != "on":
            return None
        at += 1
    if verb.lemma == "tell":
        # The parser may take the one who is told for the subject: "..., he told | Radio Valley".
        listener = tree.child(verb.i, "dobj", "dative", "iobj") or _subject_after(tree, verb)
        clause = tree.child(verb.i, "ccomp")
        if listener is None or listener.i < at or (clause is not None and clause.i > at):
            return None
        at = max(tree.last[listener.i], at + 1) if listener.lower not in LISTENERS else listener.i + 1
        at = min(at, sentence.last - 1)
        return at
    if at >= sentence.last:
        return at - 1
    if tokens[at].text in ENDS or tokens[at].lower in _AFTER_CUE:
        if tokens[at].text == ":" and sentence.last - at > 4:
            return None
        later = [c for c in tree.parse.children(verb.i) if c.dep == "ccomp" and c.i > at]
        later = [c for c in later if not parted(tree, at, c)]
        return None if later and tokens[at].text != "," else at
    return None


def _subject_after(tree: Tree, verb: Token) -> Token | None:
    subject = tree.child(verb.i, "nsubj")
    return subject if subject is not None and subject.i > verb.i else None


def _interrupts(tree: Tree, verb: Token, sentence: Sentence, at: int) -> bool:
    """True where the sentence goes on after "..., the army says, ..." with what the army says."""
    tokens = tree.parse.tokens
    if at + 3 >= sentence.last:
        return False
    follows = tokens[at + 1]
    if follows.lower in (
        "adding",
        "citing",
        "quoting",
        "but",
        "while",
        "though",
        "although",
        "after",
        "as",
        "in",
        "on",
    ):
        return False
    return follows.text in ('"', "“") or verb.dep in ("parataxis", "ccomp") or tree.last[verb.i] <= at + 1
