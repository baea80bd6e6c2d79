"""Entry, group, note, navigation or nothing: told from content, parent, siblings and section."""

from __future__ import annotations

import pytest

from listlint.model import Container, Form
from listlint.parse import parse
from listlint.text import Source

CASES = {
    "bare topic names": ("- alpha\n- beta\n", ["group", "group"]),
    "an empty bullet": ("- [A](https://a.io)\n- \n", ["entry", "empty"]),
    "a name among linked ones": ("- [A](https://a.io)\n- [B](https://b.io)\n- Gamma\n", ["entry", "entry", "entry"]),
    "a sentence among links": (
        "- [A](https://a.io)\n- Please note that all of these, without a doubt, are good; we use them every day of the week.\n",
        ["entry", "note"],
    ),
    "a group over entries": ("- Tools\n  - [A](https://a.io)\n  - [B](https://b.io)\n", ["group", "entry", "entry"]),
    "a name without link in a group": ("- Tools\n  - [A](https://a.io)：甲\n  - dataset：乙\n", ["group", "entry", "entry"]),
    "notes under an entry": ("- [A](https://a.io), with:\n  - one thing\n  - another thing\n", ["entry", "note", "note"]),
    "an entry under an entry": ("- [A](https://a.io) - x\n  - [B](https://b.io) - y\n", ["entry", "entry"]),
    "labels under an entry": ("- [A](https://a.io)\n  - [code](https://c.io)\n  - 代码: https://d.io\n", ["entry", "note", "note"]),
    "a described label under an entry": ("- [A](https://a.io) - x\n  - [Papers](https://c.io) - The ones to read.\n", ["entry", "entry"]),
    "a name after a directive": ("- [A](https://a.io)\n- [B](https://b.io)\n<!-- listlint: ignore-next -->\n- Gamma\n", ["entry"] * 3),
    "fields under a title": ("- Foo Net\n  - 地址: https://a.io\n  - 简介: 很好的网络\n", ["entry", "note", "note"]),
    "parts under a title": (
        "- The Long Film - all of it\n  - [Part 1: A](https://a.io)\n  - [Part 2: B](https://b.io)\n",
        ["entry", "note", "note"],
    ),
    "dates over papers": ("- **[2026.05]**\n  - Paper: [A B C](https://a.io)\n", ["group", "entry"]),
    "contents": ("- [A](#a)\n- [B](#b)\n  - [C](#c)\n", ["nav", "nav", "nav"]),
    "contents under plain labels": ("- Part one\n  - [A](#a)\n  - [B](#b)\n", ["nav", "nav", "nav"]),
    "contents with links to other files": ("- [A](#a)\n- [B](#b)\n- [C](https://github.com/x/y/blob/main/c.md)\n", ["nav"] * 3),
    "a badge": ("- [![b](https://b.io/s.svg)](https://b.io)\n", ["nav"]),
    "licence": ("# License\n\n- [MIT](https://mit.io) - Free.\n", ["note"]),
    "contributing, one level down": ("# Contributing\n\n## Rules\n\n- [A](https://a.io)\n", ["note"]),
    "news in prose": ("# News\n\n- 2024-01-01 We release a new [tool](https://a.io) for everybody to use.\n", ["note"]),
    "news that list papers": ("# News\n\n- **[A Great Paper](https://a.io)**\n", ["entry"]),
    "social links": ("- Twitter : [@me](https://t.io)\n- Telegram: [me](https://u.io)\n", ["note", "note"]),
    "prose with a link": ("- [A](https://a.io)\n- Several of these are included in the [B](https://b.io) namespace.\n", ["entry", "note"]),
    "a pointer": ("- For a list of free books on the matter, go [here](https://a.io).\n", ["note"]),
    "a template": ("- **Title**, Author et al. [[Paper](URL)]\n", ["group"]),
    "a doubled marker": ("* * [A](https://a.io) - x\n", ["entry"]),
    "a task": ("* - [ ] [A](https://a.io) - x\n", ["entry"]),
    "a label beside its links": ("*   MySQL：[awesome](https://a.io) 系列\n    *   [b](https://b.io)：乙\n", ["group", "entry"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), CASES.values(), ids=CASES.keys())
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [str(item.kind) for item in parse(Source("list.md", text)).items] == kinds


def test_a_doubled_marker_is_one_marker() -> None:
    text = "* - [x] [A](https://a.io)\n"
    (item,) = parse(Source("list.md", text)).items
    assert item.marker is not None
    assert item.marker.of(text) == "* - [x] "


def test_a_bullet_glued_to_its_link_begins_an_entry_of_its_own() -> None:
    text = "- [A](https://a.io) : x\n-[B](https://b.io): y\n-[C](https://c.io)\n  - note\n"
    items = parse(Source("list.md", text)).items
    assert [(item.title.text, item.verbatim) for item in items if item.title] == [("A", False), ("B", True), ("C", True)]
    assert [len(item.children) for item in items] == [0, 0, 1, 0]


def test_a_tab_nests_one_level() -> None:
    document = parse(Source("list.md", "- [A](https://a.io)\n\t- [B](https://b.io)\n"))
    (parent,) = document.sections[0].items
    assert [document.source.line_of(child.span.start) for child in parent.children] == [2]


def test_the_first_note_is_the_summary_where_there_is_no_other() -> None:
    (entry, _) = parse(Source("list.md", "- [A](https://a.io)\n  - A thing that does something.\n")).items
    assert entry.summary is not None
    assert entry.summary.text == "A thing that does something."


TABLE = """
| Date | Title | Paper | Code |
|:--|:--|:--|:--|
| 2024 | 🔥[**Tin**] Tin for All Seasons(@Acme) | [[pdf]](https://p.io) | [[tin]](https://github.com/a/b) |
| 2023 | Zinc for All | ⚠️ | [[zinc]](https://github.com/a/c) |
"""
PLAIN_TABLE = "Repository | Description\n---|---\n[Tin](https://t.io) | Cuts metal\n[Zinc](https://z.io) | \n"
TICKS = "| | a | b |\n|--|--|--|\n| [Tin](https://t.io) | 👍 | [:octocat:](https://g.io) |\n"
ANCHORS = "| a | b |\n|--|--|\n| [A](#a) | [B](#b) |\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (TABLE, [("Tin for All Seasons", "https://p.io", None), ("Zinc for All", "https://github.com/a/c", None)]),
        (PLAIN_TABLE, [("Tin", "https://t.io", "Cuts metal"), ("Zinc", "https://z.io", None)]),
        (TICKS, [("Tin", "https://t.io", None)]),
        (ANCHORS, []),
    ],
)
def test_rows(text: str, rows: list[tuple[str, str, str | None]]) -> None:
    entries = parse(Source("list.md", text)).entries
    found = [(item.title and item.title.text, item.link and item.link.url, item.summary and item.summary.text) for item in entries]
    assert found == rows
    assert all(item.container is Container.TABLE_ROW and item.form is Form.TABLE_ROW for item in entries)


HEADINGS = "".join(f"# S{n}\n\n## [Tool {n}](https://t.io/{n})\n\n> Does {n} things well.\n\n- plain remark\n\n" for n in range(4))


def test_linked_headings_are_entries_where_most_of_them_hold_none() -> None:
    document = parse(Source("list.md", HEADINGS))
    assert [(item.form, item.title and item.title.text, item.summary and item.summary.text) for item in document.entries] == [
        (Form.HEADING, f"Tool {n}", f"Does {n} things well.") for n in range(4)
    ]
    assert [section.title for section in document.all_sections] == ["S0", "S1", "S2", "S3"]
    assert "tool-2" in document.anchors


def test_linked_headings_over_lists_are_sections() -> None:
    text = "".join(f"## [Topic {n}](https://t.io/{n})\n\n- [A](https://a.io)\n- [B](https://b.io)\n\n" for n in range(4))
    document = parse(Source("list.md", text))
    assert len(document.all_sections) == 4
    assert len(document.entries) == 8


QUOTES = "".join(f"> **[Tool {n}](https://t.io/{n})** <kbd>MIT</kbd> 🟢<br>Does things.\n\n" for n in range(3))


def test_paragraphs_of_one_look_are_entries_and_an_introduction_is_none() -> None:
    assert [item.title and item.title.text for item in parse(Source("list.md", QUOTES)).entries] == ["Tool 0", "Tool 1", "Tool 2"]
    intro = "[Tin](https://t.io) is a metal that people cut.\n\n- [A](https://a.io)\n"
    assert [item.title and item.title.text for item in parse(Source("list.md", intro)).entries] == ["A"]


FIELDS = (
    "# T\n\n## Papers\n\n### SimCut\n\n- Paper: https://arxiv.org/abs/1\n- Code: https://github.com/a/b\n\n"
    "**MoCut**\n\n- 论文: https://arxiv.org/abs/2\n- 代码: https://github.com/a/c\n"
)


def test_headings_and_bold_paragraphs_with_field_bullets_are_entries() -> None:
    items = parse(Source("list.md", FIELDS)).items
    assert [(str(item.kind), item.title and item.title.text, item.link and item.link.url) for item in items] == [
        ("entry", "SimCut", "https://arxiv.org/abs/1"),
        ("note", None, None),
        ("note", None, None),
        ("entry", "MoCut", "https://arxiv.org/abs/2"),
        ("note", None, None),
        ("note", None, None),
    ]


ROWS = "<p>\n" + "".join(f'&nbsp;&nbsp; <a href="https://t.io/{n}"><b>Tool {n}</b></a> - does things.<br>\n' for n in range(5)) + "</p>\n"


def test_html_rows_are_listed_but_verbatim() -> None:
    document = parse(Source("list.md", ROWS))
    assert document.entries == ()
    assert [(item.form, item.verbatim, item.title and item.title.text, item.summary and item.summary.text) for item in document.items] == [
        (Form.HTML, True, f"Tool {n}", "does things.") for n in range(5)
    ]


def test_topics_over_topics_are_groups() -> None:
    items = parse(Source("list.md", "# A\n\n- F\n    - J\n        - [Z](http://z.com/)\n        - [Y](http://y.com/)\n")).items
    assert [(str(item.kind), item.title and item.title.text) for item in items] == [
        ("group", "F"),
        ("group", "J"),
        ("entry", "Z"),
        ("entry", "Y"),
    ]
