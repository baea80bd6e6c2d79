"""The running text of a document at its own offsets, everything else masked. Knows nothing of what is looked for in it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.style.once import once
from listlint.style.places import flags
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Link

MASK: Final = "\0"
"""Stands for each character of code, HTML, a URL or an image."""
JOINT: Final = "\1"
"""Stands for each character of a link's markup: its brackets and its destination."""
_OTHER: Final = lazy(r"[^\r\n]")
_GLUED: Final = lazy(r"[^\s<]*")
"""What GitHub may take into a bare URL."""
_ENDS: Final = ")]}>.,;:!?'\"*_"
"""Behind a bare URL these belong to the text around it."""
_URL: Final = lazy(r"(?i)https?://|www\.|[^\s]*\w\.\w[^\s]*/[^\s]*\Z")
_BAR: Final = lazy(r"(?<!\\)\|")
_BREAK: Final = lazy(r"[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\|)")
"""What begins a paragraph of its own without a blank line above."""


@once
def masked(document: Document) -> str:
    """The source text, of the same length, with all that isn't running text masked; line breaks stay."""
    text = document.text
    codec, width = ("ascii", 1) if text.isascii() else ("utf-32-le", 4)
    cells = bytearray(text.encode(codec))  # a list of characters takes twice as much memory and more

    def cover(span: Span, mask: str) -> None:
        start, end = span.start, span.end
        piece = text[start:end]
        masks = _OTHER.sub(mask, piece) if "\n" in piece or "\r" in piece else mask * len(piece)
        cells[start * width : end * width] = masks.encode(codec)

    for link in document.links:
        for span, mask in _markup(text, link):
            cover(span, mask)
    for image in document.images:
        cover(image.span, MASK)
    for span in document.opaque:
        cover(span, MASK)
    return cells.decode(codec)


def _markup(text: str, link: Link) -> Iterator[tuple[Span, str]]:
    if link.kind == "bare":
        glued = _GLUED.match(text, link.span.start)
        end = link.span.start + len(glued[0].rstrip(_ENDS)) if glued else 0
        yield Span(link.span.start, max(link.span.end, end)), MASK
    elif link.kind == "autolink":
        yield link.span, MASK
    elif link.kind != "html":
        yield Span(link.span.start, link.label.start), JOINT
        yield Span(link.label.end, link.span.end), JOINT
        if _URL.match(link.text):
            yield link.label, MASK


def paragraphs(document: Document, text: str) -> Iterator[Span]:
    """The stretches of `text` (masked or not) that a reader reads in one go: an item's own text, a paragraph, a heading, a cell."""
    source = document.source
    marked = (item.marker.start for item in document.items if item.marker is not None)
    headed = (section.heading.start for section in document.all_sections if section.heading is not None)
    starts = flags(len(source.line_starts) + 1, map(source.line_of, chain(marked, headed)))
    tables = in_tables(document)
    begun: int | None = None
    end = 0
    for line, (start, own) in enumerate(zip(source.line_starts, source.lines(), strict=False), 1):
        stop = start + len(own)
        content = text[start:stop]
        blank = not content.strip()
        if blank or starts[line] or line in tables or _BREAK.match(content):
            if begun is not None:
                yield Span(begun, end)
            begun = None
        if line in tables:
            yield from _cells(start, content)
        elif not blank:
            begun = start if begun is None else begun
        end = stop
    if begun is not None:
        yield Span(begun, end)


@once
def in_tables(document: Document) -> frozenset[int]:
    """The lines that belong to a table, from 1; those that begin with a bar are taken for rows wherever they stand."""
    source = document.source
    found = {line for line, content in enumerate(source.lines(), 1) if "|" in content and content.lstrip(" \t>").startswith("|")}
    for section in document.all_sections:
        for block in section.blocks:
            if block.kind == "table":
                found.update(range(source.line_of(block.span.start), source.line_of(max(block.span.end - 1, block.span.start)) + 1))
    return frozenset(found)


def _cells(at: int, content: str) -> Iterator[Span]:
    for part in _BAR.split(content):
        if part.strip():
            yield Span(at, at + len(part))
        at += len(part) + 1
