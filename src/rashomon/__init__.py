"""rashomon: a ledger of incidents from news reports in which every fact is a sourced claim.

    import rashomon
    reading = rashomon.read(rashomon.Report(id="r1", text="...", published=date(2019, 8, 26)))
    with rashomon.Ledger.open("rashomon.db") as ledger:
        rashomon.build(reports, ledger)

`read` gives what one report tells, `build` fills a ledger. The names are loaded on first use, since the reader's
libraries take a second.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.ledger import Ledger
    from rashomon.pipeline import BuildResult, build, read
    from rashomon.records import Reading, Report

__version__ = "0.1.0"
__all__ = ["BuildResult", "Ledger", "Reading", "Report", "build", "read"]

_HOMES = {
    "BuildResult": "rashomon.pipeline",
    "Ledger": "rashomon.ledger",
    "Reading": "rashomon.records",
    "Report": "rashomon.records",
    "build": "rashomon.pipeline",
    "read": "rashomon.pipeline",
}


def __getattr__(name: str) -> Any:
    """The public names, loaded on first use."""
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}; it has {', '.join(sorted(_HOMES))}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
