"""Things with a stretch of text each, and which of them hold a given place. Knows nothing of what they are."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from listlint.text import Span

T = TypeVar("T")


class Nest(Generic[T]):
    """Stretches that may lie in one another; quick where few of them hold the same place."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self._things = sorted(things, key=lambda thing: thing[0].start)
        self._reach = list(accumulate((span.end for span, _ in self._things), max))
        """How far each thing or one before it reaches."""

    def around(self, place: Span) -> Iterator[T]:
        """Those that hold `place`, the last to begin first."""
        at = bisect_right(self._things, place.start, key=lambda thing: thing[0].start) - 1
        while at >= 0 and self._reach[at] >= place.end:
            span, thing = self._things[at]
            if span.end >= place.end:
                yield thing
            at -= 1

    def behind(self, offset: int) -> T | None:
        """The first that begins at `offset` or later."""
        at = bisect_right(self._things, offset - 1, key=lambda thing: thing[0].start)
        return self._things[at][1] if at < len(self._things) else None
