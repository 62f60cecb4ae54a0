"""The parse as the rules need it: edges of subtrees, subjects through chains of verbs."""

from collections.abc import Iterable

from rashomon.records import Parse, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
_SUBJECT_SHARED = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp"})
_LONGEST_CLIMB = 6
# By what something is said, not by whom: "said by telephone".
_CHANNELS = frozenset(
    "telephone phone radio email e-mail mail post fax letter text message messenger video telegram telegraph satellite "
    "skype whatsapp cable courier walkie-talkie sms videolink videoconference hand word name law accident mistake "
    "chance design contrast comparison then now night day dawn dusk noon midnight morning evening nightfall".split()
)


class Tree:
    """A parse with the first and last token below each token, computed once in linear time."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        count = len(parse.tokens)
        self.first = list(range(count))
        self.last = list(range(1, count + 1))
        for i in _leaves_first(parse):
            head = parse.tokens[i].head
            if head != i:
                self.first[head] = min(self.first[head], self.first[i])
                self.last[head] = max(self.last[head], self.last[i])

    def edges(self, tokens: Iterable[Token]) -> tuple[int, int]:
        """First and last (half-open) token of everything below these tokens, which must not be empty."""
        found = list(tokens)
        return min(self.first[t.i] for t in found), max(self.last[t.i] for t in found)

    def child(self, i: int, *deps: str) -> Token | None:
        """The first child of token `i` with one of these dependency labels, or None."""
        return next((t for t in self.parse.children(i) if t.dep in deps), None)

    def subject(self, verb: Token) -> Token | None:
        """Who does what the verb says: its own subject, else the one it shares; None where there is none.

        "A man came and said ..." shares over a coordination, "..., adding that ..." over an adverbial clause,
        "a statement saying ..." and "the army, which said ..." have the noun they stand at.
        """
        at = verb
        for _ in range(_LONGEST_CLIMB):
            own = self._nearest_subject(at)
            if own is not None:
                return own
            if at.dep in ("acl", "relcl") and at.head != at.i:
                return self.parse.tokens[at.head]
            shared = at.dep in _SUBJECT_SHARED or (at.pos in ("ADP", "SCONJ") and at.dep == "prep")
            if not shared or at.head == at.i:  # "responded | by | saying" shares over the preposition
                return None
            at = self.parse.tokens[at.head]
            if at.pos not in ("VERB", "AUX", "ADP", "SCONJ"):
                return at if at.pos in ("NOUN", "PROPN") else None
        return None

    def _nearest_subject(self, verb: Token) -> Token | None:
        """The subject next to the verb: a dateline before it is often read as another."""
        own = [t for t in self.parse.children(verb.i) if t.dep in ("nsubj", "nsubjpass")]
        before = [t for t in own if t.i < verb.i]
        return before[-1] if before else own[0] if own else None

    def is_passive(self, verb: Token) -> bool:
        """True for "was told", "are reported", and for a bare participle at a noun ("sources quoted by")."""
        auxiliary = self.child(verb.i, "auxpass", "nsubjpass")
        if auxiliary is not None:
            return not (is_acronym(auxiliary) and auxiliary.dep == "auxpass")
        if verb.dep == "acl" and verb.tag == "VBN":
            return True
        if self.agent(verb) is None:
            return False
        agent = self.child(verb.i, "agent")  # "the blast, said by officials to have ...", read as a finite verb
        return agent is not None and agent.i == verb.i + 1

    def antecedent(self, pronoun: Token) -> Token | None:
        """The noun that "who" or "which" stands for in its relative clause; None outside of one."""
        for above in self.parse.ancestors(pronoun.i):
            if above.dep == "relcl":
                return self.parse.tokens[above.head] if above.head != above.i else None
            if above.dep not in ("conj", "xcomp", "ccomp", "advcl"):
                return None
        return None

    def agent(self, verb: Token) -> Token | None:
        """The noun after "by" of a passive verb, or None."""
        for by in self.parse.children(verb.i):
            if by.dep == "agent" or (by.lower == "by" and by.dep == "prep"):
                named = self.child(by.i, "pobj", "pcomp")
                return None if named is not None and named.lower in _CHANNELS and by.i == named.i - 1 else named
        return None


def is_acronym(token: Token) -> bool:
    """True for "IS" in capitals, which the tagger takes for the verb."""
    return token.pos == "AUX" and token.text.isupper() and len(token.text) > 1


def _leaves_first(parse: Parse) -> list[int]:
    """Token indices ordered so that each stands before its governor."""
    order: list[int] = []
    pending = [t.i for t in parse.tokens if t.head == t.i]
    while pending:
        i = pending.pop()
        order.append(i)
        pending.extend(t.i for t in parse.children(i))
    order.reverse()
    return order
