"""Lists with more than one heading of level 1. Knows nothing of which of them is the title, but that it's the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class SeveralTitles(Rule):
    """LL509."""

    code = "LL509"
    name = "several-titles"
    summary = "The list has more than one heading of level 1."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic a list, at the second such heading; where sections are written so there are many, and one cause."""
        del style
        titles = [section for section in document.all_sections if section.level == 1 and section.slug and section.heading is not None]
        if len(titles) < 2 or titles[1].heading is None:  # noqa: PLR2004 - the second one
            return
        related = tuple(Related(section.heading, "another") for section in titles[2:] if section.heading is not None)
        yield self.diagnostic(
            titles[1].heading,
            f'heading "{titles[1].title}" is of level 1 as the title "{titles[0].title}", one of {len(titles)}; expected one',
            related=related,
        )
