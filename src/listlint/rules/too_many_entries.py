"""Sections with more entries than are configured. Knows nothing of how to divide them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import naming, scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TooManyEntries(Rule):
    """LL517."""

    code = "LL517"
    name = "too-many-entries"
    summary = "A section has more entries than are configured."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Counts the entries that stand in a section itself, nested ones too; what subsections hold is theirs."""
        most = style.section_options.max_entries
        if not most:
            return
        for section, _, _ in naming.sections(document):
            count = sum(scope.is_certain(item) for top in section.items for item in top.walk())
            if count > most and section.heading is not None:
                yield self.diagnostic(section.heading, f'section "{section.title}" has {count} entries, at most {most} are configured')
