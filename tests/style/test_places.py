"""Meeting spans are found by halving."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from listlint.style.places import meets
from listlint.text import Span


@given(st.lists(st.integers(0, 40), unique=True), st.integers(0, 40), st.integers(0, 10))
def test_meets_says_what_looking_at_each_says(ends: list[int], start: int, length: int) -> None:
    edges = sorted(ends)
    others = [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False)]
    span = Span(start, start + length)
    assert meets(span, others) == any(span.start < other.end and other.start < span.end for other in others)
