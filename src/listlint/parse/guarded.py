"""What a keeper has laid out by hand: tables and `<details>`. Knows where they stand, not what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.parse import html
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def guarded(text: str, tables: Iterable[Span], opaque: Iterable[Span]) -> tuple[Span, ...]:
    """The outermost of `tables` and of the folds of `text`, in order; `opaque`, in order, has all its HTML."""
    found: list[Span] = []
    for span in sorted((*tables, *_folds(text, opaque)), key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _folds(text: str, opaque: Iterable[Span]) -> Iterator[Span]:
    """From each outermost `<details>` to the `</details>` that closes it; one that nothing closes is none."""
    depth = start = 0
    for span in opaque:
        if not span.of(text).lstrip().startswith("<"):
            continue
        for tag in html.details(text, span.start, span.end):
            if tag.kind == "open":
                start = start if depth else tag.span.start
                depth += 1
            elif tag.kind == "close" and depth:
                depth -= 1
                if not depth:
                    yield Span(start, tag.span.end)
