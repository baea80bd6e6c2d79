"""The text of one file and places in it. Knows nothing of Markdown.

Offsets are code points from 0, spans half-open; lines and columns are code points from 1 and exist only at the edge.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, Self

from listlint.errors import UnreadableError
from listlint.records import dataclass
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

Newline = Literal["\n", "\r\n", "\r"]
BOM: Final = b"\xef\xbb\xbf"
_WIDE_BOMS: Final = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
LIMIT: Final = 16_000_000
"""Bytes of a file. GitHub renders Markdown up to half a megabyte; the longest list known has two."""
_NEWLINE: Final = lazy(r"\r\n?|\n")
_TOGETHER: Final = 1024
"""Lines that are split at once: faster than one by one, and smaller than all."""
_CONTINUATION: Final = bytes(range(0x80, 0xC0))
_BLOCK: Final = 256
"""Bytes between two checkpoints of `ByteMap`: small enough to count within, large enough to keep the table short."""


_BITS: Final = 30
_MASK: Final = (1 << _BITS) - 1
_pack: Final = int.__new__


class Span(int):
    """Half-open range `[start, end)` of code points from 0, each below 2**30; in order of start, then end.

    Both are packed into one integer: a list has very many spans to make, to keep and to sort, and a pair of integers takes
    three times the memory.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """The span from `start` up to `end`."""
        return _pack(cls, start << _BITS | end)

    @classmethod
    def packed(cls, value: int) -> Self:
        """The span that is `value` as an integer."""
        return _pack(cls, value)

    if TYPE_CHECKING:

        @property
        def start(self) -> int:
            """The first code point."""

        @property
        def end(self) -> int:
            """The code point behind the last."""

    else:  # asked so often that a function of Python's would show
        start = property(_BITS.__rrshift__)
        end = property(_MASK.__and__)

    def __len__(self) -> int:
        return (self & _MASK) - (self >> _BITS)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)  # an integer's own way would give the two as one

    def of(self, text: str) -> str:
        """The slice of `text` that this span names."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point; touching ends and empty spans don't."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Line and column, both from 1; the column counts code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file, without its byte order mark, newlines as they stand in the file."""

    name: str
    text: str
    bom: bool = False

    @classmethod
    def decode(cls, name: str, data: bytes) -> Source:
        """The source of `data`, UTF-8 with or without a byte order mark.

        Raises `UnreadableError` for UTF-16, NUL bytes and anything else that isn't UTF-8, naming the byte offset, and for
        more than `LIMIT` bytes.
        """
        if len(data) > LIMIT:
            raise UnreadableError(f"{name}: has {len(data):,} bytes, expected a list of at most {LIMIT:,}")
        if (wide := _WIDE_BOMS.get(data[:2])) is not None:
            raise UnreadableError(f"{name}: is {wide} text, expected UTF-8")
        bom = data.startswith(BOM)
        body = data[len(BOM) :] if bom else data
        if (nul := data.find(b"\0")) >= 0:
            raise UnreadableError(f"{name}: has a NUL byte at offset {nul}, expected UTF-8 text")
        try:
            return cls(name, body.decode("utf-8"), bom)
        except UnicodeDecodeError as error:
            offset = error.start + len(data) - len(body)
            raise UnreadableError(f"{name}: byte {data[offset]:#04x} at offset {offset} is not UTF-8") from None

    def encode(self, text: str | None = None) -> bytes:
        """The bytes of `text` (default: this source's own) as this file would hold them."""
        return (BOM if self.bom else b"") + (self.text if text is None else text).encode("utf-8")

    @cached_property
    def line_starts(self) -> array[int]:
        """Offset of each line's first code point. Lines end at LF, CRLF or CR, as in CommonMark 2.1."""
        starts = array("i", [0])
        text, at = self.text, 0
        if "\r" not in text:
            while (at := text.find("\n", at)) >= 0:
                at += 1
                starts.append(at)
            return starts
        for at, char in enumerate(text):
            if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
                starts.append(at + 1)
        return starts

    def lines(self) -> Iterator[str]:
        """What stands in each line, without newlines; a final newline starts no further line."""
        count = self.line_count
        for first in range(0, count, _TOGETHER):
            some = self.text[self.line_starts[first] : self.line_span(min(first + _TOGETHER, count)).end]
            yield from some.split("\n") if "\r" not in some else _NEWLINE.split(some)

    @cached_property
    def newline(self) -> Newline:
        """The newline most lines end in; LF where there is none or a tie."""
        crlf = self.text.count("\r\n")
        counts = Counter({"\n": self.text.count("\n") - crlf, "\r\n": crlf, "\r": self.text.count("\r") - crlf})
        best = max(counts.values())
        for newline in ("\n", "\r\n", "\r"):
            if counts[newline] == best:
                return newline
        raise AssertionError

    @property
    def line_count(self) -> int:
        """Lines in the file; a final newline starts no further line."""
        return len(self.line_starts) - (self.line_starts[-1] == len(self.text))

    def line_of(self, offset: int) -> int:
        """The line, from 1, that `offset` stands in."""
        return bisect_right(self.line_starts, offset)

    def line_span(self, line: int) -> Span:
        """Line `line` (from 1) without its newline."""
        full = self.full_line_span(line)
        end = full.end
        if end > full.start and self.text[end - 1] == "\n":
            end -= 1
        if end > full.start and self.text[end - 1] == "\r":
            end -= 1
        return Span(full.start, end)

    def full_line_span(self, line: int) -> Span:
        """Line `line` (from 1) with its newline."""
        starts = self.line_starts
        return Span(starts[line - 1], starts[line] if line < len(starts) else len(self.text))

    def position(self, offset: int) -> Position:
        """Line and column of `offset`."""
        line = self.line_of(offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)


class ByteMap:
    """Turns UTF-8 byte offsets into code point offsets, in constant time each."""

    def __init__(self, text: str) -> None:
        self._data = data = text.encode("utf-8")
        self._ascii = len(data) == len(text)
        self._points: list[int] = []
        if not self._ascii:
            total = 0
            for start in range(0, len(data) + 1, _BLOCK):
                self._points.append(total)
                total += len(data[start : start + _BLOCK].translate(None, _CONTINUATION))
            self._points.append(total)

    def point(self, offset: int) -> int:
        """The code point offset of byte `offset`, which must not lie inside a character."""
        if self._ascii:
            return offset
        block, rest = divmod(offset, _BLOCK)
        if self._points[block + 1] - self._points[block] == _BLOCK:
            return self._points[block] + rest
        return self._points[block] + len(self._data[block * _BLOCK : offset].translate(None, _CONTINUATION))
