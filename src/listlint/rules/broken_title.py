"""Titles that a line break cuts in two. Knows nothing of lists that are wrapped on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.places import meets
from listlint.style.thresholds import SLIP, is_habit
from listlint.text import Span
from listlint.words import joint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_LINE: Final = lazy(r"[\r\n]")
_BREAK: Final = lazy(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")


class BrokenTitle(Rule):
    """LL106."""

    code = "LL106"
    name = "broken-title"
    summary = "A title runs over two lines in a list that doesn't wrap its lines so."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """List items whose title holds a line break that isn't how this list wraps."""
        del style
        entries = [item for item in scope.entries(document) if item.container is Container.LIST_ITEM]
        wrapped = sum(_LINE.search(document.text, item.head.start, item.head.end) is not None for item in entries)
        lazy = sum(_is_lazy(document, item, item.head) for item in entries)
        for item in entries:
            if item.title is None or not (broken := _breaks(document, item.title.span)):
                continue
            if _is_lazy(document, item, item.title.span):
                if is_habit(lazy, len(entries)) and lazy > 1:
                    continue
            elif wrapped - 1 >= SLIP * len(entries):
                continue
            yield self.diagnostic(
                Span(item.title.span.start, broken[0].span.start),
                "title runs over two lines, expected one",
                fix=Fix("join the title", broken) if _may_join(document, item.title.span, broken) else None,
            )


def _breaks(document: Document, title: Span) -> tuple[Edit, ...]:
    """The line breaks within a title, each with what replaces it."""
    text = document.text
    if _LINE.search(text, title.start, title.end) is None:
        return ()
    return tuple(
        Edit(Span(match.start(), match.end()), joint(text[match.start() - 1], text[match.end()]))
        for match in _BREAK.finditer(text, title.start, title.end)
        if title.start < match.start() and match.end() < title.end
    )


def _may_join(document: Document, title: Span, broken: tuple[Edit, ...]) -> bool:
    """Whether the break is nothing but a break: no hard one, no image, code or HTML around, no quote's prefix behind it."""
    images = tuple(image.span for image in document.images)
    if any(meets(title, spans) for spans in (document.opaque, document.breaks, images)):
        return False
    text = document.text
    return all(text[edit.span.start - 1] != "\\" and text[edit.span.end] not in ">#|" for edit in broken)


def _is_lazy(document: Document, item: Item, within: Span) -> bool:
    """Whether a line of `within` after its first stands further left than the entry's text."""
    source = document.source
    if _LINE.search(source.text, within.start, within.end) is None:
        return False
    first = source.line_of(within.start)
    edge = item.head.start - source.full_line_span(source.line_of(item.head.start)).start
    if item.marker is not None:
        edge = item.marker.end - source.full_line_span(source.line_of(item.marker.end)).start
    for line in range(first + 1, source.line_of(max(within.start, within.end - 1)) + 1):
        content = source.line_span(line).of(source.text)
        if len(content) - len(content.lstrip()) < min(edge, 2):
            return True
    return False
