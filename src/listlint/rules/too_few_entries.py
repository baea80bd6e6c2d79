"""Sections with fewer entries than are configured. Knows nothing of sections without any: those are empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import naming, scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TooFewEntries(Rule):
    """LL507."""

    code = "LL507"
    name = "too-few-entries"
    summary = "A section has fewer entries than are configured."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Sections that have entries of their own, nested ones counted; what subsections hold is theirs."""
        least = style.section_options.min_entries
        if not least:
            return
        for section, _, _ in naming.sections(document):
            count = sum(scope.is_certain(item) for top in section.items for item in top.walk())
            if 0 < count < least and section.heading is not None and not section.sections:
                noun = "entry" if count == 1 else "entries"
                yield self.diagnostic(section.heading, f'section "{section.title}" has {count} {noun}, at least {least} are configured')
