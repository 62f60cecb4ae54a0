"""Ingest: files, folders and standard input to reports, the text as published; what is wrong is told of each."""

from rashomon.ingest.inputs import KINDS, estimate, ingest
from rashomon.ingest.outcome import HARMLESS, Ingested, Note, Rejection, Source, Trouble

__all__ = ["HARMLESS", "KINDS", "Ingested", "Note", "Rejection", "Source", "Trouble", "estimate", "ingest"]
