"""The pages, one module each."""

from rashomon.web.pages import decide, incident, overview, queue, report, search, series, speakers

PAGES = (
    overview.router,
    incident.router,
    report.router,
    decide.router,
    queue.router,
    search.router,
    series.router,
    speakers.router,
)

__all__ = ["PAGES"]
