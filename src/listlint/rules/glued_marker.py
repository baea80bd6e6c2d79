"""Bullets with no blank behind them, which Markdown takes for text: `-[title](URL)`. Knows nothing of headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import flags, meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_GLUED: Final = lazy(r"^([ \t]*)([-*+])(?=[^\s\d\-*+=>_~:.,;)\]|/])", re.MULTILINE)
_BULLET: Final = lazy(r"([ \t]*)([-*+])([ \t]+)\S")


class GluedMarker(Rule):
    """LL112."""

    code = "LL112"
    name = "glued-marker"
    summary = "A bullet has no blank behind it, so that it is text."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Lines that begin as the items above or below them do, but for the blank."""
        del style
        text, source = document.text, document.source
        marked = flags(
            len(source.line_starts) + 1, (source.line_of(item.marker.start) for item in document.items if _is_bullet(item) and item.marker)
        )
        links = flags(len(text) + 1, (link.span.start for link in (*document.links, *document.images)))
        for match in _GLUED.finditer(text):
            at = match.start(2)
            line = source.line_of(at)
            bullet = Span(at, at + 1)
            if meets(bullet, document.opaque) or meets(bullet, document.guarded) or _is_span(source.line_span(line).of(text)):
                continue
            like = _neighbour(document, line, match, marked)
            if like is None or not (links[at + 1] or _is_word(text[at + 1])):
                continue
            fix = Fix("put a blank", (Edit(Span(at + 1, at + 1), like[3]),), splits=(source.line_span(line),))
            yield self.diagnostic(bullet, f'no blank after "{match[2]}", expected "{match[2]}{like[3]}"', fix=fix)


def _is_bullet(item: Item) -> bool:
    return item.container is Container.LIST_ITEM


def _is_span(line: str) -> bool:
    """Whether the line's first sign may open emphasis rather than an item."""
    words = line.strip()
    return words[0] == "*" and "*" in words[1:]


def _is_word(char: str) -> bool:
    return char.isalpha() or char in "`\"'“‘《「【["


def _neighbour(document: Document, line: int, glued: re.Match[str], marked: bytearray) -> re.Match[str] | None:
    """The item's line right above or below, other glued ones and soft-wrapped lines between, that begins alike."""
    source, text = document.source, document.text
    for step in (-1, 1):
        other = line + step
        while 1 <= other <= source.line_count:
            words = source.line_span(other).of(text)
            bullet = _BULLET.match(words)
            if bullet and marked[other]:
                if (bullet[1], bullet[2]) == (glued[1], glued[2]):
                    return bullet
                break
            if not words.strip() or not _GLUED.match(words):
                break
            other += step
    return None
