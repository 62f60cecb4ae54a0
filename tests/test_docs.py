"""Docs cannot rot: every command, status and variable stands in the README or the contributing guide."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from rashomon import settings
from rashomon.cli import status
from rashomon.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]  # typer's group, not click's bare command


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_tells_of_every_command(command: str) -> None:
    assert f"| `{command}` |" in README


@pytest.mark.parametrize(
    "target", re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)
def test_every_make_target_is_told(target: str) -> None:
    assert f"make {target}" in README + CONTRIBUTING or f" {target}" in CONTRIBUTING


def test_the_readme_tells_every_exit_status() -> None:
    codes = {value for name, value in vars(status).items() if name.isupper() and isinstance(value, int)}
    told = README[README.index("Exit status:") :].split("\n\n", 1)[0]
    assert all(re.search(rf"\b{code}\b", told) for code in codes)


def test_the_readme_names_the_variable_of_the_ledger() -> None:
    assert settings.LEDGER_VARIABLE in README


def test_the_files_that_the_readme_points_to_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
