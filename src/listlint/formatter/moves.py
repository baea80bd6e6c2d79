"""The proof that pieces of a list changed places and nothing else happened. Knows no rule.

The pieces are the same bytes by construction. Both referees must see the old leaves in the new order, in the same
containers, and our own parser the same items, sections, numbers and opaque stretches.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Protocol

from listlint.edits import moved
from listlint.model import Kind
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.edits import Edit, Move
    from listlint.formatter.leaves import Leaf, Referee
    from listlint.model import Document
    from listlint.text import Source, Span

_FRESH_LIST: Final = lazy(r"\b([uo]l[^/!]*)!")
"""A list's first leaf: another one comes to be it."""
_OUTSIDE: Final = -1


class Reading(Protocol):
    """One text as all three parsers read it: see `proof.Reading`."""

    @property
    def document(self) -> Document:
        """As our parser reads it."""

    @property
    def source(self) -> Source:
        """The text."""

    @property
    def referees(self) -> Sequence[tuple[Referee, Sequence[Leaf]]]:
        """Each referee with the leaves it sees."""


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
    for (referee, old), (_, new) in zip(before.referees, after.referees, strict=True):
        if [_seen(leaf) for leaf in _permuted(old, lines, order)] != [_seen(leaf) for leaf in new]:
            return f"the pieces would not stay what they are ({referee.name})"
    return _parser_differs(before.document, after.document)


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


def _parser_differs(old: Document, new: Document) -> str | None:
    if [(section.level, section.slug) for section in old.all_sections] != [(section.level, section.slug) for section in new.all_sections]:
        return "a section would change"
    for name, mine, theirs in (
        ("an item", _items(old), _items(new)),
        ("code, HTML, a comment or a link definition", _texts(old, old.opaque), _texts(new, new.opaque)),
    ):
        if sorted(mine) != sorted(theirs):
            return f"{name} would change"
    return "a number would change" if _numbers(old) != _numbers(new) else None


def _items(document: Document) -> list[str]:
    return [f"{item.kind} {item.span.of(document.text)}" for item in document.items]


def _texts(document: Document, spans: Sequence[Span]) -> list[str]:
    return [span.of(document.text).rstrip() for span in spans]


def _numbers(document: Document) -> list[str]:
    markers = (item.marker.of(document.text) for item in document.items if item.marker and item.kind is not Kind.EMPTY)
    return [marker for marker in markers if marker[0].isdigit()]
