"""Headings to sections, nested by level, each with its slug. Knows what meta sections are called, nothing of entries."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from listlint.model import Block, Item, MetaKind, Section
from listlint.parse.labels import meta_of
from listlint.records import dataclass, field
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.drafts import Head

_WHOLE: Final = frozenset({"contributing", "licence", "sponsors"})
"""Meta sections whose subsections are of their kind too; entries may well stand below `Contents` or `Introduction`."""
_DEEPEST: Final = 6


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
    close: int | None = None
    sections: list[Outline] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def outline(heads: Sequence[tuple[Head, str, str]], end: int) -> list[Outline]:
    """All sections in document order, the implicit one first; `heads` are headings with title and slug, in order."""
    found = [Outline(0, "", None, "", 0, end)]
    stack: list[Outline] = []
    for head, title, slug in heads:
        _leave_folds(stack, head.start)
        while stack and head.close is None and stack[-1].close is None and stack[-1].level >= head.level:
            stack.pop().end = head.start
        parent = stack[-1] if stack else None
        level = head.level if head.close is None else min(parent.level + 1 if parent else 1, _DEEPEST)
        section = Outline(level, title, Span(head.start, head.end), slug, head.start, end, parent=parent, close=head.close)
        section.meta = meta_of(title) or (parent.meta if parent and parent.meta in _WHOLE else None)
        if parent is not None:
            parent.sections.append(section)
        stack.append(section)
        found.append(section)
    _leave_folds(stack, end)
    if len(found) > 1:
        found[0].end = found[1].start
    return found


def _leave_folds(stack: list[Outline], offset: int) -> None:
    """Ends the folds that are closed at `offset`, with all that was opened in them."""
    at = next((at for at, section in enumerate(stack) if section.close is not None and section.close <= offset), None)
    if at is not None:
        close = stack[at].close
        for section in stack[at:]:
            section.end = close if close is not None else offset
        del stack[at:]


def home(outlines: Sequence[Outline], starts: Sequence[int], offset: int) -> Outline:
    """The section that `offset` stands in; `starts` are those of `outlines`."""
    section = outlines[bisect_right(starts, offset) - 1]
    while section.end <= offset and section.parent is not None:
        section = section.parent
    return section


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
