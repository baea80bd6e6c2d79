"""Runs commands in this process, in a folder of their own."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from listlint.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = "Callable[..., Outcome]"

CLEAN = "# List\n\n" + "".join(f"- [Title {n}](https://example.org/{n}), a summary.\n" for n in range(6))
FIXABLE = CLEAN.replace("1), a summary.", "1), a summary. ")
LEFT = CLEAN + "- [Title 7](https://example.org/7)\n"
INFO = CLEAN + "\n## Empty\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, the root of a repository."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def run(here: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs `listlint WORDS`, with `stdin` where it's given."""
    del here

    def runs(*words: str, stdin: bytes | None = None) -> Outcome:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main(words)
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return runs
