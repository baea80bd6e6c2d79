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

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows that lead nowhere, elsewhere or stand out of order, and headings without a row where those beside it have one."""
        if style.contents is None:
            return
        for fault in Faults(document, style.contents.value).found(complete=self.options.complete):
            yield self.diagnostic(fault.span, fault.told, fix=fault.fix)
