"""rashomon: a ledger of incidents from news reports in which every fact is a sourced claim."""

__version__ = "0.1.0"
