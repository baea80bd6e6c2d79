"""Rounds of fixes as one rewrite: what they declare, in the places of the text they began with. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Shift, compose
from listlint.formatter.proof import Change, prove
from listlint.records import replace

if TYPE_CHECKING:
    from listlint.edits import Edit, Rewrite, Wording
    from listlint.formatter.proof import Failure
    from listlint.formatter.reading import Reading
    from listlint.text import Span


class Whole:
    """What became of `base` since; moves can't be part of it."""

    def __init__(self, base: Reading) -> None:
        self._base = base
        self._rounds = 0
        self._edits: tuple[Edit, ...] = ()
        self._rewrites: list[tuple[Span, Rewrite]] = []
        self._splits: list[Span] = []
        self._recases: list[Span] = []
        self._wordings: list[Wording] = []
        self._drops: list[Span] = []
        self._safe_drops: list[Span] = []

    def add(self, change: Change, text: str) -> None:
        """A round that changed `text`."""
        self._rounds += 1
        back = Shift(self._edits)
        self._rewrites += ((back.span_before(span), rewrite) for span, rewrite in change.rewrites)
        self._drops += map(back.core_before, change.drops)
        self._safe_drops += map(back.core_before, change.safe_drops)
        self._splits += map(back.span_before, change.splits)
        self._recases += map(back.span_before, change.recases)
        self._wordings += (replace(wording, span=back.span_before(wording.span)) for wording in change.wordings)
        self._edits = compose(self._edits, change.edits, text)

    def failures(self, now: Reading) -> tuple[Failure, ...]:
        """What speaks against the rounds having made `now` of the base; a single round was proved as it was made."""
        if self._rounds < 2:  # noqa: PLR2004 - see above
            return ()
        declared = (tuple(self._rewrites), tuple(self._drops), tuple(self._safe_drops), tuple(self._splits))
        return prove(self._base, now, Change(self._edits, *declared, recases=tuple(self._recases), wordings=tuple(self._wordings)))
