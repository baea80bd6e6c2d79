"""Killing a run: the list is the old one or the new one, and the next run clears what is left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = int(os.environ.get("LISTLINT_KILLS", "8"))
"""`LISTLINT_KILLS=200 pytest tests/test_killed.py` tries more."""
OLD = b"# List\n\n" + b"".join(b"- [Entry %d](https://example.org/%d), counts words. \n" % (n, n) for n in range(40_000))
NEW = OLD.replace(b". \n", b".\n")

# Writes as `fix` does, over and over: whatever the moment, it is often in the middle of it.
PROGRAM = """
import sys
from pathlib import Path
from listlint import write
path = Path(sys.argv[1])
old, new = path.read_bytes(), path.read_bytes().replace(b". \\n", b".\\n")
print("ready", flush=True)
while True:
    write.replace(path, name="README.md", before=old, after=new)
    old, new = new, old
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_run_leaves_the_old_or_the_new_bytes(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    assert len(OLD) > 2_000_000
    chance = random.Random(1)  # noqa: S311 - no secret
    left = 0
    for _ in range(MOMENTS):
        path.write_bytes(OLD)
        with subprocess.Popen([sys.executable, "-c", PROGRAM, path], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.random() * 0.1)
            process.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (OLD, NEW)
        others = [name for name in (entry.name for entry in tmp_path.iterdir()) if name != "README.md"]
        assert len(others) <= 1
        left += len(others)
        path.write_bytes(b"# List\n")
        subprocess.run([sys.executable, "-m", "listlint", "fix", "-q", "--isolated", path], check=True, timeout=60) if others else None
        assert [entry.name for entry in tmp_path.iterdir()] == ["README.md"]
    assert MOMENTS < 100 or left
