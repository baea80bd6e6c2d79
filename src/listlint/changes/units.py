"""A list cut into what a change is about: items, headings, other lines, each with what it is known by. Knows one version."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal

from listlint.records import dataclass, replace
from listlint.regex import lazy
from listlint.urls import identify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from listlint.model import Document, Item, Section
    from listlint.text import Source, Span

_NUMBER: Final = lazy(r"[0-9]+")
_MARKED: Final = lazy(r"[\W_]+")
"""What a title is not known by: case, blanks, marks."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One item without those nested in it, one heading, one other line that says something, or the end of the text."""

    kind: Literal["item", "heading", "line", "end"]
    start: int
    """Where it begins, code points from 0."""
    text: str
    """As written; items and lines that only go on are part of it, newlines are not told apart."""
    words: str
    """What is compared: white space collapsed, a number before an entry left out."""
    path: tuple[str, ...]
    """The headings above it, the outermost first, each as a title is known."""
    indent: str = ""
    """What stands before it in its line."""
    before: int = 0
    """Blank lines before it."""
    after: int = 0
    """Blank lines behind it; -1 behind a text whose last line isn't ended."""
    work: str = ""
    """What its main link leads to; empty where it has none."""
    title: str = ""
    """Its title as it is known: without case, blanks and marks."""
    item: Item | None = None
    section: Section | None = None

    @property
    def written(self) -> tuple[str, str]:
        """It, white space and all, and what stands before it; line ends are no part of what is written."""
        return "\n".join(self.text.splitlines()), self.indent

    @property
    def gaps(self) -> tuple[int, int]:
        """Blank lines before and behind it."""
        return self.before, self.after


@dataclass(frozen=True)
class Cut:
    """One version, cut. The last unit is the end of the text."""

    document: Document
    units: tuple[Unit, ...]
    """In document order."""
    owners: tuple[int, ...]
    """By line, from 0: the unit it belongs to; a blank line belongs to the unit behind it."""
    items: tuple[tuple[Span, int, int], ...]
    """Each item's span, the number of its unit, and the place in here of the item it's nested in, or -1."""

    def at(self, offset: int) -> int:
        """The unit at `offset`: the innermost item there, else what its line belongs to."""
        place = bisect_right(self.items, offset, key=lambda item: item[0].start) - 1
        while place >= 0:
            span, unit, place = self.items[place]
            if offset < span.end:
                return unit
        return self.owners[min(self.document.source.line_of(offset) - 1, len(self.owners) - 1)]

    def is_gap(self, offset: int) -> bool:
        """Whether `offset` stands in a blank line."""
        source = self.document.source
        return not source.line_span(source.line_of(offset)).of(source.text).strip()


def cut(document: Document) -> Cut:
    """`document` in units."""
    headings = {unit.start: unit for unit in _headings(document)}
    held = {item.span.start: item for item in document.items if item.span.start in headings}
    units = [_entitled(unit, held[at]) if at in held else unit for at, unit in headings.items()]
    units += (unit for unit in _items(document) if unit.start not in headings)
    painted = _painted(document, units)
    units += _lines(document, painted)
    units.sort(key=lambda unit: unit.start)
    units.append(Unit("end", len(document.text), "", "", ()))
    numbers = {unit.start: number for number, unit in reversed(list(enumerate(units)))}
    owners = _owners(document, painted, numbers, len(units) - 1)
    return Cut(document, tuple(_spaced(document, units)), owners, _nested(document, numbers))


def _headings(document: Document) -> Iterator[Unit]:
    for section, path in _pathed(document):
        if section.heading is not None:
            text = section.heading.of(document.text)
            yield Unit("heading", section.heading.start, text, _plain(text), path, title=known(section.title), section=section)


def _items(document: Document) -> Iterator[Unit]:
    for section, path in _pathed(document):
        within = (*path, known(section.title)) if section.heading is not None else path
        for item in (item for top in section.items for item in top.walk()):
            words, text = _own(document.source, item)
            title = known(item.title.text) if item.title is not None else ""
            yield Unit(
                "item", item.span.start, text, _counted(document.text, item, words), within, work=work_of(item), title=title, item=item
            )


def _entitled(unit: Unit, item: Item) -> Unit:
    """A heading that is an entry, too."""
    return replace(unit, work=work_of(item), item=item)


def _pathed(document: Document) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Every section with the titles of those above it, in document order."""
    todo: list[tuple[Section, tuple[str, ...]]] = [(section, ()) for section in reversed(document.sections)]
    while todo:
        section, path = todo.pop()
        yield section, path
        todo += ((below, (*path, known(section.title))) for below in reversed(section.sections))


def _own(source: Source, item: Item) -> tuple[str, str]:
    """What an item says itself, without the items nested in it; then the same to the end of its last line."""
    pieces, at = [], item.span.start
    for child in item.children:
        pieces.append(source.text[at : child.span.start].strip(" \t"))
        at = max(at, child.span.end)
    end = source.line_span(source.line_of(max(item.span.end - 1, 0))).end
    before = "".join(pieces)
    return before + source.text[at : item.span.end], before + source.text[at : max(end, item.span.end)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _counted(text: str, item: Item, own: str) -> str:
    """What an item says; its number is that of its place, not its own."""
    marker = item.marker.of(text) if item.marker is not None else ""
    return _plain(_NUMBER.sub("0", marker) + own[len(marker) :]) if marker[:1].isdigit() else _plain(own)


def _painted(document: Document, units: Sequence[Unit]) -> list[int]:
    """By line, from 0: where the unit begins that says it, or -1; a nested item's lines are its own."""
    source = document.source
    painted = [-1] * len(source.line_starts)
    for unit in sorted(units, key=lambda unit: unit.start):
        span = unit.section.heading if unit.section is not None else unit.item.span if unit.item is not None else None
        if span is not None:
            first, last = source.line_of(span.start) - 1, source.line_of(max(span.end - 1, span.start))
            painted[first:last] = [unit.start] * (last - first)
    return painted


def _lines(document: Document, painted: list[int]) -> Iterator[Unit]:
    """The other lines that say something; says in `painted` whose they are."""
    for line, start in enumerate(document.source.line_starts):
        text = document.source.line_span(line + 1).of(document.text)
        if painted[line] < 0 and text.strip():
            painted[line] = start
            yield Unit("line", start, text, _plain(text), ())


def _owners(document: Document, painted: Sequence[int], numbers: Mapping[int, int], end: int) -> tuple[int, ...]:
    owners, owner = [], end
    for line in range(len(painted) - 1, -1, -1):
        if document.source.line_span(line + 1).of(document.text).strip():
            owner = numbers[painted[line]]
        owners.append(owner)
    return tuple(reversed(owners))


def _nested(document: Document, numbers: Mapping[int, int]) -> tuple[tuple[Span, int, int], ...]:
    found: list[tuple[Span, int, int]] = []
    for item in document.items:
        holder = len(found) - 1
        while holder >= 0 and found[holder][0].end <= item.span.start:
            holder = found[holder][2]
        found.append((item.span, numbers[item.span.start], holder))
    return tuple(found)


def _spaced(document: Document, units: Sequence[Unit]) -> Iterator[Unit]:
    """The units with the white space around them."""
    source = document.source
    gaps = []
    for unit in units:
        line = first = source.line_of(unit.start) - 1
        if unit.kind == "end" and not source.line_span(first + 1).of(document.text).strip():
            line = first  # the empty place behind the last newline
        while line > 0 and not source.line_span(line).of(document.text).strip():
            line -= 1
        gaps.append(-1 if unit.kind == "end" and source.line_span(first + 1).of(document.text).strip() else first - line)
    for unit, before, after in zip(units, gaps, [*gaps[1:], 0], strict=True):
        begin = source.line_starts[source.line_of(unit.start) - 1]
        yield replace(unit, indent=document.text[begin : unit.start], before=before, after=after)


def known(title: str) -> str:
    """A title as it is known: without case, blanks and marks; as it stands where it's made of nothing else."""
    return _MARKED.sub(" ", title.casefold()).strip() or " ".join(title.split())


def work_of(item: Item) -> str:
    """The key of what the main link of `item` leads to, or its URL where that names no work."""
    link = item.link or (item.links[0] if item.links else None)
    if link is None:
        return ""
    return identify(link.url, bare=link.kind == "bare").key or link.url
