"""How a file ends. Knows nothing of lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class FinalNewline(Rule):
    """LL603."""

    code = "LL603"
    name = "final-newline"
    summary = "The file doesn't end in exactly one newline."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """A last line without a newline, or blank lines behind it."""
        del style
        text, newline = document.text, document.source.newline
        end = len(text.rstrip(" \t\r\n"))
        if not end:
            return
        if text[-1] not in "\r\n":
            if not text[end:].strip("\r\n") or "\n" not in text[end:]:
                fix = Fix("add a newline", (Edit(Span(len(text), len(text)), newline),))
                yield self.diagnostic(Span(len(text.rstrip(" \t")), len(text)), "file ends without a newline", fix=fix)
            return
        last = document.source.line_of(end - 1)
        start = document.source.full_line_span(last).end
        if start < len(text) and not any(span.end > start for span in document.opaque):
            count = document.source.line_count - last
            lines = "a blank line" if count == 1 else f"{count} blank lines"
            fix = Fix("keep one newline", (Edit(Span(start, len(text)), ""),))
            yield self.diagnostic(Span(start, len(text)), f"file ends in {lines}, expected none", fix=fix)
