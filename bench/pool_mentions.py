"""The main mention of a pool's report, read by the product's own reader; readings are kept in `.cache/linking/`.

A kept reading is read anew when the reader's source has changed, unless `kept` is asked for.
"""

import pickle
from functools import cache
from hashlib import sha256
from pathlib import Path

import rashomon
from desk import parsed
from rashomon.link.gist import near_text
from rashomon.link.prose import headline
from rashomon.link.words import rarity, words
from rashomon.pipeline import read_parsed
from rashomon.records import Mention, Reading, Report, Span, Stated, SubEventType

CACHE = Path(__file__).resolve().parents[1] / ".cache" / "linking"
STAGES = ("extract", "when", "where", "who")


@cache
def reader_version() -> str:
    """A digest of the reader's source: changes whenever a reading may."""
    root = Path(rashomon.__file__).parent
    files = sorted(
        path for stage in STAGES for path in (root / stage).rglob("*") if path.suffix in (".py", ".json", ".csv")
    )
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def reading(report: Report, *, kept: bool = False) -> Reading:
    """The reading of a report. kept: take one from the cache by whatever version of the reader."""
    path = CACHE / f"{report.digest}.pickle"
    if path.exists():
        version, found = pickle.loads(path.read_bytes())  # noqa: S301 (our own cache)
        if kept or version == reader_version():
            return found  # type: ignore[no-any-return]
    found = read_parsed(report, parsed(report.text, report.title))
    CACHE.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps((reader_version(), found)))
    return found


def main_mention(report: Report, *, kept: bool = False) -> Mention:
    """The mention that stands for a report of one incident: the one that its title tells of, or its lead alone.

    It is the one whose sentences hold most of the title's words, the rarer the more; the first of several.
    """
    mentions = reading(report, kept=kept).mentions
    if mentions:
        title = frozenset(words(headline(report.title or "")))

        def shared(mention: Mention) -> int:
            return sum(map(rarity().of, title.intersection(words(near_text(mention, report.text)))))

        return min(mentions, key=lambda mention: (-shared(mention), mention.span.start, mention.id))
    span = Span.of(report.text, 0, min(len(report.text), 400))
    return Mention("", report.id, span, Stated(SubEventType.ATTACK, span)).with_id()


if __name__ == "__main__":
    import sys

    from gold_mentions import report_of
    from linking import rows

    for row in rows(Path(sys.argv[1])):
        reading(report_of(row["report"]), kept=True)
