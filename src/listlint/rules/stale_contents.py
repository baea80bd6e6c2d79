"""Contents lists that don't say what the headings say. Knows nothing of how rows are decorated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.contents_faults import Faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class StaleContents(Rule):
    """LL504."""

    code = "LL504"
    name = "stale-contents"
    summary = "The contents list isn't what the headings are."
    phase = Phase.URL
    cause = "elsewhere"

    class Options(RuleOptions):
        """What must be listed."""

        complete: bool = False
        """Whether every heading beside a listed one must be listed, too, however many are left out; said where its row is missing."""

        exact: bool = False
        """Whether a row may not leave out words of its heading, where nearly all say what theirs says, nor add a hyphen to its anchor."""

        nearest: bool = False
        """Whether a heading without a row is said at the row above the missing one, not at the first of its kind."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows that lead nowhere, elsewhere or stand out of order, and headings without a row where those beside it have one."""
        if style.contents is None:
            return
        asked = self.options
        for fault in Faults(document, style.contents.value).found(complete=asked.complete, exact=asked.exact, nearest=asked.nearest):
            yield self.diagnostic(fault.span, fault.told, fix=fault.fix)
