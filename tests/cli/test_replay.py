"""A run that was made before is told again, byte for byte, and only where nothing that it depends on is another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import listlint
from listlint.cli import main

from .conftest import CLEAN, FIXABLE, LEFT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Told = tuple[int | str | None, bytes, bytes, bool]
"""Exit code, standard output, standard error, and whether listlint had to do anything for it."""

PROGRAM = """
import sys
sys.argv = ["listlint", *sys.argv[2:]]
from listlint.cli import main
code = main()
import os
os.write(int(os.environ["TOLD_BY"]), b"worked" if "listlint.runner" in sys.modules else b"told")
sys.exit(code)
"""


def told(folder: Path, *words: str, **environment: str) -> Told:
    """One run in a process of its own."""
    read, write = os.pipe()
    env = {**os.environ, "TOLD_BY": str(write), **environment}
    command = [sys.executable, "-P", "-c", PROGRAM, "-", *words]
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[write]) as process:
        os.close(write)
        out, err = process.communicate(timeout=60)
    with os.fdopen(read, "rb") as answer:
        return process.returncode, out, err, answer.read() == b"worked"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two lists in a repository, and a cache beside it."""
    monkeypatch.setenv("LISTLINT_CACHE_DIR", str(tmp_path / "cache"))
    place = tmp_path / "lists" / "mine"
    (tmp_path / "lists" / ".git").mkdir(parents=True)
    place.mkdir()
    (place / "a.md").write_text(FIXABLE, encoding="utf-8")
    (place / "b.md").write_text(CLEAN, encoding="utf-8")
    return place


pytestmark = pytest.mark.skipif(os.name != "posix", reason="descriptors that are handed on")


def again(folder: Path, *words: str, **environment: str) -> bool:
    """Whether the same run is told again; what it says must be what a run says that uses no cache."""
    code, out, err, worked = told(folder, *words, **environment)
    assert (code, out, err) == told(folder, *words, "--no-cache", **environment)[:3]
    return not worked


@pytest.mark.parametrize(
    "words",
    [
        ["check", "a.md"],
        ["check", "b.md"],
        ["check", "--output-format", "json", "b.md", "a.md"],
        ["check", "--color", "always", "--select", "LL1,LL2", "a.md"],
        ["fix", "b.md"],
        ["fix", "--diff", "a.md"],
    ],
)
def test_the_same_run_on_the_same_files_is_told_again(folder: Path, words: list[str]) -> None:
    assert not again(folder, *words)
    assert again(folder, *words)
    os.utime(folder / "a.md", (1, 1))
    assert again(folder, *words)


def _written(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        _written("a.md", LEFT),
        _written("listlint.toml", 'ignore = ["LL1"]\n'),
        _written("../.listlint.toml", 'ignore = ["LL1"]\n'),
        _written("../pyproject.toml", '[tool.listlint]\nignore = ["LL1"]\n'),
        lambda folder: (folder / "a.md").rename(folder / "c.md"),
        lambda folder: (folder.parent / ".git").rename(folder.parent / "git"),
        lambda folder: (folder / "listlint.toml").mkdir(),
    ],
)
def test_a_run_is_made_anew_where_a_file_is_another(folder: Path, change: Callable[[Path], object]) -> None:
    told(folder, "check", "a.md")
    assert again(folder, "check", "a.md")
    change(folder)
    assert not again(folder, "check", "a.md")


def test_a_configuration_is_a_file_like_others(folder: Path) -> None:
    own = folder / "own.toml"
    own.write_text('ignore = ["LL2"]\n', encoding="utf-8")
    words = ["check", "--config", "own.toml", "a.md"]
    told(folder, *words)
    assert again(folder, *words)
    own.write_text('ignore = ["LL1"]\n', encoding="utf-8")
    assert not again(folder, *words)
    own.write_text('ignore = ["LL2"]\n', encoding="utf-8")
    told(folder, *words)
    own.unlink()
    assert told(folder, *words)[0] == 2


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "dumb"}, {"PRE_COMMIT": "1"}])
def test_another_environment_is_another_run(folder: Path, environment: dict[str, str]) -> None:
    told(folder, "check", "a.md")
    assert not again(folder, "check", "a.md", **environment)
    assert again(folder, "check", "a.md", **environment)


def test_another_folder_is_another_run(folder: Path) -> None:
    words = ["check", str(folder / "a.md")]
    told(folder, *words)
    assert again(folder, *words)
    assert not again(folder.parent, *words)


@pytest.mark.parametrize(
    "words", [["check", "."], ["check"], ["check", "a.md", "none.md"], ["fix", "a.md"], ["check", "--profile", "awesome", "a.md"]]
)
def test_what_depends_on_more_than_named_files_is_never_told_again(folder: Path, words: Sequence[str]) -> None:
    (folder / "README.md").write_text(CLEAN, encoding="utf-8")
    for _ in range(2):
        (folder / "a.md").write_text(FIXABLE, encoding="utf-8")
        assert told(folder, *words)[3]


def test_an_extended_configuration_is_no_named_file(folder: Path) -> None:
    (folder / "base.toml").write_text('ignore = ["LL1"]\n', encoding="utf-8")
    (folder / "listlint.toml").write_text('extend = "base.toml"\n', encoding="utf-8")
    told(folder, "check", "a.md")
    assert not again(folder, "check", "a.md")


def test_a_repair_clears_away_what_a_killed_one_left(folder: Path) -> None:
    told(folder, "fix", "b.md")
    assert again(folder, "fix", "b.md")
    leftover = folder / f".listlint-{'0' * 16}.tmp"
    leftover.write_bytes(b"")
    assert not again(folder, "fix", "b.md")
    assert not leftover.exists()


def _damaged(data: bytes) -> list[bytes]:
    return [b"", data[:10], data[:-1], data + b"x", bytes([data[0] ^ 1]) + data[1:], data[:40] + bytes([data[40] ^ 1]) + data[41:]]


def test_a_damaged_record_is_none(folder: Path) -> None:
    told(folder, "check", "a.md")
    (record,) = (folder.parents[1] / "cache" / "runs").iterdir()
    for damaged in _damaged(record.read_bytes()):
        record.write_bytes(damaged)
        assert not again(folder, "check", "a.md")
        assert again(folder, "check", "a.md")


@pytest.mark.parametrize(
    "environment", [{"LISTLINT_CACHE_DIR": "/dev/null/x"}, {"LISTLINT_CACHE_DIR": "", "HOME": "", "XDG_CACHE_HOME": "relative"}]
)
def test_a_cache_that_can_not_be_is_no_fault(folder: Path, environment: dict[str, str]) -> None:
    for _ in range(2):
        assert not again(folder, "check", "a.md", **environment)
    assert not (folder / "relative").exists()


def test_runs_side_by_side_say_the_same(folder: Path) -> None:
    command = [sys.executable, "-m", "listlint", "check", "a.md"]
    runs = [subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) for _ in range(6)]
    assert len({run.communicate(timeout=60)[0] for run in runs}) == 1
    assert not list((folder.parents[1] / "cache" / "runs").glob("*.tmp"))


def test_clean_removes_entries_and_nothing_else(folder: Path) -> None:
    cache = folder.parents[1] / "cache"
    told(folder, "check", "a.md")
    (cache / "mine.txt").write_text("mine", encoding="utf-8")
    assert told(folder, "clean")[:3] == (0, f"{cache}: removed 2 entries\n".encode(), b"")
    assert (cache / "mine.txt").exists()
    assert not again(folder, "check", "a.md")


TEXTS = st.sampled_from([CLEAN, FIXABLE, LEFT, "", "# A\n"])
CONFIGURATIONS = st.sampled_from([None, "", 'ignore = ["LL1"]\n', 'profile = "papers"\n', "[severity]\nLL1 = 'error'\n"])


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.one_of(
            st.tuples(st.sampled_from(["a.md", "b.md"]), TEXTS),
            st.tuples(st.sampled_from(["listlint.toml", "../listlint.toml", "../../pyproject.toml"]), CONFIGURATIONS),
            st.tuples(st.just("../.git"), st.sampled_from([None, ""])),
        ),
        max_size=4,
    ),
    words=st.sampled_from([["a.md"], ["b.md", "a.md"], ["--output-format", "json", "a.md"], ["-q", "b.md"]]),
)
def test_whatever_changes_a_cache_says_nothing_else(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
    steps: list[tuple[str, str | None]],
    words: list[str],
) -> None:
    monkeypatch.chdir(folder)
    for name, text in [("a.md", FIXABLE), *steps]:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_text(text, encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["listlint", "check", *words])
        said = [(main(), capfdbinary.readouterr()) for _ in range(2)]
        alone = main(["check", "--no-cache", *words]), capfdbinary.readouterr()
        assert said == [alone, alone]


def test_all_that_a_run_asks_the_system_for_is_known_to_the_record(folder: Path) -> None:
    """What a run looks for and doesn't find opens no file: another run must look for it, too."""
    program = (
        "import os, sys\n"
        "from listlint.cli import _record, _lists, main\n"
        "asked = set()\n"
        "def heard(ask):\n"
        "    def hear(path, *rest, **more):\n"
        "        asked.add(os.path.abspath(path)) if isinstance(path, (str, os.PathLike)) else None\n"
        "        return ask(path, *rest, **more)\n"
        "    return hear\n"
        "os.stat, os.lstat = heard(os.stat), heard(os.lstat)\n"
        "main(['check', '--no-cache', 'a.md'])\n"
        "os.stat, os.lstat = os.stat.__closure__[0].cell_contents, os.lstat.__closure__[0].cell_contents\n"
        "known = {path for path, _, _ in _record._witnesses(['a.md'], None, repairs=False)}\n"
        "here = os.path.abspath('a.md')\n"
        "above = {here[:at] or '/' for at, sign in enumerate(here) if sign == '/'}\n"
        "print(sorted(path for path in asked - known - above if not _record._is_ours(path) and not path.endswith('.mo')))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout


def test_every_variable_that_is_asked_for_is_known_to_the_record() -> None:
    import re  # noqa: PLC0415 - this test alone

    from listlint.cli._replay import ENVIRONMENT  # noqa: PLC0415 - this test alone

    elsewhere = {"LISTLINT_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"}  # they say where the record is
    for file in Path(listlint.__file__).parent.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        if "environ" in text or "getenv" in text:
            named = set(re.findall(r"""(?:environ\w*(?:\.get\(|\[)|getenv\()["']([A-Z][A-Z0-9_]+)["']""", text))
            assert named <= {*ENVIRONMENT, *elsewhere}, file
