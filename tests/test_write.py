"""Replacing a file: all of the new one or all of the old one, and nothing beside it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from listlint import write
from listlint.errors import UnwritableError

OLD, NEW = b"\xef\xbb\xbfold\r\n", b"\xef\xbb\xbfnew\r\n"


def made(folder: Path, name: str = "README.md") -> Path:
    path = folder / name
    path.write_bytes(OLD)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def replace(path: Path, before: bytes = OLD) -> None:
    write.replace(path, name="README.md", before=before, after=NEW)


@pytest.mark.parametrize("mode", [0o644, 0o600, 0o755, 0o664])
def test_bytes_change_and_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = made(tmp_path)
    path.chmod(mode)
    replace(path)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert names(tmp_path) == ["README.md"]


def test_links_are_written_through(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    real = made(tmp_path / "docs")
    (tmp_path / "second").symlink_to("docs/README.md")
    (tmp_path / "first").symlink_to("second")
    replace(tmp_path / "first")
    assert real.read_bytes() == NEW
    assert (tmp_path / "first").readlink() == Path("second")
    assert (tmp_path / "second").readlink() == Path("docs/README.md")
    assert names(tmp_path / "docs") == ["README.md"]


@pytest.mark.parametrize(
    ("mode", "before", "message"),
    [
        (0o444, OLD, "README.md: is read-only; left as it was"),
        (0o644, b"older", "README.md: was changed while listlint read it; left as it is, run listlint again"),
    ],
)
def test_refusals_leave_the_old_file(tmp_path: Path, mode: int, before: bytes, message: str) -> None:
    path = made(tmp_path)
    path.chmod(mode)
    with pytest.raises(UnwritableError) as raised:
        replace(path, before)
    assert str(raised.value) == message
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["README.md"]


def test_a_hard_link_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path)
    (tmp_path / "other.md").hardlink_to(path)
    with pytest.raises(UnwritableError, match=r"README\.md: is a hard link, whose 2 names would part; left as it was"):
        replace(path)
    assert (path.read_bytes(), (tmp_path / "other.md").read_bytes()) == (OLD, OLD)


def test_what_a_killed_run_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    kept = ["README.md", ".listlint-1.tmp", "x.listlint-0123456789abcdef.tmp", ".listlint-0123456789abcdef.tmp.md"]
    for name in [*kept, ".listlint-0123456789abcdef.tmp", ".listlint-fedcba9876543210.tmp"]:
        (tmp_path / name).write_bytes(b"")
    write.clear([tmp_path, tmp_path / "none"])
    assert names(tmp_path) == sorted(kept)


def test_what_another_run_is_writing_stays(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    path = made(tmp_path, ".listlint-0123456789abcdef.tmp")
    with path.open("rb+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write.clear([tmp_path])
        assert names(tmp_path) == [path.name]


def test_a_vanished_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"README\.md: can't be written: no such file or directory; left as it was"):
        replace(tmp_path / "none.md")
    with pytest.raises(UnwritableError, match="no regular file"):
        replace(tmp_path)
    assert names(tmp_path) == []


def test_a_very_long_name(tmp_path: Path) -> None:
    path = made(tmp_path, "语" * 80 + ".md")
    replace(path)
    assert path.read_bytes() == NEW
    assert len(names(tmp_path)) == 1


@pytest.mark.parametrize("failing", ["fsync", "fchmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interruption_leaves_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException) -> None:
    path = made(tmp_path)

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os, failing, fail)
    monkeypatch.setattr(Path, "chmod", fail) if failing == "fchmod" else None
    with pytest.raises((UnwritableError, KeyboardInterrupt)):
        replace(path)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["README.md"]


PROGRAM = """
import os, signal, sys
from pathlib import Path
from listlint import write
from listlint.cli import _console

def stop(descriptor):
    os.kill(os.getpid(), int(sys.argv[2]))

os.fsync = stop
with _console.terminable(143):
    write.replace(Path(sys.argv[1]), name="x", before=b"\\xef\\xbb\\xbfold\\r\\n", after=b"new")
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_the_middle_leaves_no_litter(tmp_path: Path, number: int) -> None:
    path = made(tmp_path)
    done = subprocess.run([sys.executable, "-c", PROGRAM, path, str(int(number))], capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
    assert path.read_bytes() == OLD
    assert names(tmp_path) == ["README.md"]
