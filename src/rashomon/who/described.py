"""Actors that are described, not named: "suspected herders", "a Shia militia in Syria", "separatist fighters".

Bare "gunmen", "militants" or "bandits" say nothing of who they are: they are found too, with a rule of their own, so
that they can be left out.
"""

import re
from collections.abc import Iterable

from rashomon.records import ActorExpression, ActorKind, Parse, Span, Token
from rashomon.who.words import vocabulary

FIGHTERS = vocabulary(
    """militia militiaman rebel insurgent militant fighter guerrilla separatist secessionist jihadist jihadi
    terrorist extremist islamist gunman bandit herder herdsman pastoralist gang gangster vigilante paramilitary
    raider mercenary settler youth loyalist mob cell maoist partisan brigand pirate kidnapper cartel tribesman
    supremacist nationalist dissident mutineer cultist hitman hoodlum smuggler sectarian attacker assailant
    bomber trafficker faction group cattle-rustler rustler commando clansman warrior saboteur infiltrator hunter
    arsonist rioter hooligan republican ranger nazi neo-nazi skinhead horseman squad deserter"""
)
# Say what they do at the moment, not who they are.
BARE = vocabulary(
    """gunman militant bandit attacker assailant bomber terrorist extremist raider kidnapper mob gang cell group youth
    fighter commando mercenary gangster faction brigand rustler trafficker warrior saboteur infiltrator hunter arsonist
    rioter hooligan republican ranger squad"""
)
# Groups that do not fight, and peoples: "rights groups", "an ethnic group".
_PEACEFUL = vocabulary(
    """woman women rights aid advocacy monitoring monitor campaign relief humanitarian media civil society
    ethnic religious minority indigenous community support working interest trade research business church environmental
    student medical parliamentary lobby watchdog conservation charity activist human press focus language tribal"""
)
# Followers are somebody's: "supporters of X's movement", "youths from the X tribe".
_FOLLOWERS = vocabulary("supporter member follower partisan loyalist man youth villager")
_OF_GROUPS = vocabulary(
    """clan tribe community gang cartel movement militia faction cult sect brotherhood brigade front people mafia
    party league wing"""
)
# Adjectives that tell whose or what kind of group it is: by faith, cause, people or trade.
_TELLING = vocabulary(
    """islamist jihadist jihadi shia shiite shi'ite sunni salafist muslim christian hindu buddhist jewish sikh druze
    alawite separatist secessionist maoist communist marxist leftist left-wing far-left right-wing far-right neo-nazi
    nationalist ultranationalist royalist monarchist republican loyalist tribal ethnic paramilitary anglophone drug
    cartel rebel settler dissident breakaway pro-government anti-government pro-independence independence nomadic
    pastoralist cattle death animist traditional anti-regime opposition supremacist vigilante cannibalist fundamentalist
    takfiri wahhabi"""
)
_TELLING_FORM = re.compile(
    r"(?:^(?:pro|anti|ex)-?\w|-(?:backed|linked|led|aligned|affiliated|allied|inspired|supported|trained|funded|sponsored|speaking)$)",
    re.IGNORECASE,
)
_BESIDE = vocabulary(
    "backed linked led aligned affiliated allied inspired supported trained funded speaking sponsored anti pro"
)
# Stand before a group noun at the head of a sentence, capital or not, and tell nothing.
_OPENS = vocabulary(
    """suspected alleged armed unidentified unknown masked heavily local other more several many few some two three four
    five six seven eight nine ten eleven twelve dozens hundreds scores motorcycle motorbike presumed apparent such young
    dead first second new large small numerous foreign criminal male female captured slain wounded lone suicide terror
    terrorist both all most no these those unnamed another rival car truck"""
)
# Sides whose acts are told by a noun: "separatist shelling", "rebel mortars".
_SIDES = vocabulary(
    "separatist rebel insurgent jihadist guerrilla settler maoist militia loyalist paramilitary islamist"
)
_THEIR_ACTS = vocabulary(
    """fire shelling attack raid ambush rocket mortar shell artillery drone bomb missile gunfire bombing strike assault
    offensive tank grenade sniper gun barrage bombardment bullet"""
)
_LEADERS = vocabulary("leader commander spokesman spokesperson chief")
_SOLDIERS = vocabulary("soldier troop force man commando unit")  # described only with "loyal to X"
_HEDGES = vocabulary("suspected alleged presumed")
_STATE_WORDS = vocabulary("army government state regime junta military president")  # "militias backed by the army"
_WHOSE = frozenset({"link", "tie", "affiliate", "ally", "loyal", "allegiance", "align", "inspire", "belong", "back"})
RULE_DESCRIBED = "described group"
RULE_BARE = "bare group noun"
RULE_SUSPECTED = "suspected group"


def described(parse: Parse, taken: Iterable[Span], peoples: Iterable[Span] = ()) -> list[ActorExpression]:
    """The described groups outside the spans already taken, in the order of the text.

    peoples: words known to name a people or a country; before a group noun they tell whose group it is.
    """
    covered = bytearray(len(parse.text) + 1)
    for span in peoples:
        covered[span.start : span.end] = b"\2" * (span.end - span.start)
    for span in taken:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    found = []
    for token in parse.tokens:
        lemma = _word(token)
        soldiers = lemma in _SOLDIERS and _loyalty(parse, token) is not None
        followers = lemma in _FOLLOWERS and _of_a_group(parse, token, covered) is not None
        if (
            (lemma in FIGHTERS or soldiers or followers)
            and token.pos in ("NOUN", "PROPN", "ADJ")
            and covered[token.start] != 1
        ):
            if _after_name(parse, token, covered):
                continue
            led = parse.tokens[token.head].lemma in _LEADERS or (
                token.lemma in _SIDES and parse.tokens[token.head].lemma in _THEIR_ACTS
            )
            if _joined(parse, token) or (_modifies(token) and not led):
                continue
            expression = _expression(parse, token, covered)
            if expression:
                found.append(expression)
    return found


def _word(token: Token) -> str:
    """The lemma in small letters, a plural that the tagger takes for a name made singular: "Insurgents killed"."""
    lemma = token.lemma.lower()
    name = token.pos == "PROPN" and lemma.endswith("s") and lemma[:-1] in FIGHTERS
    return lemma[:-1] if name else lemma


def _after_name(parse: Parse, token: Token, covered: bytearray) -> bool:
    """True right after a name in brackets: "(ADF) rebels"."""
    if token.i < 2 or parse.tokens[token.i - 1].text != ")":
        return False
    return covered[parse.tokens[token.i - 2].start] == 1


def _modifies(token: Token) -> bool:
    return token.dep in ("amod", "compound", "nmod") and token.head > token.i


def _joined(parse: Parse, token: Token) -> bool:
    """True for the first part of a hyphened word ("rebel" of "rebel-held")."""
    following = parse.text[token.end : token.end + 2]
    return len(following) == 2 and following[0] in "-‑" and following[1].isalpha()


def _expression(parse: Parse, head: Token, covered: bytearray) -> ActorExpression | None:
    left = _modifiers(parse, head)
    beside = parse.tokens[head.i - 1] if head.i > parse.sentences[head.sentence].first else head
    if any(covered[t.start] == 1 for t in (*left, beside)):
        return None
    if head.lemma in ("group", "faction") and any(t.lemma.lower() in _PEACEFUL for t in left):
        return None
    telling = [t for t in left if covered[t.start] == 2 or _tells(parse, t)]
    left = left[left.index(_leftmost(parse, telling[0])) :] if telling else []
    first, last = (left[0].i if left else head.i), head.i + 1
    extended = _loyalty(parse, head) or _of_a_group(parse, head, covered)
    suspected = any(t.lower in _HEDGES for t in _modifiers(parse, head))
    if telling or extended:
        rule = RULE_DESCRIBED
    elif suspected and _word(head) not in BARE:
        rule = RULE_SUSPECTED
    else:
        bare = _word(head) in BARE or _word(head) in ("militia", "militiaman")
        rule = RULE_BARE if bare else RULE_DESCRIBED
    last = extended or last
    span = parse.span(first, last)
    return ActorExpression(span, None, span.quote, ActorKind.UNNAMED, rule)


def _tells(parse: Parse, token: Token) -> bool:
    """Whether a modifier tells whose or what kind of group it is."""
    if token.lower in _TELLING or _TELLING_FORM.search(token.text) or token.lower in _BESIDE:
        return True
    first = parse.sentences[token.sentence].first == token.i and token.lower in _OPENS
    named = not first or token.ent in ("NORP", "GPE", "LOC", "ORG")
    return token.text[0].isupper() and named and token.pos in ("PROPN", "ADJ", "NOUN")


def _leftmost(parse: Parse, token: Token) -> Token:
    """The first word of the hyphened compound that the token belongs to ("Iran" of "Iran-backed")."""
    at = token.i
    while at >= 2 and parse.tokens[at - 1].text == "-" and parse.tokens[at - 1].end == parse.tokens[at].start:
        at -= 2
    return parse.tokens[at]


def _modifiers(parse: Parse, head: Token) -> list[Token]:
    """The unbroken run of words before the head that belong to it, articles and numbers left out."""
    run: list[Token] = []
    at = head.i - 1
    sentence = parse.sentences[head.sentence]
    while at >= sentence.first and head.i - at <= 8:
        token = parse.tokens[at]
        if token.pos in ("DET", "PRON", "NUM", "ADP", "VERB", "AUX", "CCONJ", "SCONJ") and token.tag not in (
            "VBN",
            "VBG",
        ):
            break
        if token.text == ")" or (token.tag == "VBN" and token.lower not in _BESIDE):
            break
        if token.pos == "PUNCT" and (token.text != "-" or parse.text[token.start - 1 : token.start].isspace()):
            break
        if token.ent in ("DATE", "TIME"):
            break  # "on Tuesday gunmen shot"
        beside = at == head.i - 1 and token.text[0].isupper()  # parsers take "Somali militants" for two names
        if not beside and not _below(parse, at, head.i):
            break
        run.insert(0, token)
        at -= 1
    while run and (run[0].text == "-" or run[0].pos in ("PART", "PUNCT")):
        run.pop(0)
    return run


def _below(parse: Parse, i: int, head: int) -> bool:
    for _ in range(6):
        if i == head:
            return True
        if parse.tokens[i].head == i:
            return False
        i = parse.tokens[i].head
    return False


def _of_a_group(parse: Parse, head: Token, covered: bytearray) -> int | None:
    """The end of "of the Aiyala clan" after "warriors", as a token index; None where no such group follows."""
    for child in parse.children(head.i):
        if child.lower not in ("of", "from") or child.dep != "prep" or not 0 < child.i - head.i <= 2:
            continue
        for noun in parse.children(child.i):
            name = parse.tokens[child.i + 1 : noun.i]
            listed = any(covered[t.start] == 1 for t in (*name, noun))
            if noun.lemma.lower() in _OF_GROUPS and not listed and any(t.pos == "PROPN" for t in name):
                return noun.i + 1
    return None


def _loyalty(parse: Parse, head: Token) -> int | None:
    """The end of "linked to Islamic State" after the head, as a token index; None where nothing such follows."""
    for child in parse.children(head.i):
        if child.i > head.i and child.lemma in _WHOSE and child.i - head.i <= 2:
            below = [t for t in parse.subtree(child.i) if 0 < t.i - child.i <= 8]
            names = [t for t in below if t.text[0].isupper() or t.lemma in _STATE_WORDS]
            if names:
                last = names[0].i
                while last + 1 < len(parse.tokens) and parse.tokens[last + 1].text[0].isupper():
                    last += 1
                return last + 1
    return None
