"""Cutting out what a fix drops, with the edits that are left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.edits import Edit, apply
from listlint.formatter.cuts import cut
from listlint.text import Source, Span


@pytest.mark.parametrize(
    ("text", "edits", "drops", "base"),
    [
        ("- a\n- b\n", [], [], "- a\n- b\n"),
        ("- a\n- b\n", [(0, 4, "")], [(0, 3)], "- b\n"),
        ("- a\n- b\n", [(0, 4, "")], [(2, 3)], "- \n- b\n"),
        ("- a\n- b", [(3, 7, "")], [(4, 7)], "- a\n"),
        ("- a x\r\n- b\r\n", [(3, 5, "")], [(4, 5)], "- a \r\n- b\r\n"),
        ("- a\n- b\n", [(0, 1, "*")], [(2, 3)], "- \n- b\n"),
        ("a b c\n", [(2, 3, "x"), (4, 5, "")], [(4, 5)], "a b \n"),
    ],
)
def test_cut(text: str, edits: list[tuple[int, int, str]], drops: list[tuple[int, int]], base: str) -> None:
    made = [Edit(Span(start, end), new) for start, end, new in edits]
    found, left, cuts = cut(Source("x", text), made, [Span(*drop) for drop in drops])
    assert found == base
    assert apply(text, cuts) == base
    assert [edit.text for edit in cuts] == [""] * len(drops)
    if all(any(Span(*drop).start >= edit.span.start and Span(*drop).end <= edit.span.end for edit in made) for drop in drops):
        assert apply(base, left) == apply(text, made)


@given(st.text("ab \n", max_size=30), st.data())
def test_edits_of_the_whole_are_edits_of_the_rest(text: str, data: st.DataObject) -> None:
    """Where an edit takes out no less than what is dropped, both ways lead to the same text."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    spans = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [Edit(span, data.draw(st.sampled_from(["", "x"]))) for span in spans]
    base, left, _ = cut(Source("x", text), edits, spans[:1])
    assert apply(base, left).split() == apply(text, edits).split()
