"""Which entries speak for a list, and where they stand. Knows nothing of what is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from listlint.model import Container, Form, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Item, Section


def sections(document: Document) -> Iterator[Section]:
    """The sections that hold the list itself: contents, licence, contributing and the like left out, with what they hold."""
    todo = list(reversed(document.sections))
    while todo:
        section = todo.pop()
        if section.meta is None:
            yield section
            todo += reversed(section.sections)


@dataclass(frozen=True, slots=True)
class Group:
    """Items that stand side by side, and what they stand in."""

    section: Section
    holder: Item | None
    """The item they're nested in; None at the outermost level of the section."""
    items: tuple[Item, ...]


def groups(document: Document) -> Iterator[Group]:
    """The items that stand side by side, of each section and of each item that holds some, in document order of the holders."""
    for section in sections(document):
        todo: list[tuple[Item | None, tuple[Item, ...]]] = [(None, section.items)]
        while todo:
            holder, items = todo.pop()
            if items:
                yield Group(section, holder, items)
            todo += ((item, item.children) for item in reversed(items) if item.children)


def entries(document: Document) -> Iterator[Item]:
    """Every certain entry of the list's own sections, in document order."""
    for section in sections(document):
        for top in section.items:
            yield from (item for item in top.walk() if is_certain(item))


def is_certain(item: Item) -> bool:
    """Whether `item` is an entry that was read with certainty."""
    return item.kind is Kind.ENTRY and not item.verbatim


def is_link_first(item: Item) -> bool:
    """Whether `item` is a certain list-item entry that begins with its link."""
    return is_certain(item) and item.container is Container.LIST_ITEM and item.form is Form.LINK_FIRST
