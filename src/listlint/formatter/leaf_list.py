"""Leaf blocks by the hundred thousand: what a referee sees of a whole text, kept in columns. Knows no parser."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, overload

from listlint.formatter.leaves import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator

_UTF_8: Final = ("utf-8", "surrogatepass")


class LeafList(Sequence[Leaf]):
    """Leaves in order, each made anew when it's asked for: side by side they take ten times the text."""

    def __init__(self) -> None:
        self._first = array("i")
        self._last = array("i")
        self._shapes: dict[str, int] = {}
        """The number of each shape there is."""
        self._names: list[str] = []
        self._shape = array("i")
        self._ends = array("q", [0])
        """Where each content ends, in bytes."""
        self._content = bytearray()

    def add(self, leaf: Leaf) -> None:
        """One more, behind the others."""
        number = self._shapes.setdefault(leaf.shape, len(self._names))
        if number == len(self._names):
            self._names.append(leaf.shape)
        self._first.append(leaf.first)
        self._last.append(leaf.last)
        self._shape.append(number)
        self._content += leaf.content.encode(*_UTF_8)
        self._ends.append(len(self._content))

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
        return self._bytes(at) == other._bytes(there) and self._names[self._shape[at]] == other._names[other._shape[there]]

    def _bytes(self, at: int) -> bytearray:
        return self._content[self._ends[at] : self._ends[at + 1]]

    def _leaf(self, at: int) -> Leaf:
        return Leaf(self._first[at], self._last[at], self._names[self._shape[at]], self._bytes(at).decode(*_UTF_8))
