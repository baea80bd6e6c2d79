"""Entries that lead to one page under clearly different titles. Knows nothing of which of them is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule, RuleOptions
from listlint.style.repeats import Allowed, repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class SharedLink(Rule):
    """LL402."""

    code = "LL402"
    name = "shared-link"
    summary = "Two entries lead to one page under different titles."
    cause = "either"

    class Options(RuleOptions):
        """Where two titles may share a page."""

        across_sections: bool = True
        """Whether entries of different sections, and of different groups of a section, may share a page."""

        front_pages: bool = True
        """Whether a site's front page or an account may be shared."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries whose main link an entry before has, where the titles have next to nothing in common."""
        del style
        allowed = Allowed(across_sections=self.options.across_sections, front_pages=self.options.front_pages)
        for repeat in repeats(document, allowed):
            first, again = repeat.first, repeat.again
            if first.link is None or again.link is None or first.title is None or not repeat.differs:
                continue
            line = document.source.line_of(first.head.start)
            yield self.diagnostic(
                again.link.span,
                f'leads to {repeat.target}, where "{first.title.text}" in line {line} leads',
                related=(Related(first.link.span, f"this leads there, too: {repeat.how}"),),
            )
