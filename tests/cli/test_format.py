"""`listlint format`: what it says, writes and exits with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import CLEAN
from .test_process import imported

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome

MESSY = CLEAN.replace("1), a summary.", "1), a summary. ") + "\n\n\n"
WORDY = CLEAN + "- [Title 7](https://example.org/7)\n"
"""Something `check` complains of, but no matter of layout."""
MARKED = "# List\n\n" + "*   [a](https://example.org/a)\n" * 2 + "\n[//]: # (END)\n\n1. one\n2. two\n"


def test_formats_and_is_content(run: Callable[..., Outcome], here: Path) -> None:
    readme = here / "README.md"
    readme.write_text(MESSY, encoding="utf-8")
    (here / "b.md").write_text(WORDY, encoding="utf-8")
    assert run("format", "README.md", "b.md") == type(run("--version"))(0, "1 list formatted, 1 formatted already\n", "")
    assert readme.read_text(encoding="utf-8") == CLEAN
    assert run("format").out == "1 list formatted already\n"
    assert run("format", "--quiet").out == ""


def test_check_shows_what_differs_and_writes_nothing(run: Callable[..., Outcome], here: Path) -> None:
    readme = here / "README.md"
    readme.write_text(MESSY, encoding="utf-8")
    outcome = run("format", "--check")
    assert outcome.code == 1
    assert outcome.out == (
        "README.md:4:47: LL601 trailing-space line ends in 1 blank, expected none\n"
        "README.md:9:1: LL603 final-newline file ends in 3 blank lines, expected none\n"
        "1 list would be formatted\n"
    )
    assert readme.read_text(encoding="utf-8") == MESSY
    readme.write_text(CLEAN, encoding="utf-8")
    assert run("format", "--check").code == 0


def test_diff_can_be_applied(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(MESSY, encoding="utf-8")
    outcome = run("format", "--diff")
    assert outcome.code == 1
    assert outcome.out.startswith("--- README.md\n+++ README.md\n@@ ")
    assert outcome.err == "1 list would be formatted\n"


def test_standard_input_to_standard_output(run: Callable[..., Outcome]) -> None:
    outcome = run("format", "-", stdin=MESSY.encode())
    assert (outcome.code, outcome.out, outcome.err) == (0, CLEAN, "1 list formatted\n")
    crlf = run("format", "-", "--quiet", stdin=b"\xef\xbb\xbf" + MESSY.replace("\n", "\r\n").encode())
    assert (crlf.out, crlf.err) == ("\ufeff" + CLEAN.replace("\n", "\r\n"), "")


@pytest.mark.parametrize("words", [["--select", "LL601"], ["nowhere.md"], ["-", "README.md"]])
def test_what_cannot_be_done_is_2(run: Callable[..., Outcome], words: list[str]) -> None:
    outcome = run("format", *words, stdin=b"")
    assert outcome.code == 2
    assert outcome.err.startswith("error: ")


def test_a_file_that_is_no_text_is_2_and_the_others_are_formatted(run: Callable[..., Outcome], here: Path) -> None:
    (here / "a.md").write_bytes(b"# \xff\n")
    (here / "b.md").write_text(MESSY, encoding="utf-8")
    outcome = run("format", "a.md", "b.md")
    assert (outcome.code, outcome.out) == (2, "1 list formatted, 1 failed\n")
    assert (here / "b.md").read_text(encoding="utf-8") == CLEAN


def test_a_document_is_rendered_anew_and_keeps_what_mdformat_loses(run: Callable[..., Outcome], here: Path) -> None:
    readme = here / "README.md"
    readme.write_text(MARKED, encoding="utf-8")
    assert run("format", "--document", "--check").out.startswith("README.md:3: would be written otherwise\n")
    assert run("format", "--document").code == 0
    assert readme.read_text(encoding="utf-8") == MARKED.replace("*   ", "- ")
    assert run("format", "--document", "--check").code == 0


def test_a_block_that_stays_is_named(run: Callable[..., Outcome], here: Path) -> None:
    readme = here / "README.md"
    text = "# List\n\n*   [a][https://example.org/a], b\n"
    readme.write_text(text, encoding="utf-8")
    outcome = run("format", "--document")
    assert outcome.code == 0
    assert outcome.err.startswith("README.md:3: list stays as it is: GitHub would show `")
    assert readme.read_text(encoding="utf-8") == text
    assert run("format", "--document", "--quiet").err == ""


def test_mdformat_is_imported_for_documents_alone(here: Path) -> None:
    (here / "README.md").write_text(MESSY, encoding="utf-8")
    assert "mdformat" not in imported(here, "format", "--check")
    assert "mdformat" in imported(here, "format", "--check", "--document")
    assert not imported(here, "format", "--help") & {"pyromark", "mdformat", "listlint.registry"}
