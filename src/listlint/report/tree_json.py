"""The tree of a list as JSON, an item a line: shapes are those of `schemas.TreeReport`. Knows no pydantic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.model import Kind
from listlint.report.jsontext import Json, document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Item, Link, Section
    from listlint.text import Source

_Path = tuple[str, ...]


def tree(read: Document, file: str) -> str:
    """One object: `version`, `file`, `sections`, `items`, both flat and in document order."""
    sections: list[Json] = []
    items: list[Json] = []
    for section, path, parent in _sections(read):
        sections.append(_section(read.source, section, parent))
        for item, above in _items(section, len(items)):
            items.append(_item(read.source, item, path, above))
    return document({"version": 1, "file": file, "sections": sections, "items": items})


def _sections(read: Document) -> Iterator[tuple[Section, _Path, int | None]]:
    """Every section with the heading texts that lead to it, its own included, and the index of the one around it."""
    todo: list[tuple[Section, _Path, int | None]] = [(section, (), None) for section in reversed(read.sections)]
    index = 0
    while todo:
        section, above, parent = todo.pop()
        path = above if section.heading is None else (*above, section.title)
        yield section, path, parent
        todo += [(child, path, index) for child in reversed(section.sections)]
        index += 1


def _items(section: Section, index: int) -> Iterator[tuple[Item, int | None]]:
    """Every item of the section itself with the index of the one around it; the first has `index`."""
    todo: list[tuple[Item, int | None]] = [(item, None) for item in reversed(section.items)]
    while todo:
        item, parent = todo.pop()
        yield item, parent
        todo += [(child, index) for child in reversed(item.children)]
        index += 1


def _section(source: Source, section: Section, parent: int | None) -> dict[str, Json]:
    entries = sum(item.kind is Kind.ENTRY for top in section.items for item in top.walk())
    return {
        "level": section.level,
        "title": section.title,
        "slug": section.slug,
        "line": source.line_of(section.span.start),
        "entries": entries,
        "meta": section.meta,
        "parent": parent,
    }


def _item(source: Source, item: Item, path: _Path, parent: int | None) -> dict[str, Json]:
    start = source.position(item.span.start)
    return {
        "line": start.line,
        "end_line": source.line_of(max(item.span.end - 1, item.span.start)),
        "column": start.column,
        "kind": item.kind,
        "form": item.form,
        "section": path,
        "title": item.title.text if item.title else None,
        "url": item.link.url if item.link else None,
        "links": [_link(source, link) for link in item.links],
        "separator": item.separator.text if item.separator else None,
        "summary": item.summary.text if item.summary else None,
        "fields": [{"name": field.name, "text": field.text} for field in item.fields],
        "parent": parent,
        "verbatim": item.verbatim,
    }


def _link(source: Source, link: Link) -> dict[str, Json]:
    at = source.position(link.span.start)
    return {"label": link.text, "url": link.url, "kind": link.kind, "line": at.line, "column": at.column}
