"""Blanks and tabs at the end of a line. Knows nothing of hard line breaks, which the parser names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style.thresholds import MIN_CASES, MIN_CLEAR, SLIP, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_DIGITS: Final = str.maketrans("123456789", "000000000")
_MANY: Final = 5 * MIN_CLEAR
"""So many are pasted from somewhere else, and one in ten of them is no slip any more."""


class TrailingSpace(Rule):
    """LL601."""

    code = "LL601"
    name = "trailing-space"
    summary = "A line ends in white space that means nothing."
    phase = Phase.LAYOUT
    everywhere = True

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Lines outside code and HTML that end in blanks or tabs, unless lines of their kind are written so in this list."""
        del style
        source = document.source
        found = [(span, _kind(source.line_span(source.line_of(span.start)).of(source.text))) for span in _trailing(document)]
        if not found:
            return
        lines = Counter(map(_kind, source.lines()))
        counts = Counter(kind for _, kind in found)
        written = lines.total() - lines[""]
        if len(found) >= MIN_CASES and (is_habit(len(found), written) or (len(found) >= _MANY and len(found) >= SLIP * written)):
            return
        for span, kind in found:
            if counts[kind] >= MIN_CASES and is_habit(counts[kind], lines[kind]):
                continue
            blanks = len(span)
            yield self.diagnostic(
                span,
                f"line ends in {blanks} blank{'s' if blanks > 1 else ''}, expected none",
                fix=Fix("remove trailing white space", (Edit(span, ""),)),
            )


def _kind(line: str) -> str:
    """What a line begins with, digits alike: lines that come from one template begin alike."""
    word = next(iter(line.split(maxsplit=1)), "")
    if word.isascii():
        return word.translate(_DIGITS)
    return "".join("0" if char.isdigit() else char for char in word)


def _trailing(document: Document) -> Iterator[Span]:
    """The white space at the end of each line, hard breaks and opaque stretches left out."""
    source = document.source
    kept = sorted((*document.opaque, *document.breaks))
    at = 0
    for start, content in zip(source.line_starts, source.lines(), strict=False):
        if not content.endswith((" ", "\t")):
            continue
        blank = Span(start + len(content.rstrip(" \t")), start + len(content))
        while at < len(kept) and kept[at].end <= blank.start:
            at += 1
        if any(other.overlaps(blank) for other in kept[at : at + 2]) or (at and _is_indented_code(source.text, kept[at - 1], blank)):
            continue
        yield blank


def _is_indented_code(text: str, before: Span, blank: Span) -> bool:
    """Whether the opaque stretch before `blank` is code without a fence, whose last line the blank belongs to."""
    return before.end == blank.start and text[before.start] not in "`~<["
