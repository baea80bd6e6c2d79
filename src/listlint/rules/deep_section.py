"""Headings of a deeper level than is configured. Knows nothing of contents lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class DeepSection(Rule):
    """LL518."""

    code = "LL518"
    name = "deep-section"
    summary = "A heading is of a deeper level than is configured."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Every heading below the configured level; folds have no level of their own."""
        deepest = style.section_options.max_depth
        if not deepest:
            return
        for section in document.all_sections:
            if section.heading is not None and section.slug and section.level > deepest:
                yield self.diagnostic(
                    section.heading, f'heading "{section.title}" is of level {section.level}, the deepest configured is {deepest}'
                )
