"""What `diff` tells of two versions: nothing where nothing is said otherwise, else each thing once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from listlint.changes.matching import match
from listlint.changes.told import changes
from listlint.parse import parse
from listlint.report import changes as report
from listlint.text import Source
from tests.changes.repositories import CORPUS, Repository, git, said

if TYPE_CHECKING:
    from pathlib import Path

LIST = """\
# Papers

## Agents

- [Alpha](https://a.example/), the first.
- [Beta](https://b.example/), the second.

## Models

- [Gamma](https://c.example/), the third.
- [Delta](https://d.example/), the fourth.
"""


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """What, title, before and after of each change."""
    matching = match(parse(Source("README.md", old)), parse(Source("README.md", new)))
    return [(one.what, one.title, one.before, one.after) for one in changes(matching)]


SILENT = {
    "the same": LIST,
    "white space": LIST.replace("- [", "-  [").replace("\n\n", "\n\n\n"),
    "line ends": LIST.replace("\n", "\r\n"),
    "a paragraph": LIST.replace("# Papers\n", "# Papers\n\nWhat we read.\n"),
    "entries that change places in their section": LIST.replace(
        "- [Alpha](https://a.example/), the first.\n- [Beta](https://b.example/), the second.\n",
        "- [Beta](https://b.example/), the second.\n- [Alpha](https://a.example/), the first.\n",
    ),
}


@pytest.mark.parametrize("new", SILENT.values(), ids=SILENT)
def test_nothing_is_told_of_what_says_the_same(new: str) -> None:
    assert told(LIST, new) == []


CHANGES = {
    "added": (LIST + "- [New](https://n.example/), fresh.\n", [("added", "New", "", "")]),
    "removed": (LIST.replace("- [Beta](https://b.example/), the second.\n", ""), [("removed", "Beta", "", "")]),
    "moved": (
        LIST.replace("- [Beta](https://b.example/), the second.\n", "") + "- [Beta](https://b.example/), the second.\n",
        [("moved", "Beta", "Papers > Agents", "Papers > Models")],
    ),
    "retitled": (LIST.replace("[Beta]", "[Better]"), [("retitled", "Better", "Beta", "Better")]),
    "relinked": (
        LIST.replace("https://b.example/", "https://b2.example/"),
        [("relinked", "Beta", "https://b.example/", "https://b2.example/")],
    ),
    "resummarised": (LIST.replace("the second", "the next"), [("resummarised", "Beta", "the second.", "the next.")]),
    "a section added": (
        LIST + "\n## Tools\n\n- [T](https://t.example/), a tool.\n",
        [("section-added", "Tools", "", ""), ("added", "T", "", "")],
    ),
    "a section renamed, its entries where they were": (
        LIST.replace("## Agents", "## Actors"),
        [("section-renamed", "Actors", "Agents", "Actors")],
    ),
    "a section removed": (
        LIST.partition("## Models")[0],
        [("section-removed", "Models", "", ""), ("removed", "Gamma", "", ""), ("removed", "Delta", "", "")],
    ),
    "from nothing": ("- [A](https://a.example/), a.\n", [("added", "A", "", "")]),
}


@pytest.mark.parametrize(("new", "expected"), CHANGES.values(), ids=CHANGES)
def test_each_thing_is_told_once(new: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told("" if new.startswith("- [A]") else LIST, new) == expected


@pytest.mark.parametrize("file", [str(file) for file in sorted(CORPUS.glob("*.md")) if file.stat().st_size < 100_000])
def test_a_real_list_has_not_changed_from_itself_and_loses_all_it_has(file: str) -> None:
    with open(file, "rb") as opened:  # noqa: PTH123 - a name from the table
        text = Source.decode(file, opened.read()).text
    assert told(text, text) == []
    entries = sum(item.kind == "entry" for item in parse(Source("README.md", text)).items)
    assert sum(what == "removed" for what, *_ in told(text, "")) == entries


HOSTILE = "# T\n\n- [A `<b>` \x1b[31m\u202e | ~~x~~](https://a.example/), x.\n"


def test_the_lists_own_words_can_do_nothing() -> None:
    found = list(changes(match(parse(Source("r", "")), parse(Source("r", HOSTILE)))))
    text = report.render("r", "main", found, output="text")
    markdown = report.render("r", "main", found, output="markdown")
    assert "\x1b" not in text + markdown
    assert "\u202e" not in text + markdown
    assert "<b>" not in markdown
    assert json.loads(report.render("r", "main", found, output="json"))["changes"][1]["what"] == "added"


def test_diff_tells_of_a_branch(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r", LIST)
    git(repository.root, "tag", "v1")
    repository.write(CHANGES["moved"][0].replace("Alpha", "Alfa"))
    assert said(repository.root, "diff", "v1").out == (
        'README.md: 1 entry moved, 1 entry retitled since v1\n\nPapers > Agents\n  ~ "Alfa": title was "Alpha", is "Alfa"\n'
        '\nPapers > Models\n  > "Beta" moved from "Papers > Agents"\n'
    )
    assert said(repository.root, "diff", "v1", "--output-format", "json").code == 0
    assert said(repository.root, "diff", "v1", "--output-format", "markdown").out.startswith(
        "### <code>README&#46;md</code>\n\n1 entry moved"
    )


@pytest.mark.parametrize(
    "words", [("diff", "nowhere"), ("diff", "v1..v2"), ("diff", "HEAD", "missing.md"), ("diff", "HEAD", "-"), ("diff",)]
)
def test_what_can_not_be_compared_is_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = said(Repository(tmp_path / "r", LIST).root, *words)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
