"""Text that is no list, or hardly text: a result or one line, the bytes as they were, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = b"- [alpha](https://example.org/a), counts words.\n"
LARGE = int(os.environ.get("LISTLINT_LARGE", "1"))
"""`LISTLINT_LARGE=10 pytest tests/test_bad_input.py` takes inputs ten times as large."""

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "UTF-16, little end first": ("\ufeff- a\n".encode("utf-16-le"), "is UTF-16 text, expected UTF-8"),
    "UTF-16, big end first": ("\ufeff- a\n".encode("utf-16-be"), "is UTF-16 text, expected UTF-8"),
    "UTF-16 without a mark": ("- abc\n".encode("utf-16-le"), "has a NUL byte at offset 1, expected UTF-8 text"),
    "Latin-1": ("- café\n".encode("latin-1"), "byte 0xe9 at offset 5 is not UTF-8"),
    "a NUL byte": (ENTRY + b"\0", "has a NUL byte at offset 48, expected UTF-8 text"),
    "truncated": (ENTRY + "语".encode()[:2], "byte 0xe8 at offset 48 is not UTF-8"),
    "a surrogate": (b"- \xed\xa0\x80\n", "byte 0xed at offset 2 is not UTF-8"),
    "an overlong character": (b"- \xc0\xaf\n", "byte 0xc0 at offset 2 is not UTF-8"),
    "behind a byte order mark": (b"\xef\xbb\xbf- \xff\n", "byte 0xff at offset 5 is not UTF-8"),
    "far too large": (ENTRY * 350_000, "has 16,800,000 bytes, expected a list of at most 16,000,000"),
}

READABLE: dict[str, bytes] = {
    "nothing": b"",
    "a byte order mark": b"\xef\xbb\xbf",
    "a newline": b"\n",
    "blanks": b"   \t  ",
    "only CR": b"\r\r\r",
    "only NEL": b"\xc2\x85",
    "one very long line": b"- [a](https://example.org/x) " + b"word " * 20_000 * LARGE + b"\n",
    "nested bullets": b"- " * 1_000 * LARGE + b"a\n",
    "bullets nested line by line": b"".join(b"  " * n + b"- a\n" for n in range(100 * LARGE)),
    "nested brackets": b"- " + b"[" * 1_000 * LARGE + b"a" + b"]" * 1_000 * LARGE + b"\n",
    "open brackets": b"- " + b"[" * 3_000 * LARGE + b"\n",
    "open links": b"- " + b"[a](" * 1_000 * LARGE + b"\n",
    "open links to URLs": b"- " + b"[https://" * 1_000 * LARGE + b"\n",
    "nested quotes": b">" * 1_000 * LARGE + b" a\n",
    "stars": b"*a **b " * 1_000 * LARGE + b"\n",
    "backticks": b" ".join(b"`" * n for n in range(100)) + b"\n",
    "open comments": b"<!-- a\n\n" * 500 * LARGE,
    "open details": b"<details>\n\n" * 300 * LARGE,
    "open fences": b"```\n" * 501,
    "entries": b"# T\n\n" + b"".join(b"- [Entry %d](https://example.org/%d), counts.\n" % (n, n) for n in range(1_000 * LARGE)),
    "control characters": bytes(range(1, 32)) + b"\x7f\n",
    "terminal escapes": b"- [\x1b]0;x\x07\x1b[31m](https://example.org/\x1b[2J), text\n",
    "bidi overrides": "- [a\u202eb](https://example.org/x), c\u2066d\n".encode(),
    "workflow commands": b"- [::error file=a::b](https://example.org/%0A::warning::x), y\n::set-output name=a::b\n",
}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A run as a process, whose recursion limit is the interpreter's own."""
    command = [sys.executable, "-m", "listlint", words[0], "--isolated", *words[1:], "README.md"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("words", [("check",), ("fix", "--unsafe"), ("format",)], ids=lambda words: words[0])
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_text_is_one_line_and_stays(tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    data, message = UNREADABLE[name]
    (tmp_path / "README.md").write_bytes(data)
    done = run(tmp_path, *words)
    assert (done.returncode, done.stderr.decode()) == (2, f"error: README.md: {message}\n")
    assert (tmp_path / "README.md").read_bytes() == data


@pytest.mark.parametrize("words", [("check",), ("fix", "--unsafe", "--extend-select", "LL")], ids=lambda words: words[0])
@pytest.mark.parametrize("name", READABLE)
def test_whatever_is_text_has_a_result(tmp_path: Path, name: str, words: tuple[str, ...]) -> None:
    (tmp_path / "README.md").write_bytes(READABLE[name])
    done = run(tmp_path, *words)
    assert done.returncode in (0, 1), done.stderr
    assert b"Traceback" not in done.stdout + done.stderr
    assert b"LL000" not in done.stdout
    assert not set(done.stdout.decode()) & set("\x1b\x07\x00\u202e\u2066")
    if words[0] == "fix":
        once = (tmp_path / "README.md").read_bytes()
        assert run(tmp_path, *words).returncode in (0, 1)
        assert (tmp_path / "README.md").read_bytes() == once


@pytest.mark.parametrize(
    "line",
    [
        'entry = "\\ud800"',
        '[rules]\n"\\ud800" = 1',
        'profile = "papers\\u0000"',
        'profile = "../../../etc/passwd"',
        'extend = "/dev/zero\\u0000"',
        'exclude = ["\\u0000", "[", "\\\\"]',
        "[[[",
        "\x00",
    ],
)
def test_a_configuration_that_makes_no_sense_is_one_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "README.md").write_bytes(ENTRY)
    (tmp_path / "listlint.toml").write_text(line, encoding="utf-8")
    command = [sys.executable, "-m", "listlint", "check", "--config", "listlint.toml", "README.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2)
    complaint, _, frame = done.stderr.partition(b"\n")  # then the place in the configuration, its line over carets
    assert done.returncode < 2 or (complaint.startswith(b"error: ") and b"error: " not in frame and frame.count(b"\n") in {0, 2})
