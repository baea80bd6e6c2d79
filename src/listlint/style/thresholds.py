"""When a habit is a convention: every number the style and the rules judge by, in one place. Knows nothing of documents.

Sources: real lists read in 2026-11. What fewer than one in ten do is a slip, what three in ten do is a habit.
"""

from __future__ import annotations

from typing import Final

MIN_CASES: Final = 5
"""Fewer cases than this tell nothing of a list."""
MAJORITY: Final = 0.8
"""The share of cases that makes a convention: separator, summary, arXiv form."""
HABIT: Final = 0.3
"""The share from which a deviation is a habit of the list, and none of a linter's business."""
SLIP: Final = 0.1
"""The share below which a deviation is a slip."""
LINKED: Final = 0.5
"""The share of link-first entries from which a list is one that writes `[title](URL)`."""


def is_convention(count: int, total: int) -> bool:
    """Whether `count` of `total` cases make a convention."""
    return total >= MIN_CASES and count >= MAJORITY * total


def is_habit(count: int, total: int) -> bool:
    """Whether `count` of `total` cases are too many to be slips."""
    return count >= HABIT * total
