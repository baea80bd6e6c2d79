"""What a referee makes of a text: its leaf blocks in order, and what a reader finds in each. Knows no parser."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, Protocol
from urllib.parse import quote

from listlint.records import dataclass
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from listlint.formatter.leaf_list import LeafList

PieceKind = Literal["text", "link", "label", "bare", "image", "alt", "title", "code", "html", "break", "box", "cell"]
"""`link`: a destination, its `label` pieces follow up to the `label` that closes it; `bare`: a link whose label is its URL."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block that holds no other block: a paragraph, heading, table row, code or HTML block."""

    first: int
    """Its first line, from 1; 0 where the referee doesn't tell."""
    last: int
    shape: str
    """The containers around it, outermost first, `!` behind each one it is the first leaf of, and its own kind. Two
    texts whose leaves have the same shapes in the same order have the same blocks, empty items apart."""
    content: str
    """Its inline content in the referee's own form; table cells are parted by NUL."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bit of inline content in reading order."""

    kind: PieceKind
    value: str


_NAMES: Final = {"p": "a paragraph", "text": "a paragraph", "hr": "a rule", "html": "HTML", "html_block": "HTML", "tr": "a table row"}


def describe(leaf: Leaf | None) -> str:
    """What kind of block `leaf` is, in a message's words."""
    kind = leaf.shape.rpartition("/")[2].split(" ")[0] if leaf else ""
    if kind in ("pre", "fence", "code_block"):
        return "code"
    return _NAMES.get(kind) or f"a heading of level {kind[1:]}"


class Referee(Protocol):
    """A parser that judges a rewrite."""

    name: str

    def leaves(self, text: str) -> LeafList:
        """The leaf blocks of `text` in order."""

    def pieces(self, leaf: Leaf) -> tuple[Piece, ...]:
        """What a reader finds in `leaf`."""


class Path:
    """The containers around the leaf that is being read."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._fresh: list[bool] = []

    def enter(self, name: str) -> None:
        """Begin a container."""
        self._names.append(name)
        self._fresh.append(True)

    def leave(self) -> None:
        """End the innermost container."""
        self._names.pop()
        self._fresh.pop()

    def shape(self, kind: str) -> str:
        """The shape of a leaf that stands here."""
        shape = "/".join([name + "!" * fresh for name, fresh in zip(self._names, self._fresh, strict=True)] + [kind])
        self._fresh = [False] * len(self._fresh)
        return shape


_MARKUP: Final = lazy(r"[\W_]")


def words(text: str) -> str:
    """Letters, digits, Han characters, marks, emoji and the signs of names such as `C++` and `C#`; nothing else.

    What is left out, punctuation, white space and mathematical signs, is what a fix may change.
    """
    return _MARKUP.sub(lambda match: _kept(match[0]), text)


@cache
def _kept(char: str) -> str:
    category = unicodedata.category(char)
    return char if category[0] == "M" or category in ("So", "Sc", "Co") or char in "+#%&@" else ""


def href(url: str) -> str:
    """A destination as it's compared: percent-encoded, what is encoded already stays."""
    return quote(url, safe="-_.~%!*'(),#@?=;:/+&$")


def is_bare(destination: str, label: str) -> bool:
    """Whether a link's label is no text, but its URL again."""
    return href(destination) in {href(prefix + label) for prefix in ("", "http://", "mailto:")}


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """`pieces` with links whose label is their URL made `bare`."""
    result: list[Piece] = []
    opened: list[int] = []
    for piece in pieces:
        if piece.kind == "text" and not piece.value:
            continue
        if piece.kind == "link":
            opened.append(len(result))
        elif piece.kind == "label" and opened:
            start = opened.pop()
            inside = result[start + 1 :]
            if all(bit.kind == "text" for bit in inside) and is_bare(result[start].value, "".join(bit.value for bit in inside)):
                result[start:] = [Piece("bare", result[start].value)]
                continue
        result.append(piece)
    return tuple(result)
