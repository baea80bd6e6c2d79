"""How a list is laid out: indents and blank lines. Knows no words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from listlint.model import Container, Kind
from listlint.style import scope
from listlint.style.cases import Case
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document
    from listlint.style.cases import Placed

Indent = int | Literal["tab"]


def indents(text: str, items: Sequence[Placed]) -> list[Case[Indent]]:
    """How far each bullet in a bullet's item stands from the marker it is nested under."""
    found: list[Case[Indent]] = []
    for item, section, holder in items:
        if holder is None or holder.marker is None or item.marker is None or item.kind is Kind.NAV:
            continue
        if text[holder.marker.start].isdigit() or text[item.marker.start].isdigit():
            continue
        own, above = _before(text, item.marker.start), _before(text, holder.marker.start)
        extra = own.removeprefix(above)
        if not own.startswith(above) or not extra or extra.strip(" \t"):
            continue
        if extra == "\t":
            found.append(Case("tab", item.marker, section.span))
        elif "\t" not in extra:
            found.append(Case(len(extra), item.marker, section.span))
    return found


def _before(text: str, at: int) -> str:
    """What stands on the line before `at`; a carriage return alone ends none but in texts that know no other newline."""
    line = text.rfind("\n", 0, at) + 1
    return text[text.rfind("\r", line, at) + 1 or line : at]


def between_items(document: Document) -> list[Case[bool]]:
    """Whether a blank line stands between two outermost items of one Markdown list."""
    text = document.text
    found: list[Case[bool]] = []
    for section in scope.sections(document):
        bullets = [item for item in section.items if item.container is Container.LIST_ITEM and item.kind is not Kind.NAV and item.marker]
        for one, two in pairwise(bullets):
            gap = text[one.span.end : two.span.start]
            if not gap.strip() and one.marker and two.marker and text[one.marker.start].isdigit() == text[two.marker.start].isdigit():
                found.append(Case(_breaks(gap) > 1, Span(two.span.start, two.head.start), section.span))
    return found


def around_headings(document: Document, side: Literal["before", "after"]) -> list[Case[int]]:
    """The blank lines before or after each heading, where something other than a heading stands there."""
    text = document.text
    heads = [section.heading for section in document.all_sections if section.heading is not None]
    starts, ends = {head.start for head in heads}, {head.end for head in heads}
    found: list[Case[int]] = []
    for head in heads:
        if side == "before":
            stop = _last(text, head.start)
            gap = text[stop : head.start]
            alone = not stop or stop in ends
        else:
            stop = _next(text, head.end)
            gap = text[head.end : stop]
            alone = stop == len(text) or stop in starts
        if not alone and (lines := _breaks(gap)):
            found.append(Case(lines - 1, head, None))
    return found


def before_lists(document: Document) -> list[Case[int]]:
    """The blank lines between a paragraph and the list that follows it."""
    text = document.text
    found: list[Case[int]] = []
    for section in scope.sections(document):
        for one, two in pairwise(section.blocks):
            gap = text[one.span.end : two.span.start]
            if one.kind == "paragraph" and two.kind == "list" and not gap.strip():
                end = len(text[one.span.start : one.span.end].rstrip())
                lines = _breaks(text[one.span.start + end : two.span.start])
                found.append(Case(max(lines - 1, 0), Span(two.span.start, two.span.start + 1), None))
    return found


def _last(text: str, at: int) -> int:
    """The offset behind the last character before `at` that isn't white space."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def _next(text: str, at: int) -> int:
    """The offset of the next character that isn't white space."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _breaks(gap: str) -> int:
    """The newlines in `gap`, of any kind."""
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n")
