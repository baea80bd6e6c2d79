"""What a list mostly does where that is one of a few ways, for rules of layout. Knows nothing of the ways."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from listlint.style.thresholds import MIN_CASES, SLIP

if TYPE_CHECKING:
    from collections.abc import Sequence


class Usual(NamedTuple):
    """The way that is expected."""

    value: str
    told: str
    """For a message: `9 of 10 are`, or `configured`."""


def usual(values: Sequence[str], configured: str, consistent: str = "consistent") -> Usual | None:
    """The way that is configured, or else that nine in ten of at least five places keep to; None where nobody tells."""
    if configured != consistent:
        return Usual(configured, "configured")
    counts = Counter(values)
    total = counts.total()
    if total < MIN_CASES:
        return None
    value, count = counts.most_common(1)[0]
    return Usual(value, f"as {count} of {total} are") if total - count <= SLIP * total else None
