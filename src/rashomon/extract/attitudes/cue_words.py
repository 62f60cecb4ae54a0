"""Which words may be the cue of an attribution, and what speaks for each: any verb, noun or adjective.

The features go from the word itself (its lemma with what it governs) to its classes (the shape of its complement, the
kind of its subject), so that a word seen often has weights of its own and a rare one those of its class.
"""

from rashomon.extract.attitudes.classes import classes
from rashomon.extract.attitudes.scene import Scene, kind_of_holder
from rashomon.extract.attribution.records import Sense
from rashomon.extract.decider import Features
from rashomon.records import Sentence, Token

_OPEN = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "acomp", "attr", "oprd", "prep", "prt", "dative", "acl", "agent"})
_SAME_CLAUSE = frozenset({"xcomp", "conj", "ccomp", "advcl", "relcl", "acl", "pcomp"})
_MARKS = frozenset({'"', "“", "”", "''", "``"})


def cue_candidates(scene: Scene, sentence: Sentence) -> list[Token]:
    """The words of the sentence that may be a cue, in order."""
    return [
        t
        for t in scene.parse.words(sentence)
        if t.i in scene.cues or (t.pos in _OPEN and t.dep not in ("aux", "auxpass", "compound"))
    ]


def cue_features(scene: Scene, token: Token) -> Features:
    """What speaks for and against this word being a cue."""
    lemma, pos = token.lemma.lower(), token.pos
    parts = complements(scene, token)
    frame = "+".join(parts[:3]) or "nothing"
    subject = scene.tree.subject(token) if pos in ("VERB", "AUX") else scene.tree.child(token.i, "poss")
    who = kind_of_holder(subject)
    passive = pos == "VERB" and scene.tree.is_passive(token)
    voice = f"{pos} passive" if passive else pos
    names = [
        voice,
        f"lemma {lemma} {pos}",
        f"stem {lemma[:5]}",
        f"ending {lemma[-3:]} {pos}",
        f"frame {frame}",
        f"{voice} {frame}",
        f"{lemma} {frame}",
        f"who {who}",
        f"{voice} who {who}",
        f"{frame} who {who}",
        f"{lemma} who {who}",
        f"{voice} {token.tag} {token.dep}",
        f"{voice} {token.dep} who {who}",
    ]
    for meaning in classes(lemma):
        names += [f"class {meaning} {voice}", f"class {meaning} {frame}", f"class {meaning} {who}"]
        names += [f"class {meaning} has {part}" for part in parts]
        names.append(f"class {meaning} {token.dep}")
    for part in parts:
        names += [f"has {part}", f"{voice} has {part}", f"{lemma} has {part}"]
    names += _around(scene, token, voice)
    names += _below(scene, token, voice, lemma)
    if subject is not None:
        names.append(f"subject {subject.lower}")
        if subject.lower in scene.spoke and subject.pos in ("PROPN", "NOUN"):
            names.append(f"{voice} subject speaks elsewhere")
    names += _attributed(scene, token, voice)
    return dict.fromkeys(names, 1.0)


def complements(scene: Scene, token: Token) -> list[str]:
    """What the word governs after it: "that", "clause", "to do", "doing", "object", "for", "person's object"."""
    tokens = scene.parse.tokens
    found = []
    for child in scene.parse.children(token.i):
        if child.dep not in _COMPLEMENTS:
            continue
        after = child.i > token.i
        if child.dep == "prep" or child.dep == "prt" or child.dep == "agent":
            if after:
                inner = next((t for t in scene.parse.children(child.i) if t.dep in ("pobj", "pcomp")), None)
                form = "" if inner is None or inner.dep == "pobj" else " doing"
                found.append(f"{child.lower}{form}")
        elif child.dep in ("ccomp", "xcomp", "acl"):
            opening = tokens[scene.tree.first[child.i]]
            if not after:
                found.append(f"{child.dep} before")
            elif opening.lower == "that":
                found.append("that")
            elif any(t.dep == "aux" and t.lower == "to" for t in scene.parse.children(child.i)):
                found.append(f"{child.dep} to do")
            elif child.tag == "VBG":
                found.append(f"{child.dep} doing")
            else:
                found.append(f"{child.dep} {'wh' if opening.tag in ('WP', 'WRB', 'WDT') else ''}")
        elif after:
            found.append(child.dep)
    return found


def _around(scene: Scene, token: Token, voice: str) -> list[str]:
    """The words beside it, and what governs it."""
    tokens = scene.parse.tokens
    sentence = scene.parse.sentences[token.sentence]
    head = tokens[token.head]
    names = [f"governor {head.lemma.lower()} {token.dep}", f"{voice} governor {head.pos} {token.dep}"]
    names += [f"governor class {meaning} {token.dep}" for meaning in classes(head.lemma.lower())]
    before = tokens[token.i - 1] if token.i > sentence.first else None
    after = tokens[token.i + 1] if token.i + 1 < sentence.last else None
    for name, word in (("before", before), ("after", after)):
        if word is None:
            names.append(f"{voice} {name} nothing")
            continue
        names += [f"{name} {word.lower}", f"{voice} {name} {word.tag}"]
        if word.text in _MARKS:
            names.append(f"{voice} {name} a quotation mark")
    if after is not None and token.i + 2 < sentence.last:
        names.append(f"{voice} then {after.pos} {tokens[token.i + 2].pos}")
    path, at = [], token
    for _ in range(3):
        path.append(at.dep)
        if at.head == at.i:
            break
        at = tokens[at.head]
    names.append(f"way up {'>'.join(path)}")
    names.append(f"layout {scene.parse.layout_of(sentence).value}")
    if scene.in_quotation(token):
        names.append(f"{voice} in quotation marks")
    return names


def _below(scene: Scene, token: Token, voice: str, lemma: str) -> list[str]:
    """The words that it governs, by their lemmas."""
    names = []
    for child in scene.parse.children(token.i):
        word = child.lemma.lower()
        if child.dep in ("aux", "neg", "auxpass"):
            names += [f"{child.dep} {word}", f"{voice} {child.dep} {word}"]
        elif child.dep in ("dobj", "attr", "acomp", "xcomp", "oprd", "advmod", "amod", "prt"):
            names += [f"{child.dep} {word}", f"{lemma} {child.dep} {word}"]
            names += [f"{child.dep} class {meaning}" for meaning in classes(word)]
            names += [f"{lemma} {child.dep} class {meaning}" for meaning in classes(word)]
            if child.dep == "dobj":
                names.append(f"{lemma} object {kind_of_holder(child)}")
                names += [f"{lemma} {word} {t.lower}" for t in scene.parse.children(child.i) if t.dep == "prep"]
        elif child.dep == "ccomp" or child.dep == "advcl":
            names.append(
                f"{lemma} {child.dep} {'with' if scene.tree.child(child.i, *_SUBJECTS) else 'without'} subject"
            )
        elif child.dep in ("det", "poss"):
            names.append(f"{voice} {child.dep} {child.lower if child.pos in ('DET', 'PRON') else child.ent}")
        elif child.dep == "conj":
            names.append(f"joined {word}")
    return names


def _attributed(scene: Scene, token: Token, voice: str) -> list[str]:
    """What the reading of reports found: whether it is a cue, and in whose words it stands."""
    names = []
    found = scene.cues.get(token.i)
    if found is not None:
        name = "attitude" if found.sense is Sense.ATTITUDE else found.sense.value
        names += ["is a cue", f"{voice} is a cue: {name}", f"is a cue: {name}, {found.kind.value}"]
        names.append(f"is a cue: {'named' if found.said_by else 'nobody'}, {found.kind.value}")
    outer = scene.within[token.i]
    if outer is not None:
        name = "attitude" if outer.sense is Sense.ATTITUDE else outer.sense.value
        names += [f"{voice} in words of another", f"in words of another: {name}, {outer.kind.value}"]
        if found is not None:
            names.append("a cue in words of another")
    at = token
    for _ in range(4):
        if at.dep not in _SAME_CLAUSE or at.head == at.i:
            break
        above = scene.parse.tokens[at.head]
        if above.i in scene.cues:
            names += [f"{voice} below a cue by {at.dep}", f"below {scene.cues[above.i].sense.value} by {at.dep}"]
            break
        at = above
    for child in scene.parse.children(token.i):
        if child.i in scene.cues:
            names.append(f"{voice} above a cue by {child.dep}")
    return names
