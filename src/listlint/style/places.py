"""Stretches of text that meet others, and what they say beside directives; without looking at each. Knows no rule."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from listlint.model import Document
    from listlint.text import Span


def meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` shares a code point with one of `others`, which are disjoint and in order."""
    before = bisect_left(others, span.end, key=attrgetter("start"))
    return before > 0 and others[before - 1].end > span.start


def flags(size: int, numbers: Iterable[int]) -> bytearray:
    """By number, below `size`, whether it's one of `numbers`: a set of them takes up to a hundred bytes each."""
    found = bytearray(size)
    for number in numbers:
        found[number] = 1
    return found


def beside_directives(document: Document, start: int, end: int) -> str:
    """What `[start, end)` says; directives are addressed to listlint, and no part of a list."""
    text = document.text[start:end]
    at = bisect_left(document.directives, end, key=lambda one: one.span.start) - 1
    while at >= 0 and (span := document.directives[at].span).end > start:
        text = text[: max(span.start - start, 0)] + text[span.end - start :]
        at -= 1
    return text
