"""Back from "he said", "the group", "the statement" to the words that name the speaker.

A `Cast` is fed the speakers in the order of the text and remembers those that a later word can point back to.
Rules, named in `Speaker.rule`: "pronoun", "short name" (a surname, back to the full name and office), "office" ("the
spokesman"), "group" ("the group", "the organisation"), "owner" ("the statement", back to whose it is).
"""

from collections.abc import Callable, Sequence

from rashomon.extract.attribution.dateline import Datelines
from rashomon.extract.attribution.known import Known, known_of, pointed_at
from rashomon.extract.attribution.lexicon import (
    INFORMATION_NOUNS,
    MEDIA_WORDS,
    POINTING_GROUPS,
    POINTING_PERSONS,
    SAYING_NOUNS,
    words,
)
from rashomon.extract.attribution.sources import paper_owner, source_span, with_name
from rashomon.extract.attribution.tree import Tree
from rashomon.records import Span, Speaker, Token

_ISSUING = words("release issue publish post send circulate distribute make read put email e-mail fax")
_SINGULAR = words("he she him her his")
_SHE = words("she her")
_PLURAL = words("they them their we")
_NEUTER = words("it its which that")
_REMEMBERED = 40  # speakers; what was said longer ago is not pointed back to
_OPEN = words("same latter armed militant jihadist insurgent extremist terror according")  # name nobody by themselves
_ORGANISATIONS = words("organisation organization charity foundation association")
_NO_GROUP = words(
    "agency newspaper television tv radio embassy villagers tribesmen residents locals"
)  # nor a state's body
_MEDIA_GROUPS = words("agency channel network outlet broadcaster newspaper website watchdog monitor station body")


class Cast:
    """Who has spoken or acted so far in a report."""

    def __init__(self, tree: Tree, datelines: Datelines) -> None:
        self._tree = tree
        self.datelines = datelines
        self._known: list[Known] = []
        self._papers: dict[str, Span] = {}  # "statement" -> whose the last one was

    def speaker(self, head: Token, span: Span | None = None, *, spoke: bool = True) -> tuple[Speaker, Span] | None:
        """The speaker whose phrase `head` governs, traced back where the words only point, and the phrase itself.

        None where there are no words. spoke: False for one who holds a position: nobody is pointed back to for that.

        span: the phrase where it is known already; None takes it from the parse.
        """
        span = span or source_span(self._tree, head)
        if span is None:
            return None
        begun = self.datelines.after(span.start)
        if begun > span.start:
            if begun >= span.end:
                return None
            span = Span.of(self._tree.parse.text, begun, span.end)
        span = with_name(self._tree, head, span)
        traced = self._traced(head, span)
        if not spoke:
            if traced is None and head.pos != "PRON":
                self.add(head, span, spoke=False)
            return (traced if traced is not None else Speaker(span)), span
        self.add(head, span if traced is None else traced.span, spoke=True)
        return (traced if traced is not None else Speaker(span)), span

    def add(self, head: Token, span: Span, *, spoke: bool) -> None:
        """Remembers somebody for later words to point back to."""
        if any(
            t.lower in ("no", "neither")
            or (t.lower == "its" and head.lemma in ("force", "troop", "fighter", "soldier"))
            for t in self._tree.parse.children(head.i)
        ):
            return  # nobody, and "its forces", who are told by another's name
        if head.lemma in SAYING_NOUNS and head.pos == "NOUN" and head.start < span.end and span.start <= head.start:
            return  # "the statement" that could not be traced is nobody
        if head.pos == "PRON":
            for n, known in enumerate(self._known):  # whoever was pointed at speaks last
                if known.span == span:
                    self._known.append(pointed_at(self._tree, self._known.pop(n), head))
                    return
            return
        self._known.append(known_of(self._tree, head, span, self._known, spoke=spoke))
        del self._known[:-_REMEMBERED]

    def spoke_last(self, speakers: Sequence[Speaker]) -> None:
        """Puts the sentence's speakers after those that it only names: "Guards fled, the army said. It added"."""
        for speaker in speakers:
            for n, known in enumerate(self._known):
                if known.span == speaker.span:
                    self._known.append(self._known.pop(n))
                    break

    def _traced(self, head: Token, span: Span) -> Speaker | None:
        if head.lower in ("whom", "who", "whose", "which", "that"):
            noun = self._tree.antecedent(head)
            named = source_span(self._tree, noun) if noun is not None else None
            if noun is not None and named is not None:
                return self._traced(noun, named) or Speaker(named, "relative clause")
            return self._cleft(head) or self._latest("pronoun")
        if head.pos == "PRON" or head.lower in _SINGULAR | _PLURAL | _NEUTER:
            return self._pronoun(head)
        children = self._tree.parse.children(head.i)
        if head.lemma in SAYING_NOUNS | INFORMATION_NOUNS and head.pos == "NOUN":
            return self._owner(head)
        if head.pos == "PROPN" and (head.ent == "PERSON" or len(span.quote.split()) <= 2):
            return self._short_name(head, span)
        definite = any(t.dep == "det" and t.lower in ("the", "this", "that", "same") for t in children)
        bare = not any(
            t.dep in ("compound", "amod", "appos", "prep", "nmod", "poss", "acl", "relcl") and t.lower not in _OPEN
            for t in children
        )
        if definite and bare and head.pos == "NOUN":
            return self._definite(head)
        return None

    def _cleft(self, head: Token) -> Speaker | None:
        """The mayor in "It was the mayor who announced ...", which the parse may take for no relative clause."""
        clause = self._tree.parse.tokens[head.head]
        said = self._tree.child(clause.head, "attr") if clause.dep == "ccomp" else None
        named = source_span(self._tree, said) if said is not None and said.i == head.i - 1 else None
        return Speaker(named, "relative clause") if named is not None else None

    def _latest(
        self,
        rule: str,
        *,
        person: bool | None = None,
        plural: bool | None = None,
        spoke: bool = True,
        state: bool = True,
        surely: bool = True,
        barred: frozenset[str] = frozenset(),
    ) -> Speaker | None:
        """The last one who fits; with surely False also one of whom the words do not tell whether it is a person."""
        for known in reversed(self._known):
            if (spoke and not known.spoke) or (known.state and not state) or known.head in barred:
                continue
            open_ = known.person is None and not surely
            fits = person is None or known.person == person or open_
            if fits and (plural is None or known.plural in (plural, None)):
                return Speaker(known.span, rule)
        return None

    def _pronoun(self, head: Token) -> Speaker | None:
        if head.lower in _SINGULAR:
            woman = head.lower in _SHE
            return (
                self._here(head, lambda k: k.can_be_person(woman=woman))
                or self._fitting(lambda k: k.spoke and k.person is True and k.can_be_person(woman=woman))
                or self._fitting(lambda k: k.spoke and k.can_be_person(woman=woman))
                or self._fitting(lambda k: k.person is True and k.can_be_person(woman=woman))
                or self._fitting(lambda k: k.spoke and not k.plural and not k.body)
                or self._fitting(lambda k: k.acts and bool(k.proper) and not (k.plural or k.body or k.state))
            )
        if head.lower in _PLURAL:
            return (
                self._here(head, lambda k: k.plural is not False)
                or self._latest("pronoun", plural=True)
                or self._latest("pronoun", person=False)
            )
        if head.lower in _NEUTER:
            return (
                self._here(head, lambda k: k.person is False and not k.plural)
                or self._here(head, lambda k: k.person is None and k.spoke and not k.plural)
                or self._latest("pronoun", person=False, plural=False)
                or self._latest("pronoun", person=False, plural=False, surely=False)
                or self._latest("pronoun", person=False)
            )
        return None

    def _fitting(self, fits: Callable[[Known], bool]) -> Speaker | None:
        return next((Speaker(known.span, "pronoun") for known in reversed(self._known) if fits(known)), None)

    def _here(self, head: Token, fits: Callable[[Known], bool]) -> Speaker | None:
        """The last speaker of the pronoun's paragraph who fits; where nobody spoke in it, who acts in it."""
        paragraph = self._tree.parse.sentences[head.sentence].paragraph
        here = [k for k in reversed(self._known) if k.paragraph == paragraph and fits(k)]
        spoke = next((k for k in here if k.spoke), None)
        if spoke is not None:
            return Speaker(spoke.span, "pronoun")
        acts = next((k for k in here if k.acts and k.sentence < head.sentence), None)
        return Speaker(acts.span, "pronoun") if acts is not None else None

    def met(self, noun: Token) -> None:
        """Remembers whose the words are: "has released | a statement", which "the statement" further down means."""
        if noun.lemma not in SAYING_NOUNS or noun.pos != "NOUN":
            return
        owner = paper_owner(self._tree, noun)
        verb = self._tree.parse.tokens[noun.head]
        if owner is None and noun.dep == "dobj" and verb.lemma in _ISSUING:
            owner = self._tree.subject(verb)
        if owner is None or owner.pos not in ("NOUN", "PROPN"):
            return
        span = source_span(self._tree, owner)
        if span is not None:
            self._papers[noun.lemma] = span

    def _owner(self, head: Token) -> Speaker | None:
        """Whose statement it is: the noun that owns it, else for a bare "the statement" whoever spoke last."""
        owner = paper_owner(self._tree, head)
        if owner is not None and owner.pos == "PRON":
            return self._pronoun(owner)
        span = source_span(self._tree, owner) if owner is not None else None
        if span is not None:
            return Speaker(span, "owner")
        if head.lemma in INFORMATION_NOUNS:
            return None
        preposition = self._tree.parse.tokens[head.head]
        if preposition.lower == "in" and preposition.dep == "prep":  # "In a statement claiming the attack, the group"
            subject = self._tree.subject(self._tree.parse.tokens[preposition.head])
            if subject is not None and subject.pos != "PRON" and subject.i > head.i:
                named = source_span(self._tree, subject)
                return Speaker(named, "owner") if named is not None else None
        verb = self._tree.parse.tokens[head.head]
        if head.dep == "dobj" and verb.lemma in _ISSUING:  # "The army issued a statement saying"
            subject = self._tree.subject(verb)
            named = source_span(self._tree, subject) if subject is not None and subject.pos != "PRON" else None
            return Speaker(named, "owner") if named is not None else None
        children = self._tree.parse.children(head.i)
        if head.tag == "NNS" or any(t.dep in ("acl", "relcl", "compound", "amod") for t in children):
            return None
        if any(t.lower in ("a", "an", "another") for t in children):
            return None  # "a note beside the body" is nobody's that was named
        issued = self._papers.get(head.lemma)
        return Speaker(issued, "owner") if issued is not None else self._latest("owner")

    def _short_name(self, head: Token, span: Span) -> Speaker | None:
        for known in reversed(self._known):
            if head.lower in known.proper and len(known.span) > len(span) and not known.counted:
                if head.ent == "GPE" and known.person is not False and head.lower != known.head:
                    continue  # "Moscow says" is not "a general in Moscow"
                return Speaker(known.span, "short name")
        return None

    def _definite(self, head: Token) -> Speaker | None:
        same = [k for k in reversed(self._known) if head.lower in k.words and len(k.words) > 1 and not k.counted]
        if same:
            return Speaker(next((k for k in same if k.spoke), same[0]).span, "office")
        if head.lemma in POINTING_PERSONS:
            return self._latest("office", person=True)
        named = self._named_here(head) if head.lemma in _ORGANISATIONS else None
        if named is not None:
            return Speaker(named, "group")
        if head.lemma in _MEDIA_GROUPS:
            media = next((k for k in reversed(self._known) if k.words & MEDIA_WORDS and len(k.words) > 1), None)
            if media is not None:
                return Speaker(media.span, "group")
        if head.lemma in POINTING_GROUPS:
            barred = frozenset[str]() if head.lemma in _MEDIA_GROUPS else _NO_GROUP
            return self._latest("group", person=False, state=False, barred=barred) or self._latest(
                "group", person=False, state=False, spoke=False, barred=barred
            )
        return None

    def _named_here(self, head: Token) -> Span | None:
        """The Red Cross in "were flown out by the Red Cross, the charity said": the last body named in the sentence."""
        tokens = self._tree.parse.tokens
        for i in range(head.i - 1, self._tree.parse.sentences[head.sentence].first, -1):
            token = tokens[i]
            if token.ent == "ORG" and token.pos == "PROPN" and token.dep in ("pobj", "nsubj", "dobj"):
                span = source_span(self._tree, token)
                begun = self.datelines.after(span.start) if span is not None else 0
                return (
                    Span.of(self._tree.parse.text, begun, span.end) if span is not None and begun < span.end else span
                )
        return None
