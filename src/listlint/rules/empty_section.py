"""Headings with nothing below them. Knows nothing of how full a section should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.places import beside_directives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Block, Document
    from listlint.style import Style


class EmptySection(Rule):
    """LL502."""

    code = "LL502"
    name = "empty-section"
    summary = "A section has neither text nor entries nor subsections."
    severity = Severity.INFO
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Sections below a Markdown heading that hold nothing at all; the first heading is the title of what follows."""
        del style
        first = next((section for section in document.sections if section.heading), None)
        for section in scope.sections(document):
            if section.heading is None or section.sections or section.items or any(_says(document, block) for block in section.blocks):
                continue
            if section is first or document.text.startswith("<", section.heading.start):
                continue
            yield self.diagnostic(section.heading, f'section "{section.title}" is empty')


def _says(document: Document, block: Block) -> bool:
    """Whether there is more in the block than directives."""
    return bool(beside_directives(document, block.span.start, block.span.end).strip())
