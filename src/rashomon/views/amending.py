"""What a reviewer reads in place of a claim, in the report's own words."""

from dataclasses import dataclass, replace

from rashomon.errors import BadInput
from rashomon.ledger import Ledger
from rashomon.records import Claim, Span, Speaker, Stance, Stated


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a claim should say in place of what was read; None leaves it as it was read.

    figures: low and high, as in a claim. speakers: the report's words, nearest to the fact first; () is its own voice.
    words: the report's words that say it.
    """

    figures: tuple[int | None, int | None] | None = None
    actor: str | None = None
    stance: Stance | None = None
    speakers: tuple[str, ...] | None = None
    part: bool | None = None
    words: str | None = None

    def of(self, claim: Claim, text: str) -> Claim:
        """The claim with what was given, every word of it found in the text; raises BadInput."""
        near = claim.span.start
        if self.words is not None:
            claim = replace(claim, span=words_near(text, self.words, near), rule="")
        if self.figures is not None:
            low, high = self.figures
            if (low, high) == (None, None) or (low is not None and high is not None and low > high):
                raise BadInput(f"from {low} to {high} is no count of people: give one of them, the lesser as low")
            claim = replace(claim, low=low, high=high, rule="")
        if self.stance is not None:
            claim = replace(claim, stance=self.stance)
        if self.actor is not None:
            stands = self.actor in text and bool(self.actor.strip())
            named = words_near(text, self.actor, near) if stands else claim.span
            claim = replace(claim, actor=Stated(self.actor, named, "" if stands else "named by a reviewer"))
        if self.speakers is not None:
            chain = tuple(Speaker(words_near(text, one, near)) for one in self.speakers if one.strip())
            claim = replace(claim, speakers=chain)
        return claim if self.part is None else replace(claim, part=self.part)


def text_of(ledger: Ledger, mention: str) -> str:
    """The text that a mention of a current reading stands in; raises BadInput where none holds it."""
    told = ledger.mentions([mention]).get(mention)
    if told is None:
        raise BadInput(f"no current reading holds {mention}: amend what is read now, and take the old review back")
    return ledger.report(told.report).text


def words_near(text: str, words: str, near: int) -> Span:
    """The words where they stand in the text, of several places the one nearest to what was read; raises BadInput."""
    places = []
    at = text.find(words) if words.strip() else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + len(words))
    if not places:
        raise BadInput(f"the report does not hold the words {words!r}: copy them from its text")
    start = min(places, key=lambda place: abs(place - near))
    return Span.of(text, start, start + len(words))
