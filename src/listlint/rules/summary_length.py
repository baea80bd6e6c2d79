"""Summaries shorter or longer than is configured. Knows nothing of what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule, RuleOptions
from listlint.style import scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class SummaryLength(Rule):
    """LL110."""

    code = "LL110"
    name = "summary-length"
    summary = "A summary is shorter or longer than is configured."

    class Options(RuleOptions):
        """How long a summary may be, in characters as a reader sees them; silent where neither is set."""

        minimum: int = 0
        """The fewest characters; 0 asks for none."""
        maximum: int = 0
        """The most characters; 0 knows no limit."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries that have a summary; one without is for LL103."""
        del style
        least, most = self.options.minimum, self.options.maximum
        if not least and not most:
            return
        for item in scope.entries(document):
            if item.summary is None:
                continue
            size = len(item.summary.text)
            if most and size > most:
                yield self.diagnostic(item.summary.span, f"summary has {size} characters, at most {most} are configured")
            elif size < least:
                yield self.diagnostic(item.summary.span, f"summary has {size} characters, at least {least} are configured")
