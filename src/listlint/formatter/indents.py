"""The proof that items of a list came to stand deeper or less deep and nothing else happened. Knows no rule.

Only blanks before the lines of the declared items change. Both referees must see the same leaves in the same order, those
of a declared item in the list that its neighbour stands in, all others where they stood; our own parser too.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.edits import Shift
from listlint.formatter.told import opaque, outline
from listlint.model import Kind
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.edits import Edit, Indent
    from listlint.formatter.leaves import Leaf
    from listlint.formatter.reading import Reading
    from listlint.model import Document, Item
    from listlint.text import Source

_FIRST: Final = "!"
_ITEM: Final = "li!"


def indents_fail(before: Reading, after: Reading, edits: Sequence[Edit], indents: Sequence[Indent]) -> str | None:
    """What speaks against `edits` having brought the items of `indents` beside their neighbours; None where nothing does."""
    source = before.source
    moved = sorted(indents, key=lambda indent: indent.item)
    if any(one.item.end > other.item.start for one, other in pairwise(moved)):
        return "items that change their depth would hold one another"
    if any(not _is_margin(source, edit, moved) for edit in edits):
        return "a fix of the depth would change more than the blanks before an item's lines"
    told = before.tell(_told)
    before.let_go()
    for (referee, old), (_, new) in zip(before.referees, after.referees, strict=True):
        if len(old) != len(new):
            return f"a block would come or go ({referee.name})"
        if (reason := _leaves_differ(source, old, new, moved)) is not None:
            return f"{reason} ({referee.name})"
    return _parser_differs(told, after.tell(_told), Shift(edits), moved)


def _is_margin(source: Source, edit: Edit, moved: Sequence[Indent]) -> bool:
    """Whether an edit changes nothing but blanks at the beginning of a line of an item that is declared."""
    line = source.line_span(source.line_of(edit.span.start))
    text = line.of(source.text)
    margin = Span(line.start, line.end - len(text.lstrip(" \t")))
    declared = any(source.line_of(one.item.start) <= source.line_of(line.start) <= source.line_of(one.item.end) for one in moved)
    return declared and margin.contains(edit.span) and not edit.text.strip(" \t")


class _Place(NamedTuple):
    """Where a leaf of a moved item stands, said so that it can be compared across a change of depth."""

    outer: tuple[str, ...]
    """The containers down to its item, without saying which it is the first leaf of."""
    inner: tuple[str, ...]
    """Those from its item on, and its own kind."""


def _leaves_differ(source: Source, old: Sequence[Leaf], new: Sequence[Leaf], moved: Sequence[Indent]) -> str | None:
    begins = {source.line_of(one.item.start): one for one in moved}
    firsts = {leaf.first: leaf for leaf in reversed(old) if leaf.first}
    last, depth = 0, 0
    beside: tuple[str, ...] = ()
    for one, other in zip(old, new, strict=True):
        if one.content != other.content:
            return "the text would change"
        if one.first in begins:
            indent = begins[one.first]
            neighbour = firsts.get(source.line_of(indent.beside.start))
            if neighbour is None or not (_begins_item(one) and _begins_item(neighbour)):
                return "an item or its neighbour begins with a block that can't be placed"
            last, depth, beside = source.line_of(indent.item.end), len(_containers(one)), _plain(neighbour)
        elif last and one.first > last:
            last = 0
            if _plain(other)[: len(beside)] == beside and not any(name.endswith(_FIRST) for name in _containers(other)[: len(beside)]):
                return "something beside an item would become a part of it"
        if not last and one.shape != other.shape:
            return "something beside the items would stand elsewhere"
        if last and _place(other, len(beside)) != _Place(beside, _place(one, depth).inner):
            return "an item would not stand beside its neighbour"
    return None


def _containers(leaf: Leaf) -> list[str]:
    return leaf.shape.split("/")[:-1]


def _begins_item(leaf: Leaf) -> bool:
    return _containers(leaf)[-1:] == [_ITEM]


def _plain(leaf: Leaf) -> tuple[str, ...]:
    return tuple(name.removesuffix(_FIRST) for name in _containers(leaf))


def _place(leaf: Leaf, depth: int) -> _Place:
    return _Place(_plain(leaf)[:depth], tuple(leaf.shape.split("/")[depth - 1 :]))


def _parser_differs(old: _Told, new: _Told, shift: Shift, moved: Sequence[Indent]) -> str | None:
    if old.sections != new.sections:
        return "a section would change"
    if old.opaque != new.opaque:
        return "code, HTML, a comment or a link definition would change"
    return _items_differ(old.items, new.items, shift, moved)


def _items_differ(mine: dict[int, _Item], theirs: dict[int, _Item], shift: Shift, moved: Sequence[Indent]) -> str | None:
    beside = {one.item.start: one.beside.start for one in moved}
    if not {*beside, *beside.values()} <= set(mine):
        return "what changes its depth is no item"
    if any(mine[start].holder == mine[other].holder for start, other in beside.items()):
        return "an item stands where it was declared to go"
    for start, told in mine.items():
        holder = mine[beside.get(start, start)].holder
        now = theirs.get(shift.after(start, last=True))
        if now is None or (now.text, now.holder) != (told.text, None if holder is None else shift.after(holder, last=True)):
            return "an item would not stand where it was declared to go"
        if told.entry and not now.entry:
            return "an entry would go away"
    return "an item would be new" if len(mine) < len(theirs) else None


class _Item(NamedTuple):
    """What our parser tells of an item."""

    text: str
    """Its own, without the blanks before its lines."""
    holder: int | None
    """Where the item begins that holds it."""
    entry: bool


class _Told(NamedTuple):
    """What our parser tells of a text."""

    sections: list[tuple[int, str]]
    opaque: list[str]
    items: dict[int, _Item]
    """By where they begin."""


def _told(document: Document) -> _Told:
    return _Told(
        outline(document),
        opaque(document),
        dict(_items(document)),
    )


def _items(document: Document) -> Iterator[tuple[int, _Item]]:
    holders: dict[int, Item] = {id(child): item for item in document.items for child in item.children}
    for item in document.items:
        holder = holders.get(id(item))
        head = "\n".join(line.strip() for line in item.head.of(document.text).splitlines())
        yield item.span.start, _Item(head, None if holder is None else holder.span.start, item.kind is Kind.ENTRY)
