"""Words that two mentions share, the rarer the more telling."""

from functools import lru_cache

from rashomon.link.gist import NAME_MARK, WHOLE, Bag, Gist, ReportGist
from rashomon.link.words import rarity

RARE = 7  # a word counts by how much rarer it is than those that about one text in 2**7 holds
TENTHS = tuple(f"{step / 10:.1f} and more" for step in range(10))
TITLES = ("0.0 and more", "0.1 and more", "0.2 and more", "0.4 and more", "0.6 and more")
_TITLES = (0.1, 0.2, 0.4, 0.6)
TARGETS = ("other words", "a little alike", "some alike", "alike")
_TARGETS = (0.01, 0.2, 0.5)
COUNTS = ("none", "1", "2", "3", "4 to 5", "6 to 9", "10 and more")
PEOPLE = ("not told", "others", "1", "2", "3 and more")
AGES = ("not told", "others", "1", "2", "3 and more")
_COUNTS = (1, 2, 3, 4, 6, 10)
RARER = ("none", "1", "3", "6", "10", "15", "21 and more")
_RARER = (1, 3, 6, 10, 15, 21)


def overlap(left: Bag, right: Bag) -> float:
    """How much two bags share: 0 nothing, 1 the same words (the cosine of their weights).

    The weights are whole numbers: the sum is exact, whichever side is left.
    """
    if not left.words or not right.words:
        return 0.0
    weights = _weights(left)
    shared = 0
    for word, weight in zip(right.words, right.weights, strict=True):
        if word in weights:
            shared += weights[word] * weight
    return shared / (WHOLE * WHOLE)


@lru_cache(maxsize=1024)  # one mention is compared with many in a row
def _weights(bag: Bag) -> dict[str, int]:
    return dict(zip(bag.words, bag.weights, strict=True))


def _step(share: float, bounds: tuple[float, ...], levels: tuple[str, ...]) -> str:
    """The level of the highest bound that the share reaches."""
    for n, bound in enumerate(bounds):
        if share < bound:
            return levels[n]
    return levels[len(bounds)]


def _said(what: str, left: Bag, right: Bag) -> str:
    """ "The titles share 40% of their telling words: qaim, convoy"; the rarest first."""
    table, held = rarity(), frozenset(right.words)
    common = sorted((w for w in left.words if w in held), key=lambda word: (-table.of(word), word))
    words = f": {', '.join(common[:5])}" if common else ""
    return f"{what} share {overlap(left, right):.0%} of their telling words{words}"


@lru_cache(maxsize=1024)
def _names(report: ReportGist) -> frozenset[str]:
    return frozenset(report.names.split(NAME_MARK)) if report.names else frozenset()


def names(left: Gist, right: Gist) -> str:
    """How many names of two words stand in both reports: people, streets, bodies."""
    if not left.report.names or not right.report.names:
        return COUNTS[0]
    return _step(len(_names(left.report).intersection(right.report.names.split(NAME_MARK))), _COUNTS, COUNTS)


def names_sentence(left: Gist, right: Gist) -> str:
    """ "Names in common: ossian thrale, marrow bridge"."""
    common = sorted(_names(left.report) & _names(right.report))
    return f"names in common: {', '.join(common[:6])}" if common else "no name in common"


def people(left: Gist, right: Gist) -> str:
    """How many people stand in both reports whom at least one calls hit, sought or tried."""
    one, two = left.report, right.report
    if not (one.people and (two.people or two.names)) and not (two.people and one.names):
        return PEOPLE[0]
    shared = len(_people(left, right))
    return PEOPLE[1 + min(3, shared)] if shared or (one.people and two.people) else PEOPLE[0]


def _people(left: Gist, right: Gist) -> frozenset[str]:
    one, two = left.report, right.report
    return (_called(one) & (_called(two) | _names(two))) | (_called(two) & _names(one))


@lru_cache(maxsize=1024)
def _called(report: ReportGist) -> frozenset[str]:
    return frozenset(report.people.split(NAME_MARK)) if report.people else frozenset()


def people_sentence(left: Gist, right: Gist) -> str:
    """ "People whom both name: ossian thrale"."""
    common = sorted(_people(left, right))
    if common:
        return f"people whom both name: {', '.join(common)}"
    both = left.report.people and right.report.people
    return "they name other people" if both else "at least one names nobody who was hit, sought or tried"


def ages(left: Gist, right: Gist) -> str:
    """How many of the ages that both reports give are the same."""
    one, two = left.report.ages, right.report.ages
    if not one or not two:
        return AGES[0]
    return AGES[1 + min(3, len(set(one).intersection(two)))]


def ages_sentence(left: Gist, right: Gist) -> str:
    """ "Ages in both: 9, 12"."""
    if not left.report.ages or not right.report.ages:
        return "at least one gives no age"
    common = sorted(set(left.report.ages).intersection(right.report.ages))
    return f"ages in both: {', '.join(map(str, common))}" if common else "they give other ages"


def rare(left: Gist, right: Gist) -> str:
    """How rare the words are, mostly names, that stand in both: 4 for each name, 1 for each word that is a little rare.

    Their rarities above RARE, added up.
    """
    table = rarity()
    return _step(sum(table.of(word) - RARE for word in _rare(left, right)), _RARER, RARER)


def _rare(left: Gist, right: Gist) -> frozenset[str]:
    held = _held(left)
    return held.intersection(right.report.whole.words).union(
        held.intersection(right.near.words), held.intersection(right.report.title.words)
    )


@lru_cache(maxsize=1024)
def _held(gist: Gist) -> frozenset[str]:
    table = rarity()
    held = {*gist.near.words, *gist.report.whole.words, *gist.report.title.words}
    return frozenset(word for word in held if table.of(word) > RARE)


def rare_sentence(left: Gist, right: Gist) -> str:
    """ "Rare words in common: thrale, marrow"; the rarest first."""
    found = sorted(_rare(left, right), key=lambda word: (-rarity().of(word), word))
    return f"rare words in common: {', '.join(found[:6])}" if found else "no rare word in common"


def sentences(left: Gist, right: Gist) -> str:
    """How alike the sentences are that report it."""
    return TENTHS[min(9, int(overlap(left.near, right.near) * 10))]


def sentences_sentence(left: Gist, right: Gist) -> str:
    """How much the sentences share, and which words."""
    return _said("the sentences", left.near, right.near)


def reports(left: Gist, right: Gist) -> str:
    """How alike the reports are; near-copies share nearly all."""
    return TENTHS[min(9, int(overlap(left.report.whole, right.report.whole) * 10))]


def reports_sentence(left: Gist, right: Gist) -> str:
    """How much the reports share, and which words."""
    return _said("the reports", left.report.whole, right.report.whole)


def titles(left: Gist, right: Gist) -> str:
    """How alike the titles are."""
    one, two = left.report.title, right.report.title
    return _step(overlap(one, two), _TITLES, TITLES) if one.words and two.words else "no title"


def titles_sentence(left: Gist, right: Gist) -> str:
    """How much the titles share, and which words."""
    one, two = left.report.title, right.report.title
    return _said("the titles", one, two) if one.words and two.words else "at least one has no title"


def targets(left: Gist, right: Gist) -> str:
    """How alike the words for what was hit are."""
    one, two = left.targets, right.targets
    return _step(overlap(one, two), _TARGETS, TARGETS) if one.words and two.words else "not told"


def targets_sentence(left: Gist, right: Gist) -> str:
    """How much the words for what was hit share, and which."""
    one, two = left.targets, right.targets
    return _said("the targets", one, two) if one.words and two.words else "at least one does not tell what was hit"
