"""The pages, one module each."""

from rashomon.web.pages import (
    account,
    admin,
    coding,
    decide,
    exporting,
    feed,
    incident,
    method,
    overview,
    queue,
    report,
    search,
    series,
    speakers,
    withdrawing,
)

PAGES = (
    overview.router,
    exporting.router,
    feed.router,
    incident.router,
    report.router,
    decide.router,
    queue.router,
    coding.router,
    method.router,
    search.router,
    series.router,
    speakers.router,
    withdrawing.router,
    account.router,
    admin.router,
)

__all__ = ["PAGES"]
