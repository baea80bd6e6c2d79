"""Emphasis as it's written, where that can be told from the text alone. Knows nothing of which way is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix
from listlint.regex import lazy
from listlint.style.prose import masked
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document

_ONE: Final = lazy(r"(?<![\w*_\\])([*_])(?=[^\s*_])[^*_\r\n]*(?<=[^\s*_\\])\1(?![\w*_])")
_TWO: Final = lazy(r"(?<![\w*_\\])(\*\*|__)(?=[^\s*_])[^*_\r\n]*(?<=[^\s*_\\])\1(?![\w*_])")


def stretches(document: Document, *, strong: bool) -> list[tuple[Span, str]]:
    """Each stretch with its marks, and the mark, `*` or `_`; what holds another mark, or touches a word, is left out."""
    return [(Span(*match.span()), match[1][0]) for match in (_TWO if strong else _ONE).finditer(masked(document))]


def otherwise(document: Document, mark: str, *, strong: bool) -> Iterator[tuple[Span, str, Fix]]:
    """Each stretch that isn't marked as `mark` says (a sign, or `consistent`): its place, what to say, and how to mend it."""
    found = stretches(document, strong=strong)
    way = usual([one for _, one in found], mark)
    size = 2 if strong else 1
    for span, one in found:
        if way is not None and one != way.value:
            old, new = one * size, way.value * size
            edits = (Edit(Span(span.start, span.start + size), new), Edit(Span(span.end - size, span.end), new))
            yield span, f"mark is {old}, expected {new}, {way.told}", Fix(f"write {new}", edits)
