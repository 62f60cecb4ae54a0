"""The records that all stages share: frozen, slotted, plain data. They know nothing but each other."""

from rashomon.records.actor import Actor, ActorExpression, ActorKind, Membership
from rashomon.records.entry import Entry, EntryKind
from rashomon.records.incident import (
    Account,
    Contradiction,
    Incident,
    Join,
    Judgement,
    Reason,
    Reconciled,
    SeriesCheck,
    Toll,
    Verdict,
    Voiced,
)
from rashomon.records.mention import (
    About,
    Claim,
    Means,
    Mention,
    Reading,
    Series,
    Speaker,
    Stance,
    Stated,
    SubEventType,
)
from rashomon.records.parse import Layout, Paragraph, Parse, Sentence, Token
from rashomon.records.place import Place, PlaceExpression, PlaceKind, kilometres
from rashomon.records.report import Report
from rashomon.records.review import Redaction, Review, Ruling, WithdrawnReading, WithdrawnReview, WithdrawnText
from rashomon.records.span import Span
from rashomon.records.time import Anchor, Grain, Interval, TimeExpression

__all__ = [
    "About",
    "Account",
    "Actor",
    "ActorExpression",
    "ActorKind",
    "Anchor",
    "Claim",
    "Contradiction",
    "Entry",
    "EntryKind",
    "Grain",
    "Incident",
    "Interval",
    "Join",
    "Judgement",
    "Layout",
    "Means",
    "Membership",
    "Mention",
    "Paragraph",
    "Parse",
    "Place",
    "PlaceExpression",
    "PlaceKind",
    "Reading",
    "Reason",
    "Reconciled",
    "Redaction",
    "Report",
    "Review",
    "Ruling",
    "Sentence",
    "Series",
    "SeriesCheck",
    "Span",
    "Speaker",
    "Stance",
    "Stated",
    "SubEventType",
    "TimeExpression",
    "Token",
    "Toll",
    "Verdict",
    "Voiced",
    "WithdrawnReading",
    "WithdrawnReview",
    "WithdrawnText",
    "kilometres",
]
