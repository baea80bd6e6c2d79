"""`fix --style`: a whole list restyled by a template, a list or a configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Outcome

DASHED = "# List\n\n" + "".join(f"- [Title {n}](https://example.org/{n}) - A summary.\n" for n in range(6))
COMMAS = DASHED.replace(" - ", ", ")
BLANK = DASHED + "- [Title 7](https://example.org/7) is a title.\n"


@pytest.fixture(autouse=True)
def lists(here: Path) -> Path:
    """A list with dashes, one with commas, and one that can't be restyled whole."""
    (here / "dashed.md").write_text(DASHED, encoding="utf-8")
    (here / "commas.md").write_text(COMMAS, encoding="utf-8")
    (here / "blank.md").write_text(BLANK, encoding="utf-8")
    return here


def test_by_a_template(run: Callable[..., Outcome], lists: Path) -> None:
    done = run("fix", "--style", "[{title}]({url}), {summary}", "dashed.md")
    assert (done.code, done.err) == (0, "")
    assert (lists / "dashed.md").read_text(encoding="utf-8") == COMMAS


def test_by_a_list(run: Callable[..., Outcome], lists: Path) -> None:
    assert run("fix", "--style", "commas.md", "dashed.md").code == 0
    assert (lists / "dashed.md").read_text(encoding="utf-8") == COMMAS


def test_by_a_configuration(run: Callable[..., Outcome], lists: Path) -> None:
    (lists / "house.toml").write_text('[style]\nentry = "[{title}]({url}) :: {summary}"\n', encoding="utf-8")
    assert run("fix", "--style", "house.toml", "dashed.md").code == 0
    assert (lists / "dashed.md").read_text(encoding="utf-8") == DASHED.replace(" - ", " :: ")


def test_lines_that_stay_are_told(run: Callable[..., Outcome], lists: Path) -> None:
    done = run("fix", "--style", "[{title}]({url}), {summary}", "blank.md")
    assert (done.code, done.err) == (1, "blank.md: left line 9: has only a blank before its summary\n")
    assert (lists / "blank.md").read_text(encoding="utf-8") == BLANK.replace(" - ", ", ")


def test_a_diff_writes_nothing(run: Callable[..., Outcome], lists: Path) -> None:
    done = run("fix", "--diff", "--style", "[{title}]({url}), {summary}", "dashed.md")
    assert done.code == 1
    assert done.out.count("\n+- [Title") == 6
    assert (lists / "dashed.md").read_text(encoding="utf-8") == DASHED


FAULTS = [
    ("[{titel}]({url})", 'error: entry template has the unknown field "titel", did you mean "title"?\n    [{titel}]({url})\n      ^\n'),
    ("none.md", 'error: --style: there is no file "none.md", expected one or a template such as "[{title}]({url}), {summary}"\n'),
    ("empty.md", "error: empty.md: no entry template prevails in it, expected a list with one, or a template itself\n"),
    (
        "empty.toml",
        'error: --style: empty.toml has no entry template, expected one under [style]: entry = "[{title}]({url}), {summary}"\n',
    ),
]


@pytest.mark.parametrize(("style", "complaint"), FAULTS)
def test_what_is_no_style(run: Callable[..., Outcome], lists: Path, style: str, complaint: str) -> None:
    (lists / "empty.md").write_text("# Nothing\n", encoding="utf-8")
    (lists / "empty.toml").write_text("", encoding="utf-8")
    done = run("fix", "--style", style, "dashed.md")
    assert (done.code, done.out, done.err) == (2, "", complaint)
    assert (lists / "dashed.md").read_text(encoding="utf-8") == DASHED
