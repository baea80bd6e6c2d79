"""The wheel, built and asked from an empty folder: what an installed user has."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT], check=True, capture_output=True, text=True
    )
    (wheel,) = folder.glob("listlint-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_every_rule_page_and_profile_travels_in_the_wheel(unpacked: Path) -> None:
    book = ROOT / "rules"
    pages = {path.relative_to(book) for path in book.rglob("*") if path.is_file()}
    assert {path for path in pages if path.suffix in {".md", ".toml"}} != set()
    packed = unpacked / "listlint" / "rulebook"
    assert {path.relative_to(packed) for path in packed.rglob("*") if path.is_file()} == pages


def test_every_module_and_the_typing_marker_travel_in_the_wheel(unpacked: Path) -> None:
    modules = {path.relative_to(ROOT / "src") for path in (ROOT / "src" / "listlint").rglob("*.py")}
    assert {path.relative_to(unpacked) for path in (unpacked / "listlint").rglob("*.py")} == modules
    assert (unpacked / "listlint" / "py.typed").is_file()


def test_an_installed_user_gets_the_rule_page_from_an_empty_folder(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "listlint", "explain", "LL401"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "duplicate-link" in done.stdout
    assert "Why" in done.stdout


def test_the_page_comes_from_the_wheel_and_not_from_this_checkout(unpacked: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from listlint.book import rulebook; print(rulebook())"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert Path(done.stdout.strip()) == unpacked / "listlint" / "rulebook"
