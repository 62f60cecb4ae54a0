"""The command line: `rashomon --help` teaches it."""

from rashomon.cli.app import app, main

__all__ = ["app", "main"]
