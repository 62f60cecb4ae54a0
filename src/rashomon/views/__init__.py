"""Views: the ledger as people read it. Each is a function of records; the terminal, exports and pages show the same."""

from rashomon.views.amending import Amendment, text_of
from rashomon.views.asked import Near, names_of, near
from rashomon.views.clusters import Area, Cluster, areas, clusters
from rashomon.views.countries import country_name, country_names, large_towns
from rashomon.views.found import Found, found_in
from rashomon.views.incident import (
    IncidentInFull,
    Pair,
    Parties,
    Question,
    Told,
    authors,
    authors_of,
    by_words,
    cited,
    incident_in_full,
    parties,
    questions,
    told_of,
)
from rashomon.views.marks import Mark, MarkKind, Piece, marks_of, pieces
from rashomon.views.matrix import Matrix, MatrixRow, Saying, Standing, matrix
from rashomon.views.members import place_of
from rashomon.views.over_time import Bin, BinGrain
from rashomon.views.overview import Facets, Overview, facets, overview
from rashomon.views.placing import MOST_OFFERED, Offer, offers, place_given, words_for
from rashomon.views.queue import Asked, LeftBehind, Queue, queue
from rashomon.views.reviews import Reviews, review_words, reviews_beside, to_review
from rashomon.views.rules import TOLL_RULES, grading, tolls_under
from rashomon.views.series import SeriesTold, check_series, series_told
from rashomon.views.speakers import Comparison, OutletRecord, SpeakerRecord, Voices, voices
from rashomon.views.then import incident_then
from rashomon.views.timeline import Day, timeline
from rashomon.views.wording import (
    OWN_VOICE,
    account_words,
    chain_words,
    claim_words,
    days_words,
    figures_words,
    number_words,
    place_name,
    short_type,
    toll_words,
)

__all__ = [
    "MOST_OFFERED",
    "OWN_VOICE",
    "TOLL_RULES",
    "Amendment",
    "Area",
    "Asked",
    "Bin",
    "BinGrain",
    "Cluster",
    "Comparison",
    "Day",
    "Facets",
    "Found",
    "IncidentInFull",
    "LeftBehind",
    "Mark",
    "MarkKind",
    "Matrix",
    "MatrixRow",
    "Near",
    "Offer",
    "OutletRecord",
    "Overview",
    "Pair",
    "Parties",
    "Piece",
    "Question",
    "Queue",
    "Reviews",
    "Saying",
    "SeriesTold",
    "SpeakerRecord",
    "Standing",
    "Told",
    "Voices",
    "account_words",
    "areas",
    "authors",
    "authors_of",
    "by_words",
    "chain_words",
    "check_series",
    "cited",
    "claim_words",
    "clusters",
    "country_name",
    "country_names",
    "days_words",
    "facets",
    "figures_words",
    "found_in",
    "grading",
    "incident_in_full",
    "incident_then",
    "large_towns",
    "marks_of",
    "matrix",
    "names_of",
    "near",
    "number_words",
    "offers",
    "overview",
    "parties",
    "pieces",
    "place_given",
    "place_name",
    "place_of",
    "questions",
    "queue",
    "review_words",
    "reviews_beside",
    "series_told",
    "short_type",
    "text_of",
    "timeline",
    "to_review",
    "told_of",
    "toll_words",
    "tolls_under",
    "voices",
    "words_for",
]
