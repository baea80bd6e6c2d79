"""The proof that a contents list was written anew and nothing else happened. Knows no rule.

Rows may change places and numbers. A new row says what one heading says and leads to its anchor, and shows nothing else.
A row that goes leads nowhere, or its heading has a new row; it says nothing beside its link. Both referees and our own
parser must see that, and all other blocks as they were.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from listlint.formatter.leaves import words
from listlint.formatter.told import opaque, outline
from listlint.style.contents_rows import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.edits import Edit
    from listlint.formatter.leaves import Leaf, Piece, Referee
    from listlint.formatter.reading import Reading
    from listlint.model import Document, Item
    from listlint.text import Span

_FIRST: Final = "!"
_BESIDE: Final = frozenset(("text", "link", "label"))
"""All that a row consists of; other text than the label is punctuation."""


def contents_fail(before: Reading, after: Reading, edits: Sequence[Edit], lists: Sequence[Span]) -> str | None:
    """What speaks against `edits` having written the contents in `lists` anew; None where nothing does."""
    if any(not any(span.contains(edit.span) for span in lists) for edit in edits):
        return "a fix of the contents would reach beyond them"
    source = before.source
    first, last = (source.line_of(place) for place in (min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)))
    grown = after.source.line_count - source.line_count
    lines = _Lines(first, last), _Lines(first, last + grown)
    told = before.tell(_told)
    before.let_go()
    anchors = {anchor.lower().rstrip("-") for anchor in told.anchors}
    counts: set[tuple[int, int]] = set()
    for (referee, old), (judge, new) in zip(before.referees, after.referees, strict=True):
        (above, mine, below), (over, theirs, under) = _parted(old, lines[0]), _parted(new, lines[1])
        if _seen(above) != _seen(over) or _seen(below) != _seen(under):
            return f"something beside the contents would change ({referee.name})"
        gone, fresh = _apart(mine, theirs), _apart(theirs, mine)
        new_rows = [_row(judge.pieces(leaf), leaf) for leaf in fresh]
        if any(row is None or not _says(row, told.headings) for row in new_rows):
            return f"a new row would not be what a heading says, with a link to it ({referee.name})"
        reached = Counter(row.target for row in new_rows if row is not None)
        if not _may_go(gone, referee, anchors, reached):
            return f"a row would go that leads somewhere or says more than its link ({referee.name})"
        if sum(leaf.shape.count("l!") for leaf in theirs) > sum(leaf.shape.count("l!") for leaf in mine):
            return f"the contents would fall apart ({referee.name})"
        counts.add((len(gone), len(fresh)))
    return _parser_differs(told, after.tell(_told), lines, counts)


class _Lines(NamedTuple):
    """The lines from `first` to `last`."""

    first: int
    last: int


class _Row(NamedTuple):
    """A row that is but a link within the page."""

    label: str
    target: str
    """The anchor it leads to, percent-encoding undone, in small letters."""


def _parted(leaves: Sequence[Leaf], lines: _Lines) -> tuple[list[Leaf], list[Leaf], list[Leaf]]:
    """The leaves above, in and below `lines`; one without a place stands where the one before does."""
    parts: tuple[list[Leaf], list[Leaf], list[Leaf]] = ([], [], [])
    at = 0
    for leaf in leaves:
        if leaf.first:
            at = (leaf.first >= lines.first) + (leaf.first > lines.last)
        parts[at].append(leaf)
    return parts


def _seen(leaves: Sequence[Leaf]) -> list[tuple[str, str]]:
    return [(leaf.shape, leaf.content) for leaf in leaves]


def _apart(leaves: Sequence[Leaf], others: Sequence[Leaf]) -> list[Leaf]:
    """The leaves that `others` have none alike to, whichever stands first in its list."""
    left = Counter((leaf.shape.replace(_FIRST, ""), leaf.content) for leaf in others)
    found: list[Leaf] = []
    for leaf in leaves:
        key = (leaf.shape.replace(_FIRST, ""), leaf.content)
        if left[key]:
            left[key] -= 1
        else:
            found.append(leaf)
    return found


def _row(pieces: Sequence[Piece], leaf: Leaf) -> _Row | None:
    """The row a leaf is; None where it's no list item, or more than one link and punctuation."""
    links = [piece.value for piece in pieces if piece.kind == "link"]
    if len(links) != 1 or not links[0].startswith("#") or "li" not in leaf.shape.replace(_FIRST, "").split("/"):
        return None
    if any(piece.kind not in _BESIDE for piece in pieces):
        return None
    kinds = [piece.kind for piece in pieces]
    start, end = kinds.index("link"), kinds.index("label")
    label = "".join(piece.value for piece in pieces[start:end] if piece.kind == "text")
    beside = "".join(piece.value for piece in (*pieces[:start], *pieces[end:]) if piece.kind == "text")
    return None if words(beside) else _Row(label, unquote(links[0][1:]).lower())


def _says(row: _Row, headings: dict[str, str]) -> bool:
    """Whether the row says what its heading says, but for a number before and a count or emoji around."""
    title = headings.get(row.target)
    return title is not None and plain(row.label) == plain(title) != "" and words(row.label) in words(title)


def _may_go(gone: Sequence[Leaf], referee: Referee, anchors: set[str], reached: Counter[str]) -> bool:
    for leaf in gone:
        row = _row(referee.pieces(leaf), leaf)
        if row is None:
            return False
        if row.target.rstrip("-") in anchors:
            if not reached[row.target]:
                return False
            reached[row.target] -= 1
    return True


class _Item(NamedTuple):
    """What our parser tells of an item."""

    kind: str
    text: str
    holder: str
    """What the item that holds it leads to."""
    marker: str


class _Told(NamedTuple):
    """What our parser tells of a text."""

    sections: list[tuple[int, str]]
    headings: dict[str, str]
    """What each says, by its anchor."""
    anchors: frozenset[str]
    opaque: list[str]
    items: list[tuple[int, _Item]]
    """Each with its first line."""

    def parted(self, lines: _Lines) -> tuple[list[_Item], list[_Item]]:
        """The items in `lines`, and the others."""
        inside = [item for line, item in self.items if lines.first <= line <= lines.last]
        return inside, [item for line, item in self.items if not lines.first <= line <= lines.last]


def _told(document: Document) -> _Told:
    return _Told(
        outline(document),
        {section.slug: section.title for section in document.all_sections if section.heading is not None},
        document.anchors,
        opaque(document),
        list(_items(document)),
    )


def _parser_differs(old: _Told, new: _Told, lines: tuple[_Lines, _Lines], counts: set[tuple[int, int]]) -> str | None:
    if old.sections != new.sections:
        return "a section would change"
    if old.opaque != new.opaque:
        return "code, HTML, a comment or a link definition would change"
    (mine, beside), (theirs, others) = old.parted(lines[0]), new.parted(lines[1])
    if beside != others:
        return "an item beside the contents would change"
    rows, written = (Counter((item.text, item.holder) for item in found) for found in (mine, theirs))
    if {((rows - written).total(), (written - rows).total())} != counts:
        return "a row would stand in another one"
    return None


def _items(document: Document) -> Iterator[tuple[int, _Item]]:
    """Every item, and the line it begins in."""
    holders: dict[int, Item] = {id(child): item for item in document.items for child in item.children}
    for item in document.items:
        holder = holders.get(id(item))
        url = "" if holder is None else holder.links[0].url if holder.links else holder.head.of(document.text)
        marker = "" if item.marker is None else item.marker.of(document.text).strip()
        yield document.source.line_of(item.span.start), _Item(item.kind, item.head.of(document.text), url, marker)
