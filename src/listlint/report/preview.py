"""A fix as a few diff-like lines: what goes, what comes, cut around the change. Knows no colours and no rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, apply
from listlint.regex import lazy
from listlint.report.visible import clip, clip_start, width
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.edits import Fix
    from listlint.text import Source

_PLACES: Final = 2
_LINES: Final = 3
_NEWLINE: Final = lazy(r"\r\n|\n|\r")


def preview(source: Source, fix: Fix, cells: int) -> Iterator[str]:
    """Lines `- old` and `+ new` of the first places that `fix` changes, at most about `cells` cells of text each.

    Blanks at a line's end are shown as `␣`, an empty line as `␤`.
    """
    places = _places(source, fix.edits)
    for edits in places[:_PLACES]:
        first, last = source.line_of(edits[0].span.start), source.line_of(edits[-1].span.end)
        whole = Span(source.full_line_span(first).start, source.full_line_span(last).end)
        old = whole.of(source.text)
        new = apply(old, [Edit(Span(edit.span.start - whole.start, edit.span.end - whole.start), edit.text) for edit in edits])
        yield from _changed(_lines(old), _lines(new), cells)
    if len(places) > _PLACES:
        more = len(places) - _PLACES
        yield f"… {more} more {'place' if more == 1 else 'places'}"


def _places(source: Source, edits: Sequence[Edit]) -> list[list[Edit]]:
    """The edits in order, those on the same line or the next one together."""
    places: list[list[Edit]] = []
    reached = -1
    for edit in sorted(edits):
        if places and source.line_of(edit.span.start) <= reached + 1:
            places[-1].append(edit)
        else:
            places.append([edit])
        reached = source.line_of(edit.span.end)
    return places


def _lines(text: str) -> list[str]:
    """Lines without their ends; a final newline starts no further line, so that a blank line is one empty string."""
    lines = _NEWLINE.split(text)
    return lines if lines[-1] else lines[:-1]


def _changed(old: list[str], new: list[str], cells: int) -> Iterator[str]:
    """The lines that differ, without those that both begin or end with."""
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    if len(old) == len(new) == 1:
        (before,), (after,) = old, new
        start = _alike(before, after)
        yield from _pair(before[:start], _shown(before)[start:], _shown(after)[start:], cells)
        return
    for sign, lines in (("-", old), ("+", new)):
        for line in lines[:_LINES]:
            yield f"{sign} {clip(_shown(line), cells)}"
        if len(lines) > _LINES:
            yield f"{sign} … {len(lines) - _LINES} more lines"


def _pair(alike: str, old: str, new: str, cells: int) -> Iterator[str]:
    """One line before and after: what both begin with, cut alike, then what follows it in each."""
    needed = max(width(clip(old, cells)), width(clip(new, cells)))
    start = clip_start(alike, max(cells // 3, cells - needed))
    for sign, rest in (("-", old), ("+", new)):
        yield f"{sign} {start}{clip(rest, cells - width(start))}"


def _alike(one: str, other: str) -> int:
    """How many code points both begin with."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _shown(line: str) -> str:
    """The line with what can't be seen at its end made visible; as long as before unless it's empty."""
    text = line.rstrip(" \t")
    return text + "␣" * (len(line) - len(text)) or "␤"
