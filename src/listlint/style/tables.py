"""The tables of a document, row by row and cell by cell, with their places. Knows nothing of what a cell says."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.records import dataclass
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document

_BAR: Final = lazy(r"\\.|\|")
_RULER: Final = lazy(r"[ \t]*:?-+:?[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    span: Span
    """From its first bar or text to its last, white space around left out."""
    cells: tuple[Span, ...]
    """Between the bars, with the blanks around the text."""
    first: bool
    """Whether a bar stands before the first cell."""
    last: bool
    """Whether a bar stands behind the last cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its heading, the line below it, and its rows."""

    head: Row
    ruler: Row
    rows: tuple[Row, ...]


def tables(document: Document) -> Iterator[Table]:
    """Every table that stands outside lists and quotes, in document order."""
    source = document.source
    for section in document.all_sections:
        for block in section.blocks:
            if block.kind != "table":
                continue
            first, last = source.line_of(block.span.start), source.line_of(max(block.span.end - 1, block.span.start))
            rows = [row(source.text, source.line_span(line)) for line in range(first, last + 1)]
            if len(rows) > 1 and all(_RULER.match(cell.of(source.text)) for cell in rows[1].cells):
                yield Table(rows[0], rows[1], tuple(rows[2:]))


def row(text: str, line: Span) -> Row:
    """The cells of one line; a bar behind a backslash is text, in code as well (GFM 4.10)."""
    content = line.of(text)
    start = line.start + len(content) - len(content.lstrip(" \t"))
    end = line.start + len(content.rstrip(" \t"))
    bars = [match.start() for match in _BAR.finditer(text, start, end) if match[0] == "|"]
    first = bool(bars) and bars[0] == start
    last = len(bars) > first and bars[-1] == end - 1
    edges = [*([] if first else [start - 1]), *bars, *([] if last else [end])]
    cells = tuple(Span(one + 1, other) for one, other in pairwise(edges))
    return Row(Span(start, end), cells, first, last)
