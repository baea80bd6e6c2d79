"""Which parentheses are open at a place of the text. Knows nothing of links."""

from __future__ import annotations

from typing import Final

from listlint.regex import lazy

_MARKER: Final = lazy(r"[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]")
_PARENTHESIS: Final = lazy(r"[()（）]")
_FAR: Final = 2000


def is_open(text: str, at: int) -> bool:
    """Whether a parenthesis is open at `at`, counted from where its paragraph or list item begins; one that closes nothing is text."""
    depth = 0
    for bracket in _PARENTHESIS.findall(text, _beginning(text, at), at):
        depth = depth + 1 if bracket in "(（" else max(depth - 1, 0)
    return depth > 0


def _beginning(text: str, at: int) -> int:
    """Where the paragraph or list item around `at` begins, its marker left out; at most `_FAR` characters back."""
    first = max(at - _FAR, 0)
    start = text.rfind("\n", first, at) + 1
    while start > first:
        if (marker := _MARKER.match(text, start, at)) is not None:
            return marker.end()
        above = text.rfind("\n", first, start - 1) + 1
        if not text[above : start - 1].strip():
            return start
        start = above
    marker = _MARKER.match(text, first, at)
    return marker.end() if marker else first
