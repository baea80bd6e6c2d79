"""Nested lists that are indented otherwise than the rest of the file. Knows nothing of what they hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.style.thresholds import MIN_CASES, SLIP
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.text import Source

_BULLET: Final = lazy(r"[-*+][ \t]+(?:\[[ xX]\][ \t]+)?\Z")
_PLAIN: Final = lazy(r"[-*+]( {1,4})")
_REACH: Final = 3
"""Columns beyond the text of its parent at which a list still nests in it (CommonMark 5.2)."""


class MixedIndent(Rule):
    """LL613."""

    code = "LL613"
    name = "mixed-indent"
    summary = "A nested list, or the text behind a bullet, is indented otherwise than the others of the file."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Bulleted lists in bulleted items, and texts behind bullets, otherwise than is configured or than nine in ten are."""
        yield from sorted([*self._nested_lists(document, style), *self._texts(document)], key=lambda one: one.span)

    def _nested_lists(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        nested = list(_nested(document))
        usual, evidence = _usual(style, Counter(one.indent for one in nested))
        if usual is None:
            return
        for one in nested:
            fits = one.text <= usual <= one.text + _REACH
            if one.indent != usual and fits and (edits := _shifted(document.source, one.lines, usual - one.indent)):
                start = document.source.line_starts[one.lines[0] - 1]
                span = Span(start, one.start)
                message = f"nested list is indented by {one.indent}, {evidence}"
                yield self.diagnostic(span, message, fix=Fix(f"indent by {usual}", edits))

    def _texts(self, document: Document) -> Iterator[Diagnostic]:
        """Bullets with another number of blanks behind them than nearly all have; moved where the item is but one line."""
        text = document.text
        markers = [(item, found[1]) for item in document.items if item.marker and (found := _PLAIN.fullmatch(item.marker.of(text)))]
        counts = Counter(len(blanks) for _, blanks in markers)
        usual, count = counts.most_common(1)[0] if counts else (0, 0)
        if len(markers) < MIN_CASES or len(markers) - count > SLIP * len(markers):
            return
        for item, blanks in markers:
            if len(blanks) != usual and item.marker is not None and not meets(item.span, document.guarded):
                span = Span(item.marker.end - len(blanks), item.marker.end)
                lone = item.span.end == item.head.end and "\n" not in item.span.of(text)
                fix = Fix(f"write {usual}", (Edit(span, " " * usual),)) if lone and item.head else None
                said = f"{len(blanks)} blanks stand behind the bullet, {count} of {len(markers)} have {usual}"
                yield self.diagnostic(span, said, fix=fix)


def _usual(style: Style, counts: Counter[int]) -> tuple[int | None, str]:
    """The indent, and the words for it in a message."""
    if (wanted := style.indent) is not None and wanted.configured:
        return (wanted.value, f"configured is {wanted.value}") if isinstance(wanted.value, int) else (None, "")
    total = counts.total()
    usual, count = counts.most_common(1)[0] if counts else (0, 0)
    if total < MIN_CASES or total - count > SLIP * total:
        return None, ""
    return usual, f"{count} of {total} are by {usual}"


@dataclass(frozen=True, slots=True)
class _Nested:
    """One nested list."""

    indent: int
    """Columns between the bullet of its parent and its own."""
    text: int
    """Columns between the bullet of its parent and the parent's text: no list nests with less."""
    start: int
    """Offset of its first bullet."""
    lines: tuple[int, int]
    """Its first and last line."""


def _nested(document: Document) -> Iterator[_Nested]:
    source = document.source
    for item in document.items:
        children = [child for child in item.children if child.container is Container.LIST_ITEM]
        if not children or item.marker is None:
            continue
        outer, inner = _column(source, item), _column(source, children[0])
        marker = _BULLET.match(item.marker.of(source.text))
        if outer is None or inner is None or marker is None or not all(child.marker for child in children):
            continue
        lines = source.line_of(children[0].span.start), source.line_of(max(children[-1].span.end - 1, children[-1].span.start))
        width = len(marker[0]) - len(marker[0][1:].lstrip(" \t"))
        yield _Nested(inner - outer, width, children[0].span.start, lines)


def _column(source: Source, item: Item) -> int | None:
    """How many blanks stand before the bullet; None where something else does, or it's a number."""
    if item.marker is None:
        return None
    before = source.text[source.line_starts[source.line_of(item.marker.start) - 1] : item.marker.start]
    bulleted = source.text[item.marker.start] in "-*+"
    return len(before) if bulleted and not before.strip(" ") else None


def _shifted(source: Source, lines: tuple[int, int], by: int) -> tuple[Edit, ...]:
    """Edits that move every line; none where a line can't be moved."""
    edits = []
    for line in range(lines[0], lines[1] + 1):
        span = source.line_span(line)
        text = span.of(source.text)
        if not text.strip():
            continue
        if by < 0 and not text.startswith(" " * -by):
            return ()
        edits.append(Edit(Span(span.start, span.start + max(-by, 0)), " " * max(by, 0)))
    return tuple(edits)
