"""Whether a stretch of text meets any of many others, without looking at each. Knows nothing of what they are."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.text import Span


def meets(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` shares a code point with one of `others`, which are disjoint and in order."""
    before = bisect_left(others, span.end, key=attrgetter("start"))
    return before > 0 and others[before - 1].end > span.start
