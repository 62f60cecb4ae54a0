"""Attributions without a verb of saying: "according to", "by the ministry's count", "Police: two killed"."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import CLAIM_NOUNS, PERSON_NOUNS, SAYING_NOUNS, SPEAKER_NOUNS, VERBS, words
from rashomon.extract.attribution.naming import is_clause, with_apposition_after
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Layout, Parse, Sentence, Token

_BY_NOUNS = words(
    """count tally account accounts figures figure data estimate estimates reckoning version word own admission
    telling description"""
)
_IN_NOUNS = words("account version words estimate telling view opinion")
_SPOKEN_BY = words("official local police military army hospital medical independent unofficial most all some")
_HEARING = words("learn hear gather understand")
_LONGEST_NAME = 7  # tokens before or after a headline's colon


def phrase_draft(tree: Tree, token: Token) -> Draft | None:
    """What "according to X", "per X", "by X's count" or "X's claim that" at this token attributes; None elsewhere."""
    parse = tree.parse
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if token.lower == "according" and following is not None and following.lower == "to":
        named = tree.child(following.i, "pobj") or tree.child(token.i, "pobj")
        return _around(tree, token, named, (token.i, token.i + 2))
    if token.lower == "per" and token.dep == "prep":
        named = tree.child(token.i, "pobj")
        if named is not None and (named.lemma in SPEAKER_NOUNS or named.pos == "PROPN"):
            return _around(tree, token, named, (token.i, token.i + 1))
    if token.tag == "VBN" and token.lemma in VERBS and parse.tokens[max(token.i - 1, 0)].lower == "as":
        named = tree.agent(token)
        return _around(tree, token, named, (token.i - 1, token.i + 1)) if named is not None else None
    if token.lower in ("by", "in") and token.dep in ("prep", "agent"):
        noun = tree.child(token.i, "pobj")
        if noun is not None and noun.lower in (_BY_NOUNS if token.lower == "by" else _IN_NOUNS):
            named = tree.child(noun.i, "poss") or next(
                (t for of in parse.children(noun.i) if of.lower == "of" for t in parse.children(of.i)), None
            )
            if named is not None and named.pos == "PRON":
                named = _owner_in_clause(tree, token) or named
            if named is None and any(t.dep == "amod" and t.lower in _SPOKEN_BY for t in parse.children(noun.i)):
                named = noun  # "by official accounts"
            return _around(tree, token, named, (token.i, noun.i + 1))
    if token.lemma in CLAIM_NOUNS and token.pos == "NOUN":
        return _claim_noun(tree, token)
    return _learned_from(tree, token) if token.lemma in _HEARING and token.tag in ("VBD", "VBN") else None


def _learned_from(tree: Tree, verb: Token) -> Draft | None:
    """ "..., it was learned from a security source", "the agency learned from medics that nine had died"."""
    tokens, sentence = tree.parse.tokens, tree.parse.sentences[verb.sentence]
    preposition = next((t for t in tree.parse.children(verb.i) if t.lower == "from" and t.i > verb.i), None)
    named = tree.child(preposition.i, "pobj") if preposition is not None else None
    if preposition is None or named is None or named.pos == "PRON":
        return None
    if not (named.pos == "PROPN" or {named.lemma, named.lower} & (SPEAKER_NOUNS | PERSON_NOUNS)):
        return None
    cue = (verb.i, preposition.i + 1)
    clause = tree.child(verb.i, "ccomp")
    if clause is not None and clause.i > named.i:
        return Draft((named,), cue, ((tree.first[clause.i], tree.last[clause.i]),), Sense.SAYS)
    comma = next((i for i in range(verb.i - 1, sentence.first, -1) if tokens[i].text == ","), None)
    if comma is None or verb.i - comma > _LONGEST_NAME or not is_clause(tokens[sentence.first : comma]):
        return None
    return Draft((named,), cue, ((sentence.first, comma),), Sense.SAYS)


def _owner_in_clause(tree: Tree, token: Token) -> Token | None:
    """The rebels in "By their own account, the rebels lost two men": the clause's subject, where it can be meant."""
    subject = tree.child(tree.parse.tokens[token.head].i, "nsubj")
    if subject is None or subject.pos not in ("NOUN", "PROPN"):
        return None
    speaks = subject.ent in ("ORG", "NORP", "PERSON", "GPE") or bool({subject.lower, subject.lemma} & SPEAKER_NOUNS)
    return subject if speaks else None


def _around(tree: Tree, token: Token, named: Token | None, cue: tuple[int, int]) -> Draft | None:
    """The clause that the phrase stands in, less the phrase: before it, after it, or on both sides."""
    if named is None:
        return None
    parse = tree.parse
    sentence = parse.sentences[token.sentence]
    first, last = tree.first[token.i], max(tree.last[named.i], tree.last[token.i])
    last = _with_name(tree, named, last)
    begin, end = _clause(tree, token, sentence)
    content = [(begin, first)] if first - begin > 1 else []
    inside = begin > sentence.first and parse.tokens[begin].lower in ("which", "who", "that", "whose")
    if end - last >= 2 and (not content or inside or parse.tokens[last].text == ","):
        content.append((last, end))
    if named.lower in ("whom", "which"):
        content = [(last, end)] if end - last >= 2 else []
    if not content:
        return None
    sources = [named]
    for child in parse.children(named.i):
        if child.dep in ("acl", "relcl") and child.lemma in ("cite", "quote") and child.tag == "VBN":
            agent = tree.agent(child)
            sources += [agent] if agent is not None else []
        elif child.dep in ("acl", "relcl") and child.lemma in ("cite", "quote"):
            sources[:0] = [t for t in parse.children(child.i) if t.dep in ("dobj", "pobj") and t.pos != "PRON"][:1]
    widened = last > max(tree.last[named.i], tree.last[token.i]) and len(sources) == 1
    words_ = (tree.first[named.i], last) if widened else None
    return Draft(tuple(sources), cue, tuple(content), Sense.SAYS, words_)


def _with_name(tree: Tree, named: Token, last: int) -> int:
    """Where the speaker ends with a name after a comma that the parse has cut off: "the relief office, | ORO"."""
    limit = tree.parse.sentences[named.sentence].last
    return with_apposition_after(tree, tree.first[named.i], last, limit) if named.dep in ("pobj", "pcomp") else last


def _clause(tree: Tree, token: Token, sentence: Sentence) -> tuple[int, int]:
    """The clause the phrase belongs to: its coordinated neighbour with another subject is another clause."""
    tokens = tree.parse.tokens
    at = tokens[token.head] if token.lower == "according" else token
    while at.head != at.i and at.pos not in ("VERB", "AUX"):
        at = tokens[at.head]
    begin, end = sentence.first, sentence.last
    fronted = token.i - begin <= 1  # "According to the team, a mine went off, | and eight died"
    stops = [t.i for t in tokens[begin:end] if t.text == ";"]
    begin = next((i + 1 for i in reversed(stops) if i < token.i), begin)
    end = next((i for i in stops if i > token.i), end)
    while end - 1 > begin and tokens[end - 1].text in (".", "!", "?", ";"):
        end -= 1
    if at.dep == "relcl" and tree.first[at.i] <= token.i:
        return tree.first[at.i], min(end, tree.last[at.i])
    if at.pos in ("VERB", "AUX"):
        for child in tree.parse.children(at.i):
            if child.dep == "conj" and tree.child(child.i, "nsubj", "nsubjpass") is not None and child.i > token.i:
                joined = fronted and child.lemma not in VERBS and tokens[tree.first[child.i] - 1].lower == "and"
                end = end if joined else min(end, tree.first[child.i])
        if at.dep == "conj" and tree.child(at.i, "nsubj", "nsubjpass") is not None and not _both(tree, token, at, end):
            begin = max(begin, min(tree.first[at.i], token.i))
    return begin, end


def _both(tree: Tree, token: Token, verb: Token, end: int) -> bool:
    """True for "Two died and 20 were hurt, according to the mayor": set off at the end, it speaks of both clauses."""
    tokens = tree.parse.tokens
    opening = tree.first[verb.i]
    joined = tokens[opening - 1].lower == "and"
    return joined and tokens[token.i - 1].text == "," and tree.last[token.i] >= end


def _claim_noun(tree: Tree, noun: Token) -> Draft | None:
    """ "The ministry's claim that ...", "reports that ...": the clause after the noun is its owner's."""
    clause = tree.child(noun.i, "acl", "ccomp")
    if clause is None or clause.i < noun.i or tree.child(clause.i, "mark") is None:
        return None
    owner = tree.child(noun.i, "poss")
    if owner is None:
        for by in tree.parse.children(noun.i):
            if by.lower in ("by", "from", "of") and by.i < clause.i:
                owner = tree.child(by.i, "pobj")
    first, last = tree.edges([clause])
    if first <= noun.i:
        return None
    return Draft(
        (owner,) if owner is not None else (),
        (noun.i, noun.i + 1),
        ((first, last),),
        Sense.SAYS if owner is not None else Sense.HEARSAY,
    )


def headline_draft(tree: Tree, sentence: Sentence) -> Draft | None:
    """The speaker before or after the colon of a heading: "Police: two killed in blast", "Two killed: police"."""
    parse = tree.parse
    heading = parse.layout_of(sentence) in (Layout.TITLE, Layout.SUBTITLE, Layout.CAPTION)
    colon = next((t.i for t in parse.words(sentence) if _parts(parse, t) and t.i + 1 < sentence.last), None)
    if colon is None:
        return None
    if not heading:
        return _quoted_after(tree, sentence, colon)
    before, after = (sentence.first, colon), (colon + 1, sentence.last)
    for name, content in ((before, after), (after, before)):
        if name[1] - name[0] <= _LONGEST_NAME and content[1] - content[0] >= 2 and _speaks(tree, name):
            return Draft((), (colon, colon + 1), (content,), Sense.SAYS, words=name)
    return None


def _quoted_after(tree: Tree, sentence: Sentence, colon: int) -> Draft | None:
    """A speaker and what is quoted, without a verb: "Regional governor Ali Baz, on television: "..."."""
    tokens = tree.parse.tokens
    name = (sentence.first, colon)
    while name[1] > name[0] and tokens[name[1] - 1].pos in ("PUNCT", "ADP"):
        name = (name[0], name[1] - 1)
    comma = next((i for i in range(name[0] + 1, name[1]) if tokens[i].text == ","), name[1])
    quoted = tokens[colon + 1].text in ('"', "“", "``", "''") and tokens[colon].text == ":"
    if tokens[colon].text != ":":
        return None
    if quoted and any(t.tag in ("VBD", "VBZ", "VBP") for t in tokens[sentence.first : colon]):
        return _told_by_deed(tree, sentence, colon)
    if comma - name[0] > _LONGEST_NAME:
        return None
    if quoted:
        speaks = _speaks(tree, (name[0], comma), anywhere=True)
    else:
        speaks = _named_or_statement(tree, name, comma) and is_clause(tokens[colon + 1 : sentence.last])
    if not speaks or any(t.pos in ("VERB", "AUX") for t in tokens[sentence.first : colon]):
        return None
    last = tokens[comma - 1]
    source = (last,) if last.lemma in SAYING_NOUNS else ()
    return Draft(source, (colon, colon + 1), ((colon + 1, sentence.last),), Sense.SAYS, words=(name[0], comma))


def _told_by_deed(tree: Tree, sentence: Sentence, colon: int) -> Draft | None:
    """Whose the quotation is in "The mayor shook her head: "Nine are dead."", where no verb reports it."""
    tokens = tree.parse.tokens[sentence.first : colon]
    if any(t.lemma in VERBS and t.pos in ("VERB", "AUX") for t in tokens):
        return None
    verb = next((t for t in tokens if t.tag in ("VBD", "VBZ", "VBP") and tree.child(t.i, "nsubj") is not None), None)
    subject = tree.child(verb.i, "nsubj") if verb is not None else None
    if subject is None or subject.i >= colon:
        return None
    person = subject.ent == "PERSON" or subject.lemma in PERSON_NOUNS or subject.lower in ("he", "she")
    speaks = subject.lower in SPEAKER_NOUNS or subject.lemma in SPEAKER_NOUNS
    if not person and not speaks:
        return None
    return Draft((subject,), (colon, colon + 1), ((colon + 1, sentence.last),), Sense.SAYS)


def _named_or_statement(tree: Tree, name: tuple[int, int], comma: int) -> bool:
    """True for "Ali Baz, mayor" and "The mayor's statement" before a colon, whatever follows."""
    named = tree.parse.tokens[name[0] : name[1]]
    last = tree.parse.tokens[comma - 1]
    office = comma < name[1] and any(t.lemma in PERSON_NOUNS or t.lower in SPEAKER_NOUNS for t in named)
    person = office and all(t.pos == "PROPN" for t in tree.parse.tokens[name[0] : comma])
    return person or (last.lemma in SAYING_NOUNS and tree.child(last.i, "poss") is not None)


def _parts(parse: Parse, token: Token) -> bool:
    """True for a colon, and for a dash with space around it."""
    if token.text == ":":
        return True
    around = parse.text[token.start - 1 : token.start] + parse.text[token.end : token.end + 1]
    return token.text in ("–", "—", "-") and around.isspace() and len(around) == 2


def _speaks(tree: Tree, name: tuple[int, int], *, anywhere: bool = False) -> bool:
    named = tree.parse.tokens[name[0] : name[1]]
    if not named:
        return False
    if any(t.pos in ("VERB", "AUX") and t.dep not in ("amod", "compound") for t in named):
        return False
    if anywhere and any(t.ent == "PERSON" or t.lemma in SPEAKER_NOUNS for t in named):
        return True
    return named[-1].lower in SPEAKER_NOUNS or named[-1].lemma in SPEAKER_NOUNS or named[0].lower in SPEAKER_NOUNS
