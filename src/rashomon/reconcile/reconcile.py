"""One incident with its accounts set side by side, nothing decided in silence."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from rashomon.errors import BadInput
from rashomon.reconcile.accounts import accounts
from rashomon.reconcile.contradictions import contradictions
from rashomon.reconcile.origins import origins, voiced
from rashomon.reconcile.reviewed import Rulings, as_reviewed, placed, rule_of, ruled, vouched
from rashomon.reconcile.tolls import RULES, toll
from rashomon.records import About, Incident, Mention, Reconciled, Report


def reconcile(
    incident: Incident,
    mentions: Mapping[str, Mention] | Iterable[Mention],
    reports: Mapping[str, Report],
    rule: str = "origins",
    rulings: Rulings = MappingProxyType({}),
) -> Reconciled:
    """The incident's accounts, tolls and contradictions, and how many reports, outlets and origins tell of it.

    mentions, reports: at least the incident's own, by id. rule: how the best figure of a toll is chosen, one of
    `RULES`; it is written out in each toll. Outlets that no report names count by report. Raises BadInput for an
    unknown rule or a mention that is not there.
    rulings: what reviewers ruled on claims of these mentions (`Ledger.rulings`): what is rejected is set aside, what is
    amended counts as amended, and the rule of a toll says so where it applied. A place that a reviewer gave a mention
    stands in place of what was read.
    """
    if rule not in RULES:
        raise BadInput(f"toll rule {rule!r} is not known: use one of {', '.join(RULES)}")
    known = mentions if isinstance(mentions, Mapping) else {mention.id: mention for mention in mentions}
    missing = [m for m in incident.mentions if m not in known or known[m].report not in reports]
    if missing:
        raise BadInput(
            f"incident {incident.id} holds mention {missing[0]!r}, which was not given: pass it and its report"
        )
    own = [known[m] for m in incident.mentions]
    counted = as_reviewed(own, rulings)
    told = tuple(
        replace(one, read=read) for one, read in zip(voiced(counted.mentions, reports), counted.read, strict=True)
    )
    read_in = {mention.report: reports[mention.report] for mention in own}
    days = {key: report.published.toordinal() for key, report in read_in.items() if report.published}
    tolls = [toll(told, about, days, rule, rule_of(about, own, rulings)) for about in (About.KILLED, About.WOUNDED)]
    return Reconciled(
        incident,
        accounts(told),
        tuple(one for one in tolls if one),
        contradictions(counted.mentions, told),
        len(read_in),
        len({report.outlet or f"report {key}" for key, report in read_in.items()}),
        len(origins(counted.mentions, reports)),
        voiced(counted.rejected, reports),
        placed(own, rulings),
        ruled(own, rulings),
        vouched(own, rulings),
    )
