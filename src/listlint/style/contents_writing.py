"""Writes the rows of a contents list anew, in the list's own way: new ones, without those that lead nowhere, in order. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from listlint.edits import Edit, Fix
from listlint.records import dataclass, field
from listlint.regex import lazy
from listlint.style.thresholds import MAJORITY
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from listlint.model import Section
    from listlint.style.contents_rows import Outline, Row

_BESIDE: Final = frozenset(" \t*_~.,:;-–—>·•»")
"""What may stand beside the link of a row that is written again."""
_HASHES: Final = lazy(r"\A {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t]*\Z")
_COUNT: Final = lazy(r"[ \t]*[(\[（]\s*\d+\s*[)\]）]\s*\Z")
_SIGNS: Final = lazy(r"\A(?:[^\w\s\"'“‘(\[（「《.]\s*)+")
_NUMBER: Final = lazy(r"\d+")


@dataclass
class Group:
    """Rows side by side, and what is to become of them."""

    rows: list[Row]
    gone: list[Row] = field(default_factory=list)
    moved: list[Row] = field(default_factory=list)
    added: list[Section] = field(default_factory=list)

    @property
    def changes(self) -> bool:
        """Whether anything is to become of them."""
        return bool(self.gone or self.moved or self.added)


def rewritten(outline: Outline, group: Group, numbers: dict[Span, int]) -> Fix | None:
    """The fix that makes of the group what is to become of it; None where its rows are of several makes. `numbers`: sections' places."""
    text = outline.text
    gaps = [text[one.item.span.end : two.item.span.start] for one, two in zip(group.rows, group.rows[1:], strict=False)]
    if not gaps or any(gap.strip() for gap in gaps):
        return None
    usual = max(gaps, key=gaps.count)
    pairs = zip(["", *gaps], group.rows, strict=True)
    old = [_Piece(gap, row.item.span.of(text), row, _number(row.section, numbers)) for gap, row in pairs]
    new = [piece for piece in old if piece.row not in [*group.gone, *group.moved]]
    new_ones = [_Piece(usual, piece.text, piece.row, piece.number) for piece in old if piece.row in group.moved]
    for section in group.added:
        written = row_of(outline, group, section)
        if written is None:
            return None
        new_ones.append(_Piece(usual, written, None, numbers[section.span]))
    for piece in new_ones:
        above = [at for at, other in enumerate(new) if -1 < other.number < piece.number]
        first = next((at for at, other in enumerate(new) if other.number > -1), 0)
        new.insert(above[-1] + 1 if above else first, piece)
    for at, piece in enumerate(new):
        piece.gap = "" if at == 0 else piece.gap or usual
    if not new or not _numbered(new, [row.item.marker.of(text) if row.item.marker else "" for row in group.rows]):
        return None
    edit = _edit("".join(piece.gap + piece.text for piece in new), Span(group.rows[0].item.span.start, group.rows[-1].item.span.end), text)
    return Fix("write the contents anew", (edit,), contents=(outline.span,))


def renamed(outline: Outline, rows: Sequence[Row], row: Row, section: Section) -> Fix | None:
    """The row made to say what the heading says, and to lead there; None where more than a plain link would change."""
    core, place = _core(outline.text, row), row.link.destination
    label = label_of(outline.text, [other for other in rows if other is not row], section)
    if core is None or label is None or place is None or (row.dead and row.item.children):
        return None
    edits = [Edit(core, label)]
    if row.target != section.slug:
        edits.append(Edit(place, anchor(section)))
    return Fix(f'write "{label}"', tuple(edits), contents=(outline.span,))


def may_go(text: str, row: Row) -> bool:
    """Whether the row is but a link to nowhere, with nothing nested in it."""
    return row.dead and not row.item.children and _core(text, row) is not None


def anchor(section: Section) -> str:
    """A link to the section: letters readable, what can't be seen escaped."""
    return "#" + "".join(char if char.isalnum() or char in "-_" else quote(char) for char in section.slug)


def row_of(outline: Outline, group: Group, section: Section) -> str | None:
    """A new row, made like the nearest above, or the next, that is but a link."""
    text = outline.text
    label = label_of(text, group.rows, section)
    above = [row for row in group.rows if row.section is not None and row.section.span.start < section.span.start]
    like = next((row for row in [*reversed(above), *group.rows] if row.section is not None and _core(text, row) is not None), None)
    if like is None or label is None or like.link.destination is None:
        return None
    core, place = _core(text, like) or like.link.label, like.link.destination
    before, between, after = Span(like.item.span.start, core.start), Span(core.end, place.start), Span(place.end, like.item.head.end)
    return f"{before.of(text)}{label}{between.of(text)}{anchor(section)}{after.of(text)}"


def label_of(text: str, rows: Sequence[Row], section: Section) -> str | None:
    """What a row says of the section: its heading, less count or emoji where the other rows leave them out."""
    title = _HASHES.sub("", section.heading.of(text).partition("\n")[0].rstrip("\r")).strip() if section.heading else ""
    if title != section.title or any(char in "[]<>\\`" for char in title):
        return None
    linked = [row for row in rows if row.section is not None]
    fits = [sum(row.link.text == way(row.section.title) for row in linked if row.section is not None) for way in _WAYS]
    best = max(range(len(_WAYS)), key=lambda at: fits[at])
    return _WAYS[best](title) or None if linked and fits[best] >= MAJORITY * len(linked) else None


def _uncounted(title: str) -> str:
    return _COUNT.sub("", title)


def _unsigned(title: str) -> str:
    return _SIGNS.sub("", title)


_WAYS: Final[tuple[Callable[[str], str], ...]] = (str, _uncounted, _unsigned, lambda title: _uncounted(_unsigned(title)))
"""How rows put headings."""


@dataclass
class _Piece:
    """A row as it will stand, and what stands between it and the one above."""

    gap: str
    text: str
    row: Row | None
    number: int
    """Its section's place among all; -1 where it has none."""


def _number(section: Section | None, numbers: dict[Span, int]) -> int:
    return -1 if section is None else numbers.get(section.span, -1)


def _core(text: str, row: Row) -> Span | None:
    """Where the words of a row's link stand; None where the row is more than one plain link."""
    link, head = row.link, row.item.head
    if link.kind != "inline" or link.destination is None or len(row.item.links) > 1 or not link.text:
        return None
    beside = text[head.start : link.span.start] + text[link.span.end : head.end]
    joints = text[link.label.end : link.destination.start], text[link.destination.end : link.span.end]
    at = link.label.of(text).find(link.text)
    if not _BESIDE.issuperset(beside) or joints != ("](", ")") or at < 0:
        return None
    around = link.label.of(text)[:at] + link.label.of(text)[at + len(link.text) :]
    start = link.label.start + at
    return Span(start, start + len(link.text)) if _BESIDE.issuperset(around) else None


def _numbered(pieces: Sequence[_Piece], markers: Sequence[str]) -> bool:
    """Numbers the pieces as the rows are, by ones or all the same; False where that can't be done."""
    found = [_NUMBER.match(marker) for marker in markers]
    if not any(found):
        return True
    numbers = [int(match[0]) for match in found if match]
    step = numbers[1] - numbers[0] if len(numbers) > 1 else 1
    if len(numbers) < len(markers) or step not in {0, 1} or numbers != [numbers[0] + step * at for at in range(len(numbers))]:
        return False
    for at, piece in enumerate(pieces):
        number, before = str(numbers[0] + step * at), _NUMBER.match(piece.text)
        if before is None or (len(number) != len(before[0]) and "\n" in piece.text):
            return False
        piece.text = number + piece.text[before.end() :]
    return True


def _edit(new: str, span: Span, text: str) -> Edit:
    """The change of `span` into `new`, less the lines that stay at both ends."""
    old, made = span.of(text).splitlines(keepends=True), new.splitlines(keepends=True)
    first, last, shorter = 0, 0, min(len(old), len(made))
    while first < shorter and old[first] == made[first]:
        first += 1
    while last < shorter - first and old[-1 - last] == made[-1 - last]:
        last += 1
    place = Span(span.start + len("".join(old[:first])), span.end - len("".join(old[len(old) - last :])))
    return Edit(place, "".join(made[first : len(made) - last]))
