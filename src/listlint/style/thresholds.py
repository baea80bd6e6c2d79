"""When a habit is a convention: every number the style and the rules judge by, in one place. Knows nothing of documents.

Sources: real lists read in 2026-11; ARCHITECTURE.md ("House style") has the measurements. What fewer than one in ten do is
a slip, what three in ten do is a habit.
"""

from __future__ import annotations

from typing import Final

MIN_CASES: Final = 5
"""Fewer cases than this tell nothing of a list."""
MAJORITY: Final = 0.8
"""The share of cases that makes a convention: separator, summary, arXiv and DOI form, marker, indent, blank lines."""
MIN_CLEAR: Final = 20
"""Fewer cases than this tell nothing where only a clear convention counts."""
CLEAR: Final = 0.95
"""The share that makes a convention where nearly all must keep it: endings, first letters, spacing, order, title marks, fields."""
HABIT: Final = 0.3
"""The share from which a deviation is a habit of the list, and none of a linter's business."""
SLIP: Final = 0.1
"""The share below which a deviation is a slip."""
LINKED: Final = 0.5
"""The share of link-first entries from which a list is one that writes `[title](URL)`."""
MIN_NEIGHBOURS: Final = 10
"""Pairs of entries side by side from which a list that isn't ordered is said to keep no order."""
FAIR: Final = 0.5
"""The share of neighbours that must tell their dates where an order by date is to hold for all."""
HAN: Final = 0.25
"""Chinese or Japanese characters for each Latin letter from which a text is Chinese or Japanese: a character is a word."""


def is_convention(count: int, total: int) -> bool:
    """Whether `count` of `total` cases make a convention."""
    return total >= MIN_CASES and count >= MAJORITY * total


def is_clear(count: int, total: int) -> bool:
    """Whether `count` of `total` cases are nearly all, and enough of them."""
    return total >= MIN_CLEAR and count >= CLEAR * total


def is_habit(count: int, total: int) -> bool:
    """Whether `count` of `total` cases are too many to be slips."""
    return count >= HABIT * total
