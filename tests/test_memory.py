"""A long list is read in memory that grows with it: less than forty times the file, entries being as long as they are in real lists."""

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

_CHECK: Final = """
import resource, sys
from listlint.cli import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024), file=sys.stderr)
"""


def peak(file: Path) -> int:
    """Bytes that checking `file` takes at most, with Python and listlint themselves."""
    words = [sys.executable, "-c", _CHECK, "check", "--isolated", "--no-cache", os.fspath(file)]
    done = subprocess.run(words, capture_output=True, check=False, timeout=600)
    assert done.returncode in (0, 1), done.stderr
    return int(done.stderr.split()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no peak")
def test_a_long_list_takes_less_than_forty_times_its_size(tmp_path: Path) -> None:
    """140 bytes an entry; of 33 real lists the median is 168, the least 85."""
    small, large = tmp_path / "small.md", tmp_path / "large.md"
    summary = "Reads and writes lists of links, with a small library for people who keep many of them"
    small.write_text("- [name](https://example.org/a) - Is small.\n", encoding="utf-8")
    with large.open("w", encoding="utf-8") as file:
        file.write("# Things\n\n")
        file.writelines(f"- [name-{n}](https://github.com/owner-{n}/name-{n}) - {summary}.\n" for n in range(ENTRIES))
    size = large.stat().st_size
    assert size > 130 * ENTRIES
    assert peak(large) - peak(small) < TIMES * size
