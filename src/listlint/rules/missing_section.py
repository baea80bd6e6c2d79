"""Sections that are configured as required and aren't there. Knows nothing of where they should stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import naming
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MissingSection(Rule):
    """LL505."""

    code = "LL505"
    name = "missing-section"
    summary = "A section that is configured as required isn't there."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a section, at the first heading; an alias, or another case, is the section all the same."""
        wanted = style.section_options
        if not wanted.required:
            return
        paths = [found.path for found in naming.sections(document, meta=True)]
        aliases = {alias.casefold(): name for alias, name in wanted.aliases.items()}
        paths += [(*path[:-1], naming.last(aliases[path[-1].casefold()])) for path in paths if path[-1].casefold() in aliases]
        there = {naming.bare(path[-1]) for path in paths}
        place = next((section.heading for section in document.all_sections if section.heading is not None), Span(0, 0))
        for name in wanted.required:
            known = any(naming.means(name, path) for path in paths) or (naming.PATH not in name and naming.bare(name) in there)
            if not known:
                yield self.diagnostic(place, f'list has no section "{name}", one is configured as required')
