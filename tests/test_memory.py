"""A long list is read and repaired in memory that grows with it: less than forty times the file, entries being as in real lists."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LARGE: Final = int(os.environ.get("LISTLINT_LARGE", "1"))
ENTRIES: Final = 10_000 * LARGE
"""`LISTLINT_LARGE=10 pytest tests/test_memory.py` takes a hundred thousand."""
TIMES: Final = 40

_RUN: Final = """
import resource, sys
from listlint.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024), file=sys.stderr)
"""


def peak(mode: str, file: Path) -> int:
    """Bytes that checking or fixing `file` takes at most, with Python and listlint themselves."""
    words = [sys.executable, "-c", _RUN, mode, "--isolated", "--no-cache", os.fspath(file)]
    done = subprocess.run(words, capture_output=True, check=False, timeout=600)
    assert done.returncode in (0, 1), done.stderr
    return int(done.stderr.split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak")
@pytest.mark.parametrize("mode", ["check", "fix"])
def test_a_long_list_takes_less_than_forty_times_its_size(mode: str, tmp_path: Path) -> None:
    """140 bytes an entry; of 33 real lists the median is 168, the least 85. In ten entries there's something to repair."""
    small, large = tmp_path / "small.md", tmp_path / "large.md"
    summary = "Reads and writes lists of links, with a small library for people who keep many of them"
    lines = [f"- [name-{n}](https://github.com/owner-{n}/name-{n}) - {summary}.\n" for n in range(ENTRIES)]
    for at in range(0, ENTRIES, ENTRIES // 10):
        lines[at] = lines[at].replace(" - ", "  -  ")
    small.write_text("".join(lines[:20]), encoding="utf-8")
    large.write_text("# Things\n\n" + "".join(lines), encoding="utf-8")
    size = large.stat().st_size
    assert size > 130 * ENTRIES
    assert peak(mode, large) - peak(mode, small) < TIMES * size
    assert ("  -  " in large.read_text(encoding="utf-8")) == (mode == "check")
