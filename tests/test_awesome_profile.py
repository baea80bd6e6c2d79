"""The profile `awesome`: what it lets be where other linters of such lists don't, and what it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.diagnostic import Severity
from listlint.text import Source

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
PLAN = select.plan(load.settings(profile="awesome"))
HEAD = "# Awesome things [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n\n"


def said(text: str) -> list[str]:
    """`LINE CODE` of every diagnostic that isn't an info."""
    source = Source("list.md", text)
    found = engine.check(source, PLAN).diagnostics
    return [f"{source.position(one.span.start).line} {one.code}" for one in found if one.severity is not Severity.INFO]


def contents(name: str) -> str:
    """A list whose contents list bears this name."""
    rows = "".join(f"- [Part {n}](#part-{n})\n" for n in range(4))
    parts = "".join(f"\n## Part {n}\n\n- [a{n}](https://example.org/{n}) - Does it.\n- [Back to top](#awesome-things)\n" for n in range(4))
    return f"{HEAD}## {name}\n\n{rows}{parts}"


@pytest.mark.parametrize("name", ["Contents", "Table of Contents", "Categories", "目录", "Содержание", "Inhalt", "Where to look"])
def test_contents_have_any_name_and_anchors_are_no_duplicates(name: str) -> None:
    assert said(contents(name)) == []


@pytest.mark.parametrize(
    "entry",
    [
        "- [a](https://example.org/a) - Does it.",
        "- [a](https://example.org/a) - Does it. `MIT`",
        "- [a](https://example.org/a) - Does it. `GPL-3.0` `Python/Docker`",
        "- [a](https://example.org/a) - Does it. ([Source](https://example.org/s), [Demo](https://example.org/d))",
        "- [a](https://example.org/a) - Does it. (German)",
        "- [a](https://example.org/a) - Does it. ![stars](https://example.org/s.svg)",
        "- [a](https://example.org/a) - Does it… 📷",
        "- [a](https://example.org/a) - 用它来做事。",
        "- [a](https://example.org/a) - これをする。",
        "- [a](https://example.org/a) - Does “it”.",
        "- [a](https://example.org/a) - Does “it.”",
        "- [a](https://example.org/a) - iOS and npm do it.",
        "- [a](https://example.org/a) - npm does it.",
        "- [a](https://example.org/a) - პროგრამული უზრუნველყოფის.",
        "- [a](https://example.org/a) - 3D it is.",
        "- [a](https://example.org/a)",
        "- ![v2](https://example.org/v.svg) [a](https://example.org/a) - Does it.",
        "- [one - two](https://example.org/a) - Does it.",
        "- **[a](https://example.org/a)** - Does it.",
        "- Topic\n  - [a](https://example.org/a) - Does it.",
    ],
)
def test_entries_that_are_fine(entry: str) -> None:
    assert said(f"{HEAD}## Tools\n\n{entry}\n- [z](https://example.org/z) - Does more.\n") == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("- [a](https://example.org/a) – Does it.", ["5 LL102"]),
        ("- [a](https://example.org/a)\N{NO-BREAK SPACE}- Does it.", ["5 LL102"]),
        ("- [a](https://example.org/a) - does it.", ["5 LL108"]),
        ("- [a](https://example.org/a) - Does it", ["5 LL109"]),
        ("- [a](https://example.org/a) – does it", ["5 LL102", "5 LL108", "5 LL109"]),  # all of it in one run
        ("- [a](https://example.org/a) - does `it` and [more](https://example.org/m).", ["5 LL108"]),
        ("- 👍 [a](https://example.org/a) – Does it.", ["5 LL102"]),
        ("- **[a](https://example.org/a)** – Does it.", ["5 LL102"]),
        ("- [a](docs/a.md) - Does it.", ["5 LL123"]),
        ("- [a]() - Does it.", ["5 LL204"]),
        ("- [](https://example.org/a) - Does it.", ["5 LL126"]),
        ('- [a](https://example.org/a) - Does "it.".', ["5 LL125"]),
        ("- [a](https://example.org/z) - Does it.", ["6 LL401"]),
        ("* [a](https://example.org/a) - Does it.\n\nMore:\n", ["5 LL115"]),
    ],
)
def test_entries_with_faults(entry: str, expected: list[str]) -> None:
    text = f"{HEAD}## Tools\n\n{entry}\n- [z](https://example.org/z) - Does more.\n"
    assert sorted(said(text)) == expected


def test_alignment_rows_are_no_entries() -> None:
    assert said(f"{HEAD}## Tools\n\n| Name | What |\n| :--- | :---: |\n| [a](https://example.org/a) | Does it |\n") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("sindresorhus__awesome__readme.md", ["773 LL102"]), ("kdeldycke__awesome-falsehood__readme.md", [])],
)
def test_lists_that_keep_to_it(name: str, expected: list[str]) -> None:
    file = CORPUS / name
    if not file.exists():
        pytest.skip("needs the lists")
    assert said(file.read_text(encoding="utf-8")) == expected
