"""One fix held to the proof, for the tests of what fixes declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import apply
from listlint.formatter.proof import Change, prove
from listlint.formatter.reading import Reading
from listlint.text import Source, Span

if TYPE_CHECKING:
    from listlint.edits import Fix


def span(text: str, part: str) -> Span:
    """Where `part` first stands."""
    at = text.index(part)
    return Span(at, at + len(part))


def failures(text: str, fix: Fix, after: str | None = None) -> list[str]:
    """What the proof has against `fix`, or against its having made `after`."""
    made = apply(text, fix.edits) if after is None else after
    before, now = Reading(Source("list.md", text)), Reading(Source("list.md", made))
    return [failure.reason for failure in prove(before, now, Change.of([fix]))]
