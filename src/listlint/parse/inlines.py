"""The text of one paragraph, heading or cell: what a reader sees of it, and where each bit stands. Knows no entries.

A `Flow` has a *view*: its visible text with one stand-in character for each link and image, so that patterns can be
matched on it and their matches turned back into spans of the source.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal

from listlint.records import dataclass
from listlint.text import Span
from listlint.words import joint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Link

LINK: Final = "\ue000"
IMAGE: Final = "\ue001"
BREAK: Final = "\n"
_STAND_INS: Final = str.maketrans({LINK: "\ufffd", IMAGE: "\ufffd"})
_INVISIBLE: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF, 0xFFFC))
"""Zero-width space and joiners, the stand-in of a lost object: nothing to a reader."""

MarkKind = Literal["strong", "emphasis", "strike", "code", "kbd", "tag"]


class Mark:
    """A pair of delimiters around part of the text: in the source `[start, end)`, in the view `[first, last)`."""

    __slots__ = ("end", "first", "kind", "last", "start")

    def __init__(self, kind: MarkKind, start: int, end: int, first: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.first = first
        self.last = first


@dataclass(slots=True)
class Piece:
    """A run of the view that stands at one place of the source."""

    at: int
    view: str
    start: int
    end: int
    text: str
    """What a reader sees of it; as long as `view` unless that is a stand-in."""
    marks: tuple[Mark, ...] = ()
    link: Link | None = None
    label: Flow | None = None
    """What stands in a link's brackets; None where that reads as it's written."""

    @property
    def exact(self) -> bool:
        """Whether each character of the view is one of the source."""
        return self.link is None and len(self.view) == self.end - self.start


_AT: Final = attrgetter("at")


class Flow:
    """Inline content, whole."""

    __slots__ = ("links", "marks", "pieces", "source_text", "span", "view")

    def __init__(self, text: str, pieces: Sequence[Piece], marks: Sequence[Mark], span: Span) -> None:
        self.source_text = text
        self.pieces = tuple(pieces)
        self.marks = tuple(marks)
        self.span = span
        self.view = "".join([piece.view for piece in pieces])
        self.links = tuple([piece for piece in pieces if piece.view == LINK])
        """The pieces that are links, badges left out."""

    def __bool__(self) -> bool:
        return bool(self.view.strip())

    def piece(self, index: int) -> Piece:
        """The piece that holds view character `index`."""
        return self.pieces[bisect_right(self.pieces, index, key=_AT) - 1]

    def start(self, index: int) -> int:
        """Where view character `index` begins in the source."""
        piece = self.piece(index)
        return piece.start + index - piece.at if piece.exact else piece.start

    def end(self, index: int) -> int:
        """Where view character `index` ends in the source."""
        piece = self.piece(index)
        return piece.start + index - piece.at + 1 if piece.exact else piece.end

    def source(self, first: int, last: int, *, inner: bool = False) -> Span:
        """Where view `[first, last)`, not empty, stands; delimiters of what is in it whole included.

        With `inner` the delimiters around all of it are left out.
        """
        start, end = self.start(first), self.end(last - 1)
        for mark in self.piece(first).marks:
            if first <= mark.first and mark.last <= last and not (inner and mark.first == first and mark.last == last):
                start = min(start, mark.start)
        for mark in self.piece(last - 1).marks:
            if first <= mark.first and mark.last <= last and not (inner and mark.first == first and mark.last == last):
                end = max(end, mark.end)
        return Span(start, end)

    def within(self, first: int, last: int) -> Iterator[Piece]:
        """The pieces that share a character with view `[first, last)`."""
        at = bisect_right(self.pieces, first, key=_AT) - 1 if first else 0
        while at < len(self.pieces) and self.pieces[at].at < last:
            yield self.pieces[at]
            at += 1

    def plain(self, first: int = 0, last: int | None = None) -> str:
        """What a reader sees of view `[first, last)`: white space collapsed, lines joined, images left out."""
        last = len(self.view) if last is None else last
        if first >= last:
            return ""
        if len(self.pieces) == 1 and len(text := self.pieces[0].text) == len(self.view) and self.view != IMAGE:
            return joined(text[first:last])
        found: list[str] = []
        for piece in self.within(first, last):
            at, view, text = piece.at, piece.view, piece.text
            if view != IMAGE:
                found.append(text[max(0, first - at) : last - at] if len(text) == len(view) else text)
        return joined("".join(found))

    def trim(self, first: int, last: int, chars: str = "") -> tuple[int, int]:
        """View `[first, last)` without white space and `chars` at its edges."""
        view = self.view
        while first < last and (view[first].isspace() or view[first] in chars):
            first += 1
        while last > first and (view[last - 1].isspace() or view[last - 1] in chars):
            last -= 1
        return first, last


def joined(text: str) -> str:
    """`text` on one line, white space collapsed and edges trimmed."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if BREAK not in text:
        return " ".join(text.split())
    lines = [line for part in text.split(BREAK) if (line := " ".join(part.split()))]
    result = lines[0] if lines else ""
    parts = [result]
    for line in lines[1:]:
        parts += (joint(parts[-1][-1], line[0]), line)
    return "".join(parts)


def visible(text: str) -> str:
    """`text` as it may stand in a view."""
    return text if text.isascii() else text.translate(_STAND_INS)
