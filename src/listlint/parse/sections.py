"""Headings to sections, nested by level, each with its slug. Knows what meta sections are called, nothing of entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from listlint.model import Block, Item, MetaKind, Section
from listlint.parse.labels import meta_of
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.drafts import Head


@dataclass(slots=True, eq=False)
class Outline:
    """A section in the making."""

    level: int
    title: str
    heading: Span | None
    slug: str
    start: int
    end: int
    meta: MetaKind | None = None
    parent: Outline | None = None
    sections: list[Outline] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def outline(heads: Sequence[tuple[Head, str, str]], end: int) -> list[Outline]:
    """All sections in document order, the implicit one first; `heads` are headings with title and slug, in order."""
    found = [Outline(0, "", None, "", 0, end)]
    open_sections: list[Outline] = []
    for head, title, slug in heads:
        while open_sections and open_sections[-1].level >= head.level:
            open_sections.pop().end = head.start
        parent = open_sections[-1] if open_sections else None
        section = Outline(head.level, title, Span(head.start, head.end), slug, head.start, end, parent=parent)
        section.meta = meta_of(title) or (parent.meta if parent else None)
        if parent is not None:
            parent.sections.append(section)
        open_sections.append(section)
        found.append(section)
    if len(found) > 1:
        found[0].end = found[1].start
    return found


def freeze(outlines: Sequence[Outline]) -> tuple[Section, ...]:
    """The outermost sections, whole; the implicit one only where anything stands in it."""
    done: dict[int, Section] = {}
    for section in reversed(outlines):
        done[id(section)] = Section(
            section.level,
            section.title,
            section.heading,
            section.slug,
            Span(section.start, section.end),
            tuple(section.blocks),
            tuple(section.items),
            tuple(done.pop(id(inner)) for inner in section.sections),
            section.meta,
        )
    return tuple(done[id(section)] for section in outlines if section.parent is None and (section.level or section.blocks or section.items))
