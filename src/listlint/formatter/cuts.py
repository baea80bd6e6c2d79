"""The text that a rewrite is compared with: what the fixes declare to drop is cut out first. Knows no Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, apply
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from listlint.text import Source


def cut(source: Source, edits: Sequence[Edit], drops: Iterable[Span]) -> tuple[str, tuple[Edit, ...], tuple[Edit, ...]]:
    """`source`'s text without `drops`, the edits that make of it what `edits` make of the whole, and the cuts as edits.

    Lines of which nothing but blanks would be left go whole.
    """
    text = source.text
    cuts = _merged(_whole_lines(source, span) for span in drops)
    base: list[str] = []
    moved: list[Edit] = []
    at = size = 0
    for hull in _merged([*cuts, *(edit.span for edit in edits)]):
        gap = text[at : hull.start]
        old = apply(hull.of(text), [_moved(Edit(span, ""), hull) for span in cuts if hull.contains(span)])
        new = apply(hull.of(text), [_moved(edit, hull) for edit in edits if hull.contains(edit.span)])
        size += len(gap)
        moved.append(Edit(Span(size, size + len(old)), new))
        base += (gap, old)
        at, size = hull.end, size + len(old)
    return "".join([*base, text[at:]]), tuple(moved), tuple(Edit(span, "") for span in cuts)


def _whole_lines(source: Source, span: Span) -> Span:
    first, last = source.line_span(source.line_of(span.start)), source.full_line_span(source.line_of(max(span.start, span.end - 1)))
    around = source.text[first.start : span.start] + source.text[span.end : last.end]
    return Span(first.start, last.end) if last.end >= span.end and not around.strip() else span


def _merged(spans: Iterable[Span]) -> list[Span]:
    """`spans` in order, those that meet as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _moved(edit: Edit, hull: Span) -> Edit:
    return Edit(Span(edit.span.start - hull.start, edit.span.end - hull.start), edit.text)
