"""How fast reports are read, beside the bare spaCy pipeline over the same texts in the same run.

    python bench/speed.py                      the desk's reports, and a mixed stream with nine other articles to one
    python bench/speed.py --growth             how time and memory grow from 100 to 10,000 reports

Ratios count, not seconds: machines are shared. The floor is the bare parser. The other articles are those of the
geoparsing sets (local news, unpacked into `.cache/`); where the shared folder is absent, the project's own reports are
read and no stream.
"""

import argparse
import resource
import subprocess
import sys
import tarfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from desk import SHARED, gold, own, report_of
from rashomon.executing import in_process
from rashomon.extract.model import pipeline
from rashomon.pipeline import READ, read
from rashomon.records import Report

PACKED_NEWS = SHARED / "data" / "geoparsing" / "lgl-geovirus.tar.xz"
NEWS = Path(__file__).resolve().parents[1] / ".cache" / "geoparsing"
LOCAL_NEWS = NEWS / "data" / "Corpora" / "lgl.xml"
ROUNDS = 3  # the fastest of so many runs


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the fastest of ROUNDS runs."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def bare(reports: Sequence[Report]) -> None:
    """The floor: spaCy alone, each text whole."""
    for doc in pipeline().pipe((report.text for report in reports), batch_size=64):
        assert doc is not None


def ours(reports: Iterable[Report]) -> None:
    """The product's own reading."""
    for outcome in in_process(READ, reports):
        assert outcome.reading is not None


def compare(name: str, reports: Sequence[Report], target: float) -> None:
    """One line: reports a second of both, and the ratio beside its target."""
    floor, mine = seconds(lambda: bare(reports)), seconds(lambda: ours(reports))
    print(
        f"{name:34} {len(reports):6} reports  bare spaCy {len(reports) / floor:7.1f}/s"
        f"  rashomon {len(reports) / mine:7.1f}/s  ratio {floor / mine:5.2f}  (target {target})"
    )


def others() -> list[Report]:
    """Articles that are no reports of incidents, as far as we know: local news; empty where absent."""
    if not LOCAL_NEWS.exists():
        if not PACKED_NEWS.exists():
            return []
        with tarfile.open(PACKED_NEWS) as packed:
            packed.extractall(NEWS, filter="data")
    texts = [article.findtext("text") or "" for article in ET.parse(LOCAL_NEWS).getroot()]  # noqa: S314 (our own cache)
    return [Report(f"other-{i}", text) for i, text in enumerate(texts)]


def megabytes() -> float:
    """The peak memory of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def growth(reports: Sequence[Report]) -> None:
    """Time a report and peak memory as the number of reports grows."""
    for count in (100, 1_000, 10_000):
        start = time.process_time()
        ours(islice(cycle(reports), count))
        spent = time.process_time() - start
        print(f"{count:6} reports: {1000 * spent / count:6.1f} ms a report, peak memory {megabytes():6.0f} MB")


def main() -> None:
    """Prints what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--growth", action="store_true")
    arguments = parser.parse_args()
    records = list(gold()) if (SHARED / "desk").exists() else list(own())
    reports = [report_of(record) for record in records if record["mentions"]]
    read(reports[0])
    if arguments.growth:
        growth(reports)
        return
    compare("incident reports only", reports, 0.6)
    news = others()
    if news:
        compare("mixed stream, one in ten", [*news, *reports[: len(news) // 9]], 1.5)
    print(f"peak memory {megabytes():.0f} MB (target under 1,000)")
    for arguments_ in (["--version"], ["--help"]):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "rashomon", *arguments_], check=True, capture_output=True)  # noqa: S603
        print(f"start-up, rashomon {arguments_[0]}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
