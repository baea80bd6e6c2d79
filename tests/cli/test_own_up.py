"""A rule that raises is named by every command that rewrites, and the other files go on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from listlint.rules.trailing_space import TrailingSpace
check = TrailingSpace.check
def raising(self, document, style):
    if document.source.name == "a.md":
        raise RuntimeError("no such luck")
    yield from check(self, document, style)
TrailingSpace.check = raising
from listlint.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("words", [("fix",), ("fix", "--diff"), ("format",), ("format", "--diff"), ("check",)], ids=" ".join)
def test_a_rule_that_raises_is_named_and_other_files_go_on(tmp_path: Path, words: tuple[str, ...]) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_bytes(b"# A\n\n- [a](https://example.org/a) \n")
    command = [sys.executable, "-c", PROGRAM, *words, "--isolated", "a.md", "b.md"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=120, text=True)
    assert done.returncode == 2
    assert "internal error: LL601 trailing-space raised RuntimeError: no such luck" in done.stdout + done.stderr
    assert (tmp_path / "a.md").read_bytes().endswith(b") \n")
    assert (tmp_path / "b.md").read_bytes().endswith(b") \n") == (words[-1] in ("--diff", "check"))
