"""Which entries speak for a list, and where they stand. Knows nothing of what is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind
from listlint.records import dataclass
from listlint.style.template import read
from listlint.style.thresholds import LINKED, MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Item, Section
    from listlint.style.facts import Style
    from listlint.style.template import Template


_OPEN: Final = frozenset((None, "contents"))
"""Sections that others of the list may stand below."""


def sections(document: Document) -> Iterator[Section]:
    """The sections that hold the list itself: licence, contributing and the like left out, with what they hold.

    A contents section is left out alone: in many lists everything stands below it.
    """
    todo = list(reversed(document.sections))
    while todo:
        section = todo.pop()
        if section.meta is None:
            yield section
        if section.meta in _OPEN:
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


def links_titles(document: Document) -> bool:
    """Whether the list mostly writes `[title](URL)`: then LL101 speaks of a title beside its URL."""
    items = [item for item in entries(document) if item.container is Container.LIST_ITEM]
    linked = sum(item.form is Form.LINK_FIRST for item in items)
    return linked >= MIN_CASES and linked >= LINKED * len(items)


def templated(document: Document, style: Style) -> Iterator[tuple[Item, Template]]:
    """Every entry of the list's own sections with the template configured for it, in document order.

    A section's template holds for the sections below it, too, unless they have their own.
    """
    own = {name.casefold(): text for name, text in style.section_templates}
    todo = [(section, style.template.value if style.template else None) for section in reversed(document.sections)]
    while todo:
        section, inherited = todo.pop()
        if section.meta not in _OPEN:
            continue
        text = own.get(section.title.casefold(), inherited)
        if text is not None and section.meta is None:
            template = read(text)
            yield from ((item, template) for top in section.items for item in top.walk() if item.kind is Kind.ENTRY)
        todo += ((below, text) for below in reversed(section.sections))
