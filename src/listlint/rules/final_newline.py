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
    cause = "beside"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """A last line without a newline, or blank lines behind it."""
        del style
        source, text = document.source, document.text
        end = len(text.rstrip(" \t\r\n"))
        if not end:
            return
        last = source.line_of(end - 1)
        start = source.full_line_span(last).end
        if start < len(text):
            if not _is_open_fence(document):
                count = source.line_count - last
                lines = "a blank line" if count == 1 else f"{count} blank lines"
                fix = Fix("keep one newline", (Edit(Span(start, len(text)), ""),))
                yield self.diagnostic(Span(start, len(text)), f"file ends in {lines}, expected none", fix=fix)
        elif text[-1] not in "\r\n":
            fix = Fix("add a newline", (Edit(Span(len(text), len(text)), source.newline),))
            yield self.diagnostic(Span(end, len(text)), "file ends without a newline, expected one", fix=fix)


def _is_open_fence(document: Document) -> bool:
    """Whether the file ends within a fenced block that nobody closed, where blank lines are content."""
    if not document.blocks or document.blocks[-1].kind != "code":
        return False
    lines = document.blocks[-1].span.of(document.text).splitlines()
    return lines[0].startswith(("```", "~~~")) and (len(lines) == 1 or not lines[-1].lstrip().startswith(lines[0][:3]))
