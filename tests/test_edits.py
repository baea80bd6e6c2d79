"""Edits: applying, following places through them, composing, and the diff."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.edits import Edit, Fix, Shift, apply, compose, unified_diff
from listlint.text import Span

TEXTS = st.text("ab\r\n中", max_size=40)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Edits of `text` that neither overlap nor share a start."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        if not edits or (start >= edits[-1].span.end and start > edits[-1].span.start):
            edits.append(Edit(Span(start, end), draw(st.text("xy", max_size=3))))
    return tuple(edits)


@st.composite
def texts_and_edits(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    """A text with edits of it."""
    text = draw(TEXTS)
    return text, draw(edits_of(text))


def edit(start: int, end: int, text: str) -> Edit:
    """An edit by its numbers."""
    return Edit(Span(start, end), text)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), "abcdef"),
        ((edit(0, 0, "x"),), "xabcdef"),
        ((edit(6, 6, "x"),), "abcdefx"),
        ((edit(1, 3, ""), edit(4, 5, "yy")), "adyyf"),
        ((edit(4, 5, "yy"), edit(1, 3, "")), "adyyf"),
        ((edit(1, 3, "x"), edit(3, 4, "y")), "axyef"),
        ((edit(1, 3, "x"), edit(3, 3, "y")), "axydef"),
        ((edit(0, 6, ""),), ""),
    ],
)
def test_apply(edits: tuple[Edit, ...], expected: str) -> None:
    assert apply("abcdef", edits) == expected


@pytest.mark.parametrize(
    "edits",
    [
        (edit(1, 3, ""), edit(2, 4, "")),
        (edit(2, 2, "x"), edit(2, 2, "y")),
        (edit(2, 2, "x"), edit(2, 3, "y")),
        (edit(1, 4, ""), edit(2, 2, "y")),
    ],
)
def test_edits_that_overlap_are_refused(edits: tuple[Edit, ...]) -> None:
    with pytest.raises(ValueError, match="edits overlap at 2"):
        apply("abcdef", edits)


@given(texts_and_edits())
def test_the_order_of_edits_makes_no_difference(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    assert apply(text, edits) == apply(text, reversed(edits))


@given(texts_and_edits())
def test_edits_undo_themselves(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    shift = Shift(edits)
    back = [Edit(new, old.of(text)) for old, new in zip(shift.old, shift.new, strict=True)]
    assert apply(apply(text, edits), back) == text


@given(texts_and_edits())
def test_what_no_edit_touches_is_found_again(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    after, shift = apply(text, edits), Shift(edits)
    for at, char in enumerate(text):
        if not shift.touches(Span(at, at + 1)):
            assert after[shift.after(at, last=True)] == char
            assert shift.before(shift.after(at, last=True), last=True) == at


@given(texts_and_edits())
def test_a_place_moves_monotonously(case: tuple[str, tuple[Edit, ...]]) -> None:
    text, edits = case
    shift = Shift(edits)
    starts = [shift.after(at) for at in range(len(text) + 1)]
    ends = [shift.after(at, last=True) for at in range(len(text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(start <= end for start, end in zip(starts, ends, strict=True))
    assert (starts[0], ends[-1]) == (0, len(apply(text, edits)))


@given(st.data())
def test_composed_edits_make_what_both_make(data: st.DataObject) -> None:
    text, first = data.draw(texts_and_edits())
    middle = apply(text, first)
    second = data.draw(edits_of(middle))
    assert apply(text, compose(first, second, middle)) == apply(middle, second)


@pytest.mark.parametrize(
    ("edits", "span", "touched"),
    [
        ((), Span(0, 9), False),
        ((edit(0, 2, ""),), Span(2, 4), False),
        ((edit(4, 6, ""),), Span(2, 4), False),
        ((edit(3, 6, ""),), Span(2, 4), True),
        ((edit(0, 3, ""),), Span(2, 4), True),
        ((edit(2, 2, "x"),), Span(2, 4), True),
        ((edit(3, 3, "x"),), Span(2, 4), True),
        ((edit(4, 4, "x"),), Span(2, 4), False),
        ((edit(0, 9, "x"),), Span(2, 4), True),
    ],
)
def test_touches(edits: tuple[Edit, ...], span: Span, *, touched: bool) -> None:
    assert Shift(edits).touches(span) is touched


def test_the_hull_of_a_fix() -> None:
    assert Fix("", (edit(4, 5, ""), edit(1, 1, "x"))).span == Span(1, 5)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\n", "a\n", ""),
        ("a\nb\n", "a\nc\n", "--- x\n+++ x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("a\r\n", "a\n", "--- x\n+++ x\n@@ -1 +1 @@\n-a\r\n+a\n"),
        ("a", "a\n", "--- x\n+++ x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        ("a\u2028b\x0cc\x85d\n", "", "--- x\n+++ x\n@@ -1 +0,0 @@\n-a\u2028b\x0cc\x85d\n"),
    ],
)
def test_unified_diff(before: str, after: str, expected: str) -> None:
    assert unified_diff("x", before, after) == expected
