"""The main mention of a pool's report, by the product's own reader where it is there, else by its words alone."""

from rashomon.records import Mention, Report, Span, Stated, SubEventType

READER = "words alone"


def main_mention(report: Report) -> Mention:
    """The mention that stands for a report that tells of one incident."""
    span = Span.of(report.text, 0, min(len(report.text), 600))
    return Mention("", report.id, span, Stated(SubEventType.ATTACK, span)).with_id()
