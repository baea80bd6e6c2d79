"""Several processes say what one says, byte for byte, whatever becomes of them, and end with the run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from listlint.report import FORMATS

from .conftest import CLEAN, FIXABLE, INFO, LEFT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")

TEXTS = {"a.md": FIXABLE, "b.md": CLEAN * 2, "c.md": LEFT, "d.md": INFO, "e.md": FIXABLE.replace("\n", "\r\n"), "f.md": "\ufeff" + FIXABLE}
MISHAP = """
import os, signal, sys, time
from listlint import registry
from listlint.cli import main
rule, parent = registry.rule("LL601"), os.getpid()
check = rule.check
def mishap(self, document, style):
    if "Empty" in document.text:
        {what}
    return check(self, document, style)
rule.check = mishap
sys.exit(main(sys.argv[1:]))
"""
Outcome = tuple[int, bytes, bytes, dict[str, bytes]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lists in a repository."""
    monkeypatch.setenv("LISTLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("GITHUB_ACTIONS", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "lists"
    (place / ".git").mkdir(parents=True)
    return place


def run(folder: Path, *words: str, what: str = "pass") -> Outcome:
    """One run on the same lists, and the files as it leaves them."""
    for name, text in TEXTS.items():
        (folder / name).write_bytes(text.encode())
    (folder / "bad.md").write_bytes(b"\xff")
    command = [sys.executable, "-P", "-c", MISHAP.format(what=what), *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    return done.returncode, done.stdout, done.stderr, {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("output", FORMATS)
def test_a_check_says_the_same_in_every_format(folder: Path, output: str) -> None:
    words = ["check", ".", "--no-cache", "--output-format", output]
    assert run(folder, *words, "--jobs", "3") == run(folder, *words, "--jobs", "1")


@pytest.mark.parametrize(
    "words",
    [
        ["fix"],
        ["fix", "--unsafe", "--output-format", "json"],
        ["fix", "--diff"],
        ["fix", "--diff", "--unsafe", "--debug"],
        ["fix", "--style", "[{title}]({url}): {summary}"],
        ["check", "--add-ignores"],
    ],
)
def test_a_fix_does_the_same(folder: Path, words: list[str]) -> None:
    assert run(folder, *words, ".", "--no-cache", "-j", "4") == run(folder, *words, ".", "--no-cache", "-j", "1")


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_rule_that_crashes_costs_its_list_alone(folder: Path, command: str) -> None:
    words = [command, ".", "--no-cache", "--debug"]
    alone = run(folder, *words, "-j", "1", what="raise ZeroDivisionError")
    assert b"ZeroDivisionError" in alone[2]
    assert run(folder, *words, "-j", "2", what="raise ZeroDivisionError") == alone


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("what", ["os.getpid() == parent or os.kill(os.getpid(), signal.SIGKILL)", "os.getpid() == parent or os._exit(3)"])
def test_a_process_that_dies_costs_nothing(folder: Path, command: str, what: str) -> None:
    words = [command, ".", "--no-cache"]
    assert run(folder, *words, "-j", "2", what=what) == run(folder, *words, "-j", "1")


def test_what_others_found_is_kept(folder: Path) -> None:
    alone = run(folder, "check", ".", "--no-cache")
    assert run(folder, "check", ".", "-j", "3") == alone
    assert run(folder, "check", ".", "-j", "1", what="raise ZeroDivisionError") == alone


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("group", [True, False])
def test_a_signal_ends_all_of_them(folder: Path, number: signal.Signals, group: bool) -> None:  # noqa: FBT001 - a table
    read, write = os.pipe()
    what = f"os.getpid() == parent or (os.write({write}, b'x'), time.sleep(60))"
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "g.md").write_text(INFO, encoding="utf-8")
    command = [sys.executable, "-P", "-c", MISHAP.format(what=what), "fix", "d.md", "g.md", "--no-cache", "-j", "2"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[write], start_new_session=True
    ) as process:
        os.close(write)
        with os.fdopen(read, "rb", buffering=0) as alive:
            assert alive.read(1) == b"x"
            (os.killpg if group else os.kill)(process.pid, number)
            out, err = process.communicate(timeout=60)
            while alive.read(1):  # ends when no process is left that has the other end open
                pass
    assert (process.returncode, out, err) == (130 if number == signal.SIGINT else 143, b"", b"")
    assert sorted(path.name for path in folder.iterdir() if path.is_file()) == [*TEXTS, "g.md"]


def test_what_was_written_before_a_signal_is_told(folder: Path) -> None:
    what = "os.getpid() == parent or (time.sleep(1), os.kill(parent, signal.SIGTERM), time.sleep(60))"
    code, out, err, files = run(folder, "fix", "a.md", "d.md", "--no-cache", "-j", "2", what=what)
    assert (code, out, err) == (143, b"", b"interrupted; written before that: a.md; no other file was changed\n")
    assert files["a.md"] == CLEAN.encode()


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", ""])
def test_no_number_of_processes(folder: Path, value: str) -> None:
    code, out, err, _ = run(folder, "check", ".", f"--jobs={value}")
    assert (code, out) == (2, b"")
    assert err.decode() == f'error: -j/--jobs: "{value}" is no number of processes, expected 1 or more, or auto\n'
