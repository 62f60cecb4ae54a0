"""The pages, one module each."""

from rashomon.web.pages import decide, incident, overview, report

PAGES = (overview.router, incident.router, report.router, decide.router)

__all__ = ["PAGES"]
