"""Ledgers moved between databases and into bundles and back are equal, and damage on the way is found."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ledger.planted import TEXT, judgement, mortar, reading, reconciled, report, strike
from tests.ledger.test_verifying import meddle, tables

from rashomon.errors import BadInput, LedgerDamaged, Unavailable
from rashomon.ledger import Ledger, check_bundle, copy_ledger, read_bundle, write_bundle


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A ledger with everything in it: a revision, a judgement, incidents and a withdrawn report."""
    one, two, gone = report("r-1"), report("r-2", "<b>Now</b>. " + TEXT), report("r-3")
    for each in (one, two, gone):
        ledger.add_read(each, reading(each))
    revised = report("r-1", TEXT + " More to come.")
    ledger.add_read(revised, reading(revised))
    ledger.judge(judgement(strike(revised).id, strike(two).id))
    ledger.redact("r-3", by="Counsel", why="an order")
    found = [reconciled(strike(revised), strike(two)), reconciled(mortar(revised)), reconciled(mortar(two))]
    ledger.replace_incidents(found, 10)
    assert ledger.verify() == []
    return ledger


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """Another ledger, in a file."""
    with Ledger.open(str(tmp_path / "other.db")) as other:
        yield other


def assert_equal(one: Ledger, other: Ledger) -> None:
    """Two ledgers hold the same, entry for entry and row for row."""
    assert list(one.entries()) == list(other.entries())
    assert tables(one) == tables(other)
    assert one.incidents() == other.incidents()
    assert list(one.each_incident()) == list(other.each_incident())
    assert one.stale() == other.stale()
    assert other.verify() == []


def test_a_copy_is_equal(full: Ledger, empty: Ledger) -> None:
    assert copy_ledger(full, empty) == full.head()
    assert_equal(full, empty)
    empty.add_report(report("r-4"))


def test_a_copy_into_a_ledger_that_holds_something_is_refused(full: Ledger, empty: Ledger) -> None:
    empty.add_report(report())
    with pytest.raises(BadInput, match="holds 1 entries: give a new one"):
        copy_ledger(full, empty)


def test_a_copy_of_an_altered_ledger_is_refused_and_leaves_nothing(full: Ledger, empty: Ledger) -> None:
    meddle(full, "UPDATE entry SET payload = replace(payload, 'six', 'two') WHERE number = 3")
    with pytest.raises(LedgerDamaged, match="entry 3 does not fit its hash"):
        copy_ledger(full, empty)
    assert empty.head() is None


def test_a_copy_of_a_forged_chain_is_refused(full: Ledger, empty: Ledger) -> None:
    meddle(full, "UPDATE entry SET why = 'another' WHERE number = 4")
    with pytest.raises(LedgerDamaged, match="entry 4 does not fit the chain"):
        copy_ledger(full, empty)


def test_a_bundle_read_back_is_equal(full: Ledger, empty: Ledger, tmp_path: Path) -> None:
    write_bundle(full, tmp_path / "a.zip")
    assert read_bundle(empty, tmp_path / "a.zip") == full.head()
    assert_equal(full, empty)
    write_bundle(empty, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_bundle_of_an_empty_ledger_is_read_back(ledger: Ledger, empty: Ledger, tmp_path: Path) -> None:
    write_bundle(ledger, tmp_path / "a.zip")
    assert read_bundle(empty, tmp_path / "a.zip") is None


def check_alone(bundle: Path) -> tuple[int, str]:
    """What the bundle's own checker says, without this program."""
    with zipfile.ZipFile(bundle) as opened:
        checker = opened.extract("check_bundle.py", bundle.parent / "unpacked")
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", checker, str(bundle)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_bundle_is_checked_without_this_program(full: Ledger, tmp_path: Path) -> None:
    write_bundle(full, tmp_path / "a.zip")
    assert check_alone(tmp_path / "a.zip") == (0, "all hashes, links and spans fit\n")


def rewritten(bundle: Path, name: str, old: str, new: str, *, with_sums: bool) -> None:
    """Alter one file of a bundle, and its line of SHA256SUMS too."""
    with zipfile.ZipFile(bundle) as opened:
        files = {each: opened.read(each) for each in opened.namelist()}
    assert old.encode() in files[name]
    files[name] = files[name].replace(old.encode(), new.encode(), 1)
    if with_sums:
        import hashlib

        lines = [
            f"{hashlib.sha256(files[each]).hexdigest()}  {each}\n" for each in sorted(files) if each != "SHA256SUMS"
        ]
        files["SHA256SUMS"] = "".join(lines).encode()
    with zipfile.ZipFile(bundle, "w") as made:
        for each, content in files.items():
            made.writestr(each, content)


@pytest.mark.parametrize(
    ("name", "old", "new", "with_sums", "message"),
    [
        ("ledger.jsonl", "six guards", "two guards", False, "ledger.jsonl does not fit its hash"),
        ("reports/00000001.txt", "six", "two", False, "reports/00000001.txt does not fit its hash"),
        ("ledger.jsonl", "six guards", "two guards", True, "does not fit"),
        ("ledger.jsonl", '"by":"rashomon"', '"by":"somebody"', True, "does not fit"),
        ("ledger.jsonl", '{"number":1', '{"number":2', True, "does not f"),
    ],
)
def test_an_altered_bundle_is_refused(
    full: Ledger, empty: Ledger, tmp_path: Path, name: str, old: str, new: str, with_sums: bool, message: str
) -> None:
    bundle = tmp_path / "a.zip"
    write_bundle(full, bundle)
    rewritten(bundle, name, old, new, with_sums=with_sums)
    with pytest.raises(LedgerDamaged, match=message):
        read_bundle(empty, bundle)
    assert empty.head() is None
    status, said = check_alone(bundle)
    assert status == 1
    assert message in said


def test_a_bundle_says_what_it_is_to_people_and_programs(full: Ledger, tmp_path: Path) -> None:
    write_bundle(full, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as bundle:
        package = json.loads(bundle.read("datapackage.json"))
        paths = {resource["path"] for resource in package["resources"]}
        assert len({resource["name"] for resource in package["resources"]}) == len(paths)
        assert paths == set(bundle.namelist()) - {"datapackage.json", "SHA256SUMS"}
        page = bundle.read("index.html").decode()
        assert "&lt;b&gt;Now" in page
        assert "<b>Now" not in page
        assert "(withdrawn)" in page
        assert bundle.read("reports/00000003.txt").decode() == "<b>Now</b>. " + TEXT
        assert "reports/00000005.txt" not in bundle.namelist()
        assert json.loads(bundle.read("schema.json"))["$defs"].keys() >= {"Report", "Reading", "Entry", "Reconciled"}
        assert not any("zip" in name for name in bundle.namelist())


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_another_file_is_no_bundle(empty: Ledger, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(BadInput, match="is no bundle"):
        read_bundle(empty, tmp_path / "a.zip")
    with pytest.raises(BadInput, match="there is no bundle"):
        read_bundle(empty, tmp_path / "none.zip")


def test_another_zip_is_no_bundle(empty: Ledger, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr("hello.txt", "hello")
    with pytest.raises(BadInput, match="no bundle of rashomon"):
        read_bundle(empty, tmp_path / "a.zip")


def test_a_bundle_that_cannot_be_written_leaves_nothing(full: Ledger, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="no bundle can be written"):
        write_bundle(full, tmp_path / "none" / "a.zip")
    meddle(full, "UPDATE entry SET payload = '{' WHERE number = 1")
    with pytest.raises(LedgerDamaged):
        write_bundle(full, tmp_path / "a.zip")
    assert not [path.name for path in tmp_path.iterdir() if "zip" in path.name]


def test_the_checker_imports_nothing_of_this_program() -> None:
    assert "rashomon" not in {line.split()[1].split(".")[0] for line in _imports(Path(check_bundle.__file__))}


def _imports(path: Path) -> Iterator[str]:
    return (line for line in path.read_text().splitlines() if line.startswith(("import ", "from ")))
