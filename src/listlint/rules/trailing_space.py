"""Blanks and tabs at the end of a line. Knows nothing of hard line breaks, which the parser names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style.thresholds import is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TrailingSpace(Rule):
    """LL601."""

    code = "LL601"
    name = "trailing-space"
    summary = "A line ends in white space that means nothing."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Lines outside code and HTML that end in blanks or tabs, unless that is how this list is written."""
        del style
        found = list(_trailing(document))
        written = sum(bool(document.source.line_span(line).of(document.text)) for line in range(1, document.source.line_count + 1))
        if is_habit(len(found), written) and len(found) > 1:
            return
        for span in found:
            blanks = len(span)
            yield self.diagnostic(
                span,
                f"line ends in {blanks} blank{'s' if blanks > 1 else ''}, expected none",
                fix=Fix("remove trailing white space", (Edit(span, ""),)),
            )


def _trailing(document: Document) -> Iterator[Span]:
    """The white space at the end of each line, hard breaks and opaque stretches left out."""
    source = document.source
    kept = sorted((*document.opaque, *document.breaks))
    at = 0
    for line in range(1, source.line_count + 1):
        span = source.line_span(line)
        content = span.of(source.text)
        if content[-1:] not in {" ", "\t"}:
            continue
        blank = Span(span.start + len(content.rstrip(" \t")), span.end)
        while at < len(kept) and kept[at].end <= blank.start:
            at += 1
        if not any(other.overlaps(blank) for other in kept[at : at + 2]):
            yield blank
