"""A build that is killed leaves a ledger that verifies, and a second run completes it."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.conftest import Places

from rashomon.errors import BadInput
from rashomon.ledger import Ledger

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KILLS = 3
LATEST = 4.0  # seconds; a build of the examples takes about as long


def build(ledger: str) -> "subprocess.Popen[bytes]":
    """A build of the examples in a process of its own."""
    command = [sys.executable, "-m", "rashomon", "build", str(EXAMPLES), "--ledger", ledger]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


def begun(location: str) -> bool:
    """True where a build came as far as to make its ledger."""
    try:
        Ledger.open(location, create=False).close()
    except BadInput:
        return False
    return True


def test_a_killed_build_verifies_and_a_second_run_completes_it(places: Places) -> None:
    seed = 20_190_825
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311 (moments, not secrets)
    killed, whole = places("killed"), places("whole")
    for _ in range(KILLS):
        process = build(killed)
        time.sleep(chance.uniform(0.5, LATEST))
        process.send_signal(signal.SIGKILL)
        process.wait()
        if begun(killed):
            with Ledger.open(killed) as ledger:
                assert ledger.verify() == []
    for path in (killed, whole):
        assert build(path).wait() == 0
    with Ledger.open(killed) as one, Ledger.open(whole) as two:
        assert one.verify() == []
        assert list(one.each_incident()) == list(two.each_incident())
        assert list(one.readings()) == list(two.readings())
