"""Declared changes of depth: what is made, and every way in which a rule might do more."""

from __future__ import annotations

import pytest
from tests.formatter.proving import failures, span

from listlint.edits import Edit, Fix, Indent, Safety, apply
from listlint.text import Span

LIST = """# List

- [a](https://example.org/a) - One.
- [b](https://example.org/b) - Two.
  - [c](https://example.org/c) - Three.
    - a note of c
- [d](https://example.org/d) - Four.
"""
C = "- [c](https://example.org/c) - Three.\n    - a note of c"
B = "- [b](https://example.org/b) - Two.\n  " + C


def indented(text: str, item: str, beside: str, by: int, newline: str = "\n") -> Fix:
    """`item`'s lines moved by so many columns."""
    place = span(text, item)
    start = text.rfind(newline, 0, place.start) + len(newline) if newline in text[: place.start] else 0
    edits = []
    for line in text[start : place.end].split(newline):
        edits.append(Edit(Span(start, start + max(-by, 0)), " " * max(by, 0)))
        start += len(line) + len(newline)
    return Fix("indent", tuple(edits), Safety.UNSAFE, indents=(Indent(place, span(text, beside)),))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_nested_entry_comes_out_with_its_notes(newline: str) -> None:
    text, item, beside = (each.replace("\n", newline) for each in (LIST, C, B))
    fix = indented(text, item, beside, -2, newline)
    assert failures(text, fix) == []
    assert newline.join(("", "- [c](https://example.org/c) - Three.", "  - a note of c", "")) in apply(text, fix.edits)


def test_an_entry_goes_into_the_topic_above() -> None:
    text = "- Tools\n  - [a](https://example.org/a)\n- [b](https://example.org/b)\n- Books\n  - [c](https://example.org/c)\n"
    assert failures(text, indented(text, "- [b](https://example.org/b)", "- [a](https://example.org/a)", 2)) == []


def test_two_entries_come_out_together() -> None:
    text = "- a\n- [b](https://example.org/b)\n  - [c](https://example.org/c)\n  - [d](https://example.org/d)\n- e\n"
    whole = text[text.index("- [b") : text.index("\n- e")]
    one, other = (indented(text, f"- [{name}](https://example.org/{name})", whole, -2) for name in "cd")
    assert failures(text, Fix("both", one.edits + other.edits, Safety.UNSAFE, indents=one.indents + other.indents)) == []
    assert failures(text, one) == ["something beside an item would become a part of it (GitHub's renderer)"]
    assert failures(text, other) == []


def test_it_must_be_declared() -> None:
    fix = indented(LIST, C, B, -2)
    assert failures(LIST, Fix("indent", fix.edits, Safety.UNSAFE)) != []


def test_the_entry_must_come_where_it_was_declared_to() -> None:
    note = "- a note of c"
    fix = indented(LIST, C, B, -2)
    assert failures(LIST, Fix("indent", fix.edits, Safety.UNSAFE, indents=(Indent(span(LIST, C), span(LIST, note)),))) == [
        "an item would not stand beside its neighbour (GitHub's renderer)"
    ]
    deeper = indented(LIST, "- [d](https://example.org/d) - Four.", B, 2)
    assert failures(LIST, deeper) == ["an item would not stand beside its neighbour (GitHub's renderer)"]


def test_it_must_not_stand_there_already() -> None:
    d = "- [d](https://example.org/d) - Four."
    assert failures(LIST, indented(LIST, d, B, 1)) == ["an item stands where it was declared to go"]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Three", "Drei"), ("Three.", "Three"), ("[d]", "[e]"), ("- a note", "* a note"), ("of c\n", "of c\n\n"), ("# List", "## List")],
)
def test_nothing_else_may_change(old: str, new: str) -> None:
    fix = indented(LIST, C, B, -2)
    more = Fix("more", (*fix.edits, Edit(span(LIST, old), new)), Safety.UNSAFE, indents=fix.indents)
    assert failures(LIST, more) == ["a fix of the depth would change more than the blanks before an item's lines"]


def test_blanks_elsewhere_may_not_change() -> None:
    fix = indented(LIST, C, B, -2)
    more = Fix("more", (*fix.edits, Edit(Span(LIST.index("- [d"), LIST.index("- [d")), " ")), Safety.UNSAFE, indents=fix.indents)
    assert failures(LIST, more) == ["a fix of the depth would change more than the blanks before an item's lines"]


def test_the_text_must_be_what_the_edits_make() -> None:
    fix = indented(LIST, C, B, -2)
    assert failures(LIST, fix, apply(LIST, fix.edits).replace("Four", "Five")) == ["the text is not what the edits make of it"]


@pytest.mark.parametrize(
    ("text", "item", "beside"),
    [
        ("- a\n- b\n  - c\n\n  a paragraph of b\n- d\n", "- c", "- b\n  - c\n\n  a paragraph of b"),
        ("- a\n- b\n  - c\n  ```\n  code\n  ```\n- d\n", "- c", "- b\n  - c\n  ```\n  code\n  ```"),
        ("- a\n- b\n  1. c\n- d\n", "1. c", "- b\n  1. c"),
        ("- a\n- b\n  * c\n- d\n", "* c", "- b\n  * c"),
        ("- a\n\n- b\n  - c\n\n- d\n", "- c", "- b\n  - c"),
    ],
    ids=["paragraph", "code", "number", "bullet", "loose"],
)
def test_what_would_be_read_otherwise_is_withheld(text: str, item: str, beside: str) -> None:
    assert len(failures(text, indented(text, item, beside, -2))) == 1
