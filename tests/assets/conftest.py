"""The scripts that make the assets are no package: they are found where they lie."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "assets"))
