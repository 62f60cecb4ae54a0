"""Origins: copies of one wire story, and all that rests on one speaker's statement, count once.

Reports, outlets and origins are three counts. Where it is not sure that two texts or speakers are apart, they are
counted as one: a figure's support is rather told too low than too high.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from zlib import crc32

from rensa import RMinHash

from rashomon.reconcile.names import grouped, known
from rashomon.records import Claim, Mention, Report, Voiced

SHINGLE = 5  # words
PERMUTATIONS = 128
LIKELY = 0.25  # MinHash estimate from which two texts are compared word for word
COPY = 0.5  # share of the shorter text's shingles that stand in the other: then one is a copy of the other
LONGEST_READ = 20_000  # characters
_WORD = re.compile(r"\w+")
_AGENCIES = "Reuters|AFP|AP|UPI|Xinhua|TASS|Interfax|Anadolu|EFE|DPA|dpa|ANSA|PTI|IANS|Bernama|Kyodo|Yonhap|IRNA|SANA"
_CREDIT = re.compile(
    # "(Reuters) -", "BAGHDAD, Jan 3 (AFP) —", "AFP", "— Associated Press" on a line of its own, "By Reuters"
    r"\((?P<dateline>" + _AGENCIES + r"|Associated Press|Agence France-Presse|Anadolu Agency)\)\s*(?:[-–—:]|$)"
    r"|^\W*(?:by|source|from)?\W{0,3}(?P<line>" + _AGENCIES + r"|(?:The )?Associated Press|Agence France-Presse"
    r"|Press Trust of India)\W*$",
    re.MULTILINE | re.IGNORECASE,
)
_SHORT = {"associatedpress": "ap", "theassociatedpress": "ap", "agencefrancepresse": "afp", "presstrustofindia": "pti"}
_SHORT["anadoluagency"] = "anadolu"


def credit(report: Report) -> str | None:
    """The news agency to which the report credits its text ("reuters"), None where it credits none.

    A credit is a dateline's bracket, a line that holds nothing but the agency's name, or the outlet itself. An agency
    that is quoted in the text is a speaker, not a credit.
    """
    if report.outlet and re.fullmatch(_CREDITED_OUTLET, report.outlet.strip(), re.IGNORECASE):
        return _agency(report.outlet)
    found = _CREDIT.search(report.text, 0, LONGEST_READ)
    return _agency(found.group("dateline") or found.group("line")) if found else None


_CREDITED_OUTLET = (
    rf"(?:{_AGENCIES}|(?:The )?Associated Press|Agence France-Presse|Anadolu Agency)(?: news(?: agency)?)?"
)


def _agency(name: str) -> str:
    plain = re.sub(r"[^a-z]", "", re.sub(r"\bnews( agency)?$", "", name.strip().lower()))
    return _SHORT.get(plain, plain)


def shingles(text: str) -> frozenset[int]:
    """Every run of five words, hashed; a text of fewer words is one run."""
    words = _WORD.findall(text[:LONGEST_READ].lower())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs) if words else frozenset()


def text_origins(reports: Iterable[Report]) -> dict[str, str]:
    """For each report of one incident the origin of its text: "wire:reuters", or "text:" and the first report's id.

    Copies are found by MinHash and then compared run by run. Order does not matter: the first is the earliest
    published, then the least id.
    """
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: (str(r.published or "9999"), r.id))
    runs = [shingles(report.text) for report in ordered]
    sketches = [_sketch(found) for found in runs]
    wires = [credit(report) for report in ordered]
    root = list(range(len(ordered)))
    for i in range(len(ordered)):
        for j in range(i):
            if root[i] != root[j] and (
                (wires[i] and wires[i] == wires[j]) or _copies(runs[i], runs[j], sketches[i], sketches[j])
            ):
                low, high = sorted((root[i], root[j]))
                root = [low if r == high else r for r in root]
    named: dict[int, str] = {}
    for i, wire in enumerate(wires):
        if wire:
            named.setdefault(root[i], f"wire:{wire}")
    return {report.id: named.get(root[i], f"text:{ordered[root[i]].id}") for i, report in enumerate(ordered)}


def _sketch(runs: frozenset[int]) -> RMinHash:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
    sketch.update([str(run) for run in sorted(runs)])
    return sketch


def _copies(one: frozenset[int], two: frozenset[int], left: RMinHash, right: RMinHash) -> bool:
    if not one or not two:
        return False
    # A short brief cut from a long story shares few of all runs but nearly all of its own: it is compared at once.
    if len(one) * 4 > len(two) and len(two) * 4 > len(one) and left.jaccard(right) < LIKELY:
        return False
    return len(one & two) >= COPY * min(len(one), len(two))


def voiced(mentions: Sequence[Mention], reports: Mapping[str, Report]) -> tuple[Voiced, ...]:
    """Every claim of one incident with its report, outlet and origin, in the order of the mentions.

    A claim by a speaker who can be told from others has the speaker's origin ("said:ministry interior"); one by
    "witnesses", or in the report's own voice, has the origin of the report's text.
    """
    texts = text_origins(reports[mention.report] for mention in mentions)
    found = [(mention, claim) for mention in mentions for claim in mention.claims]
    names = [_speaker(claim) for _, claim in found]
    roots = grouped(names)
    made = []
    for i, (mention, claim) in enumerate(found):
        said = min((names[j] for j in range(len(names)) if roots[j] == roots[i]), key=_shortest)
        origin = f"said:{' '.join(sorted(said))}" if names[i] else texts[mention.report]
        made.append(Voiced(claim, mention.id, mention.report, reports[mention.report].outlet, origin))
    return tuple(made)


def _shortest(name: frozenset[str]) -> tuple[int, list[str]]:
    return len(name), sorted(name)


def _speaker(claim: Claim) -> frozenset[str]:
    """Who a claim rests on: the speaker nearest to the fact who can be told from others; empty for nobody such."""
    if not claim.speakers:
        return frozenset()
    first = claim.speakers[0]
    return frozenset({f"={first.actor}"}) if first.actor else known(first.name)


def origins(mentions: Sequence[Mention], reports: Mapping[str, Report]) -> frozenset[str]:
    """The independent origins of one incident: of all its claims, and of the texts of mentions without any."""
    texts = text_origins(reports[mention.report] for mention in mentions)
    bare = {texts[mention.report] for mention in mentions if not mention.claims}
    return frozenset(v.origin for v in voiced(mentions, reports)) | bare
