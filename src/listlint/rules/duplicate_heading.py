"""Headings that a heading beside them says already. Knows nothing of what stands below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule, RuleOptions
from listlint.style import naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style


class DuplicateHeading(Rule):
    """LL516."""

    code = "LL516"
    name = "duplicate-heading"
    summary = "A heading beside another says the same."
    cause = "either"

    class Options(RuleOptions):
        """Which headings mustn't be alike."""

        everywhere: bool = False
        """Whether headings of different sections are held against one another, too."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Headings of one level below the same heading, case apart; the second and each one after it."""
        del style
        seen: dict[tuple[int, int, str], Section] = {}
        for section, _, row in naming.sections(document, meta=True):
            name = " ".join(section.title.casefold().split())
            if section.heading is None or not section.slug or not any(char.isalnum() for char in name):
                continue
            key = (0, 0, name) if self.options.everywhere else (row, section.level, name)
            first = seen.setdefault(key, section)
            if first is section or first.heading is None:
                continue
            line = document.source.line_of(first.heading.start)
            said = f'heading "{section.title}" is the same as in line {line}, expected one section or two names'
            yield self.diagnostic(section.heading, said, related=(Related(first.heading, "the first"),))
