"""Lists that don't begin with a title. Knows nothing of what the title should say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_TITLE: Final = lazy(r"^title\s*[:=]", re.MULTILINE)


class MissingTitle(Rule):
    """LL508."""

    code = "LL508"
    name = "missing-title"
    summary = "The list has no title: its first heading isn't of level 1."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic. A heading in HTML, an image before the first heading and a title in the metadata are titles."""
        del style
        heads = [section for section in document.all_sections if section.heading is not None]
        if heads and heads[0].level > 1 and document.text.startswith("<", heads[0].span.start):  # what HTML puts beside a logo
            heads = [section for section in heads if section.level == 1 or not document.text.startswith("<", section.span.start)]
        first = heads[0] if heads else None
        if first is not None and first.level == 1:
            return
        before = first.span.start if first is not None else len(document.text)
        if self._has_banner(document, before) or self._has_metadata(document):
            return
        if first is None or first.heading is None:
            line = document.source.line_span(1)
            yield self.diagnostic(line, "list has no heading, expected a title of level 1")
            return
        yield self.diagnostic(first.heading, f'first heading "{first.title}" is of level {first.level}, expected a title of level 1')

    def _has_banner(self, document: Document, before: int) -> bool:
        """Whether HTML with an image stands before the first heading: that is how logos are centred."""
        early = Span(0, before)
        return any(
            block.kind == "html" and early.contains(block.span) and "<img" in block.span.of(document.text).lower()
            for block in document.blocks
        )

    def _has_metadata(self, document: Document) -> bool:
        return any(block.kind == "metadata" and _TITLE.search(block.span.of(document.text)) for block in document.blocks)
