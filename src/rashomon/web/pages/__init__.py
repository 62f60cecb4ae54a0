"""The pages, one module each."""

from rashomon.web.pages import coding, decide, incident, overview, queue, report, search, series, speakers

PAGES = (
    overview.router,
    incident.router,
    report.router,
    decide.router,
    queue.router,
    coding.router,
    search.router,
    series.router,
    speakers.router,
)

__all__ = ["PAGES"]
