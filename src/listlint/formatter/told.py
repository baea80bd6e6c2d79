"""What our parser tells of a text that a rewrite must leave as it is, apart from the model, which is let go of. Knows no rule."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.model import Kind
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document

_NUMBER: Final = lazy(r"\d+")


class Entry(NamedTuple):
    """Where an entry stands: all of it, and its own text."""

    span: Span
    head: Span


class Told(NamedTuple):
    """What is compared; each text with its place."""

    opaque: tuple[tuple[str, Span], ...]
    """Code, HTML, comments, link definitions, metadata."""
    numbers: tuple[tuple[str, Span], ...]
    """Those of ordered items that aren't empty."""
    sections: tuple[tuple[str, Span], ...]
    """Level and anchor."""
    empty: tuple[Span, ...]
    """The items without content."""
    places: array[int]
    """Of each entry its span and its head, packed."""

    @property
    def entries(self) -> Iterator[Entry]:
        """The entries in order."""
        spans = map(Span.packed, self.places)
        return map(Entry, spans, spans)


def outline(document: Document) -> list[tuple[int, str]]:
    """Level and anchor of each section."""
    return [(section.level, section.slug) for section in document.all_sections]


def opaque(document: Document) -> list[str]:
    """What no fix may change, without white space at its end."""
    return [span.of(document.text).rstrip() for span in document.opaque]


def told(document: Document) -> Told:
    """What the proof of a rewrite compares."""
    text = document.text
    numbers = (
        (number[0], item.marker)
        for item in document.items
        if item.marker and item.kind is not Kind.EMPTY and (number := _NUMBER.match(item.marker.of(text)))
    )
    return Told(
        tuple((span.of(text).rstrip("\r\n"), span) for span in document.opaque),
        tuple(numbers),
        tuple((f"{'#' * section.level} {section.slug}", section.heading) for section in document.all_sections if section.heading),
        tuple(item.span for item in document.items if item.kind is Kind.EMPTY),
        array("q", (place for item in document.items if item.kind is Kind.ENTRY for place in (item.span, item.head))),
    )
