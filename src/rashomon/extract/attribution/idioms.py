"""Attributions by set phrases: "gave a toll of nine", "laid the blame on", "has it that", "spoke of ten dead"."""

from rashomon.extract.attribution.draft import Draft
from rashomon.extract.attribution.lexicon import SPEAKER_NOUNS, words
from rashomon.extract.attribution.naming import name_before
from rashomon.extract.attribution.records import Sense
from rashomon.extract.attribution.tree import Tree
from rashomon.extract.attribution.who import cited_beside, citing_before, outer_subject
from rashomon.records import Token

# verb -> object nouns that make it report, and the sense of the two together
_OBJECTS = {
    "give": (
        words(
            "toll number figure total count version account estimate casualty loss breakdown dead killed wounded name"
        ),
        Sense.COUNTS,
    ),
    "provide": (words("toll number figure total count"), Sense.COUNTS),
    "have": (words("toll number figure total count"), Sense.COUNTS),
    "lay": (words("blame responsibility"), Sense.ACCUSES),
    "pin": (words("blame responsibility"), Sense.ACCUSES),
    "put": (words("blame responsibility"), Sense.ACCUSES),
    "place": (words("blame responsibility"), Sense.ACCUSES),
    "point": (words("finger fingers"), Sense.ACCUSES),
    "take": (words("responsibility credit"), Sense.CLAIMS),
    "accept": (words("responsibility"), Sense.CLAIMS),
    "assume": (words("responsibility"), Sense.CLAIMS),
    "make": (words("comment statement"), Sense.DECLINES),
    "own": (words("killing attack bombing murder deed blast raid"), Sense.CLAIMS),
    "issue": (words("denial"), Sense.DENIES),
    "rule": (words("role involvement responsibility attack strike link"), Sense.DENIES),
}
# verb -> preposition after which the words stand that it reports
_PREPOSITIONS = {
    "speak": ("of", Sense.SAYS),
    "know": ("of", Sense.SAYS),
    "tell": ("of", Sense.SAYS),
    "write": ("of", Sense.SAYS),
    "inform": ("of", Sense.SAYS),
    "talk": ("of", Sense.SAYS),
    "warn": ("of", Sense.SAYS),
    "complain": ("of", Sense.SAYS),
    "pin": ("on", Sense.ACCUSES),
    "point": ("at", Sense.ACCUSES),
    "boast": ("of", Sense.CLAIMS),
    "impute": ("to", Sense.ACCUSES),
    "ascribe": ("to", Sense.ACCUSES),
    "apologise": ("for", Sense.CLAIMS),
    "apologize": ("for", Sense.CLAIMS),
    "reply": ("to", Sense.DECLINES),
    "react": ("to", Sense.DECLINES),
    "attribute": ("to", Sense.ACCUSES),
    "comment": ("on", Sense.DECLINES),
    "respond": ("to", Sense.DECLINES),
}
_DISTANT = words(
    "attribute impute ascribe speak tell know write inform talk"
)  # the preposition may hang on a noun between
_NEGATED = frozenset({"comment", "respond", "reply", "react"})  # say only by not doing it
_PERSONS = words("he she they it")
_FIGURES = words("toll figure count tally estimate")
_HELD_APART = words("dissociate disassociate distance")
_SELF = words("itself himself herself themselves")
_COUNTED = words("it them that this these those")
_RESPONSIBLE = words("responsible accountable")


def idiom_draft(tree: Tree, verb: Token) -> Draft | None:
    """What a set phrase around this verb attributes to whom; None where there is none."""
    if verb.pos in ("NOUN", "ADJ"):
        return _silent(tree, verb)
    if verb.pos not in ("VERB", "AUX"):
        return None
    subject = tree.agent(verb) if tree.is_passive(verb) else outer_subject(tree, verb) or tree.subject(verb)
    named = name_before(tree, verb) if subject is None and not tree.is_passive(verb) else None
    if named is not None:
        subject = tree.parse.tokens[named[1] - 1]
    if subject is None:
        return None
    found = (
        _by_figure(tree, verb, subject)
        or _by_object(tree, verb, subject)
        or _by_silence(tree, verb)
        or _by_preposition(tree, verb)
        or _by_clause(tree, verb)
    )
    if found is None:
        return None
    if subject.lemma in _FIGURES:
        subject = tree.child(subject.i, "poss") or subject
    sense, content = found
    content = _without(_before_contrast(tree, verb, content), subject, tree)
    if content[0] >= content[1]:
        return None
    outer = citing_before(tree, verb, subject) if not tree.is_passive(verb) else None
    cited = cited_beside(tree, verb) if outer is None and named is None else []
    sources = (*cited, subject) if outer is None else (subject, outer)
    return Draft(sources, (verb.i, verb.i + 1), (content,), sense, named)


def _before_contrast(tree: Tree, verb: Token, content: tuple[int, int]) -> tuple[int, int]:
    """The content up to "while other sources say ...", which is another's."""
    for child in tree.parse.children(verb.i):
        opening = tree.parse.tokens[tree.first[child.i]]
        if (
            child.i > verb.i
            and child.dep in ("advcl", "conj")
            and opening.lower in ("while", "whereas", "although", "but")
        ):
            return content[0], min(content[1], opening.i)
    return content


def _by_figure(tree: Tree, verb: Token, subject: Token) -> tuple[Sense, tuple[int, int]] | None:
    """ "The rebels' toll is nine", "the agency's figure for the dead is nine"."""
    owner = tree.child(subject.i, "poss")
    if (
        verb.lemma not in ("be", "stand", "remain", "rise", "climb", "reach", "grow", "go", "run")
        or subject.lemma not in _FIGURES
        or owner is None
        or subject.i > verb.i
    ):
        return None
    if (
        owner.pos == "PRON"
        or owner.ent in ("DATE", "TIME")
        or not (owner.ent or {owner.lower, owner.lemma} & SPEAKER_NOUNS)
    ):
        return None
    return Sense.COUNTS, (verb.i + 1, tree.last[verb.i])


def _silent(tree: Tree, word: Token) -> Draft | None:
    """ "There was no comment from the army", "the army had no comment", "the army was not available for comment"."""
    parse = tree.parse
    if word.lemma == "comment" and _none_of(tree, word) and word.dep != "nsubj":
        source = next((t for by in parse.children(word.i) if by.lower == "from" for t in parse.children(by.i)), None)
        verb = parse.tokens[word.head]
        if source is None and verb.lemma in ("have", "offer"):
            source = tree.child(verb.i, "nsubj")
        elif source is None:
            source = next(
                (t for by in parse.children(verb.i) if by.lower == "from" for t in parse.children(by.i)), None
            )
    elif word.lemma == "comment" and word.dep in ("nsubj", "attr") and _none_of(tree, word):
        verb = parse.tokens[word.head]
        source = next((t for by in parse.children(verb.i) if by.lower == "from" for t in parse.children(by.i)), None)
    elif word.lower in ("silent", "mum", "tight-lipped") and parse.tokens[word.head].lemma in (
        "keep",
        "remain",
        "stay",
    ):
        source = tree.subject(parse.tokens[word.head])
    elif word.lemma == "available" and any(t.lower == "for" for t in parse.children(word.i)):
        verb = parse.tokens[word.head]
        source = tree.child(verb.i, "nsubj") if tree.child(verb.i, "neg") is not None else None
    else:
        return None
    if source is None:
        return None
    return Draft((source,), (word.i, word.i + 1), ((word.i, word.i + 1),), Sense.DECLINES)


def _none_of(tree: Tree, noun: Token) -> bool:
    return any(t.lower == "no" for t in tree.parse.children(noun.i))


def _without(content: tuple[int, int], subject: Token, tree: Tree) -> tuple[int, int]:
    """The content up to the agent, where the agent of a passive stands behind it."""
    begin = tree.first[subject.i]
    return (content[0], min(content[1], begin)) if content[0] < begin else content


def _by_silence(tree: Tree, verb: Token) -> tuple[Sense, tuple[int, int]] | None:
    """ "The ministry has said nothing of it", "has not made any statement"."""
    thing = tree.child(verb.i, "dobj")
    if thing is None:
        return None
    said = verb.lemma in ("say", "add", "disclose", "reveal") and thing.lower == "nothing"
    made = verb.lemma in ("make", "issue", "give", "offer", "release") and thing.lemma in ("comment", "statement")
    if not said and not (made and _negated(tree, verb)):
        return None
    return Sense.DECLINES, (min(tree.first[thing.i], verb.i + 1), tree.last[verb.i])


def _by_object(tree: Tree, verb: Token, subject: Token) -> tuple[Sense, tuple[int, int]] | None:
    nouns, sense = _OBJECTS.get(verb.lemma, (frozenset(), Sense.SAYS))
    thing = tree.child(verb.i, "nsubjpass" if tree.is_passive(verb) else "dobj", "attr")
    if thing is None or thing.lemma not in nouns:
        return None
    if verb.lemma == "have" and not (subject.ent or {subject.lower, subject.lemma} & (SPEAKER_NOUNS | _PERSONS)):
        return None  # "the horror has a figure"
    if sense is Sense.DECLINES and tree.child(thing.i, "det", "neg") is None:
        return None
    if sense is Sense.DECLINES and not any(t.lower == "no" for t in tree.parse.children(thing.i)):
        return None
    return sense, (min(tree.first[thing.i], verb.i + 1), tree.last[verb.i])


def _by_preposition(tree: Tree, verb: Token) -> tuple[Sense, tuple[int, int]] | None:
    word, sense = _PREPOSITIONS.get(verb.lemma, ("", Sense.SAYS))
    if not word or (verb.lemma in _NEGATED and not _negated(tree, verb)):
        return None
    after = _preposition(tree, verb, word)
    if after is None:
        return (sense, (verb.i, verb.i + 1)) if verb.lemma in _NEGATED else None
    first = after.i + 1 if word == "of" else verb.i + 1
    return sense, (first, tree.last[verb.i])


def _preposition(tree: Tree, verb: Token, word: str) -> Token | None:
    """The preposition after the verb: its own, or one hung on the day in "spoke on Tuesday of nine"."""
    own = next((t for t in tree.parse.children(verb.i) if t.lower == word and t.i > verb.i), None)
    if own is not None or verb.lemma not in _DISTANT:
        return own
    for child in tree.parse.children(verb.i):
        if child.i < verb.i or (word == "of" and child.dep not in ("prep", "npadvmod", "advmod", "dobj", "dative")):
            continue
        inner = [t for t in tree.parse.subtree(child.i) if t.lower == word and t.i > verb.i]
        if verb.lemma in ("tell", "inform") and inner and inner[0].head == child.i and child.dep in ("dobj", "dative"):
            return inner[0]  # "told reporters | of nine dead"
        timed = [t for t in inner if tree.parse.tokens[t.head].ent in ("DATE", "TIME") or child.dep == "advmod"]
        if timed or (word != "of" and inner):
            return (timed or inner)[0]
    return None


def _by_clause(tree: Tree, verb: Token) -> tuple[Sense, tuple[int, int]] | None:
    """ "has it that ..." and "holds X responsible"."""
    if verb.lemma == "have" and any(t.lower == "it" and t.dep == "dobj" for t in tree.parse.children(verb.i)):
        clause = tree.child(verb.i, "ccomp", "acl", "advcl", "relcl")
        if clause is not None and clause.i > verb.i:
            return Sense.SAYS, (tree.first[clause.i], tree.last[clause.i])
    if verb.lemma in _HELD_APART and any(t.dep == "dobj" and t.lower in _SELF for t in tree.parse.children(verb.i)):
        away = next((t for t in tree.parse.children(verb.i) if t.lower == "from" and t.i > verb.i), None)
        return (Sense.DENIES, (away.i + 1, tree.last[away.i])) if away is not None else None
    if verb.lemma in ("give", "put", "set", "place", "revise", "correct"):
        return _by_pronoun(tree, verb)
    if verb.lemma in ("hold", "find") and tree.last[verb.i] > verb.i + 2:
        after = tree.parse.tokens[verb.i + 1 : tree.last[verb.i]]
        if any(t.lower in _RESPONSIBLE for t in after[:14]):
            return Sense.ACCUSES, (verb.i + 1, tree.last[verb.i])
    return None


def _by_pronoun(tree: Tree, verb: Token) -> tuple[Sense, tuple[int, int]] | None:
    """ "Had given it as 100", "put them at 60", "corrected itself to three": a figure for what was told before."""
    thing = tree.child(verb.i, "dobj")
    if thing is None or thing.lower not in _COUNTED | _SELF:
        return None
    figure = next((t for t in tree.parse.children(verb.i) if t.lower in ("as", "at", "to") and t.i > thing.i), None)
    if figure is None or not any(t.pos == "NUM" for t in tree.parse.subtree(figure.i)):
        return None
    return Sense.COUNTS, (thing.i, tree.last[verb.i])


def _negated(tree: Tree, verb: Token) -> bool:
    subject = tree.child(verb.i, "nsubj")
    if subject is not None and subject.lower in ("neither", "none"):
        return True
    above = tree.parse.tokens[verb.head]
    if (
        verb.dep == "xcomp"
        and above.lemma in ("have", "be")
        and any(t.lower == "yet" for t in tree.parse.subtree(above.i))
    ):
        return True  # "has yet to comment"
    pre = subject is not None and any(t.lower == "neither" for t in tree.parse.children(subject.i))
    return pre or tree.child(verb.i, "neg") is not None
