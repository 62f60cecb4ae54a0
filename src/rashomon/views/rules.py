"""What the same claims come to under other written rules: tolls after UCDP, ACLED or Airwars, Airwars' grades."""

from collections.abc import Mapping

from rashomon.ledger import Ledger
from rashomon.reconcile import RULES, grade, reconcile
from rashomon.records import Grading, Reconciled, Toll

TOLL_RULES: Mapping[str, str] = {name: written for name, (_, written) in RULES.items()}
DEFAULT_RULE = "origins"  # by which the ledger's tolls are chosen


def tolls_under(ledger: Ledger, found: Reconciled, rule: str) -> tuple[Toll, ...]:
    """The incident's tolls under one of TOLL_RULES, those of the ledger under the first; raises BadInput for another.

    `tolls_under(ledger, ledger.incident("i-3f2a"), "ucdp")[0].best` is the lowest figure that two origins back.
    """
    if rule == DEFAULT_RULE:
        return found.tolls
    mentions = ledger.mentions(found.incident.mentions)
    reports = ledger.reports_of(mention.report for mention in mentions.values())
    return reconcile(found.incident, mentions, reports, rule, ledger.rulings(mentions)).tolls


def grading(found: Reconciled) -> Grading:
    """The incident's grade after Airwars, with the rule and what fulfils it."""
    return grade(found)
