"""Builds in several processes and on Ray, from the command line."""

from pathlib import Path

import pytest
from tests.conftest import Places
from typer.testing import CliRunner, Result

from rashomon.cli import app

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="rashomon")


@pytest.mark.parametrize("where", [("--workers", "2"), ("--ray", "local")])
def test_a_build_elsewhere_holds_what_one_here_holds(places: Places, where: tuple[str, ...]) -> None:
    here, there = places("here"), places("there")
    assert run("build", str(EXAMPLES), "--ledger", here).exit_code == 0
    assert run("build", str(EXAMPLES), "--ledger", there, *where).exit_code == 0
    shown = [run("export", "--format", "desk", "--ledger", ledger).stdout for ledger in (here, there)]
    assert shown[0] == shown[1] != ""
