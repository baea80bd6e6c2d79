"""The baseline's file: written, held against, pruned; what can't be read is one line and stays."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .conftest import CLEAN, FIXABLE, LEFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome

NAME = "listlint-baseline.json"
TWO = LEFT.replace("1), a summary.", "1), a summary. ")


@pytest.fixture
def known(run: Callable[..., Outcome], here: Path) -> Path:
    """A baseline of a list with two faults."""
    (here / "README.md").write_text(TWO, encoding="utf-8")
    outcome = run("baseline")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", f"{NAME}: 2 known diagnostics\n")
    return here / NAME


def test_what_is_known_is_not_said(run: Callable[..., Outcome], known: Path) -> None:
    outcome = run("check", "--baseline", str(known))
    assert (outcome.code, outcome.out) == (0, "No diagnostics in 1 file\n")
    assert run("check").code == 1


def test_what_is_new_is_said(run: Callable[..., Outcome], here: Path, known: Path) -> None:
    (here / "README.md").write_text(TWO.replace("2), a summary.", "2), a summary. "), encoding="utf-8")
    outcome = run("check", "--baseline", str(known), "--output-format", "concise")
    assert (outcome.code, outcome.out) == (1, "README.md:5:47: LL601 trailing-space line ends in 1 blank, expected none\n")


def test_what_is_stale_is_named_until_it_is_pruned(run: Callable[..., Outcome], here: Path, known: Path) -> None:
    (here / "README.md").write_text(LEFT, encoding="utf-8")
    outcome = run("check", "--baseline", str(known))
    assert outcome.code == 0
    assert "LL601 trailing-space, entry" in outcome.err
    assert run("baseline", "--prune").err == f"{NAME}: 1 known diagnostic, 1 stale ones removed\n"
    assert "LL601" not in run("check", "--baseline", str(known)).err


def test_pruning_learns_nothing(run: Callable[..., Outcome], here: Path, known: Path) -> None:
    before = known.read_bytes()
    (here / "README.md").write_text(TWO.replace("2), a summary.", "2), a summary. "), encoding="utf-8")
    assert run("baseline", "--prune").code == 0
    assert known.read_bytes() == before


def test_writing_again_changes_nothing(run: Callable[..., Outcome], known: Path) -> None:
    before = known.read_bytes()
    assert run("baseline", "-q").err == ""
    assert known.read_bytes() == before


def test_other_lists_stay_known(run: Callable[..., Outcome], here: Path, known: Path) -> None:
    (here / "other.md").write_text(FIXABLE, encoding="utf-8")
    assert run("baseline", "other.md").err == f"{NAME}: 3 known diagnostics\n"
    assert run("check", "README.md", "other.md", "--baseline", str(known)).code == 0


def test_a_clean_list_leaves_an_empty_baseline(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(CLEAN, encoding="utf-8")
    assert run("baseline", "--output", "known.json").err == "known.json: 0 known diagnostics\n"
    assert json.loads((here / "known.json").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"version": 2, "diagnostics": []}',
        b'{"version": 1, "diagnostics": [{"code": 3}]}',
        b"\xff",
        b"\0",
        b"null",
    ],
)
@pytest.mark.parametrize("words", [("check", "--baseline", NAME), ("baseline",), ("baseline", "--prune")])
def test_a_broken_baseline_is_one_line_and_stays(run: Callable[..., Outcome], here: Path, words: tuple[str, ...], data: bytes) -> None:
    (here / "README.md").write_text(TWO, encoding="utf-8")
    (here / NAME).write_bytes(data)
    outcome = run(*words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith(f"error: {NAME}")
    assert (here / NAME).read_bytes() == data


def test_a_baseline_that_is_not_there_is_one_line(run: Callable[..., Outcome], here: Path) -> None:
    (here / "README.md").write_text(TWO, encoding="utf-8")
    outcome = run("check", "--baseline", "none.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == 'error: none.json: no such file; "listlint baseline --output none.json" writes it\n'


def test_a_list_that_can_not_be_read_leaves_the_baseline_as_it_was(run: Callable[..., Outcome], here: Path, known: Path) -> None:
    before = known.read_bytes()
    (here / "README.md").write_bytes(b"\xff")
    assert run("baseline").code == 2
    assert known.read_bytes() == before
