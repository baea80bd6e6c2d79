"""How much of a long run is done, on one line of the terminal behind standard error. Knows no list.

It goes straight to the terminal: it's no part of what a run says, and isn't told again with it.
"""

from __future__ import annotations

import contextlib
import os
from time import monotonic
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

_STREAM: Final = 2
_PATIENCE: Final = 1.0
"""Seconds that need no explanation."""
_PAUSE: Final = 0.1
_CELLS: Final = 30
_USUAL: Final = 80
"""How wide a terminal is that doesn't say."""
_ERASED: Final = "\r\x1b[K"


class Progress:
    """The line, while it's there: drawn when a run takes longer, at most ten times a second, gone at the end of the `with`."""

    def __init__(self, *, shown: bool, clock: Callable[[], float] = monotonic) -> None:
        self._shown = shown
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._drawn:
            _write(_ERASED)

    def __call__(self, done: int, total: int) -> None:
        """So many bytes are read, of so many."""
        if not self._shown or (now := self._clock()) < self._next:
            return
        self._next = now + _PAUSE
        self._drawn = True
        share = done / total if total else 1.0
        full = int(share * _CELLS)
        told = f"reading [{'=' * full}{' ' * (_CELLS - full)}] {share:4.0%} of {total / 1e6:.1f} MB"
        _write(_ERASED + told[: _width() - 1])


def wanted(*, quiet: bool) -> bool:
    """Whether somebody looks at standard error who wants to know, on a terminal that can take a line back."""
    return not quiet and os.isatty(_STREAM) and (os.environ.get("TERM") or "dumb") != "dumb"


def _width() -> int:
    try:
        return os.get_terminal_size(_STREAM).columns or _USUAL
    except OSError:
        return _USUAL


def _write(text: str) -> None:
    with contextlib.suppress(OSError):  # no run fails for it
        os.write(_STREAM, text.encode("ascii"))
