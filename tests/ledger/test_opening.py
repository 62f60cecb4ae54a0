"""What cannot be opened is refused in words for people, and nothing is changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ledger.planted import reading, report

from rashomon.errors import BadInput, LedgerDamaged, Unavailable
from rashomon.ledger import Ledger
from rashomon.ledger.sqlite import Sqlite


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed ledger of one report in a file."""
    path = tmp_path / "kept.db"
    with Ledger.open(str(path)) as ledger:
        one = report()
        ledger.add_read(one, reading(one))
    return path


def refused(path: Path, kind: type[Exception], message: str, *, create: bool = True) -> None:
    """Opening fails so, and leaves the folder as it is."""
    before = {other.name: other.read_bytes() for other in path.parent.iterdir() if other.is_file()}
    with pytest.raises(kind, match=message):
        Ledger.open(str(path), create=create)
    assert {other.name: other.read_bytes() for other in path.parent.iterdir() if other.is_file()} == before


def test_opening_makes_a_ledger_and_leaves_nothing_else(tmp_path: Path) -> None:
    Ledger.open(str(tmp_path / "new.db")).close()
    assert [path.name for path in tmp_path.iterdir()] == ["new.db"]


def test_a_closed_ledger_is_one_file(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == ["kept.db"]


def test_a_missing_ledger_is_named(tmp_path: Path) -> None:
    refused(tmp_path / "none.db", BadInput, "there is no ledger at .*none.db: `rashomon build` makes one", create=False)


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    refused(tmp_path, BadInput, "is a folder")


def test_an_empty_file_is_no_new_ledger(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    refused(tmp_path / "x.db", BadInput, "is empty: if it was a ledger, its content is lost")


def test_another_file_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("A drone strike near Aldan")
    refused(tmp_path / "x.db", BadInput, "not an SQLite database")


def test_another_database_is_no_ledger(tmp_path: Path) -> None:
    import sqlite3

    raw = sqlite3.connect(tmp_path / "x.db")
    raw.execute("CREATE TABLE entry (number INTEGER)")
    raw.close()
    refused(tmp_path / "x.db", BadInput, "no ledger of rashomon")


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.99])
def test_a_truncated_file_is_refused(file: Path, part: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * part)])
    refused(file, LedgerDamaged, "is cut off: .* restore")


def test_a_ledger_of_a_newer_schema_is_refused(file: Path) -> None:
    import sqlite3

    raw = sqlite3.connect(file)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    refused(file, BadInput, "schema 9999.*update this one")


def test_a_ledger_that_a_newer_program_took_over_meanwhile_is_not_written(file: Path) -> None:
    import sqlite3

    with Ledger.open(str(file)) as ledger:
        raw = sqlite3.connect(file)
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
        raw.close()
        with pytest.raises(BadInput, match="schema 9999"):
            ledger.add_report(report("r-2"))
        head = ledger.head()
        assert head
        assert head.number == 2


@pytest.mark.parametrize(
    ("url", "kind", "message"),
    [
        ("mysql://desk@localhost/ledger", BadInput, "mysql:// is no database that rashomon keeps ledgers in"),
        ("postgresql://desk@localhost", BadInput, "names no database: add /DATABASE"),
        ("postgresql://desk@localhost:notaport/x", BadInput, "is no database URL"),
        ("://", BadInput, "is no database URL"),
        ("postgresql://desk:hunter2@127.0.0.1:9/x", Unavailable, "cannot be reached"),
        ("postgresql://desk:hunter2@no-such-host.invalid/x", Unavailable, "cannot be reached"),
    ],
)
def test_a_wrong_database_url_is_refused_without_telling_the_password(
    url: str, kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message) as caught:
        Ledger.open(url)
    assert "hunter2" not in str(caught.value)


_AS_NOBODY = """
import os, sys
from rashomon.errors import RashomonError
from rashomon.ledger import Ledger
sys.path.insert(0, {tests!r})
from tests.ledger.planted import report

def use(location):
    with Ledger.open(location) as ledger:
        said = len(list(ledger.reports())), len(ledger.verify())
        print(*said)
        ledger.add_report(report("r-2"))

use({warm!r})  # so that all is imported before the rights to read it go
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    use(sys.argv[1])
except RashomonError as error:
    print(type(error).__name__, error)
"""


def as_nobody(path: Path, warm: Path) -> list[str]:
    """What reading and then writing a ledger says, line by line, to somebody who may only read."""
    script = _AS_NOBODY.format(tests=str(Path(__file__).parents[2]), warm=str(warm))
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.splitlines()[1:]


@pytest.fixture
def open_folder() -> Path:
    """A folder that everybody may enter; pytest's own are closed."""
    import tempfile

    path = Path(tempfile.mkdtemp())
    path.chmod(0o755)
    return path


def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(
    file: Path, open_folder: Path, tmp_path: Path
) -> None:
    kept = Path(shutil.copy(file, open_folder / "kept.db"))
    kept.chmod(0o444)
    open_folder.chmod(0o555)
    try:
        read, refused = as_nobody(kept, tmp_path / "warm.db")
        assert read == "1 0"
        assert refused.startswith("Unavailable")
        assert "can only be read" in refused
        assert kept.read_bytes() == file.read_bytes()
        (made,) = as_nobody(open_folder / "new.db", tmp_path / "warm.db")
        assert made.startswith("Unavailable")
        assert "no ledger can be made" in made
        assert [path.name for path in open_folder.iterdir()] == ["kept.db"]
    finally:
        open_folder.chmod(0o755)
        shutil.rmtree(open_folder)


def test_two_who_make_the_same_ledger_at_once_share_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.db"
    made = Sqlite.create_indexes

    def overtaken(self: Sqlite, connection: object) -> None:
        made(self, connection)  # type: ignore[arg-type]
        monkeypatch.setattr(Sqlite, "create_indexes", made)
        with Ledger.open(str(path)) as other:
            other.add_report(report())

    monkeypatch.setattr(Sqlite, "create_indexes", overtaken)
    with Ledger.open(str(path)) as ledger:
        assert ledger.report("r-1") == report()


def test_a_second_writer_waits_and_then_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.ledger.sqlite.WAIT_MS", 50)
    with Ledger.open(str(file)) as one, Ledger.open(str(file)) as two, one.batch():
        one.add_report(report("r-2"))
        with pytest.raises(Unavailable, match="another program is writing"):
            two.add_report(report("r-3"))
        assert [known.id for known in two.reports()] == ["r-1"]
