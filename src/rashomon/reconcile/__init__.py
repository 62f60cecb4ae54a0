"""One incident's claims into accounts: agreements, contradictions, independent origins, low, best and high."""

from rashomon.reconcile.grading import GRADES, grade
from rashomon.reconcile.origins import origins, text_origins, voiced
from rashomon.reconcile.reconcile import reconcile
from rashomon.reconcile.reviewed import Rulings, ruling_on
from rashomon.reconcile.series import check_series
from rashomon.reconcile.tolls import RULES

__all__ = [
    "GRADES",
    "RULES",
    "Rulings",
    "check_series",
    "grade",
    "origins",
    "reconcile",
    "ruling_on",
    "text_origins",
    "voiced",
]
