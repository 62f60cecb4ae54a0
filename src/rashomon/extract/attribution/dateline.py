"""Where a paragraph's telling begins: after "ADEN (AFP) - ", "TUNIS, Nov 24 (Reuters) - ", "8:10pm: "."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from rashomon.records import Paragraph

_LONGEST = 90  # characters
_DATELINE = re.compile(
    r"\s*(?:"
    r"[A-Z][^\n.!?;]{1,60}\([A-Z][^()\n]{1,30}\)\s*(?:[-–—]{1,2}|:)\s*"  # PLACE, Month day (Agency) -
    r"|[A-Z][A-Z'’.-]{2,}(?:[ ,/|&]+[\w'’.]+){0,6}\s*(?:[–—]|--|\s-|:)\s+"  # PLACE, Country --
    r"|(?:[A-Z][\w'’-]+[ ,/]*){1,4}\s(?:[–—]|--|-)\s+"  # Place -
    r"|\d{1,2}[:.]?\d{2}\s?(?:[ap]\.?m\.?)?\s?(?:[A-Z]{2,4})?\s*[:–—-]\s*"  # 8:10pm:
    r")"
)


class Datelines:
    """Answers where the words of a paragraph begin that tell something."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph]) -> None:
        self._starts = [p.start for p in paragraphs]
        self._ends = []
        for paragraph in paragraphs:
            match = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST))
            self._ends.append(match.end() if match else paragraph.start)

    def after(self, offset: int) -> int:
        """The offset itself, or where the dateline ends that it stands in."""
        i = bisect_right(self._starts, offset) - 1
        return max(offset, self._ends[i]) if i >= 0 else offset
