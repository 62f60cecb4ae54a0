"""Words that two mentions share, the rarer the more telling."""

from rashomon.link.gist import Bag, Gist, overlap
from rashomon.link.words import rarity

RARE = 9  # about one text in 2**9 or fewer holds the word: names of people, streets, villages


def _tenths(share: float, most: int) -> str:
    step = min(most, int(share * 10 + 1e-6))
    return f"{step / 10:.1f} and more"


def _common(left: Bag, right: Bag, most: int = 5) -> str:
    """The rarest words of both, for people."""
    table, held = rarity(), frozenset(right.words)
    common = sorted((w for w in left.words if w in held), key=lambda word: (-table.of(word), word))
    return ", ".join(common[:most])


def names(left: Gist, right: Gist) -> tuple[str, str]:
    """How many rare words, mostly names, stand in the report of both and in the sentences of at least one."""
    table = rarity()
    ones, twos = frozenset(left.near.words), frozenset(right.near.words)
    common = (ones & (twos | frozenset(right.report.whole.words))) | (twos & frozenset(left.report.whole.words))
    rare = sorted(word for word in common if table.of(word) >= RARE)
    level = next((name for name, most in _COUNTS if len(rare) <= most), "10 and more")
    return level, f"rare words in common: {', '.join(rare[:6])}" if rare else "no rare word in common"


_COUNTS = (("none", 0), ("1", 1), ("2", 2), ("3", 3), ("4 to 5", 5), ("6 to 9", 9))


def sentence_words(left: Gist, right: Gist) -> tuple[str, str]:
    """How alike the sentences are that report it."""
    share = overlap(left.near, right.near)
    return _tenths(
        share, 8
    ), f"the sentences share {share:.0%} of their telling words: {_common(left.near, right.near)}"


def report_words(left: Gist, right: Gist) -> tuple[str, str]:
    """How alike the reports are; near-copies share nearly all."""
    one, two = left.report.whole, right.report.whole
    share = overlap(one, two)
    return _tenths(share, 9), f"the reports share {share:.0%} of their telling words: {_common(one, two)}"


def title_words(left: Gist, right: Gist) -> tuple[str, str]:
    """How alike the titles are."""
    one, two = left.report.title, right.report.title
    if not one.words or not two.words:
        return "no title", "at least one has no title"
    share = overlap(one, two)
    step = next(name for name, least in _TITLES if share >= least)
    return step, f"the titles share {share:.0%} of their telling words: {_common(one, two)}"


_TITLES = (
    ("0.6 and more", 0.6),
    ("0.4 and more", 0.4),
    ("0.2 and more", 0.2),
    ("0.1 and more", 0.1),
    ("0.0 and more", -1.0),
)


def target_words(left: Gist, right: Gist) -> tuple[str, str]:
    """How alike the words for what was hit are."""
    if not left.targets.words or not right.targets.words:
        return "not told", "at least one does not tell what was hit"
    share = overlap(left.targets, right.targets)
    level = next(name for name, least in _TARGETS if share >= least)
    return level, f"what was hit shares {share:.0%} of its words: {_common(left.targets, right.targets)}"


_TARGETS = (("alike", 0.5), ("some alike", 0.2), ("a little alike", 0.01), ("other words", -1.0))
