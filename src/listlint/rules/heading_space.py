"""Number signs of a heading that aren't followed by one blank. Knows nothing of what the heading says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_GLUED: Final = lazy(r"#{2,6}(?=[^\W\d_]|\[)")
_WIDE: Final = lazy(r"#{1,6}( {2,20})(?=\S)")


class HeadingSpace(Rule):
    """LL520."""

    code = "LL520"
    name = "heading-space"
    summary = "A heading's number signs aren't followed by one blank."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Lines of text that begin with two number signs and a letter, and headings with more than one blank behind the signs."""
        del style
        source = document.source
        for block in document.blocks:
            if block.kind == "heading" and (wide := _WIDE.match(source.text, block.span.start)):
                edit = Edit(Span(wide.start(1) + 1, wide.end(1)), "")
                said = f"{len(wide[1])} blanks stand behind the number signs, expected one"
                yield self.diagnostic(Span(*wide.span(1)), said, fix=Fix("write one blank", (edit,)))
            elif block.kind == "paragraph":
                for line in range(source.line_of(block.span.start), source.line_of(max(block.span.end - 1, block.span.start)) + 1):
                    span = source.line_span(line)
                    if (glued := _GLUED.match(source.text, span.start)) and not meets(span, document.opaque):
                        yield self.diagnostic(Span(*glued.span()), f'no blank stands behind "{glued[0]}", so that this is no heading')
