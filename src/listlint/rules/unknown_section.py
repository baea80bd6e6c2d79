"""Headings that aren't among the configured names. Knows nothing of their order."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class UnknownSection(Rule):
    """LL501."""

    code = "LL501"
    name = "unknown-section"
    summary = "A heading is not among the configured section names."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Headings of the list's own sections but its title; silent where no names are configured."""
        known = {name.casefold(): name for name in style.sections}
        if not known:
            return
        for section in scope.sections(document):
            if section.heading is None or section.title in style.sections or _is_title(document, section.heading.start):
                continue
            near = get_close_matches(section.title.casefold(), known, n=1)
            hint = f'did you mean "{known[near[0]]}"?' if near else f"{len(style.sections)} are configured"
            yield self.diagnostic(section.heading, f'section "{section.title}" is not a known one, {hint}')


def _is_title(document: Document, start: int) -> bool:
    """Whether the heading at `start` is the document's title: the only one of the top level, before all others."""
    headed = [section for section in document.sections if section.heading]
    return len(headed) == 1 and headed[0].heading is not None and headed[0].heading.start == start and bool(headed[0].sections)
