"""The pages, one module each."""

from rashomon.web.pages import decide, incident, overview, report, search, series, speakers

PAGES = (overview.router, incident.router, report.router, decide.router, search.router, series.router, speakers.router)

__all__ = ["PAGES"]
