"""Stretches of a list that formatting leaves alone: what a program writes, and what a comment asks to spare. Knows no rule.

Generated: `<!-- START toc -->` to `<!-- END toc -->`, `<!-- X:START -->`, `<!-- toc -->` to `<!-- tocstop -->`,
`[//]: # (X START)`. Spared: `<!-- prettier-ignore -->` and whatever `x-ignore-start` and `x-ignore-end` enclose,
`<!-- listlint: disable -->` without rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Document

_MARKER: Final = lazy(r"^ {0,3}\[//\]:[ \t]*(?:#|<>)[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_WORD: Final = lazy(r"[^\W_]+")
_OPENING: Final = frozenset({"start", "begin"})
_CLOSING: Final = frozenset({"end", "stop", "tocstop"})
_WORDS: Final = 12
"""A marker is terse: words beyond these don't count."""
_SPARING: Final = lazy(r"(?<![\w-])[\w-]+-ignore")


def regions(document: Document) -> tuple[Span, ...]:
    """The stretches, each with its markers, in order, disjoint."""
    merged: list[Span] = []
    for span in sorted((*_enclosed(_markers(document)), *_next_blocks(document), *_disabled(document))):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def within(span: Span, stretches: Sequence[Span]) -> bool:
    """Whether `span` reaches into one of `stretches`, which are in order; insertions at their ends don't."""
    at = bisect_left(stretches, span.start, key=lambda stretch: stretch.end)
    return any(stretch.start < span.end and span.start < stretch.end for stretch in stretches[at : at + 2])


def _comments(document: Document) -> Iterator[tuple[Span, str]]:
    text = document.text
    for span in document.opaque:
        if not text.startswith("<", span.start):
            continue
        at = span.start
        while (start := text.find("<!--", at, span.end)) >= 0:
            close = text.find("-->", start, span.end)
            at = close + 3 if close >= 0 else span.end
            yield Span(start, at), text[start + 4 : at - 3]


def _markers(document: Document) -> list[tuple[Span, str]]:
    marked = [(Span(*match.span()), match[1].strip("()\"'")) for match in _MARKER.finditer(document.text)]
    return sorted([*_comments(document), *marked])


def _enclosed(markers: Sequence[tuple[Span, str]]) -> Iterator[Span]:
    """From each opening marker to the first closing one behind it of the same name, or of none."""
    opened: tuple[int, str] | None = None
    for span, text in markers:
        words = [word.lower() for word in _WORD.findall(text)[:_WORDS]]
        name = next((word for word in words if word not in _OPENING | _CLOSING and word != "section"), "")
        if opened is None:
            if _OPENING.intersection(words) or words == ["toc"]:
                opened = (span.start, name)
        elif _CLOSING.intersection(words) and name in ("", opened[1]):
            yield Span(opened[0], span.end)
            opened = None


def _next_blocks(document: Document) -> Iterator[Span]:
    """The block behind each `x-ignore`, or the one it stands in."""
    starts = [block.span.start for block in document.blocks]
    for span, text in _comments(document):
        if not _SPARING.fullmatch(text.strip()):
            continue
        at = bisect_left(starts, span.start)
        holder = document.blocks[at - 1].span if at else span
        if holder.end > span.end:
            yield holder
            continue
        at = bisect_left(starts, span.end)
        yield Span(span.start, document.blocks[at].span.end if at < len(starts) else span.end)


def _disabled(document: Document) -> Iterator[Span]:
    start: int | None = None
    for directive in document.directives:
        if directive.rules:
            continue
        if directive.action == "ignore-file":
            yield Span(0, len(document.text))
        elif directive.action == "disable" and start is None:
            start = directive.span.start
        elif directive.action == "enable" and start is not None:
            yield Span(start, directive.span.end)
            start = None
    if start is not None:
        yield Span(start, len(document.text))
