"""The proof that pieces of a list changed places and nothing else happened. Knows no rule.

The pieces are the same bytes by construction. Both referees must see the old leaves in the new order, in the same
containers, and our own parser the same items, sections, numbers and opaque stretches.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from listlint.edits import moved
from listlint.formatter.told import opaque, outline
from listlint.model import Kind
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.edits import Edit, Move
    from listlint.formatter.leaves import Leaf
    from listlint.formatter.reading import Reading
    from listlint.model import Document
    from listlint.text import Source, Span

_FRESH_LIST: Final = lazy(r"\b([uo]l[^/!]*)!")
"""A list's first leaf: another one comes to be it."""
_OUTSIDE: Final = -1


def moves_fail(before: Reading, after: Reading, edits: Sequence[Edit], moves: Sequence[Move]) -> str | None:
    """What speaks against `edits` having made `moves` alone; None where nothing does."""
    source = before.source
    places = sorted(move.place for move in moves)
    if places != sorted(move.piece for move in moves) or any(one.end > other.start for one, other in pairwise(places)):
        return "what moves isn't what makes room"
    if tuple(sorted(edits)) != moved(source.text, moves):
        return "a fix that moves would do something else, too"
    lines = _lines(source, places)
    if lines is None:
        return "what moves isn't whole lines"
    pieces = {place: places.index(move.piece) for place, move in zip(places, sorted(moves, key=lambda move: move.place), strict=True)}
    order = [pieces[place] for place in places]
    mine = before.tell(_told)
    before.let_go()
    for (referee, old), (_, new) in zip(before.referees, after.referees, strict=True):
        if any(one is None or other is None or _seen(one) != _seen(other) for one, other in zip_longest(_permuted(old, lines, order), new)):
            return f"the pieces would not stay what they are ({referee.name})"
    return _parser_differs(mine, after.tell(_told))


def _lines(source: Source, places: Sequence[Span]) -> dict[int, int] | None:
    """The number of the place that each line belongs to; None where two share a line, or more than blanks stand around one."""
    found: dict[int, int] = {}
    for number, place in enumerate(places):
        first, last = source.line_of(place.start), source.line_of(place.end)
        around = source.text[source.line_span(first).start : place.start] + source.text[place.end : source.line_span(last).end]
        if around.strip() or first in found:
            return None
        found |= dict.fromkeys(range(first, last + 1), number)
    return found


def _permuted(leaves: Sequence[Leaf], lines: dict[int, int], order: Sequence[int]) -> Iterator[Leaf]:
    """`leaves` with those of each place replaced by those of the piece that goes there.

    A leaf whose line isn't known belongs to the place of the one before, if it stands in an item as deep.
    """
    inside: dict[int, list[Leaf]] = defaultdict(list)
    sequence: list[tuple[int, Leaf]] = []
    at = _OUTSIDE
    for leaf in leaves:
        if leaf.first:
            at = lines.get(leaf.first, _OUTSIDE)
        elif at != _OUTSIDE and leaf.shape.count("/") < inside[at][0].shape.count("/"):
            at = _OUTSIDE
        if at == _OUTSIDE or not inside[at]:
            sequence.append((at, leaf))
        if at != _OUTSIDE:
            inside[at].append(leaf)
    for number, leaf in sequence:
        yield from [leaf] if number == _OUTSIDE else inside[order[number]]


def _seen(leaf: Leaf) -> tuple[str, str]:
    return _FRESH_LIST.sub(r"\1", leaf.shape), leaf.content


class _Told(NamedTuple):
    """What our parser tells of a text."""

    sections: list[tuple[int, str]]
    items: bytes
    """A digest of each, in order of the digests."""
    opaque: list[str]
    """In order of the texts."""
    numbers: list[str]


def _told(document: Document) -> _Told:
    return _Told(
        outline(document),
        b"".join(sorted(_digest(f"{item.kind} {item.span.of(document.text)}") for item in document.items)),
        sorted(opaque(document)),
        _numbers(document),
    )


def _parser_differs(old: _Told, new: _Told) -> str | None:
    for name, mine, theirs in (
        ("a section", old.sections, new.sections),
        ("an item", old.items, new.items),
        ("code, HTML, a comment or a link definition", old.opaque, new.opaque),
        ("a number", old.numbers, new.numbers),
    ):
        if mine != theirs:
            return f"{name} would change"
    return None


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _numbers(document: Document) -> list[str]:
    markers = (item.marker.of(document.text) for item in document.items if item.marker and item.kind is not Kind.EMPTY)
    return [marker for marker in markers if marker[0].isdigit()]
