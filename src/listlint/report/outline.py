"""The tree of a list for people: an indented outline with line numbers, counts, titles and domains. Knows no JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.model import Kind
from listlint.report.visible import clip, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.model import Document, Item, Section

_TITLE: Final = 64
_NOTE: Final = 60
_URL: Final = 32
_DEEPEST: Final = 12
"""Levels of indentation; what is nested deeper stands at the same depth."""


class _Row(NamedTuple):
    line: int
    text: str
    aside: str = ""
    """Stands in a column of its own."""


def tree(document: Document, file: str) -> str:
    """Headings with their counts, under them entries as title and domain, groups and notes; navigation is only counted."""
    entries = sum(item.kind is Kind.ENTRY for item in document.items)
    sections = sum(section.heading is not None for section in document.all_sections)
    lines = [f"{visible(file)}: {_count(entries, 'entry', 'entries')} in {_count(sections, 'section', 'sections')}", ""]
    digits = len(str(document.source.line_count))
    rows: list[_Row] = []
    for section, depth in _sections(document.sections):
        if section.heading is not None:
            line = document.source.line_of(section.heading.start)
            lines += ([""] if rows else []) + [f"{line:>{digits}}  {'  ' * depth}{_heading(section)}"]
        rows = list(_rows(document, section.items, depth + (section.heading is not None)))
        column = max((width(row.text) for row in rows if row.aside), default=0)
        lines += (f"{row.line:>{digits}}  {_aligned(row, column)}" for row in rows)
    return "\n".join(lines).rstrip("\n") + "\n"


def _sections(sections: Sequence[Section]) -> Iterator[tuple[Section, int]]:
    todo = [(section, 0) for section in reversed(sections)]
    while todo:
        section, depth = todo.pop()
        yield section, depth
        todo += [(child, depth + 1) for child in reversed(section.sections)]


def _heading(section: Section) -> str:
    """`## Title (3 entries)`, entries of subsections counted; `[contents]` where it's no section of entries."""
    entries = sum(item.kind is Kind.ENTRY for part in section.walk() for top in part.items for item in top.walk())
    title = f"{'#' * section.level} {clip(section.title, _TITLE) or '(no title)'}"
    return f"{title} [{section.meta}]" if section.meta and not entries else f"{title} ({_count(entries, 'entry', 'entries')})"


def _rows(document: Document, items: Sequence[Item], depth: int) -> Iterator[_Row]:
    """A row an item, and one for each run of navigation with what isn't navigation below it."""
    todo = [(run, depth) for run in reversed(_runs(items))]
    while todo:
        run, level = todo.pop()
        item, indent = run[0], "  " * min(level, _DEEPEST)
        line = document.source.line_of(item.span.start)
        if item.kind is Kind.NAV:
            number = sum(one.kind is Kind.NAV for top in run for one in top.walk())
            yield _Row(line, f"{indent}nav: {_count(number, 'item', 'items')}")
            below = _runs(list(_beneath(run)))
        else:
            yield _row(document, item, line, indent)
            below = _runs(item.children)
        todo += [(child, level + 1) for child in reversed(below)]


def _runs(items: Iterable[Item]) -> list[list[Item]]:
    """Each item alone, but navigation that follows on navigation together."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and item.kind is Kind.NAV and runs[-1][0].kind is Kind.NAV:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _beneath(run: Sequence[Item]) -> Iterator[Item]:
    """The outermost items below navigation that are none, in order."""
    todo = list(reversed(run))
    while todo:
        item = todo.pop()
        if item.kind is Kind.NAV:
            todo += reversed(item.children)
        else:
            yield item


def _row(document: Document, item: Item, line: int, indent: str) -> _Row:
    if item.kind is Kind.EMPTY:
        return _Row(line, f"{indent}(empty)")
    own = _own_words(document, item)
    if item.kind is Kind.NOTE:
        note = item.summary or item.title
        return _Row(line, f"{indent}note: {clip(note.text if note else own, _NOTE)}")
    name = item.title.text if item.title else ""
    if item.kind is Kind.GROUP:
        entries = sum(one.kind is Kind.ENTRY for one in item.walk())
        return _Row(line, f"{indent}+ {clip(name or own, _TITLE)}{f' ({entries})' if entries else ''}")
    mark = "?" if item.verbatim else "-"
    return _Row(line, f"{indent}{mark} {clip(name or own, _TITLE) or '(no title)'}", _links(item))


def _own_words(document: Document, item: Item) -> str:
    """The item's source on one line without the commonest markup; of a long one, no more than can be shown."""
    start = document.text[item.head.start : min(item.head.end, item.head.start + 4 * _NOTE)]
    return " ".join(start.replace("**", "").replace("`", "").strip("| \n").split())


def _links(item: Item) -> str:
    """`arxiv.org +2`: the domain of the main link and the number of the others."""
    first = item.link or next(iter(item.links), None)
    if first is None:
        return "(no link)"
    more = len(item.links) - 1
    return f"{_domain(first.url)} +{more}" if more > 0 else _domain(first.url)


def _domain(url: str) -> str:
    """The host of an absolute URL without `www.`; another URL as it stands."""
    scheme, _, rest = url.partition("//")
    if not rest or (scheme and not scheme.endswith(":")):
        return clip(url, _URL) or "(empty link)"
    host = rest.replace("?", "/").replace("#", "/").partition("/")[0].rpartition("@")[2]
    return clip(host.removeprefix("www."), _URL) or clip(url, _URL)


def _aligned(row: _Row, column: int) -> str:
    return f"{row.text}{' ' * (column - width(row.text))}  {row.aside}" if row.aside else row.text


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
