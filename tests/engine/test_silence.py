"""Directives that are written beside all that a check says: the next one is silent, and the list reads as it did."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from listlint import engine
from listlint.cli import main
from listlint.config import load, select
from listlint.engine.silence import silence
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.config.plan import Plan

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
EXAMPLE = Path(__file__).parents[2] / "examples/reading-list.md"
DEFAULT = select.plan(load.from_text(""))
ALL = select.plan(load.from_text('profile = "awesome-strict"'))
COMMENT = re.compile(r" ?<!-- listlint: [^>]*-->")


def silenced(text: str, plan: Plan = DEFAULT, reason: str = "") -> str:
    """`text` with the directives."""
    return silence(Source("README.md", text), plan, reason).after.document.text


def left(text: str, plan: Plan = DEFAULT) -> list[tuple[str, int]]:
    """Code and line of all that is said of `text`."""
    checked = engine.check(Source("README.md", text), plan)
    return [(one.code, checked.document.source.line_of(one.span.start)) for one in checked.diagnostics]


TABLE = "| A | B |\n|---|---|\n| [x](https://arxiv.org/abs/9999.99999) | b |\n"

CASES = {
    "nothing to silence": ("- [A](https://a.org/), one thing.\n", "- [A](https://a.org/), one thing.\n"),
    "an entry": (
        "- [A](https://arxiv.org/abs/9999.99999), one thing.\n",
        "- [A](https://arxiv.org/abs/9999.99999), one thing. <!-- listlint: ignore[LL302] -->\n",
    ),
    "blanks at the end of an entry stay where they are": (
        "- [A](https://a.org/), one thing.  \n- [B](https://b.org/), another.\n",
        "- [A](https://a.org/), one thing. <!-- listlint: ignore[LL601] -->  \n- [B](https://b.org/), another.\n",
    ),
    "a directive that is there gets a name more": (
        "- [A](https://arxiv.org/abs/9999.99999), one thing <!-- listlint: ignore[LL302] why --> \n",
        "- [A](https://arxiv.org/abs/9999.99999), one thing <!-- listlint: ignore[LL302, LL601] why --> \n",
    ),
    "a bullet without text": (
        "- [A](https://a.org/), one thing.\n-\n",
        "- [A](https://a.org/), one thing.\n- <!-- listlint: ignore[LL105] -->\n",
    ),
    "headings, one after the other": (
        "# T\n\n## One\n\n## Two\n\n## Three\n\nWords.\n",
        "# T\n\n<!-- listlint: ignore-next[LL502] -->\n## One\n\n<!-- listlint: ignore-next[LL502] -->\n## Two\n\n## Three\n\nWords.\n",
    ),
    "a paragraph": ("Words. \n\nMore.\n", "<!-- listlint: ignore-next[LL601] -->\nWords. \n\nMore.\n"),
    "a table": (
        TABLE,
        f"<!-- listlint: disable[LL302] -->\n{TABLE}<!-- listlint: enable[LL302] -->\n",
    ),
    "CRLF": (
        "Words. \r\n\r\nMore.\r\n",
        "<!-- listlint: ignore-next[LL601] -->\r\nWords. \r\n\r\nMore.\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_directives_stand_where_they_belong(before: str, after: str) -> None:
    assert silenced(before) == after
    assert left(after) == []
    assert silenced(after) == after


def test_what_directives_do_wrong_stays() -> None:
    text = "- [A](https://a.org/), one thing. <!-- listlint: ignore[LL601] -->\n"
    assert left(text) == [("LL002", 1)]
    assert silenced(text) == text


def test_a_reason_is_given() -> None:
    assert silenced("- [A](https://arxiv.org/abs/9999.99999), one thing.\n", reason="it is a joke").endswith(
        "ignore[LL302] it is a joke -->\n"
    )


def _lists() -> list[Path]:
    return [EXAMPLE, *(file for file in sorted(CORPUS.glob("*.md")) if file.stat().st_size < 60_000)]


@pytest.mark.parametrize("plan", [DEFAULT, ALL], ids=["default", "strict"])
@pytest.mark.parametrize("file", _lists(), ids=lambda file: file.name)
def test_real_lists_are_silent_then_and_read_as_they_did(file: Path, plan: Plan) -> None:
    before = Source.decode("README.md", file.read_bytes()).text
    after = silenced(before, plan)
    assert [code for code, _ in left(after, plan)] == []
    assert silenced(after, plan) == after
    assert COMMENT.sub("", after).split() == COMMENT.sub("", before).split()


def test_the_command_writes_and_says_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "README.md"
    file.write_text(CASES["an entry"][0], encoding="utf-8")
    words = ["check", "--isolated", "--add-ignores", str(file)]
    assert main(words) == 0
    assert capsys.readouterr().out == "silenced 1 diagnostic, none left\n"
    assert file.read_text(encoding="utf-8") == CASES["an entry"][1]
    assert main(words) == 0
    assert capsys.readouterr().out == "silenced 0 diagnostics, none left\n"


@pytest.mark.parametrize(
    "words",
    [
        ("--add-ignores", "-"),
        ("--add-ignores", "--since", "HEAD", "README.md"),
        ("--add-ignores", "--reason", "a --> b", "README.md"),
        ("--reason", "why", "README.md"),
    ],
)
def test_what_can_not_be_silenced_is_one_line(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
