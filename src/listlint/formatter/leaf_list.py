"""Leaf blocks by the hundred thousand: what a referee sees of a whole text, kept small. Knows no parser."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, overload

from listlint.formatter.leaves import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTF_8: Final = ("utf-8", "surrogatepass")
_PACKED: Final = 1024
"""Leaves that are packed together."""
_FAST: Final = 1
"""zlib's level; lists pack to a fifth even so."""


class LeafList(Sequence[Leaf]):
    """Leaves in order, each made anew when it's asked for; quick to walk along: side by side they take ten times the text."""

    def __init__(self) -> None:
        self._first = array("i")
        self._last = array("i")
        self._shapes: dict[str, int] = {}
        """The number of each shape there is."""
        self._names: list[str] = []
        self._shape = array("i")
        self._packs: list[bytes] = []
        self._open: list[bytes] = []
        """The contents that aren't packed yet."""
        self._unpacked: tuple[int, list[bytes]] = (-1, [])
        """The pack that was asked for last, and its contents."""

    def add(self, first: int, last: int, shape: str, content: str) -> None:
        """One more, behind the others; see `Leaf`."""
        number = self._shapes.setdefault(shape, len(self._names))
        if number == len(self._names):
            self._names.append(shape)
        self._first.append(first)
        self._last.append(last)
        self._shape.append(number)
        self._open.append(content.encode(*_UTF_8))
        if len(self._open) == _PACKED:
            sizes = array("i", map(len, self._open)).tobytes()
            self._packs.append(zlib.compress(sizes + b"".join(self._open), _FAST))
            self._open = []

    def __len__(self) -> int:
        return len(self._first)

    def __iter__(self) -> Iterator[Leaf]:
        return map(self._leaf, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Leaf: ...
    @overload
    def __getitem__(self, index: slice) -> list[Leaf]: ...
    def __getitem__(self, index: int | slice) -> Leaf | list[Leaf]:
        if isinstance(index, slice):
            return [self._leaf(at) for at in range(*index.indices(len(self)))]
        return self._leaf(range(len(self))[index])

    def place(self, at: int) -> tuple[int, int]:
        """First and last line of leaf `at`, as `Leaf` has them."""
        return self._first[at], self._last[at]

    def begin(self) -> array[int]:
        """By line, the number of the first leaf that begins there; -1 where none does."""
        found = array("i", [-1]) * (max(self._first, default=0) + 1)
        for at in range(len(self) - 1, -1, -1):
            found[self._first[at]] = at
        found[0] = -1  # where the referee doesn't tell
        return found

    def same(self, at: int, other: LeafList, there: int) -> bool:
        """Whether leaf `at` has the shape and the content of leaf `there` of `other`."""
        return self._names[self._shape[at]] == other._names[other._shape[there]] and self._bytes(at) == other._bytes(there)

    def _bytes(self, at: int) -> bytes:
        number, index = divmod(at, _PACKED)
        if number == len(self._packs):
            return self._open[index]
        if number != self._unpacked[0]:
            self._unpacked = number, _contents(self._packs[number])
        return self._unpacked[1][index]

    def _leaf(self, at: int) -> Leaf:
        return Leaf(self._first[at], self._last[at], self._names[self._shape[at]], self._bytes(at).decode(*_UTF_8))


def _contents(pack: bytes) -> list[bytes]:
    data = zlib.decompress(pack)
    sizes = array("i")
    end = _PACKED * sizes.itemsize
    sizes.frombytes(data[:end])
    found: list[bytes] = []
    for size in sizes:
        found.append(data[end : end + size])
        end += size
    return found
