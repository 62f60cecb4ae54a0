"""The assets: made whole, checked by hash, not made twice; the world without stray lines."""

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
import shapely

import vendoring
import world

PACKAGES = """
[[package]]
name = "one"
version = "1.0.0"
integrity = "{integrity}"
files = {{ "one.js" = "one.js" }}
joined = {{ "two.js" = "both.js", "three.js" = "both.js" }}
"""


@pytest.fixture
def archive(tmp_path: Path) -> bytes:
    """A package as npm packs it."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, text in (("one.js", b"1\n//# sourceMappingURL=one.js.map"), ("two.js", b"2;"), ("three.js", b"3;")):
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(text)
            tar.addfile(entry, io.BytesIO(text))
    return stream.getvalue()


@pytest.fixture
def recipe(tmp_path: Path, archive: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a recipe of its own; what npm would give is written by hand."""
    folder = tmp_path / "assets"
    folder.mkdir()
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode()
    (folder / "packages.toml").write_text(PACKAGES.format(integrity=digest))
    for name in ("vendoring.py", "world.py"):
        (folder / name).write_text("")
    monkeypatch.setattr(vendoring, "HERE", folder)

    def packed(packages: list[dict[str, Any]], into: Path) -> list[Path]:
        (into / "one.tgz").write_bytes(archive)
        return [into / "one.tgz"]

    monkeypatch.setattr(vendoring, "_packed", packed)
    return folder


def test_files_are_taken_joined_and_accounted_for_and_not_made_twice(recipe: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "static" / "vendor"
    assert vendoring.build(vendor)
    assert (vendor / "one.js").read_text() == "1", "the line that names a source map is gone"
    assert (vendor / "both.js").read_text() == "2;\n3;\n"
    stamp = json.loads((vendor / vendoring.STAMP).read_text())
    assert stamp["packages"] == {"one": "1.0.0"}
    assert list(stamp["files"]) == ["both.js", "one.js"]
    assert not vendoring.build(vendor)
    (vendor / "one.js").write_text("changed")
    assert vendoring.build(vendor), "a file that was changed is made anew"
    assert (vendor / "one.js").read_text() == "1"


def test_a_package_of_another_hash_is_refused_and_what_was_there_stays(recipe: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    vendoring.build(vendor)
    (recipe / "packages.toml").write_text(PACKAGES.format(integrity="sha512-no"))
    with pytest.raises(vendoring.Unbuildable, match=r"one 1\.0\.0 is not what packages\.toml names"):
        vendoring.build(vendor)
    assert (vendor / "one.js").read_text() == "1"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".vendor")] == []


def test_without_npm_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(vendoring.Unbuildable, match="apt-get install npm"):
        vendoring._npm()


def test_every_package_names_its_hash_and_no_address() -> None:
    text = (vendoring.HERE / "packages.toml").read_text()
    assert text.count('integrity = "sha512-') == text.count("[[package]]")
    assert "://" not in text


SQUARE = [[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]  # steps, counter-clockwise
ISLANDS: dict[str, Any] = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[175, 0], [0, 10], [10, 0], [0, -10], [-10, 0]],  # an island that lies on both sides of the antimeridian
        [[10, 0], [0, 10]],  # the border of two countries
        [[10, 10], [10, 0], [0, -10], [-10, 0]],
        [[10, 0], [-10, 0], [0, 10], [10, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "properties": {"name": "East"}, "arcs": [[1, 2]]},
                {"type": "MultiPolygon", "properties": {"name": "West and isles"}, "arcs": [[[3, ~1]], [[0]]]},
                {"type": None, "properties": {"name": "nowhere"}},
            ]
        }
    },
}


def test_an_island_on_the_antimeridian_is_cut_in_two() -> None:
    topology = json.loads(json.dumps(ISLANDS))
    topology["arcs"][0] = [[175, 0], [0, 10], [-350, 0], [0, -10], [350, 0]]  # 185 is written as -175
    features = json.loads(world.made(topology)["world.geojson"])["features"]
    land = shapely.geometry.shape(features[0]["geometry"])
    assert land.bounds == (-180, 0, 180, 10)
    assert land.area == pytest.approx(10 * 20 + 10 * 10)
    assert not land.contains(shapely.Point(100, 5)), "no stray land between its ends"


def test_a_border_is_drawn_once_and_a_country_has_one_label() -> None:
    made = world.made(ISLANDS)
    features = json.loads(made["world.geojson"])["features"]
    assert features[1]["geometry"]["coordinates"] == [[[10, 0], [10, 10]]]
    labels = [one["properties"]["name"] for one in features[2:]]
    assert sorted(labels) == ["East", "West and isles"]
    assert 'id="land"' in made["world.svg"]
    assert "style" not in made["world.svg"]
