"""Bullets with nothing behind them. Knows nothing of empty table rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container, Kind
from listlint.rule import Rule
from listlint.style.places import beside_directives
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.text import Source


class EmptyEntry(Rule):
    """LL105."""

    code = "LL105"
    name = "empty-entry"
    summary = "A bullet has nothing behind it."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """List items without text; taken out with their line where they have it to themselves."""
        del style
        for item in document.items:
            if item.kind is not Kind.EMPTY or item.container is not Container.LIST_ITEM or item.marker is None:
                continue
            if not beside_directives(document, item.marker.end, item.span.end).strip():
                fix = None if document.text[item.marker.end : item.span.end].strip() else _fix(document.source, item)
                yield self.diagnostic(item.marker, "bullet has no text, expected an entry", fix=fix)


def _fix(source: Source, item: Item) -> Fix | None:
    """The bullet's line taken out, with one of two blank lines that would meet."""
    line = source.line_of(item.span.start)
    own = source.line_span(line)
    rest = source.text[own.start : item.span.start] + source.text[item.span.end : own.end]
    if item.children or source.line_of(item.span.end) != line or rest.strip():
        return None
    gone = source.full_line_span(line)
    if _is_blank(source, line - 1) and _is_blank(source, line + 1) and line < source.line_count:
        gone = Span(gone.start, source.full_line_span(line + 1).end)
    return Fix("remove the empty bullet", (Edit(gone, ""),))


def _is_blank(source: Source, line: int) -> bool:
    return not 1 <= line <= source.line_count or not source.line_span(line).of(source.text).strip()
