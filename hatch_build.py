"""Puts the pages' assets into a wheel or a source archive: an archive that holds them needs no npm to be installed."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Assets(BuildHookInterface[Any]):
    """Runs assets/vendoring.py; for an editable installation `make install` does it in its own time."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make what is missing; raises Unbuildable where that cannot be done, for half a wheel helps nobody."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "assets"))
        from vendoring import build

        build()
