"""How an item is taken out of a list with its lines. Knows nothing of why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Safety
from listlint.model import Container
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Document, Item
    from listlint.text import Source


def removed(document: Document, item: Item, message: str) -> Fix | None:
    """The unsafe fix that takes a bullet out; None where it holds others, is numbered, or shares its lines."""
    marker = item.marker
    if item.container is not Container.LIST_ITEM or item.children or marker is None or meets(item.span, document.opaque):
        return None
    if marker.of(document.text).strip()[:1].isdigit():
        return None
    lines = _lines(document.source, item.span)
    return None if lines is None else Fix(message, (Edit(lines, ""),), Safety.UNSAFE, drops=(item.span,))


def _lines(source: Source, span: Span) -> Span | None:
    """The whole lines of `span`, with one of two blank lines that would meet; None where something else stands on them."""
    first, last = source.line_of(span.start), source.line_of(span.end)
    lines = Span(source.line_span(first).start, source.full_line_span(last).end)
    if (source.text[lines.start : span.start] + source.text[span.end : lines.end]).strip():
        return None
    if _is_blank(source, first - 1) and _is_blank(source, last + 1) and last < source.line_count:
        return Span(lines.start, source.full_line_span(last + 1).end)
    return lines


def _is_blank(source: Source, line: int) -> bool:
    return not 1 <= line <= source.line_count or not source.line_span(line).of(source.text).strip()
