"""Contents lists that stand behind sections of the list. Knows nothing of what they list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule
from listlint.style import naming, scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class ContentsFirst(Rule):
    """LL512."""

    code = "LL512"
    name = "contents-first"
    summary = "The contents list stands behind sections of the list."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """The contents list, by whatever name, where a section that it lists, with entries of its own, ends before it."""
        if style.contents is None:
            return
        place = style.contents.value.span
        listed = {link.url.lower() for link in document.links if place.contains(link.span)}
        early = [
            section
            for section, _, _ in naming.sections(document)
            if section.span.end <= place.start
            and f"#{section.slug}" in listed
            and any(scope.is_certain(item) for top in section.items for item in top.walk())
        ]
        if not early or early[0].heading is None:
            return
        line = document.source.line_span(document.source.line_of(place.start))
        said = f'contents list stands behind "{early[0].title}"' + (f" and {len(early) - 1} more" if len(early) > 1 else "")
        yield self.diagnostic(line, f"{said}, expected before all sections", related=(Related(early[0].heading, "stands before it"),))
