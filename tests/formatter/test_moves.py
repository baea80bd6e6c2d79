"""Declared moves, split lines and letters of another case: what is made, and every way in which a rule might do more."""

from __future__ import annotations

import pytest
from tests.formatter.proving import failures, span

from listlint.edits import Edit, Fix, Move, Safety, apply, moved
from listlint.text import Span

LIST = """# List

- [b](https://example.org/b) - Two.
  - a note of b
- [a](https://example.org/a) - One.

- [c](https://example.org/c) - Three.
"""
B = "- [b](https://example.org/b) - Two.\n  - a note of b"
A = "- [a](https://example.org/a) - One."
C = "- [c](https://example.org/c) - Three."


def swap(text: str, one: str, other: str) -> Fix:
    moves = (Move(span(text, one), span(text, other)), Move(span(text, other), span(text, one)))
    return Fix("swap", moved(text, moves), Safety.UNSAFE, moves=moves)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_entries_change_places_with_their_notes(newline: str) -> None:
    text, one, other = (each.replace("\n", newline) for each in (LIST, B, A))
    assert failures(text, swap(text, one, other)) == []


def test_three_entries_go_round() -> None:
    places = [span(LIST, each) for each in (B, A, C)]
    moves = tuple(Move(place, piece) for place, piece in zip(places, (places[2], places[0], places[1]), strict=True))
    assert failures(LIST, Fix("round", moved(LIST, moves), Safety.UNSAFE, moves=moves)) == []


def test_the_last_entry_without_a_final_newline_moves() -> None:
    text = "- [b](https://example.org/b)\n- [a](https://example.org/a)"
    assert failures(text, swap(text, *text.split("\n"))) == []


def test_an_entry_may_not_be_lost() -> None:
    moves = (Move(span(LIST, B), span(LIST, A)),)
    assert failures(LIST, Fix("lose", moved(LIST, moves), Safety.UNSAFE, moves=moves)) == ["what moves isn't what makes room"]


def test_an_entry_may_not_be_doubled() -> None:
    moves = (Move(span(LIST, B), span(LIST, A)), Move(span(LIST, A), span(LIST, A)))
    assert failures(LIST, Fix("double", moved(LIST, moves), Safety.UNSAFE, moves=moves)) == ["what moves isn't what makes room"]


@pytest.mark.parametrize("change", [("One.", "Won."), ("/a)", "/b)"), ("One.", "One"), (" - One", "  - One")])
def test_a_moving_entry_may_not_change(change: tuple[str, str]) -> None:
    fix = swap(LIST, B, A)
    edits = tuple(Edit(edit.span, edit.text.replace(*change)) for edit in fix.edits)
    assert failures(LIST, Fix("swap", edits, Safety.UNSAFE, moves=fix.moves)) == ["a fix that moves would do something else, too"]


def test_nothing_else_may_change() -> None:
    fix = swap(LIST, B, A)
    edits = (*fix.edits, Edit(span(LIST, "Three"), "Four"))
    assert failures(LIST, Fix("swap", edits, Safety.UNSAFE, moves=fix.moves)) == ["a fix that moves would do something else, too"]


def test_the_text_must_be_what_the_edits_make() -> None:
    fix = swap(LIST, B, A)
    after = apply(LIST, fix.edits).replace("Three", "Four")
    assert failures(LIST, fix, after) == ["the text is not what the edits make of it"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("1. one\n2. two\n", "1. one", "2. two"),
        ("- a [x][y] b\n- b\n", "[x]", "a"),
        ("# One\n\ntext\n\n## Two\n", "# One", "## Two"),
        ("- a\n  - b\n- c\n", "- b", "- c"),
        ("- a[^1]\n- b[^2]\n\n[^1]: one\n[^2]: two\n", "- a[^1]", "- b[^2]"),
        ("- a\n- b\n\n      code\n", "- a", "- b"),
        ("- a\nlazy\n- b\n", "- a", "- b"),
        ("> - a\n> - b\n", "> - a", "- b"),
    ],
)
def test_what_would_be_read_otherwise_is_withheld(text: str, one: str, other: str) -> None:
    assert len(failures(text, swap(text, one, other))) == 1


GLUED = "- [a](https://example.org/a) - One.\n-[b](https://example.org/b) - Two.\n- [c](https://example.org/c)\n"


def split(text: str, at: int, blank: str = " ", line: str = "-[b](https://example.org/b) - Two.") -> Fix:
    return Fix("split", (Edit(Span(at, at), blank),), splits=(span(text, line),))


def test_a_declared_line_begins_an_item() -> None:
    assert failures(GLUED, split(GLUED, GLUED.index("-[b]") + 1)) == []


def test_an_undeclared_line_does_not() -> None:
    at = GLUED.index("-[b]") + 1
    assert failures(GLUED, Fix("split", (Edit(Span(at, at), " "),))) != []


@pytest.mark.parametrize("blank", [" x ", "      ", " # ", " [x](https://example.org/x) "])
def test_a_declared_line_may_not_become_more(blank: str) -> None:
    assert failures(GLUED, split(GLUED, GLUED.index("-[b]") + 1, blank)) != []


def test_a_declared_line_may_not_lose_its_end() -> None:
    fix = split(GLUED, GLUED.index("-[b]") + 1)
    edits = (*fix.edits, Edit(span(GLUED, "Two."), ""))
    assert failures(GLUED, Fix("split", edits, splits=fix.splits)) != []


def test_a_letter_takes_another_case_only_where_declared() -> None:
    text = "- [a](https://example.org/a) - one of them.\n"
    letter = span(text, "one")
    letter = Span(letter.start, letter.start + 1)
    assert failures(text, Fix("case", (Edit(letter, "O"),), Safety.UNSAFE, recases=(letter,))) == []
    assert failures(text, Fix("case", (Edit(letter, "O"),), Safety.UNSAFE)) != []
    assert failures(text, Fix("case", (Edit(letter, "U"),), Safety.UNSAFE, recases=(letter,))) != []
