"""A long run says on the terminal how far it is, and takes it back."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from listlint.cli._progress import Progress

from .conftest import CLEAN, LEFT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="terminals")

ERASED = "\r\x1b[K"
SLOW = """
import sys
from listlint.cli import _progress, main
now = 0.0
def clock():
    global now
    now += {step}
    return now
_progress.Progress.__init__.__kwdefaults__["clock"] = clock
sys.exit(main(sys.argv[1:]))
"""


def on_terminal(folder: Path, *words: str, step: float = 0.6, term: str = "xterm", what: str = "") -> tuple[int, str, str]:
    """Exit code, standard output, and what a terminal behind standard error is sent; the clock goes on by `step` each time it's read."""
    import pty  # noqa: PLC0415 - POSIX alone has it

    ours, theirs = pty.openpty()
    command = [sys.executable, "-P", "-c", what + SLOW.format(step=step), *words]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": term}) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                data = os.read(ours, 1 << 16)
            except OSError:  # how a terminal ends on Linux
                break
            if not data:
                break
            shown += data
        out, _ = process.communicate(timeout=60)
    os.close(ours)
    return process.returncode, out.decode(), shown.decode().replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    for name in "abcd":
        (tmp_path / f"{name}.md").write_text(CLEAN * 200, encoding="utf-8")
    (tmp_path / "e.md").write_text(LEFT, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [["check"], ["check", "-j", "2"], ["fix", "--diff"], ["check", "--output-format", "json"]])
def test_a_long_run_shows_how_far_it_is_and_takes_it_back(folder: Path, words: list[str]) -> None:
    words = [*words, "--select", "LL601,LL103", "--no-cache", "."]
    code, out, shown = on_terminal(folder, *words)
    *drawn, last = shown.split(ERASED)
    shares = [int(found[1]) for line in drawn if (found := re.fullmatch(r"reading \[=* *\] +(\d+)% of 0\.2 MB", line))]
    assert len(shares) == len(drawn) - 1 >= 3
    assert shares == sorted(shares)
    plain = subprocess.run(
        [sys.executable, "-P", "-m", "listlint", *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert (code, out, last) == (plain.returncode, plain.stdout, plain.stderr)


@pytest.mark.parametrize(
    ("words", "step", "term"),
    [(["-q"], 0.6, "xterm"), ([], 0.6, "dumb"), ([], 0.6, ""), ([], 0.01, "xterm")],
    ids=["quiet", "dumb", "", "short"],
)
def test_nobody_is_shown_what_he_does_not_want(folder: Path, words: list[str], step: float, term: str) -> None:
    _, _, shown = on_terminal(folder, "check", *words, "--select", "LL601", "--no-cache", ".", step=step, term=term)
    assert "reading" not in shown
    assert "\x1b[K" not in shown


def test_it_is_gone_before_anything_is_said_of_an_interruption(folder: Path) -> None:
    what = (
        "import os, signal\n"
        "from listlint import registry\n"
        "def check(self, document, style):\n"
        "    if 'Title 7' in document.text: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return iter(())\n"
        "registry.rule('LL601').check = check\n"
    )
    code, out, shown = on_terminal(folder, "check", "--select", "LL601", "--no-cache", "-j", "1", ".", what=what)
    assert (code, out) == (143, "")
    assert shown.startswith(f"{ERASED}reading [")
    assert shown.endswith(ERASED)


def test_where_all_is_known_nothing_is_shown(folder: Path) -> None:
    for _ in range(2):
        _, _, shown = on_terminal(folder, "check", "--select", "LL601", ".")
    assert "reading" not in shown


def test_it_is_drawn_ten_times_a_second_at_most(capfd: pytest.CaptureFixture[str]) -> None:
    times = iter(number / 100 for number in range(1000))
    with Progress(shown=True, clock=lambda: next(times)) as progress:
        for done in range(500):
            progress(done, 500)
    shown = capfd.readouterr().err.split(ERASED)
    assert 30 < len(shown) - 2 <= 40  # of five seconds the first one is silent
    assert shown[-1] == ""
    assert all(len(line) < 80 for line in shown)
