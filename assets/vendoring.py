"""Takes what the pages need of others and puts it where the server finds it: `python assets/vendoring.py`.

Reads packages.toml, takes each package with `npm pack`, compares its hash, and writes
src/rashomon/web/static/vendor, whole or not at all. Does nothing where all of it is there already. Runs from
`make install` and, for a wheel or a source archive, from hatch_build.py.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VENDOR = HERE.parent / "src" / "rashomon" / "web" / "static" / "vendor"
STAMP = "vendored.json"  # what is there: the recipe's hash, the packages, and each file's size and hash
_RECIPE = ("packages.toml", "vendoring.py", "world.py")


class Unbuildable(Exception):
    """The assets cannot be made here; the message says what to do."""


def build(vendor: Path = VENDOR) -> bool:
    """Make `vendor` what packages.toml says; False where it was that already. Raises Unbuildable."""
    recipe = _recipe()
    if _is_made(vendor, recipe):
        return False
    packages = tomllib.loads((HERE / "packages.toml").read_text())["package"]
    vendor.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=vendor.parent, prefix=".vendor-") as folder:
        new, archives = Path(folder) / "new", Path(folder) / "archives"
        new.mkdir()
        archives.mkdir()
        for package, archive in zip(packages, _packed(packages, archives), strict=True):
            _check(package, archive)
            _unpack(package, archive, new)
        (new / STAMP).write_text(json.dumps(_account(recipe, packages, new), indent=1) + "\n")
        new.chmod(0o755)
        if vendor.exists():
            vendor.rename(Path(folder) / "old")
        new.rename(vendor)
    return True


def _recipe() -> str:
    return hashlib.sha256(b"".join((HERE / name).read_bytes() for name in _RECIPE)).hexdigest()


def _is_made(vendor: Path, recipe: str) -> bool:
    try:
        made = json.loads((vendor / STAMP).read_text())
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return False
    files = made["files"].items()
    return made["recipe"] == recipe and all(_digest(vendor / name) == file["sha256"] for name, file in files)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _packed(packages: Sequence[dict[str, Any]], folder: Path) -> Iterator[Path]:
    """The packages' archives, in their order, by one call of npm as it is set up on this machine."""
    wanted = [f"{package['name']}@{package['version']}" for package in packages]
    command = [_npm(), "pack", "--json", "--ignore-scripts", "--pack-destination", str(folder), *wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Unbuildable(f"npm could not give {', '.join(wanted)}:\n{done.stderr.strip()}")
    listed = json.loads(done.stdout)
    told = listed if isinstance(listed, list) else list(listed.values())
    names = {f"{one['name']}@{one['version']}": one["filename"] for one in told}
    return (folder / names[one].replace("@", "").replace("/", "-") for one in wanted)


def _npm() -> str:
    if found := shutil.which("npm"):
        return found
    apt = shutil.which("apt-get")
    if not apt or os.geteuid():
        raise Unbuildable("npm is missing, and only root can install it: apt-get install npm, then run this again")
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "npm"]):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run([apt, *arguments], env=environment, stdout=subprocess.DEVNULL, check=False)  # noqa: S603
        if done.returncode:
            raise Unbuildable(f"npm is missing, and `apt-get {arguments[0]}` failed; install npm and run this again")
    return shutil.which("npm") or "npm"


def _check(package: dict[str, Any], archive: Path) -> None:
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package["integrity"]:
        raise Unbuildable(
            f"{package['name']} {package['version']} is not what packages.toml names: its hash is {found}, "
            f"not {package['integrity']}; nothing was written"
        )


def _unpack(package: dict[str, Any], archive: Path, into: Path) -> None:
    with tarfile.open(archive) as opened:

        def content(path: str) -> bytes:
            file = opened.extractfile(f"package/{path}")
            assert file is not None, path  # noqa: S101
            return file.read()

        for path, name in package.get("files", {}).items():
            (into / name).write_bytes(_without_map(content(path)))
        for path, name in package.get("joined", {}).items():
            with (into / name).open("ab") as together:
                together.write(_without_map(content(path)).rstrip() + b"\n")
        if world := package.get("world"):
            from world import made  # it needs shapely, which an installation with ready assets does not

            for name, text in made(json.loads(content(world))).items():
                (into / name).write_text(text, encoding="utf-8")


def _without_map(text: bytes) -> bytes:
    """The text without the line that sends a browser's tools to a file that is not here."""
    return b"\n".join(line for line in text.split(b"\n") if not line.startswith(b"//# sourceMappingURL="))


def _account(recipe: str, packages: Sequence[dict[str, Any]], folder: Path) -> dict[str, Any]:
    files = {path.name: {"bytes": path.stat().st_size, "sha256": _digest(path)} for path in sorted(folder.iterdir())}
    return {"recipe": recipe, "packages": {one["name"]: one["version"] for one in packages}, "files": files}


if __name__ == "__main__":
    try:
        print("assets: made" if build() else "assets: all there")
    except Unbuildable as problem:
        sys.exit(f"assets: {problem}")
